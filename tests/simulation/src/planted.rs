//! Mistakes that can be planted in what the ledger works with, to prove that the simulation finds them.

use domain::ledger::Record;
use std::cell::Cell;

/// One mistake, or none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Planted {
    #[default]
    Nothing,
    /// A transaction keeps the record and forgets now and then what must happen.
    ForgetsTasks,
    /// A lease is not stored.
    ForgetsLeases,
    /// A transaction that failed leaves behind what it had written.
    KeepsHalf,
    /// A transaction is said to hold and does not.
    LosesTransactions,
    /// The row of an erased application does not stay.
    ForgetsErasures,
    /// Erasing leaves the links.
    LeavesLinks,
    /// No reference is ever taken.
    TakesEveryReference,
    /// Nobody waits for anything.
    ForgetsWhoWaits,
    /// A copy is said to be kept and is not, now and then.
    LosesCopies,
    /// A copy is said to be removed and is not.
    KeepsRemovedCopies,
    /// An empty page is taken for the end.
    EndsAtAnEmptyPage,
    /// A copy under an old key is said to be under the new one.
    SealsNothingAnew,
    /// A letter is handed over twice.
    PostsTwice,
    /// The same id gets another reference each time.
    DrawsReferencesAnew,
    /// A call that arrives again counts as one that has seen what the first has done.
    TakesTheSecondForNew,
    /// The console shows what was typed.
    SaysTooMuch,
}

/// What a book does wrong: the mistake that is planted, if it is one of a book's.
pub struct Mistakes {
    planted: Planted,
    counted: Cell<u32>,
    /// What is decided now was decided already.
    is_again: Cell<bool>,
}

impl Mistakes {
    pub const fn of(planted: Planted) -> Self {
        Self { planted, counted: Cell::new(0), is_again: Cell::new(false) }
    }

    pub fn is(&self, planted: Planted) -> bool {
        self.planted == planted
    }

    /// Every so many times, where that mistake is planted.
    pub fn slips(&self, planted: Planted, every: u32) -> bool {
        if !self.is(planted) {
            return false;
        }
        self.counted.set(self.counted.get() + 1);
        self.counted.get().is_multiple_of(every)
    }

    /// Decides a call that has arrived before.
    pub fn again<T>(&self, decide: impl FnOnce() -> T) -> T {
        self.is_again.set(true);
        let decided = decide();
        self.is_again.set(false);
        decided
    }

    /// A record as the book tells it.
    pub fn told(&self, record: &Record) -> Record {
        Record { version: record.version.saturating_sub(self.hidden()), ..record.clone() }
    }

    /// As it is stored; a first version is what it is.
    pub fn stored(&self, record: &Record) -> Record {
        let hidden = if record.version > 1 { self.hidden() } else { 0 };
        Record { version: record.version.saturating_add(hidden), ..record.clone() }
    }

    /// Versions that are kept from whoever decides.
    fn hidden(&self) -> u32 {
        u32::from(self.is_again.get() && self.is(Planted::TakesTheSecondForNew))
    }
}
