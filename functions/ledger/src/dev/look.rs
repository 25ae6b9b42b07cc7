//! A look at what is kept: records with their tasks and links (hashes only), and the copies in KV.

use crate::answer::json;
use crate::object::Ledger;
use crate::rows::Rows;
use domain::call::DraftId;
use serde::{Deserialize, Serialize};
use vault::{RecordKey, Store};
use worker::{Response, Result};

#[derive(Deserialize)]
struct IdRow {
    id: String,
}

#[derive(Serialize)]
struct Seen {
    record: domain::ledger::Record,
    links: Vec<domain::ledger::Link>,
    tasks: Vec<domain::outbox::Task>,
}

pub fn records(ledger: &Ledger) -> Result<Response> {
    json(&ledger.look(all)?, 200)
}

fn all(rows: &Rows) -> Result<Vec<Seen>> {
    let ids: Vec<IdRow> = rows.all("SELECT id FROM record ORDER BY rowid", vec![])?;
    let mut seen = Vec::new();
    for id in ids.iter().filter_map(|row| DraftId::parse(&row.id)) {
        if let Some(record) = rows.record(&id)? {
            seen.push(Seen { record, links: rows.links(&id)?, tasks: rows.tasks(&id)? });
        }
    }
    Ok(seen)
}

/// The names of all copies, or with `?open=<name>` what is in one.
pub async fn copies(ledger: &Ledger, url: &str) -> Result<Response> {
    let store = vault::sealing_keys(&ledger.env).and_then(|keys| Store::of(&ledger.env, keys).ok());
    let Some(store) = store else { return json(&"no keys", 500) };
    match url.split_once("?open=") {
        None => {
            let keys = store.keys().await.unwrap_or_default();
            json(&keys.iter().map(RecordKey::name).collect::<Vec<_>>(), 200)
        }
        Some((_, name)) => {
            let Some(key) = RecordKey::parse(&name.replace("%2F", "/")) else { return json(&"no such key", 404) };
            match store.read(&key).await {
                Ok(Some(plain)) => {
                    let response = Response::from_bytes(plain)?;
                    response.headers().set("content-type", "application/json")?;
                    Ok(response)
                }
                Ok(None) => json(&"no such key", 404),
                Err(_) => json(&"it does not open", 500),
            }
        }
    }
}
