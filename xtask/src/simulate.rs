//! `cargo xtask simulate`: many random lives of the ledger, optimised, until one breaks a rule or all have held.

use std::process::Command;

use anyhow::Result;

use crate::project::Project;
use crate::run;

/// Which lives.
#[derive(Debug, PartialEq, Eq)]
pub struct Lives {
    pub seeds: u64,
    /// The first seed.
    pub seed: u64,
    pub steps: u64,
}

impl Default for Lives {
    /// About a minute, beyond the seeds that the tests try; as many steps as there.
    fn default() -> Self {
        Self { seeds: 50_000, seed: 2000, steps: 60 }
    }
}

pub fn run(project: &Project, lives: &Lives) -> Result<()> {
    let numbers = [lives.seeds, lives.seed, lives.steps].map(|number| number.to_string());
    run::shown(
        Command::new("cargo")
            .args(["run", "--quiet", "--release", "--package", "simulation", "--"])
            .args(numbers)
            .current_dir(project.root()),
    )
}
