//! Days and times in words. By arithmetic and not by a calendar crate, so that the browser's program stays small.

use crate::calendar;
use crate::call::Millis;
use crate::day::Day;
use crate::text::{Language, Text};

const WEEKDAYS: [Text; 7] = [
    Text::new("måndag", "Monday"),
    Text::new("tisdag", "Tuesday"),
    Text::new("onsdag", "Wednesday"),
    Text::new("torsdag", "Thursday"),
    Text::new("fredag", "Friday"),
    Text::new("lördag", "Saturday"),
    Text::new("söndag", "Sunday"),
];

const MONTHS: [Text; 12] = [
    Text::new("januari", "January"),
    Text::new("februari", "February"),
    Text::new("mars", "March"),
    Text::new("april", "April"),
    Text::new("maj", "May"),
    Text::new("juni", "June"),
    Text::new("juli", "July"),
    Text::new("augusti", "August"),
    Text::new("september", "September"),
    Text::new("oktober", "October"),
    Text::new("november", "November"),
    Text::new("december", "December"),
];

/// `YYYY-MM-DD` as "7 december 2026" or "7 December 2026"; what is not such a date stays as it is.
pub fn day(date: &str, language: Language) -> String {
    parts(date)
        .and_then(|(year, month, day)| Some(format!("{day} {} {year}", month_name(month, language)?)))
        .unwrap_or_else(|| date.to_owned())
}

/// `YYYY-MM-DD` as "måndag 7 december 2026" or "Monday 7 December 2026"; what is not such a date stays as it is.
pub fn long(date: &str, language: Language) -> String {
    parts(date)
        .and_then(|(year, month, day_of_month)| {
            let weekday = WEEKDAYS.get(Day::new(year, month, day_of_month)?.weekday())?.say(language);
            Some(format!("{weekday} {}", day(date, language)))
        })
        .unwrap_or_else(|| date.to_owned())
}

/// A day and a clock (`HH.MM`), both Stockholm's, as one phrase that says so. `kl.` and its clock stay on one line.
pub fn moment(date: &str, clock: &str, language: Language) -> String {
    let date = long(date, language);
    match language {
        Language::Sv => format!("{date} kl.\u{a0}{clock}, svensk tid"),
        Language::En => format!("{date} at {}, Swedish time", clock_in(clock, language)),
    }
}

/// A clock such as `15.23`, as the language writes it.
pub fn clock_in(clock: &str, language: Language) -> String {
    match language {
        Language::Sv => clock.to_owned(),
        Language::En => clock.replace('.', ":"),
    }
}

/// As [`moment`], short, for lists: of a point in time, as the clock in Stockholm says it.
pub fn time(at: Millis, language: Language) -> String {
    let (date, clock) = (day(&calendar::day(at), language), calendar::clock(at));
    match language {
        Language::Sv => format!("{date} kl.\u{a0}{clock}"),
        Language::En => format!("{date} at {}", clock_in(&clock, language)),
    }
}

fn month_name(month: u32, language: Language) -> Option<&'static str> {
    let index = usize::try_from(month).ok()?.checked_sub(1)?;
    MONTHS.get(index).map(|name| name.say(language))
}

/// Year, month and day; years 1583 (the Gregorian calendar's first whole one) to 9999.
fn parts(date: &str) -> Option<(u32, u32, u32)> {
    let mut numbers = date.splitn(3, '-').map(|part| part.parse::<u32>().ok());
    let (year, month, day) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let fits = (1583..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    fits.then_some((year, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_date_is_said_as_people_say_it() {
        assert_eq!(long("2026-12-07", Language::Sv), "måndag 7 december 2026");
        assert_eq!(long("2026-12-07", Language::En), "Monday 7 December 2026");
        assert_eq!(day("2025-09-17", Language::Sv), "17 september 2025");
        assert_eq!(long("2028-02-29", Language::Sv), "tisdag 29 februari 2028");
    }

    #[test]
    fn a_clock_is_written_as_each_language_writes_it() {
        let said = |language| moment("2026-11-23", "14.05", language);
        assert_eq!(said(Language::Sv), "måndag 23 november 2026 kl.\u{a0}14.05, svensk tid");
        assert_eq!(said(Language::En), "Monday 23 November 2026 at 14:05, Swedish time");
    }

    #[test]
    fn what_is_no_date_stays_as_it_is() {
        for other in ["", "2026", "2026-13-01", "2026-00-10", "2026-01-32", "x-y-z", "99999-01-01"] {
            assert_eq!(long(other, Language::Sv), other);
        }
    }

    proptest! {
        #[test]
        fn the_weekday_is_the_calendars(year in 1583_i16..=9999, day_of_year in 1_i16..=365) {
            let date = jiff::civil::Date::new(year, 1, 1).unwrap().with().day_of_year(day_of_year).build().unwrap();
            let index = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap();
            prop_assert!(long(&date.to_string(), Language::En).starts_with(WEEKDAYS[index].en));
        }
    }
}
