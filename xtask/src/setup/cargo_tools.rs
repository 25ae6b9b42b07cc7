//! Pinned tools that cargo builds from crates.io, once per user, kept beside each other by version.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::plan::Step;
use crate::project::Project;
use crate::run;

/// A program on crates.io and how it is best built.
pub struct Tool {
    crate_name: &'static str,
    version: &'static str,
    program: &'static str,
    flags: &'static [&'static str],
    minutes: u32,
}

/// Bundles the browser program. 0.22 needs a newer Rust than ours.
pub const TRUNK: Tool = Tool {
    crate_name: "trunk",
    version: "0.21.14",
    program: "trunk",
    flags: &["--locked", "--no-default-features"],
    minutes: 4,
};

/// Bundles the Workers; the version of the `worker` crate.
pub const WORKER_BUILD: Tool =
    Tool { crate_name: "worker-build", version: "0.8.7", program: "worker-build", flags: &["--locked"], minutes: 2 };

/// Must be of exactly the version of the `wasm-bindgen` crate. Its own lock file does not build with our Rust.
pub const WASM_BINDGEN: Tool = Tool {
    crate_name: "wasm-bindgen-cli",
    version: "0.2.130",
    program: "wasm-bindgen",
    flags: &["--no-default-features"],
    minutes: 2,
};

/// Checks licences, sources and forbidden crates.
pub const CARGO_DENY: Tool =
    Tool { crate_name: "cargo-deny", version: "0.20.2", program: "cargo-deny", flags: &["--locked"], minutes: 4 };

impl Tool {
    /// The folder holding the finished program.
    pub fn folder(&self, project: &Project) -> PathBuf {
        self.home(project).join("bin")
    }

    pub fn program(&self, project: &Project) -> PathBuf {
        self.folder(project).join(self.program)
    }

    /// Builds the tool if this user does not have it yet.
    pub fn step<'a>(&'static self, project: &'a Project) -> Option<Step<'a>> {
        if self.program(project).is_file() {
            return None;
        }
        let words =
            format!("building {} {}, about {} minutes, once per user", self.crate_name, self.version, self.minutes);
        Some(Step::new(words, move || self.install(project)))
    }

    fn home(&self, project: &Project) -> PathBuf {
        project.tools().join(format!("{}-{}", self.crate_name, self.version))
    }

    /// Builds aside and moves the finished folder into place, so that an interrupted build is never taken for a tool.
    fn install(&self, project: &Project) -> Result<()> {
        let tools = project.tools();
        fs::create_dir_all(&tools).with_context(|| format!("cannot make {}", tools.display()))?;
        // A second checkout may be installing at the same time; it waits here and then finds the tool.
        let lock = File::create(tools.join("lock"))?;
        lock.lock()?;
        if self.program(project).is_file() {
            return Ok(());
        }
        let part = tools.join(format!("{}-{}.part", self.crate_name, self.version));
        if part.exists() {
            fs::remove_dir_all(&part)?;
        }
        let mut cargo = Command::new("cargo");
        cargo
            .arg("install")
            .arg(format!("{}@{}", self.crate_name, self.version))
            .args(self.flags)
            .arg("--root")
            .arg(&part)
            // Tools that run for seconds need no optimising for minutes.
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_TARGET_DIR", shared_target(project))
            .current_dir(project.root());
        run::logged(&mut cargo, &tools.join(format!("{}.log", self.crate_name)))?;
        let home = self.home(project);
        fs::rename(&part, &home).with_context(|| format!("cannot move {} into place", home.display()))
    }
}

/// Removes what building the tools left; they share many crates, so it is kept until all are there.
pub fn clean(project: &Project) -> Result<()> {
    let folder = shared_target(project);
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}

fn shared_target(project: &Project) -> PathBuf {
    project.tools().join("build")
}
