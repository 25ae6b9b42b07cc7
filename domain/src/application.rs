//! A checked draft that was sent. Its fields are private: to hold one is the proof that [`crate::draft::Draft::check`] passed.

use crate::draft::Draft;
use crate::link::LinkHash;
use crate::programme::{Form, Programme, Role};
use crate::question::Kind;
use crate::text::Language;

/// A checked draft.
#[derive(Clone, Debug)]
pub struct Application {
    programme: &'static Programme,
    form: &'static Form,
    language: Language,
    suspect: bool,
    answers: Vec<(String, Vec<String>)>,
}

impl Application {
    pub(crate) fn of(
        draft: &Draft,
        programme: &'static Programme,
        form: &'static Form,
        answers: Vec<(String, Vec<String>)>,
    ) -> Self {
        Self { programme, form, language: draft.language, suspect: draft.is_suspect(), answers }
    }

    /// An application that was checked when it was received and kept as this draft. It is not checked again: a release may
    /// have changed or removed a question since, and what was acknowledged stays what it is. Answers to questions that are
    /// gone come last. `None` when programme or role are gone altogether.
    pub fn kept(draft: &Draft) -> Option<Self> {
        let (programme, form) = draft.form().ok()?;
        let known = form.questions().filter_map(|question| draft.answers.get_key_value(question.id));
        let gone = draft.answers.iter().filter(|(id, _)| form.question(id).is_none());
        let answers = known.chain(gone).map(|(id, values)| (id.clone(), values.clone())).collect();
        Some(Self::of(draft, programme, form, answers))
    }

    pub fn programme(&self) -> &'static Programme {
        self.programme
    }

    pub fn form(&self) -> &'static Form {
        self.form
    }

    pub fn role(&self) -> Role {
        self.form.role
    }

    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether it is probably not from a person.
    pub fn is_suspect(&self) -> bool {
        self.suspect
    }

    /// Question id and values, in form order; questions not asked or not answered are left out.
    pub fn answers(&self) -> &[(String, Vec<String>)] {
        &self.answers
    }

    pub fn answer(&self, question: &str) -> Option<&[String]> {
        self.answers.iter().find(|(id, _)| id == question).map(|(_, values)| values.as_slice())
    }

    /// The address given in the form's email question.
    pub fn email(&self) -> Option<&str> {
        let question = self.form.questions().find(|question| question.kind == Kind::Email)?;
        self.answer(question.id)?.first().map(String::as_str)
    }

    /// What tells a repeated send from one with other answers; the language may change between two sends.
    pub fn fingerprint(&self) -> LinkHash {
        let parts = (self.programme.slug, self.form.role.slug(), self.programme.notice_version, &self.answers);
        LinkHash::of(&serde_json::to_vec(&parts).unwrap_or_default())
    }

    /// The draft this application would be sent as again; how it is kept.
    pub fn to_draft(&self) -> Draft {
        let answers = self.answers.iter().cloned().collect();
        Draft {
            answers,
            website: if self.suspect { "filled".to_owned() } else { String::new() },
            ..Draft::new(self.programme, self.form.role, self.language)
        }
    }
}
