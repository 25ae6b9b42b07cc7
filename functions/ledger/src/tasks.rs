//! The outbox's table: tasks as rows, what is due, and when to look again.

use crate::rows::Rows;
use domain::call::{DraftId, Millis};
use domain::ledger::Record;
use domain::outbox::{Fact, Task, TaskState};
use serde::Deserialize;
use worker::Result;

const COLUMNS: &str = "record, fact, state, attempts, first_at, due_at, possible_duplicate";

#[derive(Deserialize)]
struct TaskRow {
    record: String,
    fact: String,
    state: String,
    attempts: u32,
    first_at: Millis,
    due_at: Millis,
    possible_duplicate: u8,
}

#[derive(Deserialize)]
struct IdRow {
    id: String,
}

#[derive(Deserialize)]
struct NextRow {
    next: Option<Millis>,
}

impl TaskRow {
    fn task(&self) -> Option<(DraftId, Task)> {
        let task = Task {
            fact: Fact::parse(&self.fact)?,
            state: TaskState::parse(&self.state)?,
            attempts: self.attempts,
            first_at: self.first_at,
            due_at: self.due_at,
            possible_duplicate: self.possible_duplicate != 0,
        };
        Some((DraftId::parse(&self.record)?, task))
    }
}

impl Rows {
    pub fn tasks(&self, record: &DraftId) -> Result<Vec<Task>> {
        let rows: Vec<TaskRow> = self
            .all(&format!("SELECT {COLUMNS} FROM task WHERE record = ? ORDER BY rank"), vec![record.as_str().into()])?;
        Ok(rows.iter().filter_map(TaskRow::task).map(|(_, task)| task).collect())
    }

    pub fn task(&self, record: &DraftId, fact: Fact) -> Result<Option<Task>> {
        Ok(self.tasks(record)?.into_iter().find(|task| task.fact == fact))
    }

    pub fn put_task(&self, record: &DraftId, task: &Task) -> Result<()> {
        let rank = Fact::ALL.iter().position(|fact| *fact == task.fact).and_then(|place| i64::try_from(place).ok());
        self.run(
            "INSERT INTO task (record, fact, rank, state, attempts, first_at, due_at, possible_duplicate)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (record, fact) DO UPDATE SET state = excluded.state, attempts = excluded.attempts,
               first_at = excluded.first_at, due_at = excluded.due_at, possible_duplicate = excluded.possible_duplicate",
            vec![
                record.as_str().into(),
                task.fact.key().into(),
                rank.unwrap_or(i64::MAX).into(),
                task.state.key().into(),
                i64::from(task.attempts).into(),
                task.first_at.into(),
                task.due_at.into(),
                i64::from(task.possible_duplicate).into(),
            ],
        )
    }

    /// What is due, letters that people wait for first.
    pub fn due(&self, now: Millis, limit: i64) -> Result<Vec<(DraftId, Task)>> {
        let rows: Vec<TaskRow> = self.all(
            &format!(
                "SELECT {COLUMNS} FROM task WHERE state IN ('waiting', 'leased') AND due_at <= ? ORDER BY rank, due_at LIMIT ?"
            ),
            vec![now.into(), limit.into()],
        )?;
        Ok(rows.iter().filter_map(TaskRow::task).collect())
    }

    /// A record changed: its newest version is to be sealed. One task serves several changes: it seals what is then newest.
    pub fn seal_again(&self, record: &DraftId, now: Millis) -> Result<()> {
        match self.task(record, Fact::SealRecord)? {
            Some(task) if !task.state.is_final() => Ok(()),
            _ => self.put_task(record, &Task::new(Fact::SealRecord, now)),
        }
    }

    /// The fate of a letter is settled and belongs into the next copy.
    pub fn mark_stale(&self, record: &DraftId) -> Result<()> {
        self.run("UPDATE record SET stale = 1 WHERE id = ?", vec![record.as_str().into()])
    }

    /// Gives records whose letters are settled their next version, once for all letters that were due together;
    /// says how many.
    pub fn renew_stale(&self, now: Millis, limit: i64) -> Result<usize> {
        let rows: Vec<IdRow> = self.all(
            "SELECT id FROM record WHERE stale = 1 AND NOT EXISTS (
               SELECT 1 FROM task WHERE task.record = record.id AND fact <> 'seal-record'
               AND (state = 'leased' OR (state = 'waiting' AND due_at <= ?))) LIMIT ?",
            vec![now.into(), limit.into()],
        )?;
        for id in rows.iter().filter_map(|row| DraftId::parse(&row.id)) {
            match self.record(&id) {
                Ok(Some(record)) => {
                    self.put_record(&Record { version: record.version.saturating_add(1), ..record })?;
                    self.seal_again(&id, now)?;
                }
                Ok(None) => {}
                // It holds up nobody else's; its task for sealing says so again and again.
                Err(_) => worker::console_error!("outbox: a record cannot be read"),
            }
            self.run("UPDATE record SET stale = 0 WHERE id = ?", vec![id.as_str().into()])?;
        }
        Ok(rows.len())
    }

    /// When something is next to be done: a task, a session that ends, or (at once) a copy to renew.
    pub fn next_at(&self) -> Result<Option<Millis>> {
        let row: Option<NextRow> = self.first(
            "SELECT min(at) AS next FROM (
               SELECT min(due_at) AS at FROM task WHERE state IN ('waiting', 'leased')
               UNION ALL SELECT min(ends_at) FROM session
               UNION ALL SELECT 0 FROM record WHERE stale = 1 AND NOT EXISTS (
                 SELECT 1 FROM task WHERE task.record = record.id AND fact <> 'seal-record' AND state = 'leased'))",
            vec![],
        )?;
        Ok(row.and_then(|row| row.next))
    }
}
