//! The ledger: one Durable Object for the university, in which everything is decided one call after the other.

use crate::alarm;
use crate::answer::{answer, answer_text, json, refuse};
use crate::call::{self, Asked, Ready, decided, seen};
use crate::clock::real_now;
use crate::desk;
use crate::own;
use domain::call::{
    AcceptFramework, Call, EndFramework, FindReceipt, Millis, OpenLink, ProposeChange, ReadDirectory, ReadLive,
    RenewLink, SendApplication, SendRequest,
};
use domain::desk::call::{AskToSignIn, Restore, SignOut};
use domain::desk::member::Authority;
use domain::ledger::crowd::{Crowd, PAUSE_MS};
use domain::ledger::founding::{self, Founding};
use domain::ledger::receive::{ADDRESS_LIMIT, Sent};
use domain::ledger::staff::Who;
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
        // What is left unread spoils the connection for the next request.
        let body = request.bytes().await.unwrap_or_default();
        let who = desk::who(&request);
        match self.founding().await {
            Founding::Founded => self.call(&path, who, &body).await,
            Founding::Lost => self.call_when_lost(&path, who, &body).await,
            Founding::Unknown => refuse(&Problem::Unreachable),
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
    async fn call_when_lost(&self, path: &str, who: Option<Who>, body: &[u8]) -> Result<Response> {
        match path {
            AskToSignIn::PATH | SignOut::PATH | Restore::PATH => self.call(path, who, body).await,
            OpenLink::PATH => self.carry_out(self.opened_at_desk(body)).await,
            _ if desk::is_one(path) => {
                let known = desk::signed_in(self, who, Authority::Reader).await;
                let problem = known.map_or(Problem::Unreachable, |known| known.err().unwrap_or(Problem::Lost));
                refuse(&problem)
            }
            _ => refuse(&Problem::Unreachable),
        }
    }

    async fn call(&self, path: &str, who: Option<Who>, body: &[u8]) -> Result<Response> {
        match path {
            SendApplication::PATH => self.send(body).await,
            ReadLive::PATH => {
                self.be_awake().await;
                answer(self.look(|rows| opening::read_all(rows, self.samples())), path)
            }
            Restore::PATH => desk::restore(self, who, body).await,
            _ if desk::is_one(path) => self.carry_out(desk::ready(self, path, who, body)).await,
            _ if own::is_one(path) => self.carry_out(own::ready(self, path, body)).await,
            _ => self.carry_out(self.ready(path, body)).await,
        }
    }

    fn ready(&self, path: &str, body: &[u8]) -> Asked<Ready> {
        match path {
            FindReceipt::PATH => seen::<FindReceipt>(body, receive::find),
            OpenLink::PATH => {
                let first = self.first_administrator();
                decided::<OpenLink>(body, move |rows, call| links::open(rows, first.as_deref(), call))
            }
            AskToSignIn::PATH => decided::<AskToSignIn>(body, staff::ask),
            AcceptFramework::PATH => decided::<AcceptFramework>(body, agree::accept),
            ProposeChange::PATH => decided::<ProposeChange>(body, agree::propose),
            EndFramework::PATH => decided::<EndFramework>(body, agree::end),
            RenewLink::PATH => decided::<RenewLink>(body, agree::renew),
            ReadDirectory::PATH => seen::<ReadDirectory>(body, wishes::directory),
            _ => Err(Problem::NotFound),
        }
    }

    /// A person's link may be among the copies: nothing is said of one that is not staff's.
    fn opened_at_desk(&self, body: &[u8]) -> Asked<Ready> {
        let first = self.first_administrator();
        decided::<OpenLink>(body, move |rows, call| {
            let opened = staff::open(rows, first.as_deref(), &call.link, &call.session)?;
            Ok(opened.map(Opened::Desk).ok_or(Problem::Unreachable))
        })
    }

    async fn carry_out(&self, call: Asked<Ready>) -> Result<Response> {
        match call {
            Ok(Ready { path, changes: true, work }) => answer_text(self.atomically(work).await, path),
            Ok(Ready { path, changes: false, work }) => answer_text(self.look(work), path),
            Err(problem) => refuse(&problem),
        }
    }

    async fn send(&self, body: &[u8]) -> Result<Response> {
        let call = match call::read::<SendApplication>(body) {
            Ok(call) => call,
            Err(problem) => return refuse(&problem),
        };
        match self.received(call).await {
            // 201 for the first receipt of an id, 200 for every later one.
            Ok(Ok(sent)) => json(&sent.receipt, if sent.is_new { 201 } else { 200 }),
            other => answer(other.map(|decided| decided.map(drop)), SendApplication::PATH),
        }
    }

    async fn received(&self, call: SendRequest) -> Decided<Sent> {
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

    /// A ledger that was never written to, or lost, has no alarm yet; the spool may hold something for it.
    async fn be_awake(&self) {
        if let Ok(None) = self.state.storage().get_alarm().await {
            let _ = self.atomically(|rows| rows.end_sessions(rows.now())).await;
        }
    }
}
