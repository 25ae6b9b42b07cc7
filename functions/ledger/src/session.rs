//! Opening links and reading one's own page.

use crate::answer::Decided;
use crate::clock;
use crate::rows::Rows;
use domain::call::{DraftId, Millis, OpenRequest, OwnPage, ReadOwnRequest};
use domain::link::SESSION_MS;
use domain::problem::Problem;
use domain::text::Language;
use serde::Deserialize;
use worker::Result;

/// Devices on which one person may have the page open at once; the oldest session gives way.
const SESSIONS_MAX: i64 = 20;

#[derive(Deserialize)]
struct SessionRow {
    record: String,
}

/// Begins a session for whoever holds a link's secret. To be run in one transaction.
pub fn open(rows: &Rows, request: &OpenRequest) -> Decided<Language> {
    let now = clock::now(rows);
    let Some((id, link)) = rows.link(&request.link)? else { return Ok(Err(Problem::LinkNotGood)) };
    let Some(record) = rows.record(&id)? else { return Ok(Err(Problem::LinkNotGood)) };
    if let Some(next) = record.opened(link.kind, now) {
        rows.put_record(&next)?;
        rows.seal_again(&id, now)?;
    }
    end_sessions(rows, now)?;
    rows.run(
        "DELETE FROM session WHERE record = ? AND hash NOT IN (
           SELECT hash FROM session WHERE record = ? ORDER BY ends_at DESC LIMIT ?)",
        vec![id.as_str().into(), id.as_str().into(), SESSIONS_MAX.saturating_sub(1).into()],
    )?;
    rows.run(
        "INSERT OR REPLACE INTO session (hash, record, ends_at) VALUES (?, ?, ?)",
        vec![request.session.as_str().into(), id.as_str().into(), now.saturating_add(SESSION_MS).into()],
    )?;
    Ok(Ok(record.draft.language))
}

/// What the person of a session sees.
pub fn read_own(rows: &Rows, request: &ReadOwnRequest) -> Decided<OwnPage> {
    let row: Option<SessionRow> = rows.first(
        "SELECT record FROM session WHERE hash = ? AND ends_at > ?",
        vec![request.session.as_str().into(), clock::now(rows).into()],
    )?;
    let Some(id) = row.and_then(|row| DraftId::parse(&row.record)) else { return Ok(Err(Problem::NotSignedIn)) };
    Ok(rows.record(&id)?.map(|record| record.own_page()).ok_or(Problem::NotSignedIn))
}

/// Sessions that have ended are removed, not only ignored.
pub fn end_sessions(rows: &Rows, now: Millis) -> Result<()> {
    rows.run("DELETE FROM session WHERE ends_at <= ?", vec![now.into()])
}
