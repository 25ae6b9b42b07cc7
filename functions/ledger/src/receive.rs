//! Receiving applications and finding their receipts.

use crate::answer::Decided;
use crate::clock;
use crate::rows::Rows;
use domain::call::{DraftId, FindRequest, Receipt, SendRequest};
use domain::ledger::{Link, LinkKind, Received, Record, receive};
use domain::link::LinkHash;
use domain::problem::{Fault, FaultKind, own_field};
use domain::reference::Reference;
use vault::ReferenceKey;
use worker::{Error, Result};

/// Sample values of what is undecided count in development only.
const SAMPLES: bool = cfg!(feature = "dev");
/// Draws before giving up: even with a million references taken, four in a row are taken once in 10^15 applications.
const REFERENCE_DRAWS_MAX: u32 = 100;

/// A receipt, and whether it is the first for its id.
pub struct Sent {
    pub receipt: Receipt,
    pub is_new: bool,
}

/// Keeps an application with its link and its outbox, or says why not. To be run in one transaction.
pub fn send(rows: &Rows, key: &ReferenceKey, request: &SendRequest) -> Decided<Sent> {
    let (id, receipt_hash) = match request.keys() {
        Ok(keys) => keys,
        Err(faults) => return Ok(Err(faults.into())),
    };
    let known = known(rows, &id)?;
    if known.is_none() && rows.link(&receipt_hash)?.is_some() {
        // One secret opens one application.
        return Ok(Err(vec![Fault::of(own_field::RECEIPT_HASH, FaultKind::Malformed)].into()));
    }
    let reference = match &known {
        Some((record, _)) => record.reference.clone(),
        None => free_reference(rows, key, &id)?,
    };
    let known = known.as_ref().map(|(record, link)| (record, link));
    match receive(request, known, clock::now(rows), SAMPLES, || reference) {
        Err(problem) => Ok(Err(problem)),
        Ok(Received::Again(receipt)) => Ok(Ok(Sent { receipt, is_new: false })),
        Ok(Received::New { record, link, tasks, receipt }) => {
            rows.put_record(&record)?;
            rows.put_link(&record.id, &link)?;
            for task in &tasks {
                rows.put_task(&record.id, task)?;
            }
            Ok(Ok(Sent { receipt, is_new: true }))
        }
    }
}

/// The receipt of an id, for whoever holds the hash of its link.
pub fn find(rows: &Rows, request: &FindRequest) -> Decided<Option<Receipt>> {
    let (Some(id), Some(hash)) = (DraftId::parse(&request.id), LinkHash::parse(&request.receipt_hash)) else {
        return Ok(Err(vec![Fault::of(own_field::ID, FaultKind::Malformed)].into()));
    };
    Ok(Ok(known(rows, &id)?.filter(|(_, link)| *link == hash).map(|(record, _)| record.receipt())))
}

/// The record of an id with the hash of its receipt's link.
fn known(rows: &Rows, id: &DraftId) -> Result<Option<(Record, LinkHash)>> {
    let Some(record) = rows.record(id)? else { return Ok(None) };
    let links: Vec<Link> = rows.links(id)?;
    let link = links.into_iter().find(|link| link.kind == LinkKind::Receipt);
    link.map(|link| (record, link.hash)).map(Some).ok_or_else(|| Error::from("a record has no link"))
}

/// The first reference of the id's own row of references that nobody has.
fn free_reference(rows: &Rows, key: &ReferenceKey, id: &DraftId) -> Result<Reference> {
    for counter in 0..REFERENCE_DRAWS_MAX {
        let reference = Reference::of_hash(&key.reference(id.as_str(), counter));
        if !rows.is_taken(&reference)? {
            return Ok(reference);
        }
    }
    Err(Error::from("no free reference"))
}
