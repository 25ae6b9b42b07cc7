//! One portal with a state folder of its own, and what a test does with it.

use crate::desk::CHIEF;
use crate::http::{Answer, agent, send};
use crate::people;
use domain::call::{Call, FindReceipt, FindRequest, Receipt, SendApplication, SendRequest};
use domain::ledger::{Link, Record, Whole};
use domain::outbox::Task;
use domain::problem::{Problem, ProblemJson};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use ureq::Agent;
use ureq::http::Request;
use xtask::serve::{Options, Server};

/// Limits so high that no test meets them by accident; tests of limits use the Workers' own, or set theirs.
pub const USUAL: [(&str, &str); 4] = [
    ("NETWORK_LIMIT", "1000000"),
    ("ADDRESS_LIMIT", "1000000"),
    ("SIGN_IN_LIMIT", "1000000"),
    ("FIRST_ADMINISTRATOR", CHIEF),
];

/// A record as the ledger has it.
#[derive(Clone, Debug, serde::Deserialize)]
pub struct Kept {
    pub record: Record,
    pub links: Vec<Link>,
    pub tasks: Vec<Task>,
}

impl Kept {
    /// What its sealed copy must hold.
    pub fn whole(&self) -> Whole {
        let letters = self.tasks.iter().filter(|task| task.fact.is_letter()).cloned().collect();
        Whole { record: self.record.clone(), links: self.links.clone(), letters }
    }

    /// Its letters' tasks.
    pub fn letters(&self) -> Vec<Task> {
        self.whole().letters
    }
}

/// A running portal. Dropping it kills it.
pub struct Portal {
    /// By how much the ledger's clock is moved.
    offset_ms: AtomicI64,
    /// Always there, but while it is being killed and started again.
    server: Option<Server>,
    options: Options,
    agent: Agent,
}

impl Portal {
    /// A new portal with an empty state folder.
    pub fn start(name: &str) -> Self {
        Self::start_with(name, &USUAL)
    }

    /// As [`Self::start`], with these variables over the Workers' own.
    pub fn start_with(name: &str, variables: &[(&str, &str)]) -> Self {
        let state = std::env::temp_dir().join("runtime-tests").join(format!("{name}-{}", std::process::id()));
        // What a killed run of the same number left behind.
        let _ = std::fs::remove_dir_all(&state);
        let owned = variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let options = Options { variables: owned.collect::<BTreeMap<_, _>>(), ..Options::for_tests(state) };
        Self {
            offset_ms: AtomicI64::new(0),
            server: Some(Server::start(&options).expect("the portal starts")),
            options,
            agent: agent(),
        }
    }

    /// SIGKILL in the middle of whatever it does, and a new start on what is left.
    pub fn kill_and_restart(&mut self) {
        if let Some(server) = self.server.take() {
            server.kill().expect("it can be killed");
        }
        self.server = Some(Server::start(&self.options).expect("the portal starts again"));
    }

    pub(crate) fn server(&self) -> &Server {
        self.server.as_ref().expect("the portal runs")
    }

    pub fn state(&self) -> &Path {
        self.server().state()
    }

    pub fn log(&self) -> PathBuf {
        self.server().log()
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.server().address())
    }

    /// Sends any request; panics when no answer comes.
    #[track_caller]
    pub fn run(&self, request: Request<Vec<u8>>) -> Answer {
        send(&self.agent, request).expect("an answer")
    }

    #[track_caller]
    pub fn get(&self, path: &str) -> Answer {
        self.run(Request::get(self.url(path)).body(Vec::new()).expect("a request"))
    }

    /// A call as the portal's own program makes it; the answer whatever it is.
    pub fn call_raw(&self, path: &str, body: Vec<u8>) -> Result<Answer, ureq::Error> {
        send(&self.agent, call_request(&self.url(path), body))
    }

    /// A call as the portal's own program makes it.
    #[track_caller]
    pub fn call<C: Call>(&self, request: &C::Request) -> Result<C::Reply, Problem> {
        let answer = self.call_raw(C::PATH, json(request)).expect("an answer");
        if answer.status < 300 { Ok(answer.json()) } else { Err(answer.json::<ProblemJson>().problem) }
    }

    #[track_caller]
    pub fn send(&self, request: &SendRequest) -> Result<Receipt, Problem> {
        self.call::<SendApplication>(request)
    }

    #[track_caller]
    pub fn find(&self, number: u32) -> Option<Receipt> {
        let receipt_hash = people::secret(number).hash().as_str().to_owned();
        self.call::<FindReceipt>(&FindRequest { id: people::id(number), receipt_hash }).expect("a reply")
    }

    /// A form post from one of our own pages.
    #[track_caller]
    pub fn post_form(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(self.url(path))
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.run(request.body(body.into_bytes()).expect("a request"))
    }

    /// What whoever holds a cookie gets.
    #[track_caller]
    pub fn get_as(&self, cookie: &str, path: &str) -> Answer {
        self.run(Request::get(self.url(path)).header("cookie", cookie).body(Vec::new()).expect("a request"))
    }

    /// A form post by whoever holds a cookie, from one of our own pages.
    #[track_caller]
    pub fn post_as(&self, cookie: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.post_from("same-origin", cookie, path, &body)
    }

    /// As [`Self::post_as`], from a page of that site, with a body as it is written.
    #[track_caller]
    pub fn post_from(&self, site: &str, cookie: &str, path: &str, body: &str) -> Answer {
        let request = Request::post(self.url(path))
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", site)
            .header("cookie", cookie);
        self.run(request.body(body.as_bytes().to_vec()).expect("a request"))
    }

    /// A development route that sets something.
    #[track_caller]
    pub fn dev(&self, path: &str, body: &str) -> Answer {
        let answer = self.run(call_request(&self.url(path), body.as_bytes().to_vec()));
        assert_eq!(answer.status / 100, 2, "{path}: {}", answer.body);
        answer
    }

    /// Works the outbox until nothing is due any more.
    pub fn work_outbox(&self) {
        self.dev("/dev/alarm", "{}");
    }

    /// By how much the ledger's clock is moved, in milliseconds.
    pub fn offset_ms(&self) -> i64 {
        self.offset_ms.load(Ordering::Relaxed)
    }

    /// Moves the ledger's clock from the real one.
    pub fn set_clock(&self, offset_ms: i64) {
        self.offset_ms.store(offset_ms, Ordering::Relaxed);
        self.dev("/dev/clock", &format!("{{\"offset_ms\":{offset_ms}}}"));
    }

    /// Whether the ledger can be reached from now on: `none`, `fail` (not at all), `late` (later than anybody waits).
    pub fn set_ledger_fault(&self, ledger: &str) {
        self.dev("/dev/faults", &format!("{{\"ledger\":\"{ledger}\"}}"));
    }

    /// What is not about one record: live halves, erasures, what stays in the spool, how far a rotation is.
    #[track_caller]
    pub fn ledger_state(&self) -> serde_json::Value {
        self.get("/dev/state.json").json()
    }

    /// A command that has no page yet; its reply.
    #[track_caller]
    pub fn command(&self, path: &str, body: &serde_json::Value) -> serde_json::Value {
        self.dev(path, &body.to_string()).json()
    }

    /// Puts other sealing keys into the state folder and starts anew with them. Each is `<id>:<64 hex digits>`.
    pub fn restart_with_sealing_keys(&mut self, sealing: &str) {
        let path = self.state().join("keys.json");
        let mut keys: serde_json::Value =
            serde_json::from_slice(&std::fs::read(&path).expect("keys")).expect("keys as JSON");
        keys["SEALING_KEYS"] = sealing.into();
        std::fs::write(&path, keys.to_string()).expect("keys can be written");
        self.kill_and_restart();
    }

    /// The keys that seal now.
    pub fn sealing_keys(&self) -> String {
        let text = std::fs::read(self.state().join("keys.json")).expect("keys");
        let keys: serde_json::Value = serde_json::from_slice(&text).expect("keys as JSON");
        keys["SEALING_KEYS"].as_str().expect("a text").to_owned()
    }

    /// What KV and email do from now on: `none`, `fail`, `late`, `fail-after`, `refused`, `unknown`.
    pub fn set_faults(&self, kv: &str, email: &str) {
        self.dev("/dev/faults", &format!("{{\"kv\":\"{kv}\",\"email\":\"{email}\"}}"));
    }

    /// Every record as the ledger has it, with its links and tasks.
    #[track_caller]
    pub fn records(&self) -> Vec<Kept> {
        self.get("/dev/records.json").json()
    }

    /// The names of every key in KV.
    #[track_caller]
    pub fn kv_keys(&self) -> Vec<String> {
        self.get("/dev/kv.json").json()
    }

    /// The sealed copy under a key, opened.
    #[track_caller]
    pub fn kv_open(&self, key: &str) -> Whole {
        self.get(&format!("/dev/kv.json?open={key}")).json()
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            drop(self.server.take());
            let _ = std::fs::remove_dir_all(&self.options.state);
        }
    }
}

fn json<T: serde::Serialize>(value: &T) -> Vec<u8> {
    serde_json::to_vec(value).expect("it can be written as JSON")
}

/// The request of a call, as the portal's own program makes it.
pub fn call_request(url: &str, body: Vec<u8>) -> Request<Vec<u8>> {
    Request::post(url)
        .header("content-type", "application/json")
        .header("x-portal", "1")
        .header("sec-fetch-site", "same-origin")
        .body(body)
        .expect("a request")
}
