//! Sentences that nobody can meet: what stands in `domain/src/words` and no code names, directly or through what it names.

use std::collections::{BTreeMap, BTreeSet};

use crate::checkout::File;
use crate::names::{Item, Path, Source, source};

/// Constants and functions of words that no code names, and fields of their tables that no code reads.
pub fn unused_sentences(files: &[File]) -> Vec<String> {
    let read: Vec<(&File, Source)> =
        files.iter().filter(|file| is_code(file)).map(|file| (file, source(file))).collect();
    let aliases = read.iter().flat_map(|(_, source)| source.aliases.clone()).collect();
    let named = named(&read, &aliases);
    let fields: BTreeSet<&str> = read.iter().flat_map(|(_, source)| &source.read).map(String::as_str).collect();

    let mut findings = Vec::new();
    for (file, source) in read.iter().filter(|(file, _)| is_words(file)) {
        for item in source.items.iter().filter(|item| !named.contains(&item.path)) {
            let name = item.path.last().map_or("", String::as_str);
            findings
                .push(file.at(item.line, &format!("no code names `{name}`; delete it, or say it where it belongs")));
        }
        for (field, line) in source.fields.iter().filter(|(field, _)| !fields.contains(field.as_str())) {
            let words = format!("no code reads the field `{field}`; delete it and its sentences, or show them");
            findings.push(file.at(*line, &words));
        }
    }
    findings
}

/// Every item that code outside the words names, and what those name in turn.
fn named(read: &[(&File, Source)], aliases: &BTreeMap<Path, Path>) -> BTreeSet<Path> {
    let items: BTreeMap<&Path, &Item> =
        read.iter().flat_map(|(_, source)| &source.items).map(|item| (&item.path, item)).collect();
    let mut waiting: Vec<Path> = Vec::new();
    for (file, source) in read {
        waiting.extend(source.names.iter().cloned());
        if !is_words(file) {
            waiting.extend(source.items.iter().flat_map(|item| item.names.iter().cloned()));
        }
    }
    let mut named = BTreeSet::new();
    while let Some(path) = waiting.pop() {
        let path = meant(path, aliases);
        if let Some(item) = items.get(&path)
            && named.insert(path)
        {
            waiting.extend(item.names.iter().cloned());
        }
    }
    named
}

/// A path through every `use` that leads on, such as `page::CONTACT` to `page::contact::CONTACT`.
fn meant(path: Path, aliases: &BTreeMap<Path, Path>) -> Path {
    let mut path = path;
    // No name is handed on more often than modules are nested.
    for _ in 0..path.len() + 4 {
        let on = (1..=path.len()).rev().find_map(|length| {
            let (start, rest) = path.split_at_checked(length)?;
            let target = aliases.get(start).filter(|target| *target != start)?;
            Some(target.iter().chain(rest).cloned().collect::<Path>())
        });
        match on {
            Some(on) => path = on,
            None => return path,
        }
    }
    path
}

fn is_words(file: &File) -> bool {
    file.path.starts_with("domain/src/words")
}

/// What is delivered; a test alone is nobody who reads.
fn is_code(file: &File) -> bool {
    let is_delivered = ["app", "domain", "functions", "xtask"].iter().any(|folder| file.is_in(folder));
    is_delivered && file.ends_with(".rs") && !file.path.contains("/tests/") && !file.ends_with("tests.rs")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assert_tidy;
    use crate::checkout::files;

    const WORDS: &str = "pub const SAVED: Text = Text::new(\"a\", \"b\");\npub const fn title(role: Role) -> Text {\n    \
                         match role { _ => Text::new(\"c\", \"d\") }\n}\n";

    fn found(words: &str, code: &str) -> Vec<String> {
        let page = "pub mod page; pub use page::CONTACT;";
        unused_sentences(&[
            File::new("domain/src/words/form.rs", words),
            File::new("domain/src/words/mod.rs", page),
            File::new("app/portal/src/views/form.rs", code),
        ])
    }

    #[test]
    fn every_sentence_is_named_by_code() {
        assert_tidy(&unused_sentences(&files()));
    }

    #[test]
    fn a_sentence_that_no_code_names_is_found_with_its_line() {
        let found = found(WORDS, "use domain::words::form; fn a() { say(form::SAVED) }");
        assert_eq!(found, ["domain/src/words/form.rs:2: no code names `title`; delete it, or say it where it belongs"]);
    }

    #[test]
    fn a_sentence_is_named_however_its_module_was_brought_in() {
        for code in [
            "fn a() { (domain::words::form::SAVED, domain::words::form::title(role)) }",
            "use domain::words::form as words; fn a() { view! { <p>{words::SAVED} {words::title(role)}</p> } }",
            "use domain::words::form::{SAVED, title as called}; const A: [Text; 2] = [SAVED, called(ROLE)];",
            "use domain::{text, words::{self, form::{self, SAVED}}}; impl A { fn a() { (SAVED, form::title(role)) } }",
        ] {
            assert_eq!(found(WORDS, code), [""; 0], "{code}");
        }
    }

    #[test]
    fn the_same_name_of_another_module_is_another_name() {
        let code = "use domain::words::letter; fn a() { (letter::SAVED, SAVED, held.title, A { title: 1 }) }";
        assert_eq!(found(WORDS, code).len(), 2);
    }

    #[test]
    fn what_only_a_test_or_an_unused_sentence_names_is_unused() {
        let words = format!("{WORDS}#[cfg(test)]\nmod tests {{ fn a() {{ (SAVED, title(role)) }} }}");
        let code = "#[cfg(test)] mod tests { use domain::words::form; fn a() { form::SAVED } }";
        assert_eq!(found(&words, code).len(), 2);
        assert_eq!(found("const A: Text = B; const B: Text = A;", "").len(), 2);
        assert_eq!(found("const A: Text = B; const B: Text = A;", "use domain::words::form::A; fn a() { A }").len(), 0);
    }

    #[test]
    fn a_field_of_a_table_of_words_that_no_code_reads_is_found() {
        let words = "pub struct Words { pub label: Text,\n pub old: Option<a::Text> }";
        let said =
            "domain/src/words/form.rs:2: no code reads the field `old`; delete it and its sentences, or show them";
        assert_eq!(found(words, "fn a(words: Words) { say(words.label); Words { label: 1, old: 2 } }"), [said]);
    }
}
