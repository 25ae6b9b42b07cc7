//! Receiving applications and finding their receipts.

use super::{Book, Decided, Event, Happening, Link, LinkKind, Names, Record, StorageFailed, documents, opening};
use crate::application::Application;
use crate::calendar;
use crate::call::{DraftId, FindRequest, Millis, Receipt, SendRequest};
use crate::desk::closure::{self, Closure};
use crate::framework::Framework;
use crate::gate::{Answer, decide};
use crate::link::LinkHash;
use crate::live::Live;
use crate::outbox::{Fact, Subject, Task};
use crate::problem::{Fault, FaultKind, Problem, own_field};
use crate::programme::Role;
use crate::reference::Reference;
use crate::standing::Standing;

/// Draws before giving up: even with a million references taken, four in a row are taken once in 10^15 applications.
const REFERENCE_DRAWS_MAX: u32 = 100;

/// Different applications for one address in [`ADDRESS_WINDOW_MS`], where nothing else is configured.
pub const ADDRESS_LIMIT: u32 = 5;
/// How long an application counts for its address: an hour.
pub const ADDRESS_WINDOW_MS: Millis = 60 * 60 * 1000;

/// A receipt, and whether it is the first for its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    pub receipt: Receipt,
    pub is_new: bool,
}

/// Keeps an application with its link and its outbox, or says why not. `address_limit` is how many different ones may arrive
/// for one email address in [`ADDRESS_WINDOW_MS`].
pub fn send(
    book: &impl Book,
    names: &impl Names,
    request: &SendRequest,
    samples: bool,
    address_limit: u32,
) -> Decided<Sent> {
    let (id, receipt_hash) = match request.keys() {
        Ok(keys) => keys,
        Err(faults) => return Ok(Err(faults.into())),
    };
    if let Some((record, link)) = known(book, &id)? {
        return Ok(again(request, &record, &link, &receipt_hash));
    }
    if book.erasure(&names.record_name(id.as_str()))?.is_some() {
        return Ok(Err(Problem::Erased));
    }
    if book.link(&receipt_hash)?.is_some() {
        // One secret opens one application.
        return Ok(Err(vec![Fault::of(own_field::RECEIPT_HASH, FaultKind::Malformed)].into()));
    }
    let application = match request.draft.check() {
        Ok(application) => application,
        Err(faults) => return Ok(Err(faults.into())),
    };
    let now = book.now();
    let live = opening::current(book, application.programme(), samples)?.live;
    if let Err(problem) = may_be_taken(&application, &live, now) {
        return Ok(Err(problem));
    }
    if let Some(email) = application.email()
        && let before = book.arrivals(&names.address_name(email), now.saturating_sub(ADDRESS_WINDOW_MS))?
        && let Answer::Wait { seconds } = decide(&before, id.as_str(), address_limit, ADDRESS_WINDOW_MS, now)
    {
        return Ok(Err(Problem::TooManyAttempts { retry_after_s: seconds }));
    }
    let closures = documents::closures(book)?.closures;
    let record = Record {
        reference: free_reference(book, names, &id)?,
        ..new_record(id, &application, now, promised(&application, now, samples, &closures))
    };
    keep(book, names, &record, receipt_hash, &application, &live)?;
    Ok(Ok(Sent { receipt: record.receipt(), is_new: true }))
}

/// Whether the programme takes that role's form now; nobody waits for what is open.
pub fn may_be_taken(application: &Application, live: &Live, now: Millis) -> Result<(), Problem> {
    let today = calendar::day(now);
    if application.role() == Role::Waiting && live.is_open(&today) {
        return Err(Problem::IsOpen);
    }
    live.takes(application.role(), &today)
}

/// The working day by which something happens, if the university has decided how long that may take. Who waits is told when
/// it opens, and nobody knows when that is; what two people agree on is not answered by the university.
pub fn promised(application: &Application, now: Millis, samples: bool, closures: &[Closure]) -> Option<String> {
    let days = application.programme().answer_days.value(samples)?;
    (!matches!(application.role(), Role::Waiting | Role::Framework))
        .then(|| closure::working_day_after(closures, now, days))
}

/// A record as it is when it arrives, with the first of its references.
pub fn new_record(id: DraftId, application: &Application, received_at: Millis, answer_by: Option<String>) -> Record {
    Record {
        id,
        reference: Reference::of_hash(&[0; 32]),
        version: 1,
        received_at,
        answer_by,
        draft: application.to_draft(),
        arrived: None,
        fingerprint: application.fingerprint(),
        standing: Standing::Received,
        history: vec![Event::of(Happening::Received, received_at)],
        framework: (application.role() == Role::Framework)
            .then(|| Framework::of(&application.to_draft(), received_at))
            .flatten()
            .map(Box::new),
        decision: None,
        registry: None,
        protected: false,
        restricted: false,
        number: 0,
        asked: Vec::new(),
        mentor: None,
        requests: Vec::new(),
        wishes: None,
    }
}

/// Stores a new record with its link and everything that must happen then.
pub fn keep(
    book: &impl Book,
    names: &impl Names,
    record: &Record,
    receipt_hash: LinkHash,
    application: &Application,
    live: &Live,
) -> Result<(), StorageFailed> {
    let now = book.now();
    let number = next_number(book)?;
    let record = &Record { number, ..record.clone() };
    book.put_record(record)?;
    if let Some(email) = application.email() {
        let address = names.address_name(email);
        book.put_arrival(&address, &record.id, record.received_at)?;
        book.put_address(&address, &record.id)?;
    }
    book.put_link(&record.id, &Link { hash: receipt_hash, kind: LinkKind::Receipt, made_at: now })?;
    let subject = Subject::Record(record.id.clone());
    for task in tasks(application, now) {
        book.put_task(&subject, &task)?;
    }
    opening::announce(book, record, live)
}

/// The note of how many have arrived.
const NUMBERED: &str = "numbered";

fn next_number(book: &impl Book) -> Result<u32, StorageFailed> {
    let last: u32 = book.note(NUMBERED)?.and_then(|note| note.parse().ok()).unwrap_or(0);
    let number = last.saturating_add(1);
    book.put_note(NUMBERED, &number.to_string())?;
    Ok(number)
}

/// A restored record has its number; the next one gets a later one.
pub(super) fn note_number(book: &impl Book, record: &Record) -> Result<(), StorageFailed> {
    let last: u32 = book.note(NUMBERED)?.and_then(|note| note.parse().ok()).unwrap_or(0);
    if record.number > last { book.put_note(NUMBERED, &record.number.to_string()) } else { Ok(()) }
}

/// What must happen once it is kept. What is probably not a person gets no letter: its address may be a stranger's.
fn tasks(application: &Application, now: Millis) -> impl Iterator<Item = Task> {
    let (is_suspect, is_for_staff) = (application.is_suspect(), application.role().is_for_staff());
    let facts = [Fact::ApplicantLetter, Fact::SealRecord, Fact::StaffLetter].into_iter();
    facts
        .filter(move |fact| !is_suspect || !fact.is_to_a_person())
        .filter(move |fact| is_for_staff || *fact != Fact::StaffLetter)
        .map(move |fact| Task::new(fact, now))
}

/// A known id: the same answers get the same receipt, however the programme or the notice has changed since.
fn again(request: &SendRequest, record: &Record, link: &LinkHash, receipt_hash: &LinkHash) -> Result<Sent, Problem> {
    if link != receipt_hash {
        return Err(vec![Fault::of(own_field::RECEIPT_HASH, FaultKind::Malformed)].into());
    }
    let same = request.draft.check().is_ok_and(|application| application.fingerprint() == record.fingerprint);
    let arrived = record.arrived.as_deref().unwrap_or(&record.draft);
    if same || request.draft.answers == arrived.answers {
        Ok(Sent { receipt: record.receipt(), is_new: false })
    } else {
        Err(Problem::OtherAnswers { receipt: record.receipt() })
    }
}

/// The receipt of an id, for whoever holds the hash of its link.
pub fn find(book: &impl Book, request: &FindRequest) -> Decided<Option<Receipt>> {
    let (Some(id), Some(hash)) = (DraftId::parse(&request.id), LinkHash::parse(&request.receipt_hash)) else {
        return Ok(Err(vec![Fault::of(own_field::ID, FaultKind::Malformed)].into()));
    };
    Ok(Ok(known(book, &id)?.filter(|(_, link)| *link == hash).map(|(record, _)| record.receipt())))
}

/// The record of an id with the hash of its receipt's link.
fn known(book: &impl Book, id: &DraftId) -> Result<Option<(Record, LinkHash)>, StorageFailed> {
    let Some(record) = book.record(id)? else { return Ok(None) };
    let link = book.links(id)?.into_iter().find(|link| link.kind == LinkKind::Receipt);
    link.map(|link| Some((record, link.hash))).ok_or(StorageFailed)
}

/// The first reference of the id's own row of references that nobody has.
pub fn free_reference(book: &impl Book, names: &impl Names, id: &DraftId) -> Result<Reference, StorageFailed> {
    for counter in 0..REFERENCE_DRAWS_MAX {
        let reference = Reference::of_hash(&names.reference(id.as_str(), counter));
        if !book.is_taken(&reference)? {
            return Ok(reference);
        }
    }
    Err(StorageFailed)
}
