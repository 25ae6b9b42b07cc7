//! Mentees for a mentor, best first: those for whom nobody has been asked yet. Computed as [`super::suggest`] is.

use super::call::{DeskRecord, MentorRow};
use super::row::{Marks, Row};
use super::suggest::{SHOWN_MAX, is_one_person, known};
use crate::matching::{Crowd, Fit, Given, rules};
use crate::programme::Role;
use crate::standing::Standing;
use std::cmp::Reverse;

/// A mentee whom a mentor may suit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting<'a> {
    pub row: &'a Row,
    pub given: &'a Given,
    pub fit: Fit,
}

/// Who waits, and who is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhoWaits<'a> {
    /// At most [`SHOWN_MAX`]: who went without last time, then the best first.
    pub best: Vec<Waiting<'a>>,
    /// How many more wait.
    pub further: usize,
    /// How many the programme's rules rule out.
    pub ruled_out: usize,
}

/// The mentees of the mentor's programme for whom nobody has been asked yet. Whom each wishes for or rather does not want is not
/// known here: it stands on their own record alone. `mentors` are those by whom it is known how rare a choice is.
pub fn who_waits<'a>(
    mentor: &DeskRecord,
    rows: impl IntoIterator<Item = &'a Row>,
    mentors: &'a [MentorRow],
    answers: impl Fn(&str) -> Option<&'a Given>,
) -> WhoWaits<'a> {
    let slug = mentor.row.programme.as_str();
    let crowd = Crowd::of(known(slug, mentors, &answers).0.iter().map(|(_, given)| *given));
    let waits = rows.into_iter().filter(|row| row.programme == slug && waits(row) && !is_one_person(mentor, row));
    let fits = waits.filter_map(|row| {
        let given = answers(&row.reference)?;
        Some(Waiting { row, given, fit: Fit::of(rules(slug), given, &mentor.answers, &crowd) })
    });
    let (ruled_out, mut best): (Vec<_>, Vec<_>) = fits.partition(|one| one.fit.is_ruled_out);
    best.sort_by_key(|one| (!one.row.marks.has(Marks::WENT_WITHOUT), Reverse(one.fit.points), one.row.received_at));
    let further = best.len().saturating_sub(SHOWN_MAX);
    best.truncate(SHOWN_MAX);
    WhoWaits { best, further, ruled_out: ruled_out.len() }
}

/// Whether a mentor may be asked for whoever that is.
fn waits(row: &Row) -> bool {
    let rests = [Marks::PROTECTED, Marks::RESTRICTED, Marks::SUSPECT].into_iter().any(|mark| row.marks.has(mark));
    let is_open = matches!(row.standing, Standing::Received | Standing::UnderReview);
    Role::parse(&row.role) == Some(Role::Mentee) && is_open && !rests
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::sample;
    use crate::text::Language;

    fn topics(topics: &[&str]) -> Vec<(String, Vec<String>)> {
        vec![("topics".to_owned(), topics.iter().map(|topic| (*topic).to_owned()).collect())]
    }

    /// A mentor who answered that.
    fn mentor(answers: Vec<(String, Vec<String>)>) -> DeskRecord {
        DeskRecord { answers, ..sample::record("MMMMMMMM", Role::Mentor, Language::Sv) }
    }

    fn row(reference: &str, standing: Standing, marks: Marks) -> Row {
        Row { standing, marks, ..sample::record(reference, Role::Mentee, Language::Sv).row }
    }

    #[test]
    fn who_waits_comes_best_first_and_before_them_who_went_without_last_time() {
        let none = Marks::default();
        let rows = [
            row("AAAAAAAA", Standing::Received, none),
            row("BBBBBBBB", Standing::UnderReview, none),
            row("CCCCCCCC", Standing::UnderReview, none.with(Marks::WENT_WITHOUT, true)),
        ];
        let (some, all) = (topics(&["research"]), topics(&["research", "network"]));
        let answers = |reference: &str| Some(if reference == "BBBBBBBB" { &all[..] } else { &some });
        let found = who_waits(&mentor(all.clone()), &rows, &[], answers);
        let order: Vec<&str> = found.best.iter().map(|one| one.row.reference.as_str()).collect();
        assert_eq!(order, ["CCCCCCCC", "BBBBBBBB", "AAAAAAAA"]);
        assert_eq!((found.further, found.ruled_out), (0, 0));
    }

    #[test]
    fn nobody_waits_who_is_asked_for_rests_is_protected_or_is_the_mentor() {
        let with = |mark| Marks::default().with(mark, true);
        let rows = [
            row("AAAAAAAA", Standing::WithMentor, Marks::default()),
            row("BBBBBBBB", Standing::Received, with(Marks::PROTECTED)),
            row("CCCCCCCC", Standing::Received, with(Marks::RESTRICTED)),
            row("DDDDDDDD", Standing::Received, with(Marks::SUSPECT)),
            row("EEEEEEEE", Standing::Received, Marks::default()),
            Row { programme: "everything".to_owned(), ..row("FFFFFFFF", Standing::Received, Marks::default()) },
            Row { role: "mentor".to_owned(), ..row("GGGGGGGG", Standing::Received, Marks::default()) },
        ];
        let given = topics(&["research"]);
        let mut mentor = mentor(given.clone());
        let count = |mentor: &DeskRecord| who_waits(mentor, &rows, &[], |_| Some(given.as_slice())).best.len();
        assert_eq!(count(&mentor), 1);
        mentor.others = vec![rows[4].clone()];
        assert_eq!(count(&mentor), 0);
    }

    #[test]
    fn a_mentee_whom_a_rule_rules_out_is_counted_and_not_shown() {
        let everything = |row: Row| Row { programme: "everything".to_owned(), ..row };
        let rows = [everything(row("AAAAAAAA", Standing::Received, Marks::default()))];
        let answer = |id: &str| vec![(id.to_owned(), vec!["Anatomi".to_owned()])];
        let (mentee, mut mentor) = (answer("subject"), mentor(answer("workplace")));
        mentor.row = everything(mentor.row);
        let found = who_waits(&mentor, &rows, &[], |_| Some(mentee.as_slice()));
        assert_eq!((found.best.len(), found.ruled_out), (0, 1));
    }
}
