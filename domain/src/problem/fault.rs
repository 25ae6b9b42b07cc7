//! What is wrong with one field of a call.

use serde::{Deserialize, Serialize};

/// What is wrong with one field. Numbers are what its sentence needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
    /// A day before today, where that day or a later one is asked for.
    HasPassed,
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
    /// Nobody has written who a mentor is and how that was checked.
    NotChecked,
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
            Self::HasPassed => "has-passed",
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
            Self::NotChecked => "not-checked",
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
