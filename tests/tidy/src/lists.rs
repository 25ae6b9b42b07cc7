//! Lists of everything there is: an `ALL` of an enum names each of its variants, since what goes through it trusts that.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use crate::checkout::File;
use crate::rust::tokens;

/// Lists that leave a variant out, in the file of the enum.
pub fn incomplete_lists(files: &[File]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.ends_with(".rs")) {
        let trees: Vec<TokenTree> = tokens(file).into_iter().flatten().collect();
        for (name, line, listed) in lists(&trees) {
            let left_out: Vec<String> = variants(&trees, &name).difference(&listed).cloned().collect();
            if !left_out.is_empty() {
                findings.push(file.at(line, &format!("`{name}::ALL` leaves out {}", left_out.join(", "))));
            }
        }
    }
    findings
}

/// The enum, line and names of every `impl Name { const ALL: […] = […]; }`.
fn lists(trees: &[TokenTree]) -> Vec<(String, usize, BTreeSet<String>)> {
    let mut found = Vec::new();
    for at in trees.windows(3) {
        let [TokenTree::Ident(word), TokenTree::Ident(name), TokenTree::Group(body)] = at else { continue };
        if word != "impl" {
            continue;
        }
        let inner: Vec<TokenTree> = body.stream().into_iter().collect();
        for at in inner.windows(5) {
            let [TokenTree::Ident(all), _, TokenTree::Group(_), TokenTree::Punct(equals), TokenTree::Group(list)] = at
            else {
                continue;
            };
            if all == "ALL" && equals.as_char() == '=' && list.delimiter() == Delimiter::Bracket {
                let variant = |part: Vec<TokenTree>| part.iter().rev().find_map(word_of);
                let names = parts(list).into_iter().filter_map(variant);
                found.push((name.to_string(), all.span().start().line, names.collect()));
            }
        }
    }
    found
}

/// The variants of an enum of the file; none where it stands elsewhere.
fn variants(trees: &[TokenTree], name: &str) -> BTreeSet<String> {
    let body = trees.windows(3).find_map(|at| match at {
        [TokenTree::Ident(word), TokenTree::Ident(named), TokenTree::Group(body)]
            if word == "enum" && named == name =>
        {
            Some(body)
        }
        _ => None,
    });
    // Attributes and comments before a variant are groups, no words.
    let first = |part: Vec<TokenTree>| part.iter().find_map(word_of);
    body.map(parts).unwrap_or_default().into_iter().filter_map(first).collect()
}

fn word_of(tree: &TokenTree) -> Option<String> {
    if let TokenTree::Ident(word) = tree { Some(word.to_string()) } else { None }
}

/// What stands between commas.
fn parts(group: &Group) -> Vec<Vec<TokenTree>> {
    let trees: Vec<TokenTree> = TokenStream::into_iter(group.stream()).collect();
    let is_comma = |tree: &TokenTree| matches!(tree, TokenTree::Punct(mark) if mark.as_char() == ',');
    trees.split(is_comma).map(<[TokenTree]>::to_vec).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assert_tidy;
    use crate::checkout::files;

    fn found(list: &str) -> Vec<String> {
        let text = format!(
            "/// Both.\npub enum A {{\n/// One, first.\n#[serde(rename = \"x\")]\nOne,\nTwo {{ a: u8, b: u8 }},\n}}\n\
             impl A {{\n{list}\n}}"
        );
        incomplete_lists(&[File::new("a.rs", &text)])
    }

    #[test]
    fn every_list_of_all_has_every_variant() {
        assert_tidy(&incomplete_lists(&files()));
        let count = |file: &File| lists(&tokens(file).into_iter().flatten().collect::<Vec<_>>()).len();
        assert!(files().iter().filter(|file| file.is_in("domain")).map(count).sum::<usize>() > 12);
    }

    #[test]
    fn a_variant_that_a_list_leaves_out_is_found_and_named() {
        assert_eq!(found("pub const ALL: [Self; 2] = [Self::One, A::Two { a: 1, b: 2 }];"), [""; 0]);
        assert_eq!(found("const ALL: [Self; 1] = [One];"), ["a.rs:9: `A::ALL` leaves out Two"]);
        assert_eq!(found("const SOME: [Self; 1] = [One];"), [""; 0]);
    }
}
