//! Long work as numbered steps, each told before it starts and timed when it ends.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

/// One thing to do and the words that announce it.
pub struct Step<'a> {
    words: String,
    work: Box<dyn FnOnce() -> Result<()> + 'a>,
}

impl<'a> Step<'a> {
    pub fn new(words: impl Into<String>, work: impl FnOnce() -> Result<()> + 'a) -> Self {
        Self { words: words.into(), work: Box::new(work) }
    }
}

/// Does every step in order and stops at the first that fails.
pub fn carry_out(steps: Vec<Step<'_>>) -> Result<()> {
    let count = steps.len();
    for (index, step) in steps.into_iter().enumerate() {
        carry_out_one(index + 1, count, step)?;
    }
    Ok(())
}

/// Does every step whatever became of those before it, and names all that failed.
pub fn carry_out_all(steps: Vec<Step<'_>>) -> Result<()> {
    let count = steps.len();
    let mut failures = Vec::new();
    for (index, step) in steps.into_iter().enumerate() {
        if let Err(problem) = carry_out_one(index + 1, count, step) {
            failures.push(format!("{problem:#}"));
        }
    }
    if failures.is_empty() { Ok(()) } else { bail!("{}", failures.join("\n       ")) }
}

fn carry_out_one(number: usize, count: usize, step: Step<'_>) -> Result<()> {
    eprintln!("{number} of {count}: {}", step.words);
    let start = Instant::now();
    (step.work)().with_context(|| format!("step {number} of {count} failed: {}", step.words))?;
    if start.elapsed() >= Duration::from_secs(2) {
        eprintln!("        done in {}", spoken(start.elapsed()));
    }
    Ok(())
}

/// A duration as one would say it.
pub fn spoken(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds < 60 { format!("{seconds} s") } else { format!("{} min {} s", seconds / 60, seconds % 60) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_after_a_failed_step_is_done() {
        let mut reached = false;
        let outcome = carry_out(vec![
            Step::new("fails", || bail!("on purpose")),
            Step::new("never", || {
                reached = true;
                Ok(())
            }),
        ]);
        let words = format!("{:#}", outcome.unwrap_err());
        assert!(words.contains("step 1 of 2 failed: fails: on purpose"), "{words}");
        assert!(!reached);
    }

    #[test]
    fn every_failed_step_is_named_where_all_are_done() {
        let bad = |words: &'static str| Step::new(words, || bail!("on purpose"));
        let outcome = carry_out_all(vec![bad("first"), Step::new("good", || Ok(())), bad("last")]);
        let words = format!("{:#}", outcome.unwrap_err());
        assert!(words.contains("failed: first") && words.contains("failed: last"), "{words}");
        assert!(!words.contains("good"), "{words}");
    }

    #[test]
    fn minutes_are_said_as_minutes() {
        assert_eq!(spoken(Duration::from_secs(59)), "59 s");
        assert_eq!(spoken(Duration::from_secs(125)), "2 min 5 s");
    }
}
