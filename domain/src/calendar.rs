//! Days in Stockholm: when something was received and the working day by which something happens.

mod holidays;

use crate::call::Millis;
use crate::day::Day;
use jiff::civil::Date;
use jiff::{Timestamp, Zoned};

/// 0 is Monday ([`Day::weekday`]).
const SATURDAY: usize = 5;

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
    at_hour(day, 0)
}

/// When what is to be read in the morning goes: at eight in Stockholm, also on a day whose clocks are changed before that.
pub fn morning_of(day: &str) -> Option<Millis> {
    at_hour(day, 8)
}

/// When it is that full hour in Stockholm on a day.
pub fn at_hour(day: &str, hour: i8) -> Option<Millis> {
    let zone = jiff::tz::get!("Europe/Stockholm");
    Some(read(day)?.at(hour, 0, 0, 0).to_zoned(zone).ok()?.timestamp().as_millisecond())
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

/// The working day `working_days` after the day of `at`, `YYYY-MM-DD`; `is_closed` knows, of such a day, whether staff have
/// closed it. Empty after the year 9999.
pub fn working_day_after(at: Millis, working_days: u16, is_closed: impl Fn(&str) -> bool) -> String {
    let is_worked = |day: Day| is_worked(day) && !is_closed(&day.written());
    let mut left = working_days;
    let mut reached = Day::parse(&day(at));
    while let Some(day) = reached.filter(|day| left > 0 || !is_worked(*day)) {
        reached = Day::of_number(day.number() + 1);
        if reached.is_some_and(is_worked) {
            left = left.saturating_sub(1);
        }
    }
    reached.map(Day::written).unwrap_or_default()
}

/// Whether people work on that day, as far as the calendar says.
pub fn is_working_day(day: &str) -> bool {
    Day::parse(day).is_some_and(is_worked)
}

/// Days from the last working day before that one: 3 on a Monday, more after a holiday.
pub fn days_since_working_day(day: &str) -> i64 {
    let Some(day) = Day::parse(day).map(Day::number) else { return 1 };
    // Never more than five days in a row are free.
    (1..=6).find(|before| Day::of_number(day - before).is_none_or(is_worked)).unwrap_or(1)
}

fn is_worked(day: Day) -> bool {
    day.weekday() < SATURDAY && !holidays::is_one(day)
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

    fn never(_: &str) -> bool {
        false
    }

    #[test]
    fn ten_working_days_after_a_monday_is_a_monday() {
        assert_eq!(working_day_after(millis("2026-11-23T10:00:00Z"), 10, never), "2026-12-07");
        assert_eq!(working_day_after(millis("2026-11-28T10:00:00Z"), 0, never), "2026-11-30");
        assert_eq!(working_day_after(millis("2026-11-28T10:00:00Z"), 1, never), "2026-11-30");
        assert_eq!(working_day_after(millis("2026-11-27T10:00:00Z"), 1, never), "2026-11-30");
    }

    #[test]
    fn holidays_and_closed_days_are_no_working_days() {
        let wednesday = millis("2026-12-23T10:00:00Z");
        assert_eq!(working_day_after(wednesday, 0, never), "2026-12-23");
        assert_eq!(working_day_after(wednesday, 1, never), "2026-12-28");
        assert_eq!(working_day_after(wednesday, 5, never), "2027-01-05");
        let christmas = |day: &str| ("2026-12-21"..="2027-01-05").contains(&day);
        assert_eq!(working_day_after(wednesday, 0, christmas), "2027-01-07");
        assert_eq!(working_day_after(wednesday, 5, christmas), "2027-01-13");
    }

    #[test]
    fn the_last_working_day_was_three_days_ago_on_a_monday_and_five_after_easter() {
        assert!(is_working_day("2026-11-27") && !is_working_day("2026-11-28") && !is_working_day("x"));
        assert_eq!(["2026-11-29", "2026-11-30", "2026-12-01"].map(days_since_working_day), [2, 3, 1]);
        assert_eq!(["2027-03-30", "2026-12-28", "0001-01-01", "x"].map(days_since_working_day), [5, 5, 1, 1]);
        let years = Day::new(2026, 1, 1).unwrap().number()..Day::new(2126, 1, 1).unwrap().number();
        for (number, day) in years.map(|number| (number, Day::of_number(number).unwrap().written())) {
            let last = Day::of_number(number - days_since_working_day(&day)).unwrap();
            assert!(is_worked(last), "{day}: {}", last.written());
        }
    }

    proptest! {
        #[test]
        fn every_promise_is_on_the_first_day_that_will_do(
            at in 0_i64..4_000_000_000_000,
            days in 0_u16..60,
            closed in 0_i64..90,
            length in 0_i64..60,
        ) {
            let from = Day::parse(&day(at)).unwrap().number();
            let is_closed = |day: &str| (from + closed..from + closed + length).contains(&Day::parse(day).unwrap().number());
            let is_good = |day: &str| is_working_day(day) && !is_closed(day);
            let promised = working_day_after(at, days, is_closed);
            prop_assert!(is_good(&promised) && promised >= day(at), "{promised}");
            let reached = Day::parse(&promised).unwrap().number();
            let worked = (from + 1..=reached).filter(|day| is_good(&Day::of_number(*day).unwrap().written())).count();
            // None is left out: where nothing is to be waited for, the next day that will do is as good as today.
            let first = usize::from(days == 0 && !is_good(&day(at)));
            prop_assert_eq!(worked, usize::from(days) + first);
        }
    }
}
