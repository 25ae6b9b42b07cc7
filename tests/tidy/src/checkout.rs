//! The files of the checkout as the rules see them: path from the root and text.

use std::fs;
use std::path::Path;

use walkdir::{DirEntry, WalkDir};

/// Folders that tools fill and nobody writes by hand.
const FILLED_BY_TOOLS: [&str; 7] = ["target", "node_modules", "dist", ".git", ".state", ".wrangler", "build"];

/// One file.
#[derive(Clone, Debug)]
pub struct File {
    /// From the root, with forward slashes.
    pub path: String,
    /// Empty for what is not text, such as a picture.
    pub text: String,
}

impl File {
    pub fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    pub fn is_in(&self, folder: &str) -> bool {
        self.path.starts_with(&format!("{folder}/"))
    }

    pub fn ends_with(&self, ending: &str) -> bool {
        self.path.ends_with(ending)
    }

    /// Where a finding is, as an editor can open it.
    pub fn at(&self, line: usize, words: &str) -> String {
        format!("{}:{line}: {words}", self.path)
    }
}

/// Every file that somebody wrote.
pub fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    WalkDir::new(&root)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(is_written_by_hand)
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .filter_map(|entry| {
            let path = entry.path().strip_prefix(&root).ok()?.to_string_lossy().replace('\\', "/");
            let text = fs::read(entry.path()).ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
            Some(File { path, text })
        })
        .collect()
}

/// `xtask/src/build` is written by hand; `functions/api/build` is not.
fn is_written_by_hand(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let is_source = entry.path().parent().is_some_and(|parent| parent.ends_with("src"));
    !entry.file_type().is_dir() || is_source || !FILLED_BY_TOOLS.contains(&name.as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_see_the_sources_and_nothing_that_tools_made() {
        let files = files();
        let sees = |path: &str| files.iter().any(|file| file.path == path);
        assert!(sees("tests/tidy/src/lib.rs"));
        assert!(sees("xtask/src/build/mod.rs"));
        assert!(!files.iter().any(|file| file.is_in("target") || file.is_in("node_modules")));
    }
}
