//! What axe-core finds on every page and in every state, in each width, scheme and language. The tests have the narrowest width;
//! this is the whole of it.

use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use super::table::{Section, grouped};
use crate::build::{self, Site};
use crate::plan;
use crate::project::Project;
use crate::suites::chromium;

const PROGRAM: &str = "tests/measures/axe.mjs";

/// The columns of findings, each with the schemes that it is the sum of.
const SCHEMES: [(&str, &[&str]); 3] =
    [("light", &["light"]), ("dark", &["dark"]), ("forced", &["forced colours", "dark forced colours"])];

pub fn measure(project: &Project) -> Result<Section> {
    let chromium = chromium::find_or_install()?;
    // Taken now: building may put a new program in the place of this one.
    let workshop = std::env::current_exe()?;
    plan::carry_out(build::steps(project, Site::Optimised))?;
    let mut looking = Command::new("node");
    looking.arg(project.path(PROGRAM)).current_dir(project.root()).env("CHROME", chromium).env("XTASK", workshop);
    // What was found is told at once: it takes half an hour.
    let output = looking.stdin(Stdio::null()).stderr(Stdio::inherit()).output().context("node does not start")?;
    ensure!(output.status.success(), "not every page and state could be looked at");
    section(&String::from_utf8_lossy(&output.stdout))
}

/// One row for each width and language: what was looked at, and how much was found in each scheme.
fn section(said: &str) -> Result<Section> {
    let rows: Vec<Value> = serde_json::from_str(said).context("something else was said than what was found")?;
    let mut section = Section::new(&["pages", "states", "light", "dark", "forced"], "");
    for row in &rows {
        let count = |value: &Value, what: &str| {
            value[what].as_u64().with_context(|| format!("nothing was said of {what} in {row}"))
        };
        let mut figures = vec![count(row, "pages")?, count(row, "states")?];
        for (_, schemes) in SCHEMES {
            figures.push(schemes.iter().map(|scheme| count(&row["findings"], scheme)).sum::<Result<u64>>()?);
        }
        let language = row["language"].as_str().context("nothing was said of the language")?;
        let name = format!("{} px, {language}", count(row, "width")?);
        section.row_with_aim(name, figures.into_iter().map(grouped).collect(), None, "aim 0 findings");
    }
    section.note("Findings of axe-core: all rules in light, contrast of colours in the others; forced is light and dark together.");
    Ok(section)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::table::written;

    const ONE: &str = r#"[{"language":"sv","width":320,"pages":112,"states":140,"findings":
        {"light":1,"dark":2,"forced colours":3,"dark forced colours":4}}]"#;

    #[test]
    fn what_was_found_is_one_row_for_each_width_and_language() {
        let text = written(&[section(ONE).unwrap()]);
        let row = text.lines().find(|line| line.contains("320 px, sv")).unwrap();
        let figures: Vec<_> = row.split_whitespace().skip(3).take(5).collect();
        assert_eq!(figures, ["112", "140", "1", "2", "7"]);
    }

    #[test]
    fn what_is_not_a_count_of_everything_is_refused() {
        assert!(section("").is_err());
        assert!(section(&ONE.replace("dark forced colours", "dim")).is_err());
    }

    #[test]
    fn the_program_is_there() {
        assert!(Project::here().unwrap().path(PROGRAM).is_file());
    }
}
