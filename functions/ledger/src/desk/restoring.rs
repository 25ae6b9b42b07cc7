//! Bringing a lost ledger back, by an administrator: one page of copies with each call.

use crate::answer::{answer, read, refuse};
use crate::object::Ledger;
use domain::call::Call;
use domain::desk::call::{DeskCall, Restore};
use domain::desk::member::Authority;
use domain::ledger::staff::{self, Staff, Who};
use domain::ledger::{Decided, Office, restore};
use domain::problem::Problem;
use worker::{Request, Response, Result};

pub async fn call(ledger: &Ledger, who: Who, request: &mut Request) -> Result<Response> {
    let Some(wanted) = read::<<Restore as Call>::Request>(request).await else { return refuse(&Problem::NotTheCall) };
    match signed_in(ledger, who, Restore::NEEDS).await {
        Ok(Ok(staff)) => answer(restore::step(ledger, wanted.from, Some(staff)).await, Restore::PATH),
        other => answer(other.map(|decided| decided.map(drop)), Restore::PATH),
    }
}

/// Who makes a call that is more than one transaction.
pub async fn signed_in(ledger: &Ledger, who: Who, needs: Authority) -> Decided<Staff> {
    let first = ledger.first_administrator();
    ledger.atomically(move |rows| staff::signed_in(rows, first.as_deref(), &who, needs)).await
}
