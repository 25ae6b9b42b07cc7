//! Sentences where they belong: what a page says in a `view!` comes from the words, so that it stands in both languages.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::checkout::File;
use crate::rust::{Text, texts, tokens};

/// Attributes whose value is read to people or shown to them.
const READ_TO_PEOPLE: [&str; 4] = ["label", "alt", "title", "placeholder"];

/// Texts with letters that stand in a `view!` itself.
pub fn sentences_in_views(files: &[File]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.is_in("app") && file.ends_with(".rs") && !file.path.contains("/tests/"))
    {
        for text in tokens(file).map(|tokens| in_code(&tokens)).unwrap_or_default() {
            let words = format!("{} stands in one language only; put it into domain/src/words", text.text);
            findings.push(file.at(text.line, &words));
        }
    }
    findings
}

/// The texts of every `view!` in code.
fn in_code(tokens: &TokenStream) -> Vec<Text> {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut found = Vec::new();
    for (index, tree) in trees.iter().enumerate() {
        let TokenTree::Group(group) = tree else { continue };
        let is_named = |back: usize, name: &str| {
            index.checked_sub(back).and_then(|at| trees.get(at)).is_some_and(|tree| tree.to_string() == name)
        };
        if is_named(1, "!") && is_named(2, "view") {
            found.extend(in_view(&group.stream()));
        } else {
            found.extend(in_code(&group.stream()));
        }
    }
    found
}

/// Texts between tags and in attributes that people meet; `{ … }` is code again.
fn in_view(tokens: &TokenStream) -> Vec<Text> {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut found = Vec::new();
    for (index, tree) in trees.iter().enumerate() {
        match tree {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => found.extend(in_code(&group.stream())),
            TokenTree::Literal(_) if is_said(trees.get(..index).unwrap_or_default()) => {
                let text = texts(&TokenStream::from(tree.clone()));
                found.extend(text.into_iter().filter(|text| text.text.chars().any(char::is_alphabetic)));
            }
            _ => {}
        }
    }
    found
}

/// Whether what follows is read by people: not the value of an attribute such as `class`.
fn is_said(before: &[TokenTree]) -> bool {
    match before {
        [.., name, TokenTree::Punct(mark)] if mark.as_char() == '=' => {
            READ_TO_PEOPLE.contains(&name.to_string().as_str())
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assert_tidy;
    use crate::checkout::files;

    fn found(view: &str) -> usize {
        sentences_in_views(&[File::new("app/portal/src/a.rs", &format!("fn a() {{ view! {{ {view} }} }}"))]).len()
    }

    #[test]
    fn no_page_says_a_sentence_of_its_own() {
        assert_tidy(&sentences_in_views(&files()));
    }

    #[test]
    fn a_sentence_between_tags_or_in_a_label_is_found() {
        assert_eq!(found("<p>\"Send it\"</p>"), 1);
        assert_eq!(found("<nav aria-label=\"Menu\"></nav>"), 1);
        assert_eq!(found("<p>{view! { <b>\"Send it\"</b> }}</p>"), 1);
    }

    #[test]
    fn marks_names_and_what_comes_from_the_words_are_not() {
        assert_eq!(found("<p class=\"note\" id=\"a\">\" · \" {say(words::SEND)} {list.join(\"a\")}</p>"), 0);
    }
}
