//! The calls to wrangler that a deployment is made of.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::project::Project;
use crate::run;

/// Everything but the upload; needs neither account nor network.
pub fn rehearse(project: &Project, worker: &str) -> Result<()> {
    let notes = project.notes();
    let mut command = wrangler(project, &["deploy", "--dry-run"], worker);
    command.arg("--outdir").arg(notes.join(format!("rehearsal-{worker}")));
    run::logged(&mut command, &notes.join(format!("rehearsal-{worker}.log")))
        .with_context(|| format!("wrangler would not accept functions/{worker}"))
        .map(|_| ())
}

pub fn deploy(project: &Project, worker: &str, secrets: Option<&Path>) -> Result<()> {
    let mut command = wrangler(project, &["deploy"], worker);
    if let Some(file) = secrets {
        command.arg("--secrets-file").arg(file);
    }
    run::shown(&mut command).with_context(|| format!("functions/{worker} was not deployed"))
}

/// The names of the secrets a deployed Worker has; none for one that was never deployed.
pub fn secrets(project: &Project, worker: &str) -> Result<BTreeSet<String>> {
    let output = wrangler(project, &["secret", "list"], worker).output().context("cannot start wrangler")?;
    if !output.status.success() {
        let words = [output.stdout, output.stderr].concat();
        let words = String::from_utf8_lossy(&words);
        if is_unknown_worker(&words) {
            return Ok(BTreeSet::new());
        }
        bail!(
            "the secrets of functions/{worker} cannot be listed; is wrangler logged in (`npx wrangler login`)?\n{words}"
        );
    }
    names(&output.stdout)
}

/// Cloudflare's code for a Worker that does not exist.
fn is_unknown_worker(words: &str) -> bool {
    words.contains("code: 10007")
}

fn names(json: &[u8]) -> Result<BTreeSet<String>> {
    let list: Vec<Value> = serde_json::from_slice(json).context("wrangler's list of secrets is not JSON")?;
    Ok(list.iter().filter_map(|secret| secret["name"].as_str().map(str::to_owned)).collect())
}

fn wrangler(project: &Project, words: &[&str], worker: &str) -> Command {
    let settings: PathBuf = project.path("functions").join(worker).join("wrangler.toml");
    let mut command = Command::new(project.node_program("wrangler"));
    command
        .args(words)
        .arg("-c")
        .arg(settings)
        .current_dir(project.root())
        .env("WRANGLER_SEND_METRICS", "false")
        .env("WRANGLER_SEND_ERROR_REPORTS", "false")
        .env("WRANGLER_HIDE_BANNER", "true");
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_secrets_are_read_and_a_new_worker_has_none() {
        let json = br#"[{"name":"SEALING_KEYS","type":"secret_text"}]"#;
        assert_eq!(names(json).unwrap(), BTreeSet::from(["SEALING_KEYS".to_owned()]));
        assert!(names(b"not json").is_err());
        assert!(is_unknown_worker("This Worker does not exist on your account. [code: 10007]"));
        assert!(!is_unknown_worker("Authentication error [code: 10000]"));
    }
}
