//! Looking through the directory: words that a card must have, choices that it must have made, and who fits best first.

use super::{Card, filters, mentors};
use crate::matching::{Crowd, Fit, Given, rules};
use crate::programme::programme;
use crate::reference::Reference;
use crate::text::Language;
use crate::words;
use crate::words::form::answer_text;

/// The longest search, in Unicode scalar values; what is longer is cut.
pub const SEARCH_MAX: usize = 80;
/// Choices by which a directory can be narrowed: as many as a page has room for.
pub const FILTERS_MAX: usize = 6;
/// Cards on one page.
pub const PAGE: usize = 20;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    pub text: String,
    /// Question and option.
    pub chosen: Vec<(&'static str, &'static str)>,
    /// 1 is the first.
    pub page: usize,
}

impl Sought {
    /// What an address asks for: the first value of a name, if it has any.
    pub fn of(slug: &str, value: impl Fn(&str) -> Option<String>) -> Self {
        let form = programme(slug).and_then(mentors);
        let chosen = form.into_iter().flat_map(filters).filter_map(|question| {
            let wanted = value(question.id)?;
            question.kind.options().iter().find(|option| **option == wanted).map(|option| (question.id, *option))
        });
        Self {
            text: value("q").unwrap_or_default().trim().chars().take(SEARCH_MAX).collect(),
            chosen: chosen.collect(),
            page: value("page").and_then(|page| page.parse().ok()).filter(|page| *page > 0).unwrap_or(1),
        }
    }

    /// Names and values of its address; empty where everything is shown.
    pub fn query(&self) -> Vec<(&str, String)> {
        let text = (!self.text.is_empty()).then(|| ("q", self.text.clone()));
        let chosen = self.chosen.iter().map(|(question, option)| (*question, (*option).to_owned()));
        let page = (self.page > 1).then(|| ("page", self.page.to_string()));
        text.into_iter().chain(chosen).chain(page).collect()
    }

    /// The same as one text, for an address.
    pub fn query_text(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(self.query()).finish()
    }

    /// Whether not everything is shown.
    pub fn is_narrowed(&self) -> bool {
        !self.text.is_empty() || !self.chosen.is_empty()
    }
}

/// All mentors of a programme, ready to be looked through in one language.
#[derive(Debug)]
pub struct Shelf {
    slug: &'static str,
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
    pub fn of(slug: &str, cards: Vec<Card>, language: Language) -> Option<Self> {
        let programme = programme(slug)?;
        let form = mentors(programme)?;
        let form_words = words::programme(slug)?.form(form.role)?;
        let said = |card: &Card| {
            let line = |(id, values): &(String, Vec<String>)| {
                let asked = form_words.questions_with(form).find(|(question, _)| question.id == id)?;
                Some(answer_text(asked.0, asked.1, values, language).to_lowercase())
            };
            card.answers.iter().filter_map(line).collect::<Vec<_>>().join("\n")
        };
        let texts = cards.iter().map(said).collect();
        let crowd = Crowd::of(cards.iter().map(|card| card.answers.as_slice()));
        Some(Self { slug: programme.slug, cards, texts, crowd })
    }

    pub const fn slug(&self) -> &'static str {
        self.slug
    }

    pub fn cards(&self) -> &[Card] {
        &self.cards
    }

    pub fn card(&self, of: &Reference) -> Option<&Card> {
        self.cards.iter().find(|card| card.reference == *of)
    }

    /// Best first for whoever answered this; nobody whom the programme's rules rule out, and none of `left_out`.
    pub fn rank(&self, mentee: &Given, left_out: &[Reference]) -> Ranked {
        let rules = rules(self.slug);
        let mut order: Vec<(usize, &Reference, Fit)> = self
            .cards
            .iter()
            .enumerate()
            .filter(|(_, card)| !left_out.contains(&card.reference))
            .map(|(place, card)| (place, &card.reference, Fit::of(rules, mentee, &card.answers, &self.crowd)))
            .filter(|(_, _, fit)| !fit.is_ruled_out)
            .collect();
        // Among equals by reference, which is chance: nobody is always the first.
        order.sort_by(|(_, one, fit), (_, other, their_fit)| fit.compare(their_fit).then_with(|| one.cmp(other)));
        Ranked { order: order.into_iter().map(|(place, _, fit)| (place, fit)).collect() }
    }

    /// Who of them is found; only those of `only`, where that is given.
    pub fn find<'a>(&'a self, ranked: &'a Ranked, sought: &Sought, only: Option<&[Reference]>) -> Found<'a> {
        let wanted: Vec<String> = sought.text.to_lowercase().split_whitespace().map(str::to_owned).collect();
        let has_chosen = |card: &Card| {
            sought.chosen.iter().all(|(question, option)| {
                card.answers.iter().any(|(id, values)| id == question && values.iter().any(|value| value == option))
            })
        };
        let found: Vec<Shown<'_>> = ranked
            .order
            .iter()
            .filter_map(|(place, fit)| Some((self.cards.get(*place)?, self.texts.get(*place)?, fit)))
            .filter(|(card, text, _)| has_chosen(card) && wanted.iter().all(|word| text.contains(word.as_str())))
            .filter(|(card, ..)| only.is_none_or(|only| only.contains(&card.reference)))
            .map(|(card, _, fit)| Shown { card, fit })
            .collect();
        let (count, pages) = (found.len(), found.len().div_ceil(PAGE).max(1));
        let page = sought.page.clamp(1, pages);
        let shown = found.into_iter().skip(page.saturating_sub(1).saturating_mul(PAGE)).take(PAGE).collect();
        Found { shown, count, page, pages }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        Shelf::of("ki-alumni", cards, Language::Sv).unwrap()
    }

    fn sought(text: &str, chosen: &[(&'static str, &'static str)], page: usize) -> Sought {
        Sought { text: text.to_owned(), chosen: chosen.to_vec(), page }
    }

    fn find(shelf: &Shelf, sought: &Sought, mentee: &Given, left_out: &[Reference]) -> Vec<usize> {
        order(&shelf.find(&shelf.rank(mentee, left_out), sought, None))
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
        let ranked = shelf.rank(&mine, &[]);
        let look = |sought: Sought| shelf.find(&ranked, &sought, None);
        let first = look(sought("", &[], 1));
        assert_eq!((order(&first)[0], first.shown.len(), first.count, first.pages), (21, PAGE, 22, 2));
        let second = look(sought("", &[], 2));
        assert_eq!(order(&second), [19, 20]);
        assert_eq!(look(sought("", &[], 99)).page, 2, "never beyond the last");
        assert_eq!(look(sought("zq7", &[], 2)), Found { shown: vec![], count: 0, page: 1, pages: 1 });
    }

    #[test]
    fn of_those_that_a_phone_keeps_only_those_are_found_that_are_still_there() {
        let shelf = shelf(vec![card(0, "A", &["research"]), card(1, "B", &["network"])]);
        let ranked = shelf.rank(&[], &[]);
        let kept = [reference(1), reference(5)];
        assert_eq!(order(&shelf.find(&ranked, &Sought::default(), Some(&kept))), [1]);
        assert_eq!(
            order(&shelf.find(&ranked, &sought("", &[("topics", "research")], 1), Some(&kept))),
            Vec::<usize>::new()
        );
        assert_eq!(order(&shelf.find(&ranked, &Sought::default(), Some(&[]))), Vec::<usize>::new());
    }

    #[test]
    fn an_address_says_what_is_sought_and_what_is_unknown_in_it_is_nothing() {
        let of = |pairs: &[(&str, &str)]| {
            Sought::of("ki-alumni", |name| {
                pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
            })
        };
        let some = of(&[("q", " läkare "), ("topics", "research"), ("languages", "klingon"), ("page", "3")]);
        assert_eq!(some, sought("läkare", &[("topics", "research")], 3));
        assert_eq!(some.query_text(), "q=l%C3%A4kare&topics=research&page=3");
        assert_eq!(of(&[("page", "0")]), sought("", &[], 1));
        assert_eq!(of(&[]).query_text(), "");
        assert_eq!(of(&[("q", &"x".repeat(200))]).text.len(), SEARCH_MAX);
    }
}
