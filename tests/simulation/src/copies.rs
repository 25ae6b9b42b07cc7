//! The sealed copies as one place of the world sees them.

use crate::kv::{Kv, STALE_MAX_MS, Sealed};
use crate::planted::Planted;
use crate::points::{Clock, Points};
use crate::weather::Dice;
use domain::call::Millis;
use domain::ledger::{Copies, CopyFailed, Listing, Whole, copy_name};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// A write that has failed lands within this time, if it does at all: sooner than the next attempt (30 s), also when the
/// ledger's clock was moved meanwhile.
const LANDS_WITHIN_MS: usize = 10_000;
/// Names of one page where pages are short.
const SHORT_PAGE: usize = 3;
const PAGE: usize = 200;

/// KV and the keys that this place has.
pub struct MemoryCopies {
    kv: Rc<Kv>,
    clock: Rc<Clock>,
    points: Rc<Points>,
    dice: Rc<Dice>,
    planted: Planted,
    /// The first seals; all of them open.
    keys: RefCell<Vec<String>>,
    /// Keys that are in force from a later time on.
    next_keys: RefCell<Option<(Millis, Vec<String>)>>,
    counted: Cell<u32>,
    /// Pages of an earlier generation are not known any more.
    generation: Cell<u32>,
    /// A version of a record that was sealed with other content over what could be read.
    pub overwritten: RefCell<Option<String>>,
}

impl MemoryCopies {
    pub fn new(kv: &Rc<Kv>, clock: &Rc<Clock>, points: &Rc<Points>, dice: &Rc<Dice>, planted: Planted) -> Self {
        Self {
            kv: Rc::clone(kv),
            clock: Rc::clone(clock),
            points: Rc::clone(points),
            dice: Rc::clone(dice),
            planted,
            keys: RefCell::new(vec!["key-1".to_owned()]),
            next_keys: RefCell::new(None),
            counted: Cell::new(0),
            generation: Cell::new(0),
            overwritten: RefCell::new(None),
        }
    }

    /// From `at` on (true time) these are its keys.
    pub fn set_keys(&self, keys: Vec<String>, at: Millis) {
        *self.next_keys.borrow_mut() = Some((at, keys));
    }

    pub fn keys(&self) -> Vec<String> {
        if let Some((_, keys)) = self.next_keys.borrow_mut().take_if(|(at, _)| *at <= self.clock.real()) {
            *self.keys.borrow_mut() = keys;
        }
        self.keys.borrow().clone()
    }

    /// No listing goes on from where it was: KV promises no life of its cursors.
    pub fn forget_pages(&self) {
        self.generation.set(self.generation.get() + 1);
    }

    pub fn opens(&self, sealed: &Sealed) -> bool {
        !sealed.is_spoilt && self.keys().contains(&sealed.key)
    }

    /// Asking takes time, and KV may refuse.
    async fn ask(&self) -> Result<(), CopyFailed> {
        self.points.pass().await;
        self.clock.forward(self.dice.with(|chance| chance.between(1, 60)));
        if self.dice.happens(|weather| weather.kv_refuses) { Err(CopyFailed::Unreachable) } else { Ok(()) }
    }

    /// The time as of which KV answers now.
    fn seen_at(&self) -> Millis {
        let is_stale = self.dice.happens(|weather| weather.kv_stale);
        let age = if is_stale { self.dice.with(|chance| chance.between(0, STALE_MAX_MS)) } else { 0 };
        self.clock.real() - age
    }

    async fn sealed(&self, name: &str) -> Result<Option<Rc<Sealed>>, CopyFailed> {
        self.ask().await?;
        Ok(self.kv.as_of(name, self.seen_at()))
    }

    /// Writes or removes, as far as the weather lets it.
    async fn change(&self, name: &str, value: Option<Sealed>) -> Result<(), CopyFailed> {
        self.ask().await?;
        let now = self.clock.real();
        if self.dice.weather().kv_refuses > 0 && self.kv.is_too_soon(name, now) {
            return Err(CopyFailed::Unreachable);
        }
        let value = value.map(Rc::new);
        if self.dice.happens(|weather| weather.kv_late) {
            let later = self.dice.with(|chance| chance.below(LANDS_WITHIN_MS));
            self.kv.write(name, now + i64::try_from(later).unwrap_or(0), value);
            return Err(CopyFailed::Unreachable);
        }
        self.kv.write(name, now, value);
        // Work may be lost here: done, and nobody knows.
        self.points.pass().await;
        if self.dice.happens(|weather| weather.kv_fails_after) { Err(CopyFailed::Unreachable) } else { Ok(()) }
    }

    /// A version is never another one: what is sealed again may differ only in the fate of its letters and in its links.
    fn notice_overwriting(&self, name: &str, plain: &[u8]) {
        let Some(earlier) = self.kv.newest(name).filter(|earlier| self.opens(earlier)) else { return };
        if !name.starts_with(copy_name::RECORDS) || *earlier.plain == *plain {
            return;
        }
        let record = |text: &[u8]| serde_json::from_slice::<Whole>(text).ok().map(|whole| whole.record);
        if record(&earlier.plain) != record(plain) {
            *self.overwritten.borrow_mut() = Some(name.to_owned());
        }
    }

    fn slips(&self, planted: Planted, every: u32) -> bool {
        if self.planted != planted {
            return false;
        }
        self.counted.set(self.counted.get() + 1);
        self.counted.get().is_multiple_of(every)
    }
}

impl Copies for MemoryCopies {
    async fn write(&self, name: &str, plain: &[u8]) -> Result<(), CopyFailed> {
        self.notice_overwriting(name, plain);
        let sealed = Sealed { key: self.sealing_key(), plain: plain.into(), is_spoilt: false };
        if self.slips(Planted::LosesCopies, 11) {
            return Ok(());
        }
        self.change(name, Some(sealed.clone())).await?;
        let read = self.sealed(name).await?;
        if read.is_some_and(|read| *read == sealed) { Ok(()) } else { Err(CopyFailed::Unreachable) }
    }

    async fn read(&self, name: &str) -> Result<Option<Vec<u8>>, CopyFailed> {
        match self.sealed(name).await? {
            Some(sealed) if self.opens(&sealed) => Ok(Some(sealed.plain.to_vec())),
            Some(_) => Err(CopyFailed::DoesNotOpen),
            None => Ok(None),
        }
    }

    async fn remove(&self, name: &str) -> Result<(), CopyFailed> {
        if self.planted == Planted::KeepsRemovedCopies {
            return Ok(());
        }
        self.change(name, None).await
    }

    async fn list(&self, prefix: &str, from: Option<String>) -> Result<Listing, CopyFailed> {
        self.ask().await?;
        let generation = format!("{}:", self.generation.get());
        let from = match from.as_deref().map(|from| from.strip_prefix(&generation)) {
            Some(None) => return Err(CopyFailed::Unreachable),
            from => from.flatten(),
        };
        let is_short = self.dice.happens(|weather| weather.kv_short_pages);
        let limit = if is_short { self.dice.with(|chance| chance.below(SHORT_PAGE)) } else { PAGE };
        let mut names = self.kv.list(prefix, self.seen_at(), from, limit + 1);
        let has_more = names.len() > limit;
        names.truncate(limit);
        // An empty page goes on where the last one did.
        let last = names.last().map(String::as_str).or(from).unwrap_or_default();
        let next = has_more.then(|| format!("{generation}{last}"));
        if self.planted == Planted::EndsAtAnEmptyPage && names.is_empty() {
            return Ok(Listing::default());
        }
        Ok(Listing { names, next })
    }

    async fn seal_anew(&self, name: &str) -> Result<bool, CopyFailed> {
        let Some(sealed) = self.sealed(name).await? else { return Ok(false) };
        if sealed.key == self.sealing_key() || self.planted == Planted::SealsNothingAnew {
            return Ok(false);
        }
        if !self.opens(&sealed) {
            return Err(CopyFailed::DoesNotOpen);
        }
        self.write(name, &sealed.plain).await?;
        Ok(true)
    }

    fn sealing_key(&self) -> String {
        self.keys().first().cloned().unwrap_or_default()
    }
}
