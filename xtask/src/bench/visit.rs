//! The bytes of a first visit to three pages of the production build, by kind.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use toml::Table;

use super::document::{loaded_by_html, loaded_by_script, place};
use super::table::{Section, grouped, ratio};
use crate::build::{self, Site};
use crate::compressed;
use crate::plan;
use crate::project::Project;

/// The programme whose pages are visited.
pub(super) const PROGRAMME: &str = "ki-alumni";

/// Bytes on the wire, bodies only.
#[derive(Debug, Default)]
struct Bytes {
    document: u64,
    js: u64,
    wasm: u64,
    other: u64,
}

impl Bytes {
    fn add(&mut self, file: &str, bytes: u64) {
        match Path::new(file).extension().and_then(|end| end.to_str()) {
            Some("html") => self.document += bytes,
            Some("js") => self.js += bytes,
            Some("wasm") => self.wasm += bytes,
            _ => self.other += bytes,
        }
    }

    fn sum(&self) -> u64 {
        self.document + self.js + self.wasm + self.other
    }
}

pub fn measure(project: &Project) -> Result<Section> {
    plan::carry_out(build::steps(project, Site::Production))?;
    let dist = Site::Production.pages(project);
    let pages = [
        ("home", "index.html".to_owned()),
        ("a programme's page", format!("{PROGRAMME}.html")),
        ("the first page of a form", first_page_of_form(project)?),
    ];
    let visits = pages
        .iter()
        .map(|(_, page)| visited(&dist, page).with_context(|| format!("cannot follow {page}")))
        .collect::<Result<Vec<_>>>()?;
    let sizes = on_the_wire(&dist, &visits)?;
    let mut section = Section::new(&["document", "js", "wasm", "other", "sum"], "of home");
    let mut home = None;
    for ((name, page), files) in pages.iter().zip(&visits) {
        let mut bytes = Bytes::default();
        for file in files {
            bytes.add(file, sizes[file]);
        }
        let home = *home.get_or_insert(bytes.sum());
        let address = page.trim_end_matches(".html").trim_end_matches("index");
        let figures = [bytes.document, bytes.js, bytes.wasm, bytes.other, bytes.sum()].map(grouped).to_vec();
        section.row(format!("{name}, /{address}"), figures, Some(ratio(bytes.sum(), home)));
    }
    section.note("Bodies of the production build; other: icon, manifest, and a form's next pages, fetched ahead.");
    Ok(section)
}

/// Its file, from the folder of pages.
pub(super) fn first_page_of_form(project: &Project) -> Result<String> {
    let file = project.path(format!("programmes/{PROGRAMME}.toml"));
    let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let programme: Table = toml::from_str(&text)?;
    let pages = programme.get("mentee").and_then(|form| form.get("pages")?.as_array());
    let first = pages.and_then(|pages| pages.first()?.get("id")?.as_str());
    let id = first.with_context(|| format!("{} has no form for mentees", file.display()))?;
    Ok(format!("{PROGRAMME}/mentee/{id}.html"))
}

/// A page and every file that a first visit to it fetches, from the folder of pages.
fn visited(dist: &Path, page: &str) -> Result<BTreeSet<String>> {
    let mut files = BTreeSet::new();
    let mut open = vec![page.to_owned()];
    while let Some(file) = open.pop() {
        if files.contains(&file) {
            continue;
        }
        let content = fs::read(dist.join(&file)).with_context(|| format!("cannot read {file}"))?;
        let text = String::from_utf8_lossy(&content);
        let named = match Path::new(&file).extension().and_then(|end| end.to_str()) {
            Some("html") => loaded_by_html(&text),
            Some("js") => loaded_by_script(&text),
            _ => Vec::new(),
        };
        open.extend(named.iter().map(|address| place(address, &file)));
        files.insert(file);
    }
    Ok(files)
}

/// Each file compressed once, however many pages load it.
fn on_the_wire(dist: &Path, visits: &[BTreeSet<String>]) -> Result<BTreeMap<String, u64>> {
    let files: BTreeSet<&String> = visits.iter().flatten().collect();
    let paths: Vec<PathBuf> = files.iter().map(|file| dist.join(file)).collect();
    let sizes = compressed::sizes(&paths)?;
    Ok(files.into_iter().cloned().zip(sizes.iter().map(|size| size.brotli)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visit_follows_scripts_and_stops_where_a_file_is_missing() {
        let dist = std::env::temp_dir().join(format!("xtask-visit-{}", std::process::id()));
        fs::create_dir_all(dist.join("build")).unwrap();
        fs::write(dist.join("form.html"), "<script type=\"module\" src=\"/build/start.js\"></script>").unwrap();
        fs::write(dist.join("build/start.js"), "init('/build/a.js', '/build/a.wasm')").unwrap();
        fs::write(dist.join("build/a.js"), "import './start.js'").unwrap();
        assert!(visited(&dist, "form.html").is_err());
        fs::write(dist.join("build/a.wasm"), "program").unwrap();
        let files: Vec<String> = visited(&dist, "form.html").unwrap().into_iter().collect();
        assert_eq!(files, ["build/a.js", "build/a.wasm", "build/start.js", "form.html"]);
        fs::remove_dir_all(&dist).unwrap();
    }

    #[test]
    fn the_form_that_is_visited_is_there() {
        assert!(first_page_of_form(&Project::here().unwrap()).is_ok());
    }
}
