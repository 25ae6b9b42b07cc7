//! Writes `programmes/*.toml` as the tables of rules and words; stops the build at a bad file.

use std::path::Path;
use std::{env, fs, process};

fn main() {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../programmes");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut names: Vec<String> = fs::read_dir(&folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| Path::new(name).extension().is_some_and(|extension| extension == "toml"))
        .collect();
    names.sort();
    let mut files = Vec::new();
    let mut mistakes = Vec::new();
    for name in names {
        let text = fs::read_to_string(folder.join(&name)).unwrap_or_default();
        match programme_compiler::read(&format!("programmes/{name}"), &text) {
            Ok(file) => files.push(file),
            Err(found) => mistakes.extend(found),
        }
    }
    if !mistakes.is_empty() {
        for mistake in mistakes {
            println!("cargo::error={mistake}");
        }
        process::exit(1);
    }
    let out = env::var("OUT_DIR").unwrap_or_default();
    for (name, table) in
        [("rules.rs", programme_compiler::emit::rules(&files)), ("words.rs", programme_compiler::emit::words(&files))]
    {
        if let Err(error) = fs::write(Path::new(&out).join(name), table) {
            println!("cargo::error=cannot write {name}: {error}");
            process::exit(1);
        }
    }
}
