//! What one answer must be: from typed text to a checked value, or the fault.

use crate::draft::VALUES_MAX;
use crate::problem::FaultKind;
use crate::question::{Kind, Question, YES, YES_NO};
use std::str::FromStr;

mod date;
mod text;

pub use date::{date, date_parts, join_date, no_date};
pub use text::{check_text, length};

/// The checked values of an answer: trimmed, choices in the question's order. Empty when it is optional and not given.
pub fn check(question: &Question, typed: &[String]) -> Result<Vec<String>, FaultKind> {
    let given: Vec<&str> = typed.iter().map(|value| value.trim()).filter(|value| !value.is_empty()).collect();
    if given.is_empty() {
        return if question.optional { Ok(Vec::new()) } else { Err(FaultKind::Missing) };
    }
    match question.kind {
        Kind::FullName { .. } | Kind::ShortText { .. } => {
            one(&given).and_then(|typed| text::line(question.kind, typed))
        }
        Kind::LongText { .. } => one(&given).and_then(|typed| text::paragraphs(question.kind, typed)),
        Kind::Email => one(&given).and_then(text::email),
        Kind::Number { min, max } => one(&given).and_then(|text| number(text, min, max)),
        Kind::Acknowledgement => {
            one(&given).and_then(|text| if text == YES { Ok(YES.to_owned()) } else { Err(FaultKind::UnknownOption) })
        }
        Kind::OneChoice { options } => one(&given).and_then(|value| option(value, options)),
        Kind::YesNo => one(&given).and_then(|value| option(value, YES_NO)),
        Kind::Year { min, max } => one(&given).and_then(|text| year(text, min, max)),
        Kind::Date { min, max } => one(&given).and_then(|typed| date::date(typed, min, max)),
        Kind::SeveralChoices { options, min, max } => return several(&given, options, min, max),
        Kind::RankedChoice { options, min, max } => return ranked(&given, options, min, max),
    }
    .map(|value| vec![value])
}

fn one<'a>(given: &[&'a str]) -> Result<&'a str, FaultKind> {
    match given {
        [only] => Ok(only),
        _ => Err(FaultKind::SeveralValues),
    }
}

fn number(text: &str, min: u32, max: u32) -> Result<String, FaultKind> {
    whole_number(text, min, max).map(|number| number.to_string())
}

/// The number that was typed, from `min` to `max`, or the fault.
pub fn whole_number(text: &str, min: u32, max: u32) -> Result<u32, FaultKind> {
    match u32::from_str(text).map_err(|_| FaultKind::NotANumber)? {
        small if small < min => Err(FaultKind::TooSmall { min }),
        large if large > max => Err(FaultKind::TooLarge { max }),
        fine => Ok(fine),
    }
}

fn option(value: &str, options: &[&str]) -> Result<String, FaultKind> {
    options.iter().find(|known| **known == value).map(|known| (*known).to_owned()).ok_or(FaultKind::UnknownOption)
}

fn year(text: &str, min: u32, max: u32) -> Result<String, FaultKind> {
    if text.len() != 4 || !text.bytes().all(|digit| digit.is_ascii_digit()) {
        return Err(FaultKind::NotAYear);
    }
    number(text, min, max)
}

fn several(given: &[&str], options: &[&str], min: u16, max: u16) -> Result<Vec<String>, FaultKind> {
    if given.len() > VALUES_MAX || given.iter().any(|value| !options.contains(value)) {
        return Err(FaultKind::UnknownOption);
    }
    let chosen: Vec<String> =
        options.iter().filter(|option| given.contains(option)).map(|option| (*option).to_owned()).collect();
    enough(chosen, min, max)
}

/// In the order given; the same option twice counts once, where it came first.
fn ranked(given: &[&str], options: &[&str], min: u16, max: u16) -> Result<Vec<String>, FaultKind> {
    if given.len() > VALUES_MAX || given.iter().any(|value| !options.contains(value)) {
        return Err(FaultKind::UnknownOption);
    }
    let mut chosen: Vec<String> = Vec::new();
    for value in given {
        if !chosen.iter().any(|known| known == value) {
            chosen.push((*value).to_owned());
        }
    }
    enough(chosen, min, max)
}

fn enough(chosen: Vec<String>, min: u16, max: u16) -> Result<Vec<String>, FaultKind> {
    if chosen.len() < usize::from(min) {
        Err(FaultKind::TooFew { min: u32::from(min) })
    } else if chosen.len() > usize::from(max) {
        Err(FaultKind::TooMany { max: u32::from(max) })
    } else {
        Ok(chosen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::ShownTo;
    use proptest::prelude::*;

    fn ask(kind: Kind) -> Question {
        Question { id: "q", kind, optional: false, shown_to: ShownTo::Staff, when: None, revision: "" }
    }

    fn answer(kind: Kind, typed: &[&str]) -> Result<Vec<String>, FaultKind> {
        check(&ask(kind), &typed.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>())
    }

    const NAME: Kind = Kind::FullName { max: 120 };

    #[test]
    fn a_number_is_whole_and_within_its_limits() {
        let kind = Kind::Number { min: 1, max: 5 };
        assert_eq!(answer(kind, &["3"]), Ok(vec!["3".to_owned()]));
        assert_eq!(answer(kind, &["0"]), Err(FaultKind::TooSmall { min: 1 }));
        assert_eq!(answer(kind, &["6"]), Err(FaultKind::TooLarge { max: 5 }));
        for bad in ["två", "1.5", "-1", "99999999999"] {
            assert_eq!(answer(kind, &[bad]), Err(FaultKind::NotANumber), "{bad}");
        }
    }

    #[test]
    fn choices_must_be_offered_and_come_out_in_order() {
        let several = Kind::SeveralChoices { options: &["a", "b", "c"], min: 1, max: 2 };
        assert_eq!(answer(several, &["c", "a", "c"]), Ok(vec!["a".to_owned(), "c".to_owned()]));
        assert_eq!(answer(several, &["a", "b", "c"]), Err(FaultKind::TooMany { max: 2 }));
        assert_eq!(answer(several, &["x"]), Err(FaultKind::UnknownOption));
        assert_eq!(answer(Kind::OneChoice { options: &["a"] }, &["b"]), Err(FaultKind::UnknownOption));
        assert_eq!(answer(Kind::OneChoice { options: &["a", "b"] }, &["a", "b"]), Err(FaultKind::SeveralValues));
        assert_eq!(answer(Kind::Acknowledgement, &["no"]), Err(FaultKind::UnknownOption));
    }

    #[test]
    fn a_year_has_four_digits_and_a_date_is_in_the_calendar() {
        let year = Kind::Year { min: 1950, max: 2030 };
        assert_eq!(answer(year, &["2019"]), Ok(vec!["2019".to_owned()]));
        assert_eq!(answer(year, &["1949"]), Err(FaultKind::TooSmall { min: 1950 }));
        for bad in ["19", "02019", "tjugo", "201a"] {
            assert_eq!(answer(year, &[bad]), Err(FaultKind::NotAYear), "{bad}");
        }
        let date = Kind::Date { min: 2020, max: 2035 };
        for (typed, kept) in
            [("2028-2-29", "2028-02-29"), ("2026-11-30", "2026-11-30"), (" 2026 - 1 - 3 ", "2026-01-03")]
        {
            assert_eq!(answer(date, &[typed]), Ok(vec![kept.to_owned()]), "{typed}");
        }
        for bad in
            ["2027-2-29", "2026-11-31", "2026-13-1", "2026-0-1", "26-1-1", "2026--1", "--", "i morgon", "2026-1-1-1"]
        {
            assert_eq!(answer(date, &[bad]), Err(FaultKind::NotADate), "{bad}");
        }
        assert_eq!(answer(date, &["2036-01-01"]), Err(FaultKind::TooLarge { max: 2035 }));
    }

    #[test]
    fn half_a_date_comes_back_into_its_fields_as_it_was_typed() {
        for parts in [["2026", "", ""], ["", "", "3"], ["", "mars", "x"], ["2026", "1", "3"]] {
            let [year, month, day] = parts;
            let joined = join_date(year, month, day);
            assert_eq!(date_parts(&joined[0]), parts);
        }
        assert_eq!(join_date(" ", "", ""), Vec::<String>::new());
    }

    #[test]
    fn a_ranking_keeps_its_order_and_an_option_its_first_place() {
        let ranked = Kind::RankedChoice { options: &["a", "b", "c"], min: 2, max: 2 };
        assert_eq!(answer(ranked, &["c", "a", "c"]), Ok(vec!["c".to_owned(), "a".to_owned()]));
        assert_eq!(answer(ranked, &["b"]), Err(FaultKind::TooFew { min: 2 }));
        assert_eq!(answer(ranked, &["a", "b", "c"]), Err(FaultKind::TooMany { max: 2 }));
        assert_eq!(answer(ranked, &["a", "x"]), Err(FaultKind::UnknownOption));
        assert_eq!(answer(Kind::YesNo, &["yes"]), Ok(vec!["yes".to_owned()]));
        assert_eq!(answer(Kind::YesNo, &["maybe"]), Err(FaultKind::UnknownOption));
    }

    #[test]
    fn nothing_typed_is_missing_unless_optional() {
        assert_eq!(answer(NAME, &["  "]), Err(FaultKind::Missing));
        assert_eq!(check(&Question { optional: true, ..ask(NAME) }, &[]), Ok(Vec::new()));
    }

    proptest! {
        #[test]
        fn checking_a_checked_answer_changes_nothing(typed in "\\PC{0,140}", kind in prop::sample::select(vec![NAME, Kind::Email, Kind::LongText { max: 100 }, Kind::Number { min: 0, max: 99 }])) {
            if let Ok(values) = answer(kind, &[&typed]) {
                prop_assert_eq!(check(&ask(kind), &values), Ok(values));
            }
        }
    }
}
