//! What people read: words we do not use, and programme files named as their programme.

use toml::Table;

use crate::checkout::File;
use crate::rust::{texts, tokens};

/// Words that frighten or say what is not so. They are looked for in lower case.
const UNUSED: [&str; 10] = [
    "pending",
    "submission successful",
    "successfully submitted",
    "match score",
    "matchningspoäng",
    "användare",
    "oops",
    "vänligen",
    "klicka här",
    "click here",
];

/// Texts with a word that no page and no letter uses.
pub fn unused_words(files: &[File]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| is_read_by_people(file)) {
        for (line, text) in texts_of(file) {
            let text = text.to_lowercase();
            for word in UNUSED.iter().filter(|word| text.contains(**word)) {
                findings.push(file.at(line, &format!("`{word}` is not a word of ours")));
            }
        }
    }
    findings
}

fn is_read_by_people(file: &File) -> bool {
    let is_page = file.is_in("app") || file.is_in("public") || file.is_in("programmes");
    is_page || file.path.starts_with("domain/src/words") || file.is_in("domain/src/letter")
}

/// In Rust only what is in quotes; elsewhere every line.
fn texts_of(file: &File) -> Vec<(usize, String)> {
    if file.ends_with(".rs") {
        return tokens(file).iter().flat_map(texts).map(|text| (text.line, text.text)).collect();
    }
    file.text.lines().enumerate().map(|(index, line)| (index + 1, line.to_owned())).collect()
}

/// A programme's file is found by its slug.
pub fn misnamed_programmes(files: &[File]) -> Vec<String> {
    files
        .iter()
        .filter(|file| file.is_in("programmes") && file.ends_with(".toml"))
        // The forms that programmes share have no slug.
        .filter(|file| !file.path.starts_with("programmes/forms/"))
        .filter(|file| {
            let programme: Table = toml::from_str(&file.text).unwrap_or_default();
            let slug = programme.get("slug").and_then(toml::Value::as_str).unwrap_or_default();
            file.path != format!("programmes/{slug}.toml")
        })
        .map(|file| file.at(1, "the slug inside and the name of the file must be the same"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assert_tidy;
    use crate::checkout::files;

    #[test]
    fn no_page_uses_a_word_that_is_not_ours() {
        assert_tidy(&unused_words(&files()));
        assert_eq!(unused_words(&[File::new("programmes/a.toml", "a = \"Pending\"")]).len(), 1);
        assert_eq!(unused_words(&[File::new("app/a.rs", "fn a() { say(\"Submission successful\") }")]).len(), 1);
        assert_eq!(unused_words(&[File::new("app/a.rs", "fn a() { Poll::Pending } // pending")]).len(), 0);
    }

    #[test]
    fn every_programme_file_is_named_by_its_slug() {
        assert_tidy(&misnamed_programmes(&files()));
        assert_eq!(misnamed_programmes(&[File::new("programmes/a.toml", "slug = \"b\"")]).len(), 1);
        assert_eq!(misnamed_programmes(&[File::new("programmes/forms/a.toml", "title = 1")]).len(), 0);
    }
}
