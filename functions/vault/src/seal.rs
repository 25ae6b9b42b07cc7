//! Sealing: AES-256-GCM under a key with a name, bound to the place where the sealed text is kept.

use crate::hex;
use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};

/// The first byte of everything sealed in this way.
const FORM: u8 = 1;
/// As GCM has it.
const NONCE_BYTES: usize = 12;
/// A name is short enough to be read on a page and to be counted in one byte.
const KEY_ID_BYTES_MAX: usize = 16;

/// Keys by name: the first seals, every one opens.
pub struct SealingKeys(Vec<(String, Aes256Gcm)>);

/// Why something did not seal or open. Holds nothing of what was in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealError {
    /// Not of the form this program writes.
    OtherForm,
    /// Sealed under a key that is not among ours.
    UnknownKey,
    /// Changed since, or kept under another name than it was sealed for.
    NotWhole,
}

impl SealingKeys {
    /// `<id>:<64 hex digits>`, more of them separated by commas; ids are 1–16 of `a-z 0-9 -`.
    pub fn parse(text: &str) -> Option<Self> {
        let keys: Option<Vec<_>> = text.split(',').map(|entry| parse_key(entry.trim())).collect();
        keys.filter(|keys| !keys.is_empty()).map(Self)
    }

    /// Form, length of the key's name, the name, nonce, then the sealed bytes with their tag.
    pub fn seal(&self, plain: &[u8], place: &str, nonce: [u8; NONCE_BYTES]) -> Result<Vec<u8>, SealError> {
        let (id, cipher) = self.0.first().ok_or(SealError::UnknownKey)?;
        let payload = Payload { msg: plain, aad: place.as_bytes() };
        let sealed = cipher.encrypt(&Nonce::from(nonce), payload).map_err(|_| SealError::NotWhole)?;
        let length = u8::try_from(id.len()).map_err(|_| SealError::OtherForm)?;
        let mut bytes = vec![FORM, length];
        bytes.extend_from_slice(id.as_bytes());
        bytes.extend_from_slice(&nonce);
        bytes.extend_from_slice(&sealed);
        Ok(bytes)
    }

    /// The id of the key that seals.
    pub fn first_id(&self) -> &str {
        self.0.first().map_or("", |(id, _)| id)
    }

    /// Whether something is sealed under the key that seals now.
    pub fn is_under_first(&self, bytes: &[u8]) -> bool {
        let id = self.first_id().as_bytes();
        bytes.get(2..).is_some_and(|rest| rest.starts_with(id))
            && bytes.get(1).copied().map(usize::from) == Some(id.len())
    }

    /// What was sealed for this place.
    pub fn open(&self, bytes: &[u8], place: &str) -> Result<Vec<u8>, SealError> {
        let (&[form, length], rest) = bytes.split_first_chunk().ok_or(SealError::OtherForm)?;
        if form != FORM {
            return Err(SealError::OtherForm);
        }
        let (id, rest) = rest.split_at_checked(usize::from(length)).ok_or(SealError::OtherForm)?;
        let (nonce, sealed) = rest.split_first_chunk::<NONCE_BYTES>().ok_or(SealError::OtherForm)?;
        let (_, cipher) = self.0.iter().find(|(known, _)| known.as_bytes() == id).ok_or(SealError::UnknownKey)?;
        let payload = Payload { msg: sealed, aad: place.as_bytes() };
        cipher.decrypt(&Nonce::from(*nonce), payload).map_err(|_| SealError::NotWhole)
    }
}

fn parse_key(entry: &str) -> Option<(String, Aes256Gcm)> {
    let (id, key) = entry.split_once(':')?;
    let named = (1..=KEY_ID_BYTES_MAX).contains(&id.len())
        && id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
    let cipher = Aes256Gcm::new_from_slice(&hex::decode::<32>(key)?).ok()?;
    named.then(|| (id.to_owned(), cipher))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &[u8] = "Åsa Öberg, 王".as_bytes();

    fn keys(ids: &[(&str, &str)]) -> SealingKeys {
        let text: Vec<String> = ids.iter().map(|(id, byte)| format!("{id}:{}", byte.repeat(32))).collect();
        SealingKeys::parse(&text.join(",")).unwrap()
    }

    #[test]
    fn what_is_sealed_opens_in_its_place_only() {
        let keys = keys(&[("k1", "0a")]);
        let sealed = keys.seal(PLAIN, "record/a/1", [7; 12]).unwrap();
        assert!(!sealed.windows(PLAIN.len()).any(|part| part == PLAIN));
        assert_eq!(keys.open(&sealed, "record/a/1").unwrap(), PLAIN);
        assert_eq!(keys.open(&sealed, "record/a/2"), Err(SealError::NotWhole));
    }

    #[test]
    fn one_changed_bit_or_a_missing_byte_is_noticed() {
        let keys = keys(&[("k1", "0a")]);
        let sealed = keys.seal(PLAIN, "here", [7; 12]).unwrap();
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(keys.open(&changed, "here").is_err(), "byte {at}");
            assert!(keys.open(&sealed[..at], "here").is_err(), "cut at {at}");
        }
    }

    #[test]
    fn after_a_rotation_old_copies_open_and_new_ones_carry_the_new_key() {
        let old = keys(&[("k1", "0a")]);
        let both = keys(&[("k2", "0b"), ("k1", "0a")]);
        let new = keys(&[("k2", "0b")]);
        let before = old.seal(PLAIN, "here", [1; 12]).unwrap();
        let after = both.seal(PLAIN, "here", [2; 12]).unwrap();
        assert_eq!((both.first_id(), both.is_under_first(&before), both.is_under_first(&after)), ("k2", false, true));
        assert_eq!(both.open(&before, "here").unwrap(), PLAIN);
        assert_eq!(new.open(&after, "here").unwrap(), PLAIN);
        assert_eq!(new.open(&before, "here"), Err(SealError::UnknownKey));
        // The same name with another key.
        assert_eq!(keys(&[("k1", "0c")]).open(&before, "here"), Err(SealError::NotWhole));
    }

    #[test]
    fn keys_of_another_form_are_refused() {
        for bad in ["", "k1", "k1:", "k1:0a", &format!("K1:{}", "0a".repeat(32)), &format!(":{}", "0a".repeat(32)), ","]
        {
            assert!(SealingKeys::parse(bad).is_none(), "{bad}");
        }
    }
}
