//! The ledger: one Durable Object for the university, in which everything is decided one call after the other.

use crate::alarm;
use crate::answer::{answer, json, read, refuse, refuse_unread};
use crate::clock::real_now;
use crate::rows::Rows;
use domain::call::{
    AcceptFramework, Call, EndFramework, FindReceipt, Millis, OpenLink, OpenRequest, ProposeChange, ReadDirectory,
    ReadLive, RenewLink, SendApplication, SendRequest,
};
use domain::desk::call::AskToSignIn;
use domain::ledger::crowd::{Crowd, PAUSE_MS};
use domain::ledger::founding::{self, Founding};
use domain::ledger::receive::{ADDRESS_LIMIT, Sent};
use domain::ledger::{Book, Decided, Office, agree, links, opening, receive, staff, wishes};
use domain::link::Opened;
use domain::problem::Problem;
use std::cell::{Cell, OnceCell};
use std::rc::Rc;
use vault::{ReferenceKey, Store, setting};
use worker::{DurableObject, Env, Method, Request, Response, Result, State, durable_object};

/// When the alarm could not be computed it comes again after this time.
const ALARM_FALLBACK_MS: i64 = 60_000;

#[durable_object]
pub struct Ledger {
    pub(crate) state: State,
    pub(crate) env: Env,
    pub(crate) copies: OnceCell<Option<Store>>,
    pub(crate) names: OnceCell<Option<ReferenceKey>>,
    /// Once its tables are there.
    pub(crate) is_prepared: Cell<bool>,
    /// Once it is known that it may work; a lost ledger may not.
    pub(crate) is_founded: Cell<bool>,
    /// When the alarm rings by the runtime's clock, as far as this object knows.
    pub(crate) rings_at: Rc<Cell<Option<Millis>>>,
    crowd: Cell<Crowd>,
}

impl DurableObject for Ledger {
    fn new(state: State, env: Env) -> Self {
        Self {
            state,
            env,
            copies: OnceCell::new(),
            names: OnceCell::new(),
            is_prepared: Cell::new(false),
            is_founded: Cell::new(false),
            rings_at: Rc::default(),
            crowd: Cell::default(),
        }
    }

    async fn fetch(&self, mut request: Request) -> Result<Response> {
        let path = request.path();
        #[cfg(feature = "dev")]
        if path.starts_with("/dev/") {
            return crate::dev::answer(self, &path, request).await;
        }
        #[cfg(feature = "dev")]
        if let Some(response) = crate::dev::out_of_reach(self).await {
            return response;
        }
        if request.method() != Method::Post {
            return refuse(&Problem::MethodNotAllowed { allowed: "POST".to_owned() });
        }
        match self.founding().await {
            Founding::Founded => self.call(&path, &mut request).await,
            Founding::Lost => self.call_when_lost(&path, &mut request).await,
            Founding::Unknown => refuse_unread(&mut request, &Problem::Unreachable).await,
        }
    }

    /// Never fails: after six failures the runtime would drop the alarm for good.
    async fn alarm(&self) -> Result<Response> {
        self.rings_at.set(None);
        #[cfg(feature = "dev")]
        if crate::dev::is_out_of_reach(self) {
            return Response::empty();
        }
        if alarm::ring(self, &|| self.waits_for_a_crowd()).await.is_err() {
            worker::console_error!("alarm: storage failed");
            // Storage that refuses this too is beyond help; the next call sets the alarm again.
            self.rings_at.set(None);
            let _ = self.state.storage().set_alarm(ALARM_FALLBACK_MS).await;
        } else if self.waits_for_a_crowd() && self.state.storage().set_alarm(PAUSE_MS).await.is_ok() {
            self.rings_at.set(Some(real_now().saturating_add(PAUSE_MS)));
        }
        Response::empty()
    }
}

impl Ledger {
    /// Whether it may do anything: it is a new one, or has been restored.
    pub(crate) async fn founding(&self) -> Founding {
        if self.is_founded.get() {
            return Founding::Founded;
        }
        let found = founding::state(self).await.unwrap_or(Founding::Unknown);
        self.is_founded.set(found == Founding::Founded);
        found
    }

    /// Nothing is there but what came since: somebody of the staff may come in to restore it.
    async fn call_when_lost(&self, path: &str, request: &mut Request) -> Result<Response> {
        match path {
            AskToSignIn::PATH => self.call(path, request).await,
            OpenLink::PATH => match read(request).await {
                Some(call) => answer(self.open_at_desk(call).await, path),
                None => refuse(&Problem::NotTheCall),
            },
            _ if crate::desk::is_one(path) => crate::desk::call_when_lost(self, path, request).await,
            _ => refuse_unread(request, &Problem::Unreachable).await,
        }
    }

    async fn call(&self, path: &str, request: &mut Request) -> Result<Response> {
        if crate::desk::is_one(path) {
            return crate::desk::call(self, path, request).await;
        }
        match path {
            SendApplication::PATH => match read(request).await {
                Some(call) => match self.send(call).await {
                    // 201 for the first receipt of an id, 200 for every later one.
                    Ok(Ok(sent)) => json(&sent.receipt, if sent.is_new { 201 } else { 200 }),
                    other => answer(other.map(|decided| decided.map(|sent| sent.receipt)), path),
                },
                None => refuse(&Problem::NotTheCall),
            },
            FindReceipt::PATH => self.seen::<FindReceipt>(request, receive::find).await,
            OpenLink::PATH => match read(request).await {
                Some(call) => answer(self.open(call).await, path),
                None => refuse(&Problem::NotTheCall),
            },
            AskToSignIn::PATH => self.decided::<AskToSignIn>(request, staff::ask).await,
            _ if crate::own::is_one(path) => crate::own::call(self, path, request).await,
            AcceptFramework::PATH => self.decided::<AcceptFramework>(request, agree::accept).await,
            ProposeChange::PATH => self.decided::<ProposeChange>(request, agree::propose).await,
            EndFramework::PATH => self.decided::<EndFramework>(request, agree::end).await,
            RenewLink::PATH => self.decided::<RenewLink>(request, agree::renew).await,
            ReadDirectory::PATH => self.seen::<ReadDirectory>(request, wishes::directory).await,
            ReadLive::PATH => {
                // What is left unread spoils the connection for the next request.
                let _ = request.bytes().await;
                self.be_awake().await;
                answer(self.look(|rows| opening::read_all(rows, self.samples())), path)
            }
            _ => refuse(&Problem::NotFound),
        }
    }

    /// Reads a call and decides it in one transaction.
    pub(crate) async fn decided<C: Call>(
        &self,
        request: &mut Request,
        decide: impl FnOnce(&Rows, &C::Request) -> Decided<C::Reply> + 'static,
    ) -> Result<Response>
    where
        C::Request: 'static,
        C::Reply: 'static,
    {
        match read::<C::Request>(request).await {
            Some(call) => answer(self.atomically(move |rows| decide(rows, &call)).await, C::PATH),
            None => refuse(&Problem::NotTheCall),
        }
    }

    /// As [`Self::decided`], of what changes nothing.
    pub(crate) async fn seen<C: Call>(
        &self,
        request: &mut Request,
        look: impl FnOnce(&Rows, &C::Request) -> Decided<C::Reply>,
    ) -> Result<Response> {
        match read::<C::Request>(request).await {
            Some(call) => answer(self.look(|rows| look(rows, &call)), C::PATH),
            None => refuse(&Problem::NotTheCall),
        }
    }

    async fn send(&self, call: SendRequest) -> Decided<Sent> {
        let Some(names) = self.names().cloned() else {
            worker::console_error!("setting missing or malformed: REFERENCE_KEY");
            return Ok(Err(Problem::Unreachable));
        };
        let samples = self.samples();
        let limit = setting(&self.env, "ADDRESS_LIMIT").and_then(|text| text.parse().ok()).unwrap_or(ADDRESS_LIMIT);
        let sent = self.atomically(move |rows| receive::send(rows, &names, &call, samples, limit)).await;
        // What is sent once more makes no crowd: it is counted nowhere, and letters would wait for it without end.
        if sent.as_ref().is_ok_and(|sent| sent.as_ref().is_ok_and(|sent| sent.is_new)) {
            self.crowd.set(self.crowd.get().came(real_now()));
        }
        sent
    }

    fn waits_for_a_crowd(&self) -> bool {
        let (holds, crowd) = self.crowd.get().holds(real_now());
        self.crowd.set(crowd);
        holds
    }

    async fn open(&self, call: OpenRequest) -> Decided<Opened> {
        let first = self.first_administrator();
        self.atomically(move |rows| links::open(rows, first.as_deref(), &call)).await
    }

    /// A person's link may be among the copies: nothing is said of one that is not staff's.
    async fn open_at_desk(&self, call: OpenRequest) -> Decided<Opened> {
        let first = self.first_administrator();
        let open = move |rows: &Rows| staff::open(rows, first.as_deref(), &call.link, &call.session);
        Ok(self.atomically(open).await?.map(Opened::Desk).ok_or(Problem::Unreachable))
    }

    /// A ledger that was never written to, or lost, has no alarm yet; the spool may hold something for it.
    async fn be_awake(&self) {
        if let Ok(None) = self.state.storage().get_alarm().await {
            let _ = self.atomically(|rows| rows.end_sessions(rows.now())).await;
        }
    }
}
