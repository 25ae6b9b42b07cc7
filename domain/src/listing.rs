//! Programmes that others run, as a programme of mode `listing` names them: when each was last checked, and whether that is
//! too long ago to rely on. Words: [`crate::words::EntryWords`].

use crate::day::Day;
use crate::programme::ENTRIES;

/// One programme elsewhere.
#[derive(Debug)]
pub struct Entry {
    /// `YYYY-MM-DD`, the day someone last saw that it is so.
    pub checked: &'static str,
}

impl Entry {
    /// Whether its check is old on that day, `YYYY-MM-DD`. What is no day says nothing, and so is not old.
    pub fn is_stale_on(&self, today: &str) -> bool {
        Day::parse(self.checked).zip(Day::parse(today)).is_some_and(|(checked, today)| is_stale(checked, today))
    }
}

/// Whether a check is more than a year old: from the day after the same day of the next year on, for 29 February from
/// 1 March on.
pub fn is_stale(checked: Day, today: Day) -> bool {
    checked.a_year_after().is_some_and(|last| last < today)
}

/// The entries of a programme, in the order of its page.
pub fn entries(slug: &str) -> &'static [Entry] {
    ENTRIES.iter().find(|(of, _)| *of == slug).map_or(&[], |(_, entries)| entries)
}

/// The place of the mark that an entry's check is old; `number` counts from 0.
pub fn stale_place(slug: &str, number: usize) -> String {
    format!("stale-{slug}-{number}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stale(checked: &'static str, today: &str) -> bool {
        Entry { checked }.is_stale_on(today)
    }

    #[test]
    fn a_check_is_good_for_a_year_to_the_day() {
        assert!(!stale("2025-11-24", "2025-11-24"));
        assert!(!stale("2025-11-24", "2026-11-23"));
        assert!(!stale("2025-11-24", "2026-11-24"));
        assert!(stale("2025-11-24", "2026-11-25"));
        assert!(!stale("2025-12-31", "2026-12-31"));
        assert!(stale("2025-12-31", "2027-01-01"));
        assert!(!stale("2027-01-01", "2026-11-24"), "a day to come is not old");
    }

    #[test]
    fn a_check_on_29_february_is_good_until_the_28th_and_one_of_the_28th_is_old_on_the_29th() {
        assert!(!stale("2028-02-29", "2029-02-28"));
        assert!(stale("2028-02-29", "2029-03-01"));
        assert!(!stale("2027-02-28", "2028-02-28"));
        assert!(stale("2027-02-28", "2028-02-29"));
    }

    #[test]
    fn on_a_day_that_is_not_known_nothing_is_called_old() {
        assert!(!stale("2020-01-01", ""));
        assert!(!stale("", "2026-11-24"));
    }
}
