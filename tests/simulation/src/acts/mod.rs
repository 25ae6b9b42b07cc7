//! What people, staff and misfortune do in a step.

mod misfortune;
mod people;
mod requests;
mod staff;

pub use misfortune::restore_at_once;
pub use people::{is_unknown, link_in};
