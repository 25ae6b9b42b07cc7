//! Steps of misfortune: what cannot be reached, what is spoilt, and a ledger that is lost and rebuilt.

use crate::kv::STALE_MAX_MS;
use crate::points::{MOVED_MAX_MS, at_once};
use crate::rows::Rows;
use crate::run::Run;
use crate::steps::What;
use crate::watch::Sealing;
use crate::weather::Weather;
use crate::world::World;
use domain::call::Millis;
use domain::ledger::{copy_name, restore};
use domain::problem::Problem;
use std::cell::RefCell;
use std::rc::Rc;

const MINUTE_MS: Millis = 60_000;
const HOUR_MS: Millis = 60 * MINUTE_MS;
/// Tries of one restoring in bad weather; after that the weather is good.
const TRIES_MAX: usize = 400;

impl Run {
    pub(crate) fn misfortune(&mut self, what: What) {
        let world = Rc::clone(&self.world);
        let until = |low, high| world.clock.real() + world.dice.with(|chance| chance.between(low, high));
        match what {
            What::LedgerAway => world.away_until.set(until(1000, 20 * MINUTE_MS)),
            What::NoMail => world.no_mail_until.set(until(HOUR_MS, 26 * HOUR_MS)),
            What::MoveClock => {
                let moved = world.dice.with(|chance| chance.between(-MOVED_MAX_MS, MOVED_MAX_MS));
                world.clock.move_by(moved);
            }
            What::SpoilACopy => self.spoil_a_copy(),
            What::LoseTheSealedLedger => {
                // A quarter of an hour of good weather first, so that there is little left to seal.
                world.dice.set(Weather::CALM);
                self.pass(15 * MINUTE_MS, 100);
                world.dice.set(self.weather);
                self.lose_ledger();
            }
            _ => self.lose_ledger(),
        }
    }

    fn spoil_a_copy(&mut self) {
        let copies: Vec<_> =
            [copy_name::RECORDS, copy_name::SPOOL].iter().flat_map(|folder| self.world.kv.all(folder)).collect();
        let Some((name, _)) = self.world.dice.with(|chance| chance.pick(&copies).cloned()) else { return };
        if self.has_spoilt {
            return;
        }
        self.has_spoilt = true;
        self.world.tell(|| format!("    {}", &name[..name.len().min(14)]));
        self.world.watch.borrow_mut().spoilt(&name);
        self.world.kv.spoil(&name);
    }

    /// The ledger loses every row. People go on; then somebody restores it.
    fn lose_ledger(&mut self) {
        let world = Rc::clone(&self.world);
        self.fall();
        // What was still on its way to KV has landed.
        world.clock.forward(25_000);
        let sealing = Sealing::of(&world);
        world.book.put_back(Rows::default());
        world.founded.set(false);
        world.sweep_at.set(0);
        world.rotate_at.set(Some(0));
        // So long KV may still tell of what was there before, and not yet of what is there.
        world.clock.forward(STALE_MAX_MS);
        if sealing.is_empty() {
            // Nobody can tell it from a new one.
            return world.watch.borrow_mut().restored(&world, &sealing);
        }
        for _ in 0..world.dice.with(|chance| chance.below(4)) {
            self.begin();
            self.send(1);
            self.settle();
        }
        let pause = world.dice.with(|chance| chance.between(MINUTE_MS, 20 * MINUTE_MS));
        self.pass(pause, 20);
        self.fall();
        world.watch.borrow_mut().is_restoring = true;
        self.restore();
        world.watch.borrow_mut().restored(&world, &sealing);
        world.watch.borrow_mut().is_restoring = false;
    }

    fn restore(&mut self) {
        let world = Rc::clone(&self.world);
        let mut from = None;
        for attempt in 0..TRIES_MAX * 2 {
            if attempt == TRIES_MAX {
                world.dice.set(Weather::CALM);
            }
            let answer = Rc::new(RefCell::new(None));
            let (place, office, page) = (Rc::clone(&answer), Rc::clone(&world), from.clone());
            self.launch("restoring", async move {
                *place.borrow_mut() = Some(restore::step(&*office, page, None).await);
            });
            // Whoever restores repeats a page that was not answered.
            self.fall();
            world.clock.forward(3000);
            let answer = answer.take();
            world.tell(|| format!("    restoring from {from:?}: {answer:?}"));
            match answer {
                Some(Ok(Ok(report))) => {
                    from = report.next;
                    if from.is_none() {
                        break;
                    }
                }
                Some(Ok(Err(Problem::TooManyAttempts { retry_after_s }))) => {
                    world.clock.forward(i64::from(retry_after_s) * 1000);
                }
                _ => {}
            }
        }
        world.dice.set(self.weather);
    }
}

/// Restores all of it in good weather, and waits where it has to.
pub fn restore_at_once(world: &World) -> Vec<String> {
    let mut unreadable = Vec::new();
    let mut from = None;
    loop {
        match at_once(restore::step(world, from.clone(), None)) {
            Ok(Ok(report)) => {
                unreadable.extend(report.unreadable);
                from = report.next;
                if from.is_none() {
                    return unreadable;
                }
            }
            Ok(Err(Problem::TooManyAttempts { retry_after_s })) => world.clock.forward(i64::from(retry_after_s) * 1000),
            _ => return unreadable,
        }
    }
}
