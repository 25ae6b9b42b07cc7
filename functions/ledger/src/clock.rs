//! The time, asked in one place.

use crate::rows::Rows;
use domain::call::Millis;
use worker::Date;

/// Now; in development moved by as much as the tests ask for.
pub fn now(rows: &Rows) -> Millis {
    let real = Millis::try_from(Date::now().as_millis()).unwrap_or(Millis::MAX);
    real.saturating_add(offset_ms(rows))
}

#[cfg(feature = "dev")]
fn offset_ms(rows: &Rows) -> Millis {
    crate::dev::clock_offset_ms(rows)
}

#[cfg(not(feature = "dev"))]
fn offset_ms(_rows: &Rows) -> Millis {
    0
}
