//! `cargo xtask screenshots`: every page and state in both languages, on a phone and a desktop, light and dark, as pictures.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::arguments::Pictures;
use crate::build::{self, Site};
use crate::project::Project;
use crate::suites::chromium;
use crate::{plan, run, setup};

const PROGRAM: &str = "tests/looks/screenshots.mjs";

/// Builds the site and photographs it into `folder`, by default `screenshots` among what is built.
pub fn run(project: &Project, pictures: &Pictures) -> Result<()> {
    let folder = match &pictures.folder {
        Some(folder) => std::path::absolute(folder)?,
        None => project.target().join("screenshots"),
    };
    let chromium = chromium::find_or_install()?;
    // Taken now: building may put a new program in the place of this one.
    let workshop = std::env::current_exe()?;
    let mut steps = setup::steps(project)?;
    steps.extend(build::steps(project, Site::Optimised));
    plan::carry_out(steps)?;
    run::shown(photographer(project, &folder, chromium, workshop).args(&pictures.only))
}

fn photographer(project: &Project, folder: &Path, chromium: PathBuf, workshop: PathBuf) -> Command {
    let mut command = Command::new("node");
    command
        .arg(project.path(PROGRAM))
        .arg(folder)
        .current_dir(project.root())
        .env("CHROME", chromium)
        .env("XTASK", workshop);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_that_is_started_is_there() {
        let project = Project::here().unwrap();
        let command = photographer(&project, Path::new("/pictures"), "chromium".into(), "xtask".into());
        let arguments: Vec<_> = command.get_args().map(Path::new).collect();
        assert!(arguments[0].is_file(), "{arguments:?}");
        assert_eq!(arguments[1..], [Path::new("/pictures")]);
    }
}
