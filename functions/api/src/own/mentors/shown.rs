//! What the page of mentors shows: which of its places are filled with what.

use super::posted::Stands;
use crate::fills::Fills;
use domain::call::WishesPage;
use domain::directory::{Card, Found, Shelf, Shown, Sought, filters, mentors, questions};
use domain::fill::{fill, fill_numbers};
use domain::form_post::field;
use domain::problem::Problem;
use domain::programme::{Form, programme};
use domain::question::Kind;
use domain::text::{Language, Text};
use domain::wish::{AVOID_FIELD, MENTOR_FIELD, WORD_FIELD};
use domain::words::form::framework::SEEN;
use domain::words::form::wishes as words;
use domain::words::form::{answer_text, request};
use domain::words::{self as all_words, FormWords};

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
    form_words: &'static FormWords,
    language: Language,
}

/// The document of a programme's mentors, and what is put into it; nothing of a programme that shows none.
pub fn frame(
    stands: &Stands,
    directory: Option<&Shelf>,
    sought: &Sought,
    is_saved: bool,
    wrong: Option<Wrong<'_>>,
    language: Language,
) -> Option<(String, Fills)> {
    let page = &stands.page;
    let programme = programme(&page.programme)?;
    let form = mentors(programme)?;
    let form_words = all_words::programme(programme.slug)?.form(form.role)?;
    let sight = Sight { page, is_known: stands.is_known, form, form_words, language };
    let mut fills = Fills::default();
    sight.put_wishes(&mut fills, directory);
    if is_saved {
        fills.show("saved");
    }
    if page.may_change && stands.is_known {
        match directory {
            Some(directory) => sight.put_found(&mut fills, directory, sought),
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

    fn put_found(&self, fills: &mut Fills, directory: &Shelf, sought: &Sought) {
        let found = directory.find(sought, &self.page.answers, &self.page.left_out);
        fills.show("directory");
        fills.field("q", vec![sought.text.clone()]);
        for (question, option) in &sought.chosen {
            fills.field(question, vec![(*option).to_owned()]);
        }
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(sought.query());
        fills.field(words::SOUGHT_FIELD, vec![query.finish()]);
        self.put_only(fills, sought);
        self.put_count(fills, &found, sought);
        for (place, shown) in (1_usize..).zip(&found.shown) {
            self.put_card(fills, place, shown);
        }
        self.put_pages(fills, &found, sought);
    }

    /// What the list is narrowed by, in words.
    fn put_only(&self, fills: &mut Fills, sought: &Sought) {
        let chosen = filters(self.form).filter_map(|question| {
            let (_, option) = sought.chosen.iter().find(|(id, _)| *id == question.id)?;
            let (question, words) = self.form_words.questions_with(self.form).find(|(one, _)| one.id == question.id)?;
            Some(answer_text(question, words, &[(*option).to_owned()], self.language))
        });
        let chosen: Vec<String> = chosen.collect();
        if !chosen.is_empty() {
            fills.text("only", fill(self.say(words::ONLY), &[("chosen", &chosen.join(", "))]));
        }
        if !chosen.is_empty() || !sought.text.is_empty() {
            fills.show("all");
        }
    }

    fn put_count(&self, fills: &mut Fills, found: &Found<'_>, sought: &Sought) {
        let is_narrowed = !sought.text.is_empty() || !sought.chosen.is_empty();
        let text = match found.count {
            0 if is_narrowed => self.say(words::FOUND_NONE).to_owned(),
            0 => self.say(words::NOBODY).to_owned(),
            1 => self.say(words::FOUND_ONE).to_owned(),
            count => fill(self.say(words::FOUND), &[("count", &count.to_string())]),
        };
        fills.text("count", text);
    }

    fn put_card(&self, fills: &mut Fills, place: usize, shown: &Shown<'_>) {
        let card = shown.card;
        fills.show(format!("card-{place}"));
        fills.text(format!("card-name-{place}"), self.name(card));
        for (question, words) in self.form_words.questions_with(self.form) {
            let is_row =
                questions(self.form).any(|one| one.id == question.id && !matches!(one.kind, Kind::FullName { .. }));
            let given = card.answers.iter().find(|(id, _)| is_row && id == question.id);
            let Some((id, values)) = given else { continue };
            fills.show(format!("row-{place}-{id}"));
            fills.text(format!("answer-{place}-{id}"), answer_text(question, words, values, self.language));
        }
        let free = match card.free {
            1 => self.say(words::FREE_ONE).to_owned(),
            free => fill(self.say(words::FREE), &[("count", &free.to_string())]),
        };
        fills.text(format!("free-{place}"), free);
        let fits = request::fits(&shown.fit, &self.page.programme, &self.page.answers, &card.answers, self.language);
        if !fits.is_empty() {
            fills.show(format!("fits-{place}"));
            fills.text(format!("fits-text-{place}"), fits.join("\n"));
        }
        if self.page.wishes.iter().any(|wish| wish.mentor.as_ref() == Some(&card.reference)) {
            fills.show(format!("wished-{place}"));
        } else {
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
        let to = |page: usize| super::address(&Sought { page, ..sought.clone() }, false, self.language);
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
