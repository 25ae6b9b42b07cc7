//! What must hold in the end, when nothing goes wrong any more and everything has had its time.

use super::commits::is_for_staff;
use super::{Failure, Watch, short};
use crate::acts::link_in;
use crate::rows::Rows;
use crate::world::{Posted, World};
use domain::calendar;
use domain::call::{DraftId, Millis};
use domain::framework::Side;
use domain::ledger::{Happening, Names, Record, Whole, copy_name, opening, rotate};
use domain::outbox::{Fact, Subject, TaskState};
use domain::programme::programme;
use domain::standing::Standing;
use std::collections::BTreeMap;

/// A spooled receipt may be given twice within the time that KV's listings are old, each with its own moment.
const SPOOLED_TWICE_MS: Millis = 90_000;

type Checked = Result<(), Failure>;

fn broken(rule: &'static str, what: impl Into<String>) -> Checked {
    Err(Failure { rule, what: what.into() })
}

impl Watch {
    /// Everything at once; the first promise that does not hold.
    pub fn settled(&self, world: &World) -> Checked {
        let rows = world.book.snapshot();
        nothing_is_due(&rows, world.clock.now())?;
        let posted = world.posted.borrow();
        let mut letters: BTreeMap<&DraftId, Vec<&Posted>> = BTreeMap::new();
        for posted in posted.iter().filter(|posted| posted.fact.is_to_a_person()) {
            letters.entry(&posted.id).or_default().push(posted);
        }
        for record in rows.records.values() {
            self.letters(world, &rows, record)?;
            self.links(&rows, record, letters.get(&record.id).map_or(&[], Vec::as_slice))?;
            told(world, &rows, record)?;
            of_two(&rows, record)?;
            self.copy(world, &rows, record)?;
            self.received(record, world)?;
        }
        self.erased_stays_erased(world, &rows)?;
        self.spool(world, &rows)?;
        keys(world)
    }

    fn letters(&self, world: &World, rows: &Rows, record: &Record) -> Checked {
        let id = &record.id;
        let staff = rows.task(id, Fact::StaffLetter);
        let has_gone = staff.is_some_and(|task| task.state == TaskState::Done) && self.count(id, Fact::StaffLetter) > 0;
        if has_gone != is_for_staff(record) {
            return broken("every application has its staff letter in the end", short(id));
        }
        for fact in [Fact::ApplicantLetter, Fact::OpenedLetter] {
            let arrived = self.count(id, fact);
            let fits = self.was_restored && self.is_spoilt(world, id)
                || match rows.task(id, fact).map(|task| task.state) {
                    None | Some(TaskState::Waiting) => arrived == 0,
                    Some(TaskState::Done) => arrived == 1,
                    Some(TaskState::Unknown) => arrived <= 1,
                    Some(TaskState::GivenUp) => arrived == 0 && self.refused.contains(&(id.clone(), fact)),
                    Some(TaskState::Leased) => false,
                };
            if !fits {
                return broken("a letter's row tells what became of it", format!("{} {}", short(id), fact.key()));
            }
        }
        let has_letter = rows.task(id, Fact::ApplicantLetter).is_some();
        // Whoever took it back, or was told that it is open, before the first letter could go gets that no more.
        let is_told = rows.task(id, Fact::OpenedLetter).is_some_and(|task| task.state.is_final());
        let may_lack = record.draft.is_suspect()
            || record.standing == Standing::Withdrawn
            || (record.standing == Standing::Told && is_told);
        if has_letter && record.draft.is_suspect() || !has_letter && !may_lack {
            return broken("every person has a letter, and no one else", short(id));
        }
        Ok(())
    }

    /// Whoever opens the link in a letter comes to their own page.
    fn links(&self, rows: &Rows, record: &Record, letters: &[&Posted]) -> Checked {
        // A copy may be older than the newest letter.
        if self.was_restored {
            return Ok(());
        }
        for posted in letters {
            // A mentor's link may have been replaced; the last letter of a framework has none.
            let is_replaced = record.history.iter().any(|event| event.what == Happening::LinkRenewed);
            let is_cut =
                |record: &Record| record.history.iter().any(|event| matches!(event.what, Happening::LinksCancelled(_)));
            let asked = record.requests.iter().filter_map(|request| rows.records.get(&request.mentor));
            let is_cancelled =
                is_cut(record) || (posted.fact.is_of_a_request() && asked.into_iter().any(|mentor| is_cut(mentor)));
            let is_gone = posted.fact.is_of_a_request()
                && record.requests.iter().any(|request| !rows.records.contains_key(&request.mentor));
            if is_cancelled
                || is_gone
                || record.is_to_be_erased()
                || (posted.fact.side() == Some(Side::Mentor) && is_replaced)
            {
                continue;
            }
            let link = link_in(&posted.letter.text).and_then(|secret| rows.links.get(&secret.hash()));
            let is_mentors = |of: &DraftId| {
                posted.fact.is_of_a_request() && record.requests.iter().any(|request| request.mentor == *of)
            };
            if link.is_none_or(|(of, _)| *of != record.id && !is_mentors(of)) {
                return broken(
                    "the link in a letter opens its page",
                    format!("{} {}", short(&record.id), posted.fact.key()),
                );
            }
        }
        Ok(())
    }

    /// The newest version is sealed, whole.
    fn copy(&self, world: &World, rows: &Rows, record: &Record) -> Checked {
        let id = &record.id;
        if self.is_spoilt(world, id) {
            return Ok(());
        }
        let name = copy_name::record(&world.names.record_name(id.as_str()), record.version);
        let sealed = world.kv.newest(&name).filter(|sealed| world.at_ledger.opens(sealed));
        let Some(whole) = sealed.and_then(|sealed| serde_json::from_slice::<Whole>(&sealed.plain).ok()) else {
            return broken("every record's newest version is in KV", format!("{} {}", short(id), record.version));
        };
        let is_whole = whole.record == *record && whole.links == rows.links_of(id);
        let letters = rows.tasks_of(&Subject::Record(id.clone())).into_iter().filter(|task| task.fact.is_letter());
        let is_told = |task: domain::outbox::Task| {
            let copied = whole.letters.iter().find(|copied| copied.fact == task.fact);
            // A restored ledger takes a letter for unknown that was under way in the copy; and what is still to come may
            // have been arranged since.
            let is_restored = self.was_restored && task.state == TaskState::Unknown;
            copied == Some(&task) || !task.state.is_final() || is_restored
        };
        let is_whole = is_whole && letters.into_iter().all(is_told);
        if is_whole { Ok(()) } else { broken("a record's newest copy is as its row", short(id)) }
    }

    fn received(&self, record: &Record, world: &World) -> Checked {
        let promises = self.promises.get(&record.id).map(Vec::as_slice).unwrap_or_default();
        let was_spooled = promises.iter().any(|promise| promise.spooled);
        let late = if was_spooled { SPOOLED_TWICE_MS } else { 0 };
        // Other answers under the same id were received at a time of their own.
        let is_of_these = |promise: &&super::Promise| {
            promise.answers.as_ref().is_some_and(|(fingerprint, _)| *fingerprint == record.fingerprint)
        };
        let earliest = promises.iter().filter(is_of_these).map(|promise| promise.received_at).min();
        let is_later = earliest.is_some_and(|earliest| record.received_at > earliest.saturating_add(late));
        if is_later && !self.is_spoilt(world, &record.id) {
            return broken("an application is never received later than it was", short(&record.id));
        }
        let other = |promise: &&super::Promise| promise.reference != record.reference && !promise.spooled;
        if promises.iter().any(|promise| other(&promise)) {
            return broken("a receipt's reference is the record's", short(&record.id));
        }
        Ok(())
    }

    fn erased_stays_erased(&self, world: &World, rows: &Rows) -> Checked {
        for id in self.erased.keys() {
            let name = world.names.record_name(id.as_str());
            if rows.records.contains_key(id) {
                return broken("erased stays erased", format!("{} is in the ledger", short(id)));
            }
            for folder in [copy_name::RECORDS, copy_name::SPOOL] {
                if !world.kv.all(&format!("{folder}{name}/")).is_empty() {
                    return broken("erased stays erased", format!("{}: a copy is in {folder}", short(id)));
                }
            }
            if world.kv.newest(&copy_name::erased(&name)).is_none() {
                return broken("what was erased has a tombstone", short(id));
            }
        }
        Ok(())
    }

    /// What is in the spool is shown to staff, and nothing else is.
    fn spool(&self, world: &World, rows: &Rows) -> Checked {
        let there: Vec<String> = world.kv.all(copy_name::SPOOL).into_iter().map(|(name, _)| name).collect();
        let shown: Vec<String> = rows.aside.keys().cloned().collect();
        if there != shown {
            return broken("what stays in the spool is shown, and nothing else", format!("{there:?} and {shown:?}"));
        }
        for record in rows.records.values() {
            let name = world.names.record_name(record.id.as_str());
            let spooled = copy_name::spooled(&name, &record.fingerprint);
            if there.contains(&spooled) && !self.spoilt.contains(&spooled) {
                return broken("an application is in the ledger or in the spool, not in both", short(&record.id));
            }
        }
        Ok(())
    }
}

/// After a rotation no copy is under an old key.
fn keys(world: &World) -> Checked {
    let rotation = rotate::read(&world.book).unwrap_or_default();
    let key = world.at_ledger.keys().first().cloned().unwrap_or_default();
    if !rotation.is_over || rotation.key != key {
        return broken("a rotation comes to its end", rotation.key);
    }
    let old = world.kv.all("").into_iter().find(|(_, sealed)| sealed.key != key && !sealed.is_spoilt);
    match old {
        Some((name, _)) => broken("no copy is under an old key after a rotation", name),
        None => Ok(()),
    }
}

/// Only whoever waits for a day that is known, and who has yet to answer, may have a letter to come.
fn nothing_is_due(rows: &Rows, now: Millis) -> Checked {
    let due = rows.all_tasks().find(|(_, task)| {
        let is_later = matches!(
            task.fact,
            Fact::OpenedLetter
                | Fact::MentorReminder
                | Fact::NoAnswerLetter
                | Fact::RequestReminder
                | Fact::RequestEnds
                | Fact::WillingLetter
        );
        let is_for_a_day = is_later && task.state == TaskState::Waiting && task.due_at > now;
        !task.state.is_final() && !is_for_a_day
    });
    match due {
        Some((subject, task)) => {
            broken("everything comes to its end", format!("{} {}", subject.key(), task.fact.key()))
        }
        None if !rows.stale.is_empty() => broken("everything comes to its end", "a copy was not renewed"),
        None => Ok(()),
    }
}

/// What the two of a pair have ended for good is gone; and where a mentor's link was lost on its way the student knows.
fn of_two(rows: &Rows, record: &Record) -> Checked {
    let Some(framework) = record.framework.as_deref() else { return Ok(()) };
    if record.is_to_be_erased() {
        return broken("what its two people erase is gone in the end", short(&record.id));
    }
    let asked = rows.task(&record.id, Fact::MentorLetter).map(|task| task.state);
    let is_lost = matches!(asked, Some(TaskState::Unknown | TaskState::GivenUp));
    let is_told = rows.task(&record.id, Fact::NoAnswerLetter).is_some_and(|task| task.state.is_final());
    if framework.ending.is_none() && is_lost && !is_told {
        return broken("a student knows when the mentor's letter went astray", short(&record.id));
    }
    Ok(())
}

/// Who waits for what is open was told, or it was tried.
fn told(world: &World, rows: &Rows, record: &Record) -> Checked {
    let Some(programme) = programme(&record.draft.programme) else { return Ok(()) };
    let live = opening::current(&world.book, programme, true).map(|version| version.live);
    let is_open = live.is_ok_and(|live| live.is_open(&calendar::day(world.clock.now())));
    let is_settled = rows.task(&record.id, Fact::OpenedLetter).is_some_and(|task| task.state.is_final());
    if record.waits() && is_open && !is_settled && !record.draft.is_suspect() {
        return broken("who waits is told when it opens", short(&record.id));
    }
    Ok(())
}
