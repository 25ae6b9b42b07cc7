//! The ledger's tables, and statements on them.

use crate::clock;
use domain::call::Millis;
use domain::json::{self, NotRead, Tree};
use domain::ledger::StorageFailed;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::borrow::Cow;
use std::cell::OnceCell;
use worker::{SqlStorage, SqlStorageValue};

/// A record is at most 64 KiB of answers (the limit of a body) with its history; the lengths of ids, hashes and keys are
/// those of their types. A row may have 2 MB. Who waits is found by what stands in the record itself.
const TABLES: &str = "
CREATE TABLE IF NOT EXISTS record (
  id TEXT PRIMARY KEY CHECK (length(id) = 32),
  reference TEXT NOT NULL UNIQUE CHECK (length(reference) = 8),
  version INTEGER NOT NULL CHECK (version > 0),
  body TEXT NOT NULL CHECK (length(body) <= 262144),
  stale INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS record_stale ON record (id) WHERE stale = 1;
CREATE INDEX IF NOT EXISTS record_waiting ON record (json_extract(body, '$.draft.programme'))
  WHERE json_extract(body, '$.draft.role') = 'tell-me' AND json_extract(body, '$.standing') = 'received';
CREATE INDEX IF NOT EXISTS record_mentor ON record (json_extract(body, '$.requests[#-1].mentor'))
  WHERE json_extract(body, '$.requests[#-1].mentor') IS NOT NULL;
CREATE INDEX IF NOT EXISTS record_listed ON record (json_extract(body, '$.draft.programme'))
  WHERE json_extract(body, '$.draft.role') = 'mentor' AND json_extract(body, '$.standing') = 'listed';
CREATE TABLE IF NOT EXISTS link (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  record TEXT NOT NULL REFERENCES record (id),
  kind TEXT NOT NULL CHECK (length(kind) <= 16),
  made_at INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS link_record ON link (record);
CREATE TABLE IF NOT EXISTS arrival (
  address TEXT NOT NULL CHECK (length(address) = 64),
  record TEXT NOT NULL REFERENCES record (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (address, record)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS arrival_at ON arrival (at);
CREATE INDEX IF NOT EXISTS arrival_record ON arrival (record);
CREATE TABLE IF NOT EXISTS session (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  record TEXT NOT NULL REFERENCES record (id),
  kind TEXT NOT NULL CHECK (length(kind) <= 16),
  ends_at INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS session_ends ON session (ends_at);
CREATE INDEX IF NOT EXISTS session_record ON session (record, ends_at);
CREATE TABLE IF NOT EXISTS person (
  record TEXT PRIMARY KEY REFERENCES record (id),
  address TEXT NOT NULL CHECK (length(address) = 64)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS person_address ON person (address);
CREATE TABLE IF NOT EXISTS staff_link (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  address TEXT NOT NULL CHECK (length(address) <= 254),
  made_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS staff_session (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  address TEXT NOT NULL CHECK (length(address) <= 254),
  began_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS document (
  name TEXT NOT NULL CHECK (length(name) <= 40),
  version INTEGER NOT NULL CHECK (version > 0),
  body TEXT NOT NULL CHECK (length(body) <= 262144),
  PRIMARY KEY (name, version)
);
CREATE TABLE IF NOT EXISTS log (
  number INTEGER PRIMARY KEY,
  body TEXT NOT NULL CHECK (length(body) <= 400)
);
CREATE TABLE IF NOT EXISTS outbox (
  subject TEXT NOT NULL CHECK (length(subject) <= 80),
  fact TEXT NOT NULL CHECK (length(fact) <= 20),
  rank INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (length(state) <= 12),
  attempts INTEGER NOT NULL,
  first_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  possible_duplicate INTEGER NOT NULL,
  PRIMARY KEY (subject, fact)
);
CREATE INDEX IF NOT EXISTS outbox_due ON outbox (rank, due_at) WHERE state IN ('waiting', 'leased');
CREATE TABLE IF NOT EXISTS live (
  programme TEXT NOT NULL CHECK (length(programme) <= 40),
  version INTEGER NOT NULL CHECK (version > 0),
  body TEXT NOT NULL CHECK (length(body) <= 8192),
  PRIMARY KEY (programme, version)
);
CREATE TABLE IF NOT EXISTS erasure (
  name TEXT PRIMARY KEY CHECK (length(name) = 64),
  versions INTEGER NOT NULL,
  at INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS aside (
  name TEXT PRIMARY KEY CHECK (length(name) <= 512),
  why TEXT NOT NULL CHECK (length(why) <= 80)
);
CREATE TABLE IF NOT EXISTS note (
  name TEXT PRIMARY KEY CHECK (length(name) <= 40),
  value TEXT NOT NULL CHECK (length(value) <= 16384)
);
";

/// The tables of one object.
pub struct Rows {
    sql: SqlStorage,
    now: OnceCell<Millis>,
}

#[derive(Deserialize)]
pub struct CountRow {
    pub count: i64,
}

#[derive(Deserialize)]
struct ValueRow {
    value: String,
}

#[derive(Deserialize)]
struct NextRow {
    next: Option<i64>,
}

/// Of a statement: what the runtime says of a failure could hold what was typed, so it goes no further.
pub type Stored<T> = Result<T, StorageFailed>;

impl Rows {
    pub fn of(sql: SqlStorage) -> Self {
        Self { sql, now: OnceCell::new() }
    }

    /// The time: one for everything that is decided together.
    pub fn now(&self) -> Millis {
        *self.now.get_or_init(|| clock::now(self))
    }

    /// Makes the tables that are not there yet.
    pub fn prepare(&self) -> Stored<()> {
        self.run(TABLES, vec![])
    }

    pub fn run(&self, statement: &str, values: Vec<SqlStorageValue>) -> Stored<()> {
        self.sql.exec(statement, values).map(drop).map_err(|_| StorageFailed)
    }

    pub fn all<T: DeserializeOwned>(&self, statement: &str, values: Vec<SqlStorageValue>) -> Stored<Vec<T>> {
        let mut all = Vec::new();
        self.each(statement, values, &mut |row| {
            all.push(json::made_of(row).map_err(|NotRead| StorageFailed)?);
            Ok(())
        })?;
        Ok(all)
    }

    /// Every row that is found, as JSON has it: no second reader is needed for the runtime's own objects.
    fn each(
        &self,
        statement: &str,
        values: Vec<SqlStorageValue>,
        take: &mut dyn FnMut(&Tree<'_>) -> Stored<()>,
    ) -> Stored<()> {
        let found = self.sql.exec(statement, values).map_err(|_| StorageFailed)?;
        let columns = found.column_names();
        for row in found.raw() {
            let values = row.map_err(|_| StorageFailed)?.into_iter().map(tree);
            let names = columns.iter().map(|name| Tree::Text(Cow::Borrowed(name)));
            take(&Tree::Object(names.zip(values).collect()))?;
        }
        Ok(())
    }

    pub fn first<T: DeserializeOwned>(&self, statement: &str, values: Vec<SqlStorageValue>) -> Stored<Option<T>> {
        Ok(self.all(statement, values)?.into_iter().next())
    }

    pub fn value(&self, name: &str) -> Stored<Option<String>> {
        let row: Option<ValueRow> = self.first("SELECT value FROM note WHERE name = ?", vec![name.into()])?;
        Ok(row.map(|row| row.value))
    }

    pub fn put_value(&self, name: &str, value: &str) -> Stored<()> {
        self.run("INSERT OR REPLACE INTO note (name, value) VALUES (?, ?)", vec![name.into(), value.into()])
    }

    pub fn remove_value(&self, name: &str) -> Stored<()> {
        self.run("DELETE FROM note WHERE name = ?", vec![name.into()])
    }

    /// When something is next to be done: a task, a session that ends, a round of the alarm's own, or (at once) a copy to
    /// renew.
    pub fn next_at(&self) -> Stored<Option<i64>> {
        let row: Option<NextRow> = self.first(
            "SELECT min(at) AS next FROM (
               SELECT min(due_at) AS at FROM outbox WHERE state IN ('waiting', 'leased')
               UNION ALL SELECT min(ends_at) FROM session
               UNION ALL SELECT CAST(value AS INTEGER) FROM note WHERE name IN ('due-sweep', 'due-rotation')
               UNION ALL SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM note WHERE name = 'due-sweep')
               UNION ALL SELECT 0 FROM record WHERE stale = 1 AND NOT EXISTS (
                 SELECT 1 FROM outbox WHERE outbox.subject = record.id AND fact NOT IN ('seal-record')
                 AND state = 'leased'))",
            vec![],
        )?;
        Ok(row.and_then(|row| row.next))
    }
}

/// No table has bytes in it.
fn tree(value: SqlStorageValue) -> Tree<'static> {
    match value {
        SqlStorageValue::Null | SqlStorageValue::Blob(_) => Tree::Null,
        SqlStorageValue::Boolean(value) => Tree::Bool(value),
        SqlStorageValue::Integer(value) => Tree::Whole(value),
        SqlStorageValue::Float(value) => Tree::Real(value),
        SqlStorageValue::String(text) => Tree::Text(Cow::Owned(text)),
    }
}
