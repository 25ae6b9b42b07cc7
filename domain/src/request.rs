//! A request: somebody is asked to be a mentor, says yes or no, and then the mentee does. What is decided about it:
//! [`crate::ledger::requests`].

use crate::call::{DraftId, Millis};
use crate::desk::call::DeskRequest;
use crate::desk::row::Row;
use crate::ledger::Record;
use crate::programme::Role;
use crate::standing::Standing;
use serde::{Deserialize, Serialize};

/// Working days that each of the two has for an answer: one full week, on whatever day the letter comes.
pub const ANSWER_DAYS: u16 = 7;
/// The one reminder goes so many days before the last day of an answer: over a weekend there is still a day at work.
pub const REMINDER_DAYS: i64 = 3;
/// Requests about one application: more noes than anybody should have to wait for. Each is at most 200 bytes of the record.
pub const REQUESTS_MAX: usize = 20;

/// Requests and pairs of one mentor at a time: more places than anybody has, and as many as their page has lines for.
pub const OPEN_MAX: usize = 15;

/// How far a request is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// The mentor is asked.
    Asked,
    /// The mentor has asked the mentee something, and answers once the mentee has; meanwhile no day passes for the mentor.
    Wondering,
    /// The mentor has said yes, which takes a place; the mentee is asked.
    Agreed,
    /// The mentee has said yes too.
    Accepted,
    Over(Why),
}

/// Why a request is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The mentor said: not now.
    NotNow,
    /// The mentor did not answer in time.
    NoAnswer,
    /// The mentee wants another mentor.
    OtherMentor,
    /// The mentee did not answer in time.
    NoChoice,
    /// The letter to the mentor could not be delivered.
    NotReached,
    /// The mentor can be asked no more: has left, or staff look at them anew.
    MentorGone,
    /// The mentee's application went another way, or was taken back.
    Released,
}

/// Somebody is asked to be a mentor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// The mentor's record.
    pub mentor: DraftId,
    pub asked_at: Millis,
    pub stage: Stage,
    /// Since when.
    pub since: Millis,
    /// The last day for the answer of whoever is asked now, `YYYY-MM-DD` in Stockholm.
    pub answer_by: String,
    /// Whether the mentee's next wish is asked by itself if nothing comes of this one.
    #[serde(default, skip_serializing_if = "crate::call::is_false")]
    pub in_turn: bool,
    /// What the mentor wanted to know before answering.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Question>,
    /// Why the mentor said "not now", where they said why. Staff alone read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

/// The longest question of a mentor's, and the longest reply, in Unicode scalar values: a few sentences, and most of a page.
pub const QUESTION_MAX: u16 = 300;
pub const REPLY_MAX: u16 = 1000;
/// The field of both, and of its fault.
pub const TALK_FIELD: &str = "talk";

/// The one question of a mentor's before they answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub text: String,
    /// The mentee's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<String>,
}

/// Why a mentor says "not now".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    NoTime,
    /// Somebody else could help better.
    OtherField,
    /// The two know each other too well.
    TooClose,
    Other,
}

impl Reason {
    pub const ALL: [Self; 4] = [Self::NoTime, Self::OtherField, Self::TooClose, Self::Other];

    pub const fn key(self) -> &'static str {
        match self {
            Self::NoTime => "no-time",
            Self::OtherField => "other-field",
            Self::TooClose => "too-close",
            Self::Other => "other",
        }
    }

    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.key() == key)
    }
}

impl Why {
    /// Whether the next wish is then asked. A mentee who is silent or has gone another way takes nobody else's time.
    pub const fn leads_on(self) -> bool {
        match self {
            Self::NotNow | Self::NoAnswer | Self::OtherMentor | Self::NotReached | Self::MentorGone => true,
            Self::NoChoice | Self::Released => false,
        }
    }
}

impl Stage {
    /// Whether something is still to come of it, or has: the two are a pair.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Over(_))
    }
}

impl Request {
    pub const fn is_open(&self) -> bool {
        self.stage.is_open()
    }

    /// Whose answer it waits for.
    pub const fn waits_for(&self) -> Option<Role> {
        match self.stage {
            Stage::Asked => Some(Role::Mentor),
            Stage::Wondering | Stage::Agreed => Some(Role::Mentee),
            Stage::Accepted | Stage::Over(_) => None,
        }
    }

    /// Whether the mentee knows of it: a mentor who has said yes, or has asked them something.
    pub const fn is_known_to_the_mentee(&self) -> bool {
        !matches!(self.stage, Stage::Asked) || self.question.is_some()
    }

    /// As staff see it; without what was written where the answers are masked.
    pub fn to_staff(&self, mentor: Option<Row>, is_masked: bool) -> DeskRequest {
        DeskRequest {
            mentor,
            asked_at: self.asked_at,
            stage: self.stage,
            since: self.since,
            answer_by: self.answer_by.clone(),
            question: self.question.clone().filter(|_| !is_masked),
            reason: self.reason,
        }
    }

    /// Whether the mentor has said yes, and it stands.
    pub const fn holds_a_place(&self) -> bool {
        matches!(self.stage, Stage::Agreed | Stage::Accepted)
    }
}

impl Record {
    /// The request that is under way, or that has led to a pair.
    pub fn request(&self) -> Option<&Request> {
        self.requests.last().filter(|request| request.is_open())
    }

    /// Whether both have said yes and staff are to confirm the pair.
    pub fn is_to_confirm(&self) -> bool {
        let is_accepted = self.request().is_some_and(|request| request.stage == Stage::Accepted);
        is_accepted && self.standing == Standing::AgreedByMentor
    }

    /// Whether a mentor was asked, nothing came of it, and the mentee still waits.
    pub fn is_to_ask_again(&self) -> bool {
        let is_over = self.requests.last().is_some_and(|request| !request.is_open());
        is_over && self.standing == Standing::UnderReview
    }

    /// Whose place it takes.
    pub fn place(&self) -> Option<&DraftId> {
        self.request().filter(|request| request.holds_a_place()).map(|request| &request.mentor)
    }

    /// The record with its open request in another stage.
    #[must_use]
    pub fn requested(mut self, stage: Stage, now: Millis) -> Self {
        if let Some(request) = self.requests.last_mut().filter(|request| request.is_open()) {
            request.stage = stage;
            request.since = now;
        }
        self
    }

    /// The record where a request can no longer be open in the standing that it has.
    #[must_use]
    pub fn released(self, now: Millis) -> Self {
        let holds = matches!(self.standing, Standing::WithMentor | Standing::AgreedByMentor | Standing::Paired);
        if holds { self } else { self.requested(Stage::Over(Why::Released), now) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::sample;

    fn with(stage: Stage, standing: Standing) -> Record {
        let mentor = DraftId::from_random([2; 16]);
        let request = Request {
            mentor,
            asked_at: 1,
            stage,
            since: 1,
            answer_by: "2026-12-09".to_owned(),
            in_turn: false,
            question: None,
            reason: None,
        };
        Record { requests: vec![request], ..sample(standing, &[]) }
    }

    #[test]
    fn a_place_is_held_from_the_mentors_yes_until_it_is_over() {
        for (stage, holds) in [
            (Stage::Asked, false),
            (Stage::Agreed, true),
            (Stage::Accepted, true),
            (Stage::Over(Why::OtherMentor), false),
        ] {
            assert_eq!(with(stage, Standing::AgreedByMentor).place().is_some(), holds, "{stage:?}");
        }
        assert!(sample(Standing::Paired, &[]).place().is_none());
    }

    #[test]
    fn what_leaves_the_way_to_a_pair_is_asked_no_more_and_keeps_why() {
        let kept = with(Stage::Accepted, Standing::Paired).released(9);
        assert_eq!(kept.request().map(|request| request.stage), Some(Stage::Accepted));
        for standing in [Standing::Withdrawn, Standing::UnderReview, Standing::Ended, Standing::NoMatch] {
            let released = with(Stage::Agreed, standing).released(9);
            let last = released.requests.last().unwrap();
            assert_eq!((last.stage, last.since), (Stage::Over(Why::Released), 9), "{standing:?}");
            let again = released.clone().released(10);
            assert_eq!(again, released, "twice is once");
        }
        let over = with(Stage::Over(Why::NotNow), Standing::UnderReview).requested(Stage::Agreed, 9);
        assert_eq!(over.requests.last().unwrap().stage, Stage::Over(Why::NotNow), "what is over stays over");
    }

    #[test]
    fn staff_are_told_of_a_pair_to_confirm_and_of_whom_to_ask_for_again() {
        assert!(with(Stage::Accepted, Standing::AgreedByMentor).is_to_confirm());
        assert!(!with(Stage::Accepted, Standing::Paired).is_to_confirm());
        assert!(!with(Stage::Agreed, Standing::AgreedByMentor).is_to_confirm());
        assert!(with(Stage::Over(Why::NoAnswer), Standing::UnderReview).is_to_ask_again());
        assert!(!with(Stage::Over(Why::Released), Standing::Withdrawn).is_to_ask_again());
        assert!(!sample(Standing::UnderReview, &[]).is_to_ask_again());
    }
}
