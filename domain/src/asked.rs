//! What a person asks of staff about their own data, or reports to them, and what staff answered.

use crate::answer;
use crate::calendar;
use crate::call::Millis;
use crate::day::Day;
use crate::problem::{Fault, FaultKind};
use crate::question::Kind;
use serde::{Deserialize, Serialize};

/// The longest text of a person's, and the longest answer of staff's, in Unicode scalar values: most of a page.
pub const ASK_TEXT_MAX: u16 = 1000;
/// How often one record's person can ask: each of the five things four times. At their longest, with every character escaped,
/// texts and answers are then 80,000 of the 262,144 characters that a row may have.
pub const ASKED_MAX: usize = 20;
/// Fields of the form, and of its faults. No question's id has a `_`.
pub const ASK_FIELD: &str = "ask_what";
pub const TEXT_FIELD: &str = "ask_text";

/// What can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ask {
    /// GDPR, article 16.
    Correction,
    /// Article 18.
    Restriction,
    /// Article 17.
    Erasure,
    /// Article 21.
    Objection,
    /// Something went wrong; staff should know.
    Report,
}

impl Ask {
    pub const ALL: [Self; 5] = [Self::Correction, Self::Restriction, Self::Erasure, Self::Objection, Self::Report];

    pub const fn slug(self) -> &'static str {
        match self {
            Self::Correction => "correction",
            Self::Restriction => "restriction",
            Self::Erasure => "erasure",
            Self::Objection => "objection",
            Self::Report => "report",
        }
    }

    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ask| ask.slug() == slug)
    }

    /// Whether nobody could do anything about it without a text.
    pub const fn needs_text(self) -> bool {
        matches!(self, Self::Correction | Self::Report)
    }
}

/// Something that was asked, as the record keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    pub what: Ask,
    /// In the person's words; staff see it without them where the record is masked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    pub at: Millis,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<AskedAnswer>,
}

/// What staff answered: it closes what was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedAnswer {
    pub at: Millis,
    /// The address of whoever of the staff answered.
    pub by: String,
    /// Done, or refused.
    pub is_done: bool,
    /// What the person reads.
    pub text: String,
}

impl Asked {
    pub const fn is_open(&self) -> bool {
        self.answer.is_none()
    }

    /// The last day for an answer, `YYYY-MM-DD` in Stockholm.
    pub fn answer_by(&self) -> String {
        last_working_day_of_a_month(self.at)
    }
}

/// Within one month of being asked (GDPR, article 12.3), on a day on which people work: the last of them in that month.
fn last_working_day_of_a_month(at: Millis) -> String {
    let last = Day::parse(&calendar::day(at)).and_then(Day::a_month_after);
    let before = last.and_then(|last| {
        // Never more than five days in a row are free.
        let days = (0..7).filter_map(|back| Day::of_number(last.number().saturating_sub(back)));
        days.map(Day::written).find(|day| calendar::is_working_day(day))
    });
    before.unwrap_or_default()
}

/// What was chosen and written in the form, checked; every fault at once, at [`ASK_FIELD`] and [`TEXT_FIELD`].
pub fn check(what: &str, text: &str) -> Result<(Ask, Option<String>), Vec<Fault>> {
    let what = match what {
        "" => Err(FaultKind::Missing),
        slug => Ask::parse(slug).ok_or(FaultKind::UnknownOption),
    };
    let text = match answer::check_text(Kind::LongText { max: ASK_TEXT_MAX }, text) {
        Err(FaultKind::Missing) if !what.is_ok_and(Ask::needs_text) => Ok(None),
        checked => checked.map(Some),
    };
    match (what, text) {
        (Ok(what), Ok(text)) => Ok((what, text)),
        (what, text) => {
            let faults = [(ASK_FIELD, what.err()), (TEXT_FIELD, text.err())];
            Err(faults.into_iter().filter_map(|(field, kind)| Some(Fault::of(field, kind?))).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::days_between;
    use proptest::prelude::*;

    #[test]
    fn each_kind_is_told_by_its_slug() {
        for ask in Ask::ALL {
            assert_eq!(Ask::parse(ask.slug()), Some(ask));
            assert_eq!(serde_json::to_string(&ask).unwrap(), format!("\"{}\"", ask.slug()));
        }
        assert_eq!(Ask::parse(""), None);
    }

    #[test]
    fn every_fault_is_told_at_once_and_only_a_correction_and_a_report_need_words() {
        let missing = |fields: &[&str]| -> Vec<Fault> {
            fields.iter().map(|field| Fault::of(field, FaultKind::Missing)).collect()
        };
        assert_eq!(check("", " "), Err(missing(&[ASK_FIELD])));
        for ask in Ask::ALL {
            let bare = check(ask.slug(), " \r\n");
            let needed = matches!(ask, Ask::Correction | Ask::Report);
            assert_eq!(bare, if needed { Err(missing(&[TEXT_FIELD])) } else { Ok((ask, None)) });
            assert_eq!(check(ask.slug(), " a\r\nb "), Ok((ask, Some("a\nb".to_owned()))));
        }
        let both = check("everything", &"å".repeat(1003)).unwrap_err();
        let kinds: Vec<FaultKind> = both.iter().map(|fault| fault.kind).collect();
        assert_eq!(kinds, [FaultKind::UnknownOption, FaultKind::TooLong { max: 1000, over: 3 }]);
        assert!(check("erasure", &"å".repeat(1000)).is_ok());
    }

    #[test]
    fn staff_answer_within_a_month_on_a_working_day() {
        let by = |day: &str| {
            let at = calendar::start_of(day).unwrap();
            Asked { what: Ask::Erasure, text: None, at, answer: None }.answer_by()
        };
        assert_eq!(by("2026-11-30"), "2026-12-30");
        // 29 December 2026 is a Tuesday, 28 February 2027 a Sunday; New Year’s Day follows an eve on which nobody works.
        assert_eq!(by("2026-11-29"), "2026-12-29");
        assert_eq!(by("2027-01-31"), "2027-02-26");
        assert_eq!(by("2026-12-02"), "2026-12-30");
    }

    proptest! {
        #[test]
        fn no_answer_is_promised_later_than_a_month_or_on_a_weekend(at in 0_i64..4_000_000_000_000) {
            let by = Asked { what: Ask::Report, text: None, at, answer: None }.answer_by();
            prop_assert!(calendar::is_working_day(&by), "{by}");
            // From the end of January to the end of February are 28 days; at most five in a row are free.
            let days = days_between(&calendar::day(at), &by).unwrap();
            prop_assert!((23..=31).contains(&days), "{by} {days}");
        }
    }
}
