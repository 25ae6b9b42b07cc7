//! What development and tests may ask of the ledger: letters, clock, alarm, injected faults, a look at rows and copies.

mod letters;
mod look;

pub use letters::keep_letter;

use crate::answer::{json, read};
use crate::object::Ledger;
use crate::outbox;
use crate::rows::{CountRow, Rows};
use domain::call::Millis;
use domain::outbox::{Fact, Outcome};
use serde::Deserialize;
use std::future::Future;
use std::time::Duration;
use worker::{Delay, Request, Response, Result};

const CLOCK: &str = "dev_clock_offset_ms";
const KV_FAULT: &str = "dev_fault_kv";
const EMAIL_FAULT: &str = "dev_fault_email";
/// What `late` means: long for a person, short for a test.
const LATE_SECONDS: u64 = 3;
/// Looks for what is under way: together as long as one effect may take.
const LOOKS_MAX: u32 = 400;
const LOOK_PAUSE_MS: u64 = 50;

#[derive(Deserialize)]
struct Clock {
    offset_ms: Millis,
}

/// A record to be made unreadable.
#[derive(Deserialize)]
struct Spoil {
    reference: String,
}

#[derive(Deserialize)]
struct Faults {
    kv: Option<String>,
    email: Option<String>,
}

#[derive(Deserialize)]
struct MetaRow {
    value: String,
}

/// Answers one `dev` route.
pub async fn answer(ledger: &Ledger, path: &str, mut request: Request) -> Result<Response> {
    match path {
        "/dev/clock" => {
            let Some(clock) = read::<Clock>(&mut request).await else { return wrong() };
            put_meta(ledger, CLOCK, clock.offset_ms.to_string()).await?;
            json(&"set", 200)
        }
        "/dev/alarm" => {
            // What is left unread spoils the connection for the next request.
            let _ = request.bytes().await;
            match work_until_nothing_is_due(ledger).await {
                Ok(()) => json(&"done", 200),
                Err(_) => json(&"storage failed", 500),
            }
        }
        "/dev/faults" => {
            let Some(faults) = read::<Faults>(&mut request).await else { return wrong() };
            for (name, value) in [(KV_FAULT, faults.kv), (EMAIL_FAULT, faults.email)] {
                if let Some(value) = value {
                    put_meta(ledger, name, value).await?;
                }
            }
            json(&"set", 200)
        }
        "/dev/spoil" => {
            let Some(spoil) = read::<Spoil>(&mut request).await else { return wrong() };
            let statement = "UPDATE record SET body = '{}' WHERE reference = ?";
            ledger.atomically(move |rows| rows.run(statement, vec![spoil.reference.into()])).await?;
            json(&"spoilt", 200)
        }
        "/dev/panic/ledger" => fall(),
        "/dev/records.json" => look::records(ledger),
        "/dev/kv.json" => look::copies(ledger, &request.inner().url()).await,
        path => letters::answer(ledger, path),
    }
}

/// The runtime's own alarm may be at work at the same time: what it has taken up is waited for, what it leaves is done here.
async fn work_until_nothing_is_due(ledger: &Ledger) -> std::result::Result<(), outbox::StorageFailed> {
    let left = "SELECT count(*) AS count FROM task WHERE state = 'leased' OR (state = 'waiting' AND due_at <= ?)";
    for _ in 0..LOOKS_MAX {
        outbox::work(ledger).await?;
        let count = ledger.look(|rows| rows.first::<CountRow>(left, vec![crate::clock::now(rows).into()]));
        if count.map_err(|_| outbox::StorageFailed)?.is_none_or(|row| row.count == 0) {
            return Ok(());
        }
        Delay::from(Duration::from_millis(LOOK_PAUSE_MS)).await;
    }
    Ok(())
}

fn wrong() -> Result<Response> {
    json(&"not of the form this route takes", 400)
}

/// Falls as a mistake in the program would.
#[allow(clippy::panic, reason = "tests need a fallen object to prove that nothing kept is lost with it")]
fn fall() -> Result<Response> {
    panic!("asked to fall")
}

async fn put_meta(ledger: &Ledger, name: &'static str, value: String) -> Result<()> {
    let statement = "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)";
    ledger.atomically(move |rows| rows.run(statement, vec![name.into(), value.into()])).await
}

fn meta(rows: &Rows, name: &str) -> Option<String> {
    let row: Result<Option<MetaRow>> = rows.first("SELECT value FROM meta WHERE name = ?", vec![name.into()]);
    row.ok().flatten().map(|row| row.value)
}

/// By how much the ledger's clock is moved.
pub fn clock_offset_ms(rows: &Rows) -> Millis {
    meta(rows, CLOCK).and_then(|text| text.parse().ok()).unwrap_or(0)
}

/// An effect with the fault that was asked for put around it.
pub async fn with_fault(ledger: &Ledger, fact: Fact, effect: impl Future<Output = Outcome>) -> Outcome {
    let name = if fact.is_letter() { EMAIL_FAULT } else { KV_FAULT };
    let fault = ledger.look(|rows| Ok(meta(rows, name))).ok().flatten().unwrap_or_default();
    match fault.as_str() {
        "fail" => Outcome::Failed,
        "refused" => Outcome::Refused,
        "late" => {
            Delay::from(Duration::from_secs(LATE_SECONDS)).await;
            effect.await
        }
        // It happened, and nobody hears of it.
        "fail-after" => after(effect.await, Outcome::Failed),
        "unknown" => after(effect.await, Outcome::Unknown),
        _ => effect.await,
    }
}

fn after(real: Outcome, told: Outcome) -> Outcome {
    if real == Outcome::Done { told } else { real }
}
