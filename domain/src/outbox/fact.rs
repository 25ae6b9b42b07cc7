//! What can be due: letters, sealed copies, an erasing.

use crate::framework::Side;
use serde::{Deserialize, Serialize};

/// What must happen. The letter or copy itself is made when it goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    // In the order in which they go when several are due: a person waits for the first.
    ApplicantLetter,
    /// To who waited: the programme is open.
    OpenedLetter,
    /// To the mentor whom a student shares a framework with: the first one, with what the law wants said.
    MentorLetter,
    /// To a mentor who has not answered: once.
    MentorReminder,
    /// To the student: the mentor has not answered, or may not have been reached.
    NoAnswerLetter,
    /// To the student or the mentor: something is new in their framework. The letter says what is newest when it goes.
    MenteeNews,
    MentorNews,
    /// The sealed copy of a record into KV.
    SealRecord,
    /// The sealed copy of a live half.
    SealLive,
    StaffLetter,
    /// A tombstone into KV, and every copy out of it.
    Erase,
}

impl Fact {
    pub const ALL: [Self; 11] = [
        Self::ApplicantLetter,
        Self::OpenedLetter,
        Self::MentorLetter,
        Self::MentorReminder,
        Self::NoAnswerLetter,
        Self::MenteeNews,
        Self::MentorNews,
        Self::SealRecord,
        Self::SealLive,
        Self::StaffLetter,
        Self::Erase,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            Self::ApplicantLetter => "applicant-letter",
            Self::OpenedLetter => "opened-letter",
            Self::MentorLetter => "mentor-letter",
            Self::MentorReminder => "mentor-reminder",
            Self::NoAnswerLetter => "no-answer-letter",
            Self::MenteeNews => "mentee-news",
            Self::MentorNews => "mentor-news",
            Self::SealRecord => "seal-record",
            Self::SealLive => "seal-live",
            Self::StaffLetter => "staff-letter",
            Self::Erase => "erase",
        }
    }

    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fact| fact.key() == key)
    }

    pub const fn is_letter(self) -> bool {
        matches!(self, Self::StaffLetter) || self.is_to_a_person()
    }

    /// A letter that must not come twice, whatever happens.
    pub const fn is_to_a_person(self) -> bool {
        matches!(self, Self::ApplicantLetter | Self::OpenedLetter) || self.is_of_a_framework()
    }

    /// A letter between the two of a pair.
    pub const fn is_of_a_framework(self) -> bool {
        self.side().is_some()
    }

    /// Whom of a pair a letter about their framework is for.
    pub const fn side(self) -> Option<Side> {
        match self {
            Self::MentorLetter | Self::MentorReminder | Self::MentorNews => Some(Side::Mentor),
            Self::NoAnswerLetter | Self::MenteeNews => Some(Side::Mentee),
            _ => None,
        }
    }
}
