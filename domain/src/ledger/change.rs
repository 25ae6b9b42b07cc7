//! Changes to a record after it was received: withdrawing, editing, deciding, allowing, erasing.

use super::{Book, Decided, Erasure, Event, Happening, Names, Record, copy_name, links};
use crate::answer;
use crate::call::{DraftId, OwnPage, WithdrawRequest};
use crate::draft::Draft;
use crate::independence;
use crate::outbox::{Fact, LEASE_MS, Subject, Task, TaskState};
use crate::problem::{Fault, Problem};
use crate::programme::Role;
use crate::question::Kind;
use crate::standing::Standing;

/// The person of a session takes back what they sent.
pub fn withdraw(book: &impl Book, request: &WithdrawRequest) -> Decided<OwnPage> {
    let record = match links::own_record(book, &request.session)? {
        Ok((record, _)) => record,
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

/// The longest reason that staff give, in Unicode scalar values: a paragraph that says what was weighed.
pub const REASON_MAX: u16 = 500;

/// Staff bring a record into another standing; `seen` is the version they saw.
pub fn decide(book: &impl Book, id: &DraftId, seen: u32, standing: Standing) -> Decided<Record> {
    let Some(record) = book.record(id)? else { return Ok(Err(Problem::NotFound)) };
    // Who waits is not taken up: they are told when it opens, whatever staff think of it. A framework is its two people's.
    let is_decided = !matches!(record.role(), Some(Role::Waiting | Role::Framework));
    if record.version != seen || !is_decided || !record.standing.may_become(standing) {
        return Ok(Err(Problem::Changed));
    }
    if standing == Standing::Paired && record.role() != Some(Role::Registering) {
        return Ok(Err(Problem::Changed));
    }
    if standing == Standing::Paired && independence::speaks_against(&record.draft) && record.allowed_because().is_none()
    {
        return Ok(Err(Problem::NotIndependent));
    }
    let next = record.became(standing, book.now());
    book.put_changed(&next)?;
    Ok(Ok(next))
}

/// Staff say why a pair may be registered although something speaks against the mentor's independence; `seen` is the version
/// they saw. That holds for KI's own rule on supervisors too: what the student answered may be a mistake or have changed since,
/// and only a person can find out. Whoever allows it stands for it with the reason.
pub fn allow(book: &impl Book, id: &DraftId, seen: u32, reason: &str) -> Decided<Record> {
    let reason = match answer::check_text(Kind::LongText { max: REASON_MAX }, reason) {
        Ok(reason) => reason,
        Err(kind) => return Ok(Err(vec![Fault::of("reason", kind)].into())),
    };
    let Some(record) = book.record(id)? else { return Ok(Err(Problem::NotFound)) };
    match record.allowed_because() {
        // Twice is the same as once.
        Some(known) if known == reason => return Ok(Ok(record)),
        Some(_) => return Ok(Err(Problem::Changed)),
        None => {}
    }
    let is_open = matches!(record.standing, Standing::Received | Standing::UnderReview);
    let is_needed = record.role() == Some(Role::Registering) && independence::speaks_against(&record.draft);
    if record.version != seen || !is_open || !is_needed {
        return Ok(Err(Problem::Changed));
    }
    let mut next = record.with(Happening::Allowed, book.now());
    if let Some(event) = next.history.last_mut() {
        event.reason = Some(reason);
    }
    book.put_changed(&next)?;
    Ok(Ok(next))
}

/// Puts other answers in the place of those that arrived, which the record keeps beside them.
pub fn edit(book: &impl Book, id: &DraftId, seen: u32, draft: &Draft) -> Decided<Record> {
    let Some(record) = book.record(id)? else { return Ok(Err(Problem::NotFound)) };
    if record.version != seen || record.standing.is_end() || record.framework.is_some() {
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
    if next.standing == Standing::Paired && independence::speaks_against(&next.draft) {
        // What is known now was not known when the pair was registered.
        next.standing = Standing::UnderReview;
        next.history.push(Event { at: book.now(), what: Happening::Became(Standing::UnderReview), reason: None });
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
