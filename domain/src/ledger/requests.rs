//! Requests: staff ask a mentor for a mentee, the mentor answers, then the mentee; a yes takes a place in the same moment, and
//! whatever ends a request gives it back.

mod arrange;
mod asking;
mod page;
mod place;
mod talk;

pub(super) use arrange::{arrange_end, is_still_due, leave_released};
pub use asking::{ask, ask_in_turn};
pub(super) use asking::{is_one_person, is_ruled_out, was_asked};
pub use page::read;
pub(super) use page::{own, to_answer};
pub(super) use place::{contact, may_reach, reconcile};
pub use talk::talk;

use super::{Book, Decided, Event, Happening, Record, StorageFailed, decide, documents, willing};
use crate::calendar;
use crate::call::{AnswerRequest, ExplainRequest, ReadRequestRequest};
use crate::desk::closure;
use crate::outbox::{Fact, Subject};
use crate::problem::Problem;
use crate::programme::Role;
use crate::request::{ANSWER_DAYS, Request, Stage, Why};
use crate::standing::Standing;
use arrange::arrange;
use page::seen;

/// The day by which whoever is asked now answers.
fn answer_by(book: &impl Book) -> Result<String, StorageFailed> {
    Ok(closure::working_day_after(&documents::closures(book)?.closures, book.now(), ANSWER_DAYS))
}

/// One of the two says yes or no. Twice is the same as once; what was decided meanwhile stands.
pub fn answer(book: &impl Book, request: &AnswerRequest) -> Decided<()> {
    let wanted = ReadRequestRequest { session: request.session.clone(), of: request.of.clone() };
    let seen = match seen(book, &wanted)? {
        Ok(seen) => seen,
        Err(problem) => return Ok(Err(problem)),
    };
    if seen.request.asked_at != request.asked_at {
        // Another mentor was asked since the page was opened.
        return Ok(Err(Problem::Changed));
    }
    let next = match (seen.request.stage, seen.reader, request.yes) {
        (Stage::Asked | Stage::Wondering, Role::Mentor, true) => Stage::Agreed,
        (Stage::Asked | Stage::Wondering, Role::Mentor, false) => Stage::Over(Why::NotNow),
        (Stage::Agreed, Role::Mentee, true) => Stage::Accepted,
        (Stage::Agreed, Role::Mentee, false) => Stage::Over(Why::OtherMentor),
        // Said, the answer lost, and said again.
        (Stage::Agreed | Stage::Accepted, Role::Mentor, true)
        | (Stage::Accepted, Role::Mentee, true)
        | (Stage::Over(Why::NotNow), Role::Mentor, false)
        | (Stage::Over(Why::OtherMentor), Role::Mentee, false) => return Ok(Ok(())),
        _ => return Ok(Err(Problem::Changed)),
    };
    if let Err(problem) = moved(book, &seen.mentee, next)? {
        return Ok(Err(problem));
    }
    if next == Stage::Over(Why::NotNow) {
        willing::heard(book, &seen.mentor.id)?;
    }
    if seen.reader == Role::Mentor {
        place::answered(book, &seen.mentor.id, &seen.request)?;
    }
    Ok(Ok(()))
}

/// A mentor who has said "not now" says why, once.
pub fn explain(book: &impl Book, request: &ExplainRequest) -> Decided<()> {
    let wanted = ReadRequestRequest { session: request.session.clone(), of: request.of.clone() };
    let seen = match seen(book, &wanted)? {
        Ok(seen) => seen,
        Err(problem) => return Ok(Err(problem)),
    };
    let is_theirs = seen.reader == Role::Mentor && seen.request.asked_at == request.asked_at;
    if !is_theirs || seen.request.stage != Stage::Over(Why::NotNow) {
        return Ok(Err(Problem::Changed));
    }
    if seen.request.reason.is_some() {
        // Twice is the same as once.
        return Ok(Ok(()));
    }
    let mut next = Record { version: seen.mentee.version.saturating_add(1), ..seen.mentee };
    for known in next.requests.iter_mut().filter(|known| **known == seen.request) {
        known.reason = Some(request.reason);
    }
    book.put_changed(&next)?;
    Ok(Ok(()))
}

/// The record with its request in another stage, stored, with all that follows.
fn moved(book: &impl Book, before: &Record, stage: Stage) -> Decided<Record> {
    let mut next = staged(book, before.clone(), stage)?;
    let following = asking::next_in_turn(book, &next)?;
    let standing = match stage {
        Stage::Asked | Stage::Wondering => Standing::WithMentor,
        Stage::Agreed | Stage::Accepted => Standing::AgreedByMentor,
        Stage::Over(_) if following.is_some() => Standing::WithMentor,
        Stage::Over(_) => Standing::UnderReview,
    };
    let what = match stage {
        Stage::Accepted => Happening::MenteeAgreed,
        Stage::Wondering => Happening::MentorWondered,
        Stage::Asked => Happening::MenteeReplied,
        Stage::Over(_) if following.is_some() => Happening::NextAsked,
        _ if standing != before.standing => Happening::Became(standing),
        _ => return Ok(Err(Problem::Changed)),
    };
    next = next.after(Event::of(what, book.now()));
    next.standing = standing;
    next.requests.extend(following);
    if next.standing == Standing::UnderReview {
        // The first promise has been kept; whoever waits again has a new day.
        next.answer_by = Some(answer_by(book)?);
    }
    // A decision's letter that waits would tell of what is over.
    next.decision = None;
    if let Err(problem) = follow(book, before, &next)? {
        return Ok(Err(problem));
    }
    decide::arrange_letter(book, &next)?;
    book.put_changed(&next)?;
    Ok(Ok(next))
}

/// The record with its open request in another stage; whoever is asked from then on has days of their own for it.
fn staged(book: &impl Book, record: Record, stage: Stage) -> Result<Record, StorageFailed> {
    let mut next = record.requested(stage, book.now());
    if matches!(stage, Stage::Asked | Stage::Wondering | Stage::Agreed)
        && let Some(request) = next.requests.last_mut().filter(|request| request.stage == stage)
    {
        request.answer_by = answer_by(book)?;
    }
    Ok(next)
}

/// What a decision of staff's makes of the requests: a mentor is asked by it, has said yes to staff, or waits no more.
pub(super) fn decided(book: &impl Book, next: Record, asked: Option<Request>) -> Result<Record, StorageFailed> {
    let mut next = next;
    match asked {
        Some(request) => next.requests.push(request),
        None if next.standing == Standing::AgreedByMentor => next = staged(book, next, Stage::Agreed)?,
        None => next = next.released(book.now()),
    }
    Ok(next)
}

/// What a changed record means for the mentor's place and for the letters. The record itself is stored by the caller.
pub(super) fn follow(book: &impl Book, before: &Record, next: &Record) -> Decided<()> {
    if before.requests == next.requests && before.standing == next.standing {
        return Ok(Ok(()));
    }
    if before.place() != next.place() {
        if let Some(mentor) = next.place()
            && let Err(problem) = place::take(book, mentor, next.standing == Standing::Paired)?
        {
            return Ok(Err(problem));
        }
        if let Some(mentor) = before.place() {
            place::give_back(book, mentor)?;
        }
    }
    arrange(book, before, next).map(Ok)
}

/// A mentor's record has been stored in another standing: whoever is listed no more is asked no more. The record as it is then.
pub(super) fn left(book: &impl Book, before: &Record, next: Record) -> Result<Record, StorageFailed> {
    let was_listed = next.role() == Some(Role::Mentor) && before.standing == Standing::Listed;
    if !was_listed || next.standing == Standing::Listed {
        return Ok(next);
    }
    mentor_gone(book, &next)?;
    Ok(book.record(&next.id)?.unwrap_or(next))
}

/// The day of an answer is over.
pub(super) fn ran_out(book: &impl Book, subject: &Subject) -> Result<(), StorageFailed> {
    book.remove_task(subject, Fact::RequestEnds)?;
    let Subject::Record(id) = subject else { return Ok(()) };
    let Some(record) = book.record(id)? else { return Ok(()) };
    if let Some(mentor) = record.place() {
        // What cannot be read fails before anything is changed.
        book.record(mentor)?;
    }
    let Some(request) = record.request().filter(|request| request.waits_for().is_some()) else { return Ok(()) };
    if calendar::day(book.now()) <= request.answer_by {
        // The clock was set back.
        return arrange_end(book, &record);
    }
    let letter = book.task(subject, Fact::RequestLetter)?;
    let why = match request.stage {
        // Who was never reached has not kept anybody waiting.
        Stage::Asked if letter.is_some_and(|letter| !letter.state.is_final()) => Why::NotReached,
        Stage::Asked => Why::NoAnswer,
        _ => Why::NoChoice,
    };
    moved(book, &record, Stage::Over(why)).map(drop)
}

/// The letter that asks one of the two could not be delivered: nobody waits for an answer that cannot come.
pub(super) fn not_reached(book: &impl Book, record: &Record, fact: Fact) -> Result<(), StorageFailed> {
    let stage = record.request().map(|request| request.stage);
    let why = match (fact, stage) {
        (Fact::RequestLetter, Some(Stage::Asked)) => Why::NotReached,
        (Fact::ChoiceLetter, Some(Stage::Wondering | Stage::Agreed)) => Why::NoChoice,
        _ => return Ok(()),
    };
    moved(book, record, Stage::Over(why)).map(drop)
}

/// Whoever can be asked no more is asked no more: requests to that mentor that have not led to a pair are over.
pub(super) fn mentor_gone(book: &impl Book, mentor: &Record) -> Result<(), StorageFailed> {
    for id in book.requests_of(&mentor.id)? {
        let Some(record) = book.record(&id)?.filter(|record| record.standing != Standing::Paired) else { continue };
        if record.request().is_some_and(|request| request.mentor == mentor.id) {
            moved(book, &record, Stage::Over(Why::MentorGone)).map(drop)?;
        }
    }
    Ok(())
}

/// Nothing is done any more with a record but keeping it: whoever was asked is asked no more.
pub(super) fn rest(book: &impl Book, record: &Record) -> Result<(), StorageFailed> {
    match record.role() {
        Some(Role::Mentor) => mentor_gone(book, record),
        _ if record.request().is_some() && record.standing != Standing::Paired => {
            moved(book, record, Stage::Over(Why::Released)).map(drop)
        }
        _ => Ok(()),
    }
}

/// A record is erased: the place that it took is free again, and whoever was asked by it is asked no more.
pub(super) fn erased(book: &impl Book, record: &Record) -> Result<(), StorageFailed> {
    if let Some(mentor) = record.place() {
        place::give_back(book, mentor)?;
        arrange::tell_released(book, mentor)?;
    }
    if record.role() == Some(Role::Mentor) { mentor_gone(book, record) } else { Ok(()) }
}
