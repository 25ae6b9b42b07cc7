//! A mentee's page of mentors with 2,000 of them: how soon it answers, how soon a slow phone shows and searches it by itself, what
//! a key in the search takes there, and what all of it weighs.

use std::collections::BTreeMap;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use super::folder::Folder;
use super::lighthouse::proxy::{self, Proxy};
use super::load::send_all;
use super::portal::{Crowd, PATH, Portal};
use super::table::{Section, grouped, ratio};
use crate::build::{self, Site};
use crate::plan;
use crate::project::Project;
use crate::suites::chromium;
use crate::{sample, serve};

const PROGRAM: &str = "tests/measures/mentors.mjs";
const MENTORS: usize = 2_000;
const CONNECTIONS: usize = 32;
/// On a slow phone: until the mentors can be read, and until what a key finds stands there.
const SHOWN_MS_MAX: u64 = 1_000;
const KEY_MS_MAX: u64 = 16;

pub fn measure(project: &Project) -> Result<Vec<Section>> {
    let chromium = chromium::find_or_install()?;
    plan::carry_out(build::steps(project, Site::Optimised))?;
    let folder = Folder::new("mentors")?;
    let variables = BTreeMap::from([("FIRST_ADMINISTRATOR".to_owned(), sample::STAFF.to_owned())]);
    let portal = Portal::start_with(&folder.path().join("portal"), variables)?;
    let url = format!("{}{PATH}", portal.address());
    let mut mentees = Crowd::new(project, "mentee")?;
    send_all(&url, &mentees.take(1), 1)?;
    portal.settle()?;
    let link = sample::link_to(portal.address(), &Crowd::address(1))?;
    let desk = sample::desk_link(portal.address())?;
    portal.fail_effects()?;
    let mut mentors = Crowd::new(project, "mentor")?;
    send_all(&url, &mentors.take_after(1, MENTORS), CONNECTIONS)?;
    eprintln!("        {} mentors have signed up", grouped(u64::try_from(MENTORS)?));
    let port = serve::choose_port(0)?;
    let _proxy = Proxy::start(project, folder.path(), &chromium, portal.address(), port, &[])?;
    let mut visitor = Command::new("node");
    visitor.arg(project.path(PROGRAM)).current_dir(project.root()).env("CHROME", &chromium);
    visitor.env("PORTAL", portal.address()).env("PHONE", proxy::address(port)).env("LINK", link).env("DESK", desk);
    visitor.env("MENTORS", MENTORS.to_string());
    let output = visitor.stdin(Stdio::null()).stderr(Stdio::inherit()).output().context("node does not start")?;
    ensure!(output.status.success(), "the visitor did not come to the end");
    sections(&String::from_utf8_lossy(&output.stdout))
}

fn sections(said: &str) -> Result<Vec<Section>> {
    let costs: Value = serde_json::from_str(said).context("the visitor said something else")?;
    let figure =
        |name: &str| costs[name].as_u64().with_context(|| format!("the visitor said nothing of {name}: {costs}"));
    let name = format!("{} mentors", grouped(u64::try_from(MENTORS)?));
    let mut weights = Section::new(&["page", "program", "snapshot"], "");
    let bytes = ["page_bytes", "program_bytes", "snapshot_bytes"].map(|name| figure(name).map(grouped));
    weights.row(&name, bytes.into_iter().collect::<Result<Vec<_>>>()?, None);
    weights.note("Bytes: the program brotli 11, the rest at 4. The page is whole without the other two.");
    let mut times = Section::new(&["first", "again", "shown", "by itself", "key", "worst"], "of the aim");
    times.title("A mentee's page of mentors: milliseconds");
    let (shown, key) = (figure("painted_ms")?, figure("key_ms")?);
    let worst = ratio(shown, SHOWN_MS_MAX).max(ratio(key, KEY_MS_MAX));
    let figures = ["first_ms", "page_ms", "painted_ms", "ready_ms", "key_ms", "key_worst_ms"]
        .map(|name| figure(name).map(grouped));
    let aim = format!("aim {SHOWN_MS_MAX} to be shown, {KEY_MS_MAX} for a key");
    times.row_with_aim(&name, figures.into_iter().collect::<Result<Vec<_>>>()?, Some(worst), aim);
    times.note("First: the Worker reads all of them from the ledger; again: it has them. The rest on a slow phone (slow 4G, 4x CPU): largest paint, the program looking through all by itself, the slowest of eight keys with its layout, each the median of eleven times, and the worst of all.");
    Ok(vec![weights, times])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::table::written;

    const SAID: &str = r#"{"page_bytes":1,"snapshot_bytes":2,"program_bytes":3,"first_ms":4,"page_ms":5,
        "painted_ms":1500,"ready_ms":7,"key_ms":8,"key_worst_ms":9}"#;

    #[test]
    fn what_the_visitor_measured_is_one_row_in_each_table_with_the_aim_that_is_farthest() {
        let text = written(&sections(SAID).unwrap());
        let rows: Vec<&str> = text.lines().filter(|line| line.contains("2,000 mentors")).collect();
        assert_eq!(rows.len(), 2, "{text}");
        assert!(rows[1].contains("1.50"), "{text}");
    }

    #[test]
    fn what_is_not_all_of_it_is_refused() {
        assert!(sections("").is_err());
        assert!(sections(&SAID.replace("key_ms", "keys")).is_err());
    }

    #[test]
    fn the_visitor_is_there() {
        assert!(Project::here().unwrap().path(PROGRAM).is_file());
    }
}
