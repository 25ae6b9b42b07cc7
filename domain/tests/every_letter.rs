//! Every kind of letter against its picture in `tests/letters/`; `WRITE_LETTERS=1 cargo test -p domain --test every_letter` takes new ones.

#[path = "../../functions/ledger/src/dev/samples/mod.rs"]
mod samples;

use domain::letter::Letter;
use domain::outbox::Fact;
use domain::text::Language;
use samples::{Sample, all};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const ANEW: &str = "WRITE_LETTERS=1 cargo test -p domain --test every_letter";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters")
}

/// Each by its name and language, such as `opened-letter.sv`.
fn letters() -> BTreeMap<String, Letter> {
    let mut letters = BTreeMap::new();
    for Sample { name, language, letter, .. } in all() {
        let name = format!("{name}.{}", language.tag());
        let letter = letter.unwrap_or_else(|| panic!("{name} cannot be written: its sample does not fit the rules"));
        assert_eq!(letters.insert(name.clone(), letter), None, "two letters are named {name}");
    }
    letters
}

/// What each file holds by its name. The text begins with what a mail program shows above it.
fn pictures() -> BTreeMap<String, String> {
    let halves = letters().into_iter().flat_map(|(name, letter)| {
        let reply_to = letter.reply_to.map(|address| format!("Reply-To: {address}\n")).unwrap_or_default();
        let text = format!("To: {}\n{reply_to}Subject: {}\n\n{}", letter.to, letter.subject, letter.text);
        [(format!("{name}.txt"), text), (format!("{name}.html"), letter.html)]
    });
    halves.collect()
}

fn files() -> BTreeSet<String> {
    let Ok(entries) = fs::read_dir(folder()) else { return BTreeSet::new() };
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn every_letter_reads_as_its_picture_and_no_picture_is_left_over() {
    let pictures = pictures();
    if std::env::var_os("WRITE_LETTERS").is_some() {
        fs::create_dir_all(folder()).unwrap();
        for name in files().iter().filter(|name| !pictures.contains_key(*name)) {
            fs::remove_file(folder().join(name)).unwrap();
        }
        for (name, half) in &pictures {
            fs::write(folder().join(name), half).unwrap();
        }
    }
    let changed =
        |(name, half): &(&String, &String)| fs::read(folder().join(name)).ok().as_deref() != Some(half.as_bytes());
    let changed: Vec<&String> = pictures.iter().filter(changed).map(|(name, _)| name).collect();
    assert!(changed.is_empty(), "read otherwise than their pictures; if that is meant, `{ANEW}`: {changed:#?}");
    let left: Vec<String> = files().into_iter().filter(|name| !pictures.contains_key(name)).collect();
    assert!(left.is_empty(), "no letter is named so any more; `{ANEW}`: {left:#?}");
}

#[test]
fn every_fact_that_is_a_letter_has_samples_in_both_languages_and_no_other_has() {
    for fact in Fact::ALL {
        let of = |language| all().iter().filter(|one| one.fact == fact && one.language == language).count();
        let counts = Language::ALL.map(of);
        assert_eq!(counts[0], counts[1], "{fact:?}");
        assert_eq!(counts[0] > 0, fact.is_letter(), "{fact:?} {counts:?}");
    }
}

#[test]
fn who_can_do_something_has_one_button_for_it_and_nothing_is_loaded_or_left_unfilled() {
    for (name, Letter { subject, text, html, .. }) in letters() {
        assert!(![&subject, &text, &html].iter().any(|half| half.contains(['{', '}'])), "{name}: {text}");
        // Staff answer by replying; of what is erased there is no page.
        let has_none = name.starts_with("staff-letter") || name.contains("-erased");
        assert_eq!(html.matches("<a ").count(), usize::from(!has_none), "{name}");
        assert!(!["<img", "<script", "src=", "url("].iter().any(|mark| html.contains(mark)), "{name}: {html}");
    }
}
