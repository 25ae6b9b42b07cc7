//! The ledger's whole life under faults, natively: people, staff and misfortune on the real decisions of `domain`, with rows,
//! copies, letters and time in memory, and somebody who watches that every promise holds.
//!
//! Where to start: [`steps`] is what happens, [`weather`] what goes wrong, [`world`] what the ledger works with, [`watch`] what
//! must hold; [`simulate`] runs seeds and [`report`] tells of one that failed. `calm` is the same world without faults, for
//! tests that tell one thing.

mod acts;
mod alarm;
mod answers;
mod book;
pub mod calm;
mod chance;
mod copies;
pub mod desk;
mod desk_rows;
mod door;
mod kv;
mod names;
mod people;
mod pieced;
mod planted;
mod points;
pub mod reached;
pub mod report;
pub mod requests;
mod rows;
mod run;
pub mod simulate;
pub mod steps;
pub mod two;
pub mod visitor;
pub mod watch;
pub mod weather;
pub mod whole_lives;
pub mod world;

pub use planted::Planted;
