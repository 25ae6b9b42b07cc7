//! Node itself, and the packages of package-lock.json: wrangler, binaryen's wasm-opt, esbuild, playwright-core.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context as _, Result, bail};

use crate::plan::Step;
use crate::project::Project;
use crate::run;

/// What wrangler 4.86 asks for.
const NODE_MAJOR_MIN: u32 = 20;

/// Says clearly what to install where Node is missing or too old.
pub fn check_node() -> Result<()> {
    let version = run::answer(Command::new("node").arg("--version"));
    let Some(version) = version else {
        bail!("Node {NODE_MAJOR_MIN} or newer is needed to run the Workers locally, and `node` is not on the PATH");
    };
    match major(&version) {
        Some(number) if number >= NODE_MAJOR_MIN => Ok(()),
        _ => bail!("Node {NODE_MAJOR_MIN} or newer is needed; `node --version` says {version}"),
    }
}

/// Installs exactly what the lock file names, if it changed since the last time.
pub fn step(project: &Project) -> Option<Step<'_>> {
    if is_fresh(&project.path("package-lock.json"), &project.path("node_modules/.package-lock.json")) {
        return None;
    }
    Some(Step::new("installing the npm packages of package-lock.json, about 20 s", || {
        let mut npm = Command::new("npm");
        // No package gets to run a script of its own: the programs we use come ready inside their packages.
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(project.root());
        run::logged(&mut npm, &project.notes().join("npm.log"))
            .context("npm could not install the packages")
            .map(|_| ())
    }))
}

/// npm writes the second file when it is done.
fn is_fresh(lock: &Path, installed: &Path) -> bool {
    match (changed(lock), changed(installed)) {
        (Some(lock), Some(installed)) => installed >= lock,
        _ => false,
    }
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|facts| facts.modified()).ok()
}

fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_from_what_node_says() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("v8.0.0"), Some(8));
        assert_eq!(major("nonsense"), None);
    }
}
