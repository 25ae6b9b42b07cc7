//! Staff's decisions: a record comes into another standing, the person is told by a letter that waits ten minutes, and until
//! it has gone the decision can be taken back.

use super::change::reason;
use super::{Book, Decided, Decision, Event, Happening, Record, StorageFailed, requests};
use crate::answer;
use crate::call::DraftId;
use crate::letter::decision_text;
use crate::mentor::CHECKED_FIELD;
use crate::outbox::{Fact, Subject, Task};
use crate::problem::{Fault, FaultKind, Problem};
use crate::programme::Role;
use crate::question::Kind;
use crate::request::{Request, Stage};
use crate::standing::{LETTER_WAITS_MS, Move, Standing};

/// The longest letter staff may write, in Unicode scalar values: a page.
pub const LETTER_MAX: u16 = 3000;

/// What is decided, and what was seen when it was.
#[derive(Clone, Copy, Debug)]
pub struct Deciding<'a> {
    pub id: &'a DraftId,
    /// The version that was seen.
    pub seen: u32,
    pub standing: Standing,
    /// The address of who decides; empty for a command of development.
    pub by: &'a str,
    pub comment: Option<&'a str>,
    /// What the letter says, where it is not as it would be.
    pub letter: Option<&'a str>,
}

/// Brings a record into another standing. A changed record is not decided about: [`Problem::Changed`].
pub fn decide(book: &impl Book, deciding: &Deciding<'_>) -> Decided<Record> {
    decide_with(book, deciding, None)
}

/// As [`decide`]; with a mentor who is asked by it.
pub(super) fn decide_with(book: &impl Book, deciding: &Deciding<'_>, asked: Option<Request>) -> Decided<Record> {
    let Some(record) = book.record(deciding.id)? else { return Ok(Err(Problem::NotFound)) };
    if is_same(&record, deciding) {
        // Decided, the answer lost, and sent again.
        return Ok(Ok(record));
    }
    let way = record.role().and_then(|role| record.standing.move_to(role, deciding.standing)).copied();
    let Some(way) = way.filter(|_| record.version == deciding.seen && !record.restricted) else {
        return Ok(Err(Problem::Changed));
    };
    if let Some(problem) = stands_against(&record, way) {
        return Ok(Err(problem));
    }
    let comment = match checked_comment(way, deciding.comment) {
        Ok(comment) => comment,
        Err(problem) => return Ok(Err(problem)),
    };
    let letter = match checked_letter(&record, way, deciding.letter) {
        Ok(letter) => letter,
        Err(problem) => return Ok(Err(problem)),
    };
    let now = book.now();
    let mut next = record.after(Event::by(Happening::Became(way.to), now, deciding.by, comment));
    next.standing = way.to;
    next = requests::decided(book, next, asked)?;
    let requests = (next.requests != record.requests).then(|| record.requests.clone());
    next.decision = letter.map(|letter| Box::new(Decision { from: way.from, letter, requests }));
    if let Err(problem) = requests::follow(book, &record, &next)? {
        return Ok(Err(problem));
    }
    arrange_letter(book, &next)?;
    book.put_changed(&next)?;
    requests::left(book, &record, next).map(Ok)
}

/// What must be so before a record comes there.
fn stands_against(record: &Record, way: Move) -> Option<Problem> {
    let is_chosen = record.request().is_none_or(|request| request.stage == Stage::Accepted);
    match way.to {
        Standing::Listed if record.mentor.is_none() => {
            Some(vec![Fault::of(CHECKED_FIELD, FaultKind::NotChecked)].into())
        }
        Standing::Paired if way.role == Role::Mentee && !is_chosen => Some(Problem::NotChosen),
        Standing::Paired if record.needs_allowing() => Some(Problem::NotIndependent),
        _ => None,
    }
}

/// Whether it is the last thing that happened, decided by the same person from the same version.
fn is_same(record: &Record, deciding: &Deciding<'_>) -> bool {
    let last = record.history.last();
    let is_last = last.is_some_and(|event| {
        event.what == Happening::Became(deciding.standing)
            && event.by.as_deref().unwrap_or_default() == deciding.by
            && event.reason.as_deref() == deciding.comment.map(str::trim).filter(|comment| !comment.is_empty())
    });
    is_last && record.standing == deciding.standing && record.version > deciding.seen
}

fn checked_comment(way: Move, comment: Option<&str>) -> Result<Option<String>, Problem> {
    match comment.map(str::trim).filter(|comment| !comment.is_empty()) {
        Some(comment) => reason(comment, "comment").map(Some),
        None if way.reason => Err(vec![Fault::of("comment", FaultKind::Missing)].into()),
        None => Ok(None),
    }
}

/// What the letter says, where there is one. What is probably not a person gets none.
fn checked_letter(record: &Record, way: Move, letter: Option<&str>) -> Result<Option<String>, Problem> {
    // Of a mentor's yes the letter tells that asks for the mentee's.
    let tells_itself = way.to == Standing::AgreedByMentor && record.request().is_some();
    if !way.letter || tells_itself || record.draft.is_suspect() {
        return Ok(None);
    }
    let Some(letter) = letter else { return Ok(decision_text(record, way.to)) };
    match answer::check_text(Kind::LongText { max: LETTER_MAX }, letter) {
        Ok(letter) => Ok(Some(letter)),
        Err(kind) => Err(vec![Fault::of("letter", kind)].into()),
    }
}

/// The letter of the newest decision takes the place of one that still waits; a decision without a letter leaves none waiting
/// that would tell of something else.
pub(super) fn arrange_letter(book: &impl Book, record: &Record) -> Result<(), StorageFailed> {
    let subject = Subject::Record(record.id.clone());
    if record.decision.is_some() {
        let goes_at = book.now().saturating_add(LETTER_WAITS_MS);
        return book.put_task(&subject, &Task::new(Fact::DecisionLetter, goes_at));
    }
    if is_waiting(book, &subject)? { book.remove_task(&subject, Fact::DecisionLetter) } else { Ok(()) }
}

fn is_waiting(book: &impl Book, subject: &Subject) -> Result<bool, StorageFailed> {
    let letter = book.task(subject, Fact::DecisionLetter)?;
    Ok(letter.as_ref().is_some_and(Task::has_not_begun))
}

/// Takes back the last decision, as long as its letter has not been begun.
pub fn undo(book: &impl Book, id: &DraftId, seen: u32, by: &str) -> Decided<Record> {
    let Some(record) = book.record(id)? else { return Ok(Err(Problem::NotFound)) };
    let subject = Subject::Record(id.clone());
    let is_undone = record.history.last().is_some_and(|event| matches!(event.what, Happening::Undone(_)));
    if is_undone && record.version > seen {
        // Twice is the same as once.
        return Ok(Ok(record));
    }
    let Some(decision) = record.decision.as_deref().filter(|_| record.version == seen) else {
        return Ok(Err(Problem::Changed));
    };
    if !is_waiting(book, &subject)? {
        return Ok(Err(Problem::Changed));
    }
    let from = decision.from;
    let mut next = record.after(Event::by(Happening::Undone(from), book.now(), by, None));
    next.standing = from;
    if let Some(requests) = decision.requests.clone() {
        next.requests = requests;
    }
    next.decision = None;
    if let Err(problem) = requests::follow(book, &record, &next)? {
        return Ok(Err(problem));
    }
    if let Some(mentor) = next.place() {
        requests::leave_released(book, mentor)?;
    }
    book.remove_task(&subject, Fact::DecisionLetter)?;
    book.put_changed(&next)?;
    requests::left(book, &record, next).map(Ok)
}

/// Writes a comment into the history.
pub fn comment(book: &impl Book, id: &DraftId, seen: u32, by: &str, text: &str) -> Decided<Record> {
    let text = match reason(text, "reason") {
        Ok(text) => text,
        Err(problem) => return Ok(Err(problem)),
    };
    let Some(record) = book.record(id)? else { return Ok(Err(Problem::NotFound)) };
    let event = Event::by(Happening::Commented, book.now(), by, Some(text));
    if record.history.last().is_some_and(|last| event.is_again(last)) {
        return Ok(Ok(record));
    }
    if record.version != seen {
        return Ok(Err(Problem::Changed));
    }
    let next = record.after(event);
    book.put_changed(&next)?;
    Ok(Ok(next))
}
