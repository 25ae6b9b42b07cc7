//! Mentors for a mentee, best first: those who can be asked, by what fits and whom the mentee wishes for. Computed where staff sit,
//! from what they may see.

use super::call::{DeskRecord, MentorRow};
use super::row::Row;
use crate::matching::{Crowd, Fit, Given, rules};
use crate::mentor::Offer;
use crate::programme::{Form, Role, programme};
use crate::question::Kind;
use crate::wish;
use std::cmp::Reverse;

/// The most that are shown: further down a list nobody chooses well.
pub const SHOWN_MAX: usize = 10;

/// The most who stand beside a mentee: with two columns before them, as many as a page of 1280 px has room for in whole words.
pub const BESIDE_MAX: usize = 3;

/// A mentor who may suit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion<'a> {
    pub mentor: &'a MentorRow,
    pub given: &'a Given,
    pub fit: Fit,
    /// The place of the mentor among those whom the mentee wishes for, 1 being the first.
    pub wish: Option<usize>,
    /// Whether the mentor may be one of those whom the mentee rather does not want.
    pub may_be_named: bool,
}

impl Suggestion<'_> {
    /// Of what fits and of the wish together.
    pub fn points(&self) -> u32 {
        self.fit.points.saturating_add(self.wish.map_or(0, wish::points))
    }

    pub fn is_ruled_out(&self) -> bool {
        self.fit.is_ruled_out || self.may_be_named
    }
}

/// Who may suit, and who is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggested<'a> {
    /// At most [`SHOWN_MAX`], best first.
    pub best: Vec<Suggestion<'a>>,
    /// How many more could be asked.
    pub further: usize,
    /// Whom the programme's rules rule out, or the mentee; the latter first.
    pub ruled_out: Vec<Suggestion<'a>>,
    /// How many cannot be compared, because their answers are protected.
    pub unknown: usize,
}

/// Whether the programme says what fits.
pub fn can(slug: &str) -> bool {
    !rules(slug).is_empty()
}

/// Mentors of that programme who can be asked and whose answers are known, each with them, and how many more there are.
pub(super) fn known<'a>(
    slug: &str,
    mentors: &'a [MentorRow],
    answers: impl Fn(&str) -> Option<&'a Given>,
) -> (Vec<(&'a MentorRow, &'a Given)>, usize) {
    let asked = mentors.iter().filter(|mentor| mentor.row.programme == slug && mentor.offer == Offer::Takes);
    let count = asked.clone().count();
    let known: Vec<_> = asked.filter_map(|mentor| Some((mentor, answers(&mentor.row.reference)?))).collect();
    let unknown = count.saturating_sub(known.len());
    (known, unknown)
}

/// Of all mentors those of the mentee's programme who can be asked; `answers` gives a record's, by its reference.
pub fn suggested<'a>(
    mentee: &DeskRecord,
    mentors: &'a [MentorRow],
    answers: impl Fn(&str) -> Option<&'a Given>,
) -> Suggested<'a> {
    let slug = mentee.row.programme.as_str();
    let (known, unknown) = known(slug, mentors, answers);
    let crowd = Crowd::of(known.iter().map(|(_, given)| *given));
    let avoid = mentee.wishes.as_ref().map_or("", |wishes| wishes.avoid.as_str());
    let others = known.into_iter().filter(|(mentor, _)| !is_one_person(mentee, &mentor.row));
    let fits = others.map(|(mentor, given)| Suggestion {
        mentor,
        given,
        fit: Fit::of(rules(slug), &mentee.answers, given, &crowd),
        wish: place(mentee, &mentor.row.reference),
        may_be_named: wish::may_be_named(avoid, name(slug, given)),
    });
    let (mut ruled_out, mut best): (Vec<_>, Vec<_>) = fits.partition(Suggestion::is_ruled_out);
    // By points, then by who has most places left, then as they came.
    best.sort_by_key(|one| (Reverse(one.points()), Reverse(one.mentor.free), one.mentor.row.received_at));
    ruled_out.sort_by_key(|one| (!one.may_be_named, Reverse(one.points()), one.mentor.row.received_at));
    let further = best.len().saturating_sub(SHOWN_MAX);
    best.truncate(SHOWN_MAX);
    Suggested { best, further, ruled_out, unknown }
}

/// Who stands beside a mentee, in the order of choosing, once one more was chosen or one of them was let go. Where there are too
/// many, whoever was chosen first goes.
#[must_use]
pub fn turned(shown: &[String], reference: &str) -> Vec<String> {
    let mut next: Vec<String> = shown.iter().filter(|one| *one != reference).cloned().collect();
    if next.len() == shown.len() {
        next.push(reference.to_owned());
    }
    let over = next.len().saturating_sub(BESIDE_MAX);
    next.split_off(over)
}

/// Nobody is their own mentor.
pub(super) fn is_one_person(record: &DeskRecord, other: &Row) -> bool {
    record.others.iter().any(|one| one.reference == other.reference)
}

fn place(mentee: &DeskRecord, mentor: &str) -> Option<usize> {
    let ranked = &mentee.wishes.as_ref()?.ranked;
    let index = ranked.iter().position(|wish| wish.reference.as_deref() == Some(mentor))?;
    index.checked_add(1)
}

/// A mentor's whole name; a row's may be cut.
fn name<'a>(slug: &str, given: &'a Given) -> &'a str {
    let mut asked =
        programme(slug).and_then(|programme| programme.form(Role::Mentor)).into_iter().flat_map(Form::questions);
    let question = asked.find(|question| matches!(question.kind, Kind::FullName { .. }));
    let values = question.and_then(|question| given.iter().find(|(id, _)| id == question.id));
    values.and_then(|(_, values)| values.first()).map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use super::super::call::{DeskWish, DeskWishes};
    use super::*;
    use crate::desk::sample;
    use crate::text::Language;

    fn mentor(reference: &str, offer: Offer, free: u32) -> MentorRow {
        let row = sample::record(reference, Role::Mentor, Language::Sv).row;
        MentorRow { row, offer, free, paused_until: None }
    }

    fn topics(topics: &[&str]) -> Vec<(String, Vec<String>)> {
        vec![("topics".to_owned(), topics.iter().map(|topic| (*topic).to_owned()).collect())]
    }

    fn named(name: &str) -> Vec<(String, Vec<String>)> {
        [topics(&["research"]), vec![("name".to_owned(), vec![name.to_owned()])]].concat()
    }

    /// Who answered that, and wishes for nobody.
    fn record(role: Role, answers: Vec<(String, Vec<String>)>) -> DeskRecord {
        DeskRecord { answers, wishes: None, ..sample::record("MMMMMMMM", role, Language::Sv) }
    }

    fn wishing(ranked: &[&str], avoid: &str) -> DeskRecord {
        let wish = |reference: &&str| DeskWish {
            reference: Some((*reference).to_owned()),
            mentor: None,
            word: String::new(),
            was_asked: false,
            is_ruled_out: false,
        };
        let wishes = DeskWishes { ranked: ranked.iter().map(wish).collect(), avoid: avoid.to_owned() };
        DeskRecord { wishes: Some(wishes), ..record(Role::Mentee, topics(&["research"])) }
    }

    fn order<'a>(found: &[Suggestion<'a>]) -> Vec<&'a str> {
        found.iter().map(|one| one.mentor.row.reference.as_str()).collect()
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
        let mut mentee = record(Role::Mentee, topics(&["research", "network"]));
        let found = suggested(&mentee, &mentors, answers);
        assert_eq!(order(&found.best), ["AAAAAAAA", "CCCCCCCC", "BBBBBBBB"], "more places among equals");
        assert_eq!((found.unknown, found.ruled_out.len(), found.further), (1, 0, 0));
        mentee.others = vec![mentors[0].row.clone()];
        assert_eq!(order(&suggested(&mentee, &mentors, answers).best), ["CCCCCCCC", "BBBBBBBB"], "nobody is their own");
        "outside".clone_into(&mut mentee.row.programme);
        assert!(suggested(&mentee, &mentors, answers).best.is_empty());
        assert!(can("ki-alumni") && !can("outside"));
    }

    #[test]
    fn a_wish_counts_by_its_rank_beside_what_fits() {
        let mentors = ["AAAAAAAA", "BBBBBBBB", "CCCCCCCC", "DDDDDDDD"].map(|one| mentor(one, Offer::Takes, 1));
        let (research, nothing) = (topics(&["research"]), topics(&["network"]));
        let answers = |reference: &str| Some(if reference == "DDDDDDDD" { &research[..] } else { &nothing });
        let mentee = wishing(&["CCCCCCCC", "BBBBBBBB", "AAAAAAAA"], "");
        let found = suggested(&mentee, &mentors, answers).best;
        let counted: Vec<_> = found.iter().map(|one| (one.points(), one.wish)).collect();
        // What only one of four has counts three, as much as a first wish does.
        assert_eq!(counted, [(3, Some(1)), (3, None), (2, Some(2)), (1, Some(3))]);
        assert_eq!(order(&found), ["CCCCCCCC", "DDDDDDDD", "BBBBBBBB", "AAAAAAAA"]);
    }

    #[test]
    fn whoever_may_be_named_as_rather_not_is_left_out_however_well_it_fits_and_is_told_apart() {
        let mentors = ["AAAAAAAA", "BBBBBBBB"].map(|one| mentor(one, Offer::Takes, 1));
        let long = format!("{} Exempel", "Eva-Maria ".repeat(7));
        let (eva, bo) = (named(&long), named("Bo Provsson"));
        let answers = |reference: &str| Some(if reference == "AAAAAAAA" { &eva[..] } else { &bo });
        let found = suggested(&wishing(&["AAAAAAAA"], "Exempel, Eva-Maria"), &mentors, answers);
        assert_eq!((order(&found.best), order(&found.ruled_out)), (vec!["BBBBBBBB"], vec!["AAAAAAAA"]));
        let left_out = &found.ruled_out[0];
        assert!(left_out.may_be_named && !left_out.fit.is_ruled_out, "by the whole name, not by a rule");
        let found = suggested(&wishing(&["AAAAAAAA"], ""), &mentors, answers);
        assert_eq!(order(&found.best), ["AAAAAAAA", "BBBBBBBB"], "nobody is named");
    }

    #[test]
    fn at_most_three_stand_side_by_side_and_who_was_chosen_first_gives_way() {
        let three = ["A", "B", "C"].map(str::to_owned);
        assert_eq!(turned(&three, "D"), ["B", "C", "D"]);
        assert_eq!(turned(&three, "B"), ["A", "C"]);
        assert_eq!(turned(&turned(&three, "B"), "B"), ["A", "C", "B"]);
    }

    #[test]
    fn a_long_list_is_cut_and_says_by_how_many() {
        let mentors: Vec<_> = (0..14).map(|number| mentor(&format!("AAAAAA{number:02}"), Offer::Takes, 1)).collect();
        let given = topics(&["research"]);
        let found = suggested(&record(Role::Mentee, given.clone()), &mentors, |_| Some(given.as_slice()));
        assert_eq!((found.best.len(), found.further), (SHOWN_MAX, 4));
    }
}
