//! Running other programs: shown on the terminal, or kept in a log that is shown only when something fails.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use crate::plan::spoken;

/// How much of a log is shown after a failure; the whole stays in the file.
const SHOWN_LINES_MAX: usize = 80;
/// How often something that takes long says how far it is.
const TOLD_EVERY_SECONDS: u64 = 15;
const LOOK_MILLISECONDS: u64 = 50;
/// What fits on one line of a terminal after the time.
const LINE_LETTERS_MAX: usize = 90;

/// Runs with the terminal's own input and output.
pub fn shown(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {}", name_of(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", name_of(command));
    }
    Ok(())
}

/// Runs with all output in `log`, and now and then says how far it is. Returns what was logged.
pub fn logged(command: &mut Command, log: &Path) -> Result<String> {
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    let file = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
    let child = command
        .stdin(Stdio::null())
        .stdout(file.try_clone()?)
        .stderr(file)
        .spawn()
        .with_context(|| format!("cannot start {}", name_of(command)))?;
    let status = wait_and_tell(child, log)?;
    let text = String::from_utf8_lossy(&fs::read(log)?).into_owned();
    if !status.success() {
        eprintln!("{}", last_lines(&text, SHOWN_LINES_MAX));
        bail!("{} ended with {status}; all it said is in {}", name_of(command), log.display());
    }
    Ok(text)
}

/// Waits, showing the last line of the log from time to time.
fn wait_and_tell(mut child: Child, log: &Path) -> Result<ExitStatus> {
    let start = Instant::now();
    let mut told = start;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        std::thread::sleep(Duration::from_millis(LOOK_MILLISECONDS));
        if told.elapsed() >= Duration::from_secs(TOLD_EVERY_SECONDS) {
            told = Instant::now();
            let text = String::from_utf8_lossy(&fs::read(log)?).into_owned();
            let line: String = last_lines(&text, 1).trim().chars().take(LINE_LETTERS_MAX).collect();
            eprintln!("        {}: {line}", spoken(start.elapsed()));
        }
    }
}

/// What a short program prints, or nothing where it is not there or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The end of a text, for showing.
pub fn last_lines(text: &str, count_max: usize) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(count_max)..].join("\n")
}

fn name_of(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let first = command.get_args().next().unwrap_or(OsStr::new(""));
    format!("`{} {}`", program.to_string_lossy(), first.to_string_lossy()).replace(" `", "`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_program_is_named_and_its_words_are_kept() {
        let log = std::env::temp_dir().join(format!("xtask-run-{}.log", std::process::id()));
        let outcome = logged(Command::new("sh").args(["-c", "echo out; echo err >&2; exit 3"]), &log);
        let words = format!("{:#}", outcome.unwrap_err());
        assert!(words.contains("`sh -c` ended with exit status: 3"), "{words}");
        let kept = fs::read_to_string(&log).unwrap();
        assert_eq!(kept, "out\nerr\n");
        fs::remove_file(&log).unwrap();
    }

    #[test]
    fn a_program_that_is_not_there_answers_nothing() {
        assert_eq!(answer(&mut Command::new("surely-no-such-program")), None);
        assert_eq!(answer(Command::new("sh").args(["-c", "echo yes"])).as_deref(), Some("yes"));
    }

    #[test]
    fn only_the_end_of_a_long_log_is_shown() {
        assert_eq!(last_lines("a\nb\nc", 2), "b\nc");
        assert_eq!(last_lines("a", 2), "a");
    }
}
