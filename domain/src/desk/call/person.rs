//! What the desk's calls about a person carry, there and back.

use super::DeskRecord;
use serde::{Deserialize, Serialize};

/// Everything that is held about whoever sent a record, as far as somebody of the staff may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskPerson {
    /// Every record of the same address, the oldest first. None of them names the others.
    pub records: Vec<DeskRecord>,
    /// How many more are of programmes that this member of staff does not serve.
    pub elsewhere: u32,
    /// How many frameworks the person has shared with a mentor: no staff read those.
    pub frameworks: u32,
    /// Whether the address has more records than are looked at.
    pub has_more: bool,
}

/// A file that is made of it in the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PersonFile {
    Readable,
    Json,
}

impl PersonFile {
    /// What the log calls it.
    pub const fn logged(self) -> &'static str {
        match self {
            Self::Readable => "export-readable",
            Self::Json => "export-json",
        }
    }

    /// The ending of its name, and its kind.
    pub const fn ending_and_kind(self) -> (&'static str, &'static str) {
        match self {
            Self::Readable => ("html", "text/html;charset=utf-8"),
            Self::Json => ("json", "application/json"),
        }
    }
}

/// Says that a file was made of everything about whoever sent that record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExportPersonRequest {
    pub reference: String,
    pub file: PersonFile,
}
