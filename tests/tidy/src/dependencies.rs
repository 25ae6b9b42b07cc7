//! What may depend on what, and why each dependency is there.

use toml::Table;

use crate::checkout::File;

const LISTS: [&str; 3] = ["dependencies", "dev-dependencies", "build-dependencies"];

/// Which of our own crates a room may name, tests aside. Dependencies point one way: app → domain ← functions.
const ALLOWED: [(&str, &[&str]); 9] = [
    ("domain", &["programme-compiler"]),
    ("domain/compiler", &[]),
    ("app/desk", &["domain"]),
    ("app/portal", &["domain"]),
    ("app/prerender", &["domain", "portal"]),
    ("functions/api", &["domain", "vault"]),
    ("functions/ledger", &["domain", "vault"]),
    ("functions/vault", &["domain"]),
    ("xtask", &["domain"]),
];

const OURS: [&str; 12] = [
    "domain",
    "programme-compiler",
    "desk",
    "portal",
    "prerender",
    "api",
    "ledger",
    "vault",
    "runtime-tests",
    "simulation",
    "tidy",
    "xtask",
];

/// Dependencies between our rooms that point the wrong way.
pub fn against_the_grain(files: &[File]) -> Vec<String> {
    let mut findings = Vec::new();
    for (room, allowed) in ALLOWED {
        let Some(file) = files.iter().find(|file| file.path == format!("{room}/Cargo.toml")) else { continue };
        let manifest: Table = toml::from_str(&file.text).unwrap_or_default();
        for name in names(&manifest) {
            if OURS.contains(&name.as_str()) && !allowed.contains(&name.as_str()) {
                findings.push(file.at(1, &format!("{room} must not depend on {name}")));
            }
        }
    }
    findings
}

/// Names in all lists of a manifest, those for one target too.
fn names(manifest: &Table) -> Vec<String> {
    let targets = manifest.get("target").and_then(toml::Value::as_table);
    let tables = targets.into_iter().flat_map(Table::values).filter_map(toml::Value::as_table);
    std::iter::once(manifest)
        .chain(tables)
        .flat_map(|table| LISTS.iter().filter_map(|list| table.get(*list)?.as_table()))
        .flat_map(|list| list.keys().cloned())
        .collect()
}

/// Dependencies without a comment above them that says why they are there. Lines below one comment share it.
pub fn unexplained(files: &[File]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.ends_with("/Cargo.toml")) {
        let mut is_list = false;
        let mut is_explained = false;
        for (index, line) in file.text.lines().map(str::trim).enumerate() {
            if line.starts_with('[') {
                is_list = LISTS.iter().any(|list| line.ends_with(&format!("{list}]")));
                is_explained = false;
            } else if line.starts_with('#') {
                is_explained = true;
            } else if line.is_empty() {
                is_explained = false;
            } else if is_list && line.contains('=') && !line.contains('#') && !is_explained {
                findings.push(file.at(index + 1, "say in a comment above why this dependency is there"));
            }
        }
    }
    findings
}

/// Crates that do not take the lints of the workspace.
pub fn without_lints(files: &[File]) -> Vec<String> {
    files
        .iter()
        .filter(|file| file.ends_with("/Cargo.toml"))
        .filter(|file| {
            let manifest: Table = toml::from_str(&file.text).unwrap_or_default();
            manifest.get("lints").and_then(|lints| lints.get("workspace")?.as_bool()) != Some(true)
        })
        .map(|file| file.at(1, "add [lints] workspace = true"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assert_tidy;
    use crate::checkout::files;

    #[test]
    fn dependencies_point_one_way() {
        assert_tidy(&against_the_grain(&files()));
        let bad = "[target.'cfg(unix)'.dependencies]\nportal = { workspace = true }\n";
        assert_eq!(against_the_grain(&[File::new("functions/api/Cargo.toml", bad)]).len(), 1);
    }

    #[test]
    fn every_room_has_its_rule() {
        let known = |path: &str| ALLOWED.iter().any(|(room, _)| path == format!("{room}/Cargo.toml"));
        let unknown: Vec<String> = files()
            .iter()
            .filter(|file| file.ends_with("/Cargo.toml") && !file.is_in("tests") && !known(&file.path))
            .map(|file| file.at(1, "say in tests/tidy which of our crates it may depend on"))
            .collect();
        assert_tidy(&unknown);
    }

    #[test]
    fn every_dependency_says_why_it_is_there() {
        assert_tidy(&unexplained(&files()));
        assert_eq!(unexplained(&[File::new("a/Cargo.toml", "[dependencies]\nserde = \"1\"\n")]).len(), 1);
        let explained = "[dependencies]\n# Typed data.\nserde = \"1\"\nserde_json = \"1\"\n";
        assert_eq!(unexplained(&[File::new("a/Cargo.toml", explained)]).len(), 0);
    }

    #[test]
    fn every_crate_takes_the_lints_of_the_workspace() {
        assert_tidy(&without_lints(&files()));
        assert_eq!(without_lints(&[File::new("a/Cargo.toml", "[package]\nname = \"a\"\n")]).len(), 1);
    }
}
