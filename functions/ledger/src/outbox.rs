//! What the alarm does: takes up what is due, a few at a time, stores a lease before and the outcome after.

use crate::clock;
use crate::effects::{self, Job};
use crate::object::Ledger;
use crate::rows::Rows;
use domain::call::DraftId;
use domain::ledger::{Link, LinkKind};
use domain::link::Secret;
use domain::outbox::{Fact, Outcome, Task, TaskState};
use futures_util::future::{Either, join_all, select};
use std::time::Duration;
use worker::{Delay, Result};

/// Effects at the same time: the runtime keeps six connections open, and more would wait in line while their leases run.
const AT_ONCE: i64 = 6;
/// Rounds of one alarm: with every effect at its limit of 20 s they end well inside the 15 minutes an alarm has.
const ROUNDS_MAX: usize = 30;
/// Records renewed in one transaction.
const RENEWED_AT_ONCE: i64 = 50;
/// A letter or copy that takes longer is cut off; nobody then knows whether it went. Leases last three times as long.
const EFFECT_SECONDS_MAX: u64 = 20;

/// Storage failed; whoever called tries again later and not at once.
#[derive(Debug)]
pub struct StorageFailed;

/// Works through what is due.
pub async fn work(ledger: &Ledger) -> std::result::Result<(), StorageFailed> {
    for _ in 0..ROUNDS_MAX {
        let round = ledger.atomically(lease).await.map_err(|_| StorageFailed)?;
        let is_last = round.seen == 0;
        join_all(round.jobs.into_iter().map(|job| carry_out(ledger, job))).await;
        let renewed = ledger.atomically(|rows| rows.renew_stale(clock::now(rows), RENEWED_AT_ONCE)).await;
        match renewed {
            Ok(0) if is_last => return Ok(()),
            Ok(_) => {}
            Err(_) => return Err(StorageFailed),
        }
    }
    Ok(())
}

/// What one round took up.
struct Round {
    /// Rows looked at; some may have been settled without anything to do.
    seen: usize,
    jobs: Vec<Job>,
}

/// Stores the leases of what is due and gathers what is needed to do it.
fn lease(rows: &Rows) -> Result<Round> {
    let now = clock::now(rows);
    let due = rows.due(now, AT_ONCE)?;
    let seen = due.len();
    let mut jobs = Vec::new();
    for (id, task) in due {
        match task.lease(now) {
            None => {}
            Some(Err(settled)) => store(rows, &id, &settled)?,
            Some(Ok(leased)) => {
                if let Ok(job) = job(rows, &id, leased.clone()) {
                    rows.put_task(&id, &leased)?;
                    jobs.extend(job);
                } else {
                    // A record that cannot be read holds up nobody else's.
                    worker::console_error!("outbox: a record cannot be read");
                    store(rows, &id, &leased.after(Outcome::Failed, now))?;
                }
            }
        }
    }
    Ok(Round { seen, jobs })
}

/// Everything one effect needs. The secret of a mailed link is drawn here, and takes the place of one that never arrived.
fn job(rows: &Rows, id: &DraftId, task: Task) -> Result<Option<Job>> {
    let Some(record) = rows.record(id)? else { return Ok(None) };
    let mut secret = None;
    if task.fact == Fact::ApplicantLetter {
        let drawn = Secret::from_random(vault::draw().map_err(|_| worker::Error::from("no chance to be had"))?);
        rows.remove_links(id, LinkKind::Mailed)?;
        rows.put_link(id, &Link { hash: drawn.hash(), kind: LinkKind::Mailed, made_at: clock::now(rows) })?;
        secret = Some(drawn);
    }
    let letters = rows.tasks(id)?.into_iter().filter(|task| task.fact.is_letter()).collect();
    Ok(Some(Job { links: rows.links(id)?, letters, record, task, secret, at: clock::now(rows) }))
}

/// Does one thing, at most so long, and stores what came of it.
async fn carry_out(ledger: &Ledger, job: Job) {
    let id = job.record.id.clone();
    let (task, version) = (job.task.clone(), job.record.version);
    let outcome = within_time(ledger, &job).await;
    if outcome != Outcome::Done {
        worker::console_warn!("outbox: {} {outcome:?}", task.fact.key());
    }
    let settled = ledger.atomically(move |rows| settle(rows, &id, &task, version, outcome)).await;
    if settled.is_err() {
        // The lease runs out and the outcome counts as unknown.
        worker::console_error!("outbox: an outcome was not stored");
    }
}

async fn within_time(ledger: &Ledger, job: &Job) -> Outcome {
    let effect = Box::pin(perform(ledger, job));
    match select(effect, Delay::from(Duration::from_secs(EFFECT_SECONDS_MAX))).await {
        Either::Left((outcome, _)) => outcome,
        Either::Right(_) => Outcome::Unknown,
    }
}

#[cfg(not(feature = "dev"))]
async fn perform(ledger: &Ledger, job: &Job) -> Outcome {
    effects::perform(ledger, job).await
}

#[cfg(feature = "dev")]
async fn perform(ledger: &Ledger, job: &Job) -> Outcome {
    crate::dev::with_fault(ledger, job.task.fact, effects::perform(ledger, job)).await
}

/// Stores an outcome, unless the lease ran out meanwhile and somebody else has settled the task.
fn settle(rows: &Rows, id: &DraftId, leased: &Task, version: u32, outcome: Outcome) -> Result<()> {
    let stands = rows
        .task(id, leased.fact)?
        .is_some_and(|task| task.state == TaskState::Leased && task.attempts == leased.attempts);
    if !stands {
        return Ok(());
    }
    let now = clock::now(rows);
    let grown = leased.fact == Fact::SealRecord && rows.record(id)?.is_some_and(|record| record.version > version);
    if grown && outcome == Outcome::Done {
        // It changed while it was being sealed: the newer version is due.
        return rows.put_task(id, &Task::new(Fact::SealRecord, now));
    }
    store(rows, id, &leased.after(outcome, now))
}

/// Stores a task; a letter that is settled makes the record's copy stale.
fn store(rows: &Rows, id: &DraftId, task: &Task) -> Result<()> {
    rows.put_task(id, task)?;
    if task.fact.is_letter() && task.state.is_final() { rows.mark_stale(id) } else { Ok(()) }
}
