//! Taps on what is not a form's button: a fault's link, try now, copy, print, save, erase.

use super::page::{self, window};
use super::{acts, files, sending, state, storage};
use leptos::leptos_dom::helpers::window_event_listener_untyped as listen_to;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

pub fn listen() {
    listen_to("click", |event| tapped(&event));
}

fn tapped(event: &Event) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    if let Ok(Some(link)) = target.closest("#summary a") {
        event.prevent_default();
        page::lead_to(link.get_attribute("href").unwrap_or_default().trim_start_matches('#'));
        return;
    }
    let Ok(Some(button)) = target.closest("[data-act]") else { return };
    match page::data(&button, "act").as_str() {
        "send-now" => sending::hurry(sending::Reason::Tap),
        "print" => drop(window().print()),
        "copy" => files::copy(button, page::written_receipt()),
        "copy-aside" => files::copy(button, Some(state().peek(|held| held.kept.aside.join("\n")))),
        "drop-aside" => drop_aside(),
        "keep-file" => keep_file(),
        "erase" => erase(),
        _ => {}
    }
}

/// Forgets what was typed and fits nowhere any more. The button goes with it, and the focus must not.
fn drop_aside() {
    state().change(|held| held.kept.aside.clear());
    acts::keep();
    page::focus_heading();
}

/// Saves what the receipt says as a text file.
fn keep_file() {
    let Some(receipt) = page::document().query_selector(".receipt").ok().flatten() else { return };
    let Ok(receipt) = receipt.dyn_into::<HtmlElement>() else { return };
    let text = format!("{}\n\n{}\n", receipt.inner_text(), page::written_receipt().unwrap_or_default());
    let name =
        state().peek(|held| held.receipt.as_ref().map_or_else(String::new, |kept| kept.receipt.reference.to_string()));
    files::save(&format!("{name}.txt"), "text/plain", &text);
}

fn erase() {
    storage::erase();
    let state = state();
    state.change(|held| {
        held.stored = storage::keys();
        held.is_erased = true;
    });
    page::lead_to("erased");
}
