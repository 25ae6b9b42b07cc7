//! Days on which nobody is at work beside weekends and holidays, as administrators enter them: no answer is promised for one.

use crate::answer;
use crate::calendar;
use crate::call::Millis;
use crate::day::Day;
use crate::live::Said;
use crate::problem::{Fault, FaultKind, Problem};
use crate::question::Kind;
use serde::{Deserialize, Serialize};

/// Closures on the list: a few a year, for many years.
pub const CLOSURES_MAX: usize = 50;
/// Days of one, first and last among them: longer than any summer.
pub const DAYS_MAX: u32 = 60;
/// The longest words of one, in Unicode scalar values: a line in a calendar.
pub const SAID_MAX: u16 = 60;

/// Days from the first to the last, both closed; `YYYY-MM-DD` in Stockholm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closure {
    pub first: String,
    pub last: String,
    /// Such as "Jul" and "Christmas"; for the staff's own list.
    pub said: Option<Said>,
}

impl Closure {
    pub fn has(&self, day: &str) -> bool {
        self.first.as_str() <= day && day <= self.last.as_str()
    }
}

/// The working day `working_days` after the day of `at` that is none of the closed ones, `YYYY-MM-DD`.
pub fn working_day_after(closures: &[Closure], at: Millis, working_days: u16) -> String {
    calendar::working_day_after(at, working_days, |day| closures.iter().any(|closure| closure.has(day)))
}

/// The list as it is stored, the earliest first: or every fault with its place, such as `2.last`. Of the list itself:
/// [`FaultKind::TooMany`] at `closures`; of a last day: [`FaultKind::TooSmall`] before the first one, [`FaultKind::TooLarge`]
/// more than [`DAYS_MAX`] days on.
pub fn check(closures: &[Closure]) -> Result<Vec<Closure>, Problem> {
    if closures.len() > CLOSURES_MAX {
        let max = u32::try_from(CLOSURES_MAX).unwrap_or(u32::MAX);
        return Err(vec![Fault::of("closures", FaultKind::TooMany { max })].into());
    }
    let mut faults = Vec::new();
    let mut checked: Vec<Closure> = Vec::new();
    for (index, closure) in closures.iter().enumerate() {
        let mut wrong = |field: &str, kind| faults.push(Fault::of(&format!("{index}.{field}"), kind));
        let [first, last] = [("first", &closure.first), ("last", &closure.last)].map(|(field, typed)| {
            let day = Day::parse(typed.trim());
            if day.is_none() {
                wrong(field, answer::no_date(typed));
            }
            day
        });
        if let Some(kind) = first.zip(last).and_then(|(first, last)| length_fault(first, last)) {
            wrong("last", kind);
        }
        let said = closure.said.as_ref().filter(|said| [&said.sv, &said.en].iter().any(|text| !text.trim().is_empty()));
        let said = said.map(|said| {
            let [sv, en] = [("sv", &said.sv), ("en", &said.en)].map(|(field, typed)| {
                answer::check_text(Kind::ShortText { max: SAID_MAX }, typed).unwrap_or_else(|kind| {
                    wrong(field, kind);
                    String::new()
                })
            });
            Said { sv, en }
        });
        let written = |day: Option<Day>| day.map(Day::written).unwrap_or_default();
        checked.push(Closure { first: written(first), last: written(last), said });
    }
    checked.sort_by(|one, other| (&one.first, &one.last).cmp(&(&other.first, &other.last)));
    if faults.is_empty() { Ok(checked) } else { Err(faults.into()) }
}

fn length_fault(first: Day, last: Day) -> Option<FaultKind> {
    match last.number() - first.number() {
        ..0 => Some(FaultKind::TooSmall { min: 1 }),
        on if on >= i64::from(DAYS_MAX) => Some(FaultKind::TooLarge { max: DAYS_MAX }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closure(first: &str, last: &str, said: Option<(&str, &str)>) -> Closure {
        let said = said.map(|(sv, en)| Said { sv: sv.to_owned(), en: en.to_owned() });
        Closure { first: first.to_owned(), last: last.to_owned(), said }
    }

    fn faults(closures: &[Closure]) -> Vec<Fault> {
        let Err(Problem::Faults { faults }) = check(closures) else { panic!("faults expected") };
        faults
    }

    #[test]
    fn the_first_and_the_last_day_are_closed_and_none_beside_them() {
        let christmas = closure("2026-12-21", "2027-01-05", None);
        let days = ["2026-12-20", "2026-12-21", "2026-12-31", "2027-01-05", "2027-01-06"];
        assert_eq!(days.map(|day| christmas.has(day)), [false, true, true, true, false]);
    }

    #[test]
    fn a_list_is_kept_with_the_earliest_first_and_without_blanks() {
        let typed = [closure("2027-07-05", "2027-09-02", None), closure(" 2026-12-21", "2026-12-21 ", Some((" ", "")))];
        let kept = [closure("2026-12-21", "2026-12-21", None), closure("2027-07-05", "2027-09-02", None)];
        assert_eq!(check(&typed), Ok(kept.to_vec()), "one day, and sixty");
        assert_eq!(check(&kept), Ok(kept.to_vec()));
    }

    #[test]
    fn every_fault_is_named_by_its_line_and_field() {
        let long = "å".repeat(61);
        let found = faults(&[
            closure("2026-12-21", "2026-12-20", Some(("Jul", " "))),
            closure("2027-07-05", "2027-09-03", Some((&long, "a\u{202E}b"))),
            closure("2027-02-29", "", None),
        ]);
        let expected = [
            ("0.last", FaultKind::TooSmall { min: 1 }),
            ("0.en", FaultKind::Missing),
            ("1.last", FaultKind::TooLarge { max: 60 }),
            ("1.sv", FaultKind::TooLong { max: 60, over: 1 }),
            ("1.en", FaultKind::ForbiddenCharacter),
            ("2.first", FaultKind::NotADate),
            ("2.last", FaultKind::Missing),
        ];
        assert_eq!(found, expected.map(|(field, kind)| Fault::of(field, kind)));
    }

    #[test]
    fn fifty_are_taken_and_one_more_is_not() {
        let many = vec![closure("2026-12-21", "2026-12-21", None); CLOSURES_MAX + 1];
        assert!(check(&many[1..]).is_ok());
        assert_eq!(faults(&many), [Fault::of("closures", FaultKind::TooMany { max: 50 })]);
    }
}
