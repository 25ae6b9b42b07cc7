//! Who watches: what was promised to people, and whether it still holds.

mod commits;
mod ending;
mod letters;
mod restored;

pub use restored::Sealing;

use crate::answers::MARK;
use crate::world::World;
use domain::call::{DraftId, Millis, Receipt, SendRequest};
use domain::draft::Answers;
use domain::ledger::{Names, copy_name};
use domain::link::LinkHash;
use domain::live::Live;
use domain::outbox::Fact;
use domain::problem::Problem;
use domain::reference::Reference;
use std::collections::{BTreeMap, BTreeSet};

/// A promise that did not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The rule, always in the same words.
    pub rule: &'static str,
    pub what: String,
}

/// A receipt that somebody was given.
#[derive(Clone, Debug)]
struct Promise {
    /// Of the answers it was given for; unknown where somebody only asked.
    answers: Option<(LinkHash, Answers)>,
    reference: Reference,
    received_at: Millis,
    spooled: bool,
}

/// Everything that was promised, and the first promise that was broken.
#[derive(Default)]
pub struct Watch {
    pub failure: Option<Failure>,
    promises: BTreeMap<DraftId, Vec<Promise>>,
    /// When each was erased (true time).
    erased: BTreeMap<DraftId, Millis>,
    /// Acknowledged, and lost with a ledger before any copy was sealed.
    lost: BTreeSet<DraftId>,
    /// Names of copies that somebody has spoilt.
    spoilt: BTreeSet<String>,
    arrived: BTreeMap<(DraftId, Fact), u32>,
    /// Names of letters between the two of a pair that have arrived.
    named: BTreeSet<String>,
    refused: BTreeSet<(DraftId, Fact)>,
    withdrawn: BTreeMap<DraftId, Millis>,
    /// What stood before of a programme, and until when (true time).
    earlier: BTreeMap<String, (Millis, Live)>,
    pub is_restoring: bool,
    pub has_met_a_repeated_call: bool,
    was_restored: bool,
}

impl Watch {
    pub fn fail(&mut self, rule: &'static str, what: impl Into<String>) {
        if self.failure.is_none() {
            self.failure = Some(Failure { rule, what: what.into() });
        }
    }

    pub fn said(&mut self, line: &str) {
        if line.contains(MARK) {
            self.fail("the console shows nothing that was typed", "a line holds an answer");
        }
    }

    pub const fn was_restored(&self) -> bool {
        self.was_restored
    }

    pub fn spoilt(&mut self, name: &str) {
        self.spoilt.insert(name.to_owned());
    }

    /// Whether a copy of that record was spoilt: nothing more is expected of its copies.
    fn is_spoilt(&self, world: &World, id: &DraftId) -> bool {
        let name = world.names.record_name(id.as_str());
        self.spoilt.iter().any(|spoilt| spoilt.contains(&name))
    }

    /// The door has answered a send.
    pub fn answered(&mut self, world: &World, request: &SendRequest, answer: &Result<Receipt, Problem>) {
        let Ok((id, _)) = request.keys() else { return };
        match answer {
            Ok(receipt) => {
                let fingerprint = request.draft.check().ok().map(|application| application.fingerprint());
                let answers = fingerprint.map(|fingerprint| (fingerprint, request.draft.answers.clone()));
                self.promise(world, &id, receipt, answers);
            }
            Err(Problem::OtherAnswers { receipt }) => self.promise(world, &id, receipt, None),
            Err(_) => {}
        }
    }

    /// Somebody who asked was given a receipt.
    pub fn found(&mut self, world: &World, request: &SendRequest, answer: &Result<Receipt, Problem>) {
        if let (Ok((id, _)), Ok(receipt)) = (request.keys(), answer) {
            self.promise(world, &id, receipt, None);
        }
    }

    fn promise(&mut self, world: &World, id: &DraftId, receipt: &Receipt, answers: Option<(LinkHash, Answers)>) {
        let promise = Promise {
            answers,
            reference: receipt.reference.clone(),
            received_at: receipt.received_at,
            spooled: receipt.spooled,
        };
        if !self.is_kept(world, id, &promise, world.clock.real()) {
            self.fail("what is said to be received is kept", format!("{} is nowhere", short(id)));
        }
        let earlier =
            self.promises.get(id).into_iter().flatten().find(|earlier| earlier.reference != promise.reference);
        if let Some(earlier) = earlier {
            let may_differ = world.names.collide && (earlier.spooled || promise.spooled);
            if !may_differ {
                self.fail("receipts of one id have one reference", short(id));
            }
        }
        self.promises.entry(id.clone()).or_default().push(promise);
    }

    /// Whether it is in the ledger or in KV, as KV stood at that time.
    fn is_kept(&self, world: &World, id: &DraftId, promise: &Promise, at: Millis) -> bool {
        if self.erased.contains_key(id) || self.lost.contains(id) {
            return true;
        }
        let record = world.book.rows().records.get(id).cloned();
        let name = world.names.record_name(id.as_str());
        match &promise.answers {
            None => record.is_some() || !world.kv.list(&format!("{}{name}/", copy_name::SPOOL), at, None, 1).is_empty(),
            Some((fingerprint, answers)) => {
                let stands =
                    record.is_some_and(|record| record.fingerprint == *fingerprint || record.draft.answers == *answers);
                // Edited since: then it is the ledger's all the same.
                stands || world.kv.as_of(&copy_name::spooled(&name, fingerprint), at).is_some() || was_edited(world, id)
            }
        }
    }

    /// What must hold at any time.
    pub fn look(&mut self, world: &World) {
        for (id, promises) in &self.promises {
            if !promises.iter().all(|promise| self.is_kept(world, id, promise, Millis::MAX)) {
                let what = format!("{} is nowhere", short(id));
                return self.fail("what was received stays in the ledger or in KV", what);
            }
        }
        for copies in [&world.at_ledger, &world.at_door] {
            if copies.overwritten.borrow().is_some() {
                return self.fail("a version is never sealed with other content", "a copy was overwritten");
            }
        }
    }
}

/// The beginning of an id, as stories name it.
pub fn short(id: &DraftId) -> String {
    id.as_str().chars().take(4).collect()
}

/// Whether staff have put other answers in the place of those that arrived.
fn was_edited(world: &World, id: &DraftId) -> bool {
    let rows = world.book.rows();
    let edited = |event: &domain::ledger::Event| event.what == domain::ledger::Happening::Edited;
    rows.records.get(id).is_some_and(|record| record.history.iter().any(edited))
}
