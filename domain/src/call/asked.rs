//! What a person asks of staff on their own page.

use super::OwnPage;
use crate::link::LinkHash;
use crate::reference::Reference;
use serde::{Deserialize, Serialize};

call!(
    /// Between the Workers: the person of a session asks staff for something about their data, or reports a problem.
    AskStaff, "/ledger/own/ask", AskRequest => OwnPage
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskRequest {
    pub session: LinkHash,
    /// The record that the page showed.
    pub of: Reference,
    /// As chosen and as typed; the ledger checks both ([`crate::asked::check`]).
    pub what: String,
    pub text: String,
}
