//! A mentor's places, and what the two of a request see of each other.

use super::super::desk_book::next_page;
use super::super::{Book, Decided, Happening, Record, StorageFailed};
use crate::application::Application;
use crate::call::{Contact, DraftId};
use crate::desk::row;
use crate::directory;
use crate::mentor::{FREE_MAX, Mentor};
use crate::problem::Problem;
use crate::question::ShownTo;
use crate::request::{Request, Stage};
use crate::standing::Standing;

/// Records looked at together.
const AT_ONCE: usize = 100;

/// A place of the mentor's is taken, if there is one; of a pair that stands again also where the mentor is listed no more.
pub(super) fn take(book: &impl Book, id: &DraftId, is_paired: bool) -> Decided<()> {
    let record = book.record(id)?;
    let is_here = |record: &Record| is_paired || (record.standing == Standing::Listed && !record.restricted);
    let Some(record) = record.filter(is_here) else { return Ok(Err(Problem::NoPlace)) };
    let left = record.mentor.as_deref().and_then(|mentor| mentor.free.checked_sub(1));
    let Some(free) = left else { return Ok(Err(Problem::NoPlace)) };
    set(book, &record, free, true)?;
    Ok(Ok(()))
}

/// A place of the mentor's is free again. Whoever has left, or was never checked, has none.
pub(super) fn give_back(book: &impl Book, id: &DraftId) -> Result<(), StorageFailed> {
    let Some(record) = book.record(id)? else { return Ok(()) };
    let Some(mentor) = record.mentor.as_deref() else { return Ok(()) };
    set(book, &record, mentor.free.saturating_add(1).min(FREE_MAX), false)
}

fn set(book: &impl Book, record: &Record, free: u32, is_taken: bool) -> Result<(), StorageFailed> {
    let Some(mentor) = record.mentor.as_deref() else { return Ok(()) };
    let what = if is_taken { Happening::PlaceTaken } else { Happening::PlaceFreed };
    let mut next = record.with(what, book.now());
    next.mentor = Some(Box::new(Mentor { free, ..mentor.clone() }));
    book.put_changed(&next)
}

/// The mentor has answered for the first time what they were asked.
pub(super) fn answered(book: &impl Book, id: &DraftId, request: &Request) -> Result<(), StorageFailed> {
    if request.stage != Stage::Asked || request.question.is_some() {
        return Ok(());
    }
    let Some(record) = book.record(id)? else { return Ok(()) };
    let Some(mentor) = record.mentor.as_deref() else { return Ok(()) };
    let mentor = mentor.clone().answered(request.asked_at, book.now());
    let version = record.version.saturating_add(1);
    book.put_changed(&Record { version, mentor: Some(Box::new(mentor)), ..record })
}

/// After a restoring the copies of a mentor and of a mentee may be of two moments: the places that the mentor's history tells of
/// are made as many as the yeses that stand.
pub(in crate::ledger) fn reconcile(book: &impl Book) -> Result<(), StorageFailed> {
    let mut after = None;
    loop {
        let page = book.page(after, AT_ONCE)?;
        for mentor in page.iter().filter_map(|(_, record)| record.as_ref()).filter(|one| one.mentor.is_some()) {
            reconcile_one(book, mentor)?;
        }
        after = next_page(&page, AT_ONCE);
        if after.is_none() {
            return Ok(());
        }
    }
}

fn reconcile_one(book: &impl Book, mentor: &Record) -> Result<(), StorageFailed> {
    let count = |what| mentor.history.iter().filter(|event| event.what == what).count();
    let told = count(Happening::PlaceTaken).saturating_sub(count(Happening::PlaceFreed));
    let mut held = 0_usize;
    for id in book.requests_of(&mentor.id)? {
        let holds = book.record(&id)?.is_some_and(|record| record.place() == Some(&mentor.id));
        held = held.saturating_add(usize::from(holds));
    }
    for _ in held..told {
        give_back(book, &mentor.id)?;
    }
    for _ in told..held {
        let Some(record) = book.record(&mentor.id)? else { return Ok(()) };
        let free = record.mentor.as_deref().map_or(0, |mentor| mentor.free.saturating_sub(1));
        set(book, &record, free, true)?;
    }
    Ok(())
}

/// The answers that the other of the two may see, in form order. A mentor who was asked how they want to be shown is named only
/// where they chose that.
pub(super) fn shown(record: &Record) -> Vec<(String, Vec<String>)> {
    let Some(application) = Application::kept(&record.draft) else { return Vec::new() };
    let is_shown = |id: &str| {
        let asked = application.form().question(id);
        asked.is_some_and(|asked| asked.shown_to != ShownTo::Staff && !directory::hides(&application, asked))
    };
    application.answers().iter().filter(|(id, _)| is_shown(id)).cloned().collect()
}

/// Whether the two are a pair and may be told how to reach each other: nobody is whose address is not known to be theirs.
pub(in crate::ledger) fn may_reach(mentee: &Record, mentor: &Record) -> bool {
    let is_paired = mentee.standing == Standing::Paired && mentee.place() == Some(&mentor.id);
    is_paired && mentee.is_confirmed() && mentor.is_confirmed()
}

/// How somebody is reached.
pub(in crate::ledger) fn contact(record: &Record) -> Option<Contact> {
    Some(Contact { name: row::name(record).to_owned(), email: record.email()? })
}
