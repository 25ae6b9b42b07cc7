//! What the way to a mentor of one's own costs: pages, taps, keys and bytes, from the programme's page to a framework that both
//! have accepted, counted by a visitor in a real browser.

use std::process::Command;

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::table::{Section, grouped, ratio};
use crate::build::{self, Site};
use crate::plan;
use crate::project::Project;
use crate::run;
use crate::suites::chromium;

const PROGRAM: &str = "tests/measures/kit.mjs";
const TAPS_MAX: u64 = 45;
const BYTES_MAX: u64 = 110_000;

pub fn measure(project: &Project) -> Result<Section> {
    let chromium = chromium::find_or_install()?;
    // Taken now: building may put a new program in the place of this one.
    let workshop = std::env::current_exe()?;
    plan::carry_out(build::steps(project, Site::Optimised))?;
    let mut visitor = Command::new("node");
    visitor.arg(project.path(PROGRAM)).current_dir(project.root()).env("CHROME", chromium).env("XTASK", workshop);
    let said = run::answer(&mut visitor).context("the visitor did not come to the end")?;
    section(&said)
}

fn section(said: &str) -> Result<Section> {
    let costs: Value = serde_json::from_str(said).context("the visitor said something else")?;
    let count = |who: &str, what: &str| {
        costs[who][what].as_u64().with_context(|| format!("the visitor said nothing of {what} of the {who}"))
    };
    let figures = |who| ["pages", "taps", "keys", "bytes"].map(|what| count(who, what)).into_iter().collect();
    let (student, mentor): (Result<Vec<u64>>, Result<Vec<u64>>) = (figures("student"), figures("mentor"));
    let mut section = Section::new(&["pages", "taps", "keys", "bytes"], "of the aim");
    for (name, cost) in [("the student", student?), ("the mentor", mentor?)] {
        section.row(name, cost.into_iter().map(grouped).collect(), None);
    }
    let taps = count("student", "taps")? + count("mentor", "taps")?;
    let bytes = count("student", "bytes")?;
    for (name, found, most) in [("taps of both", taps, TAPS_MAX), ("the student's bytes", bytes, BYTES_MAX)] {
        section.row_with_aim(name, vec![grouped(found)], Some(ratio(found, most)), aim(found, most));
    }
    section.note(
        "From the programme's page by the clock, the independence check (every field) and the letter to a framework that \
         both have accepted.",
    );
    section.note(
        "Bodies, brotli 11; a hashed file counts once, a document each time. A field that is typed in is one tap.",
    );
    Ok(section)
}

/// What was aimed at, and by how much it is missed.
fn aim(found: u64, most: u64) -> String {
    let aim = format!("aim {} or less", grouped(most));
    match found.checked_sub(most) {
        None | Some(0) => aim,
        Some(over) => format!("{aim}, missed by {}", grouped(over)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_visitor_counted_is_read_and_anything_else_is_refused() {
        let one = r#"{"pages":1,"taps":40,"keys":3,"bytes":110000}"#;
        assert!(section(&format!(r#"{{"student":{one},"mentor":{one}}}"#)).is_ok());
        assert!(section("").is_err());
        assert!(section(&format!(r#"{{"student":{one}}}"#)).is_err());
    }

    #[test]
    fn an_aim_that_is_missed_says_by_how_much() {
        assert_eq!(aim(45, 45), "aim 45 or less");
        assert_eq!(aim(48, 45), "aim 45 or less, missed by 3");
    }

    #[test]
    fn the_visitor_is_there() {
        assert!(Project::here().unwrap().path(PROGRAM).is_file());
    }
}
