//! The directory of a programme that shows its mentors to everybody, as a page and for the program; the same for a mentee's own
//! page of mentors.

mod shelf;

use crate::answer;
use crate::ask::Ask;
use crate::clock::now;
use crate::document;
use domain::calendar;
use domain::call::WishesPage;
use domain::directory::{Card, Reader, Shelf, Sight, Snapshot, Sought};
use domain::fills::Fills;
use domain::problem::Problem;
use domain::programme::Programme;
use domain::reference::Reference;
use domain::words::phrases::{Sent, Tables};
pub use shelf::read;
use std::mem;
use worker::{Response, Result};

/// The open directory as a page.
pub async fn page(ask: &Ask, programme: &'static Programme) -> Result<Response> {
    let path = format!("/{}/mentors", programme.slug);
    let mut fills = Fills::default();
    match read(ask, programme.slug).await {
        Some(shelf) => {
            let sought = Sought::of(programme.slug, |name| ask.query(name));
            put(&mut fills, &shelf, &everybody(), &sought, ask, &path);
        }
        None => fills.show("away"),
    }
    document::filled(ask, &path, ask.language, fills, 200).await
}

/// Whoever reads an open directory: on each day in another order.
fn everybody() -> Reader {
    Reader { turn: calendar::day(now()), ..Reader::default() }
}

/// The open directory for the program.
pub async fn snapshot(ask: &Ask, programme: &'static Programme) -> Result<Response> {
    give(ask, programme.slug, None, everybody()).await
}

/// A mentee's directory for the program.
pub async fn own_snapshot(ask: &Ask, page: &WishesPage) -> Result<Response> {
    give(ask, &page.programme, Some(page.of.clone()), Reader::of(page)).await
}

/// Whom the reader is not shown, and that there are some, stays here.
async fn give(ask: &Ask, slug: &str, of: Option<Reference>, mut reader: Reader) -> Result<Response> {
    let Some(shelf) = read(ask, slug).await else {
        return answer::problem(&Problem::Unreachable, ask.language, &[]);
    };
    let left_out = mem::take(&mut reader.left_out);
    let cards: Vec<&Card> = shelf.cards().iter().filter(|card| !left_out.contains(&card.reference)).collect();
    let words = Sent::of(Tables { slug, language: ask.language });
    let snapshot = Snapshot { words, of, reader, cards };
    let response = answer::json(&snapshot, "application/json", 200, ask.language)?;
    response.headers().set("x-robots-tag", "noindex")?;
    Ok(response)
}

/// The mentors who are found, and the search as it was asked for.
pub fn put(fills: &mut Fills, shelf: &Shelf, reader: &Reader, sought: &Sought, ask: &Ask, path: &str) {
    let ranked = shelf.rank(reader);
    let address = ask.language.address(path);
    Sight::of(shelf, reader, &address).put(fills, &ranked, sought, None);
    fills.field("q", vec![sought.text.clone()]);
    for (question, option) in &sought.chosen {
        fills.field(question, vec![(*option).to_owned()]);
    }
}
