//! What the alarm does: takes up what is due, a few at a time, stores a lease before and the outcome after.

use super::about::{About, about};
use super::agree::Told;
use super::to_staff::Settings;
use super::{Book, Names, Office, Record, StorageFailed, agree, effects, letters, renew, requests, willing};
use crate::call::Millis;
use crate::link::Secret;
use crate::outbox::{Fact, LEASE_MS, Outcome, Subject, Task, TaskState};
use crate::standing::Standing;
use futures_util::future::join_all;

/// Effects at the same time: the runtime keeps six connections open, and more would wait in line while their leases run.
pub(super) const AT_ONCE: usize = 6;
/// Rounds of one alarm: with every effect at its limit of 20 s they end well inside the 15 minutes an alarm has.
const ROUNDS_MAX: usize = 30;
/// What could not be read is looked at again so long after.
const AGAIN_MS: Millis = 60 * 60 * 1000;
/// One leased task with everything its effect needs.
pub struct Job {
    pub subject: Subject,
    pub task: Task,
    pub at: Millis,
    pub about: About,
}

/// Works through what is due: all of it, or one kind. Before each round `waits` says whether the rest waits for a crowd.
pub async fn work<O: Office>(office: &O, only: Option<Fact>, waits: &dyn Fn() -> bool) -> Result<(), StorageFailed>
where
    O::Names: Clone + 'static,
{
    for _ in 0..ROUNDS_MAX {
        if waits() {
            return Ok(());
        }
        let settings = Settings { samples: office.samples(), first: office.first_administrator() };
        let draw = draw_secrets(office);
        let names = office.names().cloned();
        let round = office.atomically(move |book| lease(book, &settings, names.as_ref(), draw, only)).await?;
        for line in &round.said {
            office.say(line);
        }
        let is_last = round.seen == 0;
        join_all(round.jobs.into_iter().map(|job| carry_out(office, job))).await;
        let renewed = if only.is_none() { renew::renew(office).await? } else { 0 };
        if renewed == 0 && is_last {
            return Ok(());
        }
    }
    Ok(())
}

/// Secrets for one round, drawn before its transaction.
fn draw_secrets<O: Office>(_office: &O) -> Vec<Secret> {
    (0..AT_ONCE).filter_map(|_| O::draw_secret()).collect()
}

/// What one round took up.
struct Round {
    /// Rows looked at; some may have been settled without anything to do.
    seen: usize,
    jobs: Vec<Job>,
    said: Vec<&'static str>,
}

/// Stores the leases of what is due and gathers what is needed to do it.
fn lease(
    book: &impl Book,
    settings: &Settings,
    names: Option<&impl Names>,
    mut secrets: Vec<Secret>,
    only: Option<Fact>,
) -> Result<Round, StorageFailed> {
    let now = book.now();
    let mut due = book.due(now, AT_ONCE)?;
    // A link to the desk comes before everything else that is due, so that none is hidden behind it.
    due.retain(|(_, task)| only.is_none_or(|only| task.fact == only));
    let mut round = Round { seen: due.len(), jobs: Vec::new(), said: Vec::new() };
    for (subject, task) in due {
        match task.lease(now) {
            None => {}
            // A second reminder of the day waits until tomorrow; where that cannot be told it goes.
            Some(Ok(_)) if let Some(due_at) = waits(book, names, &subject, task.fact) => {
                book.put_task(&subject, &Task { due_at, ..task })?;
            }
            Some(_) if task.fact == Fact::RequestEnds => end_request(book, &subject, &task, &mut round)?,
            Some(Err(settled)) => {
                store(book, &subject, &settled)?;
                follow_up(book, &subject, &settled, task.due_at.saturating_sub(LEASE_MS))?;
            }
            Some(Ok(leased)) => match about(book, &subject, leased.fact, settings, &mut secrets) {
                Ok(Some(about)) => {
                    book.put_task(&subject, &leased)?;
                    round.jobs.push(Job { subject, task: leased, at: now, about });
                }
                // What it was about is gone, or is not so any more.
                Ok(None) => drop_task(book, &subject, task.fact)?,
                Err(StorageFailed) => {
                    // A record that cannot be read holds up nobody else's.
                    round.said.push("outbox: a record cannot be read");
                    store(book, &subject, &leased.after(Outcome::Failed, now))?;
                }
            },
        }
    }
    Ok(round)
}

/// Until when a letter waits that comes beside another one of the day.
fn waits(book: &impl Book, names: Option<&impl Names>, subject: &Subject, fact: Fact) -> Option<Millis> {
    letters::waits_until(book, names?, subject, fact).ok().flatten()
}

/// A record that cannot be read holds up nobody else's, and is looked at again later.
fn end_request(book: &impl Book, subject: &Subject, task: &Task, round: &mut Round) -> Result<(), StorageFailed> {
    if requests::ran_out(book, subject).is_ok() {
        return Ok(());
    }
    round.said.push("outbox: a record cannot be read");
    let due_at = book.now().saturating_add(AGAIN_MS);
    book.put_task(subject, &Task { state: TaskState::Waiting, due_at, ..task.clone() })
}

/// The copy must not tell of a letter that will not go: a restored ledger would take it for sent.
fn drop_task(book: &impl Book, subject: &Subject, fact: Fact) -> Result<(), StorageFailed> {
    book.remove_task(subject, fact)?;
    match subject {
        Subject::Record(id) if fact.is_letter() => book.set_stale(id, true),
        _ => Ok(()),
    }
}

/// Does one thing, at most so long, and stores what came of it.
async fn carry_out(office: &impl Office, job: Job) {
    let outcome = office.in_time(job.task.fact, effects::perform(office, &job)).await;
    if outcome != Outcome::Done {
        office.say(&format!("outbox: {} {outcome:?}", job.task.fact.key()));
    }
    let version = match &job.about {
        About::Copy(whole) => whole.record.version,
        About::Live(live) => live.version,
        About::Document(document) => document.version,
        About::Letter(_) | About::Erasure(_) | About::Staff(_) => 0,
    };
    let told = match &job.about {
        About::Letter(case) => Told::of(&case.record, job.task.fact, case.secret.as_ref()),
        _ => None,
    };
    let (subject, task) = (job.subject, job.task);
    if office.atomically(move |book| settle(book, &subject, &task, version, told.as_ref(), outcome)).await.is_err() {
        // The lease runs out and the outcome counts as unknown.
        office.say("outbox: an outcome was not stored");
    }
}

/// Stores an outcome, unless the lease ran out meanwhile and somebody else has settled the task.
fn settle(
    book: &impl Book,
    subject: &Subject,
    leased: &Task,
    version: u32,
    told: Option<&Told>,
    outcome: Outcome,
) -> Result<(), StorageFailed> {
    let stands = book
        .task(subject, leased.fact)?
        .is_some_and(|task| task.state == TaskState::Leased && task.attempts == leased.attempts);
    if !stands {
        return Ok(());
    }
    let now = book.now();
    let newest = match (leased.fact, subject) {
        (Fact::SealRecord, Subject::Record(id)) => book.record(id)?.map_or(0, |record| record.version),
        (Fact::SealLive, Subject::Live(slug)) => book.live(slug)?.map_or(0, |live| live.version),
        (Fact::SealDocument, Subject::Document(name)) => book.document(name)?.map_or(0, |document| document.version),
        _ => 0,
    };
    if newest > version && outcome == Outcome::Done {
        // It changed while it was being sealed: the newer version is due.
        return book.put_task(subject, &Task::new(leased.fact, now));
    }
    let after = leased.after(outcome, now);
    if let (Some(told), Subject::Record(id), true) = (told, subject, after.state.is_final())
        && let Some(record) = book.record(id)?
        && agree::has_moved(book, &record, leased.fact, told)?
    {
        return book.put_task(subject, &Task::new(leased.fact, now));
    }
    store(book, subject, &after)
}

/// A letter between the two of a pair was lost sight of; whatever happened after it was begun is told all the same.
fn follow_up(book: &impl Book, subject: &Subject, settled: &Task, began_at: Millis) -> Result<(), StorageFailed> {
    if let Subject::Record(id) = subject
        && let Some(record) = book.record(id)?
        && agree::has_moved_since(&record, settled.fact, began_at)
    {
        return book.put_task(subject, &Task::new(settled.fact, book.now()));
    }
    Ok(())
}

/// Stores a task; a letter that is settled makes the record's copy stale, who was told waits no more, and what follows a letter
/// to a mentor is arranged.
fn store(book: &impl Book, subject: &Subject, task: &Task) -> Result<(), StorageFailed> {
    book.put_task(subject, task)?;
    let Subject::Record(id) = subject else { return Ok(()) };
    if !(task.fact.is_letter() && task.state.is_final()) {
        return Ok(());
    }
    if task.fact == Fact::OpenedLetter
        && task.state != TaskState::GivenUp
        && let Some(record) = book.record(id)?.filter(Record::waits)
    {
        book.put_record(&record.became(Standing::Told, book.now()))?;
    }
    if let (Fact::WillingLetter, TaskState::Done, Some(record)) = (task.fact, task.state, book.record(id)?) {
        willing::went(book, &record)?;
    }
    // A record that cannot be read holds up nobody else's.
    if let (true, Ok(Some(record))) = (task.fact.is_of_a_framework(), book.record(id)) {
        agree::settled(book, &record, task)?;
    }
    if task.fact.is_of_a_request()
        && task.state == TaskState::GivenUp
        && let Ok(Some(record)) = book.record(id)
    {
        requests::not_reached(book, &record, task.fact)?;
    }
    book.set_stale(id, true)
}

/// Whether everything an office needs for copies is there.
pub(super) fn ready<O: Office>(office: &O) -> Option<(&O::Names, &O::Copies)> {
    let ready = office.names().zip(office.copies());
    if ready.is_none() {
        office.say("setting missing or malformed: REFERENCE_KEY or SEALING_KEYS");
    }
    ready
}
