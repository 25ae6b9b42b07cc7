//! What a person asks of staff on their own page.

use super::{Call, OwnPage};
use crate::link::LinkHash;
use crate::reference::Reference;
use serde::{Deserialize, Serialize};

/// Between the Workers: the person of a session asks staff for something about their data, or reports a problem.
pub struct AskStaff;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskRequest {
    pub session: LinkHash,
    /// The record that the page showed.
    pub of: Reference,
    /// As chosen and as typed; the ledger checks both ([`crate::asked::check`]).
    pub what: String,
    pub text: String,
}

impl Call for AskStaff {
    const PATH: &'static str = "/ledger/ask-staff";
    type Request = AskRequest;
    type Reply = OwnPage;
}
