//! Writes `programmes/*.toml` as the tables of rules and words; stops the build at a bad file.
//!
//! `EXTRA_PROGRAMMES` names a folder with more programmes, for tests (`.cargo/config.toml`); what is deployed is built
//! without it.

use programme_compiler::Mistake;
use programme_compiler::file::{FormFile, ProgrammeFile, Standard, StandardForms};
use std::path::{Path, PathBuf};
use std::{env, fs, process};

fn main() {
    println!("cargo::rerun-if-env-changed=EXTRA_PROGRAMMES");
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("..");
    let extra = env::var("EXTRA_PROGRAMMES").unwrap_or_default();
    let mut mistakes = Vec::new();
    let mut files = Vec::new();
    for folder in ["programmes", extra.as_str()].into_iter().filter(|folder| !folder.is_empty()) {
        for name in names(&root, folder) {
            let text = fs::read_to_string(root.join(&name)).unwrap_or_default();
            match programme_compiler::read(&name, &text) {
                Ok(file) => files.push(file),
                Err(found) => mistakes.extend(found),
            }
        }
    }
    files.sort_by(|a, b| (a.rank, a.slug.get_ref()).cmp(&(b.rank, b.slug.get_ref())));
    let form_of =
        |one: Standard| Some((one, form(&root, &format!("programmes/forms/{}.toml", one.name()), &mut mistakes)?));
    let standard: StandardForms = Standard::ALL.into_iter().filter_map(form_of).collect();
    if mistakes.is_empty() {
        return write(&files, &standard);
    }
    for mistake in mistakes {
        println!("cargo::error={mistake}");
    }
    process::exit(1);
}

/// The files of a folder, by path below the root.
fn names(root: &Path, folder: &str) -> Vec<String> {
    let path: PathBuf = root.join(folder);
    println!("cargo::rerun-if-changed={}", path.display());
    let mut names: Vec<String> = fs::read_dir(&path)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| Path::new(name).extension().is_some_and(|extension| extension == "toml"))
        .map(|name| format!("{folder}/{name}"))
        .collect();
    names.sort();
    names
}

fn form(root: &Path, name: &str, mistakes: &mut Vec<Mistake>) -> Option<FormFile> {
    let text = fs::read_to_string(root.join(name)).unwrap_or_default();
    programme_compiler::read_form(name, &text).map_err(|found| mistakes.extend(found)).ok()
}

fn write(files: &[ProgrammeFile], standard: &StandardForms) {
    let out = env::var("OUT_DIR").unwrap_or_default();
    for (name, table) in [
        ("rules.rs", programme_compiler::emit::rules(files, standard)),
        ("words.rs", programme_compiler::emit::words(files, standard)),
    ] {
        if let Err(error) = fs::write(Path::new(&out).join(name), table) {
            println!("cargo::error=cannot write {name}: {error}");
            process::exit(1);
        }
    }
}
