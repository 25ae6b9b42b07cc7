//! `cargo xtask deploy`: names what is missing, then has wrangler deploy the ledger first and the door after it.

mod cloudflare;
mod settings;
mod undecided;

use std::fs;

use anyhow::{Context as _, Result, bail};

use crate::build::{self, Site};
use crate::plan;
use crate::project::Project;
use crate::serve::keys::{self, Keys};
use crate::setup;

/// The ledger first: the door's bindings name a Durable Object that must exist by then.
const ORDER: [&str; 2] = ["ledger", "api"];

/// What no setting can tell and the account must have.
const PLAN: &str = "\
The Cloudflare account
  - Durable Objects with SQLite, KV and two Workers run on the free plan, which allows 1,000 KV writes a day:
    each application is one, and so is each later change of it.
  - Letters to addresses that the account has not verified need Cloudflare Email Service (Workers Paid) with a sending
    domain. Without it the career service has its letters, if its address is verified, and applicants have the link on
    their receipt.
  - Cloudflare as processor, and the EU jurisdiction, are for the university to decide before the first application.";

/// Reports, builds, and deploys unless it is a dry run.
pub fn run(project: &Project, is_dry_run: bool) -> Result<()> {
    let missing = settings::missing(project)?;
    report("Settings that are still missing", &missing);
    report("Not decided by the university", &undecided::list(project)?);
    println!("{PLAN}\n");
    if !is_dry_run && !missing.is_empty() {
        bail!("nothing was deployed: {} settings are missing, listed above", missing.len());
    }
    let mut steps = setup::steps(project)?;
    steps.extend(build::steps(project, Site::Production));
    plan::carry_out(steps)?;
    build::prove_no_dev_route(project, Site::Production)?;
    rehearse(project)?;
    if is_dry_run {
        println!("dry run: wrangler would accept both Workers; nothing was deployed");
        return Ok(());
    }
    deploy(project)
}

/// Has wrangler check and bundle both Workers as it would for a deployment, without reaching Cloudflare.
pub fn rehearse(project: &Project) -> Result<()> {
    for worker in ORDER {
        cloudflare::rehearse(project, worker)?;
    }
    Ok(())
}

/// Workers that have their keys keep them; at the first deployment both get new ones. Anything between is not guessed at.
fn deploy(project: &Project) -> Result<()> {
    let mut present = 0;
    let mut missing = Vec::new();
    for worker in ORDER {
        let names = cloudflare::secrets(project, worker)?;
        present += names.len();
        let lacking = keys::NEEDED.iter().filter(|name| !names.contains(**name));
        missing
            .extend(lacking.map(|name| format!("npx wrangler secret put {name} -c functions/{worker}/wrangler.toml")));
    }
    if missing.is_empty() {
        return ORDER.iter().try_for_each(|worker| cloudflare::deploy(project, worker, None));
    }
    if present > 0 {
        bail!(
            "some keys are set and others are not. New keys would make everything kept so far unreadable: take them from \
             the university's vault and set each by\n  {}",
            missing.join("\n  ")
        );
    }
    let keys = Keys::draw()?;
    let outcome = ORDER.iter().try_for_each(|worker| deploy_with(project, worker, &keys));
    // Shown even if a deployment failed: one Worker may have taken them already.
    println!("\nThe keys of this portal, shown this once. Put both into the university's vault now.");
    println!("Without them nothing that the portal has kept can be read again.\n");
    println!("{}={}\n{}={}\n", keys::SEALING_KEYS, keys.sealing, keys::REFERENCE_KEY, keys.reference);
    outcome
}

/// wrangler takes secrets from a file; it is there only as long as that takes.
fn deploy_with(project: &Project, worker: &str, keys: &Keys) -> Result<()> {
    let file = project.notes().join(format!("{worker}-keys.json"));
    let secrets: serde_json::Map<_, _> =
        keys.named().into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
    keys::write_private(&file, &secrets.into())?;
    let outcome = cloudflare::deploy(project, worker, Some(&file));
    fs::remove_file(&file).with_context(|| format!("remove {} by hand: it holds the keys", file.display()))?;
    outcome
}

fn report(title: &str, findings: &[String]) {
    if findings.is_empty() {
        println!("{title}: none\n");
        return;
    }
    println!("{title}");
    for finding in findings {
        println!("  - {finding}");
    }
    println!();
}
