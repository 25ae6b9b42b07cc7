//! Mistakes that can be planted in what the ledger works with, to prove that the simulation finds them.

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
    /// The console shows what was typed.
    SaysTooMuch,
}
