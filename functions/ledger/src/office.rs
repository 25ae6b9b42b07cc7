//! What the ledger works with: its tables in transactions, KV, email, the console, and chance.

use crate::clock;
use crate::mail;
use crate::object::Ledger;
use crate::rows::{Rows, Stored};
use domain::call::Millis;
use domain::ledger::crowd::PAUSE_MS;
use domain::ledger::{Addressee, Office, StorageFailed};
use domain::letter::Letter;
use domain::link::Secret;
use domain::outbox::{Fact, Outcome};
use futures_util::future::{Either, select};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use vault::{ReferenceKey, Store, setting};
use worker::{Delay, Error, Storage};

/// A letter or copy that takes longer is cut off; nobody then knows whether it went. Leases last three times as long.
const EFFECT_SECONDS_MAX: u64 = 20;
/// An alarm that is this late does not come any more, and is set again.
const ALARM_LATE_MS: Millis = 60_000;

impl Office for Ledger {
    type Book = Rows;
    type Copies = Store;
    type Names = ReferenceKey;

    fn copies(&self) -> Option<&Store> {
        self.copies.get_or_init(|| vault::store(&self.env)).as_ref()
    }

    fn names(&self) -> Option<&ReferenceKey> {
        self.names.get_or_init(|| vault::reference_key(&self.env)).as_ref()
    }

    fn look<T>(&self, read: impl FnOnce(&Rows) -> Stored<T>) -> Stored<T> {
        read(&self.rows()?)
    }

    /// With the alarm that follows from it.
    async fn atomically<T: 'static>(&self, work: impl FnOnce(&Rows) -> Stored<T> + 'static) -> Stored<T> {
        let outcome = Rc::new(RefCell::new(None));
        let place = Rc::clone(&outcome);
        let work = move |rows: &Rows| {
            *place.borrow_mut() = Some(work(rows)?);
            Ok(())
        };
        self.transact(Box::new(work)).await?;
        outcome.take().ok_or(StorageFailed)
    }

    async fn post(&self, letter: &Letter, name: &str, at: Millis, addressee: Addressee) -> Outcome {
        mail::send(self, letter, name, at, addressee).await
    }

    fn portal_address(&self) -> Option<String> {
        setting(&self.env, "PORTAL_ADDRESS").map(|address| address.trim_end_matches('/').to_owned())
    }

    fn samples(&self) -> bool {
        cfg!(feature = "dev")
    }

    fn first_administrator(&self) -> Option<String> {
        setting(&self.env, "FIRST_ADMINISTRATOR").filter(|address| !address.trim().is_empty())
    }

    fn draw_secret() -> Option<Secret> {
        vault::draw().ok().map(Secret::from_random)
    }

    async fn in_time(&self, fact: Fact, effect: impl Future<Output = Outcome>) -> Outcome {
        #[cfg(feature = "dev")]
        let effect = crate::dev::with_fault(self, fact, effect);
        #[cfg(not(feature = "dev"))]
        let _ = fact;
        match select(Box::pin(effect), Delay::from(Duration::from_secs(EFFECT_SECONDS_MAX))).await {
            Either::Left((outcome, _)) => outcome,
            Either::Right(_) => Outcome::Unknown,
        }
    }

    fn say(&self, what: &str) {
        worker::console_warn!("{what}");
    }
}

/// What is done in one transaction.
type Work = Box<dyn FnOnce(&Rows) -> Stored<()>>;

impl Ledger {
    /// One function for every transaction: made anew for each kind it would only make the program larger.
    async fn transact(&self, work: Work) -> Stored<()> {
        self.rows()?;
        let (storage, rings_at) = (self.state.storage(), Rc::clone(&self.rings_at));
        let transaction = move |_| async move {
            let rows = Rows::of(storage.sql());
            let failed = |StorageFailed| Error::from("storage failed");
            work(&rows).map_err(failed)?;
            set_alarm(&rows, &storage, &rings_at).await
        };
        let done = self.state.storage().transaction(transaction).await;
        done.map_err(|_| {
            // Its alarm was undone with it.
            self.rings_at.set(None);
            StorageFailed
        })
    }

    /// Its rows; the tables are made once, and never inside a transaction that could undo them.
    fn rows(&self) -> Stored<Rows> {
        let rows = Rows::of(self.state.storage().sql());
        if !self.is_prepared.get() {
            rows.prepare()?;
            self.is_prepared.set(true);
        }
        Ok(rows)
    }
}

/// Sets the alarm to the next thing to be done; what is overdue is done at once. An alarm that rings within a moment is left
/// alone: it looks at everything there is and sets the next one. That saves every send of a crowd but the first a search.
async fn set_alarm(rows: &Rows, storage: &Storage, rings_at: &Cell<Option<Millis>>) -> worker::Result<()> {
    let real_now = clock::real_now();
    if rings_at
        .get()
        .is_some_and(|at| at <= real_now.saturating_add(PAUSE_MS) && real_now.saturating_sub(at) < ALARM_LATE_MS)
    {
        return Ok(());
    }
    let next_at = rows.next_at().map_err(|StorageFailed| Error::from("storage failed"))?;
    let wait_ms = next_at.map(|at| at.saturating_sub(rows.now()).max(0));
    match wait_ms {
        Some(wait_ms) => storage.set_alarm(wait_ms).await?,
        None => storage.delete_alarm().await?,
    }
    rings_at.set(wait_ms.map(|wait_ms| real_now.saturating_add(wait_ms)));
    Ok(())
}
