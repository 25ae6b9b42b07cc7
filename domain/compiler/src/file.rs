//! The shape of a programme file, as TOML spells it.

use serde::Deserialize;
use toml::Spanned;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeFile {
    pub slug: Spanned<String>,
    pub mode: Mode,
    /// Place in lists of programmes; lower comes first.
    pub rank: u16,
    /// Where there is a form.
    pub staff_letter: Option<StaffLetter>,
    /// Whether it has the standard forms.
    #[serde(default)]
    pub tell_me: bool,
    #[serde(default)]
    pub contact_form: bool,
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
    /// Where there is a form.
    pub notice: Option<Notice>,
    pub decisions: Option<Decisions>,
    pub live: Live,
    pub mentee: Option<FormFile>,
    pub mentor: Option<FormFile>,
}

/// The forms that programmes share, by what they are for.
#[derive(Debug)]
pub struct StandardForms {
    pub tell_me: FormFile,
    pub contact: FormFile,
}

impl ProgrammeFile {
    /// The forms there are, with the name of their role.
    pub fn forms<'a>(&'a self, standard: &'a StandardForms) -> impl Iterator<Item = (&'static str, &'a FormFile)> {
        [
            ("Mentee", self.mentee.as_ref()),
            ("Mentor", self.mentor.as_ref()),
            ("Waiting", self.tell_me.then_some(&standard.tell_me)),
            ("Asking", self.contact_form.then_some(&standard.contact)),
        ]
        .into_iter()
        .filter_map(|(role, form)| Some((role, form?)))
    }

    pub const fn has_form(&self) -> bool {
        self.mentee.is_some() || self.mentor.is_some() || self.tell_me || self.contact_form
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
    Year,
    YesNo,
    RankedChoice,
    Date,
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
            Self::Year => "year",
            Self::YesNo => "yes-no",
            Self::RankedChoice => "ranked-choice",
            Self::Date => "date",
            Self::Acknowledgement => "acknowledgement",
        }
    }

    pub const fn is_choice(self) -> bool {
        matches!(self, Self::OneChoice | Self::SeveralChoices | Self::RankedChoice)
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
