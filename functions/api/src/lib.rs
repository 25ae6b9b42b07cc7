//! The Worker the internet reaches: pages, calls and form posts. Decides nothing, mails nothing; keeps
//! an application only while the ledger cannot be reached.
//!
//! Where to start: [`routes`] is the whole table of who may ask what; [`calls`] answers the portal's program, [`form`] a
//! browser without it, [`own`] links and own pages, [`framework`] what two people agree on,
//! [`desk`] the staff (whom [`access`] may vouch for), [`files`] the programs, [`document`] everything else, with what staff
//! have set ([`live`]).
//! [`ledger`] is the way to the ledger.
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

mod access;
mod answer;
mod ask;
mod body;
mod calls;
mod clock;
mod desk;
#[cfg(feature = "dev")]
mod dev;
mod document;
mod files;
mod form;
mod framework;
mod gate;
mod ledger;
mod live;
mod mentors;
mod own;
mod rewrite;
mod routes;
mod same_site;
mod spool;

use ask::Ask;
use worker::{Context, Env, Request, Response, Result, event};

/// Always answers: what fails inside is answered as a problem, never as an error of the runtime's.
#[event(fetch)]
async fn fetch(request: Request, env: Env, _context: Context) -> Result<Response> {
    let ask = Ask::of(request, env).await;
    let language = ask.language;
    if let Ok(response) = routes::route(ask).await {
        return Ok(response);
    }
    // The error's own text could hold what was typed, so it is not written to the log.
    worker::console_error!("api: a request was not answered");
    answer::problem(&domain::problem::Problem::Unreachable, language, &[])
}
