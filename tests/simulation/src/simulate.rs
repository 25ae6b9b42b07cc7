//! Seeds, one after the other: each a plan of steps, a run, and an end at which every promise is looked at.

use crate::acts::{is_unknown, restore_at_once};
use crate::planted::Planted;
use crate::reached;
use crate::report::{Report, shrink};
use crate::run::Run;
use crate::steps::{Step, plan};
use crate::watch::Failure;
use crate::weather::Weather;
use crate::world::World;
use domain::call::Millis;
use domain::ledger::copy_name;
use domain::outbox::{Fact, Subject};
use domain::programme::PROGRAMMES;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};

const HOUR_MS: Millis = 3_600_000;
/// Longer than anything is tried: letters are given up after 14 days.
const END_MS: Millis = 15 * 24 * HOUR_MS;
/// Where more ring in good weather, something never ends.
const ALARMS_MAX: usize = 500;

thread_local! {
    static SEED: Cell<u64> = const { Cell::new(0) };
}

/// The seed that this thread plays: for what is compiled so that a panic ends everything.
pub fn seed_here() -> u64 {
    SEED.get()
}

/// How a run of steps ended.
pub struct Ending {
    pub failure: Option<Failure>,
    /// Where somebody wanted to read it.
    pub story: Vec<String>,
    /// What the life has come to, of [`crate::reached::ALL`].
    pub reached: BTreeSet<&'static str>,
}

/// Runs these steps, and then to the end.
pub fn run(seed: u64, steps: &[Step], planted: Planted, is_told: bool) -> Ending {
    SEED.set(seed);
    let story = Rc::new(RefCell::new(Vec::new()));
    let place = is_told.then(|| Rc::clone(&story));
    let outcome = catch_unwind(AssertUnwindSafe(move || {
        let mut run = Run::new(seed, planted);
        *run.world.story.borrow_mut() = place;
        let failure = all(&mut run, steps);
        (failure, reached::of(&run.world))
    }));
    let panicked = || (Some(Failure { rule: "nothing panics", what: "see above".to_owned() }), BTreeSet::new());
    let (failure, reached) = outcome.unwrap_or_else(|_| panicked());
    Ending { failure, story: story.take(), reached }
}

fn all(run: &mut Run, steps: &[Step]) -> Option<Failure> {
    for (number, step) in steps.iter().enumerate() {
        run.step(number + 1, *step);
        if run.failure().is_some() {
            return run.failure();
        }
    }
    run.world.tell(|| "     the end: nothing goes wrong any more".to_owned());
    end(run);
    let world = &run.world;
    run.failure().or_else(|| world.watch.borrow().settled(world).err()).or_else(|| rebuilt(world).err())
}

/// Nothing goes wrong any more; whoever waits to know asks; then fifteen days pass.
fn end(run: &mut Run) {
    run.weather = Weather::CALM;
    let world = Rc::clone(&run.world);
    world.dice.set(Weather::CALM);
    world.dice.begin(0);
    world.away_until.set(0);
    world.no_mail_until.set(0);
    run.pass(HOUR_MS, ALARMS_MAX);
    let phones = world.phones.borrow().len();
    for index in 0..phones {
        if is_unknown(&world, index) {
            run.settle_phone(index);
        }
        if is_unknown(&world, index) {
            world.watch.borrow_mut().fail("who asks in the end is told", "a phone still does not know");
        }
    }
    run.pass(END_MS, ALARMS_MAX);
    world.watch.borrow_mut().look(&world);
}

/// A new ledger, restored from the copies alone, is the same row by row.
fn rebuilt(world: &World) -> Result<(), Failure> {
    let other = World::beside(world);
    let unreadable = restore_at_once(&other);
    let (rows, again) = (world.book.snapshot(), other.book.snapshot());
    let broken =
        |what: &str| Err(Failure { rule: "a ledger restored from its copies is the same", what: what.to_owned() });
    for (id, record) in rows.records.iter() {
        let name = crate::alarm::record_name(world, id);
        if unreadable.iter().any(|copy| copy_name::parse_record(copy).is_some_and(|(of, _)| of == name)) {
            continue;
        }
        // The place of a mentee whose copy opens no more is given back.
        let may_have_places_back = record.mentor.is_some() && !unreadable.is_empty();
        if again.records.get(id) != Some(record) && !may_have_places_back {
            return broken("a record");
        }
        if again.links_of(id) != rows.links_of(id) {
            return broken("links");
        }
        for fact in Fact::ALL.into_iter().filter(|fact| fact.is_letter()) {
            let state = |task: &domain::outbox::Task| (task.state, task.due_at, task.possible_duplicate);
            if again.task(id, fact).map(state) != rows.task(id, fact).map(state) {
                return broken(&format!(
                    "{} {} {:?} {:?}",
                    Subject::Record(id.clone()).key(),
                    fact.key(),
                    again.task(id, fact),
                    rows.task(id, fact)
                ));
            }
        }
    }
    if again.records.keys().any(|id| !rows.records.contains_key(id)) {
        return broken("a record more");
    }
    let same_live = |slug: &str| again.live_of(slug) == rows.live_of(slug);
    if PROGRAMMES.iter().any(|programme| !same_live(programme.slug)) {
        return broken("a live half");
    }
    Ok(())
}

/// One seed; what failed, with its shrunk steps.
pub fn simulate(seed: u64, steps: usize, planted: Planted) -> Option<Report> {
    let all = plan(seed, steps);
    let failure = run(seed, &all, planted, false).failure?;
    Some(shrink(seed, all, planted, failure))
}

/// Many seeds on all processors; the first that fails, if any does.
pub fn many(seeds: Range<u64>, steps: usize, planted: Planted) -> Option<Report> {
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get) as u64;
    let first_failed = AtomicU64::new(u64::MAX);
    std::thread::scope(|scope| {
        for first in 0..threads {
            let (seeds, first_failed) = (seeds.clone(), &first_failed);
            scope.spawn(move || {
                let mut seed = seeds.start + first;
                // Those before it are still tried, so that the answer is the same on every machine.
                while seed < seeds.end.min(first_failed.load(Ordering::Relaxed)) {
                    if run(seed, &plan(seed, steps), planted, false).failure.is_some() {
                        first_failed.fetch_min(seed, Ordering::Relaxed);
                    }
                    seed += threads;
                }
            });
        }
    });
    let seed = first_failed.into_inner();
    if seed == u64::MAX { None } else { simulate(seed, steps, planted) }
}
