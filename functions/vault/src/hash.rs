//! Keyed hashes, each for one purpose only: what one of them shows says nothing about another.

use crate::hex;
use domain::ledger::Names;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The key of all keyed hashes; never changes, for names and references are made with it.
#[derive(Clone)]
pub struct ReferenceKey([u8; 32]);

impl ReferenceKey {
    /// 64 hex digits.
    pub fn parse(text: &str) -> Option<Self> {
        hex::decode(text.trim()).map(Self)
    }

    /// What is counted, in hex: a network or an address, which nobody should read back out of it.
    pub fn counted(&self, what: &str, value: &str) -> String {
        hex::encode(&self.hash("counted", &[what.as_bytes(), value.as_bytes()]))
    }

    /// HMAC-SHA-256 over the purpose and the parts, each with its length before it, so that no two lists read the same.
    fn hash(&self, purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
        // A key of any length is taken; the empty result of the other branch is never reached.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else { return [0; 32] };
        for part in std::iter::once(&purpose.as_bytes()).chain(parts) {
            mac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

impl Names for ReferenceKey {
    fn record_name(&self, id: &str) -> String {
        hex::encode(&self.hash("record-key", &[id.as_bytes()]))
    }

    fn reference(&self, id: &str, counter: u32) -> [u8; 32] {
        self.hash("reference", &[id.as_bytes(), &counter.to_be_bytes()])
    }

    fn address_name(&self, email: &str) -> String {
        self.counted("address", &email.to_lowercase())
    }

    fn letter_name(&self, fact: &str, id: &str) -> String {
        self.counted(fact, id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn purposes_ids_and_counters_do_not_meet() {
        let key = ReferenceKey::parse(&"11".repeat(32)).unwrap();
        let other = ReferenceKey::parse(&"12".repeat(32)).unwrap();
        let all = [
            key.record_name("a"),
            key.record_name("b"),
            hex::encode(&key.reference("a", 0)),
            hex::encode(&key.reference("a", 1)),
            key.counted("network", "a"),
            key.counted("address", "a"),
            key.counted("networ", "ka"),
            other.record_name("a"),
        ];
        let different: std::collections::BTreeSet<_> = all.iter().collect();
        assert_eq!(different.len(), all.len());
        assert_eq!(key.record_name("a"), key.clone().record_name("a"));
    }

    #[test]
    fn a_key_of_another_form_is_refused() {
        for bad in ["", "11", &"1".repeat(63), &"g".repeat(64)] {
            assert!(ReferenceKey::parse(bad).is_none());
        }
    }
}
