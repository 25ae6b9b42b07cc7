//! The Worker that nobody reaches but `api`: keeps applications, decides about them with `domain`, seals copies into KV
//! and sends letters.
//!
//! Where to start: [`object`] is the Durable Object, one for the university; what it decides is `domain::ledger`, over
//! [`rows`] as a [`book`] and with everything else it needs from the [`office`]. [`alarm`] works through what is due.
//! [`gate`] is a second, small object that only counts.
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

mod alarm;
mod answer;
mod book;
mod call;
mod clock;
mod desk;
mod desk_rows;
#[cfg(feature = "dev")]
mod dev;
mod gate;
mod mail;
mod object;
mod office;
mod own;
mod row;
mod rows;

use worker::{Context, Env, Request, Response, Result, event};

/// The objects are reached through their bindings; the Worker itself has no address and nothing to say.
#[event(fetch)]
async fn fetch(_request: Request, _env: Env, _context: Context) -> Result<Response> {
    Ok(Response::empty()?.with_status(404))
}
