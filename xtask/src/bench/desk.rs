//! The desk with 2,000 and with 10,000 records: how soon it shows rows, answers a key in the search, opens a record, decides and
//! takes rows out, and what it weighs.

use std::collections::BTreeMap;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use super::folder::Folder;
use super::load::send_all;
use super::portal::{Crowd, PATH, Portal};
use super::table::{Section, grouped, ratio};
use crate::build::{self, Site};
use crate::plan;
use crate::project::Project;
use crate::sample;
use crate::suites::chromium;

const PROGRAM: &str = "tests/measures/desk.mjs";
/// Records in all at each look: the gate, and what is reported.
const RECORDS: [usize; 2] = [2_000, 10_000];
const CONNECTIONS: usize = 32;
const FIRST_ROWS_MS_MAX: u64 = 1_000;
const KEY_MS_MAX: u64 = 16;

pub fn measure(project: &Project) -> Result<Vec<Section>> {
    let chromium = chromium::find_or_install()?;
    plan::carry_out(build::steps(project, Site::Optimised))?;
    let folder = Folder::new("desk")?;
    let variables = BTreeMap::from([("FIRST_ADMINISTRATOR".to_owned(), sample::STAFF.to_owned())]);
    let portal = Portal::start_with(&folder.path().join("portal"), variables)?;
    // Drawn before letters fail: what thousands of records have to do would run beside what is measured.
    let links = RECORDS.map(|_| sample::desk_link(portal.address()));
    portal.fail_effects()?;
    let mut crowd = Crowd::new(project, "mentee")?;
    let (mut sent, mut found) = (0, Vec::new());
    for (records, link) in RECORDS.into_iter().zip(links) {
        send_all(&format!("{}{PATH}", portal.address()), &crowd.take(records - sent), CONNECTIONS)?;
        sent = records;
        eprintln!("        {} records are in the ledger", grouped(u64::try_from(records)?));
        let mut visitor = Command::new("node");
        visitor.arg(project.path(PROGRAM)).current_dir(project.root()).env("CHROME", &chromium);
        visitor.env("LINK", link?).env("RECORDS", records.to_string());
        let output = visitor.stdin(Stdio::null()).stderr(Stdio::inherit()).output().context("node does not start")?;
        ensure!(output.status.success(), "the visitor did not come to the end");
        found.push((records, String::from_utf8_lossy(&output.stdout).into_owned()));
    }
    sections(&found)
}

fn sections(found: &[(usize, String)]) -> Result<Vec<Section>> {
    let mut opening = Section::new(&["program", "rows", "answers", "all ms", "MB"], "");
    let mut working = Section::new(&["first rows", "key", "record", "decision", "export"], "of the aim");
    working.title("The desk: milliseconds");
    for (records, said) in found {
        let costs: Value = serde_json::from_str(said).context("the visitor said something else")?;
        let figure =
            |name: &str| costs[name].as_u64().with_context(|| format!("the visitor said nothing of {name}: {costs}"));
        let figures =
            |names: [&str; 5]| names.into_iter().map(|name| figure(name).map(grouped)).collect::<Result<Vec<_>>>();
        let name = format!("{} records", grouped(u64::try_from(*records)?));
        opening.row(&name, figures(["program_bytes", "rows_bytes", "answers_bytes", "all_ms", "memory_mb"])?, None);
        let (rows, key) = (figure("first_rows_ms")?, figure("key_ms")?);
        let worst = ratio(rows, FIRST_ROWS_MS_MAX).max(ratio(key, KEY_MS_MAX));
        let aim = format!("aim {FIRST_ROWS_MS_MAX} to first rows, {KEY_MS_MAX} for a key");
        let working_figures = figures(["first_rows_ms", "key_ms", "record_ms", "decision_ms", "export_ms"])?;
        working.row_with_aim(&name, working_figures, Some(worst), aim);
    }
    opening.note("Bytes: the program brotli 11, rows and answers at 4. MB: the page's process. All: every row and answer has come.");
    working
        .note("From the address, or a press, to what is drawn for it; a key: the slowest of fourteen, to a screen of rows with its layout.");
    Ok(vec![opening, working])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::table::written;

    const SAID: &str = r#"{"program_bytes":1,"rows_bytes":2,"answers_bytes":3,"all_ms":4,"memory_mb":5,
        "first_rows_ms":500,"key_ms":32,"record_ms":6,"decision_ms":7,"export_ms":8}"#;

    #[test]
    fn what_the_visitor_measured_is_one_row_in_each_table_with_the_aim_that_is_farthest() {
        let text = written(&sections(&[(2_000, SAID.to_owned())]).unwrap());
        let rows: Vec<&str> = text.lines().filter(|line| line.contains("2,000 records")).collect();
        assert_eq!(rows.len(), 2, "{text}");
        assert!(rows[1].contains("2.00"), "{text}");
    }

    #[test]
    fn what_is_not_all_of_it_is_refused() {
        assert!(sections(&[(1, String::new())]).is_err());
        assert!(sections(&[(1, SAID.replace("key_ms", "keys"))]).is_err());
    }

    #[test]
    fn the_visitor_is_there() {
        assert!(Project::here().unwrap().path(PROGRAM).is_file());
    }
}
