//! Builds what is deployed and proves that it could be, and that nothing of the `dev` feature is in it.

use std::fs;

use anyhow::{Result, bail};

use super::count::Count;
use crate::build::{self, Site};
use crate::deploy;
use crate::plan;
use crate::project::Project;

type Test = fn(&Project) -> Result<()>;

/// Four tests; the first shows that the second can fail.
pub fn run(project: &Project) -> Result<Count> {
    plan::carry_out(build::steps(project, Site::Production))?;
    let tests: [(&str, Test); 4] = [
        ("a_build_with_dev_is_recognised", dev_is_recognised),
        ("the_production_build_knows_no_dev_route", |project| build::prove_no_dev_route(project, Site::Production)),
        ("made_up_programmes_are_served_to_tests_only", made_up_programmes_stay),
        ("cloudflare_would_accept_both_workers", deploy::rehearse),
    ];
    let mut count = Count::default();
    for (name, test) in tests {
        match test(project) {
            Ok(()) => {
                println!("test {name} ... ok");
                count.passed += 1;
            }
            Err(problem) => {
                println!("test {name} ... FAILED: {problem:#}");
                count.failed += 1;
            }
        }
    }
    Ok(count)
}

fn dev_is_recognised(project: &Project) -> Result<()> {
    match build::find_dev_route(&Site::Optimised.worker(project, "api"))? {
        Some(_) => Ok(()),
        None => bail!("no /dev/ route was found in a build that has them: the next test would prove nothing"),
    }
}

fn made_up_programmes_stay(project: &Project) -> Result<()> {
    for entry in fs::read_dir(project.path("tests/programmes"))? {
        let page = entry?.path().with_extension("html");
        let Some(page) = page.file_name() else { continue };
        if !Site::Optimised.pages(project).join(page).is_file() {
            bail!("{} is not in the build that tests are served: this test would prove nothing", page.display());
        }
        if Site::Production.pages(project).join(page).exists() {
            bail!("{} is in the build that is deployed", page.display());
        }
    }
    Ok(())
}
