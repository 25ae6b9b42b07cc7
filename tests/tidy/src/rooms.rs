//! What belongs in which room: storage in the vault, no clock or chance in the rules.

use crate::checkout::File;
use crate::rust::{code, tokens};

/// What the rules of `domain` must not know: features, time, chance, files, network.
const NOT_IN_DOMAIN: [&str; 12] = [
    "cfg(feature",
    "cfg!(feature",
    "std::time",
    "SystemTime",
    "Instant::",
    "Timestamp::now",
    "Zoned::now",
    "rand::",
    "getrandom",
    "std::fs",
    "std::net",
    "std::env",
];

/// What names KV.
const NAMES_OF_KV: [&str; 4] = ["worker::kv", "KvStore", ".kv(", "worker_kv"];

/// Code of `domain` that reads a clock, draws chance, or asks for a feature.
pub fn impure_rules(files: &[File]) -> Vec<String> {
    naming(
        files,
        &NOT_IN_DOMAIN,
        |file| file.is_in("domain/src"),
        "the rules of `domain` take time, chance and ids as arguments",
    )
}

/// Code outside the vault that names KV.
pub fn kv_outside_the_vault(files: &[File]) -> Vec<String> {
    let is_outside = |file: &File| file.is_in("functions") && !file.is_in("functions/vault");
    naming(files, &NAMES_OF_KV, is_outside, "only functions/vault names KV")
}

fn naming(files: &[File], names: &[&str], is_meant: impl Fn(&File) -> bool, words: &str) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.ends_with(".rs") && is_meant(file)) {
        let Some(tokens) = tokens(file) else { continue };
        let code = code(&tokens);
        for name in names.iter().filter(|name| code.contains(**name)) {
            findings.push(file.at(1, &format!("`{name}`: {words}")));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assert_tidy;
    use crate::checkout::files;

    #[test]
    fn the_rules_know_neither_clock_nor_chance_nor_features() {
        assert_tidy(&impure_rules(&files()));
        for bad in ["use std::time::Duration;", "fn a() { let x = Instant::now(); }", "#[cfg(feature = \"x\")] mod a;"]
        {
            assert_eq!(impure_rules(&[File::new("domain/src/a.rs", bad)]).len(), 1, "{bad}");
        }
        assert_eq!(impure_rules(&[File::new("domain/src/a.rs", "// std::time is not for us")]).len(), 0);
    }

    #[test]
    fn only_the_vault_names_kv() {
        assert_tidy(&kv_outside_the_vault(&files()));
        let bad = "fn a(env: Env) { env.kv(\"RECORDS\"); }";
        assert_eq!(kv_outside_the_vault(&[File::new("functions/api/src/a.rs", bad)]).len(), 1);
        assert_eq!(kv_outside_the_vault(&[File::new("functions/vault/src/a.rs", bad)]).len(), 0);
    }
}
