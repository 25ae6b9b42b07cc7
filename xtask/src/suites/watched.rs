//! Runs a test runner, shows what it says as it says it, and adds up its results.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};

use super::count::Count;

/// Runs to the end. `read` takes the results out of a line.
pub fn watched(command: &mut Command, read: fn(&str) -> Count) -> Result<Count> {
    let program = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{program}`"))?;
    let output = child.stdout.take().context("the output was just asked for")?;
    let mut sum = Count::default();
    for line in BufReader::new(output).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        sum += read(&line);
    }
    let status = child.wait()?;
    Ok(sum.with_ending(status.success()))
}

#[cfg(test)]
mod tests {
    use super::super::count::libtest;
    use super::*;

    fn say(script: &str) -> Count {
        watched(Command::new("sh").args(["-c", script]), libtest).unwrap()
    }

    #[test]
    fn results_and_the_way_a_runner_ends_both_count() {
        let passed = "echo 'test result: ok. 2 passed; 0 failed;'";
        assert_eq!(say(passed), Count { passed: 2, failed: 0 });
        assert_eq!(say(&format!("{passed}; exit 101")), Count { passed: 2, failed: 1 });
        assert_eq!(say("true"), Count { passed: 0, failed: 1 });
    }
}
