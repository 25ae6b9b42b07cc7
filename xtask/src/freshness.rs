//! Whether something built is still that of its sources: a stamp over names, sizes and times of change.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use walkdir::{DirEntry, WalkDir};

/// The state of some sources at one moment, together with the options they are built with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp(u64);

impl Stamp {
    /// Takes the stamp of files and whole folders; what is not there counts as such.
    pub fn of(sources: &[PathBuf], options: &str) -> Self {
        let mut hasher = DefaultHasher::new();
        options.hash(&mut hasher);
        for source in sources {
            let walk = WalkDir::new(source).sort_by_file_name().into_iter();
            for entry in walk.filter_entry(is_source).filter_map(Result::ok) {
                if let Ok(facts) = entry.metadata()
                    && facts.is_file()
                {
                    entry.path().hash(&mut hasher);
                    facts.len().hash(&mut hasher);
                    facts.modified().ok().hash(&mut hasher);
                }
            }
        }
        Self(hasher.finish())
    }

    /// Whether `note` says that a build from exactly this state succeeded.
    pub fn is_kept_in(self, note: &Path) -> bool {
        fs::read_to_string(note).is_ok_and(|text| text.trim() == self.text())
    }

    pub fn keep_in(self, note: &Path) -> Result<()> {
        if let Some(folder) = note.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(note, self.text()).with_context(|| format!("cannot write {}", note.display()))
    }

    fn text(self) -> String {
        format!("{:016x}", self.0)
    }
}

/// Not what tools leave beside the sources, nor what editors leave in passing.
fn is_source(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let left_by_tools =
        entry.file_type().is_dir() && matches!(name.as_ref(), "build" | "target" | ".wrangler" | "node_modules");
    !left_by_tools && !name.ends_with('~') && !name.ends_with(".swp")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_source_or_option_changes_the_stamp_and_tool_output_does_not() {
        let folder = std::env::temp_dir().join(format!("xtask-stamp-{}", std::process::id()));
        fs::create_dir_all(folder.join("build")).unwrap();
        fs::write(folder.join("a.rs"), "one").unwrap();
        let sources = [folder.clone()];
        let before = Stamp::of(&sources, "fast");
        fs::write(folder.join("build/out.js"), "made").unwrap();
        assert_eq!(before, Stamp::of(&sources, "fast"));
        assert_ne!(before, Stamp::of(&sources, "small"));
        fs::write(folder.join("a.rs"), "three").unwrap();
        assert_ne!(before, Stamp::of(&sources, "fast"));
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_stamp_is_found_again_where_it_was_kept() {
        let note = std::env::temp_dir().join(format!("xtask-note-{}", std::process::id()));
        let stamp = Stamp::of(&[], "any");
        assert!(!stamp.is_kept_in(&note));
        stamp.keep_in(&note).unwrap();
        assert!(stamp.is_kept_in(&note));
        fs::remove_file(&note).unwrap();
    }
}
