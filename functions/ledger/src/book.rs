//! The ledger's rows as its decisions read and write them.

use crate::row::{AsideRow, AttemptRow, BodyRow, ErasureRow, IdRow, LinkRow, SessionRow, TASK, TaskRow};
use crate::rows::{CountRow, Rows, Stored};
use domain::call::{DraftId, Millis};
use domain::gate::Attempt;
use domain::ledger::{Book, Erasure, Link, LinkKind, Record, Session, StorageFailed};
use domain::link::LinkHash;
use domain::live::LiveVersion;
use domain::outbox::{Fact, Subject, Task};
use domain::reference::Reference;
use serde::Serialize;
use serde::de::DeserializeOwned;

pub fn parsed<T: DeserializeOwned>(row: Option<BodyRow>) -> Stored<Option<T>> {
    row.map(|row| domain::json::read(row.body.as_bytes()).map_err(|_| StorageFailed)).transpose()
}

/// Serialised to text by ourselves: the runtime's own way turns maps into `{}`.
pub fn text<T: Serialize>(value: &T) -> Stored<String> {
    serde_json::to_string(value).map_err(|_| StorageFailed)
}

pub fn limited(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}

pub fn ids(rows: &[IdRow]) -> Vec<DraftId> {
    rows.iter().filter_map(|row| DraftId::parse(&row.id)).collect()
}

impl Book for Rows {
    fn now(&self) -> Millis {
        Rows::now(self)
    }

    fn is_empty(&self) -> Stored<bool> {
        let row: Option<CountRow> =
            self.first("SELECT count(*) AS count FROM (SELECT 1 FROM record LIMIT 1)", vec![])?;
        Ok(row.is_none_or(|row| row.count == 0))
    }

    fn record(&self, id: &DraftId) -> Stored<Option<Record>> {
        parsed(self.first("SELECT body FROM record WHERE id = ?", vec![id.as_str().into()])?)
    }

    fn put_record(&self, record: &Record) -> Stored<()> {
        self.run(
            "INSERT INTO record (id, reference, version, body) VALUES (?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET version = excluded.version, body = excluded.body",
            vec![
                record.id.as_str().into(),
                record.reference.as_str().into(),
                i64::from(record.version).into(),
                text(record)?.into(),
            ],
        )
    }

    fn remove_record(&self, id: &DraftId) -> Stored<()> {
        for statement in [
            "DELETE FROM arrival WHERE record = ?",
            "DELETE FROM person WHERE record = ?",
            "DELETE FROM link WHERE record = ?",
            "DELETE FROM session WHERE record = ?",
            "DELETE FROM outbox WHERE subject = ?",
            "DELETE FROM record WHERE id = ?",
        ] {
            self.run(statement, vec![id.as_str().into()])?;
        }
        Ok(())
    }

    fn arrivals(&self, address: &str, since: Millis) -> Stored<Vec<Attempt>> {
        let rows: Vec<AttemptRow> = self.all(
            "SELECT record AS attempt, at FROM arrival WHERE address = ? AND at > ?",
            vec![address.into(), since.into()],
        )?;
        Ok(rows.into_iter().map(AttemptRow::attempt).collect())
    }

    fn put_arrival(&self, address: &str, id: &DraftId, at: Millis) -> Stored<()> {
        self.run(
            "INSERT OR REPLACE INTO arrival (address, record, at) VALUES (?, ?, ?)",
            vec![address.into(), id.as_str().into(), at.into()],
        )
    }

    fn forget_arrivals(&self, until: Millis) -> Stored<()> {
        self.run("DELETE FROM arrival WHERE at <= ?", vec![until.into()])
    }

    fn is_taken(&self, reference: &Reference) -> Stored<bool> {
        let row: Option<CountRow> =
            self.first("SELECT count(*) AS count FROM record WHERE reference = ?", vec![reference.as_str().into()])?;
        Ok(row.is_some_and(|row| row.count > 0))
    }

    fn waiting(&self, programme: &str) -> Stored<Vec<DraftId>> {
        let rows: Vec<IdRow> = self.all(
            "SELECT id FROM record WHERE json_extract(body, '$.draft.programme') = ?
             AND json_extract(body, '$.draft.role') = 'tell-me' AND json_extract(body, '$.standing') = 'received'",
            vec![programme.into()],
        )?;
        Ok(ids(&rows))
    }

    fn requests_of(&self, mentor: &DraftId) -> Stored<Vec<DraftId>> {
        let rows: Vec<IdRow> = self.all(
            "SELECT id FROM record WHERE json_extract(body, '$.requests[#-1].mentor') = ?
             AND json_extract(body, '$.requests[#-1].stage') IN ('asked', 'wondering', 'agreed', 'accepted')",
            vec![mentor.as_str().into()],
        )?;
        Ok(ids(&rows))
    }

    fn link(&self, hash: &LinkHash) -> Stored<Option<(DraftId, Link)>> {
        let row: Option<LinkRow> =
            self.first("SELECT hash, record, kind, made_at FROM link WHERE hash = ?", vec![hash.as_str().into()])?;
        Ok(row.and_then(|row| Some((DraftId::parse(&row.record)?, row.link()?))))
    }

    fn links(&self, id: &DraftId) -> Stored<Vec<Link>> {
        let rows: Vec<LinkRow> = self.all(
            "SELECT hash, record, kind, made_at FROM link WHERE record = ? ORDER BY made_at, hash",
            vec![id.as_str().into()],
        )?;
        Ok(rows.into_iter().filter_map(LinkRow::link).collect())
    }

    fn put_link(&self, id: &DraftId, link: &Link) -> Stored<()> {
        self.run(
            "INSERT INTO link (hash, record, kind, made_at) VALUES (?, ?, ?, ?)",
            vec![link.hash.as_str().into(), id.as_str().into(), link.kind.key().into(), link.made_at.into()],
        )
    }

    fn remove_links(&self, id: &DraftId, kind: LinkKind) -> Stored<()> {
        self.run("DELETE FROM link WHERE record = ? AND kind = ?", vec![id.as_str().into(), kind.key().into()])
    }

    fn session(&self, hash: &LinkHash, now: Millis) -> Stored<Option<Session>> {
        let row: Option<SessionRow> = self.first(
            "SELECT record, kind, ends_at FROM session WHERE hash = ? AND ends_at > ?",
            vec![hash.as_str().into(), now.into()],
        )?;
        Ok(row.and_then(|row| {
            let (record, kind) = (DraftId::parse(&row.record)?, LinkKind::parse(&row.kind)?);
            Some(Session { record, kind, ends_at: row.ends_at })
        }))
    }

    fn put_session(&self, hash: &LinkHash, session: &Session) -> Stored<()> {
        self.run(
            "INSERT OR REPLACE INTO session (hash, record, kind, ends_at) VALUES (?, ?, ?, ?)",
            vec![
                hash.as_str().into(),
                session.record.as_str().into(),
                session.kind.key().into(),
                session.ends_at.into(),
            ],
        )
    }

    fn limit_sessions(&self, id: &DraftId, count: i64) -> Stored<()> {
        self.run(
            "DELETE FROM session WHERE record = ? AND hash NOT IN (
               SELECT hash FROM session WHERE record = ? ORDER BY ends_at DESC LIMIT ?)",
            vec![id.as_str().into(), id.as_str().into(), count.into()],
        )
    }

    fn remove_sessions(&self, id: &DraftId, kind: LinkKind) -> Stored<()> {
        self.run("DELETE FROM session WHERE record = ? AND kind = ?", vec![id.as_str().into(), kind.key().into()])
    }

    fn end_sessions(&self, now: Millis) -> Stored<()> {
        self.run("DELETE FROM session WHERE ends_at <= ?", vec![now.into()])
    }

    fn tasks(&self, subject: &Subject) -> Stored<Vec<Task>> {
        let rows: Vec<TaskRow> = self
            .all(&format!("SELECT {TASK} FROM outbox WHERE subject = ? ORDER BY rank"), vec![subject.key().into()])?;
        Ok(rows.iter().filter_map(TaskRow::task).map(|(_, task)| task).collect())
    }

    fn put_task(&self, subject: &Subject, task: &Task) -> Stored<()> {
        let rank = Fact::ALL.iter().position(|fact| *fact == task.fact).map_or(i64::MAX, limited);
        self.run(
            "INSERT INTO outbox (subject, fact, rank, state, attempts, first_at, due_at, possible_duplicate)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (subject, fact) DO UPDATE SET state = excluded.state, attempts = excluded.attempts,
               first_at = excluded.first_at, due_at = excluded.due_at, possible_duplicate = excluded.possible_duplicate",
            vec![
                subject.key().into(),
                task.fact.key().into(),
                rank.into(),
                task.state.key().into(),
                i64::from(task.attempts).into(),
                task.first_at.into(),
                task.due_at.into(),
                i64::from(task.possible_duplicate).into(),
            ],
        )
    }

    fn remove_task(&self, subject: &Subject, fact: Fact) -> Stored<()> {
        self.run("DELETE FROM outbox WHERE subject = ? AND fact = ?", vec![subject.key().into(), fact.key().into()])
    }

    fn due(&self, now: Millis, limit: usize) -> Stored<Vec<(Subject, Task)>> {
        let rows: Vec<TaskRow> = self.all(
            &format!(
                "SELECT {TASK} FROM outbox WHERE state IN ('waiting', 'leased') AND due_at <= ? ORDER BY rank, due_at LIMIT ?"
            ),
            vec![now.into(), limited(limit).into()],
        )?;
        Ok(rows.iter().filter_map(TaskRow::task).collect())
    }

    fn set_stale(&self, id: &DraftId, is_stale: bool) -> Stored<()> {
        self.run("UPDATE record SET stale = ? WHERE id = ?", vec![i64::from(is_stale).into(), id.as_str().into()])
    }

    fn stale(&self, now: Millis, limit: usize) -> Stored<Vec<DraftId>> {
        let rows: Vec<IdRow> = self.all(
            "SELECT id FROM record WHERE stale = 1 AND NOT EXISTS (
               SELECT 1 FROM outbox WHERE outbox.subject = record.id AND fact NOT IN ('seal-record')
               AND (state = 'leased' OR (state = 'waiting' AND due_at <= ?))) LIMIT ?",
            vec![now.into(), limited(limit).into()],
        )?;
        Ok(ids(&rows))
    }

    fn live(&self, programme: &str) -> Stored<Option<LiveVersion>> {
        parsed(
            self.first(
                "SELECT body FROM live WHERE programme = ? ORDER BY version DESC LIMIT 1",
                vec![programme.into()],
            )?,
        )
    }

    fn put_live(&self, live: &LiveVersion) -> Stored<()> {
        self.run(
            "INSERT OR IGNORE INTO live (programme, version, body) VALUES (?, ?, ?)",
            vec![live.programme.as_str().into(), i64::from(live.version).into(), text(live)?.into()],
        )
    }

    fn erasure(&self, name: &str) -> Stored<Option<Erasure>> {
        let row: Option<ErasureRow> =
            self.first("SELECT name, versions, at FROM erasure WHERE name = ?", vec![name.into()])?;
        Ok(row.map(|row| Erasure { name: row.name, versions: row.versions, at: row.at }))
    }

    fn put_erasure(&self, erasure: &Erasure) -> Stored<()> {
        self.run(
            "INSERT OR REPLACE INTO erasure (name, versions, at) VALUES (?, ?, ?)",
            vec![erasure.name.as_str().into(), i64::from(erasure.versions).into(), erasure.at.into()],
        )
    }

    fn aside(&self) -> Stored<Vec<(String, String)>> {
        let rows: Vec<AsideRow> = self.all("SELECT name, why FROM aside ORDER BY name", vec![])?;
        Ok(rows.into_iter().map(|row| (row.name, row.why)).collect())
    }

    fn put_aside(&self, name: &str, why: &str) -> Stored<()> {
        self.run("INSERT OR REPLACE INTO aside (name, why) VALUES (?, ?)", vec![name.into(), why.into()])
    }

    fn remove_aside(&self, name: &str) -> Stored<()> {
        self.run("DELETE FROM aside WHERE name = ?", vec![name.into()])
    }

    fn note(&self, name: &str) -> Stored<Option<String>> {
        self.value(name)
    }

    fn put_note(&self, name: &str, value: &str) -> Stored<()> {
        self.put_value(name, value)
    }
}
