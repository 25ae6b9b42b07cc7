//! What follows once a record's letters are settled: its next version tells of them, or it is erased, because its people
//! wanted that and have been told.

use super::{Book, Names, Office, Record, StorageFailed, change};
use crate::call::DraftId;
use crate::outbox::{Fact, Subject};

/// Records renewed in one transaction.
const RENEWED_AT_ONCE: usize = 50;

/// Does what follows; says for how many records.
pub async fn renew<O: Office>(office: &O) -> Result<usize, StorageFailed> {
    let (renewed, over) = office.atomically(renew_stale::<O::Book>).await?;
    Ok(renewed.saturating_add(erase_over(office, over).await?))
}

/// Gives records whose letters are settled their next version, once for all letters that were due together; says how many,
/// and which are to be erased now that nobody is left to be told.
fn renew_stale<B: Book>(book: &B) -> Result<(usize, Vec<DraftId>), StorageFailed> {
    let stale = book.stale(book.now(), RENEWED_AT_ONCE)?;
    let mut over = Vec::new();
    for id in &stale {
        if book.record(id).is_ok_and(|record| record.is_some_and(|record| record.is_to_be_erased())) {
            let tasks = book.tasks(&Subject::Record(id.clone()))?;
            if tasks.iter().all(|task| !task.fact.is_of_a_framework() || task.state.is_final() || is_dropped(task.fact))
            {
                over.push(id.clone());
                continue;
            }
        }
        // A record that cannot be read holds up nobody else's; its task for sealing says so again and again.
        if let Ok(Some(record)) = book.record(id) {
            book.put_changed(&Record { version: record.version.saturating_add(1), ..record })?;
        }
        book.set_stale(id, false)?;
    }
    Ok((stale.len().saturating_sub(over.len()), over))
}

/// Whether a letter that is due later will never go once the framework has ended.
const fn is_dropped(fact: Fact) -> bool {
    matches!(fact, Fact::MentorLetter | Fact::MentorReminder | Fact::NoAnswerLetter)
}

/// Erases what its two people have ended for good; says how many.
async fn erase_over<O: Office>(office: &O, over: Vec<DraftId>) -> Result<usize, StorageFailed> {
    let mut erased = 0;
    for id in over {
        let Some(name) = office.names().map(|names| names.record_name(id.as_str())) else { break };
        if office.atomically(move |book| change::erase_named(book, name, &id)).await?.is_ok() {
            erased += 1;
        }
    }
    Ok(erased)
}
