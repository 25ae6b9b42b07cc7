//! Steps of staff: bare commands of `domain`, as long as they have no page.

use crate::answers::{self, MARK};
use crate::chance::Chance;
use crate::door;
use crate::points::BEGINNING;
use crate::run::Run;
use crate::steps::What;
use domain::calendar;
use domain::call::{Millis, SetLiveRequest};
use domain::ledger::decide::{self, Deciding};
use domain::ledger::{Book, Happening, Record, change, opening, rotate, sweep};
use domain::live::Live;
use domain::programme::{PROGRAMMES, Role};
use domain::standing::{Standing, moves};
use std::rc::Rc;

/// Somebody of the staff.
const STAFF: &str = "staff@example.org";
const DAY_MS: Millis = 24 * 3_600_000;

impl Run {
    pub(crate) fn staff(&mut self, what: What) {
        match what {
            What::SetLive => self.set_live(),
            What::RotateKey => self.rotate_key(),
            What::DropOldKeys => self.drop_old_keys(),
            What::Decide if self.world.dice.with(|chance| chance.per_mille(650)) => self.pair(),
            _ => self.change_record(what),
        }
    }

    fn some_record(&self) -> Option<Rc<Record>> {
        let rows = self.world.book.rows();
        let records: Vec<&Rc<Record>> = rows.records.values().collect();
        self.world.dice.with(|chance| chance.pick(&records).map(|record| Rc::clone(record)))
    }

    fn change_record(&mut self, what: What) {
        let Some(record) = self.some_record() else { return };
        let world = Rc::clone(&self.world);
        world.tell(|| format!("    of {}", crate::watch::short(&record.id)));
        let (id, old) = (record.id.clone(), world.dice.with(|chance| chance.per_mille(200)));
        // Now and then somebody has looked at an earlier version.
        let seen = if old { record.version.saturating_sub(1) } else { record.version };
        match what {
            What::Decide => {
                let ways: Vec<Standing> = record
                    .role()
                    .map_or_else(Vec::new, |role| moves(role, record.standing).map(|way| way.to).collect());
                let standing = world.dice.with(|chance| chance.pick(&ways).copied()).unwrap_or(Standing::UnderReview);
                let undoes = world.dice.with(|chance| chance.per_mille(600));
                let comment = format!("{MARK} comment");
                self.launch("deciding", async move {
                    let asked = id.clone();
                    let decided = door::call(&world, move |book| {
                        let comment = Some(comment.as_str());
                        decide::decide(book, &Deciding { id: &asked, seen, standing, by: STAFF, comment, letter: None })
                    });
                    let decided = decided.await;
                    if let (true, Ok(record)) = (undoes, decided) {
                        let _ = door::call(&world, move |book| decide::undo(book, &id, record.version, STAFF)).await;
                    }
                });
            }
            What::Edit => {
                let mut draft = record.draft.clone();
                if let Ok((_, form)) = record.draft.form() {
                    world.dice.with(|chance| answers::change(&mut draft, form, chance));
                }
                self.launch("editing", async move {
                    let _ = door::call(&world, move |book| change::edit(book, &id, seen, &draft)).await;
                });
            }
            What::Erase => {
                let names = world.names.clone();
                self.launch("erasing", async move {
                    let _ = door::call(&world, move |book| change::erase(book, &names, &id)).await;
                });
            }
            _ => self.launch("a release", async move {
                let _ = door::ask(&world, move |book| {
                    let Some(mut record) = book.record(&id)? else { return Ok(Ok(())) };
                    record = record.with(Happening::Edited, book.now());
                    record.draft.answers.insert("gone-since".to_owned(), vec![format!("{MARK} kept")]);
                    book.put_changed(&record).map(Ok)
                })
                .await;
            }),
        }
    }

    /// A registration, or anything else where there is none.
    fn some_registration(&self) -> Option<Rc<Record>> {
        let rows = self.world.book.rows();
        let registrations: Vec<_> =
            rows.records.values().filter(|record| record.role() == Some(Role::Registering)).collect();
        let picked = self.world.dice.with(|chance| chance.pick(&registrations).map(|record| Rc::clone(record)));
        drop(rows);
        picked.or_else(|| self.some_record())
    }

    /// Staff register a pair, most often after they have said why it may be.
    fn pair(&mut self) {
        let Some(record) = self.some_registration() else { return };
        let world = Rc::clone(&self.world);
        let is_allowed = world.dice.with(|chance| chance.per_mille(900));
        let (id, seen) = (record.id.clone(), record.version);
        self.launch("registering a pair", async move {
            let asked = id.clone();
            let reason = format!("{MARK} reason");
            let mut seen = seen;
            if is_allowed
                && let Ok(allowed) =
                    door::call(&world, move |book| change::allow(book, &asked, seen, STAFF, &reason)).await
            {
                seen = allowed.version;
            }
            let _ = door::call(&world, move |book| {
                let standing = Standing::Paired;
                decide::decide(book, &Deciding { id: &id, seen, standing, by: STAFF, comment: None, letter: None })
            })
            .await;
        });
    }

    fn set_live(&mut self) {
        let world = Rc::clone(&self.world);
        let Some(programme) = world.dice.with(|chance| chance.pick(PROGRAMMES)) else { return };
        let Ok(current) = opening::current(&world.book, programme, true) else { return };
        let is_old = world.dice.with(|chance| chance.per_mille(100));
        let seen = if is_old { current.version.saturating_sub(1) } else { current.version };
        let live = world.dice.with(|chance| another(&current.live, world.clock.now(), chance));
        world.tell(|| {
            let (open, first, last) = (live.open, &live.opens_on, &live.closes_on);
            format!("    {}: open {open}, from {first:?} to {last:?}", programme.slug)
        });
        let request = SetLiveRequest { programme: programme.slug.to_owned(), seen, live };
        self.launch("setting a programme", async move {
            let _ = door::call(&world, move |book| opening::set(book, Some(STAFF), &request, true)).await;
        });
    }

    /// The new key seals from now on, at the door a little later; old ones still open.
    fn rotate_key(&mut self) {
        let world = &self.world;
        let mut keys = world.at_ledger.keys();
        let number = world.clock.real() - BEGINNING;
        keys.insert(0, format!("key-{number}-{}", keys.len()));
        let later = world.dice.with(|chance| chance.between(0, 60_000));
        world.at_ledger.set_keys(keys.clone(), world.clock.real());
        world.at_door.set_keys(keys, world.clock.real() + later);
        let seen_at = world.dice.with(|chance| chance.between(0, sweep::PAUSE_MS));
        world.rotate_at.set(Some(world.clock.real() + seen_at));
    }

    /// Once a rotation says that it is over, nobody needs the old keys.
    fn drop_old_keys(&mut self) {
        let world = &self.world;
        let keys = world.at_ledger.keys();
        let rotation = rotate::read(&world.book).unwrap_or_default();
        if rotation.is_over && keys.first() == Some(&rotation.key) && world.at_door.keys() == keys {
            let first = vec![rotation.key];
            world.at_ledger.set_keys(first.clone(), world.clock.real());
            world.at_door.set_keys(first, world.clock.real());
        }
    }
}

/// What staff set next: open, closed, or open between two days.
fn another(live: &Live, now: Millis, chance: &mut Chance) -> Live {
    let day = |from: i64, to: i64, chance: &mut Chance| Some(calendar::day(now + chance.between(from, to) * DAY_MS));
    let mut next = Live { opens_on: None, closes_on: None, ..live.clone() };
    match chance.below(5) {
        0 => next.open = false,
        1 => next.open = true,
        2 => {
            next.open = true;
            next.opens_on = day(1, 3, chance);
        }
        3 => {
            next.open = true;
            next.opens_on = day(-1, 2, chance);
            next.closes_on = day(2, 5, chance);
        }
        _ => next.contact = format!("contact{}@example.org", chance.below(5)),
    }
    next
}
