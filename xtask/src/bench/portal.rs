//! The portal as it is measured: optimised, on the real runtime, with limits that no number of sends meets.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};

use super::load::{self, Send};
use crate::project::Project;
use crate::sample;
use crate::serve::{Options, Server};

const PROGRAMME_FILE: &str = "programmes/ki-alumni.toml";
/// Where submissions are sent.
pub const PATH: &str = "/api/applications";
/// However much is sent, nobody is sent away.
const NO_LIMITS: [(&str, &str); 2] = [("NETWORK_LIMIT", "1000000"), ("ADDRESS_LIMIT", "1000000")];
/// A round leaves some hundred letters and copies, a few milliseconds each.
const SETTLE_SECONDS_MAX: u64 = 300;
/// All records of all rounds as JSON are some megabytes.
const BODY_BYTES_MAX: u64 = 256 * 1024 * 1024;

/// The running portal. Dropping it kills it.
pub struct Portal {
    server: Server,
    agent: ureq::Agent,
}

/// What the outbox has not done yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    pub records: usize,
    pub letters: usize,
    pub copies: usize,
}

impl Portal {
    pub fn start(state: &Path) -> Result<Self> {
        Self::start_with(state, BTreeMap::new())
    }

    /// With these settings too.
    pub fn start_with(state: &Path, mut variables: BTreeMap<String, String>) -> Result<Self> {
        variables.extend(NO_LIMITS.map(|(name, value)| (name.to_owned(), value.to_owned())));
        let options = Options { variables, ..Options::for_tests(state) };
        Ok(Self { server: Server::start(&options)?, agent: load::agent(SETTLE_SECONDS_MAX) })
    }

    pub fn address(&self) -> &str {
        self.server.address()
    }

    /// How much of the outbox is left at this moment.
    pub fn waiting(&self) -> Result<Waiting> {
        let mut answer = self.agent.get(format!("{}/dev/records.json", self.address())).call()?;
        let text = answer.body_mut().with_config().limit(BODY_BYTES_MAX).read_to_string()?;
        if answer.status() != 200 {
            bail!("the records were not shown: {}", answer.status());
        }
        let records: Vec<Value> = serde_json::from_str(&text).context("the records are not a list")?;
        Ok(count_waiting(&records))
    }

    /// Letters and copies fail from now on, so that nothing goes on behind what is measured.
    pub fn fail_effects(&self) -> Result<()> {
        self.command("/dev/faults", r#"{"kv":"fail","email":"fail"}"#)
    }

    fn command(&self, path: &str, body: &str) -> Result<()> {
        let mut answer = self
            .agent
            .post(format!("{}{path}", self.address()))
            .header("Content-Type", "application/json")
            .header("Sec-Fetch-Site", "same-origin")
            .header("X-Portal", "1")
            .send(body)?;
        answer.body_mut().read_to_string()?;
        if answer.status().is_success() { Ok(()) } else { bail!("{path} answers {}", answer.status()) }
    }

    /// Has the outbox worked until nothing waits, so that what one round left does not slow the next.
    pub fn settle(&self) -> Result<()> {
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(SETTLE_SECONDS_MAX) {
            self.command("/dev/alarm", "{}")?;
            let left = self.waiting()?;
            if left.letters + left.copies == 0 {
                return Ok(());
            }
        }
        bail!("letters and copies were still waiting after {SETTLE_SECONDS_MAX} s")
    }
}

fn count_waiting(records: &[Value]) -> Waiting {
    let tasks = records.iter().filter_map(|record| record["tasks"].as_array()).flatten();
    let left: Vec<&Value> = tasks.filter(|task| matches!(task["state"].as_str(), Some("waiting" | "leased"))).collect();
    let letters =
        left.iter().filter(|task| task["fact"].as_str().is_some_and(|fact| fact.ends_with("-letter"))).count();
    Waiting { records: records.len(), letters, copies: left.len() - letters }
}

/// Sends by made-up people of one role, each different, all equally long, each from a network of its own.
pub struct Crowd {
    person: Value,
    number: u32,
}

impl Crowd {
    pub fn new(project: &Project, role: &str) -> Result<Self> {
        let requests = sample::requests(&project.path(PROGRAMME_FILE))?;
        let person = requests.into_iter().find(|request| request["draft"]["role"] == role);
        Ok(Self { person: person.with_context(|| format!("there is no made-up {role}"))?, number: 0 })
    }

    /// As [`Self::take`], of those after the first `taken`, who were another crowd.
    pub fn take_after(&mut self, taken: u32, count: usize) -> Vec<Send> {
        self.number += taken;
        self.take(count)
    }

    /// The email address of one of them.
    pub fn address(number: u32) -> String {
        format!("pahittad.{number:06}@example.org")
    }

    /// The next ones; none is ever given twice.
    pub fn take(&mut self, count: usize) -> Vec<Send> {
        std::iter::repeat_with(|| self.next()).take(count).collect()
    }

    fn next(&mut self) -> Send {
        self.number += 1;
        let mut request = self.person.clone();
        request["id"] = json!(format!("{:032x}", self.number));
        request["receipt_hash"] = json!(format!("{:064x}", self.number));
        request["draft"]["answers"]["email"] = json!([Self::address(self.number)]);
        if self.person["draft"]["role"] == "mentor" {
            request["draft"]["answers"]["work"] = json!([format!("Påhittad läkare {:06}", self.number)]);
            request["draft"]["answers"]["shown"] = json!(["name"]);
        }
        let [_, high, middle, low] = self.number.to_be_bytes();
        Send { body: request.to_string().into_bytes(), network: format!("10.{high}.{middle}.{low}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::call::{Call as _, SendApplication, SendRequest};

    #[test]
    fn every_send_is_another_one_that_the_rules_accept() {
        assert_eq!(SendApplication::PATH, PATH);
        for role in ["mentee", "mentor"] {
            let mut crowd = Crowd::new(&Project::here().unwrap(), role).unwrap();
            let (first, second) = (crowd.take(2), crowd.take_after(7, 1));
            for send in first.iter().chain(&second) {
                let request: SendRequest = serde_json::from_slice(&send.body).unwrap();
                assert!(request.keys().is_ok() && request.draft.check().is_ok());
                assert_eq!(send.body.len(), first[0].body.len());
            }
            for (one, other) in [(&first[0], &first[1]), (&first[1], &second[0])] {
                assert!(one.body != other.body && one.network != other.network);
            }
        }
    }

    #[test]
    fn what_the_outbox_has_not_done_is_counted_by_kind() {
        let task = |fact: &str, state: &str| json!({ "fact": fact, "state": state });
        let records = [
            json!({ "tasks": [task("applicant-letter", "done"), task("seal-record", "leased"), task("staff-letter", "waiting")] }),
            json!({ "tasks": [task("applicant-letter", "waiting"), task("seal-record", "waiting")] }),
        ];
        assert_eq!(count_waiting(&records), Waiting { records: 2, letters: 2, copies: 2 });
    }
}
