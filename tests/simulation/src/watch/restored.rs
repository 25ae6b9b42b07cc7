//! What a restored ledger must hold: everything that was sealed, nothing that was erased.

use super::{Watch, short};
use crate::rows::Rows;
use crate::world::World;
use domain::call::{DraftId, Millis};
use domain::ledger::{Names, copy_name};
use domain::outbox::{Fact, TaskState};
use domain::standing::Standing;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What copies held when the ledger was lost.
pub struct Sealing {
    rows: Rows,
    has_copies: bool,
    /// The newest version that opens.
    versions: BTreeMap<DraftId, u32>,
}

impl Sealing {
    pub fn of(world: &World) -> Self {
        let mut versions = BTreeMap::new();
        for (copy, sealed) in world.kv.all(copy_name::RECORDS) {
            let Some((name, version)) = copy_name::parse_record(&copy) else { continue };
            let is_erased = world.kv.newest(&copy_name::erased(name)).is_some();
            let Some(id) = world.names.id_of(name).filter(|_| !is_erased && world.at_ledger.opens(&sealed)) else {
                continue;
            };
            let newest: &mut u32 = versions.entry(id).or_default();
            *newest = version.max(*newest);
        }
        let folders = [copy_name::RECORDS, copy_name::ERASED, copy_name::LIVE];
        let has_copies = folders.iter().any(|folder| !world.kv.all(folder).is_empty());
        Self { rows: world.book.snapshot(), has_copies, versions }
    }

    /// Whether there is nothing that tells a lost ledger from a new one.
    pub const fn is_empty(&self) -> bool {
        !self.has_copies
    }
}

impl Watch {
    /// Compares what was restored with what was sealed, and lets go of what was not.
    pub fn restored(&mut self, world: &World, sealing: &Sealing) {
        self.was_restored = true;
        let rows = world.book.snapshot();
        for (id, version) in &sealing.versions {
            let Some(record) = rows.records.get(id) else {
                self.fail("what was sealed comes back", format!("{} {version}", short(id)));
                continue;
            };
            let before = sealing.rows.records.get(id);
            if before.is_some_and(|before| before.version > record.version) {
                // Answers that staff had put in the place of others may have been lost before they were sealed.
                self.keep_what_is_kept(world, id);
            }
            // Another may have been given the reference of what had been erased.
            let is_moved = world.names.collide && before.is_none_or(|before| before.reference != record.reference);
            if is_moved {
                for promise in self.promises.get_mut(id).into_iter().flatten() {
                    promise.spooled = true;
                }
            }
            let is_told = record.standing == Standing::Told && record.version == version + 1;
            if is_moved || is_told {
                continue;
            }
            if record.version != *version {
                self.fail("the newest version comes back", format!("{} {} for {version}", short(id), record.version));
            }
            let before = before.filter(|before| before.version == record.version);
            if before.is_some_and(|before| !Rc::ptr_eq(before, record) && before != record) {
                self.fail("what is restored is as it was", short(id));
            }
        }
        for id in rows.records.keys().filter(|id| !sealing.versions.contains_key(*id)) {
            self.fail("nothing is restored that was not sealed", short(id));
        }
        self.let_go(world, &rows);
    }

    fn keep_what_is_kept(&mut self, world: &World, id: &DraftId) {
        let mut promises = self.promises.remove(id).unwrap_or_default();
        promises.retain(|promise| self.is_kept(world, id, promise, Millis::MAX));
        self.promises.insert(id.clone(), promises);
    }

    fn let_go(&mut self, world: &World, rows: &Rows) {
        // Erased, and the ledger lost before the tombstone was written: it is back, and an application again.
        let tombstone = |id: &DraftId| rows.erasures.contains_key(&world.names.record_name(id.as_str()));
        let back: Vec<DraftId> = self.erased.keys().filter(|id| !tombstone(id)).cloned().collect();
        for id in back {
            self.erased.remove(&id);
            // Part of it may have gone already.
            self.keep_what_is_kept(world, &id);
            if !rows.records.contains_key(&id) {
                self.lost.insert(id);
            }
        }
        self.withdrawn
            .retain(|id, _| rows.records.get(id).is_some_and(|record| record.standing == Standing::Withdrawn));
        // Told that it opened, and the ledger lost before any copy knew of it: told again, when it is open again.
        let is_to_come =
            |id: &DraftId| rows.task(id, Fact::OpenedLetter).is_none_or(|task| task.state == TaskState::Waiting);
        self.arrived.retain(|(id, fact), _| *fact != Fact::OpenedLetter || !is_to_come(id));
        let known = self.promises.keys().chain(self.arrived.keys().map(|(id, _)| id)).cloned();
        let gone: Vec<DraftId> =
            known.filter(|id| !rows.records.contains_key(id) && !self.erased.contains_key(id)).collect();
        for id in gone {
            self.forget_letters(&id);
            let folder = format!("{}{}/", copy_name::SPOOL, world.names.record_name(id.as_str()));
            let spooled: Vec<String> = world.kv.all(&folder).into_iter().map(|(name, _)| name).collect();
            if let Some(promises) = self.promises.get_mut(&id) {
                promises.retain(|promise| match &promise.answers {
                    Some((fingerprint, _)) => spooled.contains(&format!("{folder}{}", fingerprint.as_str())),
                    None => !spooled.is_empty(),
                });
                // When it came to the ledger is lost with it; the spool knows when it came there.
                for promise in promises.iter_mut().filter(|promise| !promise.spooled) {
                    promise.received_at = Millis::MAX;
                    promise.spooled = true;
                }
            }
            if spooled.is_empty() {
                self.lost.insert(id);
            }
        }
    }
}
