//! Mentors are asked twice a year whether they are still willing: when the letter is arranged, what follows once it has gone, and
//! their word. When that is so: [`crate::mentor::willing`].

use super::desk_book::next_page;
use super::{Book, Decided, Happening, Record, StorageFailed, documents, letters, links};
use crate::calendar;
use crate::call::{DraftId, OwnPage, WithdrawRequest};
use crate::desk::closure;
use crate::mentor::willing::{self, Willing};
use crate::outbox::{Fact, Subject, Task};
use crate::problem::Problem;

/// Records looked at together: far fewer than one alarm has time for, and 10,000 in a working day.
const PAGE: usize = 100;
/// The note of the day of the last round and, within one, of where it goes on.
const NOTE: &str = "willing";

/// Looks at some of the records, once each a day, and arranges letters for the next working morning; called from time to time.
pub fn arrange(book: &impl Book) -> Result<(), StorageFailed> {
    let today = calendar::day(book.now());
    let note = book.note(NOTE)?.unwrap_or_default();
    let (day, after) = note.split_once(' ').unwrap_or_default();
    let after: Option<i64> = after.parse().ok();
    if day == today && after.is_none() {
        return Ok(());
    }
    let page = book.page(after, PAGE)?;
    for record in page.iter().filter_map(|(_, record)| record.as_ref()) {
        arrange_one(book, record, &today)?;
    }
    let next = next_page(&page, PAGE).map(|next| next.to_string()).unwrap_or_default();
    book.put_note(NOTE, &format!("{today} {next}"))
}

fn arrange_one(book: &impl Book, record: &Record, today: &str) -> Result<(), StorageFailed> {
    if !willing::is_due(record, today) || !letters::is_wanted(record, Fact::WillingLetter) {
        return Ok(());
    }
    let subject = Subject::Record(record.id.clone());
    // One that is arranged keeps its time, and one that did not arrive, as far as is known, has had its turn.
    let stands = |task: &Task| !task.state.is_final() || !willing::is_long_ago(task.first_at, today);
    if book.task(&subject, Fact::WillingLetter)?.as_ref().is_some_and(stands) {
        return Ok(());
    }
    let day = closure::working_day_after(&documents::closures(book)?.closures, book.now(), 1);
    let Some(morning) = calendar::morning_of(&day) else { return Ok(()) };
    book.put_task(&subject, &Task::new(Fact::WillingLetter, morning))?;
    // A copy tells of it before it goes: a restored ledger does not send it once more.
    book.set_stale(&record.id, true)
}

/// The letter has gone. Whoever has been heard of meanwhile owes no answer.
pub(super) fn went(book: &impl Book, record: &Record) -> Result<(), StorageFailed> {
    let now = book.now();
    if willing::is_long_ago(willing::heard_at(record), &calendar::day(now)) {
        book.put_record(&record.with(Happening::WillingAsked, now))?;
    }
    Ok(())
}

/// The mentor of a session is still willing. Twice is the same as once.
pub fn say(book: &impl Book, request: &WithdrawRequest) -> Decided<OwnPage> {
    let record = match links::shown_record(book, &request.session, &request.of)? {
        Ok((record, _)) => record,
        Err(problem) => return Ok(Err(problem)),
    };
    let today = calendar::day(book.now());
    if !willing::is_here(&record, &today) {
        return Ok(Err(Problem::Changed));
    }
    if willing::on_page(&record, &today) != Some(Willing::Asked) {
        return Ok(Ok(record.own_page()));
    }
    let next = record.with(Happening::SaidWilling, book.now());
    book.put_changed(&next)?;
    Ok(Ok(next.own_page()))
}

/// A mentor has answered a request without taking a place; once a day is enough to know of them.
pub(super) fn heard(book: &impl Book, mentor: &DraftId) -> Result<(), StorageFailed> {
    let now = book.now();
    match book.record(mentor)? {
        Some(record) if calendar::day(willing::heard_at(&record)) != calendar::day(now) => {
            book.put_changed(&record.with(Happening::RequestAnswered, now))
        }
        _ => Ok(()),
    }
}
