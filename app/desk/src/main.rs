//! The desk's program: what staff open. Drawn in the browser from what its calls bring; the page around it stands already.
//!
//! Where to start: [`place`] is which page an address is, [`state`] what is held while the desk is open, [`calls`] the one way
//! to the Worker, [`views`] the pages. Everything that is decided or searched is `domain`'s.

mod browser;
mod calls;
mod place;
mod state;
mod views;

fn main() {
    views::start();
}
