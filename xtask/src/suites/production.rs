//! Builds what is deployed and proves that it could be, that nothing of the `dev` feature is in it, and no sentence of a
//! programme in what phones download as a program.

use std::fs;

use anyhow::{Result, bail};

use super::count::Count;
use super::sentences;
use crate::build::{self, Site};
use crate::deploy;
use crate::plan;
use crate::project::Project;

type Test = fn(&Project) -> Result<()>;

/// Five tests; the first shows that the second can fail.
pub fn run(project: &Project) -> Result<Count> {
    plan::carry_out(build::steps(project, Site::Production))?;
    let tests: [(&str, Test); 5] = [
        ("a_build_with_dev_is_recognised", dev_is_recognised),
        ("the_production_build_knows_no_dev_route", |project| build::prove_no_dev_route(project, Site::Production)),
        ("made_up_programmes_are_served_to_tests_only", made_up_programmes_stay),
        ("no_sentence_of_a_programme_is_in_the_program", sentences_stay_in_documents),
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

/// Words stand in the HTML, in one language; a program that held them would bring all of them to every phone.
fn sentences_stay_in_documents(project: &Project) -> Result<()> {
    for site in [Site::Optimised, Site::Production] {
        let mut folders = vec![project.path("programmes")];
        folders
            .extend(Some(site.extra_programmes()).filter(|extra| !extra.is_empty()).map(|extra| project.path(extra)));
        let sentences = sentences::of_files(&folders)?;
        if let Some((program, sentence)) = sentences::find(&site.pages(project).join("build"), &sentences)? {
            bail!("{} holds “{sentence}”", program.display());
        }
    }
    Ok(())
}
