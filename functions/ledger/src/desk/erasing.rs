//! Erasing at the desk: one record for a reason, or what has been kept long enough under a decision.

use super::{Desk, staffed};
use crate::object::Ledger;
use domain::call::Call;
use domain::desk::call::{Erase, EraseDue, ReadDue};
use domain::ledger::staff::Who;
use domain::ledger::{Decided, change, log, reading, retention};
use domain::problem::Problem;
use worker::{Request, Response, Result};

pub async fn call(ledger: &Ledger, path: &str, who: Who, request: &mut Request) -> Result<Response> {
    match path {
        ReadDue::PATH => {
            staffed::<ReadDue>(ledger, who, request, |desk, after| retention::read(desk.rows, &after)).await
        }
        EraseDue::PATH => {
            staffed::<EraseDue>(ledger, who, request, |desk, wanted| {
                retention::erase_due(desk.rows, desk.names, desk.staff, &wanted)
            })
            .await
        }
        _ => {
            staffed::<Erase>(ledger, who, request, |desk, wanted| {
                erased(desk, &wanted.reference, wanted.seen, &wanted.reason)
            })
            .await
        }
    }
}

/// The reason is judged and then gone with the record: the log says that it was erased, and by whom.
fn erased(desk: &Desk<'_>, reference: &str, seen: u32, reason: &str) -> Decided<()> {
    if let Err(problem) = change::check_reason(reason) {
        return Ok(Err(problem));
    }
    let record = match reading::seen(desk.rows, desk.staff, reference)? {
        Ok(record) => record,
        // Erased, the answer lost, and sent again.
        Err(Problem::NotFound) if log::has(desk.rows, desk.staff, "erase", reference)? => return Ok(Ok(())),
        Err(problem) => return Ok(Err(problem)),
    };
    if record.version != seen {
        return Ok(Err(Problem::Changed));
    }
    log::write(desk.rows, desk.staff, "erase", reference)?;
    change::erase(desk.rows, desk.names, &record.id)
}
