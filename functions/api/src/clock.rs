//! The time by this Worker's clock, and how long what it has heard serves.

use domain::call::Millis;
use worker::Date;

/// How long an answer of the ledger's serves before it is asked again; in development short, so that tests see what they did.
pub const FRESH_MS: Millis = if cfg!(feature = "dev") { 500 } else { 30_000 };
/// How long it serves while the ledger cannot be reached: nothing on a page is older than a minute.
pub const STALE_MS: Millis = if cfg!(feature = "dev") { 1000 } else { 60_000 };
/// How long nobody asks after asking has failed, so that pages do not wait one after the other.
pub const PAUSE_MS: Millis = if cfg!(feature = "dev") { 500 } else { 5000 };

pub fn now() -> Millis {
    Millis::try_from(Date::now().as_millis()).unwrap_or(Millis::MAX)
}
