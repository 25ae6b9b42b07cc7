//! Short names between the program and its bindings: wasm-bindgen's are long, told apart by hashes that no compression
//! shortens, and stand in both files. They are private to the pair, so one letter or two do.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::error::Error;
use wasm_encoder::reencode::{Reencode as _, RoundtripReencoder};
use wasm_encoder::{ImportSection, Module, RawSection};
use wasmparser::{ImportSectionReader, Parser, Payload};

/// Whether that is the module that wasm-bindgen says everything is imported from: `./portal_bg.js` for a program `portal`.
fn is_bindings(module: &str) -> bool {
    module.starts_with("./") && module.ends_with("_bg.js")
}

/// The bindings (a JavaScript module) and the program (a WASM module) with every name between them short.
///
/// # Errors
/// What is not a pair that wasm-bindgen wrote.
pub fn tighten(bindings: &str, program: &[u8]) -> Result<(String, Vec<u8>), String> {
    let names = short_names(bindings, program)?;
    Ok((rename_words(bindings, &names), rename_imports(program, &names)?))
}

/// What is imported, each with its new name.
fn short_names(bindings: &str, program: &[u8]) -> Result<BTreeMap<String, String>, String> {
    let mut imported = Vec::new();
    for payload in Parser::new(0).parse_all(program) {
        match payload.map_err(said)? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import.map_err(said)?;
                    if is_bindings(import.module) {
                        imported.push(import.name.to_owned());
                    }
                }
            }
            // A name that goes both ways would be renamed on one side only.
            Payload::ExportSection(section) => {
                for export in section {
                    let name = export.map_err(said)?.name;
                    if imported.iter().any(|known| known == name) {
                        return Err(format!("{name} is imported and exported"));
                    }
                }
            }
            _ => {}
        }
    }
    if imported.is_empty() {
        return Err("the program imports nothing from its bindings".to_owned());
    }
    let is_said = |name: &str| words(bindings).any(|(word, is_name)| is_name && word == name);
    if let Some(name) = imported.iter().find(|name| !is_said(name)) {
        return Err(format!("the bindings do not name {name}"));
    }
    // Upper case and a number: no key that wasm-bindgen writes beside them looks so.
    Ok(imported.into_iter().zip(0_u16..).map(|(name, number)| (name, format!("I{number}"))).collect())
}

fn rename_imports(program: &[u8], names: &BTreeMap<String, String>) -> Result<Vec<u8>, String> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(program) {
        let payload = payload.map_err(said)?;
        if let Payload::ImportSection(section) = payload {
            module.section(&renamed(section, names)?);
        } else if let Some((id, range)) = payload.as_section() {
            let data = program.get(range).ok_or("a section outside its file")?;
            module.section(&RawSection { id, data });
        }
    }
    Ok(module.finish())
}

fn renamed(section: ImportSectionReader<'_>, names: &BTreeMap<String, String>) -> Result<ImportSection, String> {
    let mut imports = ImportSection::new();
    for import in section.into_imports() {
        let import = import.map_err(said)?;
        let kind = RoundtripReencoder.entity_type(import.ty).map_err(said)?;
        let name = names.get(import.name).filter(|_| is_bindings(import.module));
        imports.import(import.module, name.map_or(import.name, String::as_str), kind);
    }
    Ok(imports)
}

fn rename_words(text: &str, names: &BTreeMap<String, String>) -> String {
    let renamed = |(word, is_name)| match names.get(word).filter(|_| is_name) {
        Some(short) => Cow::Borrowed(short.as_str()),
        None => Cow::Borrowed(word),
    };
    words(text).map(renamed).collect()
}

/// The whole text, cut where words begin and end, and which of the pieces are words.
fn words(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let is_of_a_word = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$');
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_name = rest.starts_with(is_of_a_word);
        let end = rest.find(|letter| is_of_a_word(letter) != is_name).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        (!piece.is_empty()).then_some((piece, is_name))
    })
}

fn said(error: impl Error) -> String {
    error.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, ExportKind, ExportSection, FunctionSection, TypeSection};

    const BINDINGS: &str = "./portal_bg.js";

    /// A program with two imports and, where asked, an export of that name.
    fn program(exported: Option<&str>) -> Vec<u8> {
        let (mut types, mut imports, mut exports) = (TypeSection::new(), ImportSection::new(), ExportSection::new());
        types.ty().function([], []);
        imports.import(BINDINGS, "__wbg_now_463ac5", EntityType::Function(0));
        imports.import("env", "__wbg_now_463ac5", EntityType::Function(0));
        imports.import(BINDINGS, "__wbg_now_463ac581", EntityType::Function(0));
        if let Some(name) = exported {
            exports.export(name, ExportKind::Func, 0);
        }
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&FunctionSection::new()).section(&exports);
        module.finish()
    }

    fn imports_of(program: &[u8]) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for payload in Parser::new(0).parse_all(program) {
            if let Payload::ImportSection(section) = payload.unwrap() {
                let named = section.into_imports().map(|import| import.unwrap());
                found.extend(named.map(|import| (import.module.to_owned(), import.name.to_owned())));
            }
        }
        found
    }

    const TEXT: &str = "x={__wbg_now_463ac581:a,__wbg_now_463ac5:b,__wbg_now:å}";

    #[test]
    fn both_sides_are_renamed_alike_and_nothing_else_is() {
        let (bindings, program) = tighten(TEXT, &program(Some("main"))).unwrap();
        assert_eq!(bindings, "x={I1:a,I0:b,__wbg_now:å}");
        let named = [(BINDINGS, "I0"), ("env", "__wbg_now_463ac5"), (BINDINGS, "I1")];
        assert_eq!(imports_of(&program), named.map(|(module, name)| (module.to_owned(), name.to_owned())));
    }

    #[test]
    fn what_is_not_a_pair_is_refused() {
        assert!(tighten("x={__wbg_now_463ac5:b}", &program(None)).unwrap_err().contains("do not name"));
        assert!(tighten(TEXT, &program(Some("__wbg_now_463ac5"))).unwrap_err().contains("imported and exported"));
        assert!(tighten(TEXT, &Module::new().finish()).unwrap_err().contains("imports nothing"));
        assert!(tighten(TEXT, b"<html>").is_err());
    }
}
