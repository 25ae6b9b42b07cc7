//! Everything held about a person: all records of one address, as far as whoever of the staff asks may see them.

use super::reading::{alone, may_see, open, others, seen};
use super::staff::Staff;
use super::{Book, Decided, Names, Record, StorageFailed, change, log};
use crate::desk::call::{DeskPerson, ExportPersonRequest, ReadRecordRequest};
use crate::problem::Problem;

/// Records of one address: those that may be seen, the oldest first, and what of the others may be told.
struct Found {
    records: Vec<Record>,
    elsewhere: u32,
    frameworks: u32,
    has_more: bool,
}

impl Found {
    fn of(book: &impl Book, names: &impl Names, staff: &Staff, first: Record) -> Result<Self, StorageFailed> {
        let (others, has_more) = others(book, names, &first)?;
        let mut found = Self { has_more, ..Self::alone(first) };
        for other in others {
            if may_see(staff, &other) {
                found.records.push(other);
            } else if staff.serves(&other.draft.programme) {
                // It is between the two of a pair.
                found.frameworks = found.frameworks.saturating_add(1);
            } else {
                found.elsewhere = found.elsewhere.saturating_add(1);
            }
        }
        found.records.sort_by_key(|record| record.received_at);
        Ok(found)
    }

    fn alone(record: Record) -> Self {
        Self { records: vec![record], elsewhere: 0, frameworks: 0, has_more: false }
    }
}

/// From one of the person's records. While that one is masked it stands alone: the others would tell whose it is. A reason
/// unmasks every protected record among them, and stands in the history of each. Every record that is shown is logged as read.
pub fn read(book: &impl Book, names: &impl Names, staff: &Staff, request: &ReadRecordRequest) -> Decided<DeskPerson> {
    let first = match seen(book, staff, &request.reference)? {
        Ok(record) => record,
        Err(problem) => return Ok(Err(problem)),
    };
    let reason = request.reason.as_deref();
    let is_masked = first.protected && reason.is_none();
    let found = if is_masked { Found::alone(first) } else { Found::of(book, names, staff, first)? };
    if let Some(reason) = reason.filter(|_| found.records.iter().any(|record| record.protected))
        && let Err(problem) = change::check_reason(reason)
    {
        return Ok(Err(problem));
    }
    let mut records = Vec::new();
    for record in &found.records {
        let opened = match open(book, staff, record, reason, "person")? {
            // Its history cannot hold the reason: it stays masked, and hides no other.
            Err(Problem::RecordFull) => open(book, staff, record, None, "person")?,
            opened => opened,
        };
        match opened {
            Ok((record, is_masked)) => records.push(alone(book, &record, is_masked)?),
            Err(problem) => return Ok(Err(problem)),
        }
    }
    let Found { elsewhere, frameworks, has_more, .. } = found;
    Ok(Ok(DeskPerson { records, elsewhere, frameworks, has_more }))
}

/// A file is about to be made of it: the log has a line for every record in it.
pub fn export(book: &impl Book, names: &impl Names, staff: &Staff, request: &ExportPersonRequest) -> Decided<()> {
    let first = match seen(book, staff, &request.reference)? {
        Ok(record) => record,
        Err(problem) => return Ok(Err(problem)),
    };
    for record in Found::of(book, names, staff, first)?.records {
        log::write(book, staff, request.file.logged(), record.reference.as_str())?;
    }
    Ok(Ok(()))
}
