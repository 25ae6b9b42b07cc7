//! Whether a ledger without rows is a new one, or one that was lost. A lost one takes nothing, sends nothing and takes up
//! nothing until it has been restored: what it does not know was done would be done again.

use super::work::ready;
use super::{Book, Copies, Office, StorageFailed, copy_name};
use crate::call::Millis;

/// Set once a ledger is known to be new, or was restored.
const FOUNDED: &str = "founded";
/// When it was found to be lost; empty when it no longer is.
const LOST: &str = "lost-since";
/// What was kept or removed just before the loss may not be listed yet, or still be (KV: 60 s and more).
pub const SETTLED_MS: Millis = 3 * 60 * 1000;

/// Whether it may do anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Founding {
    Founded,
    /// It lets an administrator in, who restores it, and does nothing else.
    Lost,
    /// It cannot tell, because KV does not answer, and does nothing.
    Unknown,
}

/// Finds out which it is.
pub async fn state<O: Office>(office: &O) -> Result<Founding, StorageFailed> {
    let (is_founded, is_lost, is_empty) =
        office.look(|book| Ok((is_settled(book)?, lost_since(book)?.is_some(), book.is_empty()?)))?;
    if is_founded || is_lost {
        return Ok(if is_founded { Founding::Founded } else { Founding::Lost });
    }
    if is_empty {
        let Some((_, copies)) = ready(office) else { return Ok(Founding::Unknown) };
        for folder in [copy_name::RECORDS, copy_name::ERASED, copy_name::LIVE, copy_name::DOCUMENTS] {
            let Ok(listing) = copies.list(folder, None).await else { return Ok(Founding::Unknown) };
            // An empty page is not the end.
            if !listing.names.is_empty() || listing.next.is_some() {
                office.say("the ledger is empty and its copies are not: it was lost, and waits to be restored");
                office.atomically(|book| book.put_note(LOST, &book.now().to_string())).await?;
                return Ok(Founding::Lost);
            }
        }
    }
    office.atomically(found).await?;
    Ok(Founding::Founded)
}

/// From now on it may do everything.
pub fn found<B: Book>(book: &B) -> Result<(), StorageFailed> {
    book.put_note(FOUNDED, &book.now().to_string())?;
    book.put_note(LOST, "")
}

/// Whether it is known to be a new one, or its restoring has ended.
pub(super) fn is_settled(book: &impl Book) -> Result<bool, StorageFailed> {
    Ok(book.note(FOUNDED)?.is_some())
}

/// When a restoring may begin, if that is later than now.
pub fn must_wait_until(book: &impl Book) -> Result<Option<Millis>, StorageFailed> {
    let may_begin = lost_since(book)?.map(|since| since.saturating_add(SETTLED_MS));
    Ok(may_begin.filter(|at| *at > book.now()))
}

fn lost_since(book: &impl Book) -> Result<Option<Millis>, StorageFailed> {
    Ok(book.note(LOST)?.and_then(|note| note.parse().ok()))
}
