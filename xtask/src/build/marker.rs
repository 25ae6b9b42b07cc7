//! Proves of a built Worker that nothing of the `dev` feature is in it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use walkdir::WalkDir;

/// Every address that only `dev` builds know begins so, and the text of an address stands in the program as it is.
const DEV_ROUTE: &[u8] = b"/dev/";

/// The first program or script below `folder` that knows a `dev` route. A folder without a program is an error.
pub fn find_dev_route(folder: &Path) -> Result<Option<PathBuf>> {
    let mut programs = 0;
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.with_context(|| format!("cannot look into {}", folder.display()))?;
        let ending = entry.path().extension().and_then(|end| end.to_str());
        if !matches!(ending, Some("wasm" | "js" | "mjs")) {
            continue;
        }
        programs += usize::from(ending == Some("wasm"));
        if holds(&fs::read(entry.path())?, DEV_ROUTE) {
            return Ok(Some(entry.into_path()));
        }
    }
    if programs == 0 {
        bail!("no program in {}: nothing was proven", folder.display());
    }
    Ok(None)
}

fn holds(content: &[u8], text: &[u8]) -> bool {
    content.windows(text.len()).any(|window| window == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dev_route_in_a_program_is_found_and_an_empty_folder_proves_nothing() {
        let folder = std::env::temp_dir().join(format!("xtask-marker-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        assert!(find_dev_route(&folder).is_err());
        fs::write(folder.join("index.wasm"), b"\0asm/api/applications").unwrap();
        assert_eq!(find_dev_route(&folder).unwrap(), None);
        fs::write(folder.join("index.wasm"), b"\0asm/dev/letters\0").unwrap();
        assert_eq!(find_dev_route(&folder).unwrap(), Some(folder.join("index.wasm")));
        fs::remove_dir_all(&folder).unwrap();
    }
}
