//! What the desk's calls about retention carry, there and back.

use super::Seen;
use crate::call::Millis;
use crate::standing::Standing;
use serde::{Deserialize, Serialize};

/// A record that has been kept as long as its programme keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    pub reference: String,
    pub version: u32,
    pub programme: String,
    pub role: String,
    pub standing: Standing,
    /// `YYYY-MM-DD`.
    pub ended_on: String,
    /// `YYYY-MM-DD`, the first day on which it may be erased.
    pub due_on: String,
}

/// A page of what is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retention {
    pub due: Vec<Due>,
    pub next: Option<i64>,
    /// Programmes of which nothing is due, by slug, with who has yet to decide how long; nobody where the programme has left
    /// and there are records of it on this page.
    pub undecided: Vec<(String, String)>,
    /// Earlier runs, the newest first; on the first page.
    pub runs: Vec<RetentionRun>,
}

/// What was erased at one time, under which decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RetentionRun {
    /// 1 is the first; the log names it.
    pub number: u32,
    pub at: Millis,
    /// The address of who did it.
    pub by: String,
    pub decision: String,
    /// How many.
    pub erased: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EraseDueRequest {
    /// Under which decision: at most [`crate::ledger::retention::DECISION_MAX`] characters.
    pub decision: String,
    /// At most [`crate::ledger::retention::RUN_MAX`].
    pub records: Vec<Seen>,
}

/// What became of each, by reference.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasedDue {
    pub erased: Vec<String>,
    /// Changed since, or not due any more, or not there.
    pub kept: Vec<String>,
}
