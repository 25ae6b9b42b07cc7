//! What a student or mentor opens: the views of a form's pages, and the program that brings them to life in the browser.
//!
//! Where to start: [`here`] says which document this is. app/prerender writes every document's `<main>` with `views` (feature
//! `ssr`), with marked places for what is known only later; in the browser (feature `browser`) one signal holds what is known,
//! and an effect puts it into those places. So sentences and markup stand in the documents and not in the program.

/// Between two documents in the file that is fetched ahead: no text can hold this control character.
pub const SEPARATOR: &str = "\u{1e}";

pub mod here;
pub mod json;
pub mod kept;
pub mod told;

#[cfg(feature = "browser")]
pub mod browser;
#[cfg(feature = "ssr")]
pub mod say;
#[cfg(feature = "ssr")]
pub mod views;
