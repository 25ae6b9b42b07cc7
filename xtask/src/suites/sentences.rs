//! Looks for the sentences of programmes in what phones download as a program.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use toml::Value;
use walkdir::WalkDir;

/// What is shorter may stand in a program by chance, or be a word of the portal's own.
const LETTERS_MIN: usize = 24;

/// Every sentence of the programme files below these folders, in both languages; up to what is filled in, where something is.
pub fn of_files(folders: &[PathBuf]) -> Result<Vec<String>> {
    let mut sentences = Vec::new();
    for folder in folders {
        for file in files(folder, "toml")? {
            let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
            let value: Value = toml::from_str(&text).with_context(|| format!("{} is not TOML", file.display()))?;
            collect(&value, &mut sentences);
        }
    }
    if sentences.is_empty() {
        bail!("no sentence in {folders:?}: nothing would be proven");
    }
    Ok(sentences)
}

fn collect(value: &Value, sentences: &mut Vec<String>) {
    match value {
        Value::Array(values) => {
            for value in values {
                collect(value, sentences);
            }
        }
        Value::Table(table) => {
            for (key, value) in table {
                match value {
                    Value::String(text) if matches!(key.as_str(), "sv" | "en") => {
                        let text = text.split('{').next().unwrap_or_default();
                        sentences.extend((text.chars().count() >= LETTERS_MIN).then(|| text.to_owned()));
                    }
                    value => collect(value, sentences),
                }
            }
        }
        _ => {}
    }
}

/// The first program below a folder that holds one of them, and which. A folder without a program is an error. The desk's is
/// left out: no phone fetches it, and staff read in it what was asked.
pub fn find(folder: &Path, sentences: &[String]) -> Result<Option<(PathBuf, String)>> {
    let is_of_the_desk =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("desk-"));
    let programs: Vec<PathBuf> = files(folder, "wasm")?.into_iter().filter(|path| !is_of_the_desk(path)).collect();
    if programs.is_empty() {
        bail!("no program in {}: nothing was proven", folder.display());
    }
    for program in programs {
        let bytes = fs::read(&program)?;
        let text = String::from_utf8_lossy(&bytes);
        if let Some(found) = sentences.iter().find(|sentence| text.contains(sentence.as_str())) {
            return Ok(Some((program, found.clone())));
        }
    }
    Ok(None)
}

fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let path = entry.with_context(|| format!("cannot look into {}", folder.display()))?.into_path();
        if path.extension().is_some_and(|end| end == ending) {
            found.push(path);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Project;

    #[test]
    fn a_sentence_in_a_program_is_found_and_a_folder_without_a_program_proves_nothing() {
        let folder = std::env::temp_dir().join(format!("xtask-sentences-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let sentences = of_files(&[Project::here().unwrap().path("programmes")]).unwrap();
        let next = "KI Career Service läser din ansökan och letar efter en mentor som kan passa.";
        let whole = sentences.iter().find(|sentence| sentence.starts_with(next)).unwrap();
        fs::write(folder.join("desk-1_bg.wasm"), whole).unwrap();
        assert!(find(&folder, &sentences).is_err());
        fs::write(folder.join("portal.wasm"), b"\0asm\xc3rules").unwrap();
        assert_eq!(find(&folder, &sentences).unwrap(), None);
        fs::write(folder.join("portal.wasm"), [b"\0asm\xc3", whole.as_bytes(), b"\xff\0"].concat()).unwrap();
        assert_eq!(find(&folder, &sentences).unwrap(), Some((folder.join("portal.wasm"), whole.clone())));
        fs::remove_dir_all(&folder).unwrap();
    }
}
