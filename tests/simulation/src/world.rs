//! Everything that the ledger works with, in memory: rows, copies, letters, time, and whoever watches over it.

use crate::book::MemoryBook;
use crate::copies::MemoryCopies;
use crate::kv::Kv;
use crate::names::MemoryNames;
use crate::people::Phone;
use crate::planted::Planted;
use crate::points::{Clock, Points};
use crate::watch::Watch;
use crate::weather::Dice;
use domain::call::{Millis, SendRequest};
use domain::ledger::founding::{self, Founding};
use domain::ledger::{Addressee, Office, StorageFailed};
use domain::letter::Letter;
use domain::link::Secret;
use domain::live::LiveVersion;
use domain::outbox::{Fact, Outcome};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;

/// An effect is cut off after this time, as `functions/ledger` does it.
const EFFECT_MS_MAX: Millis = 20_000;
/// Longer than a restoring waits before it begins.
const RESTORING_WAITS_MS: Millis = 4 * 60_000;
/// A long effect ends at one of this many points.
const POINTS_OF_AN_EFFECT: usize = 7;

/// A letter that reached a mailbox.
#[derive(Clone, Debug)]
pub struct Posted {
    pub fact: Fact,
    pub id: domain::call::DraftId,
    pub letter: Letter,
    pub at: Millis,
}

/// One world.
pub struct World {
    pub clock: Rc<Clock>,
    pub points: Rc<Points>,
    pub dice: Rc<Dice>,
    pub kv: Rc<Kv>,
    pub book: MemoryBook,
    /// The copies as the ledger sees them.
    pub at_ledger: MemoryCopies,
    /// As the Worker sees them that people reach.
    pub at_door: MemoryCopies,
    pub names: MemoryNames,
    pub planted: Planted,
    pub phones: RefCell<Vec<Phone>>,
    pub posted: RefCell<Vec<Posted>>,
    /// Letters to the staff themselves.
    pub posted_to_staff: RefCell<Vec<Letter>>,
    /// The configured first administrator.
    pub first_administrator: Cell<Option<&'static str>>,
    pub watch: RefCell<Watch>,
    /// The ledger cannot be reached until then (true time).
    pub away_until: Cell<Millis>,
    /// It is known to be a new ledger, or a restored one.
    pub founded: Cell<bool>,
    pub no_mail_until: Cell<Millis>,
    /// Calls that arrive later.
    pub late: RefCell<Vec<(Millis, SendRequest)>>,
    /// What the door last heard of the programmes.
    pub last_heard: RefCell<BTreeMap<String, LiveVersion>>,
    /// When the ledger looks into the spool again, and goes on with a rotation.
    pub sweep_at: Cell<Millis>,
    pub rotate_at: Cell<Option<Millis>>,
    /// What happened, in lines that can be read; only where somebody wants to.
    pub story: RefCell<Option<Rc<RefCell<Vec<String>>>>>,
}

thread_local! {
    static DRAWN: Cell<u64> = const { Cell::new(0) };
}

impl World {
    pub fn new(planted: Planted, collide: bool) -> Self {
        DRAWN.set(0);
        let (clock, points, dice) = (Rc::new(Clock::new()), Rc::new(Points::default()), Rc::new(Dice::new()));
        let kv = Rc::new(Kv::default());
        let copies = || MemoryCopies::new(&kv, &clock, &points, &dice, planted);
        Self {
            book: MemoryBook::new(Rc::clone(&clock), Rc::clone(&dice), planted),
            at_ledger: copies(),
            at_door: copies(),
            names: MemoryNames { planted, collide, ..MemoryNames::default() },
            planted,
            phones: RefCell::default(),
            posted: RefCell::default(),
            posted_to_staff: RefCell::default(),
            first_administrator: Cell::new(None),
            watch: RefCell::default(),
            away_until: Cell::new(0),
            founded: Cell::new(false),
            no_mail_until: Cell::new(0),
            late: RefCell::default(),
            last_heard: RefCell::default(),
            sweep_at: Cell::new(0),
            rotate_at: Cell::new(Some(0)),
            story: RefCell::new(None),
            kv,
            clock,
            points,
            dice,
        }
    }

    /// A ledger without a row, beside the same copies, keys and names; a little earlier, because a restoring has to wait.
    pub fn beside(other: &Self) -> Self {
        let world = Self::new(Planted::Nothing, other.names.collide);
        for (name, sealed) in other.kv.all("") {
            world.kv.write(&name, 0, Some(sealed));
        }
        world.at_ledger.set_keys(other.at_ledger.keys(), 0);
        world.clock.forward_to(other.clock.real() - RESTORING_WAITS_MS);
        world.clock.move_by(other.clock.now() - other.clock.real());
        Self { names: other.names.clone(), ..world }
    }

    /// Letters to the staff themselves, the oldest first.
    pub fn staff_letters(&self) -> Vec<Letter> {
        self.posted_to_staff.borrow().clone()
    }

    /// Adds a line to the story.
    pub fn tell(&self, line: impl FnOnce() -> String) {
        if let Some(story) = self.story.borrow().as_ref() {
            story.borrow_mut().push(line());
        }
    }

    /// Whether calls reach the ledger.
    pub fn is_away(&self) -> bool {
        self.clock.real() < self.away_until.get()
    }

    /// Whether the ledger may do anything, as `functions/ledger` asks before every call and alarm.
    pub async fn is_founded(&self) -> bool {
        if !self.founded.get() {
            self.founded.set(founding::state(self).await == Ok(Founding::Founded));
        }
        self.founded.get()
    }
}

impl Office for World {
    type Book = MemoryBook;
    type Copies = MemoryCopies;
    type Names = MemoryNames;

    fn copies(&self) -> Option<&MemoryCopies> {
        Some(&self.at_ledger)
    }

    fn names(&self) -> Option<&MemoryNames> {
        Some(&self.names)
    }

    fn look<T>(&self, read: impl FnOnce(&MemoryBook) -> Result<T, StorageFailed>) -> Result<T, StorageFailed> {
        let found = read(&self.book);
        // What failed in this reading is over with it.
        if self.book.has_failed() { Err(StorageFailed) } else { found }
    }

    async fn atomically<T: 'static>(
        &self,
        work: impl FnOnce(&MemoryBook) -> Result<T, StorageFailed> + 'static,
    ) -> Result<T, StorageFailed> {
        self.points.pass().await;
        let before = self.book.snapshot();
        let outcome = work(&self.book);
        let fails = self.book.has_failed() || self.dice.happens(|weather| weather.transaction_fails);
        let outcome = outcome.and_then(|value| if fails { Err(StorageFailed) } else { Ok(value) });
        if (outcome.is_err() && self.planted != Planted::KeepsHalf) || self.loses_transaction() {
            self.book.put_back(before);
        } else {
            self.watch.borrow_mut().committed(self, &before, &self.book.rows());
        }
        // The ledger may fall here: it holds, and nobody knows.
        self.points.pass().await;
        outcome
    }

    async fn post(&self, letter: &Letter, name: &str, _at: Millis, addressee: Addressee) -> Outcome {
        self.points.pass().await;
        self.clock.forward(self.dice.with(|chance| chance.between(1, 90)));
        let Some((fact, id)) = self.names.letter_of(name) else {
            // Not about a record: to the staff themselves.
            self.posted_to_staff.borrow_mut().push(letter.clone());
            return Outcome::Done;
        };
        self.watch.borrow_mut().letter_leaves(self, letter, fact, &id, addressee);
        let is_down = self.clock.real() < self.no_mail_until.get();
        if is_down || self.dice.happens(|weather| weather.mail_fails) {
            return Outcome::Failed;
        }
        if self.dice.happens(|weather| weather.mail_refuses) {
            self.watch.borrow_mut().letter_refused(&id, fact);
            return Outcome::Refused;
        }
        let is_unknown = self.dice.happens(|weather| weather.mail_unknown);
        if is_unknown && self.dice.with(crate::chance::Chance::half) {
            return Outcome::Unknown;
        }
        for _ in 0..if self.planted == Planted::PostsTwice { 2 } else { 1 } {
            self.watch.borrow_mut().letter_arrives(self, letter, name, fact, &id);
            let posted = Posted { fact, id: id.clone(), letter: letter.clone(), at: self.clock.now() };
            self.posted.borrow_mut().push(posted);
        }
        if self.planted == Planted::SaysTooMuch {
            self.say(&letter.text);
        }
        self.points.pass().await;
        if is_unknown { Outcome::Unknown } else { Outcome::Done }
    }

    fn portal_address(&self) -> Option<String> {
        Some("https://mentor.example.org".to_owned())
    }

    fn first_administrator(&self) -> Option<String> {
        self.first_administrator.get().map(str::to_owned)
    }

    fn samples(&self) -> bool {
        true
    }

    fn draw_secret() -> Option<Secret> {
        DRAWN.set(DRAWN.get() + 1);
        Some(Secret::from_random(crate::chance::Chance::of(DRAWN.get()).bytes()))
    }

    /// Cut off by its time, or at one of its points by chance.
    async fn in_time(&self, _fact: Fact, effect: impl Future<Output = Outcome>) -> Outcome {
        let began = self.clock.real();
        let is_cut = self.dice.happens(|weather| weather.effect_cut_off);
        let mut left = is_cut.then(|| self.dice.with(|chance| chance.points(POINTS_OF_AN_EFFECT)));
        let mut effect = pin!(effect);
        poll_fn(|context| {
            if self.clock.real() - began >= EFFECT_MS_MAX {
                return Poll::Ready(Outcome::Unknown);
            }
            self.points.cut.set(left);
            let polled = effect.as_mut().poll(context);
            left = self.points.cut.take();
            match polled {
                Poll::Pending if left == Some(0) => Poll::Ready(Outcome::Unknown),
                polled => polled,
            }
        })
        .await
    }

    fn say(&self, what: &str) {
        self.watch.borrow_mut().said(what);
        self.tell(|| format!("    console: {what}"));
    }
}

impl World {
    fn loses_transaction(&self) -> bool {
        self.planted == Planted::LosesTransactions && self.dice.with(|chance| chance.per_mille(60))
    }
}
