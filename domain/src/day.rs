//! A day of the calendar by arithmetic alone: a calendar crate would be a tenth of the browser's program.

/// Days from 1 March of the year 0 to 1 January 1970.
const TO_1970: i64 = 719_468;

/// A day of the Gregorian calendar, years 1 to 9999. Later is greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: u32,
    month: u32,
    of_month: u32,
}

impl Day {
    /// `None` where there is no such day.
    pub fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        let exists =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Self { year, month, of_month: day })
    }

    /// Of `YYYY-MM-DD`, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let is_in_form = |(place, byte): (usize, u8)| {
            if matches!(place, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() }
        };
        if text.len() != 10 || !text.bytes().enumerate().all(is_in_form) {
            return None;
        }
        let number = |part: Option<&str>| part?.parse::<u32>().ok();
        let mut parts = text.split('-');
        Self::new(number(parts.next())?, number(parts.next())?, number(parts.next())?)
    }

    /// `YYYY-MM-DD`.
    pub fn written(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.of_month)
    }

    /// Year, month, day of the month.
    pub fn parts(self) -> [u32; 3] {
        [self.year, self.month, self.of_month]
    }

    /// Days since 1970-01-01 (Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`).
    pub fn number(self) -> i64 {
        let (year, month) = if self.month < 3 { (self.year - 1, self.month + 9) } else { (self.year, self.month - 3) };
        let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + self.of_month - 1;
        i64::from(days) - TO_1970
    }

    /// The day of that number ([`Self::number`]); Hinnant's `civil_from_days`.
    pub fn of_number(number: i64) -> Option<Self> {
        let days = number + TO_1970;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let (year, month) = (year_of_era + era * 400, if month < 10 { month + 3 } else { month - 9 });
        let year = if month < 3 { year + 1 } else { year };
        Self::new(u32::try_from(year).ok()?, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
    }

    /// 0 is Monday.
    pub fn weekday(self) -> usize {
        // 1 January 1970 was a Thursday.
        usize::try_from((self.number() + 3).rem_euclid(7)).unwrap_or_default()
    }

    /// The same day of the next year; 28 February for the 29th. `None` after the year 9999.
    pub fn a_year_after(self) -> Option<Self> {
        Self::new(self.year + 1, self.month, self.of_month).or_else(|| Self::new(self.year + 1, 2, 28))
    }

    /// The same day of the next month, or that month's last day where it is shorter. `None` after the year 9999.
    pub fn a_month_after(self) -> Option<Self> {
        let (year, month) = if self.month == 12 { (self.year + 1, 1) } else { (self.year, self.month + 1) };
        Self::new(year, month, self.of_month.min(days_in(year, month)))
    }
}

/// Days from one day to another, both `YYYY-MM-DD`; negative where the second is earlier.
pub fn days_between(from: &str, to: &str) -> Option<i64> {
    Some(Day::parse(to)?.number() - Day::parse(from)?.number())
}

/// The day that is so many days after one, `YYYY-MM-DD`; before it where they are fewer than none.
pub fn days_after(day: &str, days: i64) -> Option<String> {
    Day::of_number(Day::parse(day)?.number().saturating_add(days)).map(Day::written)
}

fn days_in(year: u32, month: u32) -> u32 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_year_after_is_the_same_day_and_the_28th_where_there_is_no_29th() {
        let after = |text| Day::parse(text).unwrap().a_year_after().map(Day::written);
        assert_eq!(after("2026-11-24").as_deref(), Some("2027-11-24"));
        assert_eq!(after("2028-02-29").as_deref(), Some("2029-02-28"));
        assert_eq!(after("2027-02-28").as_deref(), Some("2028-02-28"));
        assert_eq!(after("9999-02-01"), None);
    }

    #[test]
    fn days_are_counted_across_leap_years() {
        let number = |text| Day::parse(text).unwrap().number();
        assert_eq!(number("1970-01-01"), 0);
        assert_eq!(number("2028-03-01") - number("2028-02-28"), 2);
        assert_eq!(number("2026-11-24") - number("2025-11-24"), 365);
    }

    proptest! {
        #[test]
        fn every_day_is_the_calendars(year in 0_i16..=9999, month in 0_i8..=13, day in 0_i8..=32) {
            let known = jiff::civil::Date::new(year, month, day).ok().filter(|date| date.year() > 0);
            let parts = [u32::try_from(year), u32::try_from(month), u32::try_from(day)].map(Result::unwrap);
            let ours = Day::new(parts[0], parts[1], parts[2]);
            prop_assert_eq!(ours.map(Day::written), known.map(|date| date.to_string()));
            if let (Some(ours), Some(known)) = (ours, known) {
                let weekday = usize::try_from(known.weekday().to_monday_zero_offset()).unwrap();
                prop_assert_eq!(ours.weekday(), weekday);
                let since = known.duration_since(jiff::civil::Date::constant(1970, 1, 1)).as_hours() / 24;
                prop_assert_eq!(ours.number(), since);
                prop_assert_eq!(Day::parse(&ours.written()), Some(ours));
                prop_assert_eq!(Day::of_number(ours.number()), Some(ours));
                prop_assert_eq!(ours.parts(), parts);
            }
        }
    }
}
