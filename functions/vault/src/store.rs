//! KV as we use it: sealed bytes, read back after every writing, never overwritten with something else.

use crate::{SealError, SealingKeys, draw};
use domain::ledger::{Copies, CopyFailed, Listing};
use worker::Env;
use worker::kv::{KvError, KvStore};

/// The binding of the namespace.
const BINDING: &str = "RECORDS";
/// Names in one page: each costs up to three calls, and one invocation may make 1,000.
const PAGE: u64 = 100;

/// The namespace and the keys to what is in it. Names: [`domain::ledger::copy_name`], 140 bytes at most of KV's 512.
pub struct Store {
    kv: KvStore,
    keys: SealingKeys,
}

/// What KV says is nothing that a log needs.
fn unreachable(_: KvError) -> CopyFailed {
    CopyFailed::Unreachable
}

impl From<SealError> for CopyFailed {
    fn from(_: SealError) -> Self {
        Self::DoesNotOpen
    }
}

impl Store {
    /// `None` where the namespace is not bound.
    pub fn of(env: &Env, keys: SealingKeys) -> Option<Self> {
        Some(Self { kv: env.kv(BINDING).ok()?, keys })
    }

    async fn sealed(&self, name: &str) -> Result<Option<Vec<u8>>, CopyFailed> {
        self.kv.get(name).bytes().await.map_err(unreachable)
    }
}

impl Copies for Store {
    async fn write(&self, name: &str, plain: &[u8]) -> Result<(), CopyFailed> {
        let nonce = draw().map_err(|_| CopyFailed::Unreachable)?;
        let sealed = self.keys.seal(plain, name, nonce)?;
        self.kv.put_bytes(name, &sealed).map_err(unreachable)?.execute().await.map_err(unreachable)?;
        if self.sealed(name).await?.is_some_and(|read| read == sealed) { Ok(()) } else { Err(CopyFailed::Unreachable) }
    }

    async fn read(&self, name: &str) -> Result<Option<Vec<u8>>, CopyFailed> {
        match self.sealed(name).await? {
            Some(sealed) => Ok(Some(self.keys.open(&sealed, name)?)),
            None => Ok(None),
        }
    }

    async fn remove(&self, name: &str) -> Result<(), CopyFailed> {
        self.kv.delete(name).await.map_err(unreachable)
    }

    async fn list(&self, prefix: &str, from: Option<String>) -> Result<Listing, CopyFailed> {
        let listing = self.kv.list().prefix(prefix.to_owned()).limit(PAGE);
        let listing = match from {
            Some(from) => listing.cursor(from),
            None => listing,
        };
        let page = listing.execute().await.map_err(unreachable)?;
        Ok(Listing {
            names: page.keys.into_iter().map(|key| key.name).collect(),
            next: page.cursor.filter(|_| !page.list_complete),
        })
    }

    async fn seal_anew(&self, name: &str) -> Result<bool, CopyFailed> {
        let Some(sealed) = self.sealed(name).await? else { return Ok(false) };
        if self.keys.is_under_first(&sealed) {
            return Ok(false);
        }
        let plain = self.keys.open(&sealed, name)?;
        self.write(name, &plain).await?;
        Ok(true)
    }

    fn sealing_key(&self) -> String {
        self.keys.first_id().to_owned()
    }
}
