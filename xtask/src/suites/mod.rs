//! `cargo xtask test`: every test there is, in suites, with one line of sums at the end.

pub(crate) mod chromium;
mod count;
mod production;
mod sentences;
mod watched;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

use crate::build::{self, Site};
use crate::plan;
use crate::project::Project;
use crate::setup;
use count::Count;
use watched::watched;

/// Tests that need neither Node nor a browser. Packages named together are built together.
const NATIVE: [(&str, &[&str]); 8] = [
    ("domain", &["-p", "domain"]),
    ("compiler", &["-p", "programme-compiler"]),
    ("simulation", &["-p", "simulation"]),
    ("workshop", &["-p", "xtask"]),
    ("tidy", &["-p", "tidy"]),
    ("vault", &["-p", "vault"]),
    ("api", &["-p", "api"]),
    ("pages", &["-p", "portal", "-p", "prerender"]),
];

/// Tests on the optimised build with `dev`, in this order.
const SERVED: [&str; 3] = ["runtime", "journeys", "production"];

/// Runs all suites, or those named.
pub fn run(project: &Project, names: &[String]) -> Result<()> {
    check_names(names)?;
    let is_wanted = |name: &str| names.is_empty() || names.iter().any(|wanted| wanted == name);
    let start = Instant::now();
    // Taken now: testing this very program may put a new one in its place.
    let workshop = std::env::current_exe()?;
    let mut sum = Count::default();
    for (name, arguments) in NATIVE.into_iter().filter(|(name, _)| is_wanted(name)) {
        sum += outcome(name, cargo_test(project, arguments));
    }
    let served: Vec<&str> = SERVED.into_iter().filter(|name| is_wanted(name)).collect();
    if !served.is_empty() {
        match set_up_and_build(project) {
            Ok(()) => sum += run_served(project, &served, &workshop),
            Err(problem) => sum += outcome("build, without which nothing can be served", Err(problem)),
        }
    }
    println!("\nall suites took {}", plan::spoken(start.elapsed()));
    println!("{} passed, {} failed", sum.passed, sum.failed);
    if sum.failed > 0 {
        bail!("{} failed", sum.failed);
    }
    Ok(())
}

fn set_up_and_build(project: &Project) -> Result<()> {
    plan::carry_out(setup::steps(project)?)?;
    plan::carry_out(build::steps(project, Site::Optimised))
}

fn run_served(project: &Project, names: &[&str], workshop: &Path) -> Count {
    let mut sum = Count::default();
    for name in names {
        let count = match *name {
            "runtime" => cargo_test(project, &["-p", "runtime-tests"]),
            "journeys" => journeys(project, workshop),
            _ => production::run(project),
        };
        sum += outcome(name, count);
    }
    sum
}

fn check_names(names: &[String]) -> Result<()> {
    let known: Vec<&str> = NATIVE.iter().map(|(name, _)| *name).chain(SERVED).collect();
    match names.iter().find(|name| !known.contains(&name.as_str())) {
        Some(name) => bail!("there is no suite `{name}`; there is: {}", known.join(", ")),
        None => Ok(()),
    }
}

/// A suite that could not run at all is one failure, told here, and the others still run.
fn outcome(name: &str, count: Result<Count>) -> Count {
    let count = count.unwrap_or_else(|problem| {
        eprintln!("\nerror: {problem:#}");
        Count { passed: 0, failed: 1 }
    });
    println!("suite {name}: {} passed, {} failed", count.passed, count.failed);
    count
}

fn cargo_test(project: &Project, arguments: &[&str]) -> Result<Count> {
    let mut command = Command::new("cargo");
    command.args(["test", "--no-fail-fast"]).args(arguments).current_dir(project.root());
    watched(&mut command, count::libtest)
}

fn journey_files(project: &Project) -> Result<Vec<PathBuf>> {
    let folder = project.path("tests/journeys");
    let entries = fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    if files.is_empty() {
        bail!("there is no journey in {}", folder.display());
    }
    Ok(files)
}

fn journeys(project: &Project, workshop: &Path) -> Result<Count> {
    let chromium = chromium::find_or_install()?;
    let mut command = Command::new("node");
    command
        // Each file has a runtime and a browser of its own; two at once keep two processors busy.
        .args(["--test", "--test-reporter=spec", "--test-concurrency=2"])
        // Named one by one: what a folder means here changed between versions of Node.
        .args(journey_files(project)?)
        .current_dir(project.root())
        .env("CHROME", chromium)
        .env("XTASK", workshop);
    watched(&mut command, count::node)
}
