//! Days besides Saturdays and Sundays on which Swedish universities are closed: public holidays (lag 1989:253) and the three eves
//! that their working-time agreements count as such.

use crate::day::Day;

/// 0 is Monday ([`Day::weekday`]).
const FRIDAY: usize = 4;
const SUNDAY: usize = 6;

/// Whether that day is one. Easter Day, Whit Sunday, Midsummer Day and All Saints’ Day are not looked for: each is always a
/// Saturday or a Sunday.
pub(super) fn is_one(day: Day) -> bool {
    let [year, month, of_month] = day.parts();
    match (month, of_month) {
        (1, 1 | 6) | (5, 1) | (6, 6) | (12, 24..=26 | 31) => true,
        // Midsummer Day is the Saturday between 20 and 26 June, its eve the day before.
        (6, 19..=25) => day.weekday() == FRIDAY,
        // Good Friday, Easter Monday, Ascension Day.
        _ => easter(year).is_some_and(|easter| matches!(day.number() - easter, -2 | 1 | 39)),
    }
}

/// The number ([`Day::number`]) of Easter Day: the Sunday after the first full moon of spring, as the Gregorian calendar reckons
/// it (Oudin's form of Gauss's rule).
fn easter(year: u32) -> Option<i64> {
    let (century, golden) = (year / 100, year % 19);
    let reckoned = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    let is_a_day_early = reckoned == 29 || (reckoned == 28 && golden > 10);
    let full_moon = Day::new(year, 3, 21)?.number() + i64::from(reckoned) - i64::from(is_a_day_early);
    (full_moon + 1..).take(7).find(|number| Day::of_number(*number).is_some_and(|day| day.weekday() == SUNDAY))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::is_working_day;

    fn days_of(year: u32) -> impl Iterator<Item = Day> {
        let first = Day::new(year, 1, 1).unwrap().number();
        (first..first + 366).map(|number| Day::of_number(number).unwrap()).filter(move |day| day.parts()[0] == year)
    }

    #[test]
    fn easter_is_when_the_almanac_has_it() {
        for day in [
            "1954-04-18",
            "1981-04-19",
            "2008-03-23",
            "2011-04-24",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2038-04-25",
            "2049-04-18",
            "2076-04-19",
            "2285-03-22",
        ] {
            let day = Day::parse(day).unwrap();
            assert_eq!(easter(day.parts()[0]).and_then(Day::of_number).map(Day::written), Some(day.written()));
        }
    }

    #[test]
    fn the_holidays_on_weekdays_are_those_of_the_almanac() {
        let on_weekdays = |year| -> Vec<String> {
            let free = days_of(year).filter(|day| day.weekday() <= FRIDAY && is_one(*day)).map(Day::written);
            free.map(|day| day[5..].to_owned()).collect()
        };
        let expected = [
            (2026, "01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25 12-31"),
            (2027, "01-01 01-06 03-26 03-29 05-06 06-25 12-24 12-31"),
            (2028, "01-06 04-14 04-17 05-01 05-25 06-06 06-23 12-25 12-26"),
        ];
        for (year, days) in expected {
            assert_eq!(on_weekdays(year).join(" "), days, "{year}");
        }
    }

    #[test]
    fn the_holidays_that_are_always_on_weekends_are_no_working_days_either() {
        for day in [
            // Easter Day, Whit Sunday, Midsummer Day, All Saints’ Day.
            ["2026-04-05", "2026-05-24", "2026-06-20", "2026-10-31"],
            ["2027-03-28", "2027-05-16", "2027-06-26", "2027-11-06"],
            ["2028-04-16", "2028-06-04", "2028-06-24", "2028-11-04"],
        ]
        .concat()
        {
            assert!(!is_working_day(day), "{day}");
        }
        for day in ["2026-04-02", "2026-06-18", "2026-10-30", "2026-12-23", "2026-12-30", "2027-06-07"] {
            assert!(is_working_day(day), "{day}");
        }
    }
}
