//! The shape of a programme file, as TOML spells it.

use serde::Deserialize;
use toml::Spanned;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeFile {
    pub slug: Spanned<String>,
    pub mode: Mode,
    pub staff_letter: StaffLetter,
    pub title: Words,
    pub summary: Words,
    pub about: Vec<Words>,
    pub eligible: Vec<Words>,
    pub steps: Vec<Words>,
    pub notice: Notice,
    pub decisions: Decisions,
    pub live: Live,
    pub mentee: Option<FormFile>,
    pub mentor: Option<FormFile>,
}

impl ProgrammeFile {
    /// The forms there are, with the name of their role.
    pub fn forms(&self) -> impl Iterator<Item = (&'static str, &FormFile)> {
        [("Mentee", &self.mentee), ("Mentor", &self.mentor)]
            .into_iter()
            .filter_map(|(role, form)| Some((role, form.as_ref()?)))
    }
}

/// One sentence in each language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub sv: Spanned<String>,
    pub en: Spanned<String>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    Choice,
    Cohort,
    Own,
    Listing,
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
    pub open: bool,
    pub contact: Spanned<String>,
    pub reviewer: Spanned<Decision<String>>,
    pub reviewed: Spanned<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormFile {
    pub title: Words,
    pub intro: Words,
    pub next: Words,
    pub pages: Vec<PageFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageFile {
    pub id: Spanned<String>,
    pub title: Words,
    pub questions: Vec<QuestionFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionFile {
    pub id: Spanned<String>,
    pub kind: Spanned<Kind>,
    #[serde(default)]
    pub optional: bool,
    pub shown_to: ShownTo,
    pub label: Words,
    pub short: Words,
    pub hint: Option<Words>,
    pub missing: Words,
    pub min: Option<Spanned<u32>>,
    pub max: Option<Spanned<u32>>,
    pub when: Option<Spanned<When>>,
    #[serde(default)]
    pub options: Vec<OptionFile>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    FullName,
    Email,
    ShortText,
    LongText,
    OneChoice,
    SeveralChoices,
    Number,
    Acknowledgement,
}

impl Kind {
    /// The word in the file.
    pub const fn word(self) -> &'static str {
        match self {
            Self::FullName => "full-name",
            Self::Email => "email",
            Self::ShortText => "short-text",
            Self::LongText => "long-text",
            Self::OneChoice => "one-choice",
            Self::SeveralChoices => "several-choices",
            Self::Number => "number",
            Self::Acknowledgement => "acknowledgement",
        }
    }

    pub const fn is_choice(self) -> bool {
        matches!(self, Self::OneChoice | Self::SeveralChoices)
    }
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShownTo {
    Staff,
    Mentor,
    Public,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct When {
    pub question: String,
    pub is: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionFile {
    pub id: Spanned<String>,
    pub sv: Spanned<String>,
    pub en: Spanned<String>,
}
