//! The calls about a framework. Each says which framework its page showed: a browser has one session, and another link may
//! have been opened in it meanwhile.

use super::{Millis, OwnPage};
use crate::draft::Answers;
use crate::framework::{Asking, Framework, Side};
use crate::independence::Tie;
use crate::link::LinkHash;
use crate::reference::Reference;
use serde::{Deserialize, Serialize};

/// A framework as one of the two sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnFramework {
    /// Whose page it is.
    pub side: Side,
    pub framework: Framework,
    /// The student has opened a mailed link; before that nothing goes to the mentor.
    pub is_confirmed: bool,
    /// When the newest letter with a link went to the mentor.
    pub asked_at: Option<Millis>,
    /// How far the mentor has been asked.
    pub asking: Asking,
}

call!(
    /// Between the Workers: accepts the version of a framework that was seen.
    AcceptFramework, "/ledger/accept-framework", AcceptRequest => OwnPage
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcceptRequest {
    pub session: LinkHash,
    /// The framework that the page showed.
    pub of: Reference,
    /// The number of the version.
    pub seen: u32,
    /// What a mentor states of ties; none at all where nothing was stated.
    pub ties: Option<Vec<Tie>>,
}

call!(
    /// Between the Workers: proposes another wording in the place of the version that was seen.
    ProposeChange, "/ledger/propose-change", ProposeRequest => OwnPage
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposeRequest {
    pub session: LinkHash,
    pub of: Reference,
    pub seen: u32,
    pub answers: Answers,
    /// As in [`AcceptRequest`]: whoever proposes accepts.
    pub ties: Option<Vec<Tie>>,
}

call!(
    /// Between the Workers: ends a framework.
    EndFramework, "/ledger/end-framework", EndRequest => OwnPage
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndRequest {
    pub session: LinkHash,
    pub of: Reference,
    /// Also erases it, once both have been told.
    pub erases: bool,
}

call!(
    /// Between the Workers: a new link for the mentor, in the place of every earlier one.
    RenewLink, "/ledger/renew-link", RenewRequest => OwnPage
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RenewRequest {
    pub session: LinkHash,
    pub of: Reference,
}
