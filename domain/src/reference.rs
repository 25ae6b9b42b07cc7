//! The reference: eight characters people can read out.

use serde::{Deserialize, Serialize};

/// Letters that cannot be taken for digits or each other when read aloud or written by hand.
const LETTERS: &[u8; 22] = b"ABCDEFGHJKLMNPRSTUVWXY";
const DIGITS: &[u8; 8] = b"23456789";

/// Eight characters, every third a digit: `AB3CD4EF`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Reference(String);

impl Reference {
    /// The reference of a keyed hash (HMAC-SHA-256 of the draft's id and a counter): the same hash, the same reference.
    pub fn of_hash(hash: &[u8; 32]) -> Self {
        let mut rest = hash.iter().take(16).fold(0_u128, |number, byte| (number << 8) | u128::from(*byte));
        let text = (1..=8)
            .map(|place| {
                let alphabet: &[u8] = if place % 3 == 0 { DIGITS } else { LETTERS };
                let size = alphabet.len() as u128;
                let index = usize::try_from(rest % size).unwrap_or(0);
                rest /= size;
                char::from(alphabet.get(index).copied().unwrap_or(b'A'))
            })
            .collect();
        Self(text)
    }

    pub fn parse(text: &str) -> Option<Self> {
        let fits = text.len() == 8
            && text.bytes().zip(1..).all(|(byte, place)| match place % 3 {
                0 => DIGITS.contains(&byte),
                _ => LETTERS.contains(&byte),
            });
        fits.then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Reference {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_hash_gives_a_reference_that_can_be_read_aloud(hash: [u8; 32]) {
            let reference = Reference::of_hash(&hash);
            prop_assert_eq!(Reference::parse(reference.as_str()), Some(reference.clone()));
            prop_assert!(!reference.as_str().contains(['I', 'O', 'Q', 'Z', '0', '1']));
        }
    }

    #[test]
    fn references_spread_over_the_whole_space() {
        use sha2::{Digest, Sha256};
        let references: std::collections::BTreeSet<_> =
            (0..10_000_u32).map(|number| Reference::of_hash(&Sha256::digest(number.to_be_bytes()).into())).collect();
        // 22^6 × 8^2 = 7.3 × 10^9 places: 10,000 draws meet with a chance of about 0.7 %, and this draw is fixed.
        assert_eq!(references.len(), 10_000);
    }
}
