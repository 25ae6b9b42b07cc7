//! Erasing at the desk: one record for a reason, or what has been kept long enough under a decision.

use super::{Desk, Staffed, staffed};
use crate::call::Asked;
use domain::call::Call;
use domain::desk::call::{Erase, EraseDue, ReadDue};
use domain::ledger::{Decided, change, log, reading, retention};
use domain::problem::Problem;

pub fn read(path: &str, body: &[u8]) -> Asked<Staffed> {
    match path {
        ReadDue::PATH => staffed::<ReadDue>(body, |desk, after| retention::read(desk.rows, &after)),
        EraseDue::PATH => {
            staffed::<EraseDue>(body, |desk, wanted| retention::erase_due(desk.rows, desk.names, desk.staff, &wanted))
        }
        _ => staffed::<Erase>(body, |desk, wanted| erased(desk, &wanted.reference, wanted.seen, &wanted.reason)),
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
