//! Where an application is.

use crate::programme::Role;
use serde::{Deserialize, Serialize};

/// Where an application is. Its words: [`crate::words::standing`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Kept; a person at the programme has not taken it up yet.
    Received,
    /// A person at the programme has taken it up.
    UnderReview,
    /// A registered pair: the programme knows of the two.
    Paired,
    /// Who waited was told that the programme has opened: an end.
    Told,
    /// Taken back by the person: an end.
    Withdrawn,
}

impl Standing {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::UnderReview => "under-review",
            Self::Paired => "paired",
            Self::Told => "told",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Whether nothing more happens.
    pub const fn is_end(self) -> bool {
        matches!(self, Self::Told | Self::Withdrawn)
    }

    /// Whether the person of that role's form may take it back. What is of a pair concerns others too.
    pub const fn may_be_withdrawn(self, role: Role) -> bool {
        matches!((self, role), (Self::Received, Role::Waiting | Role::Asking | Role::Suggesting | Role::Registering))
    }

    /// Whether staff may bring it from here to there; to [`Self::Paired`] only what [`crate::ledger::change::decide`] lets.
    pub const fn may_become(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::Received, Self::UnderReview | Self::Paired) | (Self::UnderReview, Self::Received | Self::Paired)
        )
    }
}
