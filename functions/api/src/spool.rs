//! While the ledger cannot be reached, an application is sealed into KV; the ledger takes it up later.

use crate::ask::Ask;
use crate::live;
use domain::call::{FindRequest, Millis, Receipt, SendRequest};
use domain::ledger::spool;
use domain::live::Live;
use domain::problem::Problem;
use domain::programme::programme;
use worker::Date;

/// Sample values of what is undecided count in development only.
const SAMPLES: bool = cfg!(feature = "dev");

/// Keeps an application, or says why not. Whether its programme is open is judged by what was last heard of it, or by the
/// copy of its live half. Where it seems closed nobody knows: the ledger may have taken it already, and will say.
pub async fn put(ask: &Ask, request: &SendRequest) -> Result<Receipt, Problem> {
    let (names, copies) = vault::reference_key(&ask.env).zip(vault::store(&ask.env)).ok_or(Problem::Unreachable)?;
    let programme = programme(&request.draft.programme).ok_or(Problem::Unreachable)?;
    let live = match live::last_known(programme.slug) {
        Some(live) => live,
        None => spool::live_copy(&copies, programme.slug)
            .await?
            .map_or_else(|| Live::of_file(programme, SAMPLES), |version| version.live),
    };
    let now = Millis::try_from(Date::now().as_millis()).unwrap_or(Millis::MAX);
    let kept = spool::put(&copies, &names, request, &live, now, SAMPLES).await;
    let receipt = kept.map_err(|problem| match problem {
        Problem::NotOpen { .. } | Problem::IsOpen => Problem::Unreachable,
        other => other,
    })?;
    worker::console_warn!("spool: an application was put there");
    Ok(receipt)
}

/// The receipt of what was put there. Without one nobody knows: the ledger may have it.
pub async fn find(ask: &Ask, request: &FindRequest) -> Result<Receipt, Problem> {
    let (names, copies) = vault::reference_key(&ask.env).zip(vault::store(&ask.env)).ok_or(Problem::Unreachable)?;
    spool::find(&copies, &names, request).await?.ok_or(Problem::Unreachable)
}
