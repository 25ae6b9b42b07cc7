//! The portal on the real Workers runtime, as a test sees it: started, called, looked into, killed.
//!
//! `cargo xtask test runtime` builds what is served and runs these tests; by themselves they fail and say so.

#![allow(clippy::missing_panics_doc, reason = "a test helper that panics is a test that fails")]

pub mod asking;
pub mod desk;
pub mod http;
pub mod letters;
pub mod live;
mod lost;
pub mod pair;
pub mod people;
pub mod play;
pub mod portal;
