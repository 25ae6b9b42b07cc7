//! Building the site: the pages with their browser program, and the two Workers.

mod functions;
mod marker;
mod mirror;
mod portal;

use std::path::PathBuf;

use anyhow::{Result, bail};
pub use marker::find_dev_route;

use crate::plan::Step;
use crate::project::Project;

/// The Workers, the one the internet reaches first.
pub const WORKERS: [&str; 2] = ["api", "ledger"];

/// Everything that some build of `dev` reads.
pub const SOURCES: [&str; 9] = [
    "domain",
    "programmes",
    "app",
    "functions",
    "public",
    "Cargo.toml",
    "Cargo.lock",
    "rust-toolchain.toml",
    "Trunk.toml",
];

/// The ways to build the site. Each has its own place, so that building one never disturbs another being served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Site {
    /// Compiled quickly, with the `dev` feature.
    Quick,
    /// Optimised as in production, with the `dev` feature: what the tests run on.
    Optimised,
    /// What is deployed: optimised, without the `dev` feature.
    Production,
}

impl Site {
    pub fn is_optimised(self) -> bool {
        !matches!(self, Self::Quick)
    }

    /// Whether letters page, clock, alarm button and sample values are in it.
    pub fn has_dev(self) -> bool {
        !matches!(self, Self::Production)
    }

    /// The folder with programmes beside the university's own: made-up ones, which only tests are served.
    pub fn extra_programmes(self) -> &'static str {
        if self == Self::Optimised { "tests/programmes" } else { "" }
    }

    /// The folder of finished pages and hashed files.
    pub fn pages(self, project: &Project) -> PathBuf {
        match self.folder(project) {
            Some(folder) => folder.join("dist"),
            None => project.path("dist"),
        }
    }

    /// The folder of one finished Worker, with `index.js` in it.
    pub fn worker(self, project: &Project, name: &str) -> PathBuf {
        match self.folder(project) {
            Some(folder) => folder.join(name),
            None => project.path("functions").join(name).join("build"),
        }
    }

    fn folder(self, project: &Project) -> Option<PathBuf> {
        match self {
            Self::Quick => Some(project.target().join("site/quick")),
            Self::Optimised => Some(project.target().join("site/optimised")),
            Self::Production => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Quick => "quick",
            Self::Optimised => "optimised",
            Self::Production => "production",
        }
    }
}

/// The steps that bring the whole site up to date; none when it is fresh.
pub fn steps(project: &Project, site: Site) -> Vec<Step<'_>> {
    WORKERS
        .into_iter()
        .filter_map(|worker| functions::step(project, site, worker))
        .chain(portal::step(project, site))
        .collect()
}

/// Fails if one of the built Workers knows a route of the `dev` feature.
pub fn prove_no_dev_route(project: &Project, site: Site) -> Result<()> {
    for worker in WORKERS {
        if let Some(program) = find_dev_route(&site.worker(project, worker))? {
            bail!("{} knows a route that begins with /dev/ and must not be deployed", program.display());
        }
    }
    Ok(())
}

/// Names [`Site::extra_programmes`] to domain/build.rs.
const EXTRA_PROGRAMMES: &str = "EXTRA_PROGRAMMES";

/// What every build reads: the rules, the programmes, and the versions of everything.
fn shared_sources(project: &Project, site: Site) -> Vec<PathBuf> {
    ["domain", "programmes", "Cargo.toml", "Cargo.lock", ".cargo", "rust-toolchain.toml", site.extra_programmes()]
        .into_iter()
        .filter(|source| !source.is_empty())
        .map(|source| project.path(source))
        .collect()
}

/// How long a build takes on two cores, for the words of its step.
fn expected(site: Site) -> &'static str {
    if site.is_optimised() { "about 2 minutes the first time" } else { "about a minute the first time" }
}
