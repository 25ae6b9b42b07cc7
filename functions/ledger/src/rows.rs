//! The ledger's tables and the few statements that read and write them.

use domain::call::{DraftId, Millis};
use domain::ledger::{Link, LinkKind, Record};
use domain::link::LinkHash;
use domain::reference::Reference;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use worker::{Error, Result, SqlStorage, SqlStorageValue};

/// A record is at most 64 KiB of answers (the limit of a body) with its history; the lengths of ids, hashes and keys are
/// those of their types. A row may have 2 MB.
const TABLES: &str = "
CREATE TABLE IF NOT EXISTS record (
  id TEXT PRIMARY KEY CHECK (length(id) = 32),
  reference TEXT NOT NULL UNIQUE CHECK (length(reference) = 8),
  version INTEGER NOT NULL CHECK (version > 0),
  body TEXT NOT NULL CHECK (length(body) <= 262144),
  stale INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS record_stale ON record (id) WHERE stale = 1;
CREATE TABLE IF NOT EXISTS link (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  record TEXT NOT NULL REFERENCES record (id),
  kind TEXT NOT NULL CHECK (length(kind) <= 16),
  made_at INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS link_record ON link (record);
CREATE TABLE IF NOT EXISTS session (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  record TEXT NOT NULL REFERENCES record (id),
  ends_at INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS session_ends ON session (ends_at);
CREATE INDEX IF NOT EXISTS session_record ON session (record, ends_at);
CREATE TABLE IF NOT EXISTS task (
  record TEXT NOT NULL REFERENCES record (id),
  fact TEXT NOT NULL CHECK (length(fact) <= 20),
  rank INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (length(state) <= 12),
  attempts INTEGER NOT NULL,
  first_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  possible_duplicate INTEGER NOT NULL,
  PRIMARY KEY (record, fact)
);
CREATE INDEX IF NOT EXISTS task_due ON task (rank, due_at) WHERE state IN ('waiting', 'leased');
CREATE TABLE IF NOT EXISTS meta (
  name TEXT PRIMARY KEY CHECK (length(name) <= 40),
  value TEXT NOT NULL CHECK (length(value) <= 1000)
);
";

/// The tables of one object.
pub struct Rows {
    sql: SqlStorage,
}

#[derive(Deserialize)]
struct BodyRow {
    body: String,
}

#[derive(Deserialize)]
struct LinkRow {
    hash: String,
    record: String,
    kind: String,
    made_at: Millis,
}

#[derive(Deserialize)]
pub struct CountRow {
    pub count: i64,
}

impl Rows {
    pub fn of(sql: SqlStorage) -> Self {
        Self { sql }
    }

    /// Makes the tables that are not there yet.
    pub fn prepare(&self) -> Result<()> {
        self.run(TABLES, vec![])
    }

    pub fn run(&self, statement: &str, values: Vec<SqlStorageValue>) -> Result<()> {
        self.sql.exec(statement, values).map(drop)
    }

    pub fn all<T: DeserializeOwned>(&self, statement: &str, values: Vec<SqlStorageValue>) -> Result<Vec<T>> {
        self.sql.exec(statement, values)?.to_array()
    }

    pub fn first<T: DeserializeOwned>(&self, statement: &str, values: Vec<SqlStorageValue>) -> Result<Option<T>> {
        Ok(self.all(statement, values)?.into_iter().next())
    }

    pub fn record(&self, id: &DraftId) -> Result<Option<Record>> {
        let row: Option<BodyRow> = self.first("SELECT body FROM record WHERE id = ?", vec![id.as_str().into()])?;
        row.map(|row| serde_json::from_str(&row.body).map_err(|_| Error::from("a record cannot be read"))).transpose()
    }

    /// Stores a record, new or in its next version.
    pub fn put_record(&self, record: &Record) -> Result<()> {
        let body = serde_json::to_string(record).map_err(|_| Error::from("a record cannot be written"))?;
        self.run(
            "INSERT INTO record (id, reference, version, body) VALUES (?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET version = excluded.version, body = excluded.body",
            vec![
                record.id.as_str().into(),
                record.reference.as_str().into(),
                i64::from(record.version).into(),
                body.into(),
            ],
        )
    }

    pub fn is_taken(&self, reference: &Reference) -> Result<bool> {
        let row: Option<CountRow> =
            self.first("SELECT count(*) AS count FROM record WHERE reference = ?", vec![reference.as_str().into()])?;
        Ok(row.is_some_and(|row| row.count > 0))
    }

    pub fn link(&self, hash: &LinkHash) -> Result<Option<(DraftId, Link)>> {
        let row: Option<LinkRow> =
            self.first("SELECT hash, record, kind, made_at FROM link WHERE hash = ?", vec![hash.as_str().into()])?;
        Ok(row.and_then(|row| Some((DraftId::parse(&row.record)?, row.link()?))))
    }

    pub fn links(&self, record: &DraftId) -> Result<Vec<Link>> {
        let rows: Vec<LinkRow> = self.all(
            "SELECT hash, record, kind, made_at FROM link WHERE record = ? ORDER BY made_at, hash",
            vec![record.as_str().into()],
        )?;
        Ok(rows.into_iter().filter_map(LinkRow::link).collect())
    }

    pub fn put_link(&self, record: &DraftId, link: &Link) -> Result<()> {
        self.run(
            "INSERT INTO link (hash, record, kind, made_at) VALUES (?, ?, ?, ?)",
            vec![link.hash.as_str().into(), record.as_str().into(), link.kind.key().into(), link.made_at.into()],
        )
    }

    pub fn remove_links(&self, record: &DraftId, kind: LinkKind) -> Result<()> {
        self.run("DELETE FROM link WHERE record = ? AND kind = ?", vec![record.as_str().into(), kind.key().into()])
    }
}

impl LinkRow {
    fn link(self) -> Option<Link> {
        Some(Link { hash: LinkHash::parse(&self.hash)?, kind: LinkKind::parse(&self.kind)?, made_at: self.made_at })
    }
}
