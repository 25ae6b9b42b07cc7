//! The rows as the ledger's decisions read and write them, in memory.

use crate::planted::{Mistakes, Planted};
use crate::points::Clock;
use crate::rows::Rows;
use crate::weather::Dice;
use domain::call::{DraftId, Millis};
use domain::gate::Attempt;
use domain::ledger::{Book, Erasure, Link, LinkKind, Record, Session, StorageFailed};
use domain::link::LinkHash;
use domain::live::LiveVersion;
use domain::outbox::{Fact, Subject, Task, TaskState};
use domain::reference::Reference;
use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;

pub type Stored<T> = Result<T, StorageFailed>;

/// One ledger's rows.
pub struct MemoryBook {
    pub(crate) rows: RefCell<Rows>,
    clock: Rc<Clock>,
    dice: Rc<Dice>,
    pub mistakes: Mistakes,
    has_failed: Cell<bool>,
}

impl MemoryBook {
    pub fn new(clock: Rc<Clock>, dice: Rc<Dice>, planted: Planted) -> Self {
        let mistakes = Mistakes::of(planted);
        Self { rows: RefCell::default(), clock, dice, mistakes, has_failed: Cell::new(false) }
    }

    pub fn rows(&self) -> Ref<'_, Rows> {
        self.rows.borrow()
    }

    pub fn snapshot(&self) -> Rows {
        self.rows.borrow().clone()
    }

    pub fn put_back(&self, rows: Rows) {
        *self.rows.borrow_mut() = rows;
    }

    /// Storage may fail at any row, and then for the rest of the transaction, whatever is made of it.
    pub(crate) fn reach(&self) -> Stored<()> {
        if self.dice.happens(|weather| weather.row_fails) {
            self.has_failed.set(true);
        }
        if self.has_failed.get() { Err(StorageFailed) } else { Ok(()) }
    }

    /// Whether it failed since it was last asked.
    pub fn has_failed(&self) -> bool {
        self.has_failed.take()
    }
}

impl Book for MemoryBook {
    fn now(&self) -> Millis {
        self.clock.now()
    }

    fn is_empty(&self) -> Stored<bool> {
        Ok(self.rows().records.is_empty())
    }

    fn record(&self, id: &DraftId) -> Stored<Option<Record>> {
        self.reach()?;
        Ok(self.rows().records.get(id).map(|record| self.mistakes.told(record)))
    }

    fn put_record(&self, record: &Record) -> Stored<()> {
        self.reach()?;
        let is_taken = self.rows().references.get(&record.reference).is_some_and(|of| *of != record.id);
        if is_taken && !self.mistakes.is(Planted::TakesEveryReference) {
            return Err(StorageFailed);
        }
        let mut rows = self.rows.borrow_mut();
        rows.put(&self.mistakes.stored(record));
        Ok(())
    }

    fn remove_record(&self, id: &DraftId) -> Stored<()> {
        self.reach()?;
        let mut rows = self.rows.borrow_mut();
        if !self.mistakes.is(Planted::LeavesLinks) {
            rows.remove_links(id, |_| true);
        }
        Rc::make_mut(&mut rows.sessions).retain(|_, session| session.record != *id);
        rows.arrivals.retain(|(_, of), _| of != id);
        for fact in Fact::ALL {
            rows.remove_task(&Subject::Record(id.clone()), fact);
        }
        Rc::make_mut(&mut rows.stale).remove(id);
        rows.addresses.remove(id);
        rows.order.retain(|_, of| of != id);
        rows.remove(id);
        Ok(())
    }

    fn arrivals(&self, address: &str, since: Millis) -> Stored<Vec<Attempt>> {
        let rows = self.rows();
        let counted = rows.arrivals.iter().filter(|((of, _), at)| of == address && **at > since);
        Ok(counted.map(|((_, id), at)| Attempt { attempt: id.as_str().to_owned(), at: *at }).collect())
    }

    fn put_arrival(&self, address: &str, id: &DraftId, at: Millis) -> Stored<()> {
        self.reach()?;
        let mut rows = self.rows.borrow_mut();
        rows.arrivals.insert((address.to_owned(), id.clone()), at);
        Ok(())
    }

    fn forget_arrivals(&self, until: Millis) -> Stored<()> {
        let mut rows = self.rows.borrow_mut();
        rows.arrivals.retain(|_, at| *at > until);
        Ok(())
    }

    fn is_taken(&self, reference: &Reference) -> Stored<bool> {
        let is_taken = self.rows().references.contains_key(reference);
        Ok(is_taken && !self.mistakes.is(Planted::TakesEveryReference))
    }

    fn waiting(&self, programme: &str) -> Stored<Vec<DraftId>> {
        if self.mistakes.is(Planted::ForgetsWhoWaits) {
            return Ok(Vec::new());
        }
        let rows = self.rows();
        let waiting = rows.records.values().filter(|record| record.waits() && record.draft.programme == programme);
        Ok(waiting.map(|record| record.id.clone()).collect())
    }

    fn requests_of(&self, mentor: &DraftId) -> Stored<Vec<DraftId>> {
        Ok(self.rows().requests_of(mentor).cloned().collect())
    }

    fn link(&self, hash: &LinkHash) -> Stored<Option<(DraftId, Link)>> {
        Ok(self.rows().links.get(hash).cloned())
    }

    fn links(&self, id: &DraftId) -> Stored<Vec<Link>> {
        Ok(self.rows().links_of(id))
    }

    fn put_link(&self, id: &DraftId, link: &Link) -> Stored<()> {
        self.reach()?;
        let earlier = self.rows.borrow_mut().put_link(id, link);
        if earlier.is_some() { Err(StorageFailed) } else { Ok(()) }
    }

    fn remove_links(&self, id: &DraftId, kind: LinkKind) -> Stored<()> {
        self.rows.borrow_mut().remove_links(id, |link| link.kind == kind);
        Ok(())
    }

    fn session(&self, hash: &LinkHash, now: Millis) -> Stored<Option<Session>> {
        let rows = self.rows();
        Ok(rows.sessions.get(hash).filter(|session| session.ends_at > now).cloned())
    }

    fn put_session(&self, hash: &LinkHash, session: &Session) -> Stored<()> {
        let mut rows = self.rows.borrow_mut();
        Rc::make_mut(&mut rows.sessions).insert(hash.clone(), session.clone());
        Ok(())
    }

    fn remove_sessions(&self, id: &DraftId, kind: LinkKind) -> Stored<()> {
        let mut rows = self.rows.borrow_mut();
        Rc::make_mut(&mut rows.sessions).retain(|_, session| session.record != *id || session.kind != kind);
        Ok(())
    }

    fn limit_sessions(&self, id: &DraftId, count: i64) -> Stored<()> {
        let mut rows = self.rows.borrow_mut();
        let sessions = Rc::make_mut(&mut rows.sessions);
        let mut own: Vec<(Millis, LinkHash)> = sessions
            .iter()
            .filter(|(_, session)| session.record == *id)
            .map(|(hash, session)| (session.ends_at, hash.clone()))
            .collect();
        own.sort();
        let too_many = own.len().saturating_sub(usize::try_from(count).unwrap_or(0));
        for (_, hash) in own.into_iter().take(too_many) {
            sessions.remove(&hash);
        }
        Ok(())
    }

    fn end_sessions(&self, now: Millis) -> Stored<()> {
        let mut rows = self.rows.borrow_mut();
        Rc::make_mut(&mut rows.sessions).retain(|_, session| session.ends_at > now);
        Ok(())
    }

    fn tasks(&self, subject: &Subject) -> Stored<Vec<Task>> {
        Ok(self.rows().tasks_of(subject))
    }

    fn task(&self, subject: &Subject, fact: Fact) -> Stored<Option<Task>> {
        Ok(self.rows().task_about(subject, fact).cloned())
    }

    fn put_task(&self, subject: &Subject, task: &Task) -> Stored<()> {
        self.reach()?;
        let is_forgotten = (task.attempts == 0 && self.mistakes.slips(Planted::ForgetsTasks, 9))
            || (task.state == TaskState::Leased && self.mistakes.is(Planted::ForgetsLeases));
        if !is_forgotten {
            self.rows.borrow_mut().put_task(subject, task);
        }
        Ok(())
    }

    fn remove_task(&self, subject: &Subject, fact: Fact) -> Stored<()> {
        self.rows.borrow_mut().remove_task(subject, fact);
        Ok(())
    }

    fn due(&self, now: Millis, limit: usize) -> Stored<Vec<(Subject, Task)>> {
        let rows = self.rows();
        Ok(rows.due(now).take(limit).map(|(subject, task)| (subject.clone(), task.clone())).collect())
    }

    fn set_stale(&self, id: &DraftId, is_stale: bool) -> Stored<()> {
        let mut rows = self.rows.borrow_mut();
        let is_there = rows.records.contains_key(id);
        let stale = Rc::make_mut(&mut rows.stale);
        if is_stale && is_there {
            stale.insert(id.clone())
        } else {
            stale.remove(id)
        };
        Ok(())
    }

    fn stale(&self, now: Millis, limit: usize) -> Stored<Vec<DraftId>> {
        let rows = self.rows();
        Ok(rows.stale.iter().filter(|id| !rows.has_letter_under_way(id, now)).take(limit).cloned().collect())
    }

    fn live(&self, programme: &str) -> Stored<Option<LiveVersion>> {
        Ok(self.rows().live_of(programme).cloned())
    }

    fn put_live(&self, live: &LiveVersion) -> Stored<()> {
        let mut rows = self.rows.borrow_mut();
        Rc::make_mut(&mut rows.live).entry((live.programme.clone(), live.version)).or_insert_with(|| live.clone());
        Ok(())
    }

    fn erasure(&self, name: &str) -> Stored<Option<Erasure>> {
        Ok(self.rows().erasures.get(name).cloned())
    }

    fn put_erasure(&self, erasure: &Erasure) -> Stored<()> {
        self.reach()?;
        if !self.mistakes.is(Planted::ForgetsErasures) {
            let mut rows = self.rows.borrow_mut();
            Rc::make_mut(&mut rows.erasures).insert(erasure.name.clone(), erasure.clone());
        }
        Ok(())
    }

    fn aside(&self) -> Stored<Vec<(String, String)>> {
        Ok(self.rows().aside.iter().map(|(name, why)| (name.clone(), why.clone())).collect())
    }

    fn put_aside(&self, name: &str, why: &str) -> Stored<()> {
        let mut rows = self.rows.borrow_mut();
        Rc::make_mut(&mut rows.aside).insert(name.to_owned(), why.to_owned());
        Ok(())
    }

    fn remove_aside(&self, name: &str) -> Stored<()> {
        let mut rows = self.rows.borrow_mut();
        Rc::make_mut(&mut rows.aside).remove(name);
        Ok(())
    }

    fn note(&self, name: &str) -> Stored<Option<String>> {
        Ok(self.rows().notes.get(name).cloned())
    }

    fn put_note(&self, name: &str, value: &str) -> Stored<()> {
        let mut rows = self.rows.borrow_mut();
        Rc::make_mut(&mut rows.notes).insert(name.to_owned(), value.to_owned());
        Ok(())
    }
}
