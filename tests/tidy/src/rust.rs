//! Rust read as words: the code without comments, its texts, and how long its functions are.

use std::str::FromStr as _;

use proc_macro2::{Delimiter, Literal, TokenStream, TokenTree};

use crate::checkout::File;

/// A function and the lines from its `fn` to its closing brace.
#[derive(Debug, PartialEq, Eq)]
pub struct Function {
    pub name: String,
    pub line: usize,
    pub lines: usize,
}

/// A text in quotes and the line it begins on.
#[derive(Debug, PartialEq, Eq)]
pub struct Text {
    pub line: usize,
    pub text: String,
}

/// The words of a file, or nothing where it is not Rust that can be read.
pub fn tokens(file: &File) -> Option<TokenStream> {
    TokenStream::from_str(&file.text).ok()
}

/// The code on one line, words separated by single blanks and `::` and `.` without any, such as `std::time::Instant`.
pub fn code(tokens: &TokenStream) -> String {
    tokens
        .to_string()
        .replace('\n', " ")
        .replace(" :: ", "::")
        .replace(" . ", ".")
        .replace(" (", "(")
        .replace("( ", "(")
}

pub fn functions(tokens: &TokenStream) -> Vec<Function> {
    let mut found = Vec::new();
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    for (index, tree) in trees.iter().enumerate() {
        match tree {
            TokenTree::Group(group) => found.extend(functions(&group.stream())),
            TokenTree::Ident(word) if word == "fn" => found.extend(function(&trees, index)),
            _ => {}
        }
    }
    found
}

/// The function whose `fn` is at `index`; a type such as `fn(&str)` and a method without a body are none.
fn function(trees: &[TokenTree], index: usize) -> Option<Function> {
    let Some(TokenTree::Ident(name)) = trees.get(index + 1) else {
        return None;
    };
    let first = trees.get(index)?.span().start().line;
    for tree in trees.get(index + 2..)? {
        match tree {
            TokenTree::Punct(mark) if mark.as_char() == ';' => return None,
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let last = group.span_close().end().line;
                return Some(Function { name: name.to_string(), line: first, lines: last + 1 - first });
            }
            _ => {}
        }
    }
    None
}

/// Every text in the code, those inside macros too, comments not.
pub fn texts(tokens: &TokenStream) -> Vec<Text> {
    let mut found = Vec::new();
    for tree in tokens.clone() {
        match tree {
            // `///` and `//!` are read as attributes whose content begins with `doc =`.
            TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket && is_doc(&group.stream()) => {}
            TokenTree::Group(group) => found.extend(texts(&group.stream())),
            TokenTree::Literal(literal) => found.extend(text(&literal)),
            _ => {}
        }
    }
    found
}

fn is_doc(stream: &TokenStream) -> bool {
    stream.clone().into_iter().next().is_some_and(|tree| tree.to_string() == "doc")
}

fn text(literal: &Literal) -> Option<Text> {
    let written = literal.to_string();
    let is_text = written.starts_with(['"', 'r']) && written.contains('"');
    is_text.then(|| Text { line: literal.span().start().line, text: written })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "//! Subject.\n/// Says \"pending\".\nfn one() {\n    let f: fn(u8);\n    // \"not a text\"\n    \
                          view! { <p>\"seen\"</p> }\n}\ntrait T { fn none(&self); }\nuse std :: time::Instant;\n";

    fn read() -> TokenStream {
        tokens(&File::new("a.rs", SAMPLE)).unwrap()
    }

    #[test]
    fn functions_are_measured_from_fn_to_brace() {
        assert_eq!(functions(&read()), [Function { name: "one".to_owned(), line: 3, lines: 5 }]);
    }

    #[test]
    fn texts_in_macros_are_seen_and_comments_are_not() {
        assert_eq!(texts(&read()), [Text { line: 6, text: "\"seen\"".to_owned() }]);
    }

    #[test]
    fn code_is_found_however_it_is_spaced() {
        assert!(code(&read()).contains("std::time::Instant"));
    }
}
