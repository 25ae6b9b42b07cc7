//! The command `cargo xtask`: reads what was typed and does it.

use std::process::ExitCode;

use anyhow::Result;
use xtask::arguments::{self, Task};
use xtask::build::{self, Site};
use xtask::project::Project;
use xtask::{bench, check, deploy, dev, plan, screenshots, setup, simulate, suites};

fn main() -> ExitCode {
    let outcome = arguments::parse(std::env::args_os().skip(1).collect()).and_then(carry_out);
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\nerror: {problem:#}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(task: Task) -> Result<()> {
    let project = Project::here()?;
    match task {
        Task::Help => print!("{}", arguments::HELP),
        Task::Dev(serving) => dev::run(&project, &serving)?,
        Task::Serve(serving) => dev::serve(&project, &serving)?,
        Task::Build(site) => build_site(&project, site)?,
        Task::Check => check::run(&project)?,
        Task::Bench(parts) => bench::run(&project, &parts)?,
        Task::Screenshots(pictures) => screenshots::run(&project, &pictures)?,
        Task::Simulate(lives) => simulate::run(&project, &lives)?,
        Task::Test(names) => suites::run(&project, &names)?,
        Task::Deploy { is_dry_run } => deploy::run(&project, is_dry_run)?,
    }
    Ok(())
}

fn build_site(project: &Project, site: Site) -> Result<()> {
    let mut steps = setup::steps(project)?;
    steps.extend(build::steps(project, site));
    plan::carry_out(steps)?;
    if !site.has_dev() {
        build::prove_no_dev_route(project, site)?;
    }
    eprintln!("built {}", site.pages(project).display());
    for worker in build::WORKERS {
        eprintln!("built {}", site.worker(project, worker).display());
    }
    Ok(())
}
