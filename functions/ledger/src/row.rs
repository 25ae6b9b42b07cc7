//! Rows as the tables give them, and what they are read as.

use domain::call::Millis;
use domain::gate::Attempt;
use domain::ledger::{Link, LinkKind};
use domain::link::LinkHash;
use domain::outbox::{Fact, Subject, Task, TaskState};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct BodyRow {
    pub body: String,
}

#[derive(Deserialize)]
pub struct IdRow {
    pub id: String,
}

#[derive(Deserialize)]
pub struct SessionRow {
    pub record: String,
    pub kind: String,
    pub ends_at: i64,
}

#[derive(Deserialize)]
pub struct LinkRow {
    pub hash: String,
    pub record: String,
    pub kind: String,
    pub made_at: Millis,
}

#[derive(Deserialize)]
pub struct TaskRow {
    pub subject: String,
    pub fact: String,
    pub state: String,
    pub attempts: u32,
    pub first_at: Millis,
    pub due_at: Millis,
    pub possible_duplicate: u8,
}

#[derive(Deserialize)]
pub struct ErasureRow {
    pub name: String,
    pub versions: u32,
    pub at: Millis,
}

#[derive(Deserialize)]
pub struct AsideRow {
    pub name: String,
    pub why: String,
}

/// A record with the number of its row.
#[derive(Deserialize)]
pub struct PageRow {
    pub number: i64,
    pub body: String,
}

#[derive(Deserialize)]
pub struct StaffLinkRow {
    pub address: String,
    pub made_at: Millis,
}

#[derive(Deserialize)]
pub struct StaffSessionRow {
    pub address: String,
    pub began_at: Millis,
    pub seen_at: Millis,
}

/// The columns of a [`TaskRow`].
pub const TASK: &str = "subject, fact, state, attempts, first_at, due_at, possible_duplicate";

impl LinkRow {
    pub fn link(self) -> Option<Link> {
        Some(Link { hash: LinkHash::parse(&self.hash)?, kind: LinkKind::parse(&self.kind)?, made_at: self.made_at })
    }
}

impl TaskRow {
    pub fn task(&self) -> Option<(Subject, Task)> {
        let task = Task {
            fact: Fact::parse(&self.fact)?,
            state: TaskState::parse(&self.state)?,
            attempts: self.attempts,
            first_at: self.first_at,
            due_at: self.due_at,
            possible_duplicate: self.possible_duplicate != 0,
        };
        Some((Subject::parse(&self.subject)?, task))
    }
}

/// One attempt or arrival that counts.
#[derive(Deserialize)]
pub struct AttemptRow {
    attempt: String,
    at: Millis,
}

impl AttemptRow {
    pub fn attempt(self) -> Attempt {
        Attempt { attempt: self.attempt, at: self.at }
    }
}
