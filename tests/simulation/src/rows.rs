//! Everything in the ledger at one moment: each table is shared until it is written to, so that a transaction can be put back.

use domain::call::{DraftId, Millis};
use domain::desk::call::LogEntry;
use domain::ledger::{Document, Erasure, Link, Record, Session, StaffSession};
use domain::link::LinkHash;
use domain::live::LiveVersion;
use domain::outbox::{Fact, Subject, Task, TaskState};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

type Table<K, V> = Rc<BTreeMap<K, V>>;

/// Everything in the ledger at one moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    pub records: Table<DraftId, Rc<Record>>,
    pub arrivals: Table<(String, DraftId), Millis>,
    pub links: Table<LinkHash, (DraftId, Link)>,
    pub sessions: Table<LinkHash, Session>,
    pub tasks: Table<(Subject, Fact), Task>,
    pub stale: Rc<BTreeSet<DraftId>>,
    pub live: Table<(String, u32), LiveVersion>,
    pub erasures: Table<String, Erasure>,
    pub aside: Table<String, String>,
    pub notes: Table<String, String>,
    /// Records in the order in which they came, by number.
    pub order: Table<i64, DraftId>,
    pub addresses: Table<DraftId, String>,
    pub staff_links: Table<LinkHash, (String, Millis)>,
    pub staff_sessions: Table<LinkHash, StaffSession>,
    pub documents: Table<(String, u32), Document>,
    pub log: Rc<Vec<LogEntry>>,
}

impl Rows {
    /// New, at the end of the order, or in the place of what was there.
    pub fn put(&mut self, record: &Record) {
        if Rc::make_mut(&mut self.records).insert(record.id.clone(), Rc::new(record.clone())).is_none() {
            let number = self.order.last_key_value().map_or(1, |(number, _)| number + 1);
            Rc::make_mut(&mut self.order).insert(number, record.id.clone());
        }
    }

    pub fn links_of(&self, id: &DraftId) -> Vec<Link> {
        let mut links: Vec<Link> =
            self.links.values().filter(|(of, _)| of == id).map(|(_, link)| link.clone()).collect();
        links.sort_by(|a, b| (a.made_at, &a.hash).cmp(&(b.made_at, &b.hash)));
        links
    }

    pub fn tasks_of(&self, subject: &Subject) -> Vec<Task> {
        let of = Fact::ALL.into_iter().filter_map(|fact| self.tasks.get(&(subject.clone(), fact)));
        of.cloned().collect()
    }

    pub fn task(&self, id: &DraftId, fact: Fact) -> Option<&Task> {
        self.tasks.get(&(Subject::Record(id.clone()), fact))
    }

    pub fn live_of(&self, programme: &str) -> Option<&LiveVersion> {
        self.live.range((programme.to_owned(), 0)..=(programme.to_owned(), u32::MAX)).next_back().map(|(_, live)| live)
    }

    /// When the outbox is next to be looked at; at once where a copy is to be renewed.
    pub fn due_next(&self) -> Option<Millis> {
        let renewed = self.stale.iter().any(|id| !self.has_letter_under_way(id, Millis::MIN));
        let tasks = self.tasks.values().filter(|task| !task.state.is_final()).map(|task| task.due_at);
        tasks.chain(renewed.then_some(0)).min()
    }

    pub fn has_letter_under_way(&self, id: &DraftId, now: Millis) -> bool {
        let letters = Fact::ALL.into_iter().filter(|fact| fact.is_letter()).filter_map(|fact| self.task(id, fact));
        letters
            .into_iter()
            .any(|task| task.state == TaskState::Leased || (task.state == TaskState::Waiting && task.due_at <= now))
    }
}
