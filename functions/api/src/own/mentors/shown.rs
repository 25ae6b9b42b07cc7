//! What the page of mentors shows: which of its places are filled with what.

use super::posted::Stands;
use crate::ask::Ask;
use crate::mentors::put;
use domain::call::WishesPage;
use domain::directory::{Card, Reader, Shelf, Sought, mentors, questions};
use domain::fill::fill_numbers;
use domain::fills::Fills;
use domain::form_post::field;
use domain::problem::Problem;
use domain::programme::{Form, programme};
use domain::question::Kind;
use domain::text::{Language, Text};
use domain::wish::{AVOID_FIELD, MENTOR_FIELD, WORD_FIELD};
use domain::words as all_words;
use domain::words::form::framework::SEEN;
use domain::words::form::wishes as words;

/// What went wrong, and what is said of it where its faults do not say it.
pub struct Wrong<'a> {
    pub sentence: String,
    pub problem: &'a Problem,
}

/// What the page is made of.
struct Sight<'a> {
    page: &'a WishesPage,
    is_known: bool,
    form: &'static Form,
    language: Language,
}

/// The document of a programme's mentors, and what is put into it; nothing of a programme that shows none.
pub fn frame(
    stands: &Stands,
    directory: Option<&Shelf>,
    sought: &Sought,
    is_saved: bool,
    wrong: Option<Wrong<'_>>,
    ask: &Ask,
) -> Option<(String, Fills)> {
    let language = ask.language;
    let page = &stands.page;
    let programme = programme(&page.programme)?;
    let form = mentors(programme)?;
    let sight = Sight { page, is_known: stands.is_known, form, language };
    let mut fills = Fills::default();
    sight.put_wishes(&mut fills, directory);
    if is_saved {
        fills.show("saved");
    }
    if page.may_change && stands.is_known {
        match directory {
            Some(directory) => put(&mut fills, directory, &Reader::of(page), sought, ask, super::PATH),
            None => fills.show("away"),
        }
    }
    if let Some(wrong) = wrong {
        if !wrong.sentence.is_empty() {
            fills.text("problem", wrong.sentence);
        }
        if let Problem::Faults { faults } = wrong.problem {
            for fault in faults {
                let sentence = all_words::fault::general(fault.kind).say(language);
                fills.fault(&fault.field, fill_numbers(sentence, &fault.kind.numbers()));
            }
        }
    }
    Some((format!("/my/{}/mentors", programme.slug), fills))
}

impl Sight<'_> {
    fn say(&self, text: Text) -> &'static str {
        text.say(self.language)
    }

    fn put_wishes(&self, fills: &mut Fills, directory: Option<&Shelf>) {
        let page = self.page;
        fills.field(field::OF, vec![page.of.as_str().to_owned()]);
        fills.field(SEEN, vec![page.edits.to_string()]);
        fills.field(AVOID_FIELD, vec![page.avoid.clone()]);
        if page.may_change {
            fills.show("wish-form");
            fills.show("avoid");
            fills.show(if page.wishes.is_empty() { "none" } else { "has-wishes" });
        } else {
            fills.show("stands");
        }
        for (place, wish) in (1_usize..).zip(&page.wishes) {
            let shelved = wish.mentor.as_ref().and_then(|mentor| directory?.card(mentor));
            let card = wish.card.as_ref().or(shelved);
            let who = match (card, &wish.mentor) {
                (Some(card), _) => self.called(card),
                // Who that is, only the ledger's page says.
                (None, Some(mentor)) if !self.is_known => mentor.as_str().to_owned(),
                _ => self.say(words::GONE).to_owned(),
            };
            match (page.may_change, wish.stage) {
                (true, _) => {
                    fills.show(format!("wish-{place}"));
                    fills.text(format!("wish-name-{place}"), who);
                    if let Some(stage) = wish.stage {
                        fills.text(format!("wish-rests-{place}"), self.say(words::stage(stage)));
                    } else if card.is_some() && !wish.takes {
                        fills.show(format!("wish-rests-{place}"));
                    }
                    let mentor = wish.mentor.as_ref().map_or("", |mentor| mentor.as_str());
                    fills.field(&format!("{MENTOR_FIELD}{place}"), vec![mentor.to_owned()]);
                    fills.field(&format!("{WORD_FIELD}{place}"), vec![wish.word.clone()]);
                }
                (false, stage) => {
                    let said = stage.map_or("", |stage| self.say(words::stage(stage)));
                    fills.text(format!("stand-{place}"), format!("{who}. {said}").trim_end().to_owned());
                }
            }
        }
    }

    fn name<'a>(&self, card: &'a Card) -> &'a str {
        card.name(self.form).unwrap_or_else(|| self.say(words::UNNAMED))
    }

    /// The name, and the first line about them: what they do.
    fn called(&self, card: &Card) -> String {
        let line = questions(self.form).find(|question| matches!(question.kind, Kind::ShortText { .. }));
        match line.map(|question| card.first(question.id)).filter(|line| !line.is_empty()) {
            Some(line) => format!("{}, {line}", self.name(card)),
            None => self.name(card).to_owned(),
        }
    }
}
