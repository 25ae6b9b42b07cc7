//! `cargo xtask dev`: everything from a fresh machine to a portal that follows every change.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Result, bail};

use crate::arguments::Serving;
use crate::freshness::Stamp;
use crate::project::Project;
use crate::serve::{Options, Server};
use crate::{build, plan, sample, setup};

/// How often the sources are looked at; a look costs about a millisecond.
const LOOK_MILLISECONDS: u64 = 400;

/// Sets up, builds, serves, and goes on until stopped.
pub fn run(project: &Project, serving: &Serving) -> Result<()> {
    let built_from = state_of_sources(project);
    let mut steps = setup::steps(project)?;
    steps.extend(build::steps(project, serving.site));
    plan::carry_out(steps)?;
    eprintln!("starting the local runtime");
    let options = options(project, serving);
    let mut server = start(&options, serving.has_sample)?;
    follow(project, &options, &mut server, built_from)
}

/// `cargo xtask serve`: what is built, as it is, until stopped.
pub fn serve(project: &Project, serving: &Serving) -> Result<()> {
    let mut server = start(&options(project, serving), serving.has_sample)?;
    while server.is_running() {
        std::thread::sleep(Duration::from_millis(LOOK_MILLISECONDS));
    }
    ended(&server)
}

fn options(project: &Project, serving: &Serving) -> Options {
    Options {
        port: serving.port,
        state: serving.state.clone().unwrap_or_else(|| project.path(".state")),
        site: serving.site,
        // Somebody may sign in at the desk of every portal in development.
        variables: [("FIRST_ADMINISTRATOR", sample::STAFF), ("SIGN_IN_LIMIT", "1000")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into(),
    }
}

fn start(options: &Options, has_sample: bool) -> Result<Server> {
    let server = Server::start(options)?;
    println!("Ready: {}", server.address());
    eprintln!("letters: {}/letters, and at {}/dev/letters", server.state().display(), server.address());
    if has_sample {
        sample::send_once(&server)?;
        println!("The desk: {}", sample::desk_link(server.address())?);
    }
    Ok(server)
}

/// Builds again what changed and goes on with it. A failed build is told and the old one stays.
fn follow(project: &Project, options: &Options, server: &mut Server, mut seen: Stamp) -> Result<()> {
    loop {
        std::thread::sleep(Duration::from_millis(LOOK_MILLISECONDS));
        if !server.is_running() {
            return ended(server);
        }
        let now = state_of_sources(project);
        if now == seen {
            continue;
        }
        // An editor saving many files is waited for.
        std::thread::sleep(Duration::from_millis(LOOK_MILLISECONDS));
        if state_of_sources(project) != now {
            continue;
        }
        seen = now;
        match plan::carry_out(build::steps(project, options.site)).and_then(|()| server.restart(options)) {
            Ok(()) => eprintln!("up to date: {}", server.address()),
            // Where the runtime ended with it, the next look ends this too.
            Err(problem) => eprintln!("\nerror: {problem:#}\nwhat was built before is served as long as it runs"),
        }
    }
}

fn state_of_sources(project: &Project) -> Stamp {
    let sources: Vec<PathBuf> = build::SOURCES.iter().map(|source| project.path(source)).collect();
    Stamp::of(&sources, "")
}

fn ended(server: &Server) -> Result<()> {
    bail!("the local runtime ended; see {}", server.log().display())
}
