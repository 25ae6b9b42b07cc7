//! The two secrets of the Workers: the one that seals what is kept, the one that references and hashes are made with.

use std::fs::{self, File};
use std::io::{ErrorKind, Read as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use anyhow::{Context as _, Result};

pub const SEALING_KEYS: &str = "SEALING_KEYS";
pub const REFERENCE_KEY: &str = "REFERENCE_KEY";

/// The secrets both Workers have, in production and locally.
pub const NEEDED: [&str; 2] = [SEALING_KEYS, REFERENCE_KEY];

/// The secrets in the form the Workers read them.
#[derive(Debug, PartialEq, Eq)]
pub struct Keys {
    /// `<key id>:<64 hex digits>`, more of them separated by commas; the first is the current one.
    pub sealing: String,
    /// 64 hex digits; never changed.
    pub reference: String,
}

impl Keys {
    /// New keys from the system's own source of chance.
    pub fn draw() -> Result<Self> {
        Ok(Self { sealing: format!("k1:{}", draw_hex()?), reference: draw_hex()? })
    }

    /// The keys of a state folder, drawn at its first start: without them nothing kept there can be read again.
    pub fn of_state(state: &Path) -> Result<Self> {
        let path = state.join("keys.json");
        match fs::read(&path) {
            Ok(text) => Self::parse(&text).with_context(|| format!("{} is not what was written there", path.display())),
            Err(problem) if problem.kind() == ErrorKind::NotFound => {
                let keys = Self::draw()?;
                keys.write(&path)?;
                Ok(keys)
            }
            Err(problem) => Err(problem).with_context(|| format!("cannot read {}", path.display())),
        }
    }

    /// Name and value of each secret of both Workers.
    pub fn named(&self) -> [(&'static str, &str); 2] {
        [(SEALING_KEYS, &self.sealing), (REFERENCE_KEY, &self.reference)]
    }

    fn parse(text: &[u8]) -> Result<Self> {
        let value: serde_json::Value = serde_json::from_slice(text)?;
        let text_of = |name: &str| {
            let text = value[name].as_str().map(str::to_owned);
            text.with_context(|| format!("{name} is missing"))
        };
        Ok(Self { sealing: text_of(SEALING_KEYS)?, reference: text_of(REFERENCE_KEY)? })
    }

    fn write(&self, path: &Path) -> Result<()> {
        write_private(path, &serde_json::json!({ SEALING_KEYS: self.sealing, REFERENCE_KEY: self.reference }))
    }
}

/// Writes a new file that only this user can read.
pub fn write_private(path: &Path, content: &serde_json::Value) -> Result<()> {
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .with_context(|| format!("cannot write {}", path.display()))?;
    writeln!(file, "{content:#}").with_context(|| format!("cannot write {}", path.display()))
}

fn draw_hex() -> Result<String> {
    let mut bytes = [0_u8; 32];
    File::open("/dev/urandom")
        .and_then(|mut source| source.read_exact(&mut bytes))
        .context("cannot read /dev/urandom")?;
    Ok(bytes.iter().fold(String::with_capacity(64), |text, byte| text + &format!("{byte:02x}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_drawn_once_for_a_state_folder_and_kept() {
        let state = std::env::temp_dir().join(format!("xtask-keys-{}", std::process::id()));
        fs::create_dir_all(&state).unwrap();
        let first = Keys::of_state(&state).unwrap();
        assert_eq!(first, Keys::of_state(&state).unwrap());
        assert_ne!(first, Keys::draw().unwrap());
        assert_eq!(first.sealing.len(), "k1:".len() + 64);
        assert_eq!(first.reference.len(), 64);
        assert_eq!(first.named().map(|(name, _)| name), NEEDED);
        fs::write(state.join("keys.json"), "{}").unwrap();
        assert!(Keys::of_state(&state).is_err());
        fs::remove_dir_all(&state).unwrap();
    }
}
