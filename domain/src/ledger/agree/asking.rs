//! Asking a mentor: the letter with the link, one reminder, and the student is told where nothing came of it.

use super::super::{Book, Record, StorageFailed};
use super::telling;
use crate::call::Millis;
use crate::framework::{Asking, Stage};
use crate::outbox::{DAY_MS, Fact, Subject, Task, TaskState};

/// Days that a mentor has for an answer: after the letter comes the reminder, after the reminder the student is told.
const ANSWER_DAYS: i64 = 7;

/// The mentor is asked as soon as it is known that the student's letters reach the student, and not before: the letter
/// names the address it comes from.
pub(in crate::ledger) fn ask_mentor(book: &impl Book, record: &Record) -> Result<(), StorageFailed> {
    let subject = Subject::Record(record.id.clone());
    let is_over = record.framework.as_deref().is_none_or(|framework| framework.ending.is_some());
    if is_over || book.task(&subject, Fact::MentorLetter)?.is_some() {
        return Ok(());
    }
    book.put_task(&subject, &Task::new(Fact::MentorLetter, book.now()))
}

/// What follows a letter to the mentor that has come to its end. Days count from when it went; and where it did not, or nobody
/// knows, the student is told at once.
pub(in crate::ledger) fn settled(book: &impl Book, record: &Record, task: &Task) -> Result<(), StorageFailed> {
    let is_asking = matches!(task.fact, Fact::MentorLetter | Fact::MentorReminder);
    let Some(framework) = record.framework.as_deref().filter(|framework| is_asking && framework.ending.is_none())
    else {
        return Ok(());
    };
    let subject = Subject::Record(record.id.clone());
    let later = book.now().saturating_add(ANSWER_DAYS.saturating_mul(DAY_MS));
    let is_open = framework.stage() == Stage::Asked;
    let reminder = book.task(&subject, Fact::MentorReminder)?.map(|reminder| reminder.state);
    match (task.fact, task.state) {
        (Fact::MentorLetter, TaskState::Done) if is_open => match reminder {
            // It is going, and what follows it follows then.
            Some(TaskState::Leased) => Ok(()),
            // Nobody is reminded twice.
            Some(TaskState::Done) => put(book, &subject, Fact::NoAnswerLetter, later),
            _ => put(book, &subject, Fact::MentorReminder, later),
        },
        (Fact::MentorReminder, TaskState::Done) if is_open => put(book, &subject, Fact::NoAnswerLetter, later),
        (Fact::MentorLetter, TaskState::Unknown | TaskState::GivenUp) => {
            put(book, &subject, Fact::NoAnswerLetter, book.now())
        }
        (Fact::MentorReminder, TaskState::Unknown | TaskState::GivenUp) if is_open => {
            put(book, &subject, Fact::NoAnswerLetter, book.now())
        }
        _ => Ok(()),
    }
}

/// The mentor's letter reached somebody else, who has cancelled its link: nobody is reminded there, and the student is told at once.
pub(in crate::ledger) fn went_astray(book: &impl Book, record: &Record) -> Result<(), StorageFailed> {
    let is_open = record.framework.as_deref().is_some_and(|framework| framework.stage() == Stage::Asked);
    let subject = Subject::Record(record.id.clone());
    let reminder = book.task(&subject, Fact::MentorReminder)?.map(|reminder| reminder.state);
    if !is_open || reminder == Some(TaskState::Leased) {
        return Ok(());
    }
    if reminder.is_none_or(|state| !state.is_final()) {
        let now = book.now();
        book.put_task(&subject, &Task { state: TaskState::GivenUp, ..Task::new(Fact::MentorReminder, now) })?;
    }
    put(book, &subject, Fact::NoAnswerLetter, book.now())
}

/// Arranges a letter for then, unless one is just being sent.
fn put(book: &impl Book, subject: &Subject, fact: Fact, at: Millis) -> Result<(), StorageFailed> {
    match book.task(subject, fact)? {
        Some(task) if task.state == TaskState::Leased => Ok(()),
        _ => book.put_task(subject, &Task::new(fact, at)),
    }
}

/// A new link goes to the mentor: what was arranged after the one before is arranged anew when it has gone. A reminder that has
/// gone stays the only one.
pub(super) fn begin_anew(book: &impl Book, subject: &Subject) -> Result<(), StorageFailed> {
    for fact in [Fact::MentorReminder, Fact::NoAnswerLetter] {
        let state = book.task(subject, fact)?.map(|task| task.state);
        let stays = matches!(state, None | Some(TaskState::Leased | TaskState::Done));
        if !stays {
            book.remove_task(subject, fact)?;
        }
    }
    Ok(())
}

/// Whether a letter about a framework has still something to say when it is due.
pub(in crate::ledger) fn is_still_due(book: &impl Book, record: &Record, fact: Fact) -> Result<bool, StorageFailed> {
    let Some(framework) = record.framework.as_deref() else { return Ok(false) };
    let is_open = framework.stage() == Stage::Asked;
    Ok(match fact {
        Fact::MentorLetter => framework.ending.is_none(),
        Fact::MentorReminder => is_open,
        Fact::NoAnswerLetter => {
            let tasks = book.tasks(&Subject::Record(record.id.clone()))?;
            let has_link_failed = tasks.iter().any(|task| {
                task.fact == Fact::MentorLetter && matches!(task.state, TaskState::Unknown | TaskState::GivenUp)
            });
            match Asking::of(&tasks) {
                // Whoever has agreed waits for no answer, and has asked for a new link all the same.
                Asking::Unsure | Asking::Undelivered => framework.ending.is_none() && (is_open || has_link_failed),
                Asking::Reminded | Asking::Told => is_open,
                Asking::UnderWay | Asking::Asked => false,
            }
        }
        Fact::MentorNews => telling::knows(book, record)?,
        _ => true,
    })
}
