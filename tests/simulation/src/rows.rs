//! Everything in the ledger at one moment: each table is shared until it is written to, so that a transaction can be put back.
//!
//! What grows with the people is kept in pieces and found by indexes, so that thousands of lives cost as much each as a few do.

use crate::pieced::Pieced;
use domain::call::{DraftId, Millis};
use domain::desk::call::LogEntry;
use domain::ledger::{Document, Erasure, Link, Record, Session, StaffSession};
use domain::link::LinkHash;
use domain::live::LiveVersion;
use domain::outbox::{Fact, Subject, Task, TaskState};
use domain::reference::Reference;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

type Table<K, V> = Rc<BTreeMap<K, V>>;

/// Everything in the ledger at one moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    pub records: Pieced<DraftId, Rc<Record>>,
    /// Whose each reference is.
    pub references: Pieced<Reference, DraftId>,
    /// Each mentor of an open request, with the mentee.
    asked: Pieced<(DraftId, Option<DraftId>), ()>,
    pub arrivals: Pieced<(String, DraftId), Millis>,
    pub links: Pieced<LinkHash, (DraftId, Link)>,
    /// Each record with its links.
    linked: Pieced<(DraftId, Option<LinkHash>), ()>,
    pub sessions: Table<LinkHash, Session>,
    /// What is arranged about each subject, by kind.
    tasks: Pieced<Subject, Rc<Vec<Task>>>,
    /// What is still to be done, by when it is due.
    open: Pieced<(Fact, Millis, Option<Subject>), ()>,
    pub stale: Rc<BTreeSet<DraftId>>,
    pub live: Table<(String, u32), LiveVersion>,
    pub erasures: Table<String, Erasure>,
    pub aside: Table<String, String>,
    pub notes: Table<String, String>,
    /// Records in the order in which they came, by number.
    pub order: Pieced<i64, DraftId>,
    pub addresses: Pieced<DraftId, String>,
    pub staff_links: Table<LinkHash, (String, Millis)>,
    pub staff_sessions: Table<LinkHash, StaffSession>,
    pub documents: Table<(String, u32), Document>,
    pub log: Rc<Vec<LogEntry>>,
}

impl Rows {
    /// New, at the end of the order, or in the place of what was there.
    pub fn put(&mut self, record: &Record) {
        self.references.insert(record.reference.clone(), record.id.clone());
        let earlier = self.records.insert(record.id.clone(), Rc::new(record.clone()));
        if earlier.is_none() {
            let number = self.order.last_key_value().map_or(1, |(number, _)| number + 1);
            self.order.insert(number, record.id.clone());
        }
        let asked = |record: &Record| record.request().map(|request| (request.mentor.clone(), Some(record.id.clone())));
        let (before, now) = (earlier.as_deref().and_then(asked), asked(record));
        if before != now {
            before.map(|before| self.asked.remove(&before));
            now.map(|now| self.asked.insert(now, ()));
        }
        if let Some(earlier) = earlier.filter(|earlier| earlier.reference != record.reference) {
            self.let_go(&earlier);
        }
    }

    /// A reference is nobody's any more, unless it is somebody else's.
    fn let_go(&mut self, record: &Record) {
        if self.references.get(&record.reference) == Some(&record.id) {
            self.references.remove(&record.reference);
        }
    }

    /// The row alone.
    pub fn remove(&mut self, id: &DraftId) {
        if let Some(record) = self.records.remove(id) {
            self.let_go(&record);
            if let Some(request) = record.request() {
                self.asked.remove(&(request.mentor.clone(), Some(id.clone())));
            }
        }
    }

    /// Whose open request is to that mentor.
    pub fn requests_of(&self, mentor: &DraftId) -> impl Iterator<Item = &DraftId> {
        let asked = self.asked.range((mentor.clone(), None)..).map(|(key, ())| key);
        asked.take_while(move |(of, _)| of == mentor).filter_map(|(_, mentee)| mentee.as_ref())
    }

    /// The link that was known by that hash before.
    pub fn put_link(&mut self, id: &DraftId, link: &Link) -> Option<(DraftId, Link)> {
        self.linked.insert((id.clone(), Some(link.hash.clone())), ());
        self.links.insert(link.hash.clone(), (id.clone(), link.clone()))
    }

    pub fn remove_links(&mut self, id: &DraftId, goes: impl Fn(&Link) -> bool) {
        for link in self.links_of(id).into_iter().filter(goes) {
            self.linked.remove(&(id.clone(), Some(link.hash.clone())));
            self.links.remove(&link.hash);
        }
    }

    pub fn links_of(&self, id: &DraftId) -> Vec<Link> {
        let linked = self.linked.range((id.clone(), None)..).map(|(key, ())| key).take_while(|(of, _)| of == id);
        let links = linked.filter_map(|(_, hash)| self.links.get(hash.as_ref()?));
        let mut links: Vec<Link> = links.filter(|(of, _)| of == id).map(|(_, link)| link.clone()).collect();
        links.sort_by(|a, b| (a.made_at, &a.hash).cmp(&(b.made_at, &b.hash)));
        links
    }

    pub fn put_task(&mut self, subject: &Subject, task: &Task) {
        let mut tasks = self.tasks_of(subject);
        match tasks.binary_search_by_key(&task.fact, |other| other.fact) {
            Ok(place) => {
                let before = std::mem::replace(&mut tasks[place], task.clone());
                self.open.remove(&(task.fact, before.due_at, Some(subject.clone())));
            }
            Err(place) => tasks.insert(place, task.clone()),
        }
        if !task.state.is_final() {
            self.open.insert((task.fact, task.due_at, Some(subject.clone())), ());
        }
        self.tasks.insert(subject.clone(), Rc::new(tasks));
    }

    pub fn remove_task(&mut self, subject: &Subject, fact: Fact) {
        let Some(due_at) = self.task_about(subject, fact).map(|task| task.due_at) else { return };
        self.open.remove(&(fact, due_at, Some(subject.clone())));
        let mut tasks = self.tasks_of(subject);
        tasks.retain(|task| task.fact != fact);
        if tasks.is_empty() {
            self.tasks.remove(subject);
        } else {
            self.tasks.insert(subject.clone(), Rc::new(tasks));
        }
    }

    pub fn task_about(&self, subject: &Subject, fact: Fact) -> Option<&Task> {
        self.tasks.get(subject)?.iter().find(|task| task.fact == fact)
    }

    pub fn all_tasks(&self) -> impl Iterator<Item = (&Subject, &Task)> {
        self.tasks.iter().flat_map(|(subject, tasks)| tasks.iter().map(move |task| (subject, task)))
    }

    /// Tasks of whatever subject may have others at another moment.
    pub fn tasks_beside(&self, other: &Self) -> impl Iterator<Item = (&Subject, &Task)> {
        let beside = self.tasks.beside(&other.tasks);
        let is_other = |subject: &Subject, tasks: &Rc<Vec<Task>>| {
            other.tasks.get(subject).is_none_or(|other| !Rc::ptr_eq(tasks, other))
        };
        let changed: Vec<_> = beside.filter(|(subject, tasks)| is_other(subject, tasks)).collect();
        changed.into_iter().flat_map(|(subject, tasks)| tasks.iter().map(move |task| (subject, task)))
    }

    /// What is due, by kind and then by when it was.
    pub fn due(&self, now: Millis) -> impl Iterator<Item = (&Subject, &Task)> {
        let of = move |fact| self.open.range((fact, Millis::MIN, None)..(fact, now.saturating_add(1), None));
        let due = Fact::ALL.into_iter().flat_map(of);
        due.filter_map(|((fact, _, subject), ())| {
            let subject = subject.as_ref()?;
            Some((subject, self.task_about(subject, *fact)?))
        })
    }

    /// In the order of [`Fact::ALL`].
    pub fn tasks_of(&self, subject: &Subject) -> Vec<Task> {
        self.tasks.get(subject).map_or_else(Vec::new, |tasks| tasks.to_vec())
    }

    pub fn task(&self, id: &DraftId, fact: Fact) -> Option<&Task> {
        self.task_about(&Subject::Record(id.clone()), fact)
    }

    pub fn live_of(&self, programme: &str) -> Option<&LiveVersion> {
        self.live.range((programme.to_owned(), 0)..=(programme.to_owned(), u32::MAX)).next_back().map(|(_, live)| live)
    }

    /// When the outbox is next to be looked at; at once where a copy is to be renewed.
    pub fn due_next(&self) -> Option<Millis> {
        let renewed = self.stale.iter().any(|id| !self.has_letter_under_way(id, Millis::MIN));
        let first = |fact| self.open.range((fact, Millis::MIN, None)..(fact, Millis::MAX, None)).next();
        let tasks = Fact::ALL.into_iter().filter_map(first).map(|((_, due_at, _), ())| *due_at);
        tasks.chain(renewed.then_some(0)).min()
    }

    pub fn has_letter_under_way(&self, id: &DraftId, now: Millis) -> bool {
        let tasks = self.tasks.get(&Subject::Record(id.clone())).into_iter().flat_map(|tasks| tasks.iter());
        tasks
            .filter(|task| task.fact.is_letter())
            .any(|task| task.state == TaskState::Leased || (task.state == TaskState::Waiting && task.due_at <= now))
    }
}
