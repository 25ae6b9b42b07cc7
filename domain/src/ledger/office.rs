//! What the ledger works with beside its rows: copies in KV, letters, names, chance.

use super::{Book, StorageFailed};
use crate::call::Millis;
use crate::letter::Letter;
use crate::link::Secret;
use crate::outbox::{Fact, Outcome};

/// Keyed hashes (HMAC), the same in every Worker and for ever.
pub trait Names {
    /// What a record's copies are named by: 64 hex digits.
    fn record_name(&self, id: &str) -> String;
    /// What a reference is made of; the counter goes up when a reference is taken.
    fn reference(&self, id: &str, counter: u32) -> [u8; 32];
    /// What applications for one email address are counted by: 64 hex digits.
    fn address_name(&self, email: &str) -> String;
    /// What a letter is named by in every attempt, in hex.
    fn letter_name(&self, fact: &str, id: &str) -> String;
}

/// Why a copy was not kept or read. Holds nothing of what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyFailed {
    /// KV said no, or could not be asked, or nobody knows what became of it.
    Unreachable,
    /// It is there and does not open: changed, or sealed under a key that is gone.
    DoesNotOpen,
}

/// A page of names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    pub names: Vec<String>,
    /// Where the next page begins; an empty page is not the end.
    pub next: Option<String>,
}

/// The lasting, sealed copies.
#[allow(async_fn_in_trait, reason = "every user runs on one thread")]
pub trait Copies {
    /// Seals and writes a copy, over one that is there, and reads it back.
    async fn write(&self, name: &str, plain: &[u8]) -> Result<(), CopyFailed>;
    /// What is kept under a name, opened.
    async fn read(&self, name: &str) -> Result<Option<Vec<u8>>, CopyFailed>;
    async fn remove(&self, name: &str) -> Result<(), CopyFailed>;
    async fn list(&self, prefix: &str, from: Option<String>) -> Result<Listing, CopyFailed>;
    /// Seals a copy anew, if it is not under the first key. Says whether it was not.
    async fn seal_anew(&self, name: &str) -> Result<bool, CopyFailed>;
    /// The id of the key that seals.
    fn sealing_key(&self) -> String;

    /// Keeps a copy. With `may_be_there` one that is there and opens stands as it is; without, nobody is asked first: KV would
    /// remember the miss for a minute.
    async fn keep(&self, name: &str, plain: &[u8], may_be_there: bool) -> Result<(), CopyFailed> {
        if may_be_there && self.read(name).await.is_ok_and(|copy| copy.is_some()) {
            return Ok(());
        }
        self.write(name, plain).await
    }

    /// Every name under a prefix, page by page to the end; or none where a page could not be had.
    async fn list_all(&self, prefix: &str) -> Result<Vec<String>, CopyFailed> {
        let mut all = Vec::new();
        let mut from = None;
        loop {
            let listing = self.list(prefix, from).await?;
            all.extend(listing.names);
            from = listing.next;
            if from.is_none() {
                return Ok(all);
            }
        }
    }
}

/// Whom a letter is for: staff get theirs sooner or later, a person has the receipt's link as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addressee {
    Staff,
    Person,
}

/// Everything the ledger works with.
#[allow(async_fn_in_trait, reason = "every user runs on one thread")]
pub trait Office {
    type Book: Book + 'static;
    type Copies: Copies;
    type Names: Names;

    fn copies(&self) -> Option<&Self::Copies>;
    fn names(&self) -> Option<&Self::Names>;
    /// Reads without changing anything.
    fn look<T>(&self, read: impl FnOnce(&Self::Book) -> Result<T, StorageFailed>) -> Result<T, StorageFailed>;
    /// Does the work in one transaction: all of it holds or nothing does.
    async fn atomically<T: 'static>(
        &self,
        work: impl FnOnce(&Self::Book) -> Result<T, StorageFailed> + 'static,
    ) -> Result<T, StorageFailed>;
    /// Hands a letter over; `name` is the same in every attempt.
    async fn post(&self, letter: &Letter, name: &str, at: Millis, addressee: Addressee) -> Outcome;
    /// Where the portal is, without a slash at the end.
    fn portal_address(&self) -> Option<String>;
    /// Whether sample values of undecided things count (development).
    fn samples(&self) -> bool;
    /// The address of the first administrator; configuration.
    fn first_administrator(&self) -> Option<String>;
    /// Nobody can guess it; `None` when there is no chance to be had.
    fn draw_secret() -> Option<Secret>;
    /// The effect of a task, cut off when it takes too long.
    async fn in_time(&self, fact: Fact, effect: impl Future<Output = Outcome>) -> Outcome;
    /// Says on the console what happened; names no person and nothing typed.
    fn say(&self, what: &str);
}
