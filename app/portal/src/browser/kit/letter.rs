//! A text written from what was typed, then the person's own to change, share, mail or copy: the letter to a mentor, the line
//! in the study plan.

use super::{WRITTEN, is_right, keep, read, typed, write};
use crate::browser::page::{self, by_id, template, window};
use domain::fill::fill;
use domain::text::Language;
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

/// The letter to a mentor.
pub fn invitation() {
    if is_right("goals-fault", "goals", !typed("goals").is_empty()) {
        give(&composed());
    }
}

/// The line in the study plan; what was left empty is left out.
pub fn study_plan() {
    if !is_right("mentor-fault", "mentor", !typed("mentor").is_empty()) {
        return;
    }
    let mut sentences: Vec<String> = Vec::new();
    for part in ["mentor", "workplace", "since", "often"] {
        let value = typed(part);
        if !value.is_empty() {
            sentences.push(fill(&template(chosen(), part), &[(part, value.trim_end_matches('.'))]));
        }
    }
    sentences.push(template(chosen(), "role"));
    give(&sentences.join(" "));
}

fn give(text: &str) {
    put_text("letter", text);
    keep();
    show();
    page::lead_to("answer");
}

/// Writes a text anew. What a person has made of an earlier one is kept below it; where there is nothing new to write, it
/// stays as it is.
pub fn put_text(field: &str, text: &str) {
    let Some(field) = by_id(field) else { return };
    let (before, written) = (read(&field), page::data(&field, "written"));
    if before.trim().is_empty() || before != text && written != text {
        let own = if before == written { "" } else { below(&before, &written) };
        let is_own = !own.trim().is_empty() && own != text;
        write(&field, &if is_own { format!("{text}{BETWEEN}{own}") } else { text.to_owned() });
    }
    field.set_attribute(WRITTEN, text).ok();
}

/// The person's own part of a text: what was kept below what the program wrote, or all of it.
fn below<'a>(text: &'a str, written: &str) -> &'a str {
    text.strip_prefix(written).and_then(|rest| rest.strip_prefix(BETWEEN)).unwrap_or(text)
}

fn show() {
    if let Some(answer) = by_id("answer") {
        answer.set_hidden(false);
    }
}

/// In the language that was chosen for it; what was left empty is left out.
fn composed() -> String {
    let part = |name| template(chosen(), name);
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

/// The language that was chosen for what is written.
pub fn language() -> Language {
    if typed("in-en").is_empty() { Language::Sv } else { Language::En }
}

/// Where the sentences of that language stand.
pub fn chosen() -> &'static str {
    if language() == Language::Sv { "letter-sv" } else { "letter-en" }
}

/// What shares a text with another app, where there is such a thing.
fn sharing() -> Option<Function> {
    Reflect::get(&window().navigator(), &"share".into()).ok()?.dyn_into().ok()
}

pub fn share() {
    let Some(share) = sharing() else { return };
    let what = Object::new();
    for (name, value) in [("title", template(chosen(), "subject")), ("text", typed("letter"))] {
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
    let (subject, text) = (template(chosen(), "subject"), typed("letter").replace('\n', "\r\n"));
    let Ok(anchor) = page::document().create_element("a") else { return };
    anchor.set_attribute("href", &format!("mailto:?subject={}&body={}", coded(&subject), coded(&text))).ok();
    if let Ok(anchor) = anchor.dyn_into::<HtmlElement>() {
        anchor.click();
    }
}
