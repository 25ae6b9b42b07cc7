//! The rows that only the desk needs: pages of records, sign-in links and sessions of staff, documents, the log.

use super::{Record, StorageFailed};
use crate::call::{DraftId, Millis};
use crate::desk::call::LogEntry;
use crate::link::LinkHash;
use crate::live::LiveVersion;
use crate::outbox::Task;
use crate::reference::Reference;
use serde::{Deserialize, Serialize};

/// Something of the whole university that staff change, such as the list of staff: every version is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// At most 40 of `a-z -`.
    pub name: String,
    /// 1 is the first.
    pub version: u32,
    pub at: Millis,
    /// The address of who changed it.
    pub by: String,
    /// JSON of what it is.
    pub body: String,
}

/// Somebody of the staff at the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffSession {
    pub address: String,
    pub began_at: Millis,
    /// When they last did something.
    pub seen_at: Millis,
}

type Stored<T> = Result<T, StorageFailed>;

/// By which number the next page goes on, where there may be one; `found` are those of a page of `limit` ([`DeskBook::page`]).
pub(super) fn next_page<T>(found: &[(i64, T)], limit: usize) -> Option<i64> {
    found.last().map(|(number, _)| *number).filter(|_| found.len() >= limit)
}

/// All of it happens inside one transaction.
pub trait DeskBook {
    fn by_reference(&self, reference: &Reference) -> Stored<Option<DraftId>>;
    /// Records with a number by which the next page goes on, the newest first; `after` is such a number. One that cannot be read
    /// hides no other: it is `None`.
    fn page(&self, after: Option<i64>, limit: usize) -> Stored<Vec<(i64, Option<Record>)>>;
    /// As [`Self::page`], of the mentors of a programme who are listed, the oldest first.
    fn listed(&self, programme: &str, after: Option<i64>, limit: usize) -> Stored<Vec<(i64, Option<Record>)>>;
    /// Records of an address ([`super::Names::address_name`]).
    fn of_address(&self, address: &str) -> Stored<Vec<DraftId>>;
    /// In the place of the address it had.
    fn put_address(&self, address: &str, id: &DraftId) -> Stored<()>;
    /// Letters about records that were given up or of which nobody knows whether they went.
    fn troubled(&self) -> Stored<Vec<(DraftId, Task)>>;

    /// A link to the desk: for whom, and when it was made.
    fn staff_link(&self, hash: &LinkHash) -> Stored<Option<(String, Millis)>>;
    fn put_staff_link(&self, hash: &LinkHash, address: &str, made_at: Millis) -> Stored<()>;
    /// Those made until then, and that of `hash`.
    fn remove_staff_links(&self, hash: Option<&LinkHash>, until: Millis) -> Stored<()>;
    fn staff_session(&self, session: &LinkHash) -> Stored<Option<StaffSession>>;
    /// New, or seen again.
    fn put_staff_session(&self, session: &LinkHash, at: &StaffSession) -> Stored<()>;
    fn remove_staff_session(&self, session: &LinkHash) -> Stored<()>;
    /// Those that have been seen last until then, or began until then.
    fn end_staff_sessions(&self, seen_until: Millis, began_until: Millis) -> Stored<()>;

    /// The newest version.
    fn document(&self, name: &str) -> Stored<Option<Document>>;
    /// Every version is kept; one that is there stands.
    fn put_document(&self, document: &Document) -> Stored<()>;
    /// Its versions, the newest first.
    fn documents(&self, name: &str, limit: usize) -> Stored<Vec<Document>>;
    /// Of one programme, the newest first.
    fn lives(&self, programme: &str, limit: usize) -> Stored<Vec<LiveVersion>>;

    /// The newest line of the log.
    fn last_logged(&self) -> Stored<Option<LogEntry>>;
    /// One of that number that is there stands.
    fn put_logged(&self, entry: &LogEntry) -> Stored<()>;
    /// The newest first, before that number.
    fn logged(&self, before: u64, limit: usize) -> Stored<Vec<LogEntry>>;
    /// The oldest first, after that number.
    fn logged_after(&self, after: u64, limit: usize) -> Stored<Vec<LogEntry>>;
}
