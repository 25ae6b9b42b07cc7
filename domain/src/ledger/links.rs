//! Opening links and reading one's own page.

use super::{Book, Decided, Record};
use crate::call::{OpenRequest, OwnPage, ReadOwnRequest};
use crate::link::{LinkHash, SESSION_MS};
use crate::problem::Problem;
use crate::text::Language;

/// Devices on which one person may have the page open at once; the oldest session gives way.
const SESSIONS_MAX: i64 = 20;

/// Begins a session for whoever holds a link's secret; says the language of the application.
pub fn open(book: &impl Book, request: &OpenRequest) -> Decided<Language> {
    let now = book.now();
    let Some((id, link)) = book.link(&request.link)? else { return Ok(Err(Problem::LinkNotGood)) };
    let Some(record) = book.record(&id)? else { return Ok(Err(Problem::LinkNotGood)) };
    if let Some(next) = record.opened(link.kind, now) {
        book.put_changed(&next)?;
    }
    book.end_sessions(now)?;
    book.put_session(&request.session, &id, now.saturating_add(SESSION_MS), SESSIONS_MAX)?;
    Ok(Ok(record.draft.language))
}

/// What the person of a session sees.
pub fn read_own(book: &impl Book, request: &ReadOwnRequest) -> Decided<OwnPage> {
    Ok(own_record(book, &request.session)?.map(|record| record.own_page()))
}

/// The record of a session's person.
pub fn own_record(book: &impl Book, session: &LinkHash) -> Decided<Record> {
    let record = match book.session(session, book.now())? {
        Some(id) => book.record(&id)?,
        None => None,
    };
    Ok(record.ok_or(Problem::NotSignedIn))
}
