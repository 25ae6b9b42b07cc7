//! Changes to a record after it was received: withdrawing, editing, deciding, erasing.

use super::{Book, Decided, Erasure, Happening, Names, Record, copy_name, links};
use crate::call::{DraftId, OwnPage, WithdrawRequest};
use crate::draft::Draft;
use crate::outbox::{Fact, LEASE_MS, Subject, Task, TaskState};
use crate::problem::Problem;
use crate::programme::Role;
use crate::standing::Standing;

/// The person of a session takes back what they sent.
pub fn withdraw(book: &impl Book, request: &WithdrawRequest) -> Decided<OwnPage> {
    let record = match links::own_record(book, &request.session)? {
        Ok(record) => record,
        Err(problem) => return Ok(Err(problem)),
    };
    if record.standing.is_end() {
        // Twice is the same as once.
        return Ok(Ok(record.own_page()));
    }
    if !record.role().is_some_and(|role| record.standing.may_be_withdrawn(role)) {
        return Ok(Err(Problem::Changed));
    }
    let next = record.became(Standing::Withdrawn, book.now());
    book.put_changed(&next)?;
    let subject = Subject::Record(record.id);
    for fact in [Fact::ApplicantLetter, Fact::OpenedLetter] {
        if book.task(&subject, fact)?.is_some_and(|task| task.state == TaskState::Waiting) {
            book.remove_task(&subject, fact)?;
        }
    }
    Ok(Ok(next.own_page()))
}

/// Staff bring a record into another standing; `seen` is the version they saw.
pub fn decide(book: &impl Book, id: &DraftId, seen: u32, standing: Standing) -> Decided<Record> {
    let Some(record) = book.record(id)? else { return Ok(Err(Problem::NotFound)) };
    // Who waits is not taken up: they are told when it opens, whatever staff think of it.
    let is_decided = record.role() != Some(Role::Waiting);
    if record.version != seen || !is_decided || !record.standing.may_become(standing) {
        return Ok(Err(Problem::Changed));
    }
    let next = record.became(standing, book.now());
    book.put_changed(&next)?;
    Ok(Ok(next))
}

/// Puts other answers in the place of those that arrived, which the record keeps beside them.
pub fn edit(book: &impl Book, id: &DraftId, seen: u32, draft: &Draft) -> Decided<Record> {
    let Some(record) = book.record(id)? else { return Ok(Err(Problem::NotFound)) };
    if record.version != seen || record.standing.is_end() {
        return Ok(Err(Problem::Changed));
    }
    let application = match draft.check() {
        Ok(application) => application,
        Err(faults) => return Ok(Err(faults.into())),
    };
    let is_same_form = (draft.programme == record.draft.programme) && (draft.role == record.draft.role);
    if !is_same_form {
        return Ok(Err(Problem::Changed));
    }
    let mut next = record.with(Happening::Edited, book.now());
    next.arrived.get_or_insert_with(|| Box::new(record.draft));
    next.draft = application.to_draft();
    book.put_changed(&next)?;
    Ok(Ok(next))
}

/// Erases a record: its rows now, its copies by the outbox, once nothing that was begun can still write one.
pub fn erase(book: &impl Book, names: &impl Names, id: &DraftId) -> Decided<()> {
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
    let name = names.record_name(id.as_str());
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
