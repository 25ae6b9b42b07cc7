//! Changes to a record after it was received: editing, allowing, erasing. What its person does: [`super::own`].

use super::staff::STAFF_IDLE_MS;
use super::{Book, Decided, Erasure, Event, Happening, Names, Record, copy_name, requests};
use crate::answer;
use crate::call::DraftId;
use crate::draft::Draft;
use crate::outbox::{Fact, LEASE_MS, Subject, Task, TaskState};
use crate::problem::{Fault, Problem};
use crate::question::Kind;
use crate::standing::Standing;

/// The longest reason that staff give, in Unicode scalar values: a paragraph that says what was weighed.
pub const REASON_MAX: u16 = 500;

/// A reason of staff's, checked, or the fault of its field.
pub(super) fn reason(text: &str, field: &str) -> Result<String, Problem> {
    answer::check_text(Kind::LongText { max: REASON_MAX }, text).map_err(|kind| vec![Fault::of(field, kind)].into())
}

/// Whether that is a reason: something was written, and not too much.
pub fn check_reason(text: &str) -> Result<(), Problem> {
    reason(text, "reason").map(drop)
}

/// Staff look at a protected record for a reason, which stands in its history.
pub(super) fn unmask(book: &impl Book, record: &Record, by: &str, why: &str) -> Decided<Record> {
    let why = match reason(why, "reason") {
        Ok(why) => why,
        Err(problem) => return Ok(Err(problem)),
    };
    let event = Event::by(Happening::Unmasked, book.now(), by, Some(why));
    let is_same = |last: &Event| event.at.saturating_sub(last.at) < STAFF_IDLE_MS && event.is_again(last);
    if record.history.last().is_some_and(is_same) {
        // One look, of which the page was loaded anew.
        return Ok(Ok(record.clone()));
    }
    if record.is_full() {
        return Ok(Err(Problem::RecordFull));
    }
    let next = record.after(event);
    book.put_changed(&next)?;
    Ok(Ok(next))
}

/// Staff say why a pair may be registered although something speaks against the mentor's independence; `seen` is the version
/// they saw. That holds for KI's own rule on supervisors too: what the student answered may be a mistake or have changed since,
/// and only a person can find out. Whoever allows it stands for it with the reason.
pub fn allow(book: &impl Book, id: &DraftId, seen: u32, by: &str, why: &str) -> Decided<Record> {
    let reason = match reason(why, "reason") {
        Ok(reason) => reason,
        Err(problem) => return Ok(Err(problem)),
    };
    let Some(record) = book.record(id)? else { return Ok(Err(Problem::NotFound)) };
    match record.allowed_because() {
        // Twice is the same as once.
        Some(known) if known == reason => return Ok(Ok(record)),
        Some(_) => return Ok(Err(Problem::Changed)),
        None => {}
    }
    let is_open = matches!(record.standing, Standing::Received | Standing::UnderReview);
    if record.version != seen || !is_open || !record.is_tied() {
        return Ok(Err(Problem::Changed));
    }
    let next = record.after(Event::by(Happening::Allowed, book.now(), by, Some(reason)));
    book.put_changed(&next)?;
    Ok(Ok(next))
}

/// Puts other answers in the place of those that arrived, which the record keeps beside them.
pub fn edit(book: &impl Book, id: &DraftId, seen: u32, draft: &Draft) -> Decided<Record> {
    edit_by(book, id, seen, draft, "", None)
}

/// As [`edit`], by staff who say why.
pub(super) fn edit_by(
    book: &impl Book,
    id: &DraftId,
    seen: u32,
    draft: &Draft,
    by: &str,
    why: Option<String>,
) -> Decided<Record> {
    let Some(record) = book.record(id)? else { return Ok(Err(Problem::NotFound)) };
    if record.version != seen || record.standing.is_end() || record.framework.is_some() {
        return Ok(Err(Problem::Changed));
    }
    let application = match draft.check_answers() {
        Ok(application) => application,
        Err(faults) => return Ok(Err(faults.into())),
    };
    let is_same_form = (draft.programme == record.draft.programme) && (draft.role == record.draft.role);
    if !is_same_form {
        return Ok(Err(Problem::Changed));
    }
    let mut next = record.after(Event::by(Happening::Edited, book.now(), by, why));
    next.arrived.get_or_insert_with(|| Box::new(record.draft));
    // What was read when it was sent stays what was read.
    next.draft = Draft { notice: next.draft.notice.clone(), ..application.to_draft() };
    if next.standing == Standing::Paired && next.is_tied() {
        // What is known now was not known when the pair was registered.
        next.standing = Standing::UnderReview;
        next.history.push(Event::of(Happening::Became(Standing::UnderReview), book.now()));
    }
    book.put_changed(&next)?;
    Ok(Ok(next))
}

/// Erases a record: its rows now, its copies by the outbox, once nothing that was begun can still write one.
pub fn erase(book: &impl Book, names: &impl Names, id: &DraftId) -> Decided<()> {
    erase_named(book, names.record_name(id.as_str()), id)
}

/// As [`erase`]; `name` is [`Names::record_name`] of the id.
pub fn erase_named(book: &impl Book, name: String, id: &DraftId) -> Decided<()> {
    let Some(record) = book.record(id)? else { return Ok(Err(Problem::NotFound)) };
    let now = book.now();
    let tasks = book.tasks(&Subject::Record(id.clone()))?;
    // What is being written may still come until its lease ends, and what failed may come a little later all the same.
    let ends = tasks.iter().filter_map(|task| match task.state {
        TaskState::Leased => Some(task.due_at.max(now.saturating_add(LEASE_MS))),
        TaskState::Waiting if task.fact == Fact::SealRecord && task.attempts > 0 => Some(now.saturating_add(LEASE_MS)),
        _ => None,
    });
    let begins_at = ends.max().unwrap_or(now);
    requests::erased(book, &record)?;
    book.remove_record(id)?;
    for (copy, _) in book.aside()? {
        if copy_name::parse_spooled(&copy) == Some(name.as_str()) {
            book.remove_aside(&copy)?;
        }
    }
    book.put_erasure(&Erasure { name: name.clone(), versions: record.version, at: now })?;
    book.put_task(&Subject::Erasure(name), &Task::new(Fact::Erase, begins_at))?;
    Ok(Ok(()))
}
