//! What staff note about a record without deciding about it: that it is protected or restricted, its number in the register,
//! a corrected answer.

use super::change::{self, reason};
use super::{Book, Decided, Event, Happening, LinkKind, Names, Record, StorageFailed, receive, requests};
use crate::answer;
use crate::call::{DraftId, SendRequest};
use crate::desk::call::{CorrectRequest, EnterRequest, Mark, MarkRequest, RegistryRequest};
use crate::outbox::{Fact, Subject, Task};
use crate::problem::{Fault, Problem};
use crate::question::Kind;

/// The longest number in a register, such as `1-234/2026`.
const REGISTRY_MAX: u16 = 40;

/// Marks a record, or ends that.
pub fn mark(book: &impl Book, id: &DraftId, by: &str, request: &MarkRequest) -> Decided<Record> {
    let reason = match reason(&request.reason, "reason") {
        Ok(reason) => reason,
        Err(problem) => return Ok(Err(problem)),
    };
    let Some(record) = book.record(id)? else { return Ok(Err(Problem::NotFound)) };
    let (is_so, what) = match request.mark {
        Mark::Protected => (record.protected, Happening::Protected(request.is_so)),
        Mark::Restricted => (record.restricted, Happening::Restricted(request.is_so)),
    };
    if is_so == request.is_so {
        // Twice is the same as once.
        return Ok(Ok(record));
    }
    if record.version != request.seen {
        return Ok(Err(Problem::Changed));
    }
    let mut next = record.after(Event::by(what, book.now(), by, Some(reason)));
    match request.mark {
        Mark::Protected => next.protected = request.is_so,
        Mark::Restricted => next.restricted = request.is_so,
    }
    book.put_changed(&next)?;
    if next.restricted && !record.restricted {
        requests::rest(book, &next)?;
        next = book.record(id)?.unwrap_or(next);
    }
    Ok(Ok(next))
}

/// Gives a record its number in the register, or takes it away.
pub fn register(book: &impl Book, id: &DraftId, by: &str, request: &RegistryRequest) -> Decided<Record> {
    let number = match request.number.as_deref().map(str::trim).filter(|number| !number.is_empty()) {
        Some(number) => match answer::check_text(Kind::ShortText { max: REGISTRY_MAX }, number) {
            Ok(number) => Some(number),
            Err(kind) => return Ok(Err(vec![Fault::of("number", kind)].into())),
        },
        None => None,
    };
    let Some(record) = book.record(id)? else { return Ok(Err(Problem::NotFound)) };
    if record.registry == number {
        return Ok(Ok(record));
    }
    if record.version != request.seen {
        return Ok(Err(Problem::Changed));
    }
    let mut next = record.after(Event::by(Happening::Registered, book.now(), by, number.clone()));
    next.registry = number;
    book.put_changed(&next)?;
    Ok(Ok(next))
}

/// Puts corrected answers in the place of those that stand. What arrived is kept beside them, and letters go to a corrected
/// address from then on.
pub fn correct(
    book: &impl Book,
    names: &impl Names,
    id: &DraftId,
    by: &str,
    request: &CorrectRequest,
) -> Decided<Record> {
    let reason = match reason(&request.reason, "reason") {
        Ok(reason) => reason,
        Err(problem) => return Ok(Err(problem)),
    };
    let before = book.record(id)?.and_then(|record| record.email());
    let edited = change::edit_by(book, id, request.seen, &request.draft, by, Some(reason))?;
    if let Ok(record) = &edited {
        index_address(book, names, record)?;
        if record.email() != before {
            write_anew(book, record)?;
        }
    }
    Ok(edited)
}

/// Links that went to another address open nothing any more; the one that is right now gets the first letter.
fn write_anew(book: &impl Book, record: &Record) -> Result<(), StorageFailed> {
    book.remove_links(&record.id, LinkKind::Mailed)?;
    book.remove_sessions(&record.id, LinkKind::Mailed)?;
    if record.draft.is_suspect() || record.standing.is_end() {
        return Ok(());
    }
    book.put_task(&Subject::Record(record.id.clone()), &Task::new(Fact::ApplicantLetter, book.now()))
}

/// Enters what came on paper or by telephone: as if the person had sent it, with how it came in the history.
pub fn enter(book: &impl Book, names: &impl Names, by: &str, request: &EnterRequest, samples: bool) -> Decided<Record> {
    let reason = match reason(&request.reason, "reason") {
        Ok(reason) => reason,
        // Everything at once: the form's own questions first, as they stand.
        Err(Problem::Faults { faults }) => {
            return Ok(Err([request.draft.check().err().unwrap_or_default(), faults].concat().into()));
        }
        Err(problem) => return Ok(Err(problem)),
    };
    let sent = SendRequest {
        id: request.id.clone(),
        receipt_hash: request.receipt_hash.clone(),
        draft: request.draft.clone(),
    };
    // Staff enter many for people who share an address, such as a department's.
    let sent = match receive::send(book, names, &sent, samples, u32::MAX)? {
        Ok(sent) => sent,
        Err(problem) => return Ok(Err(problem)),
    };
    let id = book.by_reference(&sent.receipt.reference)?.ok_or(StorageFailed)?;
    let record = book.record(&id)?.ok_or(StorageFailed)?;
    if !sent.is_new {
        return Ok(Ok(record));
    }
    let next = record.after(Event::by(Happening::Entered, book.now(), by, Some(reason)));
    book.put_changed(&next)?;
    Ok(Ok(next))
}

/// Notes by which address a record is found.
pub fn index_address(book: &impl Book, names: &impl Names, record: &Record) -> Result<(), StorageFailed> {
    match record.email() {
        Some(email) => book.put_address(&names.address_name(&email), &record.id),
        None => Ok(()),
    }
}
