//! The rules of the portal: what a programme asks, what a draft must hold to become an application, what the ledger decides
//! about it and what the letters say.
//!
//! Where to start: [`programme`] is the table that `programmes/*.toml` becomes; [`draft`] turns what a person typed into an
//! [`application`] or into [`problem::Fault`]s; [`ledger`] decides what becomes of it; [`call`] is what travels.
//!
//! Nothing here does I/O, reads a clock, draws chance or knows a screen: time, ids and keys are arguments. The browser and
//! the Workers run this same code. Words and rules are separate tables, so that a program that names no words carries none.
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

pub mod answer;
pub mod application;
pub mod asked;
pub mod calendar;
pub mod call;
pub mod day;
pub mod desk;
pub mod directory;
pub mod draft;
pub mod fill;
pub mod fills;
pub mod form_post;
pub mod framework;
pub mod gate;
pub mod independence;
pub mod journey;
pub mod json;
pub mod ledger;
pub mod letter;
pub mod link;
pub mod listing;
pub mod live;
pub mod matching;
pub mod meetings;
pub mod mentor;
pub mod outbox;
pub mod problem;
pub mod programme;
pub mod question;
pub mod reference;
pub mod release;
pub mod request;
pub mod shown;
pub mod standing;
pub mod text;
pub mod wish;
pub mod words;
