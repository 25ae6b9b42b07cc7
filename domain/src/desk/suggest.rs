//! Mentors for a mentee, best first: those who can be asked, by what fits. Computed where staff sit, from what they may see.

use super::call::MentorRow;
use crate::matching::{Crowd, Fit, Given, Rule, rules};
use crate::mentor::Offer;
use std::cmp::Ordering;

/// The most that are shown: further down a list nobody chooses well.
pub const SHOWN_MAX: usize = 10;

/// A mentor who may suit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion<'a> {
    pub mentor: &'a MentorRow,
    pub given: &'a Given,
    pub fit: Fit,
}

/// Who may suit, and who is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggested<'a> {
    /// At most [`SHOWN_MAX`], best first.
    pub best: Vec<Suggestion<'a>>,
    /// How many more could be asked.
    pub further: usize,
    /// How many the programme's rules rule out.
    pub ruled_out: usize,
    /// How many cannot be compared, because their answers are protected.
    pub unknown: usize,
}

/// Whether the programme says what fits.
pub fn can(slug: &str) -> bool {
    !rules(slug).is_empty()
}

/// Of all mentors those of that programme who can be asked; `answers` gives a record's, by its reference.
pub fn suggested<'a>(
    slug: &str,
    mentee: &Given,
    mentors: &'a [MentorRow],
    answers: impl Fn(&str) -> Option<&'a Given>,
) -> Suggested<'a> {
    let rules: &'static [Rule] = rules(slug);
    let asked = mentors.iter().filter(|mentor| mentor.row.programme == slug && mentor.offer == Offer::Takes);
    let (known, unknown): (Vec<_>, Vec<_>) =
        asked.map(|mentor| (mentor, answers(&mentor.row.reference))).partition(|(_, given)| given.is_some());
    let known: Vec<(&MentorRow, &Given)> =
        known.into_iter().filter_map(|(mentor, given)| Some((mentor, given?))).collect();
    let crowd = Crowd::of(known.iter().map(|(_, given)| *given));
    let fits = known.into_iter().map(|(mentor, given)| Suggestion {
        mentor,
        given,
        fit: Fit::of(rules, mentee, given, &crowd),
    });
    let (ruled_out, mut best): (Vec<_>, Vec<_>) = fits.partition(|one| one.fit.is_ruled_out);
    best.sort_by(compare);
    let further = best.len().saturating_sub(SHOWN_MAX);
    best.truncate(SHOWN_MAX);
    Suggested { best, further, ruled_out: ruled_out.len(), unknown: unknown.len() }
}

/// By fit, then by who has most places left, then as they came.
fn compare(one: &Suggestion<'_>, other: &Suggestion<'_>) -> Ordering {
    let by_fit = one.fit.compare(&other.fit);
    let by_places = other.mentor.free.cmp(&one.mentor.free);
    by_fit.then(by_places).then(one.mentor.row.received_at.cmp(&other.mentor.row.received_at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::sample;
    use crate::programme::Role;
    use crate::text::Language;

    fn mentor(reference: &str, offer: Offer, free: u32) -> MentorRow {
        let row = sample::record(reference, Role::Mentor, Language::Sv).row;
        MentorRow { row, offer, free, paused_until: None }
    }

    fn topics(topics: &[&str]) -> Vec<(String, Vec<String>)> {
        vec![("topics".to_owned(), topics.iter().map(|topic| (*topic).to_owned()).collect())]
    }

    #[test]
    fn who_can_be_asked_and_shares_most_comes_first() {
        let mentors = [
            mentor("AAAAAAAA", Offer::Takes, 1),
            mentor("BBBBBBBB", Offer::Takes, 2),
            mentor("CCCCCCCC", Offer::Takes, 3),
            mentor("DDDDDDDD", Offer::Full, 0),
            mentor("EEEEEEEE", Offer::Takes, 1),
        ];
        let (some, all) = (topics(&["research"]), topics(&["research", "network"]));
        let answers = |reference: &str| match reference {
            "AAAAAAAA" => Some(all.as_slice()),
            "EEEEEEEE" => None,
            _ => Some(some.as_slice()),
        };
        let found = suggested("ki-alumni", &topics(&["research", "network"]), &mentors, answers);
        let order: Vec<&str> = found.best.iter().map(|one| one.mentor.row.reference.as_str()).collect();
        assert_eq!(order, ["AAAAAAAA", "CCCCCCCC", "BBBBBBBB"], "more places among equals");
        assert_eq!((found.unknown, found.ruled_out, found.further), (1, 0, 0));
        assert!(suggested("outside", &topics(&["research"]), &mentors, answers).best.is_empty());
        assert!(can("ki-alumni") && !can("outside"));
    }

    #[test]
    fn a_long_list_is_cut_and_says_by_how_many() {
        let mentors: Vec<_> = (0..14).map(|number| mentor(&format!("AAAAAA{number:02}"), Offer::Takes, 1)).collect();
        let given = topics(&["research"]);
        let found = suggested("ki-alumni", &given, &mentors, |_| Some(given.as_slice()));
        assert_eq!((found.best.len(), found.further), (SHOWN_MAX, 4));
    }
}
