//! The program in the browser: takes over a document, keeps what is typed, moves between pages and sends.

mod acts;
mod calls;
pub mod clock;
mod fields;
mod files;
mod json;
mod kit;
mod mentors;
mod moves;
pub mod page;
mod places;
mod ranking;
mod sending;
mod shown;
mod state;
mod storage;
mod take_over;
mod taps;
mod visits;
mod writing;

use crate::here::Here;
use leptos::prelude::*;
use places::Places;
use state::State;
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
    /// The places of the page that was taken over.
    places: RefCell<Option<Places>>,
    /// Puts what is held into them, whenever it changes.
    shows: RefCell<Option<ImmediateEffect>>,
    /// Documents of forms already fetched, by address, and the files that they came in.
    documents: RefCell<Vec<(String, String)>>,
    bundles: RefCell<Vec<String>>,
    /// The path of the document that stands.
    shown: RefCell<String>,
    /// How far each document was scrolled when it was left.
    scrolls: RefCell<Vec<(String, f64)>>,
    listens: Cell<bool>,
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
            places: RefCell::default(),
            shows: RefCell::default(),
            documents: RefCell::default(),
            bundles: RefCell::default(),
            shown: RefCell::default(),
            scrolls: RefCell::default(),
            listens: Cell::default(),
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

/// Takes over the document that is open.
pub fn start() {
    with_app(|app| app.shown.replace(page::path()));
    spawn(async {
        // The browser has just made the program ready; who types or scrolls meanwhile comes first.
        page::breathe().await;
        storage::remove_old();
        start_view().await;
    });
}

/// Takes over a page about one's own mentor.
pub fn start_kit() {
    storage::remove_old();
    kit::take_over();
    kit::listen();
}

/// Takes over a page of mentors.
pub fn start_mentors() {
    storage::remove_old();
    mentors::start();
}

/// Brings what stands in `<main>` to life, if it is something that does; links lead on from any document.
async fn start_view() {
    let Some(main) = page::main() else { return };
    match page::data(&main, "view").as_str() {
        "form" | "check" | "receipt" => {
            if let Some(here) = page::here(&main) {
                take_over::form(here).await;
            }
        }
        "storage" => take_over::storage(),
        "own" => {
            writing::take_over();
            listen();
        }
        _ => listen(),
    }
}

/// Listens to everything that people do, and shows what changes; once, for as long as the tab lives.
fn listen() {
    if !with_app(|app| app.listens.replace(true)) {
        let shows = owned(|| {
            acts::listen();
            taps::listen();
            visits::listen();
            ImmediateEffect::new(show)
        });
        with_app(|app| app.shows.replace(Some(shows)));
    }
}

/// Puts what is held into the places of the open page.
fn show() {
    state().follow(|held| {
        with_app(|app| {
            if let Some(places) = &*app.places.borrow() {
                places.put(shown::of(held, app.here.get()));
            }
        });
    });
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
