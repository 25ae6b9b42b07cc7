//! What the desk's calls carry, there and back.

use super::super::closure::Closure;
use super::super::member::Member;
use super::super::row::Row;
use super::{DeskMentor, DeskRequest, DeskWishes};
use crate::asked::Asked;
use crate::call::Millis;
use crate::draft::Draft;
use crate::ledger::Event;
use crate::live::LiveVersion;
use crate::outbox::Task;
use crate::standing::Standing;
use crate::text::Language;
use serde::{Deserialize, Serialize};

/// What opens the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskReply {
    /// The ledger's time.
    pub at: Millis,
    pub me: Member,
    /// Of the programmes that this person serves.
    pub programmes: Vec<LiveVersion>,
    /// Copies that could not be taken up, by name, with why; for administrators.
    pub aside: Vec<(String, String)>,
}

/// Where a page begins: after the row of that number; nothing for the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct After {
    pub after: Option<i64>,
}

/// A page of lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rows {
    pub rows: Vec<Row>,
    pub next: Option<i64>,
    /// How many on this page cannot be read, of whatever programme.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub unreadable: u32,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
const fn is_zero(count: &u32) -> bool {
    *count == 0
}

/// A page of answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswersPage {
    pub records: Vec<RecordAnswers>,
    pub next: Option<i64>,
}

/// The answers of one record, by question; none where the record is protected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordAnswers {
    pub reference: String,
    pub answers: Vec<(String, Vec<String>)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadRecordRequest {
    pub reference: String,
    /// Why the answers of a protected record must be seen.
    pub reason: Option<String>,
}

/// A record as staff see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskRecord {
    pub row: Row,
    pub language: Language,
    /// Version of the notice on personal data that its person was shown.
    pub notice: String,
    /// The day that its person was promised, `YYYY-MM-DD`; the row's may be that of something they have asked.
    pub promised: Option<String>,
    /// Question id and values, in form order; none where they are masked.
    pub answers: Vec<(String, Vec<String>)>,
    /// As it arrived, where it was changed since.
    pub arrived: Option<Vec<(String, Vec<String>)>>,
    /// Whether the answers are kept back until a reason is given.
    pub is_masked: bool,
    pub registry: Option<String>,
    pub history: Vec<Event>,
    /// Letters with their fate.
    pub letters: Vec<Task>,
    /// Whether the last decision can still be taken back: its letter waits.
    pub may_be_undone: bool,
    /// What that letter says, in the person's language; nothing where the answers are masked.
    pub letter: Option<String>,
    /// Other records of the same address.
    pub others: Vec<Row>,
    /// Whether something the person answered speaks against the mentor's independence, and nobody has allowed it.
    pub needs_allowing: bool,
    /// What the person has asked of staff, the oldest first; without their words where the answers are masked.
    pub asked: Vec<Asked>,
    /// Of a mentor's record.
    pub mentor: Option<DeskMentor>,
    /// The mentors who were asked, the oldest first.
    pub requests: Vec<DeskRequest>,
    /// Whom a mentee wishes for; nothing where the answers are masked, or nothing was wished.
    pub wishes: Option<DeskWishes>,
}

/// Names a record in the version that was seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    pub reference: String,
    pub seen: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecideRequest {
    pub reference: String,
    pub seen: u32,
    pub standing: Standing,
    /// For the history; needed where the move asks for a reason.
    pub comment: Option<String>,
    /// What the letter says, where staff have changed it.
    pub letter: Option<String>,
}

/// Something about a record with a sentence of staff's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReasonRequest {
    pub reference: String,
    pub seen: u32,
    pub reason: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CorrectRequest {
    pub reference: String,
    pub seen: u32,
    pub draft: Draft,
    pub reason: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnterRequest {
    /// Drawn in the browser, as for any draft: entering twice is entering once.
    pub id: String,
    pub receipt_hash: String,
    pub draft: Draft,
    /// How it came.
    pub reason: String,
}

/// What a record can be marked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    Protected,
    Restricted,
}

/// The `next` of the page before; nothing for the first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RestoreRequest {
    pub from: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkRequest {
    pub reference: String,
    pub seen: u32,
    pub mark: Mark,
    pub is_so: bool,
    pub reason: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegistryRequest {
    pub reference: String,
    pub seen: u32,
    pub number: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExportRequest {
    pub rows: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeRequest {
    pub programme: String,
}

/// The list of staff in a version; 0 where nobody has set one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Members {
    pub version: u32,
    pub members: Vec<Member>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetMembersRequest {
    pub seen: u32,
    pub members: Vec<Member>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Before {
    pub before: Option<u64>,
}

/// A line of the log: ids, a kind and a time, chained by hash; never a name, answer or comment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogEntry {
    /// 1 is the first.
    pub number: u64,
    pub at: Millis,
    /// A keyed hash of the address of who did it.
    pub who: String,
    /// What was done, as the last part of its call's path.
    pub what: String,
    /// A reference, a programme's slug, a count, a run's number and count, or nothing.
    pub about: String,
    /// SHA-256 of the line before's hash and this line.
    pub hash: String,
}

/// The closed days in a version; 0 where nobody has set any.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closures {
    pub version: u32,
    pub closures: Vec<Closure>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetClosuresRequest {
    pub seen: u32,
    pub closures: Vec<Closure>,
}

/// Answers something that the person has asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerAskedRequest {
    pub reference: String,
    pub seen: u32,
    /// Which of what was asked; 1 is the first.
    pub number: u32,
    /// Done, or refused.
    pub is_done: bool,
    /// What the person reads on their own page.
    pub answer: String,
}
