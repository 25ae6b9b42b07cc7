//! Secrets of links and sessions: 256 bits, of which only the hash is kept.

use crate::reference::Reference;
use crate::text::Language;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What stands in a link or a cookie: 64 lower-case hex digits. No `Display`: it must not slip into a log.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Secret(String);

impl Secret {
    pub fn from_random(bytes: [u8; 32]) -> Self {
        Self(hex(&bytes))
    }

    pub fn parse(text: &str) -> Option<Self> {
        is_hex(text, 64).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn hash(&self) -> LinkHash {
        LinkHash::of(self.0.as_bytes())
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Secret(…)")
    }
}

/// SHA-256 of a secret, as 64 lower-case hex digits: what is kept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LinkHash(String);

impl LinkHash {
    pub fn of(bytes: &[u8]) -> Self {
        Self(hex(&Sha256::digest(bytes)))
    }

    pub fn parse(text: &str) -> Option<Self> {
        is_hex(text, 64).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where a link leads, in the language of whoever opened it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Opened {
    /// To a person's own page.
    Own(Language),
    /// To the request that waits for the person's answer, by the mentee's record.
    Request(Language, Reference),
    /// To the desk.
    Desk(Language),
}

/// How long a person's session lasts (DESIGN.md, Links).
pub const SESSION_MS: i64 = 2 * 60 * 60 * 1000;

/// Lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Whether `text` is exactly `length` lower-case hex digits.
pub fn is_hex(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_never_shows_itself_in_a_debug_text() {
        let secret = Secret::from_random([0xab; 32]);
        assert!(!format!("{secret:?}").contains("ab"));
        assert_eq!(secret.as_str().len(), 64);
    }

    #[test]
    fn only_the_exact_form_is_parsed() {
        for bad in ["", "ab", &"A".repeat(64), &"g".repeat(64), &"a".repeat(65), "å"] {
            assert!(Secret::parse(bad).is_none(), "{bad}");
        }
        let secret = Secret::from_random([7; 32]);
        assert_eq!(Secret::parse(secret.as_str()).unwrap().hash(), secret.hash());
    }

    #[test]
    fn the_hash_is_sha_256() {
        // FIPS 180-2, appendix B.1.
        assert_eq!(LinkHash::of(b"abc").as_str(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
