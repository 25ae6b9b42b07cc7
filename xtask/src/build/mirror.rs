//! Makes one folder equal to another, touching only files that differ.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use walkdir::WalkDir;

/// New and changed files first, then the removal of those that are gone: a page never names a file that is not there.
pub fn mirror(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    let (pages, rest): (Vec<_>, Vec<_>) = WalkDir::new(from)
        .min_depth(1)
        .into_iter()
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .partition(|entry| entry.path().extension().is_some_and(|end| end == "html"));
    for entry in rest.iter().chain(&pages) {
        let target = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(&target)?;
        } else {
            copy_if_changed(entry.path(), &target)?;
        }
    }
    for entry in WalkDir::new(to).min_depth(1).contents_first(true) {
        let entry = entry?;
        if from.join(entry.path().strip_prefix(to)?).exists() {
            continue;
        }
        if entry.file_type().is_dir() {
            fs::remove_dir(entry.path())?;
        } else {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Renamed into place, so that no reader meets half a file.
fn copy_if_changed(from: &Path, to: &Path) -> Result<()> {
    let content = fs::read(from)?;
    if fs::read(to).is_ok_and(|old| old == content) {
        return Ok(());
    }
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut part = to.as_os_str().to_owned();
    part.push(".part");
    fs::write(&part, content)?;
    fs::rename(&part, to).with_context(|| format!("cannot write {}", to.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_gone_goes_and_what_is_equal_stays_untouched() {
        let folder = std::env::temp_dir().join(format!("xtask-mirror-{}", std::process::id()));
        let (from, to) = (folder.join("from"), folder.join("to"));
        fs::create_dir_all(from.join("en")).unwrap();
        fs::create_dir_all(to.join("old")).unwrap();
        fs::write(from.join("en/a.html"), "new").unwrap();
        fs::write(from.join("same.js"), "same").unwrap();
        fs::write(to.join("same.js"), "same").unwrap();
        fs::write(to.join("old/b.html"), "gone").unwrap();
        let before = fs::metadata(to.join("same.js")).unwrap().modified().unwrap();
        mirror(&from, &to).unwrap();
        assert_eq!(fs::read_to_string(to.join("en/a.html")).unwrap(), "new");
        assert!(!to.join("old").exists());
        let after = fs::metadata(to.join("same.js")).unwrap().modified().unwrap();
        assert_eq!(before, after);
        fs::remove_dir_all(&folder).unwrap();
    }
}
