//! A question's rules: its kind with its limits, whether it must be answered, when it is asked and who may see the answer.

use crate::draft::Answers;

/// Who may see an answer besides the person who gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ShownTo {
    Staff,
    /// Staff, and the mentor who is asked (or, of a mentor's form, the mentees who are asked for).
    Mentor,
    /// Everyone who can read the directory.
    Public,
}

/// What is asked for, with limits. Lengths are in Unicode scalar values after trimming.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One field for the whole name; 1–`max`.
    FullName {
        max: u16,
    },
    /// An address that can receive letters; at most 254 (RFC 5321).
    Email,
    /// One line.
    ShortText {
        max: u16,
    },
    /// Several lines.
    LongText {
        max: u16,
    },
    OneChoice {
        options: &'static [&'static str],
    },
    SeveralChoices {
        options: &'static [&'static str],
        min: u16,
        max: u16,
    },
    /// A whole number.
    Number {
        min: u32,
        max: u32,
    },
    /// A year of four digits.
    Year {
        min: u32,
        max: u32,
    },
    /// One of [`YES_NO`].
    YesNo,
    /// The first, second, … choice: `min` to `max` of the options, best first.
    RankedChoice {
        options: &'static [&'static str],
        min: u16,
        max: u16,
    },
    /// A day, `YYYY-MM-DD`, asked for in three fields; `min` and `max` are years.
    Date {
        min: u32,
        max: u32,
    },
    /// A box to tick; the only answer is [`YES`].
    Acknowledgement,
}

/// The value of a ticked acknowledgement.
pub const YES: &str = "yes";

/// The options of a yes-no question.
pub const YES_NO: &[&str] = &[YES, "no"];

impl Kind {
    /// The options of a choice, in order; none for other kinds.
    pub const fn options(&self) -> &'static [&'static str] {
        match self {
            Self::OneChoice { options } | Self::SeveralChoices { options, .. } | Self::RankedChoice { options, .. } => {
                options
            }
            Self::YesNo => YES_NO,
            _ => &[],
        }
    }

    /// The longest text in Unicode scalar values, for kinds that are typed.
    pub const fn length_max(&self) -> Option<u16> {
        match self {
            Self::FullName { max } | Self::ShortText { max } | Self::LongText { max } => Some(*max),
            // RFC 5321, 4.5.3.1.3: a path of 256 with its angle brackets.
            Self::Email => Some(254),
            // Enough for u32 with thin spaces typed in.
            Self::Number { .. } | Self::Year { .. } => Some(16),
            _ => None,
        }
    }

    /// Whether an answer may have several values, which travel in one field joined by commas (no option id has one).
    pub const fn has_several_values(&self) -> bool {
        matches!(self, Self::SeveralChoices { .. } | Self::RankedChoice { .. })
    }
}

/// Asked only when an earlier one-choice or yes-no question was answered with one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    pub question: &'static str,
    pub is: &'static [&'static str],
}

/// One question. Words: [`crate::words::QuestionWords`].
#[derive(Debug, PartialEq, Eq)]
pub struct Question {
    /// 1–40 of `a-z 0-9 -`; the name of its field.
    pub id: &'static str,
    pub kind: Kind,
    pub optional: bool,
    pub shown_to: ShownTo,
    pub when: Option<Condition>,
    /// Kind and content as they are in this release, like `email.0a1b2c3d`: what tells a changed question.
    pub revision: &'static str,
}

impl Question {
    /// Whether these answers make it a question that is asked.
    pub fn is_asked(&self, answers: &Answers) -> bool {
        self.when.is_none_or(|condition| {
            answers
                .get(condition.question)
                .and_then(|values| values.first())
                .is_some_and(|value| condition.is.contains(&value.as_str()))
        })
    }
}
