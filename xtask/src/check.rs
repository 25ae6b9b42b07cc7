//! `cargo xtask check`: format, lints, tidiness, and where dependencies come from. All faults at once.

use std::process::Command;

use anyhow::Result;

use crate::plan::{self, Step};
use crate::project::Project;
use crate::run;
use crate::setup::{self, CARGO_DENY};

/// Clippy's calls, each its own: feature sets that must not meet are never named together.
const LINTED: [(&str, &str); 7] = [
    (
        "the rules and the workshop",
        "-p domain -p programme-compiler -p simulation -p tidy -p xtask -p vault -p api -p runtime-tests --all-targets",
    ),
    ("the pages", "-p portal -p prerender --all-targets"),
    ("the browser program", "-p portal --features browser --target wasm32-unknown-unknown"),
    ("the desk's program", "-p desk --target wasm32-unknown-unknown"),
    ("the vault", "-p vault --target wasm32-unknown-unknown"),
    ("the Workers", "-p api -p ledger --target wasm32-unknown-unknown"),
    ("the Workers with `dev`", "-p api -p ledger --features api/dev,ledger/dev --target wasm32-unknown-unknown"),
];

/// Runs every check.
pub fn run(project: &Project) -> Result<()> {
    plan::carry_out(setup::check_steps(project))?;
    let mut steps = vec![Step::new("format", || cargo(project, &["fmt", "--all", "--check"]))];
    for (words, arguments) in LINTED {
        steps.push(Step::new(format!("lints: {words}"), move || {
            let words = ["clippy"].into_iter().chain(arguments.split(' ')).chain(["--", "-D", "warnings"]);
            cargo(project, &words.collect::<Vec<_>>())
        }));
    }
    steps.push(Step::new("tidiness", || cargo(project, &["test", "--quiet", "-p", "tidy"])));
    steps.push(Step::new("licences and sources of dependencies", || deny(project)));
    plan::carry_out_all(steps)?;
    eprintln!("all checks passed");
    Ok(())
}

fn cargo(project: &Project, arguments: &[&str]) -> Result<()> {
    run::shown(Command::new("cargo").args(arguments).current_dir(project.root()))
}

/// Advisories are left out: their database is fetched from outside, and a check must say the same today and tomorrow.
fn deny(project: &Project) -> Result<()> {
    let mut command = Command::new(CARGO_DENY.program(project));
    command
        .args(["--workspace", "check", "--hide-inclusion-graph", "bans", "licenses", "sources"])
        .current_dir(project.root());
    run::shown(&mut command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_crate_is_linted() {
        let project = Project::here().unwrap();
        let read = |path: &str| std::fs::read_to_string(project.path(path)).unwrap().parse::<toml::Table>().unwrap();
        for member in read("Cargo.toml")["workspace"]["members"].as_array().unwrap() {
            let manifest = read(&format!("{}/Cargo.toml", member.as_str().unwrap()));
            let name = manifest["package"]["name"].as_str().unwrap().to_owned();
            let is_named = |(_, arguments): &(&str, &str)| arguments.split(' ').any(|word| word == name);
            assert!(LINTED.iter().any(is_named), "{name}");
        }
    }
}
