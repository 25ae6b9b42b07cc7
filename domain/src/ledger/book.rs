//! The rows of the ledger, as its decisions read and write them. One user keeps them in a database, another in memory.

use super::{DeskBook, Link, LinkKind, Record, Session};
use crate::call::{DraftId, Millis};
use crate::gate::Attempt;
use crate::link::LinkHash;
use crate::live::LiveVersion;
use crate::outbox::{Fact, Subject, Task, TaskState};
use crate::reference::Reference;

/// Rows could not be read or written. Holds nothing of what was in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StorageFailed;

/// An application that was erased: what remains of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasure {
    /// [`super::Names::record_name`] of its id.
    pub name: String,
    /// Versions whose copies go.
    pub versions: u32,
    pub at: Millis,
}

type Stored<T> = Result<T, StorageFailed>;

/// All of it happens inside one transaction.
pub trait Book: DeskBook {
    fn now(&self) -> Millis;

    /// Whether there is no record at all.
    fn is_empty(&self) -> Stored<bool>;
    fn record(&self, id: &DraftId) -> Stored<Option<Record>>;
    /// New, or in its next version.
    fn put_record(&self, record: &Record) -> Stored<()>;
    /// With its links, sessions, tasks and arrival.
    fn remove_record(&self, id: &DraftId) -> Stored<()>;
    /// Applications that arrived for an address ([`super::Names::address_name`]) after `since`, by their ids.
    fn arrivals(&self, address: &str, since: Millis) -> Stored<Vec<Attempt>>;
    fn put_arrival(&self, address: &str, id: &DraftId, at: Millis) -> Stored<()>;
    fn forget_arrivals(&self, until: Millis) -> Stored<()>;
    fn is_taken(&self, reference: &Reference) -> Stored<bool>;
    /// Records whose person waits for the programme to open ([`Record::waits`]).
    fn waiting(&self, programme: &str) -> Stored<Vec<DraftId>>;
    /// Records with an open request to that mentor.
    fn requests_of(&self, mentor: &DraftId) -> Stored<Vec<DraftId>>;

    fn link(&self, hash: &LinkHash) -> Stored<Option<(DraftId, Link)>>;
    /// Oldest first, then by hash.
    fn links(&self, id: &DraftId) -> Stored<Vec<Link>>;
    fn put_link(&self, id: &DraftId, link: &Link) -> Stored<()>;
    fn remove_links(&self, id: &DraftId, kind: LinkKind) -> Stored<()>;

    /// A session that has not ended at `now`, by the hash of its secret.
    fn session(&self, hash: &LinkHash, now: Millis) -> Stored<Option<Session>>;
    fn put_session(&self, hash: &LinkHash, session: &Session) -> Stored<()>;
    /// Keeps at most `count` sessions of the record, the latest.
    fn limit_sessions(&self, id: &DraftId, count: i64) -> Stored<()>;
    fn remove_sessions(&self, id: &DraftId, kind: LinkKind) -> Stored<()>;
    fn end_sessions(&self, now: Millis) -> Stored<()>;

    /// In the order of [`Fact::ALL`].
    fn tasks(&self, subject: &Subject) -> Stored<Vec<Task>>;
    fn put_task(&self, subject: &Subject, task: &Task) -> Stored<()>;
    fn remove_task(&self, subject: &Subject, fact: Fact) -> Stored<()>;
    /// What is due, letters that people wait for first.
    fn due(&self, now: Millis, limit: usize) -> Stored<Vec<(Subject, Task)>>;

    /// The fate of a letter is settled and belongs into the next copy; or it is there now.
    fn set_stale(&self, id: &DraftId, is_stale: bool) -> Stored<()>;
    /// Stale records of which no letter is being sent or due.
    fn stale(&self, now: Millis, limit: usize) -> Stored<Vec<DraftId>>;

    /// The newest version that staff have set.
    fn live(&self, programme: &str) -> Stored<Option<LiveVersion>>;
    /// Every version is kept; one that is there stands.
    fn put_live(&self, live: &LiveVersion) -> Stored<()>;

    fn erasure(&self, name: &str) -> Stored<Option<Erasure>>;
    fn put_erasure(&self, erasure: &Erasure) -> Stored<()>;

    /// What copies could not be taken up, by name, with why: shown to staff, never dropped.
    fn aside(&self) -> Stored<Vec<(String, String)>>;
    fn put_aside(&self, name: &str, why: &str) -> Stored<()>;
    fn remove_aside(&self, name: &str) -> Stored<()>;

    /// A small fact about the ledger itself, like how far a rotation has come.
    fn note(&self, name: &str) -> Stored<Option<String>>;
    fn put_note(&self, name: &str, value: &str) -> Stored<()>;

    fn task(&self, subject: &Subject, fact: Fact) -> Stored<Option<Task>> {
        Ok(self.tasks(subject)?.into_iter().find(|task| task.fact == fact))
    }

    /// Stores a changed record and sees to it that its newest version is sealed.
    fn put_changed(&self, record: &Record) -> Stored<()> {
        self.put_record(record)?;
        self.seal_newest(&Subject::Record(record.id.clone()), Fact::SealRecord)
    }

    /// The newest version is to be sealed: one task serves several changes, and seals what is then newest.
    fn seal_newest(&self, subject: &Subject, sealing: Fact) -> Stored<()> {
        self.put_unless_under_way(subject, sealing, self.now())
    }

    /// Something is due then, unless it is waiting or being done already.
    fn put_unless_under_way(&self, subject: &Subject, fact: Fact, at: Millis) -> Stored<()> {
        match self.task(subject, fact)? {
            Some(task) if !task.state.is_final() => Ok(()),
            _ => self.put_task(subject, &Task::new(fact, at)),
        }
    }

    /// What waits is left undone, also after an attempt that failed; what is being done is let go.
    fn leave_waiting(&self, subject: &Subject, fact: Fact) -> Stored<()> {
        match self.task(subject, fact)? {
            Some(task) if task.state == TaskState::Waiting => self.remove_task(subject, fact),
            _ => Ok(()),
        }
    }
}
