//! After the sealing key was changed: every copy is sealed anew, page by page, until none is left under an old key.

use super::founding::SETTLED_MS;
use super::work::ready;
use super::{Book, Copies, CopyFailed, Office, StorageFailed, copy_name};
use crate::call::Millis;
use serde::{Deserialize, Serialize};

const FOLDERS: [&str; 5] =
    [copy_name::RECORDS, copy_name::LIVE, copy_name::DOCUMENTS, copy_name::SPOOL, copy_name::ERASED];
/// After a listing that failed, and between two rounds.
const PAUSE_MS: Millis = 60 * 1000;
/// The note of how far it has come.
const NOTE: &str = "rotation";

/// How far a rotation has come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rotation {
    /// The id of the key that seals.
    pub key: String,
    /// When that key was first seen, and when the present round began.
    pub since: Millis,
    pub began: Millis,
    /// Index of the folder, and where its next page begins.
    folder: usize,
    from: Option<String>,
    /// Of the present round.
    pub sealed: u32,
    /// Names of copies that do not open; of the present round, at most [`UNREADABLE_MAX`].
    pub unreadable: Vec<String>,
    pub is_over: bool,
}

/// Enough to look into; each is about 140 bytes in the note.
const UNREADABLE_MAX: usize = 20;

/// One page of a rotation, if one is due. Says when the next is.
pub async fn step<O: Office>(office: &O) -> Result<Option<Millis>, StorageFailed> {
    let Some((_, copies)) = ready(office) else { return Ok(None) };
    let key = copies.sealing_key();
    let (mut rotation, now) = office.look(|book| Ok((read(book)?, book.now())))?;
    if rotation.key != key {
        rotation = Rotation { key, since: now, began: now, ..Rotation::default() };
    }
    if rotation.is_over {
        return Ok(None);
    }
    if rotation.began > now {
        return Ok(Some(rotation.began));
    }
    let is_listed = page(office, copies, &mut rotation).await;
    let pause_ms = if is_listed { 0 } else { PAUSE_MS };
    let next = if rotation.is_over { None } else { Some(rotation.began.max(now.saturating_add(pause_ms))) };
    let note = serde_json::to_string(&rotation).unwrap_or_default();
    office.atomically(move |book| book.put_note(NOTE, &note)).await?;
    Ok(next)
}

pub fn read(book: &impl Book) -> Result<Rotation, StorageFailed> {
    Ok(book.note(NOTE)?.and_then(|note| crate::json::read(note.as_bytes()).ok()).unwrap_or_default())
}

/// One page; says whether it could be listed.
async fn page<O: Office>(office: &O, copies: &O::Copies, rotation: &mut Rotation) -> bool {
    let folder = FOLDERS.get(rotation.folder).copied().unwrap_or_default();
    let Ok(listing) = copies.list(folder, rotation.from.clone()).await else {
        office.say("rotation: copies could not be listed");
        // KV may not know that page any more: the folder begins anew.
        rotation.from = None;
        return false;
    };
    for name in listing.names {
        match anew(office, copies, &name).await {
            // What could not be reached this time makes the round one that found something.
            Ok(true) | Err(CopyFailed::Unreachable) => rotation.sealed = rotation.sealed.saturating_add(1),
            Err(CopyFailed::DoesNotOpen)
                if rotation.unreadable.len() < UNREADABLE_MAX && !rotation.unreadable.contains(&name) =>
            {
                rotation.unreadable.push(name);
            }
            Ok(false) | Err(CopyFailed::DoesNotOpen) => {}
        }
    }
    rotation.from = listing.next;
    if rotation.from.is_none() {
        rotation.folder = rotation.folder.saturating_add(1);
    }
    if rotation.folder >= FOLDERS.len() {
        end_round(office, rotation);
    }
    true
}

/// Seals one copy anew; says whether there was anything to do. What KV reads may be a minute old, and so may be erased by now:
/// sealing it anew would bring it back, so it is taken out instead, before and after.
async fn anew<O: Office>(office: &O, copies: &O::Copies, name: &str) -> Result<bool, CopyFailed> {
    let record = copy_name::parse_record(name).map(|(record, _)| record).or_else(|| copy_name::parse_spooled(name));
    let is_erased = || match record {
        Some(record) => office.look(|book| Ok(book.erasure(record)?.is_some())).map_err(|_| CopyFailed::Unreachable),
        None => Ok(false),
    };
    let was_old = !is_erased()? && copies.seal_anew(name).await?;
    if is_erased()? {
        copies.remove(name).await?;
        return Ok(true);
    }
    Ok(was_old)
}

/// The last round is one that found nothing and began late enough after the new key was first seen: an earlier listing may not
/// have a copy yet that was sealed under the old one. Otherwise another begins after a while.
fn end_round(office: &impl Office, rotation: &mut Rotation) {
    let settled_at = rotation.since.saturating_add(SETTLED_MS);
    rotation.is_over = rotation.sealed == 0 && rotation.began >= settled_at;
    if rotation.is_over {
        office.say("rotation: no copy that opens is under an old key");
        return;
    }
    let now = office.look(|book| Ok(book.now())).unwrap_or(rotation.began);
    rotation.began = settled_at.max(now.saturating_add(PAUSE_MS));
    rotation.folder = 0;
    rotation.sealed = 0;
    rotation.unreadable.clear();
}
