//! The address of a page of mentors: it says what is sought.

use super::super::page::window;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use std::cell::RefCell;
use std::time::Duration;
use wasm_bindgen::JsValue;
use web_sys::UrlSearchParams;

/// Nobody types any more.
const PAUSE: Duration = Duration::from_millis(400);

/// What becomes of the address when something else is shown.
#[derive(Clone, Copy, PartialEq)]
pub enum History {
    Replace,
    Push,
    Keep,
}

thread_local! {
    /// The address that waits to be written.
    static WAITING: RefCell<Option<(TimeoutHandle, String)>> = RefCell::default();
    /// The query that the page shows.
    static SHOWN: RefCell<String> = RefCell::default();
}

pub fn query() -> String {
    window().location().search().unwrap_or_default()
}

pub fn value_in(query: &str, name: &str) -> Option<String> {
    UrlSearchParams::new_with_str(query).ok()?.get(name)
}

/// The query is shown, whoever put it into the address.
pub fn is_shown() {
    SHOWN.set(query());
}

/// The query that Back or forth led to; nothing where only the place on the page is another.
pub fn moved_to() -> Option<String> {
    let query = query();
    if SHOWN.with_borrow(|shown| *shown == query) {
        return None;
    }
    is_shown();
    Some(query)
}

/// What is typed is in the address once nobody has typed for a moment: with each address the browser asks for the icon again,
/// and it takes only so many.
pub fn write(address: String, history: History) {
    if let Some((timer, waiting)) = WAITING.take() {
        timer.clear();
        // Back leads to what stood there last.
        if history == History::Push {
            replace(&waiting);
        }
    }
    match history {
        History::Push => {
            if let Ok(browser) = window().history() {
                browser.push_state_with_url(&JsValue::NULL, "", Some(&address)).ok();
            }
            is_shown();
        }
        History::Replace => {
            let written = address.clone();
            let timer = set_timeout_with_handle(move || replace(&written), PAUSE);
            WAITING.set(timer.ok().map(|timer| (timer, address)));
        }
        History::Keep => {}
    }
}

fn replace(address: &str) {
    if let Ok(browser) = window().history() {
        browser.replace_state_with_url(&JsValue::NULL, "", Some(address)).ok();
    }
    is_shown();
}
