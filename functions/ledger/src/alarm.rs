//! What the alarm does: the outbox, and from time to time the spool and a rotation of keys.

use crate::object::Ledger;
use crate::rows::{Rows, Stored};
use domain::ledger::founding::Founding;
use domain::ledger::receive::ADDRESS_WINDOW_MS;
use domain::ledger::staff::{STAFF_IDLE_MS, STAFF_SESSION_MS};
use domain::ledger::{Book, DeskBook, Office, StorageFailed, daily, log, opening, rotate, sweep, willing, work};
use domain::outbox::Fact;

/// As `Rows::next_at` reads them.
const SWEEP: &str = "due-sweep";
const ROTATION: &str = "due-rotation";

/// `waits` says, again and again, whether the outbox waits for a crowd.
pub async fn ring(ledger: &Ledger, waits: &dyn Fn() -> bool) -> Stored<()> {
    match ledger.founding().await {
        Founding::Founded => {}
        Founding::Lost => return let_in(ledger).await,
        // It looks again when the alarm comes back.
        Founding::Unknown => return Err(StorageFailed),
    }
    work::work(ledger, None, waits).await?;
    // Also where the rest waits: it sets the alarm that comes next.
    ledger.atomically(forget).await?;
    let is_due = ledger.look(|rows| Ok(is_due(rows, SWEEP)? || is_due(rows, ROTATION)?))?;
    if is_due && !waits() { look_around(ledger).await } else { Ok(()) }
}

/// A lost ledger sends links to the desk, so that somebody can come and restore it, and does nothing else. It looks first: a
/// transaction would set the alarm for what has come back and is not to be done yet.
async fn let_in(ledger: &Ledger) -> Stored<()> {
    let asked = ledger.look(|rows| rows.due(rows.now(), 1))?;
    let is_asked = asked.iter().any(|(_, task)| task.fact == Fact::SignInLetter);
    if is_asked { work::work(ledger, Some(Fact::SignInLetter), &|| false).await } else { Ok(()) }
}

/// What counts no more is kept no longer.
fn forget(rows: &Rows) -> Stored<()> {
    let now = rows.now();
    rows.end_sessions(now)?;
    rows.end_staff_sessions(now.saturating_sub(STAFF_IDLE_MS), now.saturating_sub(STAFF_SESSION_MS))?;
    rows.forget_arrivals(now.saturating_sub(ADDRESS_WINDOW_MS))
}

/// Takes up what was spooled, and seals anew what is under an old key: a page of each, so that one alarm stays far below the
/// thousand calls that it may make. Whoever waits for what a release has opened is to be told. All these letters ring for
/// themselves.
pub async fn look_around(ledger: &Ledger) -> Stored<()> {
    let has_more = sweep::sweep(ledger).await?;
    let sweep_pause_ms = if has_more { 0 } else { sweep::PAUSE_MS };
    let next = rotate::step(ledger).await?;
    let (samples, first) = (ledger.samples(), ledger.first_administrator());
    ledger
        .atomically(move |rows| {
            opening::announce_releases(rows, samples)?;
            daily::arrange(rows, first.as_deref())?;
            willing::arrange(rows)?;
            log::seal(rows)?;
            let now = rows.now();
            rows.put_value(SWEEP, &now.saturating_add(sweep_pause_ms).to_string())?;
            match next {
                Some(at) => rows.put_value(ROTATION, &at.max(now).to_string()),
                None => rows.remove_value(ROTATION),
            }
        })
        .await
}

fn is_due(rows: &Rows, name: &str) -> Stored<bool> {
    let at: Option<i64> = rows.value(name)?.and_then(|value| value.parse().ok());
    let is_first_sweep = name == SWEEP && at.is_none();
    Ok(is_first_sweep || at.is_some_and(|at| at <= rows.now()))
}
