//! The letter to a mentor: written from what was typed, then the person's own to change, share, mail or copy.

use super::{is_right, keep, read, typed, write as put};
use crate::browser::page::{self, by_id, template, window};
use domain::fill::fill;
use js_sys::{Function, Object, Promise, Reflect, encode_uri_component};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

/// What stands between a new text and the changed one that it would have replaced.
const BETWEEN: &str = "\n\n———\n\n";

/// Shows the text that was kept, and what this browser can do with it.
pub fn take_over() {
    let button = page::document().query_selector("[data-act=share-letter]").ok().flatten();
    if let Some(button) = button.filter(|_| sharing().is_some()) {
        button.remove_attribute("hidden").ok();
    }
    if !typed("letter").is_empty() {
        show();
    }
}

/// Writes the text anew. One that was changed is kept below it.
pub fn write() {
    if !is_right("goals-fault", "goals", !typed("goals").is_empty()) {
        return;
    }
    let Some(field) = by_id("letter") else { return };
    let (before, text) = (read(&field), composed());
    let is_changed = !before.trim().is_empty() && before != page::data(&field, "written") && before != text;
    put(&field, &if is_changed { format!("{text}{BETWEEN}{before}") } else { text.clone() });
    field.set_attribute("data-written", &text).ok();
    keep();
    show();
    page::lead_to("answer");
}

fn show() {
    if let Some(answer) = by_id("answer") {
        answer.set_hidden(false);
    }
}

/// In the language that was chosen for it; what was left empty is left out.
fn composed() -> String {
    let part = |name| template(letter(), name);
    let of = |name, id: &'static str| fill(&part(name), &[(id, &typed(id))]);
    let mut text = if typed("mentor").is_empty() { part("greeting-nobody") } else { of("greeting", "mentor") };
    let mut paragraph = |next: &str| text.extend(["\n\n", next.trim()]);
    paragraph(&part("opening"));
    if !typed("why").is_empty() {
        paragraph(&typed("why"));
    }
    paragraph(&of("goals", "goals"));
    if !typed("often").is_empty() {
        paragraph(&fill(&part("often"), &[("often", typed("often").trim_end_matches('.'))]));
    }
    paragraph(&part("ease"));
    paragraph(&of("closing", "name"));
    text
}

fn letter() -> &'static str {
    if typed("in-en").is_empty() { "letter-sv" } else { "letter-en" }
}

/// What shares a text with another app, where there is such a thing.
fn sharing() -> Option<Function> {
    Reflect::get(&window().navigator(), &"share".into()).ok()?.dyn_into().ok()
}

pub fn share() {
    let Some(share) = sharing() else { return };
    let what = Object::new();
    for (name, value) in [("title", template(letter(), "subject")), ("text", typed("letter"))] {
        Reflect::set(&what, &name.into(), &value.into()).ok();
    }
    let shared = share.call1(&window().navigator(), &what);
    // Who closes the sheet without sharing has done nothing wrong.
    if let Some(shared) = shared.ok().and_then(|shared| shared.dyn_into::<Promise>().ok()) {
        crate::browser::spawn(async move { drop(wasm_bindgen_futures::JsFuture::from(shared).await) });
    }
}

/// Opens the mail program with the text. RFC 6068: lines end with CR LF.
pub fn mail() {
    let coded = |text: &str| JsValue::from(encode_uri_component(text)).as_string().unwrap_or_default();
    let (subject, text) = (template(letter(), "subject"), typed("letter").replace('\n', "\r\n"));
    let Ok(anchor) = page::document().create_element("a") else { return };
    anchor.set_attribute("href", &format!("mailto:?subject={}&body={}", coded(&subject), coded(&text))).ok();
    if let Ok(anchor) = anchor.dyn_into::<HtmlElement>() {
        anchor.click();
    }
}
