//! Sentences in both languages: each stands in Swedish and in English, with the same places to fill, set as print is.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use toml::{Table, Value};

use crate::checkout::File;
use crate::rust::tokens;

/// What is the same in both languages, since it is a name or a number.
const NAMES: [&str; 3] = ["Karolinska Institutet", "Junior Faculty", "Version {date}"];

/// What no sentence holds, and what to write instead.
const NOT_AS_PRINTED: [(&str, &str); 8] = [
    ("...", "write …"),
    (" - ", "write a dash: –"),
    ("'", "write ’"),
    ("\"", "write ” in Swedish, “ and ” in English"),
    ("  ", "write one blank"),
    (" ,", "no blank before a comma"),
    (" .", "no blank before a full stop"),
    ("!", "say it calmly"),
];

/// One sentence and the line it stands on.
struct Pair {
    line: usize,
    sv: String,
    en: String,
}

/// Sentences that lack a language, that ask for other values in one than in the other, or that are set as on a typewriter.
pub fn unequal_sentences(files: &[File]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| has_sentences(file)) {
        for pair in pairs(file) {
            findings.extend(wrong(&pair).into_iter().map(|words| file.at(pair.line, &words)));
        }
    }
    findings
}

fn has_sentences(file: &File) -> bool {
    let is_programme = (file.is_in("programmes") || file.is_in("tests/programmes")) && file.ends_with(".toml");
    is_programme || (file.path.starts_with("domain/src/words") && file.ends_with(".rs"))
}

fn wrong(pair: &Pair) -> Vec<String> {
    let Pair { sv, en, .. } = pair;
    let mut found = Vec::new();
    for (text, language) in [(sv, "Swedish"), (en, "English")] {
        if text.trim().is_empty() {
            found.push(format!("write the sentence in {language}: every sentence stands in both languages"));
        }
        for (mark, instead) in NOT_AS_PRINTED.iter().filter(|(mark, _)| text.contains(mark)) {
            found.push(format!("`{mark}` in \u{201c}{text}\u{201d}: {instead}"));
        }
    }
    if sv == en && !NAMES.contains(&sv.as_str()) && !sv.contains('@') && sv.contains(' ') {
        found.push(format!("\u{201c}{sv}\u{201d} is the same in both languages; translate it, or list it as a name"));
    }
    if places(sv) != places(en) {
        found.push(format!("\u{201c}{sv}\u{201d} and \u{201c}{en}\u{201d} must have the same {{places}} to fill"));
    }
    found
}

fn places(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
}

fn pairs(file: &File) -> Vec<Pair> {
    if file.ends_with(".rs") {
        return tokens(file).map(|tokens| in_rust(&tokens)).unwrap_or_default();
    }
    let mut found = Vec::new();
    let table: Table = toml::from_str(&file.text).unwrap_or_default();
    in_toml(&Value::Table(table), &file.text, &mut found);
    found
}

/// `Text::new("…", "…")`, wherever it stands.
fn in_rust(tokens: &TokenStream) -> Vec<Pair> {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut found = Vec::new();
    for (index, tree) in trees.iter().enumerate() {
        let TokenTree::Group(group) = tree else { continue };
        found.extend(in_rust(&group.stream()));
        let before = index.checked_sub(4).and_then(|start| trees.get(start..index)).unwrap_or_default();
        if before.iter().map(ToString::to_string).collect::<String>() == "Text::new" {
            let texts: Vec<String> =
                crate::rust::texts(&group.stream()).into_iter().map(|text| said(&text.text)).collect();
            if let [sv, en] = texts.as_slice() {
                found.push(Pair { line: tree.span().start().line, sv: sv.clone(), en: en.clone() });
            }
        }
    }
    found
}

/// What a text in quotes says.
fn said(literal: &str) -> String {
    let inside = literal.trim_start_matches('r').trim_matches('#');
    let inside = inside.strip_prefix('"').and_then(|inside| inside.strip_suffix('"')).unwrap_or(inside);
    inside.replace("\\\"", "\"")
}

/// `{ sv = "…", en = "…" }`, wherever it stands; the line is that of the Swedish one.
fn in_toml(value: &Value, text: &str, found: &mut Vec<Pair>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| in_toml(value, text, found)),
        Value::Table(table) => {
            let one = |language| table.get(language).and_then(Value::as_str).map(str::to_owned);
            let (sv, en) = (one("sv"), one("en"));
            if sv.is_some() || en.is_some() {
                let (sv, en) = (sv.unwrap_or_default(), en.unwrap_or_default());
                let some = if sv.is_empty() { &en } else { &sv };
                let line = text.lines().position(|line| line.contains(some.as_str())).unwrap_or_default() + 1;
                found.push(Pair { line, sv, en });
            }
            table.values().for_each(|value| in_toml(value, text, found));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assert_tidy;
    use crate::checkout::files;

    fn in_words(sv: &str, en: &str) -> usize {
        let text = format!("pub const A: [Text; 1] = [Text::new(\"{sv}\", \"{en}\")];");
        unequal_sentences(&[File::new("domain/src/words/a.rs", &text)]).len()
    }

    fn in_programme(words: &str) -> usize {
        unequal_sentences(&[File::new("programmes/a.toml", &format!("[[pages]]\ntitle = {words}"))]).len()
    }

    #[test]
    fn every_sentence_stands_in_both_languages_as_print_is_set() {
        assert_tidy(&unequal_sentences(&files()));
    }

    #[test]
    fn the_rule_sees_the_sentences_of_words_and_of_programmes() {
        let seen = |ending: &str| -> usize {
            let files = files().into_iter().filter(|file| has_sentences(file) && file.ends_with(ending));
            files.map(|file| pairs(&file).len()).sum()
        };
        // Fewer would mean that sentences are written in a way that the rule does not read.
        assert!(seen(".rs") > 300 && seen(".toml") > 200, "{} {}", seen(".rs"), seen(".toml"));
    }

    #[test]
    fn a_sentence_missing_in_one_language_is_found() {
        assert_eq!((in_words("Hej på dig.", "Hello."), in_programme("{ sv = 'Hej.', en = 'Hello.' }")), (0, 0));
        assert_eq!((in_words("Hej.", ""), in_words("", "Hello."), in_programme("{ sv = 'Hej.' }")), (1, 1, 1));
    }

    #[test]
    fn a_sentence_that_was_copied_and_not_translated_is_found() {
        assert_eq!(in_words("Write to us.", "Write to us."), 1);
        assert_eq!(in_words("Karolinska Institutet", "Karolinska Institutet"), 0);
    }

    #[test]
    fn a_value_that_only_one_language_says_is_found() {
        assert_eq!((in_words("Den {date}.", "On {day}."), in_words("Den {date}.", "Then.")), (1, 1));
        assert_eq!(in_words("{who} den {date}.", "On {date} by {who}."), 0);
    }

    #[test]
    fn what_is_set_as_on_a_typewriter_is_found() {
        for (sv, en) in [("Skickar...", "Sending"), ("a", "It's b"), ("1 - 2 gånger", "twice"), ("Sa \\\"a\\\"", "b")]
        {
            assert_eq!(in_words(sv, en), 1, "{sv} {en}");
        }
        assert_eq!(in_words("Skickar …", "It’s 1–2"), 0);
    }
}
