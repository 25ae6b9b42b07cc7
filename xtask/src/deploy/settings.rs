//! What the Workers' wrangler.toml still lack for production: each with file, line and what to do about it.

use std::fs;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::build::WORKERS;
use crate::project::Project;

/// Where Cloudflare Access does not stand before the desk, both are empty.
const ACCESS: [&str; 2] = ["ACCESS_TEAM", "ACCESS_AUDIENCE"];

/// One sentence for each setting that is missing.
pub fn missing(project: &Project) -> Result<Vec<String>> {
    let mut findings = Vec::new();
    for worker in WORKERS {
        let file = format!("functions/{worker}/wrangler.toml");
        let text = fs::read_to_string(project.path(&file)).with_context(|| format!("cannot read {file}"))?;
        findings.extend(in_file(worker, &file, &text)?);
    }
    Ok(findings)
}

fn in_file(worker: &str, file: &str, text: &str) -> Result<Vec<String>> {
    let settings: Value = toml::from_str(text).with_context(|| format!("in {file}"))?;
    let mut findings = placeholder_findings(file, text);
    for space in settings["kv_namespaces"].as_array().into_iter().flatten() {
        let (binding, id) = (word(space, "binding"), word(space, "id"));
        if !is_kv_id(id) {
            let line = line_of(text, id);
            findings.push(format!(
                "{file}:{line}: the KV namespace {binding} has no id of this account; \
                 `npx wrangler kv namespace create {}` prints it",
                binding.to_lowercase()
            ));
        }
    }
    if worker == "api" && settings.get("routes").is_none() && settings.get("route").is_none() {
        findings.push(format!(
            "{file}: no address; add routes = [{{ pattern = \"<the portal's host name>\", custom_domain = true }}]"
        ));
    }
    if worker == "api" && ACCESS.iter().filter(|name| word(&settings["vars"], name).is_empty()).count() == 1 {
        findings.push(format!("{file}: {} need each other: set both, or leave both empty", ACCESS.join(" and ")));
    }
    if worker == "ledger" && settings["send_email"].as_array().is_none_or(Vec::is_empty) {
        findings.push(format!("{file}: no [[send_email]] binding; without it no letter leaves"));
    }
    Ok(findings)
}

/// Variables whose value only stands in for a real one.
fn placeholder_findings(file: &str, text: &str) -> Vec<String> {
    let mut is_vars = false;
    let mut findings = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.starts_with('[') {
            is_vars = line == "[vars]";
        }
        let Some((name, value)) = line.split_once('=').filter(|_| is_vars && !line.starts_with('#')) else {
            continue;
        };
        let name = name.trim();
        let value = value.split('#').next().unwrap_or_default().trim().trim_matches('"');
        if value.is_empty() && ACCESS.contains(&name) {
            continue;
        }
        if value.is_empty() {
            findings.push(format!("{file}:{}: {name} is empty; the comment above it says what to write", index + 1));
        } else if is_placeholder(value) {
            findings.push(format!("{file}:{}: {name} is not set (`{value}` only stands in)", index + 1));
        }
    }
    findings
}

fn is_placeholder(value: &str) -> bool {
    let value = value.to_lowercase();
    ["example", ".invalid", "localhost", "127.0.0.1"].iter().any(|mark| value.contains(mark))
}

/// Cloudflare's ids are 32 hex digits.
fn is_kv_id(id: &str) -> bool {
    id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit()) && id.bytes().any(|byte| byte != b'0')
}

fn word<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

fn line_of(text: &str, part: &str) -> usize {
    text.lines().position(|line| line.contains(&format!("\"{part}\""))).map_or(1, |index| index + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BARE: &str = "name = \"x\"\n[[kv_namespaces]]\nbinding = \"RECORDS\"\nid = \"records\"\n\
                        [vars]\nPORTAL_ADDRESS = \"https://mentor.example.org\" # where\nLIMIT = \"5\"\nPLACE = \"\"\n";

    #[test]
    fn what_only_stands_in_is_named_with_its_line() {
        let findings = in_file("api", "f.toml", BARE).unwrap().join("\n");
        assert!(findings.contains("f.toml:4: the KV namespace RECORDS"), "{findings}");
        assert!(findings.contains("f.toml:6: PORTAL_ADDRESS is not set"), "{findings}");
        assert!(findings.contains("f.toml: no address"), "{findings}");
        assert!(findings.contains("f.toml:8: PLACE is empty"), "{findings}");
        assert!(!findings.contains("LIMIT"), "{findings}");
    }

    #[test]
    fn access_to_the_desk_is_set_whole_or_not_at_all() {
        let with = |team: &str, audience: &str| {
            let text = format!(
                "routes = []\n[vars]\nACCESS_TEAM = \"{team}\"\nACCESS_AUDIENCE = \"{audience}\"\nFIRST_ADMINISTRATOR = \"\"\n"
            );
            in_file("api", "f.toml", &text).unwrap()
        };
        let [alone] = with("", "").try_into().unwrap();
        assert!(alone.contains("FIRST_ADMINISTRATOR is empty"), "{alone}");
        assert_eq!(with("https://ki.cloudflareaccess.com", "tag").len(), 1);
        let half = with("https://ki.cloudflareaccess.com", "").join("\n");
        assert!(half.contains("ACCESS_TEAM and ACCESS_AUDIENCE need each other"), "{half}");
    }

    #[test]
    fn finished_settings_lack_nothing() {
        let text = "routes = [{ pattern = \"mentor.ki.se\", custom_domain = true }]\n[[kv_namespaces]]\n\
                    binding = \"RECORDS\"\nid = \"0f2ac74b498b48028cb68387c421e279\"\n[vars]\nA = \"mentor.ki.se\"\n";
        assert_eq!(in_file("api", "f.toml", text).unwrap(), Vec::<String>::new());
        assert_eq!(in_file("ledger", "f.toml", text).unwrap().len(), 1);
    }
}
