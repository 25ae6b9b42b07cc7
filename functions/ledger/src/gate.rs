//! The gate: small objects, sharded by key, that count attempts, so that a flood never queues before an application.

use crate::answer::{answer, read, refuse};
use crate::clock::real_now;
use crate::rows::{Rows, Stored};
use domain::call::{Call, CountAttempt, CountRequest, Millis};
use domain::gate::{Answer, Counts, decide_by};
use domain::ledger::{Decided, StorageFailed};
use domain::problem::Problem;
use serde::Deserialize;
use std::cell::Cell;
use worker::{DurableObject, Env, Method, Request, Response, Result, State, durable_object};

/// Attempts are removed when they no longer count. At most a window's limit of rows a key.
const TABLE: &str = "
CREATE TABLE IF NOT EXISTS attempt (
  key TEXT NOT NULL CHECK (length(key) = 64),
  attempt TEXT NOT NULL CHECK (length(attempt) <= 64),
  at INTEGER NOT NULL,
  counts_until INTEGER NOT NULL,
  PRIMARY KEY (key, attempt)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS attempt_until ON attempt (counts_until);
";

#[durable_object]
pub struct Gate {
    state: State,
    /// Once its table is there and its alarm is set.
    is_prepared: Cell<bool>,
}

#[derive(Deserialize)]
struct CountsRow {
    counted: i64,
    known: i64,
}

impl CountsRow {
    fn counts(&self) -> Counts {
        Counts { counted: u32::try_from(self.counted).unwrap_or(u32::MAX), is_known: self.known > 0 }
    }
}

#[derive(Deserialize)]
struct LastRow {
    last: Option<Millis>,
}

impl DurableObject for Gate {
    fn new(state: State, _env: Env) -> Self {
        Self { state, is_prepared: Cell::new(false) }
    }

    async fn fetch(&self, mut request: Request) -> Result<Response> {
        if request.method() != Method::Post || request.path() != CountAttempt::PATH {
            return refuse(&Problem::NotFound);
        }
        match read(&mut request).await {
            Some(call) => answer(self.count(&call).await, CountAttempt::PATH),
            None => refuse(&Problem::NotTheCall),
        }
    }

    /// Removes what no longer counts when nobody comes any more.
    async fn alarm(&self) -> Result<Response> {
        // Whoever comes next sets it again.
        self.is_prepared.set(false);
        let rows = self.rows();
        let removed = rows.run(TABLE, vec![]).and_then(|()| remove_old(&rows, real_now()));
        let row: Stored<Option<LastRow>> =
            removed.and_then(|()| rows.first("SELECT max(counts_until) AS last FROM attempt", vec![]));
        let last = row.ok().flatten().and_then(|row| row.last);
        if let Some(last) = last {
            // An alarm that is not set comes with the next attempt.
            let _ = self.state.storage().set_alarm(last.saturating_sub(real_now()).max(1000)).await;
        }
        Response::empty()
    }
}

impl Gate {
    fn rows(&self) -> Rows {
        Rows::of(self.state.storage().sql())
    }

    /// Reads, decides and writes without a pause in between, so no other attempt comes in the middle.
    async fn count(&self, call: &CountRequest) -> Decided<Option<u32>> {
        let rows = self.rows();
        let now = real_now();
        let window_ms = Millis::from(call.window_s).saturating_mul(1000);
        if !self.is_prepared.get() {
            rows.run(TABLE, vec![])?;
            self.state.storage().set_alarm(window_ms).await.map_err(|_| StorageFailed)?;
            self.is_prepared.set(true);
        }
        remove_old(&rows, now)?;
        let (key, attempt) = (call.key.as_str(), call.attempt.as_str());
        let insert = |attempt: &str| {
            rows.run(
                "INSERT OR IGNORE INTO attempt (key, attempt, at, counts_until) VALUES (?, ?, ?, ?)",
                vec![key.into(), attempt.into(), now.into(), now.saturating_add(window_ms).into()],
            )
        };
        call.before.iter().try_for_each(|attempt| insert(attempt))?;
        // Counted by the database: a crowd's attempts are many, and each would be read for every other.
        let found: Option<CountsRow> = rows.first(
            "SELECT count(*) AS counted, coalesce(max(attempt = ?), 0) AS known FROM attempt WHERE key = ? AND at > ?",
            vec![attempt.into(), key.into(), now.saturating_sub(window_ms).into()],
        )?;
        let counts = found.ok_or(StorageFailed)?.counts();
        let leaves_last = |newest: u32| {
            let row: Option<LastRow> = rows.first(
                "SELECT min(at) AS last FROM (SELECT at FROM attempt WHERE key = ? ORDER BY at DESC LIMIT ?)",
                vec![key.into(), i64::from(newest).into()],
            )?;
            Ok::<_, StorageFailed>(row.and_then(|row| row.last))
        };
        match decide_by(counts, call.limit, window_ms, now, leaves_last)? {
            Answer::Known => Ok(Ok(None)),
            Answer::Wait { seconds } => Ok(Ok(Some(seconds))),
            Answer::Count => insert(attempt).map(|()| Ok(None)),
        }
    }
}

fn remove_old(rows: &Rows, now: Millis) -> Stored<()> {
    rows.run("DELETE FROM attempt WHERE counts_until <= ?", vec![now.into()])
}
