//! What is kept for good: sealed copies in KV under typed keys, and the keyed hashes that name them. The only crate that
//! names `worker::kv`.
//!
//! Two secrets: `SEALING_KEYS` (the first seals, all open; may be rotated) and `REFERENCE_KEY` (never changes).
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects
    )
)]

mod hash;
mod hex;
mod seal;
mod store;

pub use hash::ReferenceKey;
pub use seal::{SealError, SealingKeys};
pub use store::Store;

use worker::Env;

/// Bytes nobody can guess; for secrets and nonces. An error when the runtime gives none.
pub fn draw<const N: usize>() -> Result<[u8; N], getrandom::Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

/// A setting that is there and not empty: a secret, else a variable of the same name (development).
pub fn setting(env: &Env, name: &str) -> Option<String> {
    let text = env.secret(name).or_else(|_| env.var(name)).ok()?.to_string();
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The keys that seal; `None` when they are missing or of another form.
pub fn sealing_keys(env: &Env) -> Option<SealingKeys> {
    SealingKeys::parse(&setting(env, "SEALING_KEYS")?)
}

/// The key of names and references; `None` when it is missing or of another form.
pub fn reference_key(env: &Env) -> Option<ReferenceKey> {
    ReferenceKey::parse(&setting(env, "REFERENCE_KEY")?)
}

/// The copies in KV; `None` where keys or namespace are missing.
pub fn store(env: &Env) -> Option<Store> {
    Store::of(env, sealing_keys(env)?)
}
