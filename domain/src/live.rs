//! The live half of a programme: what staff change without a release. The programme's file is its first version.

mod place;
mod said;

pub use place::{Place, Sentence};

use crate::answer;
use crate::calendar;
use crate::call::Millis;
use crate::problem::{Fault, FaultKind, Problem};
use crate::programme::{Programme, Role};
use crate::question::Kind;
use crate::text::Language;
use crate::words;
use serde::{Deserialize, Serialize};

/// The longest notice or reason, in Unicode scalar values: two or three sentences (DESIGN.md, Programmes are data).
pub const NOTE_MAX: u16 = 300;
/// The longest name of a reviewer; as long as a full name in a form.
pub const REVIEWER_MAX: u16 = 120;

/// A sentence that staff have written, in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    pub sv: String,
    pub en: String,
}

impl Said {
    pub fn say(&self, language: Language) -> &str {
        match language {
            Language::Sv => &self.sv,
            Language::En => &self.en,
        }
    }
}

/// What stands now. Days are `YYYY-MM-DD` in Stockholm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Live {
    /// Whether it takes applications, within its dates.
    pub open: bool,
    /// Why it does not; shown while it is closed.
    pub closed_because: Option<Said>,
    /// The first day on which it takes applications.
    pub opens_on: Option<String>,
    /// The last one.
    pub closes_on: Option<String>,
    pub contact: String,
    /// Who reviewed the programme's facts; nobody where it is not decided.
    pub reviewer: Option<String>,
    pub reviewed: String,
    /// A short notice, shown at the top of its pages.
    pub notice: Option<Said>,
}

/// A version of a live half; version 0 is the file's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LiveVersion {
    pub programme: String,
    pub version: u32,
    pub at: Millis,
    /// The address of who of the staff set it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    pub live: Live,
}

impl Live {
    /// As the programme's file has it. `samples` says whether sample values of undecided things count.
    pub fn of_file(programme: &Programme, samples: bool) -> Self {
        let because = words::programme(programme.slug).and_then(|words| words.closed_because);
        Self {
            open: programme.open && programme.may_open(samples),
            closed_because: because.map(|text| Said { sv: text.sv.to_owned(), en: text.en.to_owned() }),
            opens_on: None,
            closes_on: None,
            contact: programme.contact.to_owned(),
            reviewer: programme.reviewer.value(samples).map(str::to_owned),
            reviewed: programme.reviewed.to_owned(),
            notice: None,
        }
    }

    /// Whether it takes applications on that day.
    pub fn is_open(&self, day: &str) -> bool {
        let begun = self.opens_on.as_deref().is_none_or(|first| first <= day);
        let ended = self.closes_on.as_deref().is_some_and(|last| last < day);
        self.open && begun && !ended
    }

    /// When it takes applications next, from `now` on: `now` itself while it is open, nothing when no day is known.
    pub fn opens_at(&self, now: Millis) -> Option<Millis> {
        let today = calendar::day(now);
        if self.is_open(&today) {
            return Some(now);
        }
        calendar::start_of(self.first_day(&today)?)
    }

    /// The first day on which it takes applications, as long as that is still to come.
    pub fn first_day(&self, day: &str) -> Option<&str> {
        self.opens_on.as_deref().filter(|first| self.open && *first > day)
    }

    /// Whether that role's form is taken on that day, or why not. Who waits or asks may always write, except that nobody
    /// waits for what is open.
    pub fn takes(&self, role: Role, day: &str) -> Result<(), Problem> {
        if !role.is_of_a_pair() || self.is_open(day) {
            return Ok(());
        }
        let opens_on = self.first_day(day).map(str::to_owned);
        Err(Problem::NotOpen { opens_on, because: self.closed_because.clone() })
    }

    /// Every fault at once; fields by their name here.
    pub fn check(&self, programme: &Programme, samples: bool) -> Result<(), Problem> {
        let mut faults = Vec::new();
        let because = (["closed_because.sv", "closed_because.en"], &self.closed_because);
        for ([sv, en], said) in [because, (["notice.sv", "notice.en"], &self.notice)] {
            let Some(said) = said else { continue };
            check_text(sv, &said.sv, NOTE_MAX, &mut faults);
            check_text(en, &said.en, NOTE_MAX, &mut faults);
        }
        if let Some(reviewer) = &self.reviewer {
            check_text("reviewer", reviewer, REVIEWER_MAX, &mut faults);
        }
        match answer::check_text(Kind::Email, &self.contact) {
            Err(kind) => faults.push(Fault::of("contact", kind)),
            // What would mean something else in a `mailto:` address, or not every mail server takes in a header.
            Ok(contact) if !contact.is_ascii() || contact.contains(['?', '&', '%']) => {
                faults.push(Fault::of("contact", FaultKind::NotAnEmail));
            }
            Ok(_) => {}
        }
        let days = [("opens_on", self.opens_on.as_ref()), ("closes_on", self.closes_on.as_ref())];
        for (field, day) in days.into_iter().chain([("reviewed", Some(&self.reviewed))]) {
            if let Some(day) = day.filter(|day| !calendar::is_day(day)) {
                faults.push(Fault::of(field, answer::no_date(day)));
            }
        }
        if let (Some(first), Some(last)) = (&self.opens_on, &self.closes_on)
            && last < first
        {
            faults.push(Fault::of("closes_on", FaultKind::NotADate));
        }
        if !faults.is_empty() {
            return Err(faults.into());
        }
        if self.open && !programme.may_open(samples) {
            return Err(Problem::Undecided { what: programme.undecided().map(|(what, _)| what.to_owned()).collect() });
        }
        Ok(())
    }
}

fn check_text(field: &str, text: &str, max: u16, faults: &mut Vec<Fault>) {
    match answer::check_text(Kind::ShortText { max }, text) {
        Ok(_) => {}
        Err(kind) => faults.push(Fault::of(field, kind)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::programme;

    fn live() -> Live {
        Live { open: true, ..Live::of_file(programme("ki-alumni").unwrap(), true) }
    }

    fn between(first: Option<&str>, last: Option<&str>) -> Live {
        Live { opens_on: first.map(str::to_owned), closes_on: last.map(str::to_owned), ..live() }
    }

    #[test]
    fn it_is_open_from_the_first_day_to_the_last_and_on_both() {
        let round = between(Some("2026-12-01"), Some("2026-12-15"));
        for (day, open) in [("2026-11-30", false), ("2026-12-01", true), ("2026-12-15", true), ("2026-12-16", false)] {
            assert_eq!(round.is_open(day), open, "{day}");
        }
        assert!(between(None, None).is_open("2026-11-30"));
        assert!(!Live { open: false, ..round }.is_open("2026-12-02"));
    }

    #[test]
    fn before_the_first_day_it_says_when_it_opens_and_after_the_last_it_does_not() {
        let round = between(Some("2026-12-01"), Some("2026-12-15"));
        // Midnight in Stockholm is 23:00 UTC in winter.
        let november = "2026-11-20T12:00:00Z".parse::<jiff::Timestamp>().unwrap().as_millisecond();
        let opens = "2026-11-30T23:00:00Z".parse::<jiff::Timestamp>().unwrap().as_millisecond();
        assert_eq!(round.opens_at(november), Some(opens));
        assert_eq!(round.opens_at(opens), Some(opens));
        assert_eq!(round.opens_at(opens + 40 * 24 * 60 * 60 * 1000), None);
        let closed = round.takes(Role::Mentee, "2026-11-30").unwrap_err();
        assert!(matches!(closed, Problem::NotOpen { opens_on: Some(day), .. } if day == "2026-12-01"));
        let over = round.takes(Role::Mentee, "2026-12-20").unwrap_err();
        assert!(matches!(over, Problem::NotOpen { opens_on: None, .. }));
        assert_eq!(round.takes(Role::Waiting, "2026-12-20"), Ok(()));
    }

    #[test]
    fn what_cannot_be_is_refused_with_its_field() {
        let programme = programme("ki-alumni").unwrap();
        let long = Said { sv: "å".repeat(301), en: "a".repeat(300) };
        let wrong = Live {
            notice: Some(long),
            closed_because: Some(Said { sv: "Vi tar en paus.".to_owned(), en: String::new() }),
            contact: "the office".to_owned(),
            opens_on: Some("2026-02-30".to_owned()),
            reviewed: "yesterday".to_owned(),
            ..live()
        };
        let Err(Problem::Faults { faults }) = wrong.check(programme, true) else { panic!("faults expected") };
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, ["closed_because.en", "notice.sv", "contact", "opens_on", "reviewed"]);
        let unread = Live { reviewed: String::new(), ..live() };
        assert_eq!(unread.check(programme, true), Err(vec![Fault::of("reviewed", FaultKind::Missing)].into()));
        assert_eq!(live().check(programme, true), Ok(()));
    }

    #[test]
    fn a_programme_with_something_undecided_is_not_opened() {
        let programme = programme("ki-alumni").unwrap();
        assert!(matches!(live().check(programme, false), Err(Problem::Undecided { what }) if !what.is_empty()));
        assert_eq!(Live { open: false, ..live() }.check(programme, false), Ok(()));
        assert!(!Live::of_file(programme, false).open);
    }
}
