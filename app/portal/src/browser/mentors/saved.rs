//! The mentors whom a person has saved on this phone, and the button at each card that says whether it is one of them.

use super::super::kit::read;
use super::super::page::{all, by_id, document, window};
use super::super::{clock, storage};
use super::slug;
use crate::kept::KeptMentors;
use domain::reference::Reference;
use leptos::leptos_dom::helpers::window_event_listener_untyped as listen_to;
use std::cell::{Cell, RefCell};
use web_sys::Element;

thread_local! {
    static IS_REVEALED: Cell<bool> = const { Cell::new(false) };
    /// Who stands at the buttons now.
    static SHOWN: RefCell<Vec<Reference>> = RefCell::default();
}

/// Shows the buttons, once, where this phone can keep something; another tab may save too.
pub fn reveal() {
    if IS_REVEALED.replace(true) || window().local_storage().ok().flatten().is_none() {
        return;
    }
    if let Some(choice) = by_id("only-kept") {
        choice.set_hidden(false);
    }
    for place in all(&document(), "#mentors .save-mentor") {
        place.remove_attribute("hidden").ok();
    }
    for kind in ["storage", "pageshow"] {
        listen_to(kind, |_| mark());
    }
}

/// Whom this phone keeps.
pub fn kept() -> Vec<Reference> {
    let kept = storage::mentors(&slug()).unwrap_or_default();
    kept.mentors.iter().filter_map(|mentor| Reference::parse(mentor)).collect()
}

/// Those alone who are to be shown, where only they are.
pub fn only() -> Option<Vec<Reference>> {
    by_id("only-kept-box").is_some_and(|choice| !read(&choice).is_empty()).then(kept)
}

pub fn stand(shown: Vec<Reference>) {
    SHOWN.set(shown);
    mark();
}

/// Does what the button said when it was pressed.
pub fn press(button: &Element) {
    let place = button.id().strip_prefix("keep-").and_then(|place| place.parse::<usize>().ok());
    let shown = SHOWN.with_borrow(|shown| shown.get(place?.checked_sub(1)?).cloned());
    let Some(mentor) = shown else { return };
    let mut mentors = kept();
    mentors.retain(|known| *known != mentor);
    if button.get_attribute("aria-pressed").as_deref() != Some("true") {
        mentors.push(mentor);
    }
    let mentors = mentors.iter().map(|mentor| mentor.as_str().to_owned()).collect();
    storage::keep_mentors(&slug(), &KeptMentors { saved_at: clock::now(), mentors });
    mark();
}

/// Says at each button whether its mentor is kept: what the browser did not take is not.
fn mark() {
    let kept = kept();
    SHOWN.with_borrow(|shown| {
        for (place, mentor) in (1..).zip(shown) {
            if let Some(button) = by_id(&format!("keep-{place}")) {
                button.set_attribute("aria-pressed", if kept.contains(mentor) { "true" } else { "false" }).ok();
            }
        }
    });
}
