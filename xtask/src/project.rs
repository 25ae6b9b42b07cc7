//! Where things are: the checkout, what a build leaves in it, and the tools kept once per user.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// One checkout and the cache it shares with every other checkout of the same user.
#[derive(Clone, Debug)]
pub struct Project {
    root: PathBuf,
    cache: PathBuf,
}

impl Project {
    /// The checkout this program was built from.
    pub fn here() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("xtask lies directly below the root of the checkout")?
            .to_path_buf();
        let cache = match env::var_os("XDG_CACHE_HOME") {
            Some(folder) if !folder.is_empty() => PathBuf::from(folder),
            _ => PathBuf::from(env::var_os("HOME").context("HOME is not set")?).join(".cache"),
        }
        .join("mentorship-portal");
        Ok(Self { root, cache })
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path inside the checkout.
    pub fn path(&self, inside: impl AsRef<Path>) -> PathBuf {
        self.root.join(inside)
    }

    /// Where the pinned tools of this user are, one folder for each tool and version.
    pub fn tools(&self) -> PathBuf {
        self.cache.join("tools")
    }

    /// Cargo's own output folder.
    pub fn target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.path("target"), |folder| self.root.join(folder))
    }

    /// What xtask keeps between runs: stamps and logs of builds.
    pub fn notes(&self) -> PathBuf {
        self.target().join("xtask")
    }

    /// A program that npm installed for this checkout.
    pub fn node_program(&self, name: &str) -> PathBuf {
        self.path("node_modules/.bin").join(name)
    }
}
