//! What each of the two of a request may see.

use super::super::{Book, Decided, LinkKind, Record, StorageFailed, links};
use super::place;
use crate::call::{OwnRequest, ReadRequestRequest, RequestPage};
use crate::problem::Problem;
use crate::programme::Role;
use crate::reference::Reference;
use crate::request::{Request, Stage};
use crate::standing::Standing;

/// What a session's person sees of a request.
pub(super) struct Seen {
    pub mentee: Record,
    pub mentor: Record,
    /// Which of the two reads.
    pub reader: Role,
    pub request: Request,
}

/// The last request about a mentee, or to the mentor who reads, if the session's person may read it: by a letter's link alone, for whoever has sent something
/// under an address that is not theirs sees nobody's answers.
pub(super) fn seen(book: &impl Book, request: &ReadRequestRequest) -> Decided<Seen> {
    let (record, session) = match links::own_session(book, &request.session)? {
        Ok(found) => found,
        Err(problem) => return Ok(Err(problem)),
    };
    let is_by_letter = session.kind == LinkKind::Mailed;
    let (mentee, reader) = match record.role() {
        Some(Role::Mentee) if is_by_letter && record.reference == request.of => (Some(record.clone()), Role::Mentee),
        Some(Role::Mentor) if is_by_letter && !record.restricted => {
            let id = book.by_reference(&request.of)?;
            (id.map(|id| book.record(&id)).transpose()?.flatten(), Role::Mentor)
        }
        _ => (None, Role::Mentor),
    };
    let Some(mentee) = mentee.filter(|mentee| !mentee.restricted) else { return Ok(Err(Problem::Changed)) };
    let is_theirs = |asked: &&Request| match reader {
        Role::Mentor => asked.mentor == record.id,
        _ => asked.is_known_to_the_mentee(),
    };
    let asked = match reader {
        // Somebody else may have been asked since.
        Role::Mentor => mentee.requests.iter().rev().find(is_theirs),
        _ => mentee.requests.last().filter(is_theirs),
    };
    let Some(asked) = asked.cloned() else { return Ok(Err(Problem::Changed)) };
    let mentor = book.record(&asked.mentor)?.filter(|mentor| !mentor.restricted);
    Ok(mentor.map(|mentor| Seen { mentee, mentor, reader, request: asked }).ok_or(Problem::Changed))
}

/// The requests on the own page of whoever came by that kind of link.
pub(in crate::ledger) fn own(
    book: &impl Book,
    record: &Record,
    kind: LinkKind,
) -> Result<Vec<OwnRequest>, StorageFailed> {
    let mut own = Vec::new();
    match record.role() {
        Some(Role::Mentee) if kind == LinkKind::Mailed => own.extend(
            record
                .request()
                .filter(|request| request.is_known_to_the_mentee())
                .map(|request| OwnRequest::of(record, request)),
        ),
        Some(Role::Mentor) if kind == LinkKind::Mailed => {
            for id in book.requests_of(&record.id)? {
                let mentee = book.record(&id)?.filter(|mentee| !mentee.restricted);
                own.extend(mentee.and_then(|mentee| Some(OwnRequest::of(&mentee, mentee.request()?))));
            }
        }
        _ => {}
    }
    // What waits for an answer comes first.
    own.sort_by_key(|request| (request.stage, request.is_paired, request.answer_by.clone()));
    Ok(if record.restricted { Vec::new() } else { own })
}

/// The request that whoever opens a link is asked about, if there is one.
pub(in crate::ledger) fn to_answer(
    book: &impl Book,
    record: &Record,
    kind: LinkKind,
) -> Result<Option<Reference>, StorageFailed> {
    let waits = |stage| match record.role() {
        Some(Role::Mentor) => stage == Stage::Asked,
        _ => matches!(stage, Stage::Wondering | Stage::Agreed),
    };
    let first = own(book, record, kind)?.into_iter().find(|request| waits(request.stage));
    Ok(first.map(|request| request.of))
}

/// What the page of a request shows: the other's answers that this one may see, and once the two are a pair how to reach them.
/// Of what is over it shows no more than that.
pub fn read(book: &impl Book, request: &ReadRequestRequest) -> Decided<RequestPage> {
    let seen = match seen(book, request)? {
        Ok(seen) => seen,
        Err(problem) => return Ok(Err(problem)),
    };
    let Seen { mentee, mentor, reader, request } = &seen;
    let (own, other) = if *reader == Role::Mentor { (mentor, mentee) } else { (mentee, mentor) };
    // Whoever is asked something by a mentor who has not said yes is not told who that is.
    let may_read = *reader == Role::Mentor || request.holds_a_place();
    let is_paired = request.is_open() && mentee.standing == Standing::Paired;
    Ok(Ok(RequestPage {
        of: mentee.reference.clone(),
        reader: reader.slug().to_owned(),
        programme: mentee.draft.programme.clone(),
        stage: request.stage,
        is_paired,
        answer_by: request.answer_by.clone(),
        answers: if request.is_open() && may_read { place::shown(other) } else { Vec::new() },
        question: request.question.clone().filter(|_| request.is_open()),
        own: place::shown(own),
        word: mentee.word_to(&mentor.id).filter(|_| *reader == Role::Mentor && request.is_open()).map(str::to_owned),
        asked_at: request.asked_at,
        reason: request.reason.filter(|_| *reader == Role::Mentor),
        contact: if place::may_reach(mentee, mentor) { place::contact(other) } else { None },
    }))
}
