//! Moving between a form's pages without loading: the next document is fetched and its parts are put in.

use super::page::{self, document, window};
use super::places::Places;
use super::state::Saving;
use super::{fields, sending, spawn, state, with_app};
use crate::SEPARATOR;
use crate::here::Here;
use crate::kept::Sending;
use domain::fills::Fills;
use domain::journey::Place;
use gloo_net::http::{Request, Response};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, DomParser, HtmlElement, SupportedType};

/// What a move does to the list that Back goes through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum History {
    Push,
    Replace,
    /// The browser itself has moved.
    Follow,
}

/// Shows another place of the form. Where its document cannot be had, the browser is sent there.
pub async fn go(here: Here, history: History) {
    let ticket = begin();
    let address = here.address();
    let Some(text) = fetch(&address).await else {
        if page::is_online() {
            leave(here);
        } else {
            // The page that stands is worth more than the browser's own error page.
            sending::say_that_the_next_page_needs_a_network();
        }
        return;
    };
    if is_overtaken(ticket) {
        return;
    }
    let Some(next) = parse(&text).filter(is_of_this_build) else {
        leave(here);
        return;
    };
    put(here, &next, history);
    revive(here);
    page::focus_heading();
    if history != History::Follow {
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
    spawn(fetch_ahead());
}

/// A move begins; of several the last one counts.
pub fn begin() -> u32 {
    with_app(|app| {
        app.moves.set(app.moves.get().wrapping_add(1));
        app.moves.get()
    })
}

/// Whether a later move has begun.
pub fn is_overtaken(ticket: u32) -> bool {
    ticket != with_app(|app| app.moves.get())
}

/// Goes on without this program. Where the phone keeps nothing, the form carries the draft.
fn leave(here: Here) {
    let (kept, is_refused) = state().peek(|held| (held.kept.clone(), held.saving == Saving::Refused));
    let is_posted = is_refused && here.place != Place::Receipt && fields::post(&kept, here.place);
    if !is_posted {
        window().location().set_href(&here.address()).ok();
    }
}

fn put(here: Here, next: &Document, history: History) {
    match history {
        History::Push => push_address(&here.address(), with_app(|app| app.returning.get())),
        History::Replace => replace_address(here),
        History::Follow => {}
    }
    let state = state();
    state.change(|held| {
        held.is_alive = false;
        held.faults.clear();
        if matches!(held.sending, Sending::Refused { .. }) {
            // What was said at the top of the page before is not about this one.
            held.sending = Sending::Idle;
        }
    });
    for selector in ["title", ".skip", "header", "#main", "footer"] {
        replace(next, selector);
    }
    keep_contact();
    if here.place == Place::Receipt {
        // What has been sent is not touched by what is open now.
        for line in page::all(&document(), ".live aside:not([data-fill^=live-news])") {
            line.set_attribute("hidden", "").ok();
        }
    }
    with_app(|app| app.shown.replace(here.address()));
    if let Some(root) = document().document_element() {
        root.set_attribute("lang", here.language.tag()).ok();
    }
    take(Some(here));
}

fn replace(next: &Document, selector: &str) {
    let (Ok(Some(old)), Ok(Some(new))) = (document().query_selector(selector), next.query_selector(selector)) else {
        return;
    };
    if let Ok(new) = document().import_node_with_deep(&new, true) {
        old.replace_with_with_node_1(&new).ok();
    }
}

/// Documents that were fetched ahead have the contact address of the build; the one that holds now stands above the form.
fn keep_contact() {
    let Ok(Some(holds)) = document().query_selector(".live [data-fill=contact]") else { return };
    for element in page::all(&document(), "main [data-fill=contact]") {
        if let Ok(copy) = holds.clone_node_with_deep(true) {
            element.replace_with_with_node_1(&copy).ok();
        }
    }
}

/// Takes over what stands in `<main>`, of which nothing was put there by this program.
pub fn take(here: Option<Here>) {
    let places = Places::of("main", "#form [name]", Some(Fills::default()));
    with_app(|app| {
        app.here.set(here);
        app.places.replace(Some(places));
    });
}

/// The fields hold the draft, and the page says what is held.
fn revive(here: Here) {
    let state = state();
    fields::pour(here.form, &state.peek(|held| held.kept.draft.answers.clone()), None);
    state.change(|held| {
        held.kept.draft.language = here.language;
        held.is_alive = true;
    });
}

pub fn push_address(address: &str, is_returning: bool) {
    let state = JsValue::from_bool(is_returning);
    window().history().and_then(|history| history.push_state_with_url(&state, "", Some(address))).ok();
}

/// After a plain post the address is the page's before; from now on it is this page's own.
pub fn replace_address(here: Here) {
    let state = JsValue::from_bool(with_app(|app| app.returning.get()));
    window().history().and_then(|history| history.replace_state_with_url(&state, "", Some(&here.address()))).ok();
}

/// Whether this entry of the list was reached by Change on the check page.
pub fn was_returning() -> bool {
    window().history().and_then(|history| history.state()).is_ok_and(|state| state.is_truthy())
}

/// Fetches every document of this form, in one file, so that going on needs no network. Only a document that was itself
/// fetched whole names that file.
pub async fn fetch_ahead() {
    let bundle = page::main().map(|main| page::data(&main, "bundle")).unwrap_or_default();
    if bundle.is_empty() || with_app(|app| app.bundles.borrow().contains(&bundle)) {
        return;
    }
    let Ok(response) = Request::get(&format!("/{bundle}")).send().await else { return };
    let Ok(text) = response.text().await else { return };
    // As in `request`.
    if !response.ok() || !is_of_kind(&response, "text/plain") {
        return;
    }
    with_app(|app| {
        let documents = text.split(SEPARATOR).filter_map(|document| document.split_once('\n'));
        let documents = documents.map(|(address, document)| (address.to_owned(), document.to_owned()));
        app.documents.borrow_mut().extend(documents);
        app.bundles.borrow_mut().push(bundle);
    });
}

async fn fetch(address: &str) -> Option<String> {
    let find = |known: &(String, String)| (known.0 == address).then(|| known.1.clone());
    if let Some(text) = with_app(|app| app.documents.borrow().iter().find_map(find)) {
        return Some(text);
    }
    let text = load(address).await?;
    with_app(|app| app.documents.borrow_mut().push((address.to_owned(), text.clone())));
    Some(text)
}

/// A document as it is now. The page that stands is busy meanwhile, and its style says so if it takes long.
pub async fn load(address: &str) -> Option<String> {
    let ticket = with_app(|app| app.moves.get());
    say_busy(true);
    let document = request(address).await;
    if !is_overtaken(ticket) {
        say_busy(false);
    }
    document
}

fn say_busy(is_busy: bool) {
    if let Some(main) = page::main() {
        let name = "aria-busy";
        if is_busy {
            main.set_attribute(name, "true").ok()
        } else {
            main.remove_attribute(name).ok()
        };
    }
}

async fn request(address: &str) -> Option<String> {
    let response = Request::get(address).header("accept", "text/html").send().await.ok()?;
    // A captive portal or an error page is not the document.
    if response.ok() && is_of_kind(&response, "text/html") { response.text().await.ok() } else { None }
}

fn is_of_kind(response: &Response, kind: &str) -> bool {
    response.headers().get("content-type").is_some_and(|found| found.starts_with(kind))
}

pub fn parse(text: &str) -> Option<Document> {
    DomParser::new().ok()?.parse_from_string(text, SupportedType::TextHtml).ok()
}

/// A document of a newer release fits a newer program only.
pub fn is_of_this_build(next: &Document) -> bool {
    let program = |document: &Document| {
        let script = document.query_selector("script[type=module]").ok().flatten()?;
        script.get_attribute("src")
    };
    let main = next.get_element_by_id("main").and_then(|main| main.dyn_into::<HtmlElement>().ok());
    main.is_some() && program(next).is_some() && program(next) == program(&document())
}
