//! The staff's side: who they are and what they may do, what travels to and from the desk, and what needs a person.
//!
//! Where to start: [`member`] is the list of staff; [`call`] is every call with who may make it; [`row`] is a record as a
//! line; [`said`] puts one into words; [`queue`] says what needs a person. What is decided about it stands in [`crate::ledger`].

pub mod assertion;
pub mod call;
pub mod closure;
pub mod csv;
pub mod letter;
pub mod member;
pub mod person;
pub mod queue;
pub mod row;
pub mod said;
#[cfg(test)]
mod sample;
pub mod suggest;
pub mod view;
pub mod waiting;
