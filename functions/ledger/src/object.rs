//! The ledger: one Durable Object for the university, in which everything is decided one call after the other.

use crate::answer::{Decided, answer, json, read, refuse};
use crate::receive::Sent;
use crate::rows::Rows;
use crate::{clock, outbox, receive, session};
use domain::call::{Call, FindReceipt, Millis, OpenLink, ReadOwn, SendApplication, SendRequest};
use domain::problem::Problem;
use std::cell::RefCell;
use std::rc::Rc;
use worker::{DurableObject, Env, Error, Method, Request, Response, Result, State, Storage, durable_object};

/// When the alarm could not be computed it comes again after this time.
const ALARM_FALLBACK_MS: Millis = 60_000;

#[durable_object]
pub struct Ledger {
    pub(crate) state: State,
    pub(crate) env: Env,
}

impl DurableObject for Ledger {
    fn new(state: State, env: Env) -> Self {
        Self { state, env }
    }

    async fn fetch(&self, mut request: Request) -> Result<Response> {
        let path = request.path();
        #[cfg(feature = "dev")]
        if path.starts_with("/dev/") {
            return crate::dev::answer(self, &path, request).await;
        }
        if request.method() != Method::Post {
            return refuse(&Problem::MethodNotAllowed { allowed: "POST".to_owned() });
        }
        match path.as_str() {
            SendApplication::PATH => match read(&mut request).await {
                Some(call) => match self.send(call).await {
                    // 201 for the first receipt of an id, 200 for every later one.
                    Ok(Ok(sent)) => json(&sent.receipt, if sent.is_new { 201 } else { 200 }),
                    other => answer(other.map(|decided| decided.map(|sent| sent.receipt)), path.as_str()),
                },
                None => refuse(&Problem::NotTheCall),
            },
            FindReceipt::PATH => match read(&mut request).await {
                Some(call) => answer(self.look(|rows| receive::find(rows, &call)), path.as_str()),
                None => refuse(&Problem::NotTheCall),
            },
            OpenLink::PATH => match read(&mut request).await {
                Some(call) => answer(self.atomically(move |rows| session::open(rows, &call)).await, path.as_str()),
                None => refuse(&Problem::NotTheCall),
            },
            ReadOwn::PATH => match read(&mut request).await {
                Some(call) => answer(self.look(|rows| session::read_own(rows, &call)), path.as_str()),
                None => refuse(&Problem::NotTheCall),
            },
            _ => refuse(&Problem::NotFound),
        }
    }

    /// Never fails: after six failures the runtime would drop the alarm for good.
    async fn alarm(&self) -> Result<Response> {
        let worked = outbox::work(self).await;
        let ended = self.atomically(|rows| session::end_sessions(rows, clock::now(rows))).await;
        if worked.is_err() || ended.is_err() {
            worker::console_error!("alarm: storage failed");
            // Storage that refuses this too is beyond help; the next call sets the alarm again.
            let _ = self.state.storage().set_alarm(ALARM_FALLBACK_MS).await;
        }
        Response::empty()
    }
}

impl Ledger {
    async fn send(&self, call: SendRequest) -> Decided<Sent> {
        let Some(key) = vault::reference_key(&self.env) else {
            worker::console_error!("setting missing or malformed: REFERENCE_KEY");
            return Ok(Err(Problem::Unreachable));
        };
        self.atomically(move |rows| receive::send(rows, &key, &call)).await
    }

    /// Reads without changing anything.
    pub(crate) fn look<T>(&self, work: impl FnOnce(&Rows) -> Result<T>) -> Result<T> {
        let rows = Rows::of(self.state.storage().sql());
        rows.prepare()?;
        work(&rows)
    }

    /// Does the work in one transaction, with the alarm that follows from it: all of it holds or nothing does.
    pub(crate) async fn atomically<T: 'static>(&self, work: impl FnOnce(&Rows) -> Result<T> + 'static) -> Result<T> {
        let outcome = Rc::new(RefCell::new(None));
        let place = Rc::clone(&outcome);
        let storage = self.state.storage();
        let transaction = move |_| async move {
            let rows = Rows::of(storage.sql());
            rows.prepare()?;
            let value = work(&rows)?;
            set_alarm(&rows, &storage).await?;
            *place.borrow_mut() = Some(value);
            Ok(())
        };
        self.state.storage().transaction(transaction).await?;
        outcome.take().ok_or_else(|| Error::from("a transaction ended without an outcome"))
    }
}

/// Sets the alarm to the next thing to be done. What is overdue is done at once.
async fn set_alarm(rows: &Rows, storage: &Storage) -> Result<()> {
    match rows.next_at()? {
        Some(at) => storage.set_alarm(at.saturating_sub(clock::now(rows)).max(0)).await,
        None => storage.delete_alarm().await,
    }
}
