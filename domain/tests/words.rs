//! The words the house does not use, looked for in every file that holds sentences.

use std::fs;
use std::path::{Path, PathBuf};

/// Words that frighten or say nothing (PRODUCT: "pending" just after sending), and figures that pretend to measure people.
const NOT_USED: [&str; 7] = ["pending", "submission successful", "användare", "users", "the user", "score", "%"];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            files(&entry.path(), found);
        } else {
            found.push(entry.path());
        }
    }
}

/// Swedish and English of every `Text::new("…", "…")` in a file.
fn pairs(source: &str) -> Vec<(&str, &str)> {
    let after = source.split("Text::new(").skip(1);
    after
        .filter_map(|rest| {
            let mut quoted = rest.split('"').skip(1).step_by(2);
            Some((quoted.next()?, quoted.next()?))
        })
        .collect()
}

fn names(template: &str) -> Vec<&str> {
    let mut names: Vec<&str> = template.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
    names.sort_unstable();
    names
}

#[test]
fn both_languages_of_a_sentence_are_filled_with_the_same_things() {
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words"), &mut found);
    let mut count = 0;
    for file in found {
        let source = fs::read_to_string(&file).unwrap();
        for (swedish, english) in pairs(&source) {
            assert_eq!(names(swedish), names(english), "{}: {swedish}", file.display());
            count += 1;
        }
    }
    assert!(count > 200, "{count}");
}

#[test]
fn no_sentence_uses_a_word_that_the_house_does_not() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    files(&here.join("src/words"), &mut found);
    files(&here.join("../programmes"), &mut found);
    assert!(found.len() > 10);
    for file in found {
        let text = fs::read_to_string(&file).unwrap();
        let sentences = text.split("#[cfg(test)]").next().unwrap();
        // The remainders of the calendar's arithmetic are no sentences.
        for line in sentences.lines().filter(|line| line.contains('"')) {
            for word in NOT_USED {
                assert!(!line.to_lowercase().contains(word), "{}: {line}", file.display());
            }
        }
    }
}
