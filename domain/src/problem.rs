//! Everything that can be wrong with a call, and its one status; the words are in [`crate::words::problem`].

mod json;

pub use json::{FaultJson, ProblemJson};

use crate::call::Receipt;
use crate::live::Said;
use serde::{Deserialize, Serialize};

/// What is wrong with one field. Numbers are what its sentence needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum FaultKind {
    /// Nothing was answered, and an answer is needed.
    Missing,
    /// `over` characters more than `max`.
    TooLong {
        max: u32,
        over: u32,
    },
    /// Not an address a letter can be sent to.
    NotAnEmail,
    /// Two people cannot have one address.
    SameAddress,
    NotANumber,
    /// Not four digits.
    NotAYear,
    /// Not a day that the calendar has.
    NotADate,
    TooSmall {
        min: u32,
    },
    TooLarge {
        max: u32,
    },
    TooFew {
        min: u32,
    },
    TooMany {
        max: u32,
    },
    UnknownOption,
    /// A control, bidirectional or zero-width character, or a line break where one line is asked for.
    ForbiddenCharacter,
    /// More than one value where one is asked for.
    SeveralValues,
    UnknownQuestion,
    UnknownProgramme,
    UnknownRole,
    /// The notice on personal data has changed since it was shown.
    OtherNotice,
    /// Not an id, hash or secret of the form that is made on the phone.
    Malformed,
}

impl FaultKind {
    /// The name of its sentence, as in `data-<key>` on a field's place for faults.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooLong { .. } => "too-long",
            Self::NotAnEmail => "not-an-email",
            Self::SameAddress => "same-address",
            Self::NotANumber => "not-a-number",
            Self::NotAYear => "not-a-year",
            Self::NotADate => "not-a-date",
            Self::TooSmall { .. } => "too-small",
            Self::TooLarge { .. } => "too-large",
            Self::TooFew { .. } => "too-few",
            Self::TooMany { .. } => "too-many",
            Self::UnknownOption => "unknown-option",
            Self::ForbiddenCharacter => "forbidden-character",
            Self::SeveralValues => "several-values",
            Self::UnknownQuestion => "unknown-question",
            Self::UnknownProgramme => "unknown-programme",
            Self::UnknownRole => "unknown-role",
            Self::OtherNotice => "other-notice",
            Self::Malformed => "malformed",
        }
    }

    /// The numbers of its sentence, by the name they have in it.
    pub fn numbers(self) -> Vec<(&'static str, u32)> {
        match self {
            Self::TooLong { max, over } => vec![("max", max), ("over", over)],
            Self::TooSmall { min } | Self::TooFew { min } => vec![("min", min)],
            Self::TooLarge { max } | Self::TooMany { max } => vec![("max", max)],
            _ => Vec::new(),
        }
    }
}

/// Fields of a call that are not questions; no question's id can begin with `_`.
pub mod own_field {
    pub const ID: &str = "_id";
    pub const RECEIPT_HASH: &str = "_receipt_hash";
    pub const PROGRAMME: &str = "_programme";
    pub const ROLE: &str = "_role";
    pub const NOTICE: &str = "_notice";
}

/// One fault and the field it is at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// A question's id, or one of [`own_field`].
    pub field: String,
    #[serde(flatten)]
    pub kind: FaultKind,
}

impl Fault {
    pub fn of(field: &str, kind: FaultKind) -> Self {
        Self { field: field.to_owned(), kind }
    }

    /// RFC 6901 pointer into a [`crate::call::SendApplication`].
    pub fn pointer(&self) -> String {
        match (self.kind, self.field.as_str()) {
            (FaultKind::UnknownQuestion, _) => {}
            (_, own_field::ID) => return "/id".to_owned(),
            (_, own_field::RECEIPT_HASH) => return "/receipt_hash".to_owned(),
            (_, own_field::PROGRAMME) => return "/draft/programme".to_owned(),
            (_, own_field::ROLE) => return "/draft/role".to_owned(),
            (_, own_field::NOTICE) => return "/draft/notice".to_owned(),
            _ => {}
        }
        format!("/draft/answers/{}", self.field.replace('~', "~0").replace('/', "~1"))
    }
}

/// Why a call was not carried out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "problem")]
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
    /// The same kind of thing was asked of staff and waits for its answer; what was written now was not taken.
    AskedAlready,
    /// As much has been asked of staff on one own page as can be.
    AskedTooOften,
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
            | Self::AskedAlready
            | Self::AskedTooOften
            | Self::NotIndependent
            | Self::Undecided { .. } => 409,
            Self::LinkNotGood | Self::Erased => 410,
            Self::BodyTooLarge { .. } => 413,
            Self::UnsupportedMediaType | Self::UnsupportedEncoding => 415,
            Self::Faults { .. } => 422,
            Self::TooManyAttempts { .. } => 429,
            Self::Unreachable => 503,
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
            Self::AskedAlready => "asked-already",
            Self::AskedTooOften => "asked-too-often",
            Self::Erased => "erased",
            Self::TooManyAttempts { .. } => "too-many-attempts",
            Self::NotSameSite => "not-same-site",
            Self::LinkNotGood => "link-not-good",
            Self::NotSignedIn => "not-signed-in",
            Self::NotAllowed => "not-allowed",
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
        assert_eq!(serde_json::from_str::<Problem>(&serde_json::to_string(&problem).unwrap()).unwrap(), problem);
    }
}
