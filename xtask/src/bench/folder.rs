//! A folder among the temporary files, for what is measured to keep its data in; gone afterwards.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

pub struct Folder(PathBuf);

impl Folder {
    /// `name` keeps the parts of one run apart.
    pub fn new(name: &str) -> Result<Self> {
        let folder = std::env::temp_dir().join(format!("mentorship-bench-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        Ok(Self(folder))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed lies among temporary files, where it disturbs nobody.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
