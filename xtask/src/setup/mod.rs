//! What must be on the machine beyond Rust and Node: only what is missing becomes a step.

mod cargo_tools;
mod node_packages;

pub use cargo_tools::{CARGO_DENY, TRUNK, Tool, WASM_BINDGEN, WORKER_BUILD};
pub use node_packages::{check_node, step as node_packages_step};

use std::process::Command;

use anyhow::{Result, bail};

use crate::plan::Step;
use crate::project::Project;
use crate::run;

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The steps without which nothing can be built or served.
pub fn steps(project: &Project) -> Result<Vec<Step<'_>>> {
    check_node()?;
    let mut steps = Vec::new();
    steps.extend(target_step(project));
    steps.extend(tool_steps(project, &[&WASM_BINDGEN, &WORKER_BUILD, &TRUNK]));
    steps.extend(node_packages_step(project));
    Ok(steps)
}

/// The steps before `cargo xtask check`, which needs no Node.
pub fn check_steps(project: &Project) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    steps.extend(target_step(project));
    steps.extend(tool_steps(project, &[&CARGO_DENY]));
    steps
}

fn tool_steps<'a>(project: &'a Project, tools: &[&'static Tool]) -> Vec<Step<'a>> {
    let mut steps: Vec<_> = tools.iter().filter_map(|tool| tool.step(project)).collect();
    if !steps.is_empty() {
        steps.push(Step::new("clearing away what building the tools left", || cargo_tools::clean(project)));
    }
    steps
}

/// Adds Rust's WebAssembly target where rustc does not have it.
fn target_step(project: &Project) -> Option<Step<'_>> {
    let folder = run::answer(
        Command::new("rustc").args(["--print", "target-libdir", "--target", WASM_TARGET]).current_dir(project.root()),
    );
    if folder.is_some_and(|folder| std::path::Path::new(&folder).is_dir()) {
        return None;
    }
    Some(Step::new("adding Rust's WebAssembly target, a few seconds", || {
        let mut rustup = Command::new("rustup");
        rustup.args(["target", "add", WASM_TARGET]).current_dir(project.root());
        if run::shown(&mut rustup).is_err() {
            bail!(
                "rustc has no {WASM_TARGET} target and rustup could not add it: \
                 install Rust by rustup, or add the target the way your Rust was installed"
            );
        }
        Ok(())
    }))
}
