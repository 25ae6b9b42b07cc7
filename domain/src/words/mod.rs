//! Every sentence a person can meet, in Swedish and in English; a missing one does not compile.
//!
//! The words of programmes are written in `programmes/*.toml` and stand in tables beside [`crate::programme::PROGRAMMES`],
//! in the same order; all others are in the files of this folder, one a subject.

pub mod date;
pub mod desk;
pub mod fault;
pub mod form;
pub mod letter;
pub mod page;
pub mod phrases;
pub mod problem;
pub mod standing;

use crate::programme::{Form, Page, Programme, Role};
use crate::question::Question;
use crate::text::Text;

/// The words of a programme file that Workers need too.
#[derive(Debug)]
pub struct ProgrammeWords {
    pub slug: &'static str,
    pub title: Text,
    /// Where the file says that it is closed: why.
    pub closed_because: Option<Text>,
    pub forms: &'static [FormWords],
}

/// What only pages say of a programme. A table of its own, so that no Worker carries it.
#[derive(Debug)]
pub struct ProgrammeTexts {
    pub slug: &'static str,
    /// One or two sentences for lists and descriptions.
    pub summary: Text,
    /// Paragraphs.
    pub about: &'static [Text],
    /// Who it is for, a line each.
    pub eligible: &'static [Text],
    /// How it goes, a line a step.
    pub steps: &'static [Text],
    /// Questions people ask, answered.
    pub answers: &'static [AnsweredWords],
    pub links: &'static [LinkWords],
    /// Programmes that others run, in the order of [`crate::listing::entries`].
    pub entries: &'static [EntryWords],
    /// The notice on personal data, paragraphs.
    pub notice: &'static [Text],
}

/// A question about a programme, answered.
#[derive(Debug)]
pub struct AnsweredWords {
    pub question: Text,
    pub text: &'static [Text],
    pub link: Option<LinkWords>,
}

/// A link out of the portal.
#[derive(Debug)]
pub struct LinkWords {
    pub words: Text,
    /// Begins with `https://`.
    pub address: &'static str,
}

/// A programme that others run.
#[derive(Debug)]
pub struct EntryWords {
    pub name: Text,
    pub what: Text,
    pub for_whom: Text,
    /// Begins with `https://`.
    pub address: &'static str,
    /// An email address, where one is known.
    pub contact: Option<&'static str>,
}

#[derive(Debug)]
pub struct FormWords {
    pub role: Role,
    pub title: Text,
    /// What it is for and how long it takes.
    pub intro: Text,
    /// What happens after sending.
    pub next: Text,
    pub pages: &'static [PageWords],
}

#[derive(Debug)]
pub struct PageWords {
    pub title: Text,
    pub questions: &'static [QuestionWords],
}

#[derive(Debug)]
pub struct QuestionWords {
    pub label: Text,
    /// A few words for summary, letter, desk and export.
    pub short: Text,
    pub hint: Option<Text>,
    /// What to say when it is not answered.
    pub missing: Text,
    /// One for each option, in the rules' order.
    pub options: &'static [Text],
}

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// The words of a programme.
pub fn programme(slug: &str) -> Option<&'static ProgrammeWords> {
    PROGRAMME_WORDS.iter().find(|words| words.slug == slug)
}

/// The texts of a programme; every programme has them.
pub fn texts(slug: &str) -> Option<&'static ProgrammeTexts> {
    PROGRAMME_TEXTS.iter().find(|texts| texts.slug == slug)
}

impl ProgrammeWords {
    pub fn form(&self, role: Role) -> Option<&'static FormWords> {
        self.forms.iter().find(|form| form.role == role)
    }
}

impl QuestionWords {
    /// The words of an option of the question that they are the words of.
    pub fn option(&self, question: &Question, value: &str) -> Option<&'static Text> {
        let place = question.kind.options().iter().position(|option| *option == value)?;
        self.options.get(place)
    }
}

impl FormWords {
    /// Rules and words of every page, side by side.
    pub fn pages_with(&'static self, form: &'static Form) -> impl Iterator<Item = (&'static Page, &'static PageWords)> {
        form.pages.iter().zip(self.pages)
    }

    /// Rules and words of every question, side by side, in form order.
    pub fn questions_with(
        &'static self,
        form: &'static Form,
    ) -> impl Iterator<Item = (&'static Question, &'static QuestionWords)> {
        self.pages_with(form).flat_map(|(page, words)| page.questions.iter().zip(words.questions))
    }
}

/// Programmes with rules and words side by side.
pub fn programmes() -> impl Iterator<Item = (&'static Programme, &'static ProgrammeWords)> {
    crate::programme::PROGRAMMES.iter().zip(PROGRAMME_WORDS)
}
