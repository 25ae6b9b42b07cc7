//! Commands that have no page yet: setting a live half, editing, deciding, allowing, erasing, and losing everything.

use super::{done, wrong};
use crate::answer::{answer as say, json, read};
use crate::object::Ledger;
use crate::row::IdRow;
use crate::rows::{Rows, Stored};
use domain::call::{DraftId, SetLiveRequest};
use domain::draft::Draft;
use domain::ledger::decide::{self, Deciding};
use domain::ledger::{Book, Decided, Office, Record, change, opening};
use domain::problem::Problem;
use domain::standing::Standing;
use serde::Deserialize;
use worker::{Request, Response, Result};

/// A record by its reference.
#[derive(Deserialize)]
struct Named {
    reference: String,
}

#[derive(Deserialize)]
struct Edit {
    reference: String,
    draft: Draft,
}

#[derive(Deserialize)]
struct Decide {
    reference: String,
    seen: Option<u32>,
    standing: Standing,
}

#[derive(Deserialize)]
struct Allow {
    reference: String,
    seen: Option<u32>,
    reason: String,
}

pub fn is_one(path: &str) -> bool {
    matches!(path, "/dev/live" | "/dev/edit" | "/dev/decide" | "/dev/allow" | "/dev/erase" | "/dev/wipe" | "/dev/spoil")
}

pub async fn answer(ledger: &Ledger, path: &str, request: &mut Request) -> Result<Response> {
    match path {
        "/dev/live" => {
            let Some(call) = read::<SetLiveRequest>(request).await else { return wrong() };
            let samples = ledger.samples();
            say(ledger.atomically(move |rows| opening::set(rows, None, &call, samples)).await, path)
        }
        "/dev/edit" => {
            let Some(edit) = read::<Edit>(request).await else { return wrong() };
            let work = move |rows: &Rows, record: Record| change::edit(rows, &record.id, record.version, &edit.draft);
            say(with_record(ledger, edit.reference.clone(), work).await, path)
        }
        "/dev/decide" => {
            let Some(call) = read::<Decide>(request).await else { return wrong() };
            let work = move |rows: &Rows, record: Record| {
                let seen = call.seen.unwrap_or(record.version);
                let (id, standing) = (&record.id, call.standing);
                decide::decide(rows, &Deciding { id, seen, standing, by: "", comment: None, letter: None })
            };
            say(with_record(ledger, call.reference, work).await, path)
        }
        "/dev/allow" => {
            let Some(call) = read::<Allow>(request).await else { return wrong() };
            let work = move |rows: &Rows, record: Record| {
                change::allow(rows, &record.id, call.seen.unwrap_or(record.version), "", &call.reason)
            };
            say(with_record(ledger, call.reference, work).await, path)
        }
        "/dev/erase" => {
            let (Some(wanted), Some(names)) = (read::<Named>(request).await, ledger.names().cloned()) else {
                return wrong();
            };
            let work = move |rows: &Rows, record: Record| change::erase(rows, &names, &record.id);
            say(with_record(ledger, wanted.reference, work).await, path)
        }
        "/dev/spoil" => {
            let Some(named) = read::<Named>(request).await else { return wrong() };
            let statement = "UPDATE record SET body = '{}' WHERE reference = ?";
            done(ledger.atomically(move |rows| rows.run(statement, vec![named.reference.into()])).await)
        }
        "/dev/wipe" => {
            // What is left unread spoils the connection for the next request.
            let _ = request.bytes().await;
            ledger.is_founded.set(false);
            done(ledger.atomically(wipe).await)
        }
        _ => json(&"no such route", 404),
    }
}

/// As if the object had been lost: every row is gone but those that only development has.
fn wipe(rows: &Rows) -> Stored<()> {
    for table in [
        "person",
        "staff_link",
        "staff_session",
        "document",
        "log",
        "session",
        "link",
        "arrival",
        "outbox",
        "record",
        "live",
        "erasure",
        "aside",
    ] {
        rows.run(&format!("DELETE FROM {table}"), vec![])?;
    }
    rows.run("DELETE FROM note WHERE name NOT LIKE 'dev-%'", vec![])
}

async fn with_record<T: 'static>(
    ledger: &Ledger,
    reference: String,
    work: impl FnOnce(&Rows, Record) -> Decided<T> + 'static,
) -> Decided<T> {
    ledger
        .atomically(move |rows| {
            let row: Option<IdRow> = rows.first("SELECT id FROM record WHERE reference = ?", vec![reference.into()])?;
            let record = row.and_then(|row| DraftId::parse(&row.id)).map(|id| rows.record(&id)).transpose()?.flatten();
            match record {
                Some(record) => work(rows, record),
                None => Ok(Err(Problem::NotFound)),
            }
        })
        .await
}
