//! A process group that cannot outlive us: the local runtime dies with this process, however it ends.

use std::fs::File;
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result};

/// Leads the group and waits on a pipe that only we hold open. The pipe closes when we say so and also when we are
/// killed ourselves; then, or when the program ends by itself, the whole group is killed.
const LEADER: &str = r#"{ "$@" </dev/null; kill -KILL 0; } & read -r _; kill -KILL 0"#;

/// A program with everything it started.
#[derive(Debug)]
pub struct Guarded {
    leader: Child,
}

impl Guarded {
    /// Starts `command` in a group of its own with all output in `log`.
    pub fn spawn(command: &mut Command, log: &File) -> Result<Self> {
        let mut leader = Command::new("sh");
        leader
            .args(["-c", LEADER, "guard"])
            .arg(command.get_program())
            .args(command.get_args())
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(log.try_clone()?)
            .stderr(log.try_clone()?);
        if let Some(folder) = command.get_current_dir() {
            leader.current_dir(folder);
        }
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => leader.env(name, value),
                None => leader.env_remove(name),
            };
        }
        let leader = leader.spawn().context("cannot start `sh`")?;
        Ok(Self { leader })
    }

    pub fn is_running(&mut self) -> bool {
        matches!(self.leader.try_wait(), Ok(None))
    }

    /// Closes the pipe, which has the group killed at once. Doing so twice is harmless.
    pub fn kill(&mut self) {
        drop(self.leader.stdin.take());
        // The leader kills itself with its group, so this wait is short and its status says nothing.
        let _ = self.leader.wait();
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        self.kill();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::path::PathBuf;
    use std::time::Duration;

    /// Starts a program that starts another one, and returns the file that the inner one keeps writing to.
    fn start(name: &str) -> (Guarded, PathBuf) {
        let folder = std::env::temp_dir().join(format!("xtask-guard-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let beat = folder.join("beat");
        let log = File::create(folder.join("log")).unwrap();
        let script = "(while :; do date +%N > \"$0\"; sleep 0.05; done) & wait";
        let guarded = Guarded::spawn(Command::new("sh").args(["-c", script]).arg(&beat), &log).unwrap();
        while !beat.exists() {
            std::thread::sleep(Duration::from_millis(20));
        }
        (guarded, beat)
    }

    /// Whether the inner program writes again. A busy machine may keep it waiting, a dead one never writes.
    fn beats_within(beat: &PathBuf, looks: u32) -> bool {
        let before = fs::read(beat).unwrap();
        (0..looks).any(|_| {
            std::thread::sleep(Duration::from_millis(20));
            before != fs::read(beat).unwrap()
        })
    }

    #[test]
    fn killing_takes_what_the_program_started_with_it() {
        let (mut guarded, beat) = start("kill");
        assert!(guarded.is_running());
        assert!(beats_within(&beat, 1000));
        guarded.kill();
        assert!(!guarded.is_running());
        assert!(!beats_within(&beat, 15));
    }

    #[test]
    fn a_program_that_ends_by_itself_is_seen_to_have_ended() {
        let log = File::create(std::env::temp_dir().join(format!("xtask-guard-{}", std::process::id()))).unwrap();
        let mut guarded = Guarded::spawn(&mut Command::new("true"), &log).unwrap();
        for _ in 0..1000 {
            if !guarded.is_running() {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("still said to be running");
    }
}
