//! Kept submissions a second: the portal beside a plain JavaScript Worker, in turn, on the same runtime in the same run.

use anyhow::{Context as _, Result, bail};

use super::folder::Folder;
use super::load::{Round, median, send_all};
use super::plain::Plain;
use super::portal::{Crowd, PATH, Portal, Waiting};
use super::table::Section;
use crate::build::{self, Site};
use crate::plan;
use crate::project::Project;

const CONNECTIONS: usize = 32;
/// Enough for both to be compiled by the runtime and for every connection to be open.
const WARM_UP_REQUESTS: usize = 200;
const ROUND_REQUESTS: usize = 600;
/// In turn, so that a busy machine hits both; the middle one counts.
const ROUNDS: usize = 3;

/// A round of the portal, and what its outbox had left when the last answer came.
struct Ours {
    round: Round,
    waiting: Waiting,
}

pub fn measure(project: &Project) -> Result<Section> {
    plan::carry_out(build::steps(project, Site::Optimised))?;
    let folder = Folder::new("submissions")?;
    let portal = Portal::start(&folder.path().join("portal")).context("the portal")?;
    let plain = Plain::start(project, &folder.path().join("plain"))?;
    let mut crowd = Crowd::new(project, "mentee")?;
    let bytes = crowd.take(1).iter().map(|send| send.body.len()).sum();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    take_turn(&portal, &plain, &mut crowd, WARM_UP_REQUESTS)?;
    for number in 1..=ROUNDS {
        let (our, their) = take_turn(&portal, &plain, &mut crowd, ROUND_REQUESTS)?;
        eprintln!("        round {number} of {ROUNDS}: {:.1} and {:.1} a second", our.round.rate, their.rate);
        ours.push(our);
        theirs.push(their);
    }
    let sent = WARM_UP_REQUESTS + ROUNDS * ROUND_REQUESTS;
    let kept = portal.waiting()?.records;
    if kept != sent {
        bail!("{sent} were answered as kept and {kept} are in the ledger");
    }
    let ours = median(ours, |ours| ours.round.rate).context("there was a round")?;
    let theirs = median(theirs, |theirs| theirs.rate).context("there was a round")?;
    Ok(section(&ours, &theirs, bytes))
}

/// The same number of sends to both, one after the other; what the portal does later is waited for in between.
fn take_turn(portal: &Portal, plain: &Plain, crowd: &mut Crowd, count: usize) -> Result<(Ours, Round)> {
    let sends = crowd.take(count);
    let round = send_all(&format!("{}{PATH}", portal.address()), &sends, CONNECTIONS)?;
    let waiting = portal.waiting()?;
    portal.settle()?;
    let theirs = send_all(&format!("{}{PATH}", plain.address()), &sends, CONNECTIONS)?;
    Ok((Ours { round, waiting }, theirs))
}

fn section(ours: &Ours, theirs: &Round, bytes: usize) -> Section {
    let mut section = Section::new(&["a second", "p50 ms", "p95 ms", "p99 ms"], "of plain");
    let figures = |round: &Round| {
        let times = [50, 95, 99].map(|percent| format!("{:.0}", round.percentile(percent)));
        [vec![format!("{:.1}", round.rate)], times.to_vec()].concat()
    };
    let ratio = ours.round.rate / theirs.rate;
    section.row_with_aim("the portal's two Workers", figures(&ours.round), Some(ratio), "aim 0.60 or more");
    section.row("a plain JavaScript Worker", figures(theirs), Some(1.0));
    section.note(format!(
        "{ROUND_REQUESTS} sends of {bytes} bytes over {CONNECTIONS} connections; the middle of {ROUNDS} rounds in turn."
    ));
    section.note(
        "Plain awaits one Durable Object insert and one KV put; the portal checks, counts and keeps, then answers.",
    );
    section.note(format!(
        "At the portal's last answer {} letters and {} copies into KV were still waiting in the outbox.",
        ours.waiting.letters, ours.waiting.copies
    ));
    if ours.round.repeated + theirs.repeated > 0 {
        section.note(format!(
            "{} sends to the portal and {} to the plain Worker were answered 503, or not at all, and repeated.",
            ours.round.repeated, theirs.repeated
        ));
    }
    section
}
