//! Days in Stockholm: when something was received and the working day by which something happens.

use crate::call::Millis;
use crate::day::Day;
use jiff::civil::{Date, Weekday};
use jiff::{Timestamp, Zoned};

fn in_stockholm(at: Millis) -> Option<Zoned> {
    let zone = jiff::tz::get!("Europe/Stockholm");
    Some(Timestamp::from_millisecond(at).ok()?.to_zoned(zone))
}

/// The day in Stockholm, `YYYY-MM-DD`; empty for a time outside jiff's years (±9999).
pub fn day(at: Millis) -> String {
    in_stockholm(at).map(|zoned| written(zoned.date())).unwrap_or_default()
}

/// Whether that is a day of the calendar, written `YYYY-MM-DD`.
pub fn is_day(text: &str) -> bool {
    Day::parse(text).is_some()
}

/// When that day begins in Stockholm.
pub fn start_of(day: &str) -> Option<Millis> {
    let zone = jiff::tz::get!("Europe/Stockholm");
    Some(read(day)?.to_zoned(zone).ok()?.timestamp().as_millisecond())
}

// By hand: jiff's own writing of every form of date is 30 KB of each Worker, as its reading is.

fn written(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

fn read(text: &str) -> Option<Date> {
    let [year, month, day] = Day::parse(text)?.parts();
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The clock in Stockholm, `HH.MM` as Swedish writes it and English accepts it.
pub fn clock(at: Millis) -> String {
    in_stockholm(at).map(|zoned| format!("{:02}.{:02}", zoned.hour(), zoned.minute())).unwrap_or_default()
}

/// The day `working_days` after the day of `at`, `YYYY-MM-DD`; never a Saturday or Sunday.
pub fn working_day_after(at: Millis, working_days: u16) -> String {
    in_stockholm(at).and_then(|zoned| add_working_days(zoned.date(), working_days)).map(written).unwrap_or_default()
}

fn add_working_days(from: Date, working_days: u16) -> Option<Date> {
    let mut date = from;
    let mut left = working_days;
    while left > 0 || is_weekend(date) {
        date = date.tomorrow().ok()?;
        if !is_weekend(date) {
            left = left.saturating_sub(1);
        }
    }
    Some(date)
}

/// Whether people work on that day, as far as the calendar says.
pub fn is_working_day(day: &str) -> bool {
    read(day).is_some_and(|date| !is_weekend(date))
}

/// Days from the last working day before that one: 3 on a Monday.
pub fn days_since_working_day(day: &str) -> i64 {
    match read(day).map(Date::weekday) {
        Some(Weekday::Monday) => 3,
        Some(Weekday::Sunday) => 2,
        _ => 1,
    }
}

fn is_weekend(date: Date) -> bool {
    matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn millis(text: &str) -> Millis {
        text.parse::<Timestamp>().unwrap().as_millisecond()
    }

    #[test]
    fn the_day_is_stockholms() {
        assert_eq!(day(millis("2026-11-23T22:59:00Z")), "2026-11-23");
        assert_eq!(day(millis("2026-11-23T23:00:00Z")), "2026-11-24");
        assert_eq!(day(millis("2026-07-01T22:00:00Z")), "2026-07-02");
        assert_eq!(clock(millis("2026-10-25T00:30:00Z")), "02.30");
        assert_eq!(clock(millis("2026-10-25T01:30:00Z")), "02.30");
    }

    #[test]
    fn only_days_of_the_calendar_are_days_and_each_begins_at_midnight_in_stockholm() {
        for good in ["2026-11-23", "2028-02-29", "0001-01-01"] {
            assert!(is_day(good), "{good}");
        }
        for bad in [
            "",
            "2026-02-30",
            "2027-02-29",
            "2026-13-01",
            "2026-1-1",
            "20261123",
            "2026-11-23T",
            "åååå-åå-å",
            "2026-11+23",
        ] {
            assert!(!is_day(bad), "{bad}");
        }
        assert_eq!(start_of("2026-07-01"), Some(millis("2026-06-30T22:00:00Z")));
        assert_eq!(start_of("2026-12-01"), Some(millis("2026-11-30T23:00:00Z")));
    }

    #[test]
    fn ten_working_days_after_a_monday_is_a_monday() {
        assert_eq!(working_day_after(millis("2026-11-23T10:00:00Z"), 10), "2026-12-07");
        assert_eq!(working_day_after(millis("2026-11-28T10:00:00Z"), 0), "2026-11-30");
        assert_eq!(working_day_after(millis("2026-11-28T10:00:00Z"), 1), "2026-11-30");
        assert_eq!(working_day_after(millis("2026-11-27T10:00:00Z"), 1), "2026-11-30");
    }

    #[test]
    fn on_a_monday_the_last_working_day_was_three_days_ago() {
        assert!(is_working_day("2026-11-27") && !is_working_day("2026-11-28") && !is_working_day("x"));
        assert_eq!(["2026-11-29", "2026-11-30", "2026-12-01"].map(days_since_working_day), [2, 3, 1]);
    }

    proptest! {
        #[test]
        fn no_promise_is_ever_on_a_weekend(at in 0_i64..4_000_000_000_000, days in 0_u16..60) {
            let date: Date = working_day_after(at, days).parse().unwrap();
            prop_assert!(!is_weekend(date));
            prop_assert!(date.to_string() >= day(at));
        }
    }
}
