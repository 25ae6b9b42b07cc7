//! What the ledger decides: pure functions over the rows a command concerns. The Durable Object loads and stores them in
//! one transaction.

use crate::application::Application;
use crate::calendar;
use crate::call::{DraftId, Millis, OwnPage, Receipt, SendRequest};
use crate::draft::Draft;
use crate::link::LinkHash;
use crate::outbox::{Fact, Task};
use crate::problem::{Fault, FaultKind, Problem, own_field};
use crate::reference::Reference;
use crate::standing::Standing;
use serde::{Deserialize, Serialize};

/// An application with its standing and history, as the ledger keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    pub id: DraftId,
    pub reference: Reference,
    /// 1 when received; one more with every change. Each version is sealed under its own key.
    pub version: u32,
    /// A fact; never changes.
    pub received_at: Millis,
    /// The promised day, `YYYY-MM-DD`.
    pub answer_by: String,
    /// What arrived, checked.
    pub draft: Draft,
    pub fingerprint: LinkHash,
    pub standing: Standing,
    pub history: Vec<Event>,
}

/// One thing that happened to a record. Holds nothing a person typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    pub at: Millis,
    pub what: Happening,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Happening {
    Received,
    /// A mailed link was opened: whoever reads that address has read the letter.
    AddressConfirmed,
}

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkKind {
    /// Made on the phone, shown on the receipt; confirms nothing.
    Receipt,
    /// Went by letter; opening it confirms the address.
    Mailed,
}

impl LinkKind {
    pub const ALL: [Self; 2] = [Self::Receipt, Self::Mailed];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Receipt => "receipt",
            Self::Mailed => "mailed",
        }
    }

    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// A link to a record; only its hash is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    pub hash: LinkHash,
    pub kind: LinkKind,
    pub made_at: Millis,
}

/// A record whole: what is sealed into KV and rebuilds a lost ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Whole {
    pub record: Record,
    pub links: Vec<Link>,
    pub letters: Vec<Task>,
}

/// What receiving comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Received {
    /// It was there already; nothing changes.
    Again(Receipt),
    /// Store all of it in one transaction, then say the receipt.
    New { record: Box<Record>, link: Link, tasks: Vec<Task>, receipt: Receipt },
}

/// Decides about a sent draft. `known` is the record under its id with the hash of its receipt's link, if there is one;
/// `samples` says whether sample values of undecided things count; `reference` gives a reference that is not taken.
pub fn receive(
    request: &SendRequest,
    known: Option<(&Record, &LinkHash)>,
    now: Millis,
    samples: bool,
    reference: impl FnOnce() -> Reference,
) -> Result<Received, Problem> {
    let (id, receipt_hash) = request.keys()?;
    if let Some((record, link)) = known {
        return again(request, record, link, &receipt_hash);
    }
    let application = request.draft.check()?;
    let programme = application.programme();
    let answer_days = programme
        .answer_days
        .value(samples)
        .filter(|_| programme.takes_applications(samples))
        .ok_or(Problem::NotOpen)?;
    let record = Record {
        id,
        reference: reference(),
        version: 1,
        received_at: now,
        answer_by: calendar::working_day_after(now, answer_days),
        draft: application.to_draft(),
        fingerprint: application.fingerprint(),
        standing: Standing::Received,
        history: vec![Event { at: now, what: Happening::Received }],
    };
    let link = Link { hash: receipt_hash, kind: LinkKind::Receipt, made_at: now };
    let receipt = record.receipt();
    Ok(Received::New { tasks: tasks(&application, now), record: Box::new(record), link, receipt })
}

/// A known id: the same answers get the same receipt, however the programme or the notice has changed since.
fn again(
    request: &SendRequest,
    record: &Record,
    link: &LinkHash,
    receipt_hash: &LinkHash,
) -> Result<Received, Problem> {
    if link != receipt_hash {
        return Err(vec![Fault::of(own_field::RECEIPT_HASH, FaultKind::Malformed)].into());
    }
    let same = request.draft.check().is_ok_and(|application| application.fingerprint() == record.fingerprint);
    if same || request.draft.answers == record.draft.answers {
        Ok(Received::Again(record.receipt()))
    } else {
        Err(Problem::OtherAnswers { receipt: record.receipt() })
    }
}

/// What must happen once it is kept. What is probably not a person gets no letter: its address may be a stranger's.
fn tasks(application: &Application, now: Millis) -> Vec<Task> {
    let facts = Fact::ALL.into_iter().filter(|fact| !(application.is_suspect() && *fact == Fact::ApplicantLetter));
    facts.map(|fact| Task::new(fact, now)).collect()
}

impl Record {
    pub fn receipt(&self) -> Receipt {
        Receipt {
            reference: self.reference.clone(),
            received_at: self.received_at,
            answer_by: self.answer_by.clone(),
            programme: self.draft.programme.clone(),
            role: self.draft.role.clone(),
        }
    }

    /// What the person's own page shows.
    pub fn own_page(&self) -> OwnPage {
        let form = self.draft.form().ok().map(|(_, form)| form);
        let ordered = form.into_iter().flat_map(crate::programme::Form::questions);
        let answers = ordered
            .filter_map(|question| Some((question.id.to_owned(), self.draft.answers.get(question.id)?.clone())))
            .collect();
        OwnPage { receipt: self.receipt(), standing: self.standing, answers }
    }

    /// The record after a link to it was opened; `None` when that changes nothing.
    pub fn opened(&self, kind: LinkKind, now: Millis) -> Option<Self> {
        let confirmed = self.history.iter().any(|event| event.what == Happening::AddressConfirmed);
        (kind == LinkKind::Mailed && !confirmed).then(|| self.with(Happening::AddressConfirmed, now))
    }

    /// The next version, with what happened.
    fn with(&self, what: Happening, now: Millis) -> Self {
        let mut next = Self { version: self.version.saturating_add(1), ..self.clone() };
        next.history.push(Event { at: now, what });
        next
    }
}
