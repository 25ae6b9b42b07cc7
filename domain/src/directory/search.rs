//! Looking through the directory: words that a card must have, choices that it must have made, and who fits best first.

use super::{Card, Reader, Sought, mentors};
use crate::matching::{Crowd, Fit, rules};
use crate::programme::{Form, programme};
use crate::reference::Reference;
use crate::words::phrases::{Phrases, said};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// Cards on one page.
pub const PAGE: usize = 20;

/// All mentors of a programme, ready to be looked through in the language of its words.
#[derive(Debug)]
pub struct Shelf {
    pub(super) phrases: Box<dyn Phrases>,
    pub(super) form: &'static Form,
    cards: Vec<Card>,
    /// What each can be found by, in small letters.
    texts: Vec<String>,
    crowd: Crowd,
}

/// Who can be found, as somebody gets to see them: in order, with what speaks for each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranked {
    /// Place on the shelf, and fit.
    order: Vec<(usize, Fit)>,
}

/// Who was found.
#[derive(Debug, PartialEq, Eq)]
pub struct Found<'a> {
    /// Of the page that was asked for.
    pub shown: Vec<Shown<'a>>,
    pub count: usize,
    /// The page that is shown, and how many there are; at least 1.
    pub page: usize,
    pub pages: usize,
}

/// A card with what speaks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    pub card: &'a Card,
    pub fit: &'a Fit,
}

impl Shelf {
    /// None of a programme that is not there.
    pub fn of(phrases: Box<dyn Phrases>, cards: Vec<Card>) -> Option<Self> {
        let form = mentors(programme(phrases.slug())?)?;
        let text = |card: &Card| {
            let answers = card.answers.iter().filter(|(id, _)| form.question(id).is_some());
            let lines = answers.map(|(id, values)| said(&*phrases, form.role, id, values).to_lowercase());
            lines.collect::<Vec<_>>().join("\n")
        };
        let texts = cards.iter().map(text).collect();
        let crowd = Crowd::of(cards.iter().map(|card| card.answers.as_slice()));
        Some(Self { phrases, form, cards, texts, crowd })
    }

    pub fn cards(&self) -> &[Card] {
        &self.cards
    }

    pub fn card(&self, of: &Reference) -> Option<&Card> {
        self.cards.iter().find(|card| card.reference == *of)
    }

    /// Best first for that reader; nobody whom the programme's rules rule out, and none of those who are left out.
    pub fn rank(&self, reader: &Reader) -> Ranked {
        let rules = rules(self.phrases.slug());
        let is_for_them = |card: &&Card| !reader.left_out.contains(&card.reference);
        // As on the reader's phone, which never hears of the others.
        let theirs = (!reader.left_out.is_empty())
            .then(|| Crowd::of(self.cards.iter().filter(is_for_them).map(|card| card.answers.as_slice())));
        let crowd = theirs.as_ref().unwrap_or(&self.crowd);
        let mut order: Vec<(usize, u64, Fit)> = self
            .cards
            .iter()
            .enumerate()
            .filter(|(_, card)| is_for_them(card))
            .map(|(place, card)| {
                let fit = Fit::of(rules, &reader.answers, &card.answers, crowd);
                (place, chance(&reader.turn, &card.reference), fit)
            })
            .filter(|(_, _, fit)| !fit.is_ruled_out)
            .collect();
        order.sort_by(|(_, chance, fit), (_, other, their_fit)| fit.compare(their_fit).then(chance.cmp(other)));
        Ranked { order: order.into_iter().map(|(place, _, fit)| (place, fit)).collect() }
    }

    /// Who of them is found; only those of `only`, where that is given.
    pub fn find<'a>(&'a self, ranked: &'a Ranked, sought: &Sought, only: Option<&[Reference]>) -> Found<'a> {
        let wanted: Vec<String> = sought.text.to_lowercase().split_whitespace().map(str::to_owned).collect();
        let has_words = |text: &String| wanted.iter().all(|word| text.contains(word.as_str()));
        let has_chosen = |card: &Card| {
            sought.chosen.iter().all(|(question, option)| {
                card.answers.iter().any(|(id, values)| id == question && values.iter().any(|value| value == option))
            })
        };
        let found: Vec<Shown<'_>> = ranked
            .order
            .iter()
            .filter(|(place, _)| self.texts.get(*place).is_some_and(has_words))
            .filter_map(|(place, fit)| Some(Shown { card: self.cards.get(*place)?, fit }))
            .filter(|shown| has_chosen(shown.card))
            .filter(|shown| only.is_none_or(|only| only.contains(&shown.card.reference)))
            .collect();
        let (count, pages) = (found.len(), found.len().div_ceil(PAGE).max(1));
        let page = sought.page.clamp(1, pages);
        let shown = found.into_iter().skip(page.saturating_sub(1).saturating_mul(PAGE)).take(PAGE).collect();
        Found { shown, count, page, pages }
    }
}

/// The place among equals: the same at each look of one turn, so that its pages follow on each other; another in each turn, so
/// that nobody is the first for everybody.
fn chance(turn: &str, mentor: &Reference) -> u64 {
    let mut hasher = DefaultHasher::new();
    (turn, mentor.as_str()).hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::Given;
    use crate::text::Language;
    use crate::words::phrases::Tables;
    use std::collections::BTreeSet;

    const LETTERS: [&str; 22] =
        ["A", "B", "C", "D", "E", "F", "G", "H", "J", "K", "L", "M", "N", "P", "R", "S", "T", "U", "V", "W", "X", "Y"];

    fn reference(number: usize) -> Reference {
        Reference::parse(&format!("A{}2AA2AA", LETTERS[number])).unwrap()
    }

    fn card(number: usize, work: &str, topics: &[&str]) -> Card {
        let owned = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect();
        Card {
            reference: reference(number),
            free: 1,
            usual_days: None,
            answers: vec![
                ("work".to_owned(), owned(&[work])),
                ("topics".to_owned(), owned(topics)),
                ("languages".to_owned(), owned(&["swedish"])),
            ],
        }
    }

    fn shelf(cards: Vec<Card>) -> Shelf {
        Shelf::of(Box::new(Tables { slug: "ki-alumni", language: Language::Sv }), cards).unwrap()
    }

    fn sought(text: &str, chosen: &[(&'static str, &'static str)], page: usize) -> Sought {
        Sought { text: text.to_owned(), chosen: chosen.to_vec(), page }
    }

    fn reader(mentee: &Given, left_out: &[Reference]) -> Reader {
        Reader { answers: mentee.to_vec(), left_out: left_out.to_vec(), ..Reader::default() }
    }

    /// By number, whatever the order.
    fn find(shelf: &Shelf, sought: &Sought, mentee: &Given, left_out: &[Reference]) -> Vec<usize> {
        let mut found = order(&shelf.find(&shelf.rank(&reader(mentee, left_out)), sought, None));
        found.sort_unstable();
        found
    }

    fn order(found: &Found<'_>) -> Vec<usize> {
        let place = |shown: &Shown<'_>| (0..22).find(|number| reference(*number) == shown.card.reference).unwrap();
        found.shown.iter().map(place).collect()
    }

    #[test]
    fn every_word_must_be_there_in_answers_or_in_the_words_of_choices_whatever_the_case() {
        let shelf = shelf(vec![card(0, "Lärare i anatomi", &["research"]), card(1, "Läkare", &["network"])]);
        let find = |text: &str| find(&shelf, &sought(text, &[], 1), &[], &[]);
        assert_eq!(find("LÄRARE anatomi"), [0]);
        assert_eq!(find("lä"), [0, 1]);
        assert_eq!(find("nätverk"), [1], "the words of an option");
        assert_eq!(find("svenska lärare"), [0]);
        assert_eq!(find("lärare nätverk"), Vec::<usize>::new());
    }

    #[test]
    fn a_choice_narrows_and_who_is_left_out_is() {
        let shelf = shelf(vec![card(0, "A", &["research", "network"]), card(1, "B", &["network"])]);
        let find =
            |chosen: &[(&'static str, &'static str)], out: &[Reference]| find(&shelf, &sought("", chosen, 1), &[], out);
        assert_eq!(find(&[("topics", "research")], &[]), [0]);
        assert_eq!(find(&[("topics", "network"), ("languages", "swedish")], &[]), [0, 1]);
        assert_eq!(find(&[("languages", "finnish")], &[]), Vec::<usize>::new());
        assert_eq!(find(&[], &[reference(0)]), [1]);
    }

    #[test]
    fn who_fits_best_comes_first_and_pages_go_on_where_the_last_ended() {
        let mut cards: Vec<Card> = (0..22).map(|number| card(number, "A", &["network"])).collect();
        cards[21] = card(21, "A", &["research"]);
        let shelf = shelf(cards);
        let mine = vec![("topics".to_owned(), vec!["research".to_owned()])];
        let ranked = shelf.rank(&reader(&mine, &[]));
        let look = |sought: Sought| shelf.find(&ranked, &sought, None);
        let first = look(sought("", &[], 1));
        assert_eq!((order(&first)[0], first.shown.len(), first.count, first.pages), (21, PAGE, 22, 2));
        let mut all = [order(&first), order(&look(sought("", &[], 2)))].concat();
        all.sort_unstable();
        assert_eq!(all, (0..22).collect::<Vec<_>>());
        assert_eq!(look(sought("", &[], 99)).page, 2, "never beyond the last");
        assert_eq!(look(sought("zq7", &[], 2)), Found { shown: vec![], count: 0, page: 1, pages: 1 });
    }

    #[test]
    fn among_those_who_fit_alike_nobody_is_the_first_for_everybody() {
        let shelf = shelf((0..22).map(|number| card(number, "A", &["network"])).collect());
        let first = |turn: &str| {
            let reader = Reader { turn: turn.to_owned(), ..Reader::default() };
            order(&shelf.find(&shelf.rank(&reader), &Sought::default(), None))
        };
        assert_eq!(first("AB3CD4EF"), first("AB3CD4EF"), "at each look the same");
        let ahead: BTreeSet<usize> = (0..60).map(|reader| first(&format!("reader {reader}"))[0]).collect();
        assert!(ahead.len() > 11, "{ahead:?}");
    }

    #[test]
    fn whoever_is_left_out_leaves_no_trace_in_how_the_others_fit() {
        // Two of eight are a quarter, two of seven are more.
        let cards = |count: usize| {
            (0..count).map(|number| card(number, "A", if number < 2 { &["research"] } else { &["network"] })).collect()
        };
        let (all, few) = (shelf(cards(8)), shelf(cards(7)));
        let mine = vec![("topics".to_owned(), vec!["research".to_owned(), "network".to_owned()])];
        let told = |shelf: &Shelf, left_out: &[Reference]| {
            let ranked = shelf.rank(&reader(&mine, left_out));
            let found = shelf.find(&ranked, &Sought::default(), None);
            found.shown.iter().map(|one| (one.card.reference.clone(), one.fit.clone())).collect::<Vec<_>>()
        };
        assert_eq!(told(&all, &[reference(7)]), told(&few, &[]));
        assert_ne!(told(&all, &[])[0].1.points, told(&few, &[])[0].1.points, "the one who is left out would show");
    }

    #[test]
    fn of_those_that_a_phone_keeps_only_those_are_found_that_are_still_there() {
        let shelf = shelf(vec![card(0, "A", &["research"]), card(1, "B", &["network"])]);
        let ranked = shelf.rank(&Reader::default());
        let kept = [reference(1), reference(5)];
        assert_eq!(order(&shelf.find(&ranked, &Sought::default(), Some(&kept))), [1]);
        assert_eq!(
            order(&shelf.find(&ranked, &sought("", &[("topics", "research")], 1), Some(&kept))),
            Vec::<usize>::new()
        );
        assert_eq!(order(&shelf.find(&ranked, &Sought::default(), Some(&[]))), Vec::<usize>::new());
    }
}
