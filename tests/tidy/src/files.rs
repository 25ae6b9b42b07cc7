//! How a file looks from outside: its first line, its length, its name, and that it is finished.

use crate::checkout::File;

/// A file fits one sitting.
const LINES_MAX: usize = 300;

/// Names that say nothing about what is inside.
const EMPTY_NAMES: [&str; 8] = ["utils", "helpers", "common", "misc", "manager", "service", "types", "models"];

/// Every Rust file opens with a sentence on its subject.
pub fn without_subject(files: &[File]) -> Vec<String> {
    files
        .iter()
        .filter(|file| file.ends_with(".rs") && !is_subject(file.text.lines().next().unwrap_or_default()))
        .map(|file| file.at(1, "open the file with one `//!` sentence on its subject"))
        .collect()
}

fn is_subject(line: &str) -> bool {
    line.strip_prefix("//! ").is_some_and(|words| words.trim_end().len() > 10)
}

/// No file that is written by hand is longer than one sitting.
pub fn too_long(files: &[File]) -> Vec<String> {
    files
        .iter()
        .filter(|file| file.ends_with(".rs") || file.ends_with(".mjs"))
        .filter(|file| file.text.lines().count() > LINES_MAX)
        .map(|file| {
            let lines = file.text.lines().count();
            file.at(LINES_MAX, &format!("{lines} lines; a file has one subject and at most {LINES_MAX} lines"))
        })
        .collect()
}

/// Files and folders are named for what is in them.
pub fn emptily_named(files: &[File]) -> Vec<String> {
    files
        .iter()
        .filter(|file| file.ends_with(".rs") || file.ends_with(".mjs") || file.ends_with("Cargo.toml"))
        .filter(|file| {
            let parts = file.path.split(['/', '.']);
            parts.into_iter().any(|part| EMPTY_NAMES.contains(&part))
        })
        .map(|file| file.at(1, "name file and folder for what is in them"))
        .collect()
}

/// Nothing unfinished is left in the sources.
pub fn unfinished(files: &[File]) -> Vec<String> {
    let marks = ["TO".to_owned() + "DO", "FIX".to_owned() + "ME", "X".repeat(3)];
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| !file.ends_with("package-lock.json") && !file.ends_with("Cargo.lock")) {
        for (index, line) in file.text.lines().enumerate() {
            if line.split(|letter: char| !letter.is_alphanumeric()).any(|word| marks.iter().any(|mark| mark == word)) {
                findings.push(file.at(index + 1, "finish it, or open an issue"));
            }
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
    fn every_file_opens_with_its_subject() {
        assert_tidy(&without_subject(&files()));
        assert_eq!(without_subject(&[File::new("a.rs", "use std::fs;\n")]).len(), 1);
        assert_eq!(without_subject(&[File::new("a.rs", "")]).len(), 1);
    }

    #[test]
    fn every_file_fits_one_sitting() {
        assert_tidy(&too_long(&files()));
        assert_eq!(too_long(&[File::new("a.rs", &"\n".repeat(301))]).len(), 1);
        assert_eq!(too_long(&[File::new("a.rs", &"\n".repeat(300))]).len(), 0);
    }

    #[test]
    fn every_file_is_named_for_what_is_in_it() {
        assert_tidy(&emptily_named(&files()));
        assert_eq!(emptily_named(&[File::new("app/utils.rs", ""), File::new("app/common/mod.rs", "")]).len(), 2);
        assert_eq!(emptily_named(&[File::new("app/communion.rs", "")]).len(), 0);
    }

    #[test]
    fn nothing_unfinished_is_left() {
        assert_tidy(&unfinished(&files()));
        let mark = "TO".to_owned() + "DO";
        assert_eq!(unfinished(&[File::new("a.rs", &format!("// {mark}: later"))]).len(), 1);
    }
}
