//! Reads `programmes/*.toml` and writes them as Rust tables; refuses a bad file with file, line and what to write instead.
//!
//! Where to start: [`file`] is the shape of a file, [`check`] what the shape cannot say, [`emit`] the tables.

pub mod check;
pub mod emit;
pub mod file;

use file::{FormFile, ProgrammeFile};
use serde::de::DeserializeOwned;

/// What is wrong in a file, where, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    pub file: String,
    /// From 1.
    pub line: usize,
    pub what: String,
}

impl std::fmt::Display for Mistake {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}:{}: {}", self.file, self.line, self.what)
    }
}

/// Parses and checks one programme's file. `name` is its path as people see it; its stem must be the slug.
pub fn read(name: &str, text: &str) -> Result<ProgrammeFile, Vec<Mistake>> {
    let stem = name.rsplit('/').next().unwrap_or(name).trim_end_matches(".toml");
    read_as(name, text, "programmes/ki-alumni.toml", |file| check::mistakes(file, stem))
}

/// Parses and checks a form that programmes share.
pub fn read_form(name: &str, text: &str) -> Result<FormFile, Vec<Mistake>> {
    read_as(name, text, "programmes/forms/contact.toml", check::form_mistakes)
}

fn read_as<T: DeserializeOwned>(
    name: &str,
    text: &str,
    example: &str,
    mistakes: impl FnOnce(&T) -> Vec<(usize, String)>,
) -> Result<T, Vec<Mistake>> {
    let at = |offset: usize, what: String| Mistake { file: name.to_owned(), line: line_of(text, offset), what };
    let parsed: T = match toml::from_str(text) {
        Ok(parsed) => parsed,
        Err(error) => {
            let offset = error.span().map_or(0, |span| span.start);
            return Err(vec![at(offset, format!("{}. See {example} for the shape of a file.", error.message()))]);
        }
    };
    let mistakes: Vec<Mistake> = mistakes(&parsed).into_iter().map(|(offset, what)| at(offset, what)).collect();
    if mistakes.is_empty() { Ok(parsed) } else { Err(mistakes) }
}

fn line_of(text: &str, offset: usize) -> usize {
    text.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count() + 1
}
