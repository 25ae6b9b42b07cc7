//! What the programme files say the university has not decided, with file and line.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::project::Project;

/// One sentence for each decision that is still open.
pub fn list(project: &Project) -> Result<Vec<String>> {
    let folder = project.path("programmes");
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .collect();
    files.sort();
    let mut findings = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file)?;
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        findings.extend(in_text(&format!("programmes/{name}"), &text));
    }
    Ok(findings)
}

fn in_text(file: &str, text: &str) -> Vec<String> {
    let mut findings = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.starts_with('#') {
            continue;
        }
        let Some((before, after)) = line.split_once("undecided = \"") else {
            continue;
        };
        let what = before.split('=').next().unwrap_or_default().trim();
        let who = after.split('"').next().unwrap_or_default();
        findings.push(format!("{file}:{}: {what} is for {who} to decide", index + 1));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_decisions_are_found_with_their_line_and_comments_are_not() {
        let text =
            "slug = \"a\"\n# x = { undecided = \"nobody\" }\nretention_days = { undecided = \"KI\", sample = 730 }\n";
        assert_eq!(in_text("programmes/a.toml", text), ["programmes/a.toml:3: retention_days is for KI to decide"]);
    }
}
