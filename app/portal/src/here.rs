//! Which document this is: a language, a programme's form and the place in it.

use domain::journey::Place;
use domain::programme::{Form, Programme, Role, programme};
use domain::question::{Kind, Question};
use domain::text::{Language, Text};
use domain::words::{self, FormWords, PageWords, QuestionWords};

/// One place of one form in one language; each is a document of its own.
#[derive(Clone, Copy, Debug)]
pub struct Here {
    pub language: Language,
    pub programme: &'static Programme,
    pub form: &'static Form,
    pub place: Place,
}

impl Here {
    /// What `<main>` and `<html lang>` say.
    pub fn parse(language: &str, slug: &str, role: &str, place: &str) -> Option<Self> {
        let programme = programme(slug)?;
        let form = programme.form(Role::parse(role)?)?;
        Some(Self { language: Language::parse(language)?, programme, form, place: Place::parse(form, place)? })
    }

    /// Its address: `/en/ki-alumni/mentee/goals`.
    pub fn address(&self) -> String {
        self.language.address(&self.place.path(self.programme, self.form))
    }

    #[must_use]
    pub fn at(self, place: Place) -> Self {
        Self { place, ..self }
    }

    #[must_use]
    pub fn in_language(self, language: Language) -> Self {
        Self { language, ..self }
    }

    /// The part of a storage key that names the form: `ki-alumni/mentee`.
    pub fn key(&self) -> String {
        format!("{}/{}", self.programme.slug, self.form.role.slug())
    }

    /// Words: named only where they are written, see [`crate::say`].
    pub fn form_words(&self) -> Option<&'static FormWords> {
        words::programme(self.programme.slug)?.form(self.form.role)
    }

    /// What the form is called. The forms that programmes share say which programme it is.
    pub fn form_title(&self) -> String {
        let title = self.form_words().map_or("", |words| words.title.say(self.language));
        if self.form.role.is_of_a_pair() {
            return title.to_owned();
        }
        let programme = words::programme(self.programme.slug).map_or("", |words| words.title.say(self.language));
        format!("{title} · {programme}")
    }

    /// The words of one of its pages.
    pub fn page_words(&self, id: &str) -> Option<&'static PageWords> {
        self.form_words()?.pages_with(self.form).find(|(page, _)| page.id == id).map(|(_, words)| words)
    }

    /// The words of one of its questions.
    pub fn question_words(&self, question: &Question) -> Option<&'static QuestionWords> {
        self.form_words()?.questions_with(self.form).find(|(known, _)| known.id == question.id).map(|(_, words)| words)
    }

    /// The words of an option of a question, by its place among them.
    pub fn option_words(&self, question: &Question, index: usize) -> Text {
        match question.kind {
            Kind::YesNo => [words::form::YES, words::form::NO].get(index).copied(),
            _ => self.question_words(question).and_then(|words| words.options.get(index).copied()),
        }
        .unwrap_or(Text::new("", ""))
    }

    /// One sentence of a question; empty where there is none.
    pub fn of_question(&self, question: &Question, pick: impl FnOnce(&QuestionWords) -> Option<Text>) -> Text {
        self.question_words(question).and_then(pick).unwrap_or(Text::new("", ""))
    }
}
