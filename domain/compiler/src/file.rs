//! The shape of a programme file, as TOML spells it.

mod form;

pub use form::{Fits, FormFile, How, Kind, OptionFile, PageFile, QuestionFile, ShownTo, When};

use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::struct_excessive_bools, reason = "each standard form is a line of the file")]
pub struct ProgrammeFile {
    pub slug: Spanned<String>,
    pub mode: Mode,
    /// Place in lists of programmes; lower comes first.
    pub rank: u16,
    /// Where there is a form.
    pub staff_letter: Option<StaffLetter>,
    /// Which of the forms that programmes share it has.
    #[serde(default)]
    pub standard_forms: Vec<Standard>,
    /// Who may read the directory of its mentors; `confirmed` where nothing is said.
    pub directory: Option<Spanned<Directory>>,
    /// Whether a mentor states how independent they are before a framework holds.
    #[serde(default)]
    pub independence: bool,
    pub title: Words,
    pub summary: Words,
    pub about: Vec<Words>,
    #[serde(default)]
    pub eligible: Vec<Words>,
    #[serde(default)]
    pub steps: Vec<Words>,
    /// Questions people ask about the programme, answered.
    #[serde(default)]
    pub answers: Vec<Answered>,
    #[serde(default)]
    pub links: Vec<Link>,
    /// Programmes that others run; in mode `listing` only.
    #[serde(default)]
    pub entries: Vec<EntryFile>,
    /// Where there is a form.
    pub notice: Option<Notice>,
    pub decisions: Option<Decisions>,
    pub live: Live,
    pub mentee: Option<FormFile>,
    pub mentor: Option<FormFile>,
}

/// A form that programmes share, by the name of its file in `programmes/forms`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standard {
    TellMe,
    Contact,
    Framework,
    Suggest,
    Register,
}

impl Standard {
    pub const ALL: [Self; 5] = [Self::TellMe, Self::Contact, Self::Framework, Self::Suggest, Self::Register];

    /// The name of its file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::TellMe => "tell-me",
            Self::Contact => "contact",
            Self::Framework => "framework",
            Self::Suggest => "suggest",
            Self::Register => "register",
        }
    }

    /// The role of who fills it in.
    const fn role(self) -> &'static str {
        match self {
            Self::TellMe => "Waiting",
            Self::Contact => "Asking",
            Self::Framework => "Framework",
            Self::Suggest => "Suggesting",
            Self::Register => "Registering",
        }
    }
}

/// The forms that programmes share.
pub type StandardForms = BTreeMap<Standard, FormFile>;

impl ProgrammeFile {
    /// The forms there are, with the name of their role.
    pub fn forms<'a>(&'a self, standard: &'a StandardForms) -> impl Iterator<Item = (&'static str, &'a FormFile)> {
        let own = [("Mentee", self.mentee.as_ref()), ("Mentor", self.mentor.as_ref())];
        let shared = Standard::ALL.into_iter().filter(|one| self.standard_forms.contains(one));
        own.into_iter()
            .chain(shared.map(|one| (one.role(), standard.get(&one))))
            .filter_map(|(role, form)| Some((role, form?)))
    }

    pub fn has_form(&self) -> bool {
        self.mentee.is_some() || self.mentor.is_some() || !self.standard_forms.is_empty()
    }
}

/// A question about a programme, answered.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    pub question: Words,
    pub text: Vec<Words>,
    pub link: Option<Link>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    pub words: Words,
    pub address: Spanned<String>,
}

/// A programme that others run.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryFile {
    pub name: Words,
    pub what: Words,
    pub for_whom: Words,
    pub address: Spanned<String>,
    pub checked: Spanned<String>,
    pub contact: Option<Spanned<String>>,
}

/// One sentence in each language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub sv: Spanned<String>,
    pub en: Spanned<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    Choice,
    Cohort,
    Own,
    Listing,
}

/// Who may read a directory of mentors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Directory {
    /// Everybody.
    Open,
    /// Mentees who came by a link that was mailed to them.
    Confirmed,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StaffLetter {
    Full,
    Notice,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    pub version: Spanned<String>,
    pub text: Vec<Words>,
}

/// A value, or who has yet to decide it with a sample for development.
#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "write a value, or { undecided = \"who decides\", sample = a value for development }")]
pub enum Decision<T> {
    Decided(T),
    Undecided(Undecided<T>),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Undecided<T> {
    pub undecided: String,
    pub sample: T,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decisions {
    pub answer_days: Spanned<Decision<u16>>,
    pub retention_days: Spanned<Decision<u16>>,
}

/// Seeds of the live half.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Live {
    pub open: Spanned<bool>,
    /// Where applications are closed: why.
    pub closed_because: Option<Words>,
    pub contact: Spanned<String>,
    pub reviewer: Spanned<Decision<String>>,
    pub reviewed: Spanned<String>,
}
