//! While the ledger cannot be reached, an application is sealed into KV; the ledger takes it up later.

use crate::ask::Ask;
use crate::clock::now;
use crate::live;
use domain::call::{FindRequest, Receipt, SendRequest};
use domain::ledger::spool;
use domain::problem::Problem;

/// Sample values of what is undecided count in development only.
const SAMPLES: bool = cfg!(feature = "dev");

/// Keeps an application, or says why not.
pub async fn put(ask: &Ask, request: &SendRequest) -> Result<Receipt, Problem> {
    let (names, copies) = vault::reference_key(&ask.env).zip(vault::store(&ask.env)).ok_or(Problem::Unreachable)?;
    let last_known = live::last_known(&request.draft.programme);
    let now = now();
    let receipt = spool::put(&copies, &names, request, last_known, now, SAMPLES).await?;
    worker::console_warn!("spool: an application was put there");
    Ok(receipt)
}

/// The receipt of what was put there.
pub async fn find(ask: &Ask, request: &FindRequest) -> Result<Receipt, Problem> {
    let (names, copies) = vault::reference_key(&ask.env).zip(vault::store(&ask.env)).ok_or(Problem::Unreachable)?;
    spool::find(&copies, &names, request).await
}
