//! The document: its parts, what it carries for the program, and where the focus goes.

use crate::here::Here;
use domain::programme::Role;
use domain::text::Language;
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, FocusOptions, HtmlElement, Window};

/// # Panics
/// Never in a page; a worker has no window and never runs this.
pub fn window() -> Window {
    web_sys::window().expect("a page has a window")
}

/// # Panics
/// As [`window`].
pub fn document() -> Document {
    window().document().expect("a window has a document")
}

pub fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

pub fn main() -> Option<HtmlElement> {
    by_id("main")
}

/// Lets the browser do what waits, such as a key that was pressed, before it goes on here.
pub async fn breathe() {
    let turn = Promise::new(&mut |done, _| drop(window().set_timeout_with_callback(&done)));
    JsFuture::from(turn).await.ok();
}

/// Every element of a document that fits, in order.
pub fn all(document: &Document, selector: &str) -> Vec<Element> {
    let Ok(found) = document.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
}

/// `data-<name>` of an element, empty where there is none.
pub fn data(element: &Element, name: &str) -> String {
    element.get_attribute(&format!("data-{name}")).unwrap_or_default()
}

/// `data-<name>` of the element `#<id>`.
pub fn template(id: &str, name: &str) -> String {
    by_id(id).map(|element| data(&element, name)).unwrap_or_default()
}

pub fn language() -> Language {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute("lang")).and_then(|tag| Language::parse(&tag)).unwrap_or_default()
}

/// The form's place that the document says it is.
pub fn here(main: &HtmlElement) -> Option<Here> {
    Here::parse(language().tag(), &data(main, "programme"), &data(main, "role"), &data(main, "place"))
}

/// The form's place of an address.
pub fn here_of(path: &str) -> Option<Here> {
    let (language, path) = Language::of_address(path);
    let mut parts = path.trim_matches('/').split('/');
    let (slug, role, place) = (parts.next()?, parts.next()?, parts.next()?);
    Role::parse(role)?;
    Here::parse(language.tag(), slug, role, place)
}

/// The whole address of the own page on a receipt that is filled.
pub fn written_receipt() -> Option<String> {
    let link = by_id("receipt-link")?;
    link.get_attribute("href")?;
    js_sys::Reflect::get(&link, &"href".into()).ok()?.as_string()
}

pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

pub fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

pub fn is_online() -> bool {
    window().navigator().on_line()
}

/// The questions that the Worker's note calls changed.
pub fn noted_as_changed() -> Vec<String> {
    all(&document(), "#changes li:not([hidden])").iter().map(|line| data(line, "changed")).collect()
}

/// Focus without jumping; the caller scrolls.
pub fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).ok();
}

/// The heading that is shown, for the focus after a move; a text page's takes none, and `<main>` has it instead.
pub fn focus_heading() {
    let headings = all(&document(), "main h1").into_iter().filter_map(|heading| heading.dyn_into::<HtmlElement>().ok());
    let shown =
        headings.filter(|heading| heading.offset_parent().is_some()).find(|heading| heading.has_attribute("tabindex"));
    if let Some(element) = shown.or_else(main) {
        focus(&element);
    }
}

/// Brings an element into view and the focus to it.
pub fn lead_to(id: &str) {
    if let Some(element) = by_id(id) {
        element.scroll_into_view();
        focus(&element);
    }
}

/// Puts the document's own words for an error before its title, or takes them away.
pub fn mark_title(has_faults: bool) {
    let Ok(Some(title)) = document().query_selector("title") else { return };
    let prefix = data(&title, "error");
    let plain = document().title();
    let plain = plain.strip_prefix(&prefix).unwrap_or(&plain);
    document().set_title(&if has_faults { format!("{prefix}{plain}") } else { plain.to_owned() });
}
