//! Opening links and reading one's own page.

use super::{Book, Decided, LinkKind, Record, Session, StorageFailed, agree, requests, staff};
use crate::call::{OpenRequest, OwnFramework, OwnPage};
use crate::framework::{Asking, Side};
use crate::link::{LinkHash, Opened, SESSION_MS};
use crate::outbox::{Fact, Subject, TaskState};
use crate::problem::Problem;
use crate::reference::Reference;

/// Devices on which one record's people may have the page open at once; the oldest session gives way.
const SESSIONS_MAX: i64 = 20;

/// Begins a session for whoever holds a link's secret: at their own page, or, of the staff, at the desk.
pub fn open(book: &impl Book, first: Option<&str>, request: &OpenRequest) -> Decided<Opened> {
    let now = book.now();
    let Some((id, link)) = book.link(&request.link)? else {
        let language = staff::open(book, first, &request.link, &request.session)?;
        return Ok(language.map(Opened::Desk).ok_or(Problem::LinkNotGood));
    };
    let may_open = |record: &Record| !record.is_closed(now) && !record.is_cancelled(link.kind);
    let Some(record) = book.record(&id)?.filter(may_open) else {
        return Ok(Err(Problem::LinkNotGood));
    };
    book.end_sessions(now)?;
    // Opened, the answer lost, and opened again: the session is the one that has begun.
    let ends_at = match book.session(&request.session, now)? {
        Some(begun) => begun.ends_at,
        None => now.saturating_add(SESSION_MS),
    };
    begin(book, &record, &request.session, &Session { record: id, kind: link.kind, ends_at })?;
    let language = record.draft.language;
    let asked = requests::to_answer(book, &record, link.kind)?;
    Ok(Ok(asked.map_or(Opened::Own(language), |of| Opened::Request(language, of))))
}

/// A record is opened by its person: by its own link, or from another page of theirs.
pub(super) fn begin(
    book: &impl Book,
    record: &Record,
    hash: &LinkHash,
    session: &Session,
) -> Result<(), StorageFailed> {
    if let Some(next) = record.opened(session.kind, book.now()) {
        book.put_changed(&next)?;
    }
    if session.kind == LinkKind::Mailed {
        agree::ask_mentor(book, record)?;
    }
    book.put_session(hash, session)?;
    book.limit_sessions(&record.id, SESSIONS_MAX)
}

/// As [`own_record`], if it is the one that the page showed: the session is the browser's, and another link may have been opened
/// in another tab.
pub(super) fn shown_record(book: &impl Book, session: &LinkHash, of: &Reference) -> Decided<(Record, Side)> {
    Ok(own_record(book, session)?
        .and_then(|(record, side)| if record.reference == *of { Ok((record, side)) } else { Err(Problem::Changed) }))
}

/// The record of a session's person, and which of a pair that person is.
pub fn own_record(book: &impl Book, session: &LinkHash) -> Decided<(Record, Side)> {
    Ok(own_session(book, session)?.map(|(record, session)| (record, session.kind.side())))
}

/// The record of a session, with what is known of the session.
pub(super) fn own_session(book: &impl Book, hash: &LinkHash) -> Decided<(Record, Session)> {
    let found = match book.session(hash, book.now())? {
        Some(session) => book.record(&session.record)?.map(|record| (record, session)),
        None => None,
    };
    Ok(found.ok_or(Problem::NotSignedIn))
}

/// A record as one side sees it.
pub fn page_of(book: &impl Book, record: &Record, side: Side) -> Result<OwnPage, StorageFailed> {
    let mut page = record.own_page();
    if let Some(framework) = record.framework.as_deref() {
        let shown = framework.answers(framework.shown());
        for (id, values) in &mut page.answers {
            if let Some(agreed) = shown.and_then(|answers| answers.get(id)) {
                values.clone_from(agreed);
            }
        }
        let subject = Subject::Record(record.id.clone());
        let tasks = book.tasks(&subject)?;
        let letter = tasks.iter().find(|task| task.fact == Fact::MentorLetter);
        page.framework = Some(Box::new(OwnFramework {
            side,
            framework: framework.clone(),
            is_confirmed: record.is_confirmed(),
            asked_at: letter.filter(|task| task.state == TaskState::Done).map(|task| task.due_at),
            asking: Asking::of(&tasks),
        }));
    }
    Ok(page)
}
