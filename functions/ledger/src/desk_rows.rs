//! The rows that only the desk needs: pages of records, sign-in links and sessions of staff, the log.

use crate::book::{ids, limited, parsed, text};
use crate::row::{BodyRow, IdRow, PageRow, StaffLinkRow, StaffSessionRow, TASK, TaskRow};
use crate::rows::{Rows, Stored};
use domain::call::{DraftId, Millis};
use domain::desk::call::LogEntry;
use domain::ledger::{DeskBook, Document, Record, StaffSession, StorageFailed};
use domain::link::LinkHash;
use domain::live::LiveVersion;
use domain::outbox::{Subject, Task};
use domain::reference::Reference;
use serde::de::DeserializeOwned;

fn read<T: DeserializeOwned>(rows: Vec<BodyRow>) -> Vec<T> {
    // One that cannot be read hides no other.
    rows.into_iter().filter_map(|row| domain::json::read(row.body.as_bytes()).ok()).collect()
}

/// Lines that are of no use with one missing.
fn all<T: DeserializeOwned>(rows: Vec<BodyRow>) -> Stored<Vec<T>> {
    rows.into_iter().map(|row| parsed(Some(row))?.ok_or(StorageFailed)).collect()
}

impl DeskBook for Rows {
    fn by_reference(&self, reference: &Reference) -> Stored<Option<DraftId>> {
        let row: Option<IdRow> =
            self.first("SELECT id FROM record WHERE reference = ?", vec![reference.as_str().into()])?;
        Ok(row.and_then(|row| DraftId::parse(&row.id)))
    }

    fn page(&self, after: Option<i64>, limit: usize) -> Stored<Vec<(i64, Option<Record>)>> {
        let found: Vec<PageRow> = self.all(
            "SELECT rowid AS number, body FROM record WHERE rowid < ? ORDER BY rowid DESC LIMIT ?",
            // The largest whole number that a JavaScript number holds.
            vec![after.unwrap_or(9_007_199_254_740_991).into(), limited(limit).into()],
        )?;
        Ok(found.iter().map(|row| (row.number, domain::json::read(row.body.as_bytes()).ok())).collect())
    }

    fn listed(&self, programme: &str, after: Option<i64>, limit: usize) -> Stored<Vec<(i64, Option<Record>)>> {
        let found: Vec<PageRow> = self.all(
            "SELECT rowid AS number, body FROM record WHERE json_extract(body, '$.draft.programme') = ?
             AND json_extract(body, '$.draft.role') = 'mentor' AND json_extract(body, '$.standing') = 'listed'
             AND rowid > ? ORDER BY rowid LIMIT ?",
            vec![programme.into(), after.unwrap_or(0).into(), limited(limit).into()],
        )?;
        Ok(found.iter().map(|row| (row.number, domain::json::read(row.body.as_bytes()).ok())).collect())
    }

    fn of_address(&self, address: &str) -> Stored<Vec<DraftId>> {
        let found: Vec<IdRow> =
            self.all("SELECT record AS id FROM person WHERE address = ? ORDER BY record", vec![address.into()])?;
        Ok(ids(&found))
    }

    fn put_address(&self, address: &str, id: &DraftId) -> Stored<()> {
        self.run(
            "INSERT OR REPLACE INTO person (record, address) VALUES (?, ?)",
            vec![id.as_str().into(), address.into()],
        )
    }

    fn troubled(&self) -> Stored<Vec<(DraftId, Task)>> {
        let found: Vec<TaskRow> =
            self.all(&format!("SELECT {TASK} FROM outbox WHERE state IN ('unknown', 'given-up')"), vec![])?;
        let of_a_record = |(subject, task)| if let Subject::Record(id) = subject { Some((id, task)) } else { None };
        Ok(found.iter().filter_map(TaskRow::task).filter_map(of_a_record).collect())
    }

    fn staff_link(&self, hash: &LinkHash) -> Stored<Option<(String, Millis)>> {
        let row: Option<StaffLinkRow> =
            self.first("SELECT address, made_at FROM staff_link WHERE hash = ?", vec![hash.as_str().into()])?;
        Ok(row.map(|row| (row.address, row.made_at)))
    }

    fn put_staff_link(&self, hash: &LinkHash, address: &str, made_at: Millis) -> Stored<()> {
        self.run(
            "INSERT INTO staff_link (hash, address, made_at) VALUES (?, ?, ?)",
            vec![hash.as_str().into(), address.into(), made_at.into()],
        )
    }

    fn remove_staff_links(&self, hash: Option<&LinkHash>, until: Millis) -> Stored<()> {
        let hash = hash.map_or("", LinkHash::as_str);
        self.run("DELETE FROM staff_link WHERE hash = ? OR made_at <= ?", vec![hash.into(), until.into()])
    }

    fn staff_session(&self, session: &LinkHash) -> Stored<Option<StaffSession>> {
        let row: Option<StaffSessionRow> = self.first(
            "SELECT address, began_at, seen_at FROM staff_session WHERE hash = ?",
            vec![session.as_str().into()],
        )?;
        Ok(row.map(|row| StaffSession { address: row.address, began_at: row.began_at, seen_at: row.seen_at }))
    }

    fn put_staff_session(&self, session: &LinkHash, at: &StaffSession) -> Stored<()> {
        self.run(
            "INSERT OR REPLACE INTO staff_session (hash, address, began_at, seen_at) VALUES (?, ?, ?, ?)",
            vec![session.as_str().into(), at.address.as_str().into(), at.began_at.into(), at.seen_at.into()],
        )
    }

    fn lives(&self, programme: &str, limit: usize) -> Stored<Vec<LiveVersion>> {
        let found = self.all(
            "SELECT body FROM live WHERE programme = ? ORDER BY version DESC LIMIT ?",
            vec![programme.into(), limited(limit).into()],
        )?;
        Ok(read(found))
    }

    fn put_logged(&self, entry: &LogEntry) -> Stored<()> {
        let number = i64::try_from(entry.number).map_err(|_| StorageFailed)?;
        self.run("INSERT OR IGNORE INTO log (number, body) VALUES (?, ?)", vec![number.into(), text(entry)?.into()])
    }

    fn logged(&self, before: u64, limit: usize) -> Stored<Vec<LogEntry>> {
        let before = i64::try_from(before).unwrap_or(i64::MAX).min(9_007_199_254_740_991);
        let found: Vec<BodyRow> = self.all(
            "SELECT body FROM log WHERE number < ? ORDER BY number DESC LIMIT ?",
            vec![before.into(), limited(limit).into()],
        )?;
        all(found)
    }

    fn logged_after(&self, after: u64, limit: usize) -> Stored<Vec<LogEntry>> {
        let after = i64::try_from(after).map_err(|_| StorageFailed)?;
        all(self.all(
            "SELECT body FROM log WHERE number > ? ORDER BY number LIMIT ?",
            vec![after.into(), limited(limit).into()],
        )?)
    }

    fn remove_staff_session(&self, session: &LinkHash) -> Stored<()> {
        self.run("DELETE FROM staff_session WHERE hash = ?", vec![session.as_str().into()])
    }

    fn end_staff_sessions(&self, seen_until: Millis, began_until: Millis) -> Stored<()> {
        self.run(
            "DELETE FROM staff_session WHERE seen_at <= ? OR began_at <= ?",
            vec![seen_until.into(), began_until.into()],
        )
    }

    fn document(&self, name: &str) -> Stored<Option<Document>> {
        parsed(self.first("SELECT body FROM document WHERE name = ? ORDER BY version DESC LIMIT 1", vec![name.into()])?)
    }

    fn put_document(&self, document: &Document) -> Stored<()> {
        self.run(
            "INSERT OR IGNORE INTO document (name, version, body) VALUES (?, ?, ?)",
            vec![document.name.as_str().into(), i64::from(document.version).into(), text(document)?.into()],
        )
    }

    fn documents(&self, name: &str, limit: usize) -> Stored<Vec<Document>> {
        let found = self.all(
            "SELECT body FROM document WHERE name = ? ORDER BY version DESC LIMIT ?",
            vec![name.into(), limited(limit).into()],
        )?;
        Ok(read(found))
    }

    fn last_logged(&self) -> Stored<Option<LogEntry>> {
        parsed(self.first("SELECT body FROM log ORDER BY number DESC LIMIT 1", vec![])?)
    }
}
