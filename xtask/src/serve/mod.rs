//! The portal on the real local runtime: workerd with both Workers, KV, Durable Objects and letters in one state folder.

mod guard;
pub mod keys;
pub(crate) mod ready;
mod settings;

use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use crate::build::{Site, WORKERS};
use crate::letters::Letters;
use crate::project::Project;
pub(crate) use guard::Guarded;

/// How long the runtime may take to answer the first time; usually 3 to 6 seconds, more on a busy machine.
const START_SECONDS_MAX: u64 = 90;
/// How long a killed runtime may keep its port.
const RELEASE_SECONDS_MAX: u64 = 10;

/// How often another free port is tried, where any will do.
const FREE_PORT_TRIES: u32 = 5;
/// Everything the runtime and the Workers have printed since the start, restarts with it, in the state folder.
pub(crate) const LOG: &str = "runtime.log";
/// What the runtime says of a port that somebody else has.
const PORT_TAKEN: &str = "Address already in use";

/// How to start a server.
#[derive(Clone, Debug)]
pub struct Options {
    /// 0 takes any free port.
    pub port: u16,
    /// Where KV, Durable Objects, letters, keys and the log are kept between starts.
    pub state: PathBuf,
    /// Which build to serve.
    pub site: Site,
    /// Variables for both Workers, over those of their wrangler.toml.
    pub variables: BTreeMap<String, String>,
}

impl Options {
    /// The optimised build with `dev`, on any free port: what tests run on.
    pub fn for_tests(state: impl Into<PathBuf>) -> Self {
        Self { port: 0, state: state.into(), site: Site::Optimised, variables: BTreeMap::new() }
    }
}

/// A running portal. Dropping it kills it; so does the end of this process, however it comes.
#[derive(Debug)]
pub struct Server {
    address: String,
    port: u16,
    state: PathBuf,
    runtime: Guarded,
    letters: Letters,
    /// Held as long as the server runs: two servers on one state folder would ruin it.
    _lock: File,
}

impl Server {
    /// Starts and returns when `GET /` answers 200.
    pub fn start(options: &Options) -> Result<Self> {
        for _ in 1..FREE_PORT_TRIES {
            match Self::start_once(options) {
                // Free when it was chosen, and taken by another program before the runtime had it.
                Err(problem) if options.port == 0 && problem.to_string().contains(PORT_TAKEN) => {}
                outcome => return outcome,
            }
        }
        Self::start_once(options)
    }

    fn start_once(options: &Options) -> Result<Self> {
        let project = Project::here()?;
        let state = prepare(&options.state)?;
        let lock = lock(&state)?;
        let port = choose_port(options.port)?;
        let address = format!("http://127.0.0.1:{port}");
        let letters = Letters::collect(&state)?;
        settings::clear(&state)?;
        settings::write(&project, options, &state, &address)?;
        // What an earlier start said would be taken for this one's.
        File::create(state.join(LOG))?;
        let runtime = runtime_of_both(&project, &state, port)?;
        let mut server = Self { address, port, state, runtime, letters, _lock: lock };
        server.wait_until_ready()?;
        Ok(server)
    }

    /// Goes on with what is built now and with a changed wrangler.toml, on the same address and the same state.
    pub fn restart(&mut self, options: &Options) -> Result<()> {
        let project = Project::here()?;
        settings::write(&project, options, &self.state, &self.address)?;
        self.kill_runtime()?;
        self.runtime = runtime_of_both(&project, &self.state, self.port)?;
        self.wait_until_ready()
    }

    /// Such as `http://127.0.0.1:8787`, without a slash at the end.
    pub fn address(&self) -> &str {
        &self.address
    }

    pub fn state(&self) -> &Path {
        &self.state
    }

    /// Where every letter sent so far is a complete `.eml` file.
    pub fn letters(&self) -> PathBuf {
        self.state.join("letters")
    }

    /// Everything the runtime and the Workers have printed.
    pub fn log(&self) -> PathBuf {
        self.state.join(LOG)
    }

    pub fn is_running(&mut self) -> bool {
        self.runtime.is_running()
    }

    /// SIGKILL to the runtime, in the middle of whatever it does.
    pub fn kill(mut self) -> Result<()> {
        self.end()
    }

    /// The same as `kill`, for when the test is over. A polite end would have the runtime delete its temporary folder and
    /// with it the letters just written; workerd's storage is made for being killed.
    pub fn stop(mut self) -> Result<()> {
        self.end()
    }

    fn end(&mut self) -> Result<()> {
        self.kill_runtime()?;
        self.letters.finish();
        Ok(())
    }

    fn kill_runtime(&mut self) -> Result<()> {
        self.runtime.kill();
        let start = Instant::now();
        while TcpListener::bind(("127.0.0.1", self.port)).is_err() {
            if start.elapsed() > Duration::from_secs(RELEASE_SECONDS_MAX) {
                bail!("port {} is still taken after the runtime was killed", self.port);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    fn wait_until_ready(&mut self) -> Result<()> {
        let start = Instant::now();
        let mut last = String::new();
        while start.elapsed() < Duration::from_secs(START_SECONDS_MAX) {
            if !self.runtime.is_running() {
                bail!("the local runtime ended while starting; {}", self.words_of_log());
            }
            match ready::status(&self.address) {
                Ok(200) => return Ok(()),
                Ok(status) => last = format!("GET / answers {status}"),
                Err(problem) => last = format!("GET / fails: {problem}"),
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        bail!("the local runtime was not ready after {START_SECONDS_MAX} s: {last}; {}", self.words_of_log())
    }

    fn words_of_log(&self) -> String {
        let text = fs::read_to_string(self.log()).unwrap_or_default();
        format!("the end of {}:\n{}", self.log().display(), crate::run::last_lines(&text, 40))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Nobody is left to hear of a failure here; the guard kills the runtime in any case.
        let _ = self.end();
    }
}

/// Makes the folder, puts letters of a killed run where they belong, and clears what that run left.
fn prepare(state: &Path) -> Result<PathBuf> {
    fs::create_dir_all(state).with_context(|| format!("cannot make {}", state.display()))?;
    let state = state.canonicalize()?;
    fs::create_dir_all(state.join("letters"))?;
    Ok(state)
}

fn lock(state: &Path) -> Result<File> {
    let file = File::create(state.join("lock"))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => {
            bail!("another server is using {}: choose another with --state", state.display())
        }
        Err(TryLockError::Error(problem)) => Err(problem).context("cannot lock the state folder"),
    }
}

/// The port that is wanted, or any free one for 0.
pub(crate) fn choose_port(wanted: u16) -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", wanted))
        .with_context(|| format!("port {wanted} is taken: choose another with --port"))?;
    Ok(listener.local_addr()?.port())
}

fn runtime_of_both(project: &Project, state: &Path, port: u16) -> Result<Guarded> {
    start_runtime(project, state, port, &WORKERS.map(|worker| settings::file(state, worker)))
}

/// Starts the local runtime with the Workers of these settings, the first of which serves; it prints into `<state>/runtime.log`.
pub(crate) fn start_runtime(project: &Project, state: &Path, port: u16, workers: &[PathBuf]) -> Result<Guarded> {
    let mut command = std::process::Command::new("node");
    command
        .arg(project.path("xtask/src/serve/runtime.mjs"))
        .arg(port.to_string())
        // Where `wrangler dev` keeps it, so that a state of its serves here.
        .arg(state.join("store/v3"))
        .args(workers)
        .current_dir(state)
        .env("TMPDIR", state.join("run"))
        .env("NO_COLOR", "1")
        .env("CI", "1");
    let log = File::options().create(true).append(true).open(state.join(LOG))?;
    Guarded::spawn(&mut command, &log)
}
