//! A change to a framework that is being written: this tab keeps it, so that a reload loses nothing, until it is sent. On the
//! phone itself nothing of an own page is kept.

use super::kit::{read, write};
use super::page::{all, document, window};
use crate::SEPARATOR;
use domain::form_post::field::OF;
use domain::words::form::framework::SEEN;
use leptos::leptos_dom::helpers::window_event_listener_untyped as listen_to;
use web_sys::{Element, Storage};

/// Marks what was given to the browser to be sent.
const SENT: &str = "sent";

fn tab() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// On a person's own pages: puts back what was written here, or forgets what has been sent.
pub fn take_over() {
    let (key, fields) = (key(), fields());
    let Some(tab) = tab() else { return };
    let kept = tab.get_item(&key).ok().flatten().unwrap_or_default();
    // Where the Worker says that something is wrong, what was sent stands there already.
    let is_answered =
        !all(&document(), "#summary:not([hidden]), .problem:not([hidden]), [data-fill='unsaved']:not([hidden])")
            .is_empty();
    if is_answered && !fields.is_empty() {
        keep("");
    } else if let [state, seen, names, values @ ..] = kept.split(SEPARATOR).collect::<Vec<_>>().as_slice() {
        // Another version than the one it was written for: it has arrived.
        if *state == SENT && *seen != value_of(SEEN) {
            tab.remove_item(&key).ok();
        } else if *names == names_of(&fields) {
            fields.iter().zip(values).for_each(|(field, value)| write(field, value));
        }
    }
    if !fields.is_empty() {
        listen_to("input", |_| keep(""));
        listen_to("submit", |_| keep(SENT));
    }
}

fn keep(state: &str) {
    let fields = fields();
    let mut parts = vec![state.to_owned(), value_of(SEEN), names_of(&fields)];
    parts.extend(fields.iter().map(read));
    if let Some(tab) = tab() {
        tab.set_item(&key(), &parts.join(SEPARATOR)).ok();
    }
}

/// One framework's: the tab may open another's.
fn key() -> String {
    format!("writing/{}", value_of(OF))
}

fn fields() -> Vec<Element> {
    all(&document(), "form[action$='/my/change'] [name]")
}

/// A release may ask something else.
fn names_of(fields: &[Element]) -> String {
    fields.iter().filter_map(|field| field.get_attribute("name")).collect::<Vec<_>>().join(",")
}

fn value_of(name: &str) -> String {
    all(&document(), &format!("main [name='{name}']")).first().map(read).unwrap_or_default()
}
