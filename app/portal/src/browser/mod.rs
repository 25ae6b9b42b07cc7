//! The program in the browser: takes over a document, keeps what is typed, moves between pages and sends.

mod acts;
mod calls;
pub mod clock;
mod fields;
mod json;
mod moves;
pub mod page;
mod ranking;
mod sending;
mod storage;
mod take_over;
mod taps;

use crate::here::Here;
use crate::state::State;
use leptos::prelude::*;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::pin::Pin;

/// What lives as long as the tab.
struct App {
    /// Keeps the signals alive from page to page.
    owner: Owner,
    state: State,
    /// The form's document that is open.
    here: Cell<Option<Here>>,
    /// Came from the check page to change something.
    returning: Cell<bool>,
    /// The notice on personal data has changed since this draft was kept; to be said once.
    notice_changed: Cell<bool>,
    /// The living view; dropping it takes it off the page.
    view: RefCell<Option<Box<dyn Any>>>,
    /// Documents of this form already fetched, by address.
    documents: RefCell<Vec<(String, String)>>,
    moves: Cell<u32>,
    sending: sending::Loop,
}

thread_local! {
    static APP: App = {
        let owner = Owner::new();
        let state = owner.with(State::default);
        App {
            owner,
            state,
            here: Cell::default(),
            returning: Cell::default(),
            notice_changed: Cell::default(),
            view: RefCell::default(),
            documents: RefCell::default(),
            moves: Cell::default(),
            sending: sending::Loop::default(),
        }
    };
}

fn with_app<T>(read: impl FnOnce(&App) -> T) -> T {
    APP.with(read)
}

fn state() -> State {
    with_app(|app| app.state)
}

fn here() -> Option<Here> {
    with_app(|app| app.here.get())
}

/// Takes over the document that is open, if it is one that comes to life.
pub fn start() {
    storage::remove_old();
    let Some(main) = page::main() else { return };
    match page::data(&main, "view").as_str() {
        "form" | "check" | "receipt" => {
            if let Some(here) = page::here(&main) {
                spawn(take_over::form(here));
            }
        }
        "storage" => take_over::storage(&main),
        _ => {}
    }
}

/// Sets something going. Boxed, so that there is one type of task: each would bring the whole of a promise's machinery.
fn spawn(task: impl Future<Output = ()> + 'static) {
    let task: Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    wasm_bindgen_futures::spawn_local(task);
}

/// Runs with the tab's owner, so that what is made outlives the page.
fn owned<T>(make: impl FnOnce() -> T) -> T {
    with_app(|app| app.owner.clone()).with(make)
}
