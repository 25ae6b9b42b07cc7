//! One run: steps on a world, work under way that may be halted or lost, time that passes, alarms that ring.

use crate::alarm;
use crate::chance::Chance;
use crate::door;
use crate::planted::Planted;
use crate::points::Work;
use crate::steps::{Step, What, is_of_requests};
use crate::watch::Failure;
use crate::weather::Weather;
use crate::world::World;
use domain::call::Millis;
use std::rc::Rc;

/// Work that is halted so long is lost: what it has begun would be cut off.
const HALTED_MS_MAX: Millis = 20_000;
/// Alarms in one wait; more belong to the next.
const ALARMS_MAX: usize = 25;
const POINTS_BEFORE_A_HALT: usize = 14;

/// Work that was halted between two effects.
struct Halted {
    name: &'static str,
    work: Work,
    since: Millis,
}

/// A world and what is going on in it.
pub struct Run {
    pub world: Rc<World>,
    halted: Vec<Halted>,
    pub weather: Weather,
    /// Each run has at most one copy that is spoilt.
    pub has_spoilt: bool,
    /// Whether everybody seeks or is a mentor.
    pub is_of_requests: bool,
}

impl Run {
    /// The weather and whether references are few follow from the seed.
    pub fn new(seed: u64, planted: Planted) -> Self {
        let mut chance = Chance::of(seed);
        let weather = Weather::of(&mut chance);
        let world = Rc::new(World::new(planted, chance.per_mille(250)));
        world.dice.set(weather);
        world.dice.begin(seed);
        let is_of_requests = is_of_requests(seed);
        Self { world, halted: Vec::new(), weather, has_spoilt: false, is_of_requests }
    }

    /// Nothing goes wrong.
    pub fn calm(planted: Planted, collide: bool) -> Self {
        let world = Rc::new(World::new(planted, collide));
        let weather = Weather::CALM;
        Self { world, halted: Vec::new(), weather, has_spoilt: false, is_of_requests: false }
    }

    pub fn failure(&self) -> Option<Failure> {
        self.world.watch.borrow().failure.clone()
    }

    pub fn step(&mut self, number: usize, step: Step) {
        let world = Rc::clone(&self.world);
        world.dice.begin(step.seed);
        world.tell(|| {
            let seconds = (world.clock.real() - crate::points::BEGINNING) / 1000;
            format!("{number:3}. after {seconds} s: {:?}", step.what)
        });
        self.go_on();
        self.act(step.what);
        world.watch.borrow_mut().look(&world);
    }

    fn act(&mut self, what: What) {
        match what {
            What::WaitSeconds => self.wait(1000, 15_000),
            What::WaitMinutes => self.wait(15_000, 600_000),
            What::WaitHours => self.wait(600_000, 6 * 3_600_000),
            What::WaitADay => self.wait(12 * 3_600_000, 30 * 3_600_000),
            What::Ring => self.ring(),
            What::RingTwice => {
                self.ring();
                self.ring();
                self.go_on();
                self.ring();
            }
            What::Ask => self.ask_a_mentor(),
            What::Answer => self.answer_a_request(),
            What::Decide
            | What::Edit
            | What::Erase
            | What::SetLive
            | What::RotateKey
            | What::DropOldKeys
            | What::KeptUnderAnEarlierForm => self.staff(what),
            What::LedgerAway
            | What::NoMail
            | What::MoveClock
            | What::SpoilACopy
            | What::LoseTheSealedLedger
            | What::LoseTheLedger => self.misfortune(what),
            _ => self.people(what),
        }
    }

    /// Begins work; it may be halted on its way, and then go on later or never.
    pub fn launch(&mut self, name: &'static str, work: impl Future<Output = ()> + 'static) {
        self.drive(Halted { name, work: Box::pin(work), since: self.world.clock.real() });
    }

    fn drive(&mut self, mut halted: Halted) {
        let dice = &self.world.dice;
        let points =
            dice.happens(|weather| weather.pause).then(|| dice.with(|chance| chance.points(POINTS_BEFORE_A_HALT)));
        if self.world.points.drive(&mut halted.work, points) {
            return;
        }
        let is_lost = dice.happens(|weather| weather.crash);
        self.world.tell(|| format!("    {} {}", halted.name, if is_lost { "is lost" } else { "is halted" }));
        if !is_lost {
            self.halted.push(halted);
        }
    }

    /// Some of what was halted goes on.
    fn go_on(&mut self) {
        for halted in std::mem::take(&mut self.halted) {
            if self.world.clock.real() - halted.since >= HALTED_MS_MAX {
                self.world.tell(|| format!("    {} is lost, halted too long", halted.name));
            } else if self.world.dice.with(Chance::half) {
                self.world.tell(|| format!("    {} goes on", halted.name));
                self.drive(halted);
            } else {
                self.halted.push(halted);
            }
        }
    }

    /// The ledger falls: whatever was halted is lost.
    pub fn fall(&mut self) {
        self.halted.clear();
    }

    fn wait(&mut self, low: Millis, high: Millis) {
        let millis = self.world.dice.with(|chance| chance.between(low, high));
        self.pass(millis, ALARMS_MAX);
    }

    /// Time passes; what is due rings, what is late arrives.
    pub fn pass(&mut self, millis: Millis, alarms_max: usize) {
        let world = Rc::clone(&self.world);
        let until = world.clock.real() + millis;
        for _ in 0..alarms_max {
            if self.failure().is_some() {
                return;
            }
            let arrives = world.late.borrow().iter().map(|(at, _)| *at).min();
            let rings = alarm::next(&world);
            let Some(next) = arrives.into_iter().chain(rings).min().filter(|next| *next <= until) else { break };
            self.forward_to(next.max(world.clock.real() + 1));
            if arrives == Some(next) {
                self.arrive_late();
            } else if world.dice.happens(|weather| weather.alarm_late) {
                let late = world.dice.with(|chance| chance.between(1000, 600_000));
                self.forward_to((world.clock.real() + late).min(until));
                self.ring();
            } else {
                self.ring();
            }
        }
        self.forward_to(until);
    }

    fn forward_to(&mut self, real: Millis) {
        if real - self.world.clock.real() > HALTED_MS_MAX / 2 {
            self.go_on();
            self.halted.retain(|halted| real - halted.since < HALTED_MS_MAX);
        }
        self.world.clock.forward_to(real);
    }

    fn arrive_late(&mut self) {
        let now = self.world.clock.real();
        let arrived: Vec<_> = self.world.late.borrow_mut().extract_if(.., |(at, _)| *at <= now).collect();
        for (_, request) in arrived {
            let world = Rc::clone(&self.world);
            self.launch("a late call", door::arrive(world, request));
        }
    }

    pub fn ring(&mut self) {
        self.launch("the alarm", alarm::ring(Rc::clone(&self.world)));
    }
}
