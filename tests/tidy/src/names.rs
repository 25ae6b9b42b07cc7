//! Rust read as names: what a file gives a name to, and which of those names its code means by which path.

use std::collections::BTreeMap;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::checkout::File;
use crate::rust::tokens;

/// `["domain", "words", "form", "SAVED"]`: the crate's folder name, its modules, the name.
pub type Path = Vec<String>;

/// A constant, static or function and the paths its own text names.
pub struct Item {
    pub path: Path,
    pub line: usize,
    pub names: Vec<Path>,
}

/// One file without its tests.
#[derive(Default)]
pub struct Source {
    pub items: Vec<Item>,
    /// Named by what is none of those, such as an `impl`.
    pub names: Vec<Path>,
    /// What `use` calls a path here, seen from outside too.
    pub aliases: BTreeMap<Path, Path>,
    /// The fields of its structures, with their lines.
    pub fields: Vec<(String, usize)>,
    /// The fields that its code reads.
    pub read: Vec<String>,
}

/// The module that a file is, such as `domain::words::form` for `domain/src/words/form.rs`.
pub fn module(file: &File) -> Path {
    let path = file.path.trim_end_matches(".rs").replace("/src/", "/");
    let parts = path.split('/').filter(|part| !matches!(*part, "lib" | "main" | "mod"));
    let path: Path = parts.map(str::to_owned).collect();
    // `app/portal` is the crate `portal`.
    let inner = path.iter().position(|part| matches!(part.as_str(), "app" | "functions")).map_or(0, |at| at + 1);
    path.get(inner..).unwrap_or_default().to_vec()
}

pub fn source(file: &File) -> Source {
    let mut source = Source::default();
    let Some(tokens) = tokens(file) else { return source };
    let trees = without_tests(tokens);
    let module = module(file);
    read_uses(&trees, &module, &mut source.aliases);
    source.read = read_fields(&trees);
    let mut rest = trees.as_slice();
    while let Some((first, _)) = rest.split_first() {
        let (item, after) = rest.split_at(length(rest));
        let paths = || paths(item).into_iter().map(|path| absolute(&path, &module, &source.aliases));
        match named(item) {
            Some(Named::Value(name)) => {
                let path = module.iter().cloned().chain([name]).collect();
                source.items.push(Item { path, line: first.span().start().line, names: paths().collect() });
            }
            Some(Named::Structure) => source.fields.extend(fields(item)),
            Some(Named::Use) => {}
            None => source.names.extend(paths().collect::<Vec<_>>()),
        }
        rest = after;
    }
    source
}

enum Named {
    Value(String),
    Structure,
    Use,
}

/// What an item is, by its first word that says so.
fn named(item: &[TokenTree]) -> Option<Named> {
    let mut words =
        item.iter().filter_map(|tree| if let TokenTree::Ident(word) = tree { Some(word.to_string()) } else { None });
    while let Some(word) = words.next() {
        match word.as_str() {
            "pub" | "const" | "async" | "unsafe" => {}
            "fn" | "static" => return words.next().map(Named::Value),
            "struct" => return Some(Named::Structure),
            "use" => return Some(Named::Use),
            // After `const` stands the constant's own name.
            name if name.chars().any(char::is_uppercase) && is_constant(item) => return Some(Named::Value(word)),
            _ => return None,
        }
    }
    None
}

fn is_constant(item: &[TokenTree]) -> bool {
    item.iter().take(4).any(|tree| matches!(tree, TokenTree::Ident(word) if word == "const"))
}

/// How many trees the first item has: to its semicolon, or to its braces where it has a body.
fn length(trees: &[TokenTree]) -> usize {
    let mut is_value = false;
    for (index, tree) in trees.iter().enumerate() {
        match tree {
            TokenTree::Punct(mark) if mark.as_char() == ';' => return index + 1,
            // `const A: T = T { … };` and `use a::{…};` go on to their semicolon.
            TokenTree::Punct(mark) if mark.as_char() == '=' => is_value = true,
            TokenTree::Ident(word) if word == "use" => is_value = true,
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace && !is_value => return index + 1,
            _ => {}
        }
    }
    trees.len()
}

/// Without every item under `#[cfg(test)]` or `#[test]`, wherever it stands at the top of the file; attributes go too.
fn without_tests(tokens: TokenStream) -> Vec<TokenTree> {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut kept = Vec::new();
    let mut rest = trees.as_slice();
    let mut is_test = false;
    while let Some((first, tail)) = rest.split_first() {
        let is_mark = matches!(first, TokenTree::Punct(mark) if mark.as_char() == '#' || mark.as_char() == '!');
        let attribute =
            tail.iter().find_map(|tree| if let TokenTree::Group(group) = tree { Some(group) } else { None });
        if let (true, Some(attribute)) = (is_mark, attribute) {
            is_test |= attribute.stream().to_string().replace(' ', "").starts_with("cfg(test)");
            let inside = tail.iter().position(|tree| matches!(tree, TokenTree::Group(_))).unwrap_or_default();
            rest = tail.get(inside + 1..).unwrap_or_default();
            continue;
        }
        let (item, after) = rest.split_at(length(rest));
        if !is_test {
            kept.extend_from_slice(item);
        }
        is_test = false;
        rest = after;
    }
    kept
}

/// Every path in the code, `a::b::c` or a single name; fields, methods and the names of fields in `A { name: … }` are none.
fn paths(trees: &[TokenTree]) -> Vec<Path> {
    let mut found = Vec::new();
    let mut index = 0;
    while let Some(tree) = trees.get(index) {
        match tree {
            TokenTree::Group(group) => found.extend(paths(&group.stream().into_iter().collect::<Vec<_>>())),
            TokenTree::Ident(word) => {
                let mut path = vec![word.to_string()];
                let before = index.checked_sub(1).and_then(|before| mark(trees, before));
                while let (Some(':'), Some(':'), Some(TokenTree::Ident(next))) =
                    (mark(trees, index + 1), mark(trees, index + 2), trees.get(index + 3))
                {
                    path.push(next.to_string());
                    index += 3;
                }
                let is_label =
                    path.len() == 1 && mark(trees, index + 1) == Some(':') && mark(trees, index + 2) != Some(':');
                if before != Some('.') && !is_label {
                    found.push(path);
                }
            }
            _ => {}
        }
        index += 1;
    }
    found
}

fn mark(trees: &[TokenTree], index: usize) -> Option<char> {
    if let Some(TokenTree::Punct(mark)) = trees.get(index) { Some(mark.as_char()) } else { None }
}

/// Every `use`, inside functions too.
fn read_uses(trees: &[TokenTree], module: &Path, aliases: &mut BTreeMap<Path, Path>) {
    for (index, tree) in trees.iter().enumerate() {
        match tree {
            TokenTree::Ident(word) if word == "use" => {
                let rest = trees.get(index + 1..).unwrap_or_default();
                let end = rest.iter().position(|tree| matches!(tree, TokenTree::Punct(mark) if mark.as_char() == ';'));
                read_use(rest.get(..end.unwrap_or(0)).unwrap_or_default(), &[], module, aliases);
            }
            TokenTree::Group(group) => read_uses(&group.stream().into_iter().collect::<Vec<_>>(), module, aliases),
            _ => {}
        }
    }
}

/// `a::{b, c as d, e::{self}}` as one alias each.
fn read_use(trees: &[TokenTree], before: &[String], module: &Path, aliases: &mut BTreeMap<Path, Path>) {
    for branch in trees.split(|tree| matches!(tree, TokenTree::Punct(mark) if mark.as_char() == ',')) {
        let mut path = before.to_vec();
        let mut alias = None;
        let mut words = branch.iter();
        while let Some(tree) = words.next() {
            match tree {
                TokenTree::Ident(word) if word == "as" => alias = words.next().map(ToString::to_string),
                TokenTree::Ident(word) if word == "self" && !path.is_empty() => {}
                TokenTree::Ident(word) => path.push(word.to_string()),
                TokenTree::Group(group) => {
                    read_use(&group.stream().into_iter().collect::<Vec<_>>(), &path, module, aliases);
                    path.clear();
                }
                _ => {}
            }
        }
        let Some(name) = alias.or_else(|| path.last().cloned()) else { continue };
        let target = absolute(&path, module, &BTreeMap::new());
        aliases.insert(module.iter().cloned().chain([name]).collect(), target);
    }
}

/// A path as it is seen from the crate's folder, not from the module it stands in.
fn absolute(path: &[String], module: &Path, aliases: &BTreeMap<Path, Path>) -> Path {
    let Some((first, rest)) = path.split_first() else { return Path::new() };
    let own: Path = module.iter().cloned().chain([first.clone()]).collect();
    let start = match first.as_str() {
        "crate" => module.iter().take(1).cloned().collect(),
        "self" => module.clone(),
        "super" => module.split_last().map_or_else(Path::new, |(_, above)| above.to_vec()),
        "domain" => vec![first.clone()],
        _ => aliases.get(&own).cloned().unwrap_or(own),
    };
    if rest.first().is_some_and(|next| next == "super") {
        return absolute(rest, &start, aliases);
    }
    start.into_iter().chain(rest.iter().cloned()).collect()
}

/// The names of a structure's fields, each before its colon.
fn fields(item: &[TokenTree]) -> Vec<(String, usize)> {
    let Some(TokenTree::Group(body)) = item.last() else { return Vec::new() };
    let trees: Vec<TokenTree> = body.stream().into_iter().collect();
    let is_name = |index: usize| mark(&trees, index + 1) == Some(':') && mark(&trees, index + 2) != Some(':');
    let named = trees.iter().enumerate().filter_map(|(index, tree)| match tree {
        TokenTree::Ident(word)
            if is_name(index) && index.checked_sub(1).and_then(|at| mark(&trees, at)) != Some(':') =>
        {
            Some((word.to_string(), word.span().start().line))
        }
        _ => None,
    });
    named.collect()
}

/// Every name after a dot.
fn read_fields(trees: &[TokenTree]) -> Vec<String> {
    let mut found = Vec::new();
    for (index, tree) in trees.iter().enumerate() {
        match tree {
            TokenTree::Group(group) => found.extend(read_fields(&group.stream().into_iter().collect::<Vec<_>>())),
            TokenTree::Ident(word) if index.checked_sub(1).and_then(|at| mark(trees, at)) == Some('.') => {
                found.push(word.to_string());
            }
            _ => {}
        }
    }
    found
}
