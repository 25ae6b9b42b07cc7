//! The calls of the portal's program, as JSON.

use crate::ask::Ask;
use crate::body::{Kind, of_kind};
use crate::ledger::{Object, Reply, send as ask_ledger};
use crate::{answer, gate, spool};
use domain::call::{Call, FindReceipt, FindRequest, Receipt, SendApplication, SendRequest};
use domain::problem::{Fault, FaultKind, Problem};
use worker::{Response, Result};

const JSON: &str = "application/json";

/// Sends an application.
pub async fn send(ask: Ask) -> Result<Response> {
    let request = match parse::<SendApplication>(&ask) {
        Ok(request) => request,
        Err(problem) => return answer::problem(&problem, ask.accepted_language(), &[]),
    };
    match receive(&ask, &request).await {
        Ok(kept) => answer::json(&kept.reply, JSON, kept.status, request.draft.language),
        Err(problem) => answer::draft_problem(&problem, &request),
    }
}

/// Asks whether an id was received.
pub async fn find(ask: Ask) -> Result<Response> {
    let language = ask.accepted_language();
    let request = match parse::<FindReceipt>(&ask) {
        Ok(request) => request,
        Err(problem) => return answer::problem(&problem, language, &[]),
    };
    match find_receipt(&ask, &request).await {
        Ok(receipt) => answer::json(&receipt, JSON, 200, language),
        Err(problem) => answer::problem(&problem, language, &[]),
    }
}

fn parse<C: Call>(ask: &Ask) -> std::result::Result<C::Request, Problem> {
    let body = of_kind(ask, Kind::Json)?;
    // Typed, so that neither depth nor unknown members get far.
    domain::json::read(body).map_err(|_| Problem::NotTheCall)
}

async fn find_receipt(ask: &Ask, request: &FindRequest) -> std::result::Result<Option<Receipt>, Problem> {
    gate::network(ask, &request.id.chars().take(32).collect::<String>()).await?;
    match ask_ledger::<FindReceipt>(&ask.env, Object::Ledger, request).await {
        Err(Problem::Unreachable) => spool::find(ask, request).await.map(Some),
        answered => answered.map(|found| found.reply),
    }
}

/// Checks, counts, hands over: the same for the portal's program and for a form without it.
pub async fn receive(ask: &Ask, request: &SendRequest) -> std::result::Result<Reply<SendApplication>, Problem> {
    let keys = request.keys();
    let checked = request.draft.check();
    let mut faults = Vec::new();
    faults.extend(keys.as_ref().err().cloned().unwrap_or_default());
    faults.extend(checked.as_ref().err().cloned().unwrap_or_default());
    if faults.iter().any(|fault| !may_be_known(fault)) {
        return Err(Problem::Faults { faults });
    }
    gate::network(ask, &request.id).await?;
    match ask_ledger::<SendApplication>(&ask.env, Object::Ledger, request).await {
        Err(Problem::Unreachable) => spool::put(ask, request).await.map(|reply| Reply { reply, status: 201 }),
        answered => answered,
    }
}

/// An application that was received under an earlier notice is still received; only the ledger knows.
fn may_be_known(fault: &Fault) -> bool {
    fault.kind == FaultKind::OtherNotice
}
