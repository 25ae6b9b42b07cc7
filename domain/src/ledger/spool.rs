//! Applications that arrive while the ledger cannot be reached: sealed into KV, and taken up later under the same reference.

use super::documents::CLOSURES;
use super::receive::{self, new_record};
use super::{Book, Copies, CopyFailed, Document, Happening, Names, Record, StorageFailed, copy_name, opening};
use crate::application::Application;
use crate::call::{FindRequest, Millis, Receipt, SendRequest};
use crate::desk::closure::Closure;
use crate::link::LinkHash;
use crate::live::{Live, LiveVersion};
use crate::outbox::{Fact, Subject, TaskState};
use crate::problem::{Fault, FaultKind, Problem, own_field};
use crate::programme::Programme;
use crate::reference::Reference;
use serde::{Deserialize, Serialize};

/// What is kept of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spooled {
    /// With the draft as it was checked.
    pub request: SendRequest,
    pub fingerprint: LinkHash,
    /// What the person was told.
    pub receipt: Receipt,
}

/// Keeps an application in the spool, or says why not. Whether its programme is open is judged by what was last known of it,
/// else by the copy of its live half, else by its file; which days are closed, by the copy of their list. Where it seems not to
/// take the application nobody knows: the ledger may have taken it already, and will say.
pub async fn put(
    copies: &impl Copies,
    names: &impl Names,
    request: &SendRequest,
    last_known: Option<Live>,
    now: Millis,
    samples: bool,
) -> Result<Receipt, Problem> {
    let (id, hash) = request.keys()?;
    let application = request.draft.check()?;
    let name = names.record_name(id.as_str());
    let fingerprint = application.fingerprint();
    if let Some(earlier) = entries(copies, &name).await?.into_iter().next() {
        if earlier.request.receipt_hash != hash.as_str() {
            return Err(vec![Fault::of(own_field::RECEIPT_HASH, FaultKind::Malformed)].into());
        }
        return if earlier.fingerprint == fingerprint {
            Ok(earlier.receipt)
        } else {
            Err(Problem::OtherAnswers { receipt: earlier.receipt })
        };
    }
    if reached(copies.read(&copy_name::erased(&name)).await)?.is_some() {
        return Err(Problem::Erased);
    }
    let live = match last_known {
        Some(live) => live,
        None => live_of_copies(copies, application.programme(), samples).await?,
    };
    receive::may_be_taken(&application, &live, now).map_err(|problem| match problem {
        Problem::NotOpen { .. } | Problem::IsOpen => Problem::Unreachable,
        other => other,
    })?;
    let closures = closures_of_copies(copies).await?;
    let receipt = Receipt {
        reference: Reference::of_hash(&names.reference(id.as_str(), 0)),
        received_at: now,
        answer_by: receive::promised(&application, now, samples, &closures),
        programme: request.draft.programme.clone(),
        role: request.draft.role.clone(),
        spooled: true,
    };
    let kept = Spooled {
        request: SendRequest { draft: application.to_draft(), ..request.clone() },
        fingerprint: fingerprint.clone(),
        receipt: receipt.clone(),
    };
    let text = serde_json::to_vec(&kept).map_err(|_| Problem::Unreachable)?;
    reached(copies.keep(&copy_name::spooled(&name, &fingerprint), &text, false).await)?;
    Ok(receipt)
}

/// The newest copy of a programme's live half; its file where staff have never set one.
async fn live_of_copies(copies: &impl Copies, programme: &Programme, samples: bool) -> Result<Live, Problem> {
    let newest = newest(copies, &format!("{}{}/", copy_name::LIVE, programme.slug)).await?;
    let Some(text) = newest else { return Ok(Live::of_file(programme, samples)) };
    crate::json::read::<LiveVersion>(&text).map(|version| version.live).map_err(|_| Problem::Unreachable)
}

/// The newest copy of the closed days; none where staff have never set any.
async fn closures_of_copies(copies: &impl Copies) -> Result<Vec<Closure>, Problem> {
    let newest = newest(copies, &format!("{}{CLOSURES}/", copy_name::DOCUMENTS)).await?;
    let Some(text) = newest else { return Ok(Vec::new()) };
    let read = crate::json::read::<Document>(&text).and_then(|document| crate::json::read(document.body.as_bytes()));
    read.map_err(|_| Problem::Unreachable)
}

/// What the copy with the highest version in a folder holds.
async fn newest(copies: &impl Copies, folder: &str) -> Result<Option<Vec<u8>>, Problem> {
    let listed = reached(copies.list_all(folder).await)?;
    let version = |copy: &String| copy.rsplit('/').next().and_then(|version| version.parse::<u32>().ok()).unwrap_or(0);
    let Some(newest) = listed.iter().max_by_key(|copy| version(copy)) else { return Ok(None) };
    reached(copies.read(newest).await)?.ok_or(Problem::Unreachable).map(Some)
}

/// The receipt of a spooled id, for whoever holds the hash of its link. Without one nobody knows: the ledger may have it.
pub async fn find(copies: &impl Copies, names: &impl Names, request: &FindRequest) -> Result<Receipt, Problem> {
    let found = entries(copies, &names.record_name(&request.id)).await?;
    let own = found.into_iter().find(|kept| kept.request.receipt_hash == request.receipt_hash);
    own.map(|kept| kept.receipt).ok_or(Problem::Unreachable)
}

fn reached<T>(outcome: Result<T, CopyFailed>) -> Result<T, Problem> {
    outcome.map_err(|_| Problem::Unreachable)
}

/// What is spooled under one id: one entry, or more when two places of the world took different answers at once.
async fn entries(copies: &impl Copies, name: &str) -> Result<Vec<Spooled>, Problem> {
    let mut found = Vec::new();
    for copy in reached(copies.list_all(&format!("{}{name}/", copy_name::SPOOL)).await)? {
        let text = reached(copies.read(&copy).await)?;
        found.extend(text.and_then(|text| crate::json::read::<Spooled>(&text).ok()));
    }
    found.sort_by_key(|kept| kept.receipt.received_at);
    Ok(found)
}

/// What became of a spooled application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenUp {
    /// It is in the ledger, and its own copy is still to be sealed: until then the spool's stays.
    Kept,
    /// It is in the ledger and its own copy is sealed; the spool's may go.
    Sealed,
    /// It was erased; the spool's copy may go.
    Erased,
    /// Other answers stand under its id, or its programme is gone: the copy stays, and staff are shown it.
    Aside(&'static str),
}

/// Takes a spooled application into the ledger. A receipt was given, so nothing can refuse it any more.
pub fn take_up(book: &impl Book, names: &impl Names, kept: &Spooled, samples: bool) -> Result<TakenUp, StorageFailed> {
    let Ok((id, hash)) = kept.request.keys() else { return Ok(TakenUp::Aside("not of our form")) };
    if book.erasure(&names.record_name(id.as_str()))?.is_some() {
        return Ok(TakenUp::Erased);
    }
    if let Some(record) = book.record(&id)? {
        return merge(book, &record, kept);
    }
    let Some(application) = Application::kept(&kept.request.draft) else {
        return Ok(TakenUp::Aside("its programme is gone"));
    };
    if book.link(&hash)?.is_some() {
        return Ok(TakenUp::Aside("its link opens another application"));
    }
    let live = opening::current(book, application.programme(), samples)?.live;
    let receipt = &kept.receipt;
    let arrived = Record {
        reference: receive::free_reference(book, names, &id)?,
        fingerprint: kept.fingerprint.clone(),
        ..new_record(id, &application, receipt.received_at, receipt.answer_by.clone())
    };
    let record = Record { version: 1, ..arrived.with(Happening::TakenUp, book.now()) };
    receive::keep(book, names, &record, hash, &application, &live)?;
    Ok(TakenUp::Kept)
}

/// It was sent again after the ledger came back: what arrived first is when it arrived.
fn merge(book: &impl Book, record: &Record, kept: &Spooled) -> Result<TakenUp, StorageFailed> {
    if record.fingerprint != kept.fingerprint {
        return Ok(TakenUp::Aside("other answers arrived under its id"));
    }
    if kept.receipt.received_at < record.received_at {
        let mut earlier = record.with(Happening::TakenUp, book.now());
        earlier.received_at = kept.receipt.received_at;
        earlier.answer_by.clone_from(&kept.receipt.answer_by);
        book.put_changed(&earlier)?;
    }
    // A restored record has one that is done: it came from its copy.
    let seal = book.task(&Subject::Record(record.id.clone()), Fact::SealRecord)?;
    let is_sealed = seal.is_some_and(|task| task.state == TaskState::Done);
    Ok(if is_sealed { TakenUp::Sealed } else { TakenUp::Kept })
}
