//! Taking up what was spooled while the ledger could not be reached.

use super::spool::{Spooled, TakenUp, take_up};
use super::work::ready;
use super::{Book, Copies, CopyFailed, Office, StorageFailed, copy_name};
use crate::call::Millis;

/// How often the spool is looked through: 288 listings a day, of the 1,000 that KV's free plan allows.
pub const PAUSE_MS: Millis = 5 * 60 * 1000;
/// The note of where the next sweep begins, when one did not reach the end.
const NOTE: &str = "sweep-from";

/// Takes up a page of what is spooled, and says whether there is more: one alarm may not ask KV for everything. What cannot
/// be taken up stays where it is, and staff are shown it.
pub async fn sweep<O: Office>(office: &O) -> Result<bool, StorageFailed>
where
    O::Names: Clone + 'static,
{
    let Some((names, copies)) = ready(office) else { return Ok(false) };
    let from = office.look(|book| book.note(NOTE))?.filter(|from| !from.is_empty());
    let is_first = from.is_none();
    let Ok(listing) = copies.list(copy_name::SPOOL, from).await else {
        office.say("spool: could not be listed");
        if !is_first {
            // KV may not know that page any more.
            office.atomically(|book| book.put_note(NOTE, "")).await?;
        }
        return Ok(false);
    };
    for name in listing.names {
        one(office, names, copies, name).await?;
    }
    let has_more = listing.next.is_some();
    if has_more || !is_first {
        let next = listing.next.unwrap_or_default();
        office.atomically(move |book| book.put_note(NOTE, &next)).await?;
    }
    Ok(has_more)
}

async fn one<O: Office>(office: &O, names: &O::Names, copies: &O::Copies, name: String) -> Result<(), StorageFailed>
where
    O::Names: Clone + 'static,
{
    let kept = match copies.read(&name).await {
        Ok(Some(text)) => crate::json::read::<Spooled>(&text).ok(),
        Err(CopyFailed::DoesNotOpen) => None,
        // Removed meanwhile, or not to be had now.
        Ok(None) | Err(CopyFailed::Unreachable) => return Ok(()),
    };
    let (names, samples, place) = (names.clone(), office.samples(), name.clone());
    let taken = office.atomically(move |book| {
        let is_erased = match copy_name::parse_spooled(&place) {
            Some(name) => book.erasure(name)?.is_some(),
            None => false,
        };
        let taken = match &kept {
            // Whether it opens or not.
            _ if is_erased => TakenUp::Erased,
            Some(kept) => take_up(book, &names, kept, samples)?,
            None => TakenUp::Aside("it does not open"),
        };
        match taken {
            TakenUp::Aside(why) => book.put_aside(&place, why)?,
            TakenUp::Kept | TakenUp::Sealed | TakenUp::Erased => book.remove_aside(&place)?,
        }
        Ok(taken)
    });
    // One that cannot be taken up now keeps nobody else's waiting.
    let Ok(taken) = taken.await else {
        office.say("spool: an application could not be taken up");
        return Ok(());
    };
    match taken {
        TakenUp::Aside(why) => office.say(&format!("spool: an application stays there: {why}")),
        // The next sweep finds it sealed.
        TakenUp::Kept => {}
        // Should the copy stay, the next sweep finds it known and removes it.
        TakenUp::Sealed | TakenUp::Erased => drop(copies.remove(&name).await),
    }
    Ok(())
}
