//! Builds one Worker with worker-build, from the tools that `setup` installed and nothing else.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use super::{EXTRA_PROGRAMMES, Site, expected, shared_sources};
use crate::freshness::Stamp;
use crate::plan::Step;
use crate::project::Project;
use crate::run;
use crate::setup::{WASM_BINDGEN, WORKER_BUILD};

/// The step that builds this Worker, or nothing when it is fresh.
pub fn step<'a>(project: &'a Project, site: Site, worker: &'static str) -> Option<Step<'a>> {
    let note = project.notes().join(format!("{worker}-{}.stamp", site.name()));
    let stamp = Stamp::of(&sources(project, site, worker), site.name());
    if stamp.is_kept_in(&note) && site.worker(project, worker).join("index.js").is_file() {
        return None;
    }
    let words = format!("building the Worker functions/{worker} ({}), {}", site.name(), expected(site));
    Some(Step::new(words, move || {
        build(project, site, worker)?;
        stamp.keep_in(&note)
    }))
}

fn sources(project: &Project, site: Site, worker: &str) -> Vec<PathBuf> {
    let mut sources = shared_sources(project, site);
    sources.push(project.path("functions").join(worker));
    sources.push(project.path("functions/vault"));
    sources
}

fn build(project: &Project, site: Site, worker: &str) -> Result<()> {
    let mut command = Command::new(WORKER_BUILD.program(project));
    command
        .arg(if site.is_optimised() { "--release" } else { "--dev" })
        .arg("--out-dir")
        .arg(site.worker(project, worker))
        .current_dir(project.path("functions").join(worker))
        .env(EXTRA_PROGRAMMES, site.extra_programmes())
        .env("WASM_BINDGEN_BIN", WASM_BINDGEN.program(project))
        .env("WASM_OPT_BIN", project.node_program("wasm-opt"))
        .env("ESBUILD_BIN", project.node_program("esbuild"));
    if site.has_dev() {
        command.args(["--features", "dev"]);
    }
    let log = project.notes().join(format!("{worker}-{}.log", site.name()));
    let said = run::logged(&mut command, &log)?;
    if let Some(line) = said.lines().find(|line| is_download(line)) {
        bail!("worker-build fetched a tool by itself instead of taking ours: {}", line.trim());
    }
    if site.is_optimised() { slim(project, site, worker) } else { Ok(()) }
}

/// What Rust compiles to. Every feature that wasm-opt knows would be more than the Workers runtime does.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// worker-build leaves the names of all functions in the program, a sixth of what is uploaded, and optimises for speed.
fn slim(project: &Project, site: Site, worker: &str) -> Result<()> {
    let program = site.worker(project, worker).join("index_bg.wasm");
    let mut command = Command::new(project.node_program("wasm-opt"));
    command.args(["-Oz", "--strip-debug", "--strip-producers"]).args(FEATURES).arg(&program).arg("-o").arg(&program);
    run::logged(&mut command, &project.notes().join(format!("{worker}-slim.log"))).map(drop)
}

/// worker-build says `Downloading Esbuild@0.28.1...`; cargo's own `Downloading crates ...` has no version mark.
fn is_download(line: &str) -> bool {
    line.contains("Downloading") && line.contains('@')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_downloaded_tool_is_noticed_and_a_downloaded_crate_is_not() {
        assert!(is_download("⬇️  Downloading Esbuild@0.28.1..."));
        assert!(!is_download(" Downloading crates ..."));
        assert!(!is_download("  Downloaded jiff v0.2.1"));
    }
}
