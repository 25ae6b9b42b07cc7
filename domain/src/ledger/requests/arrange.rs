//! The letters of a request, its one reminder and its last day.

use super::super::{Book, Record, StorageFailed};
use crate::calendar;
use crate::call::{DraftId, Millis};
use crate::day;
use crate::mentor::willing;
use crate::outbox::{Fact, Subject, Task, TaskState};
use crate::request::{REMINDER_DAYS, Request, Stage};
use crate::standing::{LETTER_WAITS_MS, Standing};

/// What is arranged for the stage that a request is in, and no more for the one that it was in.
pub(super) fn arrange(book: &impl Book, before: &Record, next: &Record) -> Result<(), StorageFailed> {
    let subject = Subject::Record(next.id.clone());
    let (was, is) = (before.request(), next.request());
    let is_moved = was.map(|was| (&was.mentor, was.stage)) != is.map(|is| (&is.mentor, is.stage));
    if is_moved {
        for fact in [Fact::RequestLetter, Fact::ChoiceLetter, Fact::RequestReminder, Fact::RequestEnds] {
            book.leave_waiting(&subject, fact)?;
        }
        match is.map(|is| is.stage) {
            Some(Stage::Asked) => {
                // Who has been answered already waits for no slip of staff's hand.
                let waits = if is.is_some_and(|is| is.question.is_some()) { 0 } else { LETTER_WAITS_MS };
                let goes_at = book.now().saturating_add(waits);
                put(book, &subject, Fact::RequestLetter, goes_at, is)?;
            }
            Some(Stage::Wondering | Stage::Agreed) => put(book, &subject, Fact::ChoiceLetter, book.now(), is)?,
            _ => {}
        }
        remind(book, &subject, is)?;
        arrange_end(book, next)?;
    }
    let is_paired = is.is_some() && next.standing == Standing::Paired;
    // An ending that was taken back makes no new pair.
    let was_introduced = book.task(&subject, Fact::IntroductionLetter)?.is_some_and(|task| task.state.is_final());
    if is_paired && before.standing != Standing::Paired && !was_introduced {
        let goes_at = book.now().saturating_add(LETTER_WAITS_MS);
        book.put_task(&subject, &Task::new(Fact::IntroductionLetter, goes_at))?;
    }
    if !is_paired {
        book.leave_waiting(&subject, Fact::IntroductionLetter)?;
    }
    match before.place() {
        Some(mentor) if next.place() != Some(mentor) => tell_released(book, mentor),
        _ => Ok(()),
    }
}

/// The place is taken again before the mentor has heard that it was free: an ending was taken back.
pub(in crate::ledger) fn leave_released(book: &impl Book, mentor: &DraftId) -> Result<(), StorageFailed> {
    book.leave_waiting(&Subject::Record(mentor.clone()), Fact::ReleaseLetter)
}

fn remind(book: &impl Book, subject: &Subject, request: Option<&Request>) -> Result<(), StorageFailed> {
    let Some(request) = request.filter(|request| request.waits_for().is_some()) else { return Ok(()) };
    let day = day::days_after(&request.answer_by, -REMINDER_DAYS);
    let Some(morning) = day.and_then(|day| calendar::morning_of(&day)) else { return Ok(()) };
    put(book, subject, Fact::RequestReminder, morning, Some(request))
}

/// Arranges a letter of a stage, unless it has gone: a decision that is taken back leads to where the two were asked before.
fn put(
    book: &impl Book,
    subject: &Subject,
    fact: Fact,
    at: Millis,
    request: Option<&Request>,
) -> Result<(), StorageFailed> {
    let since = request.map_or(Millis::MAX, |request| request.since);
    let has_gone = |task: &Task| task.state.is_final() && task.first_at >= since;
    if book.task(subject, fact)?.as_ref().is_some_and(has_gone) {
        return Ok(());
    }
    book.put_task(subject, &Task::new(fact, at))
}

/// When the last day of an answer is over, what follows without one. Also after a restoring: no copy has it.
pub(in crate::ledger) fn arrange_end(book: &impl Book, record: &Record) -> Result<(), StorageFailed> {
    let Some(request) = record.request().filter(|request| request.waits_for().is_some()) else { return Ok(()) };
    let day = day::days_after(&request.answer_by, 1);
    let Some(at) = day.and_then(|day| calendar::start_of(&day)) else { return Ok(()) };
    book.put_task(&Subject::Record(record.id.clone()), &Task::new(Fact::RequestEnds, at))
}

/// A mentor who had said yes hears that a place is free again, once it can no longer be taken back. A letter that waits tells of
/// all that is.
pub(super) fn tell_released(book: &impl Book, mentor: &DraftId) -> Result<(), StorageFailed> {
    if book.record(mentor)?.is_none() {
        return Ok(());
    }
    let goes_at = book.now().saturating_add(LETTER_WAITS_MS);
    book.put_unless_under_way(&Subject::Record(mentor.clone()), Fact::ReleaseLetter, goes_at)
}

/// Whether a letter of a request has still something to say when it is due.
pub(in crate::ledger) fn is_still_due(book: &impl Book, record: &Record, fact: Fact) -> Result<bool, StorageFailed> {
    let stage = record.request().map(|request| request.stage);
    Ok(match fact {
        Fact::RequestLetter => stage == Some(Stage::Asked),
        Fact::ChoiceLetter => matches!(stage, Some(Stage::Wondering | Stage::Agreed)),
        Fact::RequestReminder => match record.request() {
            Some(request) => may_be_reminded(book, record, request)?,
            None => false,
        },
        // Whoever is asked no more needs to know of no place.
        Fact::ReleaseLetter => record.standing == Standing::Listed && !record.restricted,
        Fact::WillingLetter => willing::is_due(record, &calendar::day(book.now())),
        Fact::IntroductionLetter => stage.is_some() && record.standing == Standing::Paired,
        _ => true,
    })
}

/// Nobody is reminded of what they were never asked, and an alarm that comes late reminds nobody of a day that is over.
fn may_be_reminded(book: &impl Book, record: &Record, request: &Request) -> Result<bool, StorageFailed> {
    let letter = match request.stage {
        Stage::Asked => Fact::RequestLetter,
        Stage::Wondering | Stage::Agreed => Fact::ChoiceLetter,
        Stage::Accepted | Stage::Over(_) => return Ok(false),
    };
    let asked = book.task(&Subject::Record(record.id.clone()), letter)?;
    let may_have_gone = asked.is_some_and(|task| matches!(task.state, TaskState::Done | TaskState::Unknown));
    Ok(may_have_gone && calendar::day(book.now()) <= request.answer_by)
}
