//! The time, asked in one place.

use crate::rows::Rows;
use domain::call::Millis;
use worker::Date;

/// Now; in development moved by as much as the tests ask for.
pub fn now(rows: &Rows) -> Millis {
    real_now().saturating_add(offset_ms(rows))
}

/// What the runtime's own clock says, by which alarms ring.
pub fn real_now() -> Millis {
    Millis::try_from(Date::now().as_millis()).unwrap_or(Millis::MAX)
}

#[cfg(feature = "dev")]
fn offset_ms(rows: &Rows) -> Millis {
    crate::dev::clock_offset_ms(rows)
}

#[cfg(not(feature = "dev"))]
fn offset_ms(_rows: &Rows) -> Millis {
    0
}
