//! KV as we use it: sealed bytes under typed keys, read back after every writing, never overwritten with something else.

use crate::{ReferenceKey, SealError, SealingKeys, draw};
use worker::Env;
use worker::kv::{KvError, KvStore};

/// The binding of the namespace.
const BINDING: &str = "RECORDS";

/// `record/<HMAC of id>/<version>`: 135 bytes at most, and KV takes 512.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordKey(String);

impl RecordKey {
    pub fn of(key: &ReferenceKey, id: &str, version: u32) -> Self {
        Self(format!("record/{}/{version}", key.record_name(id)))
    }

    /// A name that KV has listed.
    pub fn parse(name: &str) -> Option<Self> {
        let (hash, version) = name.strip_prefix("record/")?.split_once('/')?;
        let named =
            hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) && version.parse::<u32>().is_ok();
        named.then(|| Self(name.to_owned()))
    }

    pub fn name(&self) -> &str {
        &self.0
    }
}

/// Why nothing was kept or read. Holds nothing of what it was.
#[derive(Debug)]
pub enum StoreError {
    /// KV said no, or could not be asked.
    Kv,
    /// Written, but what was read back is something else or nothing yet.
    NotReadBack,
    Seal(SealError),
    /// No chance to be had for a nonce.
    NoChance,
}

impl From<KvError> for StoreError {
    fn from(_: KvError) -> Self {
        Self::Kv
    }
}

impl From<SealError> for StoreError {
    fn from(problem: SealError) -> Self {
        Self::Seal(problem)
    }
}

/// The namespace and the keys to what is in it.
pub struct Store {
    kv: KvStore,
    keys: SealingKeys,
}

impl Store {
    pub fn of(env: &Env, keys: SealingKeys) -> Result<Self, StoreError> {
        Ok(Self { kv: env.kv(BINDING).map_err(|_| StoreError::Kv)?, keys })
    }

    /// Keeps a copy and reads it back. With `may_be_there` (an attempt went before and nobody knows how it ended) a copy
    /// that is there and opens stands as it is. Without it KV is not asked first: it would remember the miss for a minute.
    pub async fn keep(&self, key: &RecordKey, plain: &[u8], may_be_there: bool) -> Result<(), StoreError> {
        if may_be_there && self.read(key).await.is_ok_and(|copy| copy.is_some()) {
            return Ok(());
        }
        let sealed = self.keys.seal(plain, key.name(), draw().map_err(|_| StoreError::NoChance)?)?;
        self.kv.put_bytes(key.name(), &sealed)?.execute().await?;
        match self.kv.get(key.name()).bytes().await? {
            Some(read) if read == sealed => Ok(()),
            _ => Err(StoreError::NotReadBack),
        }
    }

    /// What is kept under a key, opened.
    pub async fn read(&self, key: &RecordKey) -> Result<Option<Vec<u8>>, StoreError> {
        match self.kv.get(key.name()).bytes().await? {
            Some(sealed) => Ok(Some(self.keys.open(&sealed, key.name())?)),
            None => Ok(None),
        }
    }

    /// Every key there is, page by page: an empty page is not the end.
    pub async fn keys(&self) -> Result<Vec<RecordKey>, StoreError> {
        let mut keys = Vec::new();
        let mut cursor: Option<String> = None;
        loop {
            let listing = self.kv.list().prefix("record/".to_owned());
            let listing = match cursor.take() {
                Some(cursor) => listing.cursor(cursor),
                None => listing,
            };
            let page = listing.execute().await?;
            keys.extend(page.keys.iter().filter_map(|key| RecordKey::parse(&key.name)));
            match page.cursor {
                Some(next) if !page.list_complete => cursor = Some(next),
                _ => return Ok(keys),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_names_the_version_and_not_the_id() {
        let secret = ReferenceKey::parse(&"11".repeat(32)).unwrap();
        let key = RecordKey::of(&secret, "0123456789abcdef0123456789abcdef", 3);
        assert!(key.name().ends_with("/3"));
        assert!(!key.name().contains("0123456789abcdef"));
        assert_eq!(RecordKey::parse(key.name()), Some(key));
        for bad in ["", "record/", "record/ab/1", &format!("record/{}/x", "a".repeat(64)), "other/1"] {
            assert!(RecordKey::parse(bad).is_none(), "{bad}");
        }
    }
}
