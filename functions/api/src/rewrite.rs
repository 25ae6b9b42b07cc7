//! Putting fills into a document with the runtime's `HTMLRewriter`: attributes and marked empty places, never new elements,
//! so that the portal's program finds the document it expects.

use domain::fills::{Fills, Look};
use domain::form_post::carried;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use worker::js_sys::{JsString, Object, Promise, Reflect, futures::JsFuture};
use worker::worker_sys::web_sys;
use worker::{Error, Result};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = HTMLRewriter)]
    type HtmlRewriter;
    #[wasm_bindgen(constructor, js_class = "HTMLRewriter")]
    fn new() -> HtmlRewriter;
    #[wasm_bindgen(method, catch, js_class = "HTMLRewriter")]
    fn on(this: &HtmlRewriter, selector: &str, handlers: &Object) -> std::result::Result<HtmlRewriter, JsValue>;
    #[wasm_bindgen(method, catch, js_class = "HTMLRewriter")]
    fn transform(this: &HtmlRewriter, response: &web_sys::Response) -> std::result::Result<web_sys::Response, JsValue>;

    type Element;
    #[wasm_bindgen(method, catch, js_name = getAttribute)]
    fn get_attribute(this: &Element, name: &str) -> std::result::Result<Option<String>, JsValue>;
    #[wasm_bindgen(method, catch, js_name = setAttribute)]
    fn set_attribute(this: &Element, name: &str, value: &str) -> std::result::Result<Element, JsValue>;
    #[wasm_bindgen(method, catch, js_name = removeAttribute)]
    fn remove_attribute(this: &Element, name: &str) -> std::result::Result<Element, JsValue>;
    /// As text: the runtime escapes it.
    #[wasm_bindgen(method, catch, js_name = setInnerContent)]
    fn set_inner_content(this: &Element, text: &str) -> std::result::Result<Element, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn prepend(this: &Element, text: &str) -> std::result::Result<Element, JsValue>;
}

type Handler = fn(&Element, &Fills) -> std::result::Result<(), JsValue>;

/// Selector and what is done with each element it finds.
const HANDLERS: [(&str, Handler); 6] = [
    ("[data-fill]", fill_place),
    ("[data-fill-href]", fill_link),
    ("input[name]", fill_input),
    ("textarea[name]", fill_textarea),
    ("option[data-of]", fill_option),
    ("title[data-error]", mark_title),
];

/// The document's text with everything put in.
pub async fn rewrite(document: &web_sys::Response, fills: Fills) -> Result<String> {
    let fills = Rc::new(fills);
    let mut rewriter = HtmlRewriter::new();
    let mut kept = Vec::new();
    for (selector, handler) in HANDLERS {
        let fills = Rc::clone(&fills);
        // A place that cannot be filled stays as it is.
        let closure = Closure::<dyn FnMut(Element)>::new(move |element: Element| drop(handler(&element, &fills)));
        let handlers = Object::new();
        Reflect::set(&handlers, &JsString::from("element"), closure.as_ref())?;
        rewriter = rewriter.on(selector, &handlers)?;
        kept.push(closure);
    }
    let text: Promise<JsString> = rewriter.transform(document)?.text()?.unchecked_into();
    let text = JsFuture::from(text).await?;
    // The handlers are called while the text is read; they may go only now.
    drop(kept);
    JsValue::from(text).as_string().ok_or_else(|| Error::from("a document is not text"))
}

/// Puts text into an attribute. The runtime escapes `"` there and nothing else: a typed `&amp;` would come back as `&`.
fn put_text(element: &Element, name: &str, text: &str) -> std::result::Result<(), JsValue> {
    element.set_attribute(name, &text.replace('&', "&amp;")).map(drop)
}

fn fill_place(element: &Element, fills: &Fills) -> std::result::Result<(), JsValue> {
    let Some(place) = element.get_attribute("data-fill")? else { return Ok(()) };
    match fills.look(&place) {
        Look::AsWritten => {}
        Look::Hidden => drop(element.set_attribute("hidden", "")?),
        Look::Shown(text) => {
            element.remove_attribute("hidden")?;
            if !text.is_empty() {
                element.set_inner_content(text)?;
            }
        }
    }
    Ok(())
}

fn fill_link(element: &Element, fills: &Fills) -> std::result::Result<(), JsValue> {
    if let Some(place) = element.get_attribute("data-fill-href")?
        && let Some(address) = fills.link_at(&place)
    {
        element.set_attribute("href", address)?;
    }
    Ok(())
}

fn fill_input(element: &Element, fills: &Fills) -> std::result::Result<(), JsValue> {
    let Some(name) = element.get_attribute("name")? else { return Ok(()) };
    if fills.is_faulty(&name) {
        element.set_attribute("aria-invalid", "true")?;
    }
    let Some(values) = fills.values(&name) else { return Ok(()) };
    match element.get_attribute("type")?.as_deref() {
        Some("radio" | "checkbox") => {
            let own = element.get_attribute("value")?.unwrap_or_default();
            if values.contains(&own) {
                element.set_attribute("checked", "")?;
            } else {
                element.remove_attribute("checked")?;
            }
        }
        Some("hidden") => put_text(element, "value", &carried(values))?,
        _ => put_text(element, "value", values.first().map_or("", String::as_str))?,
    }
    Ok(())
}

fn fill_textarea(element: &Element, fills: &Fills) -> std::result::Result<(), JsValue> {
    let Some(name) = element.get_attribute("name")? else { return Ok(()) };
    if fills.is_faulty(&name) {
        element.set_attribute("aria-invalid", "true")?;
    }
    if let Some(text) = fills.values(&name).and_then(<[String]>::first) {
        // HTML drops one line break after `<textarea>`; this one, and not the person's own.
        let guard = if text.starts_with(['\n', '\r']) { "\n" } else { "" };
        element.set_inner_content(&format!("{guard}{text}"))?;
    }
    Ok(())
}

/// An option says of which field it is: the runtime shows no element's parent.
fn fill_option(element: &Element, fills: &Fills) -> std::result::Result<(), JsValue> {
    let name = element.get_attribute("data-of")?.unwrap_or_default();
    let own = element.get_attribute("value")?.unwrap_or_default();
    if fills.values(&name).is_some_and(|values| values.contains(&own)) {
        element.set_attribute("selected", "")?;
    }
    Ok(())
}

fn mark_title(element: &Element, fills: &Fills) -> std::result::Result<(), JsValue> {
    if fills.has_faults()
        && let Some(prefix) = element.get_attribute("data-error")?
    {
        element.prepend(&prefix)?;
    }
    Ok(())
}
