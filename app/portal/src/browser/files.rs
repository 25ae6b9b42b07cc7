//! What a page gives away: a file to save, a text to paste.

use super::page::{self, window};
use super::spawn;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Gives the browser a file to save.
pub fn save(name: &str, kind: &str, text: &str) {
    let Ok(anchor) = page::document().create_element("a") else { return };
    let address = format!("data:{kind};charset=utf-8,{}", js_sys::encode_uri_component(text));
    anchor.set_attribute("href", &address).ok();
    anchor.set_attribute("download", name).ok();
    if let Ok(anchor) = anchor.dyn_into::<HtmlElement>() {
        anchor.click();
    }
}

/// Puts a text on the clipboard; the button says so. Where that cannot be done, as in many a browser within another app, the
/// text stands below, to be copied by hand.
pub fn copy(button: Element, text: Option<String>) {
    let Some(text) = text else { return };
    spawn(async move {
        let clipboard = window().navigator().clipboard();
        let is_there = !clipboard.is_undefined();
        if is_there && wasm_bindgen_futures::JsFuture::from(clipboard.write_text(&text)).await.is_ok() {
            button.set_text_content(Some(&page::data(&button, "done")));
        } else if let Some(buttons) = button.parent_element() {
            // Once is enough.
            button.remove_attribute("data-act").ok();
            buttons.insert_adjacent_text("afterend", &text).ok();
        }
    });
}
