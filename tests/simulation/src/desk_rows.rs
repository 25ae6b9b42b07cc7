//! The rows that only the desk needs, in memory.

use crate::book::{MemoryBook, Stored};
use domain::call::{DraftId, Millis};
use domain::desk::call::LogEntry;
use domain::ledger::{DeskBook, Document, Record, StaffSession};
use domain::link::LinkHash;
use domain::live::LiveVersion;
use domain::outbox::{Subject, Task, TaskState};
use domain::programme::Role;
use domain::reference::Reference;
use domain::standing::Standing;
use std::rc::Rc;

impl DeskBook for MemoryBook {
    fn by_reference(&self, reference: &Reference) -> Stored<Option<DraftId>> {
        Ok(self.rows().references.get(reference).cloned())
    }

    fn page(&self, after: Option<i64>, limit: usize) -> Stored<Vec<(i64, Option<Record>)>> {
        let rows = self.rows();
        let newest = rows.order.range(..after.unwrap_or(i64::MAX)).rev().take(limit);
        Ok(newest.map(|(number, id)| (*number, rows.records.get(id).map(|record| Record::clone(record)))).collect())
    }

    fn listed(&self, programme: &str, after: Option<i64>, limit: usize) -> Stored<Vec<(i64, Option<Record>)>> {
        let rows = self.rows();
        let is_listed = |record: &Record| {
            let is_mentor = record.role() == Some(Role::Mentor) && record.standing == Standing::Listed;
            is_mentor && record.draft.programme == programme
        };
        let later = rows.order.range(after.unwrap_or(0).saturating_add(1)..);
        let found = later.filter_map(|(number, id)| Some((*number, rows.records.get(id)?)));
        let listed = found.filter(|(_, record)| is_listed(record)).take(limit);
        Ok(listed.map(|(number, record)| (number, Some(Record::clone(record)))).collect())
    }

    fn of_address(&self, address: &str) -> Stored<Vec<DraftId>> {
        let rows = self.rows();
        Ok(rows.addresses.iter().filter(|(_, of)| *of == address).map(|(id, _)| id.clone()).collect())
    }

    fn put_address(&self, address: &str, id: &DraftId) -> Stored<()> {
        self.reach()?;
        let mut rows = self.rows.borrow_mut();
        rows.addresses.insert(id.clone(), address.to_owned());
        Ok(())
    }

    fn troubled(&self) -> Stored<Vec<(DraftId, Task)>> {
        let rows = self.rows();
        let is_troubled = |task: &Task| matches!(task.state, TaskState::Unknown | TaskState::GivenUp);
        let of_records =
            rows.all_tasks().filter(|(_, task)| is_troubled(task)).filter_map(|(subject, task)| match subject {
                Subject::Record(id) => Some((id.clone(), task.clone())),
                _ => None,
            });
        Ok(of_records.collect())
    }

    fn put_staff_link(&self, hash: &LinkHash, address: &str, made_at: Millis) -> Stored<()> {
        self.reach()?;
        let mut rows = self.rows.borrow_mut();
        Rc::make_mut(&mut rows.staff_links).insert(hash.clone(), (address.to_owned(), made_at));
        Ok(())
    }

    fn remove_staff_links(&self, hash: Option<&LinkHash>, until: Millis) -> Stored<()> {
        self.reach()?;
        let mut rows = self.rows.borrow_mut();
        Rc::make_mut(&mut rows.staff_links).retain(|of, (_, made_at)| Some(of) != hash && *made_at > until);
        Ok(())
    }

    fn put_staff_session(&self, session: &LinkHash, at: &StaffSession) -> Stored<()> {
        self.reach()?;
        let mut rows = self.rows.borrow_mut();
        Rc::make_mut(&mut rows.staff_sessions).insert(session.clone(), at.clone());
        Ok(())
    }

    fn remove_staff_session(&self, session: &LinkHash) -> Stored<()> {
        self.reach()?;
        let mut rows = self.rows.borrow_mut();
        Rc::make_mut(&mut rows.staff_sessions).remove(session);
        Ok(())
    }

    fn end_staff_sessions(&self, seen_until: Millis, began_until: Millis) -> Stored<()> {
        self.reach()?;
        let mut rows = self.rows.borrow_mut();
        Rc::make_mut(&mut rows.staff_sessions).retain(|_, at| at.seen_at > seen_until && at.began_at > began_until);
        Ok(())
    }

    fn document(&self, name: &str) -> Stored<Option<Document>> {
        let rows = self.rows();
        let versions = rows.documents.range((name.to_owned(), 0)..=(name.to_owned(), u32::MAX));
        Ok(versions.last().map(|(_, document)| document.clone()))
    }

    fn put_document(&self, document: &Document) -> Stored<()> {
        self.reach()?;
        let mut rows = self.rows.borrow_mut();
        let key = (document.name.clone(), document.version);
        Rc::make_mut(&mut rows.documents).entry(key).or_insert_with(|| document.clone());
        Ok(())
    }

    fn documents(&self, name: &str, limit: usize) -> Stored<Vec<Document>> {
        let rows = self.rows();
        let versions = rows.documents.range((name.to_owned(), 0)..=(name.to_owned(), u32::MAX));
        Ok(versions.rev().take(limit).map(|(_, document)| document.clone()).collect())
    }

    fn lives(&self, programme: &str, limit: usize) -> Stored<Vec<LiveVersion>> {
        let rows = self.rows();
        let versions = rows.live.range((programme.to_owned(), 0)..=(programme.to_owned(), u32::MAX));
        Ok(versions.rev().take(limit).map(|(_, live)| live.clone()).collect())
    }

    fn put_logged(&self, entry: &LogEntry) -> Stored<()> {
        self.reach()?;
        let mut rows = self.rows.borrow_mut();
        let log = Rc::make_mut(&mut rows.log);
        if let Err(place) = log.binary_search_by_key(&entry.number, |line| line.number) {
            log.insert(place, entry.clone());
        }
        Ok(())
    }

    fn logged(&self, before: u64, limit: usize) -> Stored<Vec<LogEntry>> {
        let rows = self.rows();
        Ok(rows.log.iter().rev().filter(|entry| entry.number < before).take(limit).cloned().collect())
    }

    fn logged_after(&self, after: u64, limit: usize) -> Stored<Vec<LogEntry>> {
        let rows = self.rows();
        Ok(rows.log.iter().filter(|entry| entry.number > after).take(limit).cloned().collect())
    }

    fn staff_link(&self, hash: &LinkHash) -> Stored<Option<(String, Millis)>> {
        Ok(self.rows().staff_links.get(hash).cloned())
    }

    fn staff_session(&self, session: &LinkHash) -> Stored<Option<StaffSession>> {
        Ok(self.rows().staff_sessions.get(session).cloned())
    }

    fn last_logged(&self) -> Stored<Option<LogEntry>> {
        Ok(self.rows().log.last().cloned())
    }
}
