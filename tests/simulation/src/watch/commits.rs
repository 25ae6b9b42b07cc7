//! What a transaction may change, and what it may not.

use super::{Watch, short};
use crate::rows::Rows;
use crate::world::World;
use domain::call::DraftId;
use domain::independence::{FOUND, NOTHING};
use domain::ledger::{Happening, LinkKind, Names, Record};
use domain::live::Live;
use domain::outbox::{Fact, Subject, Task};
use domain::programme::{Role, programme};
use domain::request::{Request, Stage};
use domain::standing::Standing;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Whether those who run the programme are written to about it.
pub(super) fn is_for_staff(record: &Record) -> bool {
    record.role().is_none_or(Role::is_for_staff)
}

/// Whether it is another letter than the one that is settled: of a framework there may be news many times.
fn is_news(fact: Fact, settled: &Task, now: &Task) -> bool {
    let is_one_of_many = fact.is_of_a_framework()
        || fact.is_of_a_request()
        || matches!(fact, Fact::DecisionLetter | Fact::SignInLetter | Fact::DailyLetter);
    is_one_of_many && now.first_at != settled.first_at
}

/// Whether the table has a way from one to the other.
fn may_move(before: &Record, after: &Record) -> bool {
    before.role().is_some_and(|role| before.standing.move_to(role, after.standing).is_some())
}

impl Watch {
    /// Compares the rows before and after a transaction.
    pub fn committed(&mut self, world: &World, before: &Rows, after: &Rows) {
        if self.is_restoring {
            return;
        }
        if !Rc::ptr_eq(&before.live, &after.live) {
            self.set_live(world, before, after);
        }
        self.tasks(before, after);
        if before.records.is_untouched(&after.records) {
            return;
        }
        for (id, record) in after.records.beside(&before.records) {
            match before.records.get(id) {
                Some(earlier) if Rc::ptr_eq(earlier, record) => {}
                Some(earlier) => self.changed(world, earlier, record, after),
                None => self.arrived(record, after),
            }
        }
        for (id, record) in before.records.beside(&after.records) {
            if !after.records.contains_key(id) {
                let name = world.names.record_name(id.as_str());
                if !after.erasures.contains_key(&name) {
                    self.fail("nothing goes but what is erased", short(id));
                }
                self.erased.insert(record.id.clone(), world.clock.real());
                if !after.links_of(id).is_empty() || !after.tasks_of(&Subject::Record(id.clone())).is_empty() {
                    self.fail("nothing of what is erased stays in the ledger", short(id));
                }
            }
        }
        if let Some(id) = place_lost(before, after) {
            self.fail(
                "a mentor's place is taken by a yes and given back by what ends it, and by nothing else",
                short(&id),
            );
        }
        if after.references.len() < after.records.len() {
            self.fail("references are unique", "two applications have one reference");
        }
    }

    fn arrived(&mut self, record: &Record, after: &Rows) {
        let id = &record.id;
        self.lost.remove(id);
        if self.erased.contains_key(id) {
            self.fail("erased stays erased", format!("{} came back into the ledger", short(id)));
        }
        let links = after.links_of(id).into_iter().filter(|link| link.kind == LinkKind::Receipt).count();
        if links != 1 {
            self.fail("every application has its receipt's link", short(id));
        }
        let person = !record.draft.is_suspect();
        for (fact, is_due) in
            [(Fact::StaffLetter, is_for_staff(record)), (Fact::SealRecord, true), (Fact::ApplicantLetter, person)]
        {
            if after.task(id, fact).is_some() != is_due {
                self.fail("what must happen is stored with the application", format!("{} {}", short(id), fact.key()));
            }
        }
    }

    fn changed(&mut self, world: &World, before: &Record, after: &Record, rows: &Rows) {
        let id = &after.id;
        let stays = before.reference == after.reference && before.fingerprint == after.fingerprint;
        if !stays || !after.history.starts_with(&before.history) {
            self.fail("reference, fingerprint and history of an application stay", short(id));
        }
        if after.received_at > before.received_at {
            self.fail("an application is never received later than it was", short(id));
        }
        if after.version <= before.version {
            self.fail("every change is a new version", short(id));
        }
        let is_allowed = before.standing == after.standing
            || (may_move(before, after) && may_be_paired(after))
            || after.history.last().is_some_and(|event| event.what == Happening::Undone(after.standing))
            || (before.standing == Standing::AgreedByMentor && is_asked_in_turn(after))
            || (before.standing == Standing::Paired && after.standing == Standing::UnderReview)
            || (after.standing == Standing::Withdrawn && !before.standing.is_end())
            || (before.role().is_some_and(|role| before.standing.may_return(role)) && !after.standing.is_end())
            || (after.standing == Standing::Told && before.waits() && after.role() == Some(Role::Waiting));
        if !is_allowed {
            self.fail("an application's standing changes only as it may", short(id));
        }
        if asks_twice(after) {
            self.fail("nobody is asked twice by itself", short(id));
        }
        if after.standing == Standing::Withdrawn {
            self.withdrawn.entry(id.clone()).or_insert(world.clock.real());
        }
        let is_due = rows.task(id, Fact::SealRecord).is_some_and(|task| !task.state.is_final());
        if !is_due && !rows.stale.contains(id) {
            self.fail("every version is to be sealed", short(id));
        }
    }

    /// A letter to a person that has gone, or may have, is never to go again.
    fn tasks(&mut self, before: &Rows, after: &Rows) {
        for (subject, task) in before.tasks_beside(after).filter(|(_, task)| task.state.is_final()) {
            let now = after.task_about(subject, task.fact);
            let is_again = now.is_some_and(|now| now.state != task.state && !is_news(task.fact, task, now));
            if task.fact.is_to_a_person() && is_again {
                self.fail(
                    "a letter to a person that is settled stays settled",
                    format!("{} {}", subject.key(), task.fact.key()),
                );
            }
        }
    }

    fn set_live(&mut self, world: &World, before: &Rows, after: &Rows) {
        for slug in after.live.keys().map(|(slug, _)| slug) {
            let then = before.live_of(slug);
            if then == after.live_of(slug) {
                continue;
            }
            let file = || programme(slug).map(|programme| Live::of_file(programme, true));
            if let Some(live) = then.map(|version| version.live.clone()).or_else(file) {
                self.earlier.insert(slug.clone(), (world.clock.real(), live));
            }
        }
    }
}

/// A mentor whose free places have changed by something else than the yeses that hold one.
fn place_lost(before: &Rows, after: &Rows) -> Option<DraftId> {
    let mut changes: BTreeMap<&DraftId, i64> = BTreeMap::new();
    for (rows, other, sign) in [(before, after, -1), (after, before, 1)] {
        for (id, record) in rows.records.beside(&other.records) {
            let free = record.mentor.as_deref().map_or(0, |mentor| i64::from(mentor.free));
            *changes.entry(id).or_default() += sign * free;
            if let Some(mentor) = record.place() {
                *changes.entry(mentor).or_default() += sign;
            }
        }
    }
    // Of whoever has just been checked, has set it or is gone nothing is expected.
    let is_held_to_it = |id: &DraftId| {
        let (Some(was), Some(now)) = (before.records.get(id), after.records.get(id)) else { return false };
        let mut new = now.history.iter().skip(was.history.len());
        let is_set = new.any(|event| matches!(event.what, Happening::OfferSet | Happening::Checked));
        was.mentor.is_some() && now.mentor.is_some() && !is_set
    };
    changes.into_iter().find(|(id, change)| *change != 0 && is_held_to_it(id)).map(|(id, _)| id.clone())
}

/// The mentee wanted another mentor, and their next wish is asked.
fn is_asked_in_turn(record: &Record) -> bool {
    let is_asked = record.request().is_some_and(|request| request.in_turn && request.stage == Stage::Asked);
    is_asked && record.standing == Standing::WithMentor
}

fn asks_twice(record: &Record) -> bool {
    let mut asked = BTreeSet::new();
    let is_again = |request: &Request| !asked.insert(request.mentor.clone()) && request.in_turn;
    record.requests.iter().any(is_again)
}

/// A registration in which something was found is a pair only with a reason; a mentee whom a mentor was asked for, only once both
/// have said yes.
fn may_be_paired(record: &Record) -> bool {
    let has_reason = record.history.iter().any(|event| event.what == Happening::Allowed && event.reason.is_some());
    let is_clear = record.draft.answers.get(FOUND).is_some_and(|values| values.iter().all(|value| value == NOTHING));
    let is_chosen = record.request().is_none_or(|request| request.stage == Stage::Accepted);
    record.standing != Standing::Paired
        || match record.role() {
            Some(Role::Registering) => is_clear || has_reason,
            role => role == Some(Role::Mentee) && is_chosen,
        }
}
