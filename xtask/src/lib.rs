//! The workshop: sets up, builds, serves, checks, tests and deploys the portal. `cargo xtask help` lists the commands.
//!
//! Where to start: `arguments` (what can be typed) → `plan` (how steps are told) → `build` → `serve`.
//! `tests/runtime` uses `serve` as a library to start and kill the real runtime.

pub mod arguments;
pub mod bench;
pub mod build;
pub mod check;
pub mod compressed;
pub mod deploy;
pub mod dev;
pub mod freshness;
pub mod letters;
pub mod plan;
pub mod project;
pub mod run;
pub mod sample;
pub mod screenshots;
pub mod serve;
pub mod setup;
pub mod simulate;
pub mod suites;
