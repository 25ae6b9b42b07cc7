//! The directory: the mentors whom a mentee can wish for, as each has agreed to be shown, without any way to reach them.

mod page;
mod search;
mod sought;

pub use page::{Reader, Sight, Snapshot, lines, put_lines};
pub use search::{Found, PAGE, Ranked, Shelf, Shown};
pub use sought::{FILTERS_MAX, SEARCH_MAX, Sought};

use crate::application::Application;
use crate::ledger::Record;
use crate::mentor::{self, Mentor, Offer, PLACES, SHOWN, SHOWN_BY_NAME};
use crate::programme::{Form, Mode, Programme, Role, programme};
use crate::question::{Kind, Question, ShownTo};
use crate::reference::Reference;
use crate::standing::Standing;
use serde::{Deserialize, Serialize};

/// The last part of the address where the program fetches what a page of mentors shows.
pub const SNAPSHOT: &str = "snapshot";

/// The name of the place of a card on its mentor's own page.
pub const OWN_PLACE: &str = "own";

/// The answer of a mentor who is not to be shown at all.
const SHOWN_TO_STAFF: &str = "staff-only";

/// A mentor as the directory shows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    pub reference: Reference,
    /// How many more the mentor can take; at least 1.
    pub free: u32,
    /// Within how many days they usually answer, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usual_days: Option<u32>,
    /// What is for everybody who reads the directory: question id and values, in form order.
    pub answers: Vec<(String, Vec<String>)>,
}

/// Whether a programme shows its mentors: mentees choose there, and mentors say how they want to be shown.
pub fn is_shown(programme: &Programme) -> bool {
    programme.mode == Mode::Choice && programme.form(Role::Mentee).is_some() && mentors(programme).is_some()
}

/// The form of its mentors, where they say how they want to be shown.
pub fn mentors(programme: &Programme) -> Option<&'static Form> {
    programme.form(Role::Mentor).filter(|form| form.question(SHOWN).is_some())
}

/// The questions whose answers a card has. How many places a mentor has in all is none: how many are free is told.
pub fn questions(form: &'static Form) -> impl Iterator<Item = &'static Question> {
    form.questions().filter(|question| question.shown_to == ShownTo::Public && question.id != PLACES)
}

/// The choices by which the directory can be narrowed, in form order.
pub fn filters(form: &'static Form) -> impl Iterator<Item = &'static Question> {
    let can = |question: &&Question| matches!(question.kind, Kind::OneChoice { .. } | Kind::SeveralChoices { .. });
    questions(form).filter(can).take(FILTERS_MAX)
}

/// The card of a mentor on a day (`YYYY-MM-DD`, Stockholm): of nobody who takes no more, whose answers are protected, or who has
/// not agreed to be shown.
pub fn card(record: &Record, today: &str) -> Option<Card> {
    let takes = mentor::offer(record, today) == Some(Offer::Takes);
    if takes { agreed(record) } else { None }
}

/// As [`card`], also of a mentor who pauses or is full; of nobody who has left.
pub fn agreed(record: &Record) -> Option<Card> {
    let is_here = record.role() == Some(Role::Mentor) && record.standing == Standing::Listed;
    if !is_here || record.protected || record.restricted {
        return None;
    }
    let application = Application::kept(&record.draft)?;
    let chosen = application.answer(SHOWN)?.first()?;
    if chosen == SHOWN_TO_STAFF || !has_read(application.programme(), &record.draft.notice) {
        return None;
    }
    let is_on_it =
        |id: &str| questions(application.form()).any(|question| question.id == id && !hides(&application, question));
    let answers = application.answers().iter().filter(|(id, _)| is_on_it(id)).cloned().collect();
    let kept = record.mentor.as_deref();
    Some(Card {
        reference: record.reference.clone(),
        free: kept.map_or(0, |mentor| mentor.free),
        usual_days: kept.and_then(Mentor::usual_days),
        answers,
    })
}

/// Whether an answer hides its person's name: a mentor who was asked how they want to be shown is named only where they chose
/// that; of nobody else is it asked.
pub(crate) fn hides(application: &Application, question: &Question) -> bool {
    let is_named = application.answer(SHOWN).is_none_or(|chosen| chosen == [SHOWN_BY_NAME]);
    !is_named && matches!(question.kind, Kind::FullName { .. })
}

/// How an accepted mentor stands in the directory, as their own page tells them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OwnCard {
    Shown(Card),
    /// Not now: they can take nobody, or have not said whether they are still willing.
    Rests(Card),
    /// They chose not to be, or were told something else when they agreed.
    Hidden,
}

/// Nothing of whoever is not accepted, is protected, or is nowhere shown.
pub fn own(record: &Record, today: &str) -> Option<OwnCard> {
    let is_there = record.role() == Some(Role::Mentor) && record.standing == Standing::Listed;
    let has_directory = programme(&record.draft.programme).is_some_and(is_shown);
    if !is_there || !has_directory || record.protected || record.restricted {
        return None;
    }
    Some(match (card(record, today), agreed(record)) {
        (Some(card), _) => OwnCard::Shown(card),
        (None, Some(card)) => OwnCard::Rests(card),
        (None, None) => OwnCard::Hidden,
    })
}

/// Whether whoever read that notice was told who would see them: a directory may be opened to everybody by a later release.
fn has_read(programme: &Programme, notice: &str) -> bool {
    !programme.open_directory || notice == programme.notice_version
}

impl Card {
    /// The first value of an answer; empty where there is none.
    pub fn first(&self, question: &str) -> &str {
        let given = self.answers.iter().find(|(id, _)| id == question);
        given.and_then(|(_, values)| values.first()).map_or("", String::as_str)
    }

    /// The name, where the mentor chose to be shown by it.
    pub fn name(&self, form: &'static Form) -> Option<&str> {
        let asked = questions(form).find(|question| matches!(question.kind, Kind::FullName { .. }))?;
        Some(self.first(asked.id)).filter(|name| !name.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::sample;

    const TODAY: &str = "2026-11-30";

    fn mentor(shown: Option<&str>) -> Record {
        let kept = Mentor {
            checked: "Ringde.".to_owned(),
            checked_by: "staff@example.org".to_owned(),
            checked_at: 1,
            free: 2,
            paused_until: None,
            answered_in: Vec::new(),
        };
        let mut record = Record { mentor: Some(Box::new(kept)), ..sample(Standing::Listed, &[]) };
        "ki-alumni".clone_into(&mut record.draft.programme);
        "mentor".clone_into(&mut record.draft.role);
        let answers = [
            ("name", "Eva Exempel"),
            ("email", "eva@example.org"),
            ("work", "Lärare"),
            ("field", "Anatomi"),
            ("offer", "Samtal"),
            ("topics", "research"),
            ("languages", "swedish"),
            ("places", "3"),
            ("how-often", "monthly"),
        ];
        let shown = shown.map(|shown| (SHOWN, shown));
        record.draft.answers =
            answers.into_iter().chain(shown).map(|(id, value)| (id.to_owned(), vec![value.to_owned()])).collect();
        record
    }

    fn ids(card: &Card) -> Vec<&str> {
        card.answers.iter().map(|(id, _)| id.as_str()).collect()
    }

    #[test]
    fn a_card_has_what_is_public_and_the_name_only_where_it_was_chosen() {
        let named = card(&mentor(Some("name")), TODAY).unwrap();
        assert_eq!(ids(&named), ["name", "work", "field", "offer", "topics", "languages", "how-often"]);
        assert_eq!((named.free, named.usual_days), (2, None));
        let form = mentors(programme("ki-alumni").unwrap()).unwrap();
        assert_eq!(named.name(form), Some("Eva Exempel"));
        let unnamed = card(&mentor(Some("without-name")), TODAY).unwrap();
        assert_eq!((ids(&unnamed)[0], unnamed.name(form)), ("work", None));
    }

    #[test]
    fn nobody_is_shown_who_did_not_agree_takes_no_more_rests_or_is_protected() {
        assert_eq!(card(&mentor(Some("staff-only")), TODAY), None);
        assert_eq!(card(&mentor(None), TODAY), None, "never asked");
        assert_eq!(card(&Record { protected: true, ..mentor(Some("name")) }, TODAY), None);
        assert_eq!(card(&Record { restricted: true, ..mentor(Some("name")) }, TODAY), None);
        let with = |change: fn(&mut Mentor)| {
            let mut record = mentor(Some("name"));
            change(record.mentor.as_mut().unwrap());
            card(&record, TODAY)
        };
        assert_eq!(with(|mentor| mentor.free = 0), None);
        assert_eq!(with(|mentor| mentor.paused_until = Some(TODAY.to_owned())), None);
        assert_eq!(card(&Record { standing: Standing::UnderReview, ..mentor(Some("name")) }, TODAY), None);
        assert!(with(|mentor| mentor.free = 0).is_none() && agreed(&mentor(Some("name"))).is_some());
        assert_eq!(agreed(&Record { standing: Standing::Withdrawn, ..mentor(Some("name")) }), None, "who has left");
    }

    #[test]
    fn an_accepted_mentor_is_told_how_they_are_shown_or_that_they_are_not() {
        let told = |record: &Record| own(record, TODAY);
        let shown = mentor(Some("name"));
        assert_eq!(told(&shown), Some(OwnCard::Shown(agreed(&shown).unwrap())));
        let mut full = mentor(Some("without-name"));
        full.mentor.as_mut().unwrap().free = 0;
        assert_eq!(told(&full), Some(OwnCard::Rests(agreed(&full).unwrap())));
        assert_eq!(told(&mentor(Some("staff-only"))), Some(OwnCard::Hidden));
        for nobody in [Standing::UnderReview, Standing::Withdrawn] {
            assert_eq!(told(&Record { standing: nobody, ..shown.clone() }), None);
        }
        assert_eq!(told(&Record { protected: true, ..shown.clone() }), None);
    }

    #[test]
    fn nobody_is_shown_to_everybody_who_was_told_something_else_when_they_agreed() {
        let mut record = mentor(Some("name"));
        assert!(agreed(&record).is_some(), "for confirmed addresses whatever the version");
        "open-mentors".clone_into(&mut record.draft.programme);
        record.draft.answers.retain(|id, _| ["name", "email", "work", "topics", SHOWN].contains(&id.as_str()));
        programme("open-mentors").unwrap().notice_version.clone_into(&mut record.draft.notice);
        assert!(agreed(&record).is_some());
        "2026-01-01".clone_into(&mut record.draft.notice);
        assert_eq!(agreed(&record), None);
    }

    #[test]
    fn a_programme_shows_its_mentors_where_they_say_how() {
        let shows: Vec<&str> =
            crate::programme::PROGRAMMES.iter().filter(|one| is_shown(one)).map(|one| one.slug).collect();
        assert!(shows.contains(&"ki-alumni") && !shows.contains(&"doctoral"), "{shows:?}");
    }

    #[test]
    fn it_is_narrowed_by_choices_that_are_public() {
        let form = mentors(programme("ki-alumni").unwrap()).unwrap();
        let ids: Vec<&str> = filters(form).map(|question| question.id).collect();
        assert_eq!(ids, ["connection", "topics", "languages", "how-often"]);
    }
}
