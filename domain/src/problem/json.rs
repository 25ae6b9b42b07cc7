//! A problem as it travels: RFC 9457.

use super::Problem;
use serde::{Deserialize, Serialize};

/// The body of an error answer: RFC 9457, with our own members beside it so that the portal reads it back as a [`Problem`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemJson {
    /// `/problems/<key>`.
    pub r#type: String,
    pub title: String,
    pub status: u16,
    /// One line a fault: pointer, stable key and the sentence.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FaultJson>,
    /// The problem as data.
    pub problem: Problem,
}

/// One fault of a [`ProblemJson`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FaultJson {
    pub pointer: String,
    pub code: String,
    pub detail: String,
}
