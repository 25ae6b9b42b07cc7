//! What a student or mentor opens: the views of a form's pages, and the program that brings them to life in the browser.
//!
//! Where to start: [`here`] says which document this is; [`state`] is what is held while it is open; [`views`] write its
//! `<main>`. app/prerender writes every document with these views (feature `ssr`); in the browser (feature `hydrate`)
//! `browser` takes over the same tree. Sentences go through [`say`], so that they stand in the documents and not in the program.

/// Between two documents in the file that is fetched ahead: no text can hold this control character.
pub const SEPARATOR: &str = "\u{1e}";

pub mod here;
pub mod json;
pub mod kept;
pub mod say;
pub mod state;
pub mod told;
pub mod views;

#[cfg(feature = "hydrate")]
pub mod browser;
