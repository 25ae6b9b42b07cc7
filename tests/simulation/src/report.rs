//! A seed that failed: the rule that was broken, the fewest steps found that still break it, and what happens in them.

use crate::planted::Planted;
use crate::simulate::run;
use crate::steps::Step;
use crate::watch::Failure;
use std::fmt;

/// Runs that shrinking may take.
const RUNS_MAX: usize = 400;

/// What there is to read about a failure.
#[derive(Debug)]
pub struct Report {
    pub seed: u64,
    pub failure: Failure,
    pub planned: usize,
    pub steps: Vec<Step>,
    pub story: Vec<String>,
}

/// Leaves out steps, first many at once and then single ones, as long as the same rule is broken.
pub fn shrink(seed: u64, all: Vec<Step>, planted: Planted, failure: Failure) -> Report {
    let count = all.len();
    let mut steps = all;
    let mut runs = 0;
    let mut size = steps.len().div_ceil(2);
    while size > 0 && runs < RUNS_MAX {
        let mut at = 0;
        let mut has_shrunk = false;
        while at < steps.len() && runs < RUNS_MAX {
            let mut fewer = steps.clone();
            fewer.drain(at..(at + size).min(steps.len()));
            runs += 1;
            let is_same = run(seed, &fewer, planted, false).failure.is_some_and(|found| found.rule == failure.rule);
            if is_same {
                steps = fewer;
                has_shrunk = true;
            } else {
                at += size;
            }
        }
        if !(has_shrunk && size == 1) {
            size /= 2;
        }
    }
    let told = run(seed, &steps, planted, true);
    Report { seed, failure: told.failure.unwrap_or(failure), planned: count, steps, story: told.story }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "seed {} breaks a rule: {}", self.seed, self.failure.rule)?;
        writeln!(formatter, "    {}", self.failure.what)?;
        writeln!(formatter, "{} of its {} steps are enough:", self.steps.len(), self.planned)?;
        for line in &self.story {
            writeln!(formatter, "{line}")?;
        }
        write!(formatter, "again: cargo xtask simulate --seed {} --seeds 1 --steps {}", self.seed, self.planned)
    }
}
