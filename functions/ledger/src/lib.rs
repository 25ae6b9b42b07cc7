//! The Worker that nobody reaches but `api`: keeps applications, decides about them with `domain`, seals copies into KV
//! and sends letters.
//!
//! Where to start: [`object`] is the Durable Object, one for the university; [`receive`] and [`session`] carry out its
//! calls over [`rows`]; [`outbox`] is what its alarm does, with [`effects`] and [`mail`]. [`gate`] is a second, small object
//! that only counts.
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

mod answer;
mod clock;
#[cfg(feature = "dev")]
mod dev;
mod effects;
mod gate;
mod mail;
mod object;
mod outbox;
mod receive;
mod rows;
mod session;
mod tasks;

use worker::{Context, Env, Request, Response, Result, event};

/// The objects are reached through their bindings; the Worker itself has no address and nothing to say.
#[event(fetch)]
async fn fetch(_request: Request, _env: Env, _context: Context) -> Result<Response> {
    Ok(Response::empty()?.with_status(404))
}
