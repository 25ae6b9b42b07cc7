//! Wishes: the directory of mentors as it is read, and what a mentee wishes, read and changed on their own page of mentors.

use super::{Book, Decided, Happening, LinkKind, Names, Record, StorageFailed, links, reading, requests};
use crate::application::Application;
use crate::calendar;
use crate::call::{
    DirectoryPage, DirectoryRequest, DraftId, Millis, OwnWish, ReadOwnRequest, SetWishesRequest, TypedWish, WishesPage,
};
use crate::desk::call::{DeskWish, DeskWishes};
use crate::directory;
use crate::link::LinkHash;
use crate::mentor::{self, Offer};
use crate::problem::Problem;
use crate::programme::{Role, programme};
use crate::reference::Reference;
use crate::wish::{self, EDITS_MAX, Wish, Wishes};

/// Mentors in one answer: at 2,000 bytes each, half a megabyte.
const DIRECTORY_PAGE: usize = 250;

/// A page of the directory of a programme.
pub fn directory(book: &impl Book, request: &DirectoryRequest) -> Decided<DirectoryPage> {
    if !programme(&request.programme).is_some_and(directory::is_shown) {
        return Ok(Err(Problem::NotFound));
    }
    let found = book.listed(&request.programme, request.after, DIRECTORY_PAGE)?;
    let today = calendar::day(book.now());
    let cards = found.iter().filter_map(|(_, record)| directory::card(record.as_ref()?, &today)).collect();
    Ok(Ok(DirectoryPage { cards, next: super::desk_book::next_page(&found, DIRECTORY_PAGE) }))
}

/// Whether a mentee's own page leads to mentors: to wish from, or with what became of their wishes. Whoever came by the receipt's
/// link has not shown that the address is theirs.
pub(super) fn has_page(record: &Record, kind: LinkKind) -> bool {
    kind == LinkKind::Mailed && !record.restricted && (record.may_wish() || record.wishes.is_some())
}

/// The mentee of a session, who may read about mentors.
fn reader(book: &impl Book, session: &LinkHash) -> Decided<Record> {
    Ok(links::own_session(book, session)?.and_then(|(record, session)| {
        let may = record.role() == Some(Role::Mentee) && has_page(&record, session.kind);
        if may { Ok(record) } else { Err(Problem::Changed) }
    }))
}

/// What a mentee wishes.
pub fn read(book: &impl Book, names: &impl Names, request: &ReadOwnRequest) -> Decided<WishesPage> {
    let record = match reader(book, &request.session)? {
        Ok(record) => record,
        Err(problem) => return Ok(Err(problem)),
    };
    let today = calendar::day(book.now());
    let wishes = record.wishes.as_deref().cloned().unwrap_or_default();
    let mut own = Vec::new();
    for wish in wishes.ranked {
        let stage = record.requests.iter().rev().find(|request| request.mentor == wish.mentor).map(|one| one.stage);
        let mentor = book.record(&wish.mentor)?;
        if mentor.is_none() && record.may_wish() {
            // Of whoever was erased nothing is left to wish for, and the next change lets it go.
            continue;
        }
        own.push(OwnWish {
            card: mentor.as_ref().and_then(directory::agreed),
            takes: mentor.as_ref().and_then(|mentor| mentor::offer(mentor, &today)) == Some(Offer::Takes),
            mentor: mentor.map(|mentor| mentor.reference),
            word: wish.word,
            stage,
        });
    }
    let (others, _) = reading::others(book, names, &record)?;
    let mut left_out: Vec<Reference> =
        others.into_iter().filter(|other| other.role() == Some(Role::Mentor)).map(|other| other.reference).collect();
    for request in &record.requests {
        left_out.extend(book.record(&request.mentor)?.map(|mentor| mentor.reference));
    }
    Ok(Ok(WishesPage {
        of: record.reference.clone(),
        programme: record.draft.programme.clone(),
        edits: wishes.edits,
        may_change: record.may_wish(),
        answers: Application::kept(&record.draft).map_or_else(Vec::new, |application| application.answers().to_vec()),
        wishes: own,
        avoid: wishes.avoid,
        left_out,
    }))
}

/// What a mentee wishes, as staff see it before the mentors' lines are put beside it.
pub(super) fn to_staff(book: &impl Book, record: &Record) -> Result<Option<DeskWishes>, StorageFailed> {
    let Some(wishes) = record.wishes.as_deref() else { return Ok(None) };
    let mut ranked = Vec::new();
    for Wish { mentor, word } in &wishes.ranked {
        let was_asked = requests::was_asked(record, mentor);
        let found = book.record(mentor)?;
        let is_ruled_out = found.as_ref().is_some_and(|mentor| requests::is_ruled_out(record, mentor));
        let reference = found.map(|mentor| mentor.reference.as_str().to_owned());
        ranked.push(DeskWish { reference, mentor: None, word: word.clone(), was_asked, is_ruled_out });
    }
    Ok(Some(DeskWishes { ranked, avoid: wishes.avoid.clone() }))
}

/// A mentee says whom they wish for. Twice is the same as once.
pub fn set(book: &impl Book, request: &SetWishesRequest) -> Decided<()> {
    let record = match reader(book, &request.session)? {
        Ok(record) if record.reference == request.of => record,
        Ok(_) => return Ok(Err(Problem::Changed)),
        Err(problem) => return Ok(Err(problem)),
    };
    let typed: Vec<String> = request.wishes.iter().map(|wish| wish.word.clone()).collect();
    let (words, avoid) = match wish::check(&typed, &request.avoid) {
        Ok(checked) => checked,
        Err(problem) => return Ok(Err(problem)),
    };
    let known = record.wishes.as_deref().cloned().unwrap_or_default();
    let mut ranked: Vec<Wish> = Vec::new();
    for (wish, word) in request.wishes.iter().zip(words) {
        match wished(book, &record, &known, wish)? {
            Some(mentor) if ranked.iter().all(|other| other.mentor != mentor) => ranked.push(Wish { mentor, word }),
            Some(_) => {}
            None => return Ok(Err(Problem::Changed)),
        }
    }
    if ranked == known.ranked && avoid == known.avoid {
        return Ok(Ok(()));
    }
    if !record.may_wish() || known.edits != request.seen {
        return Ok(Err(Problem::Changed));
    }
    if known.edits >= EDITS_MAX {
        return Ok(Err(Problem::ChangedTooOften));
    }
    let wishes = Wishes { ranked, avoid, edits: known.edits.saturating_add(1) };
    book.put_changed(&changed(record, wishes, book.now()))?;
    Ok(Ok(()))
}

/// The mentor of a wish, who was wished for before or can be asked now.
fn wished(
    book: &impl Book,
    record: &Record,
    known: &Wishes,
    wish: &TypedWish,
) -> Result<Option<DraftId>, StorageFailed> {
    let Some(id) = book.by_reference(&wish.mentor)? else { return Ok(None) };
    if known.ranked.iter().any(|known| known.mentor == id) {
        return Ok(Some(id));
    }
    let today = calendar::day(book.now());
    let is_for = |mentor: &Record| {
        mentor.draft.programme == record.draft.programme
            && directory::card(mentor, &today).is_some()
            && !requests::is_one_person(record, mentor)
            && !requests::was_asked(record, &mentor.id)
    };
    Ok(book.record(&id)?.filter(is_for).map(|mentor| mentor.id))
}

/// Several changes on end are one event of the history.
fn changed(record: Record, wishes: Wishes, now: Millis) -> Record {
    let mut next = match record.history.last() {
        Some(last) if last.what == Happening::WishesSet => {
            Record { version: record.version.saturating_add(1), ..record }
        }
        _ => record.with(Happening::WishesSet, now),
    };
    next.wishes = Some(Box::new(wishes));
    next
}
