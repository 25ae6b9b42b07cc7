//! What must happen after a record is kept: facts with attempts, leases and pauses, decided without a clock.

mod fact;

pub use fact::Fact;

use crate::call::{DraftId, Millis};
use crate::link::LinkHash;
use serde::{Deserialize, Serialize};

/// What a task is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    Record(DraftId),
    /// The live half of the programme with that slug.
    Live(String),
    /// The erased record of that name.
    Erasure(String),
    /// Something of the whole university, by its name.
    Document(String),
    /// Whoever of the staff reads the address of that hash, if anybody does.
    Staff(LinkHash),
}

impl Subject {
    /// How it is kept: an id, or a word, a slash and a name; 71 characters at most.
    pub fn key(&self) -> String {
        match self {
            Self::Record(id) => id.as_str().to_owned(),
            Self::Live(slug) => format!("live/{slug}"),
            Self::Erasure(name) => format!("erased/{name}"),
            Self::Document(name) => format!("document/{name}"),
            Self::Staff(hash) => format!("staff/{}", hash.as_str()),
        }
    }

    pub fn parse(key: &str) -> Option<Self> {
        match key.split_once('/') {
            Some(("live", slug)) => Some(Self::Live(slug.to_owned())),
            Some(("erased", name)) => Some(Self::Erasure(name.to_owned())),
            Some(("document", name)) => Some(Self::Document(name.to_owned())),
            Some(("staff", hash)) => LinkHash::parse(hash).map(Self::Staff),
            Some(_) => None,
            None => DraftId::parse(key).map(Self::Record),
        }
    }
}

/// How far a task is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TaskState {
    Waiting,
    /// Being done until the lease ends; a lease that ends without an outcome is an unknown outcome.
    Leased,
    Done,
    /// It may or may not have gone, and going twice would be worse.
    Unknown,
    /// It cannot go, or has not gone for [`GIVE_UP_MS`].
    GivenUp,
}

impl TaskState {
    pub const ALL: [Self; 5] = [Self::Waiting, Self::Leased, Self::Done, Self::Unknown, Self::GivenUp];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Leased => "leased",
            Self::Done => "done",
            Self::Unknown => "unknown",
            Self::GivenUp => "given-up",
        }
    }

    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }

    /// Whether nothing more will be tried.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Done | Self::Unknown | Self::GivenUp)
    }
}

/// One fact of one subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    pub fact: Fact,
    pub state: TaskState,
    /// Attempts begun.
    pub attempts: u32,
    pub first_at: Millis,
    /// When it is next to be looked at: the next attempt, or the end of the lease.
    pub due_at: Millis,
    /// A letter with an unknown outcome went before; the next one says that it may be a second.
    pub possible_duplicate: bool,
}

/// What came of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done,
    /// It did not happen; again later.
    Failed,
    /// It did not happen and never will (an address that is refused for good).
    Refused,
    /// Nobody knows.
    Unknown,
}

/// A lease: longer than any single letter or KV write takes (both are cut off at 20 s).
pub const LEASE_MS: Millis = 60_000;
/// Ten tries over about four and a half hours: 30 s, doubled nine times.
const FAST_TRIES: u32 = 10;
const FIRST_PAUSE_MS: Millis = 30_000;
/// Then every six hours.
const SLOW_PAUSE_MS: Millis = 6 * 60 * 60 * 1000;
/// Letters are given up after 14 days; a copy into KV never is.
pub const GIVE_UP_MS: Millis = 14 * DAY_MS;
/// A day of 24 hours.
pub const DAY_MS: Millis = 24 * 60 * 60 * 1000;

impl Task {
    pub const fn new(fact: Fact, at: Millis) -> Self {
        Self { fact, state: TaskState::Waiting, attempts: 0, first_at: at, due_at: at, possible_duplicate: false }
    }

    /// Whether nothing has been done about it yet, so that it can be left undone.
    pub fn has_not_begun(&self) -> bool {
        self.state == TaskState::Waiting && self.attempts == 0
    }

    /// Takes the task up, if it is due: what to store before anything is done. A lease that ran out without an outcome is
    /// first settled as unknown; then there may be nothing left to take up, and the settled task is returned as `Err`.
    pub fn lease(&self, now: Millis) -> Option<Result<Self, Self>> {
        if self.state.is_final() || self.due_at > now {
            return None;
        }
        let settled = if self.state == TaskState::Leased { self.after(Outcome::Unknown, now) } else { self.clone() };
        if settled.state.is_final() {
            return Some(Err(settled));
        }
        Some(Ok(Self {
            state: TaskState::Leased,
            attempts: settled.attempts.saturating_add(1),
            due_at: now.saturating_add(LEASE_MS),
            ..settled
        }))
    }

    /// The task after an attempt.
    #[must_use]
    pub fn after(&self, outcome: Outcome, now: Millis) -> Self {
        let settled = |state| Self { state, due_at: now, ..self.clone() };
        match (outcome, self.fact) {
            (Outcome::Done, _) => settled(TaskState::Done),
            // A person's address will not get better; a refused staff address is a setting that somebody mends.
            (Outcome::Refused, fact) if fact.is_to_a_person() => settled(TaskState::GivenUp),
            (Outcome::Refused, Fact::StaffLetter) => self.again(SLOW_PAUSE_MS, now),
            (Outcome::Unknown, fact) if fact.is_to_a_person() => settled(TaskState::Unknown),
            (Outcome::Unknown, Fact::StaffLetter) => {
                Self { possible_duplicate: true, ..self.again(self.pause_ms(), now) }
            }
            (Outcome::Failed | Outcome::Refused | Outcome::Unknown, _) => self.again(self.pause_ms(), now),
        }
    }

    fn pause_ms(&self) -> Millis {
        if self.attempts >= FAST_TRIES {
            SLOW_PAUSE_MS
        } else {
            FIRST_PAUSE_MS.saturating_mul(1 << self.attempts.saturating_sub(1).min(16))
        }
    }

    fn again(&self, pause_ms: Millis, now: Millis) -> Self {
        let given_up = self.fact.is_letter() && now.saturating_sub(self.first_at) >= GIVE_UP_MS;
        let state = if given_up { TaskState::GivenUp } else { TaskState::Waiting };
        Self { state, due_at: now.saturating_add(pause_ms), ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE_MS: Millis = 60_000;

    fn fail_until_given_up(fact: Fact) -> (Vec<Millis>, Task) {
        let mut task = Task::new(fact, 0);
        let mut tries = Vec::new();
        for _ in 0..200 {
            let now = task.due_at;
            let Some(Ok(leased)) = task.lease(now) else { break };
            tries.push(now);
            task = leased.after(Outcome::Failed, now);
        }
        (tries, task)
    }

    #[test]
    fn ten_tries_take_about_four_and_a_half_hours_and_then_six_hours_each_for_fourteen_days() {
        let (tries, task) = fail_until_given_up(Fact::StaffLetter);
        assert!((240..=276).contains(&(tries[9] / MINUTE_MS)), "{}", tries[9] / MINUTE_MS);
        assert_eq!((tries[10] - tries[9]) / MINUTE_MS, 6 * 60);
        assert_eq!(task.state, TaskState::GivenUp);
        assert_eq!(tries.last().unwrap() / MINUTE_MS / 60 / 24, 14);
    }

    #[test]
    fn a_copy_into_kv_is_never_given_up() {
        let (tries, task) = fail_until_given_up(Fact::SealRecord);
        assert_eq!((tries.len(), task.state), (200, TaskState::Waiting));
        assert_eq!(Task::new(Fact::SealRecord, 0).after(Outcome::Refused, 0).state, TaskState::Waiting);
    }

    #[test]
    fn after_an_unknown_outcome_staff_get_it_again_marked_and_people_do_not() {
        let lost = |fact| {
            let leased = Task::new(fact, 0).lease(0).unwrap().unwrap();
            assert!(leased.lease(LEASE_MS - 1).is_none(), "nobody else takes it up while it is leased");
            leased.lease(LEASE_MS).unwrap()
        };
        let again = lost(Fact::StaffLetter).unwrap();
        assert_eq!((again.state, again.possible_duplicate, again.attempts), (TaskState::Leased, true, 2));
        assert_eq!(lost(Fact::ApplicantLetter).unwrap_err().state, TaskState::Unknown);
        assert!(!lost(Fact::SealRecord).unwrap().possible_duplicate);
    }

    #[test]
    fn a_refused_address_ends_a_persons_letter_and_only_slows_a_staff_letter() {
        let refused = |fact| Task::new(fact, 0).lease(0).unwrap().unwrap().after(Outcome::Refused, 0);
        assert_eq!(refused(Fact::ApplicantLetter).state, TaskState::GivenUp);
        let staff = refused(Fact::StaffLetter);
        assert_eq!((staff.state, staff.due_at), (TaskState::Waiting, SLOW_PAUSE_MS));
    }

    #[test]
    fn what_is_final_is_never_taken_up_again() {
        for outcome in [Outcome::Done, Outcome::Refused] {
            let settled = Task::new(Fact::ApplicantLetter, 0).lease(0).unwrap().unwrap().after(outcome, 1);
            assert!(settled.lease(Millis::MAX).is_none());
        }
    }

    #[test]
    fn a_person_waiting_comes_first() {
        let mut facts = [Fact::StaffLetter, Fact::SealRecord, Fact::ApplicantLetter];
        facts.sort();
        assert_eq!(facts.first(), Some(&Fact::ApplicantLetter));
    }
}
