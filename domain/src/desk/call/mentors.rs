//! What the desk's calls about mentors carry, there and back.

use super::super::row::Row;
use crate::call::Millis;
use crate::mentor::{Mentor, Offer};
use crate::request::{Question, Reason, Stage};
use serde::{Deserialize, Serialize};

/// A mentor's record beside its answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskMentor {
    pub offer: Offer,
    /// None where staff have not written anything; without what was checked where the answers are masked.
    pub kept: Option<Mentor>,
}

/// What staff keep of a mentor, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetMentorRequest {
    pub reference: String,
    pub seen: u32,
    /// Who the mentor is and how that was checked: at most [`crate::mentor::CHECKED_MAX`] characters.
    pub checked: String,
    /// A whole number, at most [`crate::mentor::FREE_MAX`].
    pub free: String,
    /// `YYYY-MM-DD`, the last day; empty where the mentor does not pause.
    pub paused_until: String,
}

/// Asks a mentor for a mentee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskMentorRequest {
    /// The mentee's record.
    pub reference: String,
    pub seen: u32,
    /// The mentor's.
    pub mentor: String,
    /// What the letter to the mentee says, where staff have changed it.
    pub letter: Option<String>,
}

/// A request as staff see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskRequest {
    /// The mentor's record; nothing where it was erased, or is not for this person to see.
    pub mentor: Option<Row>,
    pub asked_at: Millis,
    pub stage: Stage,
    pub since: Millis,
    /// `YYYY-MM-DD`.
    pub answer_by: String,
    /// What the mentor wanted to know first; nothing where the answers are masked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Question>,
    /// Why the mentor said "not now", where they said why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

/// What a mentee wishes, as staff see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskWishes {
    /// Best first.
    pub ranked: Vec<DeskWish>,
    /// Whom rather not, as it was typed.
    pub avoid: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskWish {
    /// The mentor's; nothing where the record was erased.
    pub reference: Option<String>,
    /// As in [`DeskRequest`].
    pub mentor: Option<Row>,
    pub word: String,
    /// Whether this mentor was asked for the mentee already.
    pub was_asked: bool,
    /// Whether this mentor is passed over where those wished for are asked in turn: ruled out by the programme's rules, or
    /// perhaps one of whom the mentee rather does not want.
    #[serde(default)]
    pub is_ruled_out: bool,
}

/// A page of mentors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mentors {
    pub mentors: Vec<MentorRow>,
    pub next: Option<i64>,
}

/// A mentor as a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentorRow {
    pub row: Row,
    pub offer: Offer,
    /// How many more the mentor can take, where the offer is [`Offer::Takes`].
    pub free: u32,
    /// `YYYY-MM-DD`, the last day, where the offer is [`Offer::Paused`].
    pub paused_until: Option<String>,
}
