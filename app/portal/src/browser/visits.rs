//! Moving between documents by links: the next one is fetched whole and put in place of the one that stands.

use super::moves::{self, History};
use super::page::{self, document, window};
use super::state::{Held, Saving};
use super::{acts, fields, here, spawn, start_view, state, with_app};
use crate::kept::{Kept, Sending};
use domain::journey::Place;
use leptos::leptos_dom::helpers::window_event_listener_untyped as listen_to;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlAnchorElement, MouseEvent};

/// What of the head speaks of one document.
const ITS_OWN: &str = "meta[name=description],meta[name=robots],meta[property],link[rel=canonical],link[rel=alternate],script[type='application/ld+json']";
/// Addresses that only the Worker answers rightly, or that hold a person's own pages.
const LEFT_ALONE: [&str; 4] = ["/my", "/l/", "/api/", "/build/"];

thread_local! {
    /// What was typed where nothing is kept and left by Back, by form, for as long as this program lives.
    static UNKEPT: RefCell<Vec<(String, Kept)>> = RefCell::default();
}

/// Listens to links; once, for as long as the tab lives.
pub fn listen() {
    listen_to("click", |event| followed(&event));
}

fn followed(event: &Event) {
    let Some(click) = event.dyn_ref::<MouseEvent>() else { return };
    let is_plain =
        click.button() == 0 && !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key());
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let link = target.and_then(|target| target.closest("a[href]").ok().flatten());
    let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) else { return };
    if !is_plain || event.default_prevented() || !leads_to_a_document(&link) || is_sending() || is_kept_nowhere() {
        return;
    }
    event.prevent_default();
    spawn(visit(link.pathname(), History::Push));
}

fn leads_to_a_document(link: &HtmlAnchorElement) -> bool {
    let path = link.pathname();
    let (_, plain) = domain::text::Language::of_address(&path);
    link.origin() == page::origin()
        && link.target().is_empty()
        && !link.has_attribute("download")
        && link.search().is_empty()
        && link.hash().is_empty()
        && path != page::path()
        && !LEFT_ALONE.iter().any(|start| plain.starts_with(start))
}

/// A send that is under way ends with the page.
fn is_sending() -> bool {
    let is_at_rest = |sending: &Sending| matches!(sending, Sending::Idle | Sending::Refused { .. });
    here().is_some() && state().peek(|held| !is_at_rest(&held.sending))
}

/// What is typed and kept nowhere stays in the browser's own memory of this page where a link leads on.
fn is_kept_nowhere() -> bool {
    here().is_some() && state().peek(|held| held.saving == Saving::Refused)
}

/// Shows another document of the portal. Where it cannot be had or is of another release, the browser is sent there.
pub async fn visit(path: String, history: History) {
    let ticket = moves::begin();
    remember_scroll();
    let fetched = moves::load(&path).await;
    if moves::is_overtaken(ticket) {
        return;
    }
    if is_sending() || history != History::Follow && is_kept_nowhere() {
        // Sent, or typed where nothing is kept, while the document was fetched. After Back the address is another already.
        if history == History::Follow {
            window().location().reload().ok();
        }
        return;
    }
    let Some(next) = fetched.as_deref().and_then(moves::parse).filter(moves::is_of_this_build) else {
        window().location().set_href(&path).ok();
        return;
    };
    if history == History::Push {
        moves::push_address(&path, false);
    }
    hold_unkept();
    put(&next, &path);
    start_view().await;
    give_back(&path).await;
    page::focus_heading();
    let scroll = if history == History::Follow { remembered_scroll(&path) } else { 0.0 };
    window().scroll_to_with_x_and_y(0.0, scroll);
}

fn hold_unkept() {
    if state().peek(|held| held.is_erased) {
        UNKEPT.take();
    }
    if let Some(here) = here().filter(|here| here.place != Place::Receipt && is_kept_nowhere()) {
        UNKEPT.with_borrow_mut(|all| all.push((here.key(), state().peek(|held| held.kept.clone()))));
    }
}

/// Puts into a form again what was typed in it; taken over without that, it may have moved to its first page.
async fn give_back(path: &str) {
    let Some(wanted) = page::here_of(path).filter(|wanted| wanted.place != Place::Receipt) else { return };
    let key = wanted.key();
    let found = UNKEPT.with_borrow_mut(|all| all.iter().rposition(|(of, _)| *of == key).map(|at| all.swap_remove(at)));
    let Some((_, kept)) = found else { return };
    state().change(|held| held.kept = kept);
    if here().is_some_and(|here| here.place == wanted.place) {
        fields::pour(wanted.form, &state().peek(|held| held.kept.draft.answers.clone()), None);
    } else {
        moves::go(wanted, History::Replace).await;
    }
    state().change(|held| held.kept.draft.language = wanted.language);
    acts::keep();
}

fn put(next: &Document, path: &str) {
    with_app(|app| {
        app.places.take();
        app.here.set(None);
        app.shown.replace(path.to_owned());
        app.returning.set(false);
    });
    state().change(|held| *held = Held::default());
    let (Some(root), Some(next_root)) = (document().document_element(), next.document_element()) else { return };
    root.set_attribute("lang", &next_root.get_attribute("lang").unwrap_or_default()).ok();
    document().set_title(&next.title());
    put_head(next);
    if let (Some(old), Some(new)) = (document().body(), next.body())
        && let Ok(new) = document().import_node_with_deep(&new, true)
    {
        old.replace_with_with_node_1(&new).ok();
    }
}

fn put_head(next: &Document) {
    let Some(head) = document().head() else { return };
    for element in page::all(&document(), ITS_OWN) {
        element.remove();
    }
    for element in page::all(next, ITS_OWN) {
        if let Ok(element) = document().import_node_with_deep(&element, true) {
            head.append_child(&element).ok();
        }
    }
    // The words for an error belong to a language.
    if let (Ok(Some(title)), Ok(Some(new))) = (document().query_selector("title"), next.query_selector("title")) {
        title.set_attribute("data-error", &page::data(&new, "error")).ok();
    }
}

/// Where each page was left, for Back.
fn remember_scroll() {
    let at = window().scroll_y().unwrap_or_default();
    with_app(|app| {
        let path = app.shown.borrow().clone();
        let mut scrolls = app.scrolls.borrow_mut();
        scrolls.retain(|(of, _)| *of != path);
        scrolls.push((path, at));
    });
}

fn remembered_scroll(path: &str) -> f64 {
    with_app(|app| app.scrolls.borrow().iter().find(|(of, _)| of == path).map_or(0.0, |(_, at)| *at))
}

/// Back, or forth, to what is no place of the open form.
pub async fn follow(path: String) {
    if with_app(|app| *app.shown.borrow() != path) {
        visit(path, History::Follow).await;
    }
}
