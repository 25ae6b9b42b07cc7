//! What can be due: letters, sealed copies, an erasing.

use crate::framework::Side;
use serde::{Deserialize, Serialize};

/// What must happen. The letter or copy itself is made when it goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    // In the order in which they go when several are due: a person waits for the first.
    /// A link to the desk, to somebody of the staff.
    SignInLetter,
    ApplicantLetter,
    /// To the person: what staff decided.
    DecisionLetter,
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
    /// To a mentor: somebody asks for one.
    RequestLetter,
    /// To the mentee: the mentor who was asked has said yes.
    ChoiceLetter,
    /// To whichever of the two has not answered: once.
    RequestReminder,
    /// To the mentor of a new pair.
    IntroductionLetter,
    /// To a mentor who had said yes: a place is free again.
    ReleaseLetter,
    /// To a mentor who has not been heard of for half a year: are they still willing?
    WillingLetter,
    /// The last day of an answer is over.
    RequestEnds,
    /// The sealed copy of a record into KV.
    SealRecord,
    /// The sealed copy of a live half.
    SealLive,
    /// The sealed copy of something of the whole university, such as the list of staff.
    SealDocument,
    StaffLetter,
    /// To somebody of the staff: what came in, what is late.
    DailyLetter,
    /// A tombstone into KV, and every copy out of it.
    Erase,
}

impl Fact {
    pub const ALL: [Self; 22] = [
        Self::SignInLetter,
        Self::ApplicantLetter,
        Self::DecisionLetter,
        Self::OpenedLetter,
        Self::MentorLetter,
        Self::MentorReminder,
        Self::NoAnswerLetter,
        Self::MenteeNews,
        Self::MentorNews,
        Self::RequestLetter,
        Self::ChoiceLetter,
        Self::RequestReminder,
        Self::IntroductionLetter,
        Self::ReleaseLetter,
        Self::WillingLetter,
        Self::RequestEnds,
        Self::SealRecord,
        Self::SealLive,
        Self::SealDocument,
        Self::StaffLetter,
        Self::DailyLetter,
        Self::Erase,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            Self::SignInLetter => "sign-in-letter",
            Self::ApplicantLetter => "applicant-letter",
            Self::DecisionLetter => "decision-letter",
            Self::OpenedLetter => "opened-letter",
            Self::MentorLetter => "mentor-letter",
            Self::MentorReminder => "mentor-reminder",
            Self::NoAnswerLetter => "no-answer-letter",
            Self::MenteeNews => "mentee-news",
            Self::MentorNews => "mentor-news",
            Self::RequestLetter => "request-letter",
            Self::ChoiceLetter => "choice-letter",
            Self::RequestReminder => "request-reminder",
            Self::IntroductionLetter => "introduction-letter",
            Self::ReleaseLetter => "release-letter",
            Self::WillingLetter => "willing-letter",
            Self::RequestEnds => "request-ends",
            Self::SealRecord => "seal-record",
            Self::SealLive => "seal-live",
            Self::SealDocument => "seal-document",
            Self::DailyLetter => "daily-letter",
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
        self.is_of_a_framework()
            || self.is_of_a_request()
            || matches!(
                self,
                Self::ApplicantLetter
                    | Self::OpenedLetter
                    | Self::DecisionLetter
                    | Self::SignInLetter
                    | Self::DailyLetter
            )
    }

    /// A letter about somebody being asked to be a mentor.
    pub const fn is_of_a_request(self) -> bool {
        matches!(
            self,
            Self::RequestLetter
                | Self::ChoiceLetter
                | Self::RequestReminder
                | Self::IntroductionLetter
                | Self::ReleaseLetter
                | Self::WillingLetter
        )
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
