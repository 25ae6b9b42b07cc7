//! What a page of mentors shows of the directory: put into the same places by the Worker and, once it is there, by the program.

use super::{Card, Found, PAGE, Ranked, Shelf, Shown, Sought, filters, questions};
use crate::call::WishesPage;
use crate::fill::fill;
use crate::fills::Fills;
use crate::programme::Form;
use crate::question::{Kind, Question};
use crate::reference::Reference;
use crate::text::Text;
use crate::words::form::{request, wishes as words};
use crate::words::phrases::{Phrases, Sent, said};
use serde::{Deserialize, Serialize};

/// Who reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reader {
    /// What they answered as a mentee: question id and values, in form order.
    pub answers: Vec<(String, Vec<String>)>,
    /// Mentors who are not for them.
    pub left_out: Vec<Reference>,
    pub wished: Vec<Reference>,
    /// Decides who of those who fit alike comes first.
    pub turn: String,
    /// Whether they can wish for somebody on this page.
    pub may_wish: bool,
}

/// Everything that the program needs to look through the directory by itself: nothing in it reaches anybody. `C` is a card, or
/// what leads to one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot<C> {
    pub words: Sent,
    /// The record of the mentee whose page it is for; nothing where everybody may read it.
    pub of: Option<Reference>,
    pub reader: Reader,
    /// Of nobody who is left out for the reader.
    pub cards: Vec<C>,
}

impl Reader {
    pub fn of(page: &WishesPage) -> Self {
        Self {
            answers: page.answers.clone(),
            left_out: page.left_out.clone(),
            wished: page.wishes.iter().filter_map(|wish| wish.mentor.clone()).collect(),
            turn: page.of.as_str().to_owned(),
            may_wish: page.may_change,
        }
    }
}

/// The questions with a line on each card: all that a card has but the name.
pub fn lines(form: &'static Form) -> impl Iterator<Item = &'static Question> {
    questions(form).filter(|question| !matches!(question.kind, Kind::FullName { .. }))
}

/// Puts what a card says into the places of that name.
pub fn put_lines(fills: &mut Fills, place: &str, card: &Card, form: &'static Form, phrases: &dyn Phrases) {
    let language = phrases.language();
    fills.text(format!("card-name-{place}"), card.name(form).unwrap_or_else(|| words::UNNAMED.say(language)));
    for question in lines(form) {
        let Some((id, values)) = card.answers.iter().find(|(id, _)| id == question.id) else { continue };
        fills.show(format!("row-{place}-{id}"));
        fills.text(format!("answer-{place}-{id}"), said(phrases, form.role, id, values));
    }
    let free = match card.free {
        0 => None,
        1 => Some(words::FREE_ONE.say(language).to_owned()),
        free => Some(fill(words::FREE.say(language), &[("count", &free.to_string())])),
    };
    let usual = card.usual_days.map(|days| match days {
        1 => words::USUAL_ONE.say(language).to_owned(),
        days => fill(words::USUAL.say(language), &[("days", &days.to_string())]),
    });
    for (name, text) in [("free", free), ("usual", usual)] {
        if let Some(text) = text {
            fills.text(format!("{name}-{place}"), text);
        }
    }
}

/// The directory as one reader sees it, in the shelf's language.
#[derive(Clone, Copy, Debug)]
pub struct Sight<'a> {
    shelf: &'a Shelf,
    reader: &'a Reader,
    /// The path of the page, with its language.
    address: &'a str,
}

impl<'a> Sight<'a> {
    pub const fn of(shelf: &'a Shelf, reader: &'a Reader, address: &'a str) -> Self {
        Self { shelf, reader, address }
    }

    fn say(&self, text: Text) -> &'static str {
        text.say(self.shelf.phrases.language())
    }

    /// Puts those who are found into the places of the page; only those of `only`, where that is given. Says who is shown.
    pub fn put(
        &self,
        fills: &mut Fills,
        ranked: &'a Ranked,
        sought: &Sought,
        only: Option<&[Reference]>,
    ) -> Vec<Reference> {
        let found = self.shelf.find(ranked, sought, only);
        fills.show("directory");
        fills.field(words::SOUGHT_FIELD, vec![sought.query_text()]);
        self.put_only(fills, sought, only.is_some());
        self.put_count(fills, &found, sought, only.is_some());
        for (place, shown) in (1..=PAGE).zip(&found.shown) {
            self.put_card(fills, place, *shown);
        }
        self.put_pages(fills, &found, sought);
        found.shown.iter().map(|shown| shown.card.reference.clone()).collect()
    }

    /// What the list is narrowed by, in words.
    fn put_only(&self, fills: &mut Fills, sought: &Sought, is_only_kept: bool) {
        let (form, phrases) = (self.shelf.form, &*self.shelf.phrases);
        let chosen = filters(form).filter_map(|question| {
            let (id, option) = sought.chosen.iter().find(|(id, _)| *id == question.id)?;
            Some(said(phrases, form.role, id, &[(*option).to_owned()]))
        });
        let chosen: Vec<String> = chosen.collect();
        if !chosen.is_empty() {
            fills.text("only", fill(self.say(words::ONLY), &[("chosen", &chosen.join(", "))]));
        }
        if sought.is_narrowed() || is_only_kept {
            fills.show("all");
        }
    }

    fn put_count(&self, fills: &mut Fills, found: &Found<'_>, sought: &Sought, is_only_kept: bool) {
        let has_answers = !self.reader.answers.is_empty();
        let text = match found.count {
            0 if is_only_kept => self.say(words::SAVED_NONE).to_owned(),
            0 if sought.is_narrowed() => self.say(words::FOUND_NONE).to_owned(),
            0 if self.reader.may_wish => self.say(words::NOBODY).to_owned(),
            0 => self.say(words::NOBODY_YET).to_owned(),
            1 if sought.is_narrowed() || has_answers => self.say(words::FOUND_ONE).to_owned(),
            1 => self.say(words::ONLY_ONE).to_owned(),
            count => {
                let sentence = if has_answers { words::FOUND } else { words::FOUND_IN_NO_ORDER };
                fill(self.say(sentence), &[("count", &count.to_string())])
            }
        };
        fills.text("count", text);
    }

    fn put_card(&self, fills: &mut Fills, place: usize, shown: Shown<'_>) {
        let card = shown.card;
        fills.show(format!("card-{place}"));
        put_lines(fills, &place.to_string(), card, self.shelf.form, &*self.shelf.phrases);
        let answers = &self.reader.answers;
        let fits = request::fits(shown.fit, &*self.shelf.phrases, answers, &card.answers);
        if !fits.is_empty() {
            fills.show(format!("fits-{place}"));
            fills.text(format!("fits-text-{place}"), fits.join("\n"));
        }
        if self.reader.wished.contains(&card.reference) {
            fills.show(format!("wished-{place}"));
        } else if self.reader.may_wish {
            fills.show(format!("can-wish-{place}"));
            fills.field(&format!("{}{place}", words::CARD_FIELD), vec![card.reference.as_str().to_owned()]);
        }
    }

    /// To the pages before and after.
    fn put_pages(&self, fills: &mut Fills, found: &Found<'_>, sought: &Sought) {
        if found.pages < 2 {
            return;
        }
        let values = [("page", found.page.to_string()), ("pages", found.pages.to_string())];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        fills.text("page", fill(self.say(words::PAGE), &values));
        let to = |page: usize| {
            let query = Sought { page, ..sought.clone() }.query_text();
            if query.is_empty() { self.address.to_owned() } else { format!("{}?{query}", self.address) }
        };
        for (place, page, is_there) in [
            ("previous", found.page.saturating_sub(1), found.page > 1),
            ("next", found.page.saturating_add(1), found.page < found.pages),
        ] {
            if is_there {
                fills.show(place);
                fills.link(place, to(page));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use crate::words::phrases::Tables;

    fn card(reference: &str, name: Option<&str>, topics: &[&str]) -> Card {
        let owned = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>();
        let mut answers = vec![("work".to_owned(), owned(&["Lärare"])), ("topics".to_owned(), owned(topics))];
        answers.extend(name.map(|name| ("name".to_owned(), owned(&[name]))));
        Card { reference: Reference::parse(reference).unwrap(), free: 2, usual_days: Some(3), answers }
    }

    fn put(reader: &Reader, cards: Vec<Card>, sought: &Sought, only: Option<&[Reference]>) -> (Fills, Vec<Reference>) {
        let tables = Tables { slug: "ki-alumni", language: Language::En };
        let shelf = Shelf::of(Box::new(tables), cards).unwrap();
        let ranked = shelf.rank(reader);
        let mut fills = Fills::default();
        let sight = Sight::of(&shelf, reader, "/en/my/mentors");
        let shown = sight.put(&mut fills, &ranked, sought, only);
        (fills, shown)
    }

    #[test]
    fn a_card_says_who_it_is_what_fits_and_whether_they_are_wished_for() {
        let topics = vec!["research".to_owned()];
        let reader = Reader {
            answers: vec![("topics".to_owned(), topics)],
            wished: vec![Reference::parse("AB3CD4EF").unwrap()],
            may_wish: true,
            ..Reader::default()
        };
        let cards = vec![card("AB3CD4EF", None, &["network"]), card("GH5JK6MN", Some("Eva Exempel"), &["research"])];
        let (fills, shown) = put(&reader, cards, &Sought::default(), None);
        assert_eq!(shown.iter().map(Reference::as_str).collect::<Vec<_>>(), ["GH5JK6MN", "AB3CD4EF"]);
        assert_eq!(fills.at("card-name-1"), Some("Eva Exempel"));
        assert_eq!(fills.at("card-name-2"), Some("Mentor shown without a name"));
        assert!(fills.at("fits-1").is_some() && fills.at("fits-2").is_none());
        assert!(fills.at("can-wish-1").is_some() && fills.at("wished-1").is_none());
        assert!(fills.at("wished-2").is_some() && fills.at("can-wish-2").is_none());
        assert_eq!(fills.at("row-1-name"), None, "a name is the heading");
        assert_eq!(fills.at("free-1"), Some("Can take 2 more people"));
        assert_eq!(fills.at("usual-1"), Some("Usually answers within 3 days"));
        assert_eq!(fills.at("count"), Some("2 mentors. Those who have most in common with your answers come first."));
        assert_eq!(fills.at("card-3"), None);
    }

    #[test]
    fn whoever_has_answered_nothing_yet_is_shown_no_order_and_no_button() {
        let cards = vec![card("AB3CD4EF", None, &["network"]), card("GH5JK6MN", None, &["research"])];
        let (fills, _) = put(&Reader::default(), cards, &Sought::default(), None);
        assert_eq!(fills.at("count"), Some("2 mentors."));
        assert!(fills.at("can-wish-1").is_none() && fills.values("_card1").is_none());
        let (empty, _) = put(&Reader::default(), Vec::new(), &Sought::default(), None);
        assert_eq!(empty.at("count"), Some("There is no mentor to show here right now."));
    }

    #[test]
    fn the_pages_before_and_after_have_addresses_that_say_what_is_sought() {
        let cards = (0..41).map(|number| {
            let letters = ["A", "B", "C", "D", "E", "F", "G"];
            card(&format!("A{}2{}A2AA", letters[number / 7], letters[number % 7]), None, &["network"])
        });
        let sought = Sought { text: "lärare".to_owned(), page: 2, ..Sought::default() };
        let (fills, shown) = put(&Reader::default(), cards.collect(), &sought, None);
        assert_eq!((shown.len(), fills.at("page")), (PAGE, Some("Page 2 of 3 of mentors")));
        assert_eq!(fills.link_at("previous"), Some("/en/my/mentors?q=l%C3%A4rare"));
        assert_eq!(fills.link_at("next"), Some("/en/my/mentors?q=l%C3%A4rare&page=3"));
        assert_eq!(fills.values("_sought").unwrap()[0], "q=l%C3%A4rare&page=2");
    }

    #[test]
    fn none_of_those_that_a_phone_keeps_has_a_sentence_of_its_own_and_a_way_to_all() {
        let (fills, shown) = put(&Reader::default(), vec![card("AB3CD4EF", None, &[])], &Sought::default(), Some(&[]));
        assert!(shown.is_empty() && fills.at("count").unwrap().starts_with("None of those you have saved"));
        assert!(fills.at("all").is_some());
        let (one, _) = put(&Reader::default(), vec![card("AB3CD4EF", None, &[])], &Sought::default(), None);
        assert_eq!((one.at("count"), one.at("all")), (Some("One mentor."), None));
    }
}
