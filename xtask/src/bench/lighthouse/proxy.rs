//! The proxy of tests/lighthouse, which compresses the portal's plain answers and serves the bare pages beside them.

use std::fs::{self, File};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::project::Project;
use crate::serve::{Guarded, ready};

const PROGRAM: &str = "tests/lighthouse/proxy.mjs";
/// Before the path of a page whose bare words are wanted.
pub const BARE: &str = "/bare";
/// It reads every page in a browser first.
const START_SECONDS_MAX: u64 = 90;

/// The running proxy. Dropping it kills it.
pub struct Proxy {
    _process: Guarded,
}

impl Proxy {
    /// Starts and returns when it answers.
    pub fn start(
        project: &Project,
        folder: &Path,
        chromium: &Path,
        portal: &str,
        port: u16,
        paths: &[&str],
    ) -> Result<Self> {
        let log = folder.join("proxy.log");
        let mut command = Command::new("node");
        command
            .arg(project.path(PROGRAM))
            .args([portal, &port.to_string()])
            .args(paths)
            .env("CHROME", chromium)
            .current_dir(project.root());
        let mut process = Guarded::spawn(&mut command, &File::create(&log)?)?;
        let start = Instant::now();
        while !matches!(ready::status(&address(port)), Ok(200)) {
            if !process.is_running() || start.elapsed() > Duration::from_secs(START_SECONDS_MAX) {
                let text = fs::read_to_string(&log).unwrap_or_default();
                bail!("the compressing proxy did not start: {}", crate::run::last_lines(&text, 5));
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Ok(Self { _process: process })
    }
}

pub fn address(port: u16) -> String {
    format!("http://127.0.0.1:{port}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_there_and_serves_bare_pages_where_they_are_looked_for() {
        let text = fs::read_to_string(Project::here().unwrap().path(PROGRAM)).unwrap();
        assert!(text.contains(&format!("const BARE = '{BARE}';")));
    }
}
