//! What the desk's calls about mentors carry, there and back.

use super::super::row::Row;
use crate::mentor::{Mentor, Offer};
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
