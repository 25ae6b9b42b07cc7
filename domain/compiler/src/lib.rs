//! Reads `programmes/*.toml` and writes them as Rust tables; refuses a bad file with file, line and what to write instead.
//!
//! Where to start: [`file`] is the shape of a file, [`check`] what the shape cannot say, [`emit`] the tables.

pub mod check;
pub mod emit;
pub mod file;

use file::ProgrammeFile;

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

/// Parses and checks one file. `name` is its path as people see it; its stem must be the slug.
pub fn read(name: &str, text: &str) -> Result<ProgrammeFile, Vec<Mistake>> {
    let at = |offset: usize, what: String| Mistake { file: name.to_owned(), line: line_of(text, offset), what };
    let parsed: ProgrammeFile = match toml::from_str(text) {
        Ok(parsed) => parsed,
        Err(error) => {
            let offset = error.span().map_or(0, |span| span.start);
            return Err(vec![at(
                offset,
                format!("{}. See programmes/ki-alumni.toml for the shape of a file.", error.message()),
            )]);
        }
    };
    let stem = name.rsplit('/').next().unwrap_or(name).trim_end_matches(".toml");
    let mistakes: Vec<Mistake> =
        check::mistakes(&parsed, stem).into_iter().map(|(offset, what)| at(offset, what)).collect();
    if mistakes.is_empty() { Ok(parsed) } else { Err(mistakes) }
}

fn line_of(text: &str, offset: usize) -> usize {
    text.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count() + 1
}
