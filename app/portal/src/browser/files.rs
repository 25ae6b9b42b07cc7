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

/// Puts a text on the clipboard; the button says so.
pub fn copy(button: Element, text: Option<String>) {
    let Some(text) = text else { return };
    spawn(async move {
        let written = wasm_bindgen_futures::JsFuture::from(window().navigator().clipboard().write_text(&text)).await;
        if written.is_ok() {
            button.set_text_content(Some(&page::data(&button, "done")));
        }
    });
}
