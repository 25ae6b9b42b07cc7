//! The directory as this Worker keeps it for a while, so that the ledger is not asked for every mentor at every look.

use crate::ask::Ask;
use crate::clock::{FRESH_MS, PAUSE_MS, STALE_MS, now};
use crate::ledger::{Object, send};
use domain::call::{DirectoryRequest, Millis, ReadDirectory};
use domain::directory::{Card, Shelf};
use domain::programme::programme;
use domain::text::Language;
use domain::words::phrases::Tables;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Pages of the ledger's that are read: 10,000 mentors.
const PAGES_MAX: usize = 40;

/// One programme's in one language.
struct Kept {
    programme: &'static str,
    language: Language,
    at: Millis,
    shelf: Rc<Shelf>,
}

thread_local! {
    static ASKED_AT: Cell<Millis> = const { Cell::new(0) };
    static FAILED_AT: Cell<Millis> = const { Cell::new(0) };
    static KEPT: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

/// The mentors of a programme; nothing where they cannot be had.
pub async fn read(ask: &Ask, slug: &str) -> Option<Rc<Shelf>> {
    let programme = programme(slug)?.slug;
    if let Some(shelf) = kept(programme, ask.language, FRESH_MS) {
        return Some(shelf);
    }
    let (old, asked_at) = (kept(programme, ask.language, STALE_MS), now());
    let is_pause = asked_at.saturating_sub(FAILED_AT.get()) < PAUSE_MS;
    // What somebody else is asking for just now need not be asked twice, where there is something to show meanwhile.
    let is_asked = asked_at.saturating_sub(ASKED_AT.get()) < PAUSE_MS && old.is_some();
    if is_pause || is_asked {
        return old;
    }
    ASKED_AT.set(asked_at);
    let Some(cards) = cards(ask, programme).await else {
        FAILED_AT.set(now());
        return old;
    };
    keep(programme, ask.language, cards)
}

fn kept(programme: &str, language: Language, age_max: Millis) -> Option<Rc<Shelf>> {
    let is_it =
        |one: &&Kept| one.programme == programme && one.language == language && now().saturating_sub(one.at) < age_max;
    KEPT.with_borrow(|kept| kept.iter().find(is_it).map(|one| Rc::clone(&one.shelf)))
}

fn keep(programme: &'static str, language: Language, cards: Vec<Card>) -> Option<Rc<Shelf>> {
    let shelf = Rc::new(Shelf::of(Box::new(Tables { slug: programme, language }), cards)?);
    let one = Kept { programme, language, at: now(), shelf: Rc::clone(&shelf) };
    KEPT.with_borrow_mut(|kept| {
        kept.retain(|other| other.programme != programme || other.language != language);
        kept.push(one);
    });
    Some(shelf)
}

async fn cards(ask: &Ask, programme: &str) -> Option<Vec<Card>> {
    let mut cards = Vec::new();
    let mut after = None;
    for _ in 0..PAGES_MAX {
        let request = DirectoryRequest { programme: programme.to_owned(), after };
        let page = send::<ReadDirectory>(&ask.env, Object::Ledger, &request).await.ok()?.reply;
        cards.extend(page.cards);
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    Some(cards)
}
