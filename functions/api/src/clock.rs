//! The time by this Worker's clock.

use domain::call::Millis;
use worker::Date;

pub fn now() -> Millis {
    Millis::try_from(Date::now().as_millis()).unwrap_or(Millis::MAX)
}
