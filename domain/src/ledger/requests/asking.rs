//! Whom staff ask, and which of a mentee's wishes is asked next.

use super::super::decide::{self, Deciding};
use super::super::{Book, Decided, Record, StorageFailed, reading};
use super::answer_by;
use crate::calendar;
use crate::call::DraftId;
use crate::desk::call::{AskMentorRequest, Seen};
use crate::desk::row;
use crate::matching::{self, Crowd, Fit};
use crate::mentor::{self, Offer};
use crate::problem::Problem;
use crate::programme::Role;
use crate::reference::Reference;
use crate::request::{OPEN_MAX, REQUESTS_MAX, Request, Stage};
use crate::standing::Standing;
use crate::wish;

/// Staff ask a mentor: the mentee's record comes to [`Standing::WithMentor`], and both letters wait as any decision's does.
pub fn ask(book: &impl Book, record: &Record, by: &str, request: &AskMentorRequest) -> Decided<Record> {
    let id = Reference::parse(&request.mentor).map(|reference| book.by_reference(&reference)).transpose()?.flatten();
    let Some(mentor) = id.map(|id| book.record(&id)).transpose()?.flatten() else {
        return Ok(Err(Problem::NotFound));
    };
    if is_known(record, request.seen, |known| known.mentor == mentor.id) {
        return Ok(Ok(record.clone()));
    }
    if !may_be_decided(record, request.seen) {
        return Ok(Err(Problem::Changed));
    }
    if let Some(problem) = stands_against(book, record, &mentor)? {
        return Ok(Err(problem));
    }
    let asked = asked_now(book, mentor.id, false)?;
    decided(book, record, request.seen, by, request.letter.as_deref(), asked)
}

/// Staff let the mentors be asked whom the mentee wishes for: the first who can be asked now, and by itself the next wherever
/// nothing comes of it.
pub fn ask_in_turn(book: &impl Book, record: &Record, by: &str, request: &Seen) -> Decided<Record> {
    if is_known(record, request.seen, |known| known.in_turn) {
        return Ok(Ok(record.clone()));
    }
    if !may_be_decided(record, request.seen) {
        return Ok(Err(Problem::Changed));
    }
    match next_wish(book, record)? {
        Some(asked) => decided(book, record, request.seen, by, None, asked),
        None => Ok(Err(Problem::NoPlace)),
    }
}

/// Whether it was asked, the answer lost, and is asked again.
fn is_known(record: &Record, seen: u32, is_it: impl Fn(&Request) -> bool) -> bool {
    let is_asked = record.request().is_some_and(|known| known.stage == Stage::Asked && is_it(known));
    is_asked && record.version > seen
}

/// Whether staff may ask somebody for the mentee, as they saw the record.
fn may_be_decided(record: &Record, seen: u32) -> bool {
    matches!(record.standing, Standing::Received | Standing::UnderReview) && record.version == seen
}

fn decided(
    book: &impl Book,
    record: &Record,
    seen: u32,
    by: &str,
    letter: Option<&str>,
    asked: Request,
) -> Decided<Record> {
    let standing = Standing::WithMentor;
    let deciding = Deciding { id: &record.id, seen, standing, by, comment: None, letter };
    decide::decide_with(book, &deciding, Some(asked))
}

/// Why a mentor cannot be asked for a mentee.
fn stands_against(book: &impl Book, record: &Record, mentor: &Record) -> Result<Option<Problem>, StorageFailed> {
    let may = record.role() == Some(Role::Mentee)
        && mentor.draft.programme == record.draft.programme
        && !record.draft.is_suspect()
        // Their answers are shown to staff alone, for a reason.
        && !record.protected
        && !mentor.protected
        && !record.restricted;
    if !may || is_one_person(record, mentor) {
        return Ok(Some(Problem::Changed));
    }
    let takes = mentor::offer(mentor, &calendar::day(book.now())) == Some(Offer::Takes);
    if !takes || !has_place_for_one_more(book, mentor)? {
        return Ok(Some(Problem::NoPlace));
    }
    Ok((record.requests.len() >= REQUESTS_MAX).then_some(Problem::RecordFull))
}

/// Whether a yes to one more could be kept if all who wait for this mentor's answer got a yes too: nobody waits for a mentor who
/// may be full by then.
fn has_place_for_one_more(book: &impl Book, mentor: &Record) -> Result<bool, StorageFailed> {
    let open = book.requests_of(&mentor.id)?;
    let mut waiting = 0_u32;
    for id in &open {
        let waits = book.record(id)?.is_some_and(|record| record.request().is_some() && record.place().is_none());
        waiting = waiting.saturating_add(u32::from(waits));
    }
    let free = mentor.mentor.as_deref().map_or(0, |kept| kept.free);
    Ok(open.len() < OPEN_MAX && waiting < free)
}

fn asked_now(book: &impl Book, mentor: DraftId, in_turn: bool) -> Result<Request, StorageFailed> {
    let now = book.now();
    Ok(Request {
        mentor,
        asked_at: now,
        stage: Stage::Asked,
        since: now,
        answer_by: answer_by(book)?,
        in_turn,
        question: None,
        reason: None,
    })
}

/// The request that follows where nothing came of one that was made in turn.
pub(super) fn next_in_turn(book: &impl Book, record: &Record) -> Result<Option<Request>, StorageFailed> {
    let leads_on = record
        .requests
        .last()
        .is_some_and(|last| last.in_turn && matches!(last.stage, Stage::Over(why) if why.leads_on()));
    if leads_on { next_wish(book, record) } else { Ok(None) }
}

/// Whether nobody is to ask that mentor for the mentee by itself: a rule of the programme speaks against it, or the mentor may be
/// among those whom the mentee rather does not want. Staff who look at the two may still decide otherwise.
pub(in crate::ledger) fn is_ruled_out(record: &Record, mentor: &Record) -> bool {
    let avoid = record.wishes.as_deref().map_or("", |wishes| wishes.avoid.as_str());
    let rules = matching::rules(&record.draft.programme);
    let answers = [record, mentor].map(|one| reading::in_order(&one.draft));
    let [mentee, others] = answers.each_ref().map(Vec::as_slice);
    wish::may_be_named(avoid, row::name(mentor)) || Fit::of(rules, mentee, others, &Crowd::default()).is_ruled_out
}

/// The first wish that can be asked now and was not.
fn next_wish(book: &impl Book, record: &Record) -> Result<Option<Request>, StorageFailed> {
    let wishes = record.wishes.as_deref().map_or(&[][..], |wishes| &wishes.ranked);
    for wish in wishes.iter().filter(|wish| !was_asked(record, &wish.mentor)) {
        let Some(mentor) = book.record(&wish.mentor)? else { continue };
        if !is_ruled_out(record, &mentor) && stands_against(book, record, &mentor)?.is_none() {
            return asked_now(book, mentor.id, true).map(Some);
        }
    }
    Ok(None)
}

/// Whether a mentor was asked for a mentee before: nobody is asked twice by itself.
pub(in crate::ledger) fn was_asked(record: &Record, mentor: &DraftId) -> bool {
    record.requests.iter().any(|request| request.mentor == *mentor)
}

/// Whether both records are of one address: nobody is their own mentor.
pub(in crate::ledger) fn is_one_person(one: &Record, other: &Record) -> bool {
    let address = |record: &Record| record.email().map(|email| email.trim().to_lowercase());
    address(one).is_some_and(|known| address(other) == Some(known))
}
