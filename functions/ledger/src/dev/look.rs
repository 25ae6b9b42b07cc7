//! A look at what is kept: records with their tasks and links (hashes only), the ledger's own state, and the copies in KV.

use crate::answer::json;
use crate::object::Ledger;
use crate::row::IdRow;
use crate::rows::{Rows, Stored};
use domain::call::DraftId;
use domain::ledger::{Book, Copies, CopyFailed, Link, Office, Record, StorageFailed, rotate};
use domain::outbox::{Subject, Task};
use serde::{Deserialize, Serialize};
use worker::{Error, Response, Result};

#[derive(Deserialize)]
struct SubjectRow {
    subject: String,
}

#[derive(Deserialize, Serialize)]
struct LiveRow {
    programme: String,
    version: u32,
    body: String,
}

#[derive(Serialize)]
struct Seen {
    record: Record,
    links: Vec<Link>,
    tasks: Vec<Task>,
}

/// What is not about one record.
#[derive(Serialize)]
struct State {
    lives: Vec<LiveRow>,
    erased: Vec<String>,
    /// Spooled copies that stay where they are, with why.
    aside: Vec<(String, String)>,
    rotation: rotate::Rotation,
    /// Tasks about something else than a record.
    tasks: Vec<(String, Task)>,
}

fn failed(_: StorageFailed) -> Error {
    Error::from("storage failed")
}

pub fn records(ledger: &Ledger) -> Result<Response> {
    json(&ledger.look(all).map_err(failed)?, 200)
}

fn all(rows: &Rows) -> Stored<Vec<Seen>> {
    let ids: Vec<IdRow> = rows.all("SELECT id FROM record ORDER BY rowid", vec![])?;
    let mut seen = Vec::new();
    for id in ids.iter().filter_map(|row| DraftId::parse(&row.id)) {
        if let Some(record) = rows.record(&id)? {
            let tasks = rows.tasks(&Subject::Record(id.clone()))?;
            seen.push(Seen { record, links: rows.links(&id)?, tasks });
        }
    }
    Ok(seen)
}

pub fn state(ledger: &Ledger) -> Result<Response> {
    json(&ledger.look(whole_state).map_err(failed)?, 200)
}

fn whole_state(rows: &Rows) -> Stored<State> {
    let erased: Vec<IdRow> = rows.all("SELECT name AS id FROM erasure ORDER BY name", vec![])?;
    let subjects: Vec<SubjectRow> =
        rows.all("SELECT DISTINCT subject FROM outbox WHERE subject LIKE '%/%' ORDER BY subject", vec![])?;
    let mut tasks = Vec::new();
    for subject in subjects.iter().filter_map(|row| Subject::parse(&row.subject)) {
        tasks.extend(rows.tasks(&subject)?.into_iter().map(|task| (subject.key(), task)));
    }
    Ok(State {
        lives: rows.all("SELECT programme, version, body FROM live ORDER BY programme, version", vec![])?,
        erased: erased.into_iter().map(|row| row.id).collect(),
        aside: rows.aside()?,
        rotation: rotate::read(rows)?,
        tasks,
    })
}

/// The names of all copies, or with `?open=<name>` what is in one.
pub async fn copies(ledger: &Ledger, url: &str) -> Result<Response> {
    let Some(copies) = ledger.copies() else { return json(&"no keys", 500) };
    let Some((_, name)) = url.split_once("?open=") else { return names(copies).await };
    match copies.read(&name.replace("%2F", "/")).await {
        Ok(Some(plain)) => {
            let response = Response::from_bytes(plain)?;
            response.headers().set("content-type", "application/json")?;
            Ok(response)
        }
        Ok(None) => json(&"no such key", 404),
        Err(CopyFailed::DoesNotOpen) => json(&"it does not open", 500),
        Err(CopyFailed::Unreachable) => json(&"KV cannot be asked", 500),
    }
}

async fn names(copies: &impl Copies) -> Result<Response> {
    json(&copies.list_all("").await.map_err(|_| Error::from("KV cannot be asked"))?, 200)
}
