//! On which days a meeting comes again, and which moments those are, by arithmetic alone: a calendar's file says the same in
//! its own way.

use super::Rhythm;
use crate::call::Millis;
use crate::day::Day;
use crate::outbox::DAY_MS;

const HOUR_MS: Millis = 60 * 60 * 1000;
const MINUTE_MS: Millis = 60 * 1000;

/// Days a list may have: ten years of a meeting every other week.
const DAYS_MAX: usize = 260;

/// A clock as people write it (`9`, `9.30`, `15:00`) as `HH:MM`.
pub fn clock(text: &str) -> Option<String> {
    let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "00"));
    let number = |part: &str, digits: std::ops::RangeInclusive<usize>, end: u8| {
        let is_in_form = digits.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u8>().ok().filter(|number| is_in_form && *number < end)
    };
    Some(format!("{:02}:{:02}", number(hour, 1..=2, 24)?, number(minute, 2..=2, 60)?))
}

/// Years before it are slips: nobody meets, or was admitted, so long ago.
const YEAR_MIN: u32 = 1900;

/// A day as it is typed into three fields. A year has four digits, as in every form: `26` is nobody's year 26.
pub fn day_of(year: &str, month: &str, day: &str) -> Option<Day> {
    let number = |part: &str, digits: std::ops::RangeInclusive<usize>| {
        let is_in_form = digits.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse().ok().filter(|_| is_in_form)
    };
    let year = number(year, 4..=4).filter(|year| *year >= YEAR_MIN)?;
    Day::new(year, number(month, 1..=2)?, number(day, 1..=2)?)
}

/// The days of a meeting from the first to the last, as the file's rule has them.
pub fn days(first: Day, rhythm: Rhythm, until: Day) -> Vec<Day> {
    let mut days = Vec::new();
    let mut next = Some(first);
    while let Some(day) = next.filter(|day| *day <= until && days.len() < DAYS_MAX) {
        days.push(day);
        next = match rhythm {
            Rhythm::Weeks(every) => Day::of_number(day.number() + 7 * i64::from(every)),
            Rhythm::Months(every) => in_month(first, days.len() * usize::from(every)),
        };
    }
    days
}

/// The day of the same week of the month and the same weekday, so many months after.
fn in_month(first: Day, months: usize) -> Option<Day> {
    let [year, month, of_month] = first.parts();
    let months = month.checked_sub(1)?.checked_add(u32::try_from(months).ok()?)?;
    let (year, month) = (year.checked_add(months / 12)?, months % 12 + 1);
    let weekday = i64::try_from(first.weekday()).ok()?;
    let begin = Day::new(year, month, 1)?;
    let to_weekday = (weekday - i64::try_from(begin.weekday()).ok()?).rem_euclid(7);
    match of_month.div_ceil(7) {
        // Not every month has a fifth: then the last is meant.
        5 => (0..5).rev().find_map(|week| Day::new(year, month, u32::try_from(1 + to_weekday + 7 * week).ok()?)),
        week => Day::new(year, month, u32::try_from(1 + to_weekday).ok()?.checked_add(7 * (week - 1))?),
    }
}

/// When it is that clock (`HH:MM`) in Stockholm on that day. A clock that the spring skips is taken as if it had not.
pub fn moment(day: Day, clock: &str) -> Option<Millis> {
    let (hour, minute) = clock.split_once(':')?;
    let of_day = hour.parse::<Millis>().ok()? * HOUR_MS + minute.parse::<Millis>().ok()? * MINUTE_MS;
    let [year, ..] = day.parts();
    // The rule of the European Union since 1996, as the file has it: at 02:00 on the last Sunday of March an hour ahead, at
    // 03:00 on the last Sunday of October back.
    let last_sunday = |month| {
        let last = Day::new(year, month, 31)?;
        Some(last.number() - (i64::try_from(last.weekday()).ok()? + 1) % 7)
    };
    let local = day.number() * DAY_MS + of_day;
    let is_summer = local >= last_sunday(3)? * DAY_MS + 2 * HOUR_MS && local < last_sunday(10)? * DAY_MS + 3 * HOUR_MS;
    Some(local - if is_summer { 2 * HOUR_MS } else { HOUR_MS })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar;
    use crate::meetings::tests::{occurrences, series};
    use crate::meetings::{Series, meetings};
    use proptest::prelude::*;

    #[test]
    fn a_clock_is_read_as_people_write_it() {
        for (text, read) in [("9", "09:00"), ("9.30", "09:30"), ("15:00", "15:00"), ("00:00", "00:00")] {
            assert_eq!(clock(text).as_deref(), Some(read));
        }
    }

    #[test]
    fn a_day_is_read_from_three_fields_and_its_year_has_four_digits() {
        let read = |year, month, day| day_of(year, month, day).map(Day::written);
        assert_eq!(read("2026", "9", "01").as_deref(), Some("2026-09-01"));
        for [year, month, day] in [
            ["26", "9", "1"],
            ["026", "9", "1"],
            ["0026", "9", "1"],
            ["02026", "9", "1"],
            ["+026", "9", "1"],
            ["2026", "+9", "1"],
            ["2026", "009", "1"],
            ["2026", "13", "1"],
            ["2026", "2", "29"],
            ["", "", ""],
        ] {
            assert_eq!(read(year, month, day), None, "{year}-{month}-{day}");
        }
    }

    #[test]
    fn the_clock_changes_in_stockholm_on_the_last_sundays() {
        let at = |day: &str, clock: &str| moment(Day::parse(day).unwrap(), clock).unwrap();
        let hours = |from: (&str, &str), to: (&str, &str)| (at(to.0, to.1) - at(from.0, from.1)) / HOUR_MS;
        assert_eq!(hours(("2026-10-24", "15:00"), ("2026-10-25", "15:00")), 25);
        assert_eq!(hours(("2027-03-27", "15:00"), ("2027-03-28", "15:00")), 23);
        assert_eq!(at("2026-11-24", "15:00") % DAY_MS, 14 * HOUR_MS);
    }

    proptest! {
        #[test]
        fn days_and_moments_are_those_of_the_file(day in 0_i64..3000, rhythm in 0_usize..6, span in 0_i64..900, hour in 4_u32..24) {
            // From 2026-01-01 on. Hours that a change of clocks skips or repeats are nobody's meeting.
            let first = Day::of_number(20_454 + day).unwrap();
            let until = Day::of_number(first.number() + span).unwrap();
            let all = [Rhythm::Weeks(1), Rhythm::Weeks(2), Rhythm::Months(1), Rhythm::Months(3), Rhythm::Months(6), Rhythm::Months(12)];
            let clock = format!("{hour:02}:30");
            let (first_written, until_written) = (first.written(), until.written());
            let series = Series { first: &first_written, clock: &clock, until: &until_written, ..series("2026-01-01", all[rhythm]) };
            let known: Vec<String> = occurrences(&meetings(&series).unwrap()).into_iter().map(|[stockholm, _]| stockholm).collect();
            let ours: Vec<String> = days(first, all[rhythm], until).into_iter().map(|day| format!("{} {clock}", day.written())).collect();
            prop_assert_eq!(&ours, &known);
            for day in days(first, all[rhythm], until) {
                let at = moment(day, &clock).unwrap();
                prop_assert_eq!((calendar::day(at), calendar::clock(at).replace('.', ":")), (day.written(), clock.clone()));
            }
        }
    }
}
