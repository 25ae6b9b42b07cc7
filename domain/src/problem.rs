//! Everything that can be wrong with a call, and its one status; the words are in [`crate::words::problem`].

mod fault;
mod json;

pub use fault::{Fault, FaultKind, own_field};
pub use json::{FaultJson, ProblemJson};

use crate::call::Receipt;
use crate::live::Said;
use serde::{Deserialize, Serialize};

/// Why a call was not carried out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Problem {
    NotFound,
    MethodNotAllowed {
        allowed: String,
    },
    UnsupportedMediaType,
    UnsupportedEncoding,
    BodyTooLarge {
        max_bytes: u32,
    },
    NotUtf8,
    /// Not JSON, too deep, or not of the call's shape (unknown or missing members).
    NotTheCall,
    Faults {
        faults: Vec<Fault>,
    },
    /// The id is known with other answers; what was received stands.
    OtherAnswers {
        receipt: Receipt,
    },
    /// The programme takes no applications; what is known of when and why.
    NotOpen {
        /// `YYYY-MM-DD`.
        opens_on: Option<String>,
        because: Option<Said>,
    },
    /// Nobody waits for what is open.
    IsOpen,
    /// A programme may not be opened while the university has something left to decide.
    Undecided {
        /// What, as the programme's file names it.
        what: Vec<String>,
    },
    /// Something speaks against the mentor's independence, and staff have not said why the pair may be all the same.
    NotIndependent,
    /// What was seen is not what stands now.
    Changed,
    /// A framework has been changed as often as it can be.
    TooManyVersions,
    /// A mentor has been sent as many new links, or has restated their independence as often, as may be.
    TooManyLinks,
    TooManyStatements,
    /// As much has been noted about a record as it can hold.
    RecordFull,
    /// The same kind of thing was asked of staff and waits for its answer; what was written now was not taken.
    AskedAlready,
    /// As much has been asked of staff on one own page as can be.
    AskedTooOften,
    /// A person has changed one thing as often as they can by themself.
    ChangedTooOften,
    /// The mentor has no place left.
    NoPlace,
    /// The mentee has not said yes to the mentor yet.
    NotChosen,
    /// The application was erased; sent anew it is a new one.
    Erased,
    TooManyAttempts {
        retry_after_s: u32,
    },
    /// Neither a form of this site nor a call of its own program.
    NotSameSite,
    /// The link is unknown, used up, cancelled or out of time.
    LinkNotGood,
    /// No session, or one that has ended.
    NotSignedIn,
    NotAllowed,
    /// The ledger was lost, and waits to be restored by an administrator. Told at the desk alone.
    Lost,
    /// The ledger did not answer; nothing is promised, and sending again is safe.
    Unreachable,
}

impl Problem {
    pub const fn status(&self) -> u16 {
        match self {
            Self::NotUtf8 | Self::NotTheCall => 400,
            Self::NotSignedIn => 401,
            Self::NotSameSite | Self::NotOpen { .. } | Self::NotAllowed => 403,
            Self::NotFound => 404,
            Self::MethodNotAllowed { .. } => 405,
            Self::OtherAnswers { .. }
            | Self::IsOpen
            | Self::Changed
            | Self::TooManyVersions
            | Self::TooManyLinks
            | Self::TooManyStatements
            | Self::RecordFull
            | Self::AskedAlready
            | Self::AskedTooOften
            | Self::ChangedTooOften
            | Self::NoPlace
            | Self::NotChosen
            | Self::NotIndependent
            | Self::Undecided { .. } => 409,
            Self::LinkNotGood | Self::Erased => 410,
            Self::BodyTooLarge { .. } => 413,
            Self::UnsupportedMediaType | Self::UnsupportedEncoding => 415,
            Self::Faults { .. } => 422,
            Self::TooManyAttempts { .. } => 429,
            Self::Lost | Self::Unreachable => 503,
        }
    }

    /// The last part of the problem's `type` address.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::MethodNotAllowed { .. } => "method-not-allowed",
            Self::UnsupportedMediaType => "unsupported-media-type",
            Self::UnsupportedEncoding => "unsupported-encoding",
            Self::BodyTooLarge { .. } => "body-too-large",
            Self::NotUtf8 => "not-utf8",
            Self::NotTheCall => "not-the-call",
            Self::Faults { .. } => "faults",
            Self::OtherAnswers { .. } => "other-answers",
            Self::NotOpen { .. } => "not-open",
            Self::IsOpen => "is-open",
            Self::Undecided { .. } => "undecided",
            Self::NotIndependent => "not-independent",
            Self::Changed => "changed",
            Self::TooManyVersions => "too-many-versions",
            Self::TooManyLinks => "too-many-links",
            Self::TooManyStatements => "too-many-statements",
            Self::RecordFull => "record-full",
            Self::AskedAlready => "asked-already",
            Self::AskedTooOften => "asked-too-often",
            Self::ChangedTooOften => "changed-too-often",
            Self::NoPlace => "no-place",
            Self::NotChosen => "not-chosen",
            Self::Erased => "erased",
            Self::TooManyAttempts { .. } => "too-many-attempts",
            Self::NotSameSite => "not-same-site",
            Self::LinkNotGood => "link-not-good",
            Self::NotSignedIn => "not-signed-in",
            Self::NotAllowed => "not-allowed",
            Self::Lost => "lost",
            Self::Unreachable => "unreachable",
        }
    }

    /// Seconds after which trying again makes sense, for `Retry-After`.
    pub const fn retry_after_s(&self) -> Option<u32> {
        match self {
            Self::TooManyAttempts { retry_after_s } => Some(*retry_after_s),
            Self::Unreachable => Some(5),
            _ => None,
        }
    }
}

impl From<Vec<Fault>> for Problem {
    fn from(faults: Vec<Fault>) -> Self {
        Self::Faults { faults }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn a_pointer_leads_to_the_field_in_the_call() {
        assert_eq!(Fault::of("name", FaultKind::Missing).pointer(), "/draft/answers/name");
        assert_eq!(Fault::of("a/b~c", FaultKind::Missing).pointer(), "/draft/answers/a~1b~0c");
        assert_eq!(Fault::of("programme", FaultKind::Missing).pointer(), "/draft/answers/programme");
        assert_eq!(Fault::of(own_field::NOTICE, FaultKind::OtherNotice).pointer(), "/draft/notice");
        assert_eq!(Fault::of(own_field::ID, FaultKind::Malformed).pointer(), "/id");
        assert_eq!(Fault::of("_id", FaultKind::UnknownQuestion).pointer(), "/draft/answers/_id");
    }

    #[test]
    fn a_problem_survives_the_journey_as_json() {
        let problem = Problem::from(vec![Fault::of("goals", FaultKind::TooLong { max: 10, over: 3 })]);
        assert_eq!(crate::json::read(&serde_json::to_vec(&problem).unwrap()), Ok(problem));
    }
}
