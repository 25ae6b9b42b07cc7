//! The shape of a form in a programme file: pages, questions, and how answers of two forms fit.

use super::Words;
use serde::Deserialize;
use toml::Spanned;

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
    /// Of a mentee's question: what a mentor's answer makes of it.
    pub fits: Option<Spanned<Fits>>,
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

/// How an answer of a mentee and one of a mentor fit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fits {
    /// The mentor's question.
    pub with: String,
    pub how: How,
    /// For `close`: options that fit with any.
    #[serde(default)]
    pub anything: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    MustDiffer,
    MustShare,
    Share,
    Close,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionFile {
    pub id: Spanned<String>,
    pub sv: Spanned<String>,
    pub en: Spanned<String>,
}
