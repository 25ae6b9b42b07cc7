//! The directory of a programme that shows its mentors to everybody, as a page and for the program; the same for a mentee's own
//! page of mentors.

mod shelf;

use crate::answer;
use crate::ask::Ask;
use crate::document;
use domain::call::WishesPage;
use domain::directory::{Card, Reader, Shelf, Sight, Sought};
use domain::fills::Fills;
use domain::problem::Problem;
use domain::programme::Programme;
use serde::Serialize;
pub use shelf::read;
use worker::{Response, Result};

/// As [`domain::directory::Snapshot`], of cards that are kept here.
#[derive(Serialize)]
struct Snapshot<'a> {
    reader: &'a Reader,
    cards: &'a [Card],
}

/// The open directory as a page.
pub async fn page(ask: &Ask, programme: &'static Programme) -> Result<Response> {
    let path = format!("/{}/mentors", programme.slug);
    let mut fills = Fills::default();
    match read(ask, programme.slug).await {
        Some(shelf) => {
            let sought = Sought::of(programme.slug, |name| ask.query(name));
            put(&mut fills, &shelf, &Reader::default(), &sought, ask, &path);
        }
        None => fills.show("away"),
    }
    document::filled(ask, &path, ask.language, fills, 200).await
}

/// The open directory for the program.
pub async fn snapshot(ask: &Ask, programme: &'static Programme) -> Result<Response> {
    give(ask, programme.slug, &Reader::default()).await
}

/// A mentee's directory for the program.
pub async fn own_snapshot(ask: &Ask, page: &WishesPage) -> Result<Response> {
    give(ask, &page.programme, &Reader::of(page)).await
}

async fn give(ask: &Ask, slug: &str, reader: &Reader) -> Result<Response> {
    match read(ask, slug).await {
        Some(shelf) => {
            let snapshot = Snapshot { reader, cards: shelf.cards() };
            answer::json(&snapshot, "application/json", 200, ask.language)
        }
        None => answer::problem(&Problem::Unreachable, ask.language, &[]),
    }
}

/// The mentors who are found, and the search as it was asked for.
pub fn put(fills: &mut Fills, shelf: &Shelf, reader: &Reader, sought: &Sought, ask: &Ask, path: &str) {
    let ranked = shelf.rank(&reader.answers, &reader.left_out);
    let address = ask.language.address(path);
    let Some(sight) = Sight::of(shelf, reader, &address, ask.language) else { return };
    sight.put(fills, &ranked, sought, None);
    fills.field("q", vec![sought.text.clone()]);
    for (question, option) in &sought.chosen {
        fills.field(question, vec![(*option).to_owned()]);
    }
}
