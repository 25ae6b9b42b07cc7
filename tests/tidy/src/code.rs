//! How code is written: functions that fit one look, and lints that forbid what can end a Worker.

use crate::checkout::File;
use crate::rust::{code, functions, tokens};

/// Past this a function has two jobs.
const FUNCTION_LINES_MAX: usize = 60;

/// What must not be possible where a panic ends every request in flight.
const DENIED: [&str; 4] = ["unwrap_used", "expect_used", "panic", "indexing_slicing"];

/// Functions that are too long to read in one look.
pub fn long_functions(files: &[File]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.ends_with(".rs")) {
        for function in tokens(file).iter().flat_map(functions) {
            if function.lines > FUNCTION_LINES_MAX {
                let words = format!(
                    "`{}` has {} lines; past {FUNCTION_LINES_MAX} it has two jobs",
                    function.name, function.lines
                );
                findings.push(file.at(function.line, &words));
            }
        }
    }
    findings
}

/// Crates of `domain` and `functions` that do not deny what can panic.
pub fn without_panic_lints(files: &[File]) -> Vec<String> {
    files
        .iter()
        .filter(|file| {
            let is_worker = file.is_in("functions") && file.ends_with("/src/lib.rs");
            is_worker || file.path == "domain/src/lib.rs"
        })
        .filter(|file| !denies_panics(file))
        .map(|file| file.at(1, "deny clippy::{unwrap_used, expect_used, panic, indexing_slicing} outside tests"))
        .collect()
}

fn denies_panics(file: &File) -> bool {
    let Some(tokens) = tokens(file) else { return false };
    let code = code(&tokens).replace(' ', "");
    let denied = code.split("deny(").skip(1).filter_map(|rest| rest.split(')').next()).collect::<Vec<_>>().join(",");
    DENIED.iter().all(|lint| denied.split(',').any(|name| name == format!("clippy::{lint}")))
}

/// The one file that reads JSON.
const READER: &str = "domain/src/json.rs";

/// Where a Worker or the desk would read JSON in a second way: each way holds all of reading once more.
pub fn second_readers(files: &[File]) -> Vec<String> {
    let in_one =
        |file: &&File| file.is_in("functions") || file.path.starts_with("domain/src/") || file.is_in("app/desk");
    files
        .iter()
        .filter(in_one)
        .filter(|file| file.ends_with(".rs") && file.path != READER)
        .filter(|file| tokens(file).is_some_and(|tokens| code(&tokens).contains("serde_json::from_")))
        .map(|file| file.at(1, "reads JSON by `serde_json`; the Workers and the desk read it by `domain::json` alone"))
        .collect()
}

/// Rust files that cannot be read at all would escape every rule.
pub fn unreadable(files: &[File]) -> Vec<String> {
    files
        .iter()
        .filter(|file| file.ends_with(".rs") && tokens(file).is_none())
        .map(|file| file.at(1, "is not Rust that can be read"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assert_tidy;
    use crate::checkout::files;

    #[test]
    fn every_function_reads_in_one_look() {
        assert_tidy(&long_functions(&files()));
        let long = format!("fn long() {{{}}}", "\n".repeat(60));
        assert_eq!(long_functions(&[File::new("a.rs", &long)]).len(), 1);
    }

    #[test]
    fn the_workers_read_json_in_one_way() {
        assert_tidy(&second_readers(&files()));
        let second = "fn read(text: &str) -> Option<u32> { serde_json::from_str(text).ok() }";
        for reader in ["functions/api/src/a.rs", "domain/src/a.rs", "app/desk/src/a.rs"] {
            assert_eq!(second_readers(&[File::new(reader, second)]).len(), 1, "{reader}");
        }
        for other in [READER, "app/portal/src/a.rs"] {
            assert_eq!(second_readers(&[File::new(other, second)]).len(), 0, "{other}");
        }
    }

    #[test]
    fn what_can_panic_is_denied_where_a_panic_ends_every_request() {
        assert_tidy(&without_panic_lints(&files()));
        let some = "#![deny(clippy::unwrap_used, clippy::expect_used)]";
        let all = "#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, \
                   clippy::indexing_slicing))]";
        assert_eq!(without_panic_lints(&[File::new("functions/api/src/lib.rs", some)]).len(), 1);
        assert_eq!(without_panic_lints(&[File::new("functions/api/src/lib.rs", all)]).len(), 0);
    }

    #[test]
    fn every_file_can_be_read() {
        assert_tidy(&unreadable(&files()));
        assert_eq!(unreadable(&[File::new("a.rs", "fn (")]).len(), 1);
    }
}
