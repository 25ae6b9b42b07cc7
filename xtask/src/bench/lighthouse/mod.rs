//! A first visit on a slow phone, as Lighthouse sees it: pages of the portal beside bare HTML of the same words.
//!
//! Where to start: `run` visits a page once, `proxy` serves both in the same way, `sections` writes what was found.

pub mod proxy;
mod run;
mod sections;

use anyhow::{Context as _, Result};

use super::folder::Folder;
use super::table::Section;
use super::visit::{PROGRAMME, first_page_of_form};
use crate::build::{self, Site};
use crate::plan;
use crate::project::Project;
use crate::serve::{self, Options, Server};
use crate::suites::chromium;
use proxy::Proxy;
use run::{Categories, Lighthouse, Visit};

/// The middle one counts, figure by figure.
const ROUNDS: usize = 5;

/// A page and how much a first visit to it may weigh.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Page {
    path: String,
    bytes_max: u64,
}

/// All visits to a page of the portal, and to the bare page of its words.
struct Visited {
    page: Page,
    ours: Vec<Visit>,
    bare: Vec<Visit>,
}

pub fn measure(project: &Project) -> Result<Vec<Section>> {
    plan::carry_out(build::steps(project, Site::Optimised))?;
    let chromium = chromium::find_or_install()?;
    let folder = Folder::new("lighthouse")?;
    let pages = pages(project)?;
    let port = serve::choose_port(0)?;
    let address = proxy::address(port);
    let mut options = Options::for_tests(folder.path().join("portal"));
    // What the portal says of its own address must be the one that is visited.
    options.variables.insert("PORTAL_ADDRESS".to_owned(), address.clone());
    let server = Server::start(&options).context("the portal")?;
    let paths: Vec<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    let _proxy = Proxy::start(project, folder.path(), &chromium, server.address(), port, &paths)?;
    let lighthouse = Lighthouse { project, chromium: &chromium, report: folder.path().join("report.json") };
    let mut visited: Vec<Visited> =
        pages.into_iter().map(|page| Visited { page, ours: Vec::new(), bare: Vec::new() }).collect();
    for round in 1..=ROUNDS {
        // All pages in turn, so that a busy machine hits all of them.
        for Visited { page, ours, bare } in &mut visited {
            ours.push(lighthouse.visit(&format!("{address}{}", page.path), Categories::All)?);
            bare.push(lighthouse.visit(&format!("{address}{}{}", proxy::BARE, page.path), Categories::Performance)?);
        }
        eprintln!("        round {round} of {ROUNDS}");
    }
    sections::of(&visited)
}

/// Three pages in both languages.
fn pages(project: &Project) -> Result<Vec<Page>> {
    let form = first_page_of_form(project)?;
    let form = form.trim_end_matches(".html");
    let page = |path: String, bytes_max| Page { path, bytes_max };
    Ok(["", "/en"]
        .into_iter()
        .flat_map(|language| {
            let home = if language.is_empty() { "/" } else { language };
            [
                page(home.to_owned(), sections::TEXT_BYTES_MAX),
                page(format!("{language}/{PROGRAMME}"), sections::TEXT_BYTES_MAX),
                page(format!("{language}/{form}"), sections::FORM_BYTES_MAX),
            ]
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_pages_are_visited_in_both_languages() {
        let pages = pages(&Project::here().unwrap()).unwrap();
        let paths: Vec<&str> = pages.iter().map(|page| page.path.as_str()).collect();
        assert_eq!(paths.len(), 6);
        assert_eq!(paths[0..2], ["/", "/ki-alumni"]);
        assert_eq!(paths[3..5], ["/en", "/en/ki-alumni"]);
        assert_eq!(paths[5], format!("/en{}", paths[2]));
        assert!(paths[2].starts_with("/ki-alumni/mentee/") && !paths[2].contains('.'));
    }
}
