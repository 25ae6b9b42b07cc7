//! What development and tests may ask of the ledger: letters, clock, alarm, injected faults, commands that have no page yet,
//! a look at rows and copies.

mod commands;
mod letters;
mod look;
mod sample_pages;
mod samples;

pub use letters::keep_letter;

use crate::alarm;
use crate::answer::{json, read};
use crate::object::Ledger;
use crate::rows::{CountRow, Rows, Stored};
use domain::call::Millis;
use domain::ledger::founding::Founding;
use domain::ledger::{Office, work};
use domain::outbox::{Fact, Outcome};
use serde::Deserialize;
use std::future::Future;
use std::time::Duration;
use worker::{Delay, Request, Response, Result};

const CLOCK: &str = "dev-clock-offset-ms";
const KV_FAULT: &str = "dev-fault-kv";
const EMAIL_FAULT: &str = "dev-fault-email";
const LEDGER_FAULT: &str = "dev-fault-ledger";
/// What `late` means for a letter or copy: long for a person, short for a test.
const LATE_SECONDS: u64 = 3;
/// What `late` means for the ledger itself: longer than anybody waits for it.
const LEDGER_LATE_SECONDS: u64 = 10;
/// Looks for what is under way: together as long as one effect may take.
const LOOKS_MAX: u32 = 400;
const LOOK_PAUSE_MS: u64 = 50;

#[derive(Deserialize)]
struct Clock {
    offset_ms: Millis,
}

#[derive(Deserialize)]
struct Faults {
    kv: Option<String>,
    email: Option<String>,
    ledger: Option<String>,
}

/// Answers one `dev` route.
pub async fn answer(ledger: &Ledger, path: &str, mut request: Request) -> Result<Response> {
    match path {
        "/dev/clock" => {
            let Some(clock) = read::<Clock>(&mut request).await else { return wrong() };
            put(ledger, vec![(CLOCK, clock.offset_ms.to_string())]).await
        }
        "/dev/faults" => {
            let Some(faults) = read::<Faults>(&mut request).await else { return wrong() };
            let all = [(KV_FAULT, faults.kv), (EMAIL_FAULT, faults.email), (LEDGER_FAULT, faults.ledger)];
            put(ledger, all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()).await
        }
        "/dev/alarm" => {
            // What is left unread spoils the connection for the next request.
            let _ = request.bytes().await;
            done(work_until_nothing_is_due(ledger).await)
        }
        "/dev/panic/ledger" => fall(),
        "/dev/records.json" => look::records(ledger),
        "/dev/state.json" => look::state(ledger),
        "/dev/kv.json" => look::copies(ledger, &request.inner().url()).await,
        path if commands::is_one(path) => commands::answer(ledger, path, &mut request).await,
        path if path.starts_with(sample_pages::LIST) => sample_pages::answer(path),
        path => letters::answer(ledger, path),
    }
}

/// What was spooled is taken up, sealed, and then removed from the spool.
async fn work_until_nothing_is_due(ledger: &Ledger) -> Stored<()> {
    if ledger.founding().await != Founding::Founded {
        return empty_the_outbox(ledger, Some(Fact::SignInLetter)).await;
    }
    alarm::look_around(ledger).await?;
    empty_the_outbox(ledger, None).await?;
    alarm::look_around(ledger).await?;
    empty_the_outbox(ledger, None).await
}

/// The runtime's own alarm may be at work at the same time: what it has taken up is waited for, what it leaves is done here.
/// As the alarm, it does all there is, or one kind.
async fn empty_the_outbox(ledger: &Ledger, only: Option<Fact>) -> Stored<()> {
    let left = "SELECT count(*) AS count FROM outbox
                WHERE (state = 'leased' OR (state = 'waiting' AND due_at <= ?)) AND fact LIKE ?";
    let kind = only.map_or("%", Fact::key);
    for _ in 0..LOOKS_MAX {
        work::work(ledger, only, &|| false).await?;
        let count = ledger.look(|rows| rows.first::<CountRow>(left, vec![rows.now().into(), kind.into()]))?;
        if count.is_none_or(|row| row.count == 0) {
            return Ok(());
        }
        Delay::from(Duration::from_millis(LOOK_PAUSE_MS)).await;
    }
    Ok(())
}

fn wrong() -> Result<Response> {
    json(&"not of the form this route takes", 400)
}

fn done(outcome: Stored<()>) -> Result<Response> {
    match outcome {
        Ok(()) => json(&"done", 200),
        Err(_) => json(&"storage failed", 500),
    }
}

/// Falls as a mistake in the program would.
#[allow(clippy::panic, reason = "tests need a fallen object to prove that nothing kept is lost with it")]
fn fall() -> Result<Response> {
    panic!("asked to fall")
}

async fn put(ledger: &Ledger, values: Vec<(&'static str, String)>) -> Result<Response> {
    let stored = ledger.atomically(move |rows| values.iter().try_for_each(|(name, value)| rows.put_value(name, value)));
    done(stored.await)
}

/// By how much the ledger's clock is moved.
pub fn clock_offset_ms(rows: &Rows) -> Millis {
    rows.value(CLOCK).ok().flatten().and_then(|text| text.parse().ok()).unwrap_or(0)
}

/// The ledger as its callers find it while it cannot be reached: `fail` before anything is done, `late` so late that
/// nobody waits any more. `None` while it can.
pub async fn out_of_reach(ledger: &Ledger) -> Option<Result<Response>> {
    match ledger_fault(ledger).as_str() {
        "fail" => Some(Ok(Response::empty().ok()?.with_status(500))),
        "late" => {
            Delay::from(Duration::from_secs(LEDGER_LATE_SECONDS)).await;
            None
        }
        _ => None,
    }
}

/// Its alarm does not ring either; it is set again by the call that ends the fault.
pub fn is_out_of_reach(ledger: &Ledger) -> bool {
    ledger_fault(ledger) == "fail"
}

fn ledger_fault(ledger: &Ledger) -> String {
    ledger.look(|rows| rows.value(LEDGER_FAULT)).ok().flatten().unwrap_or_default()
}

/// An effect with the fault that was asked for put around it.
pub async fn with_fault(ledger: &Ledger, fact: Fact, effect: impl Future<Output = Outcome>) -> Outcome {
    let name = if fact.is_letter() { EMAIL_FAULT } else { KV_FAULT };
    let fault = ledger.look(|rows| rows.value(name)).ok().flatten().unwrap_or_default();
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
