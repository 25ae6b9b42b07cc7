//! Where an application is.

use serde::{Deserialize, Serialize};

/// Where an application is. Its words: [`crate::words::standing`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Kept; a person at the programme has not taken it up yet.
    Received,
}

impl Standing {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Received => "received",
        }
    }
}
