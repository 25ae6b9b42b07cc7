//! A page of mentors in the browser: what its search does by a request, done at each key; what the mentors have in common with
//! the application that is being written here; and the mentors whom a person keeps on this phone.

use super::kit::{read, write};
use super::page::{self, all, by_id, document, window};
use super::{clock, spawn, storage};
use crate::here::Here;
use crate::kept::KeptMentors;
use domain::directory::{Ranked, Reader, SNAPSHOT, Shelf, Sight, Snapshot, Sought};
use domain::fills::Fills;
use domain::reference::Reference;
use domain::text::Language;
use domain::words::form::wishes::SOUGHT_FIELD;
use gloo_net::http::Request;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle, window_event_listener_untyped as listen_to};
use std::cell::{OnceCell, RefCell};
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, MouseEvent, UrlSearchParams};

/// Everything on the page that changes with what is sought.
const FIELDS: &str = "#mentors form.search [name]";

/// Nobody types any more.
const PAUSE: Duration = Duration::from_millis(400);

/// What the page looks through.
struct Looking {
    shelf: Shelf,
    reader: Reader,
    ranked: Ranked,
    language: Language,
    address: String,
    /// The places of the page, and what each is called.
    places: Vec<(HtmlElement, String)>,
}

thread_local! {
    static LOOKING: OnceCell<Looking> = const { OnceCell::new() };
    /// Who stands in the places now.
    static SHOWN: RefCell<Vec<Reference>> = RefCell::default();
    /// The address that waits to be written.
    static WRITES: RefCell<Option<(TimeoutHandle, String)>> = RefCell::default();
}

/// What becomes of the address when something else is shown.
#[derive(Clone, Copy, PartialEq)]
enum History {
    Replace,
    Push,
    Keep,
}

/// The page works without: until the mentors are here, and where they cannot be had, each search is a request.
pub fn start() {
    if by_id("mentors").is_some_and(|section| !section.hidden()) {
        spawn(take_over());
    }
}

async fn take_over() {
    let address = page::path();
    let Some(text) = snapshot(&format!("{address}/{SNAPSHOT}")).await else { return };
    let Some(looking) = looking(&text, address) else { return };
    if LOOKING.with(|known| known.set(looking).is_err()) {
        return;
    }
    if let Some(choice) = by_id("only-kept") {
        choice.set_hidden(false);
    }
    for place in all(&document(), "#mentors .keep") {
        place.remove_attribute("hidden").ok();
    }
    show(&sought_by_fields(page_that_stands()), History::Keep);
    listen_to("input", |event| {
        if target(&event).is_some_and(|field| field.closest("#mentors").ok().flatten().is_some()) {
            show(&sought_by_fields(1), History::Replace);
        }
    });
    listen_to("submit", |event| {
        if target(&event).is_some_and(|form| form.matches("#mentors form.search").unwrap_or_default()) {
            event.prevent_default();
            show(&sought_by_fields(1), History::Replace);
        }
    });
    listen_to("click", |event| clicked(&event));
    listen_to("popstate", |_| seek(&window().location().search().unwrap_or_default(), History::Keep));
}

/// What our own Worker says, and nothing else that may answer.
async fn snapshot(address: &str) -> Option<String> {
    let response = Request::get(address).send().await.ok()?;
    let kind = response.headers().get("content-type").unwrap_or_default();
    let is_ours = response.ok() && kind.starts_with("application/json");
    if is_ours { response.text().await.ok() } else { None }
}

fn looking(text: &str, address: String) -> Option<Looking> {
    let Snapshot { mut reader, cards } = serde_json::from_str(text).ok()?;
    let (main, language) = (page::main()?, page::language());
    let slug = page::data(&main, "programme");
    if !reader.may_wish {
        reader.answers = draft_answers(&slug, language);
        if let Some(note) = by_id("from-draft") {
            note.set_hidden(reader.answers.is_empty());
        }
    }
    let shelf = Shelf::of(&slug, cards, language)?;
    let ranked = shelf.rank(&reader.answers, &reader.left_out);
    let places = all(&document(), "#mentors [data-fill]").into_iter().filter_map(|place| {
        let name = page::data(&place, "fill");
        Some((place.dyn_into().ok()?, name))
    });
    Some(Looking { shelf, reader, ranked, language, address, places: places.collect() })
}

/// What has been answered so far in the mentee's form on this phone, in its order.
fn draft_answers(slug: &str, language: Language) -> Vec<(String, Vec<String>)> {
    let Some(here) = Here::parse(language.tag(), slug, "mentee", "check") else { return Vec::new() };
    let Some(kept) = storage::draft(&here) else { return Vec::new() };
    let answered =
        here.form.questions().filter(|question| question.is_asked(&kept.draft.answers)).filter_map(|question| {
            let values = kept.draft.answers.get(question.id)?;
            values.iter().any(|value| !value.is_empty()).then(|| (question.id.to_owned(), values.clone()))
        });
    answered.collect()
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn slug() -> String {
    page::main().map(|main| page::data(&main, "programme")).unwrap_or_default()
}

/// After a post the address says nothing of it, and the form does.
fn page_that_stands() -> usize {
    let posted = all(&document(), &format!("[name='{SOUGHT_FIELD}']")).first().map(read).unwrap_or_default();
    let query = if posted.is_empty() { window().location().search().unwrap_or_default() } else { posted };
    Sought::of(&slug(), |name| value_in(&query, name)).page
}

fn value_in(query: &str, name: &str) -> Option<String> {
    UrlSearchParams::new_with_str(query).ok()?.get(name)
}

/// What the fields of the search say.
fn sought_by_fields(page: usize) -> Sought {
    let fields = all(&document(), FIELDS);
    let value = |name: &str| fields.iter().find(|field| field.get_attribute("name").as_deref() == Some(name)).map(read);
    Sought { page, ..Sought::of(&slug(), value) }
}

/// Shows what an address asks for, and puts it into the fields.
fn seek(query: &str, history: History) {
    let sought = Sought::of(&slug(), |name| value_in(query, name));
    for field in all(&document(), FIELDS) {
        let name = field.get_attribute("name").unwrap_or_default();
        let value = sought.query().into_iter().find(|(known, _)| *known == name).map(|(_, value)| value);
        write(&field, &value.unwrap_or_default());
    }
    show(&sought, history);
}

/// Puts who is found into the page's places.
fn show(sought: &Sought, history: History) {
    LOOKING.with(|looking| {
        let Some(looking) = looking.get() else { return };
        let Some(sight) = Sight::of(&looking.shelf, &looking.reader, &looking.address, looking.language) else {
            return;
        };
        let kept = is_only_kept().then(kept);
        let mut fills = Fills::default();
        let shown = sight.put(&mut fills, &looking.ranked, sought, kept.as_deref());
        looking.put(&fills);
        mark_kept(&shown);
        SHOWN.set(shown);
        let query = sought.query_text();
        let address = if query.is_empty() { looking.address.clone() } else { format!("{}?{query}", looking.address) };
        record(address, history);
    });
}

/// What is typed is in the address once nobody has typed for a moment: with each address the browser asks for the icon again,
/// and it takes only so many.
fn record(address: String, history: History) {
    if let Some((timer, waiting)) = WRITES.take() {
        timer.clear();
        // Back leads to what stood there last.
        if history == History::Push {
            replace(&waiting);
        }
    }
    match history {
        History::Push => {
            if let Ok(browser) = window().history() {
                browser.push_state_with_url(&JsValue::NULL, "", Some(&address)).ok();
            }
        }
        History::Replace => {
            let written = address.clone();
            let timer = set_timeout_with_handle(move || replace(&written), PAUSE);
            WRITES.set(timer.ok().map(|timer| (timer, address)));
        }
        History::Keep => {}
    }
}

fn replace(address: &str) {
    if let Ok(browser) = window().history() {
        browser.replace_state_with_url(&JsValue::NULL, "", Some(address)).ok();
    }
}

impl Looking {
    fn put(&self, fills: &Fills) {
        for (place, name) in &self.places {
            let text = fills.at(name);
            place.set_hidden(text.is_none());
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                place.set_text_content(Some(text));
            }
        }
        for link in all(&document(), "#mentors [data-fill-href]") {
            if let Some(address) = fills.link_at(&page::data(&link, "fill-href")) {
                link.set_attribute("href", address).ok();
            }
        }
        for field in all(&document(), "#mentors input[type=hidden], #wish-form input[type=hidden]") {
            let values = fills.values(&field.get_attribute("name").unwrap_or_default());
            if let Some(value) = values.and_then(<[String]>::first) {
                write(&field, value);
            }
        }
    }
}

fn clicked(event: &Event) {
    let Some(target) = target(event) else { return };
    if let Ok(Some(button)) = target.closest("[data-act=keep-mentor]") {
        keep_or_let_go(&button);
        return;
    }
    let is_plain = event.dyn_ref::<MouseEvent>().is_some_and(|click| {
        click.button() == 0 && !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key())
    });
    let Ok(Some(link)) = target.closest("#mentors [data-fill-href], #mentors [data-act=show-all]") else { return };
    if !is_plain {
        return;
    }
    event.prevent_default();
    let address = link.get_attribute("href").unwrap_or_default();
    seek(address.split_once('?').map_or("", |(_, query)| query), History::Push);
    page::lead_to("mentors-title");
}

/// Whom this phone keeps.
fn kept() -> Vec<Reference> {
    let kept = storage::mentors(&slug()).unwrap_or_default();
    kept.mentors.iter().filter_map(|mentor| Reference::parse(mentor)).collect()
}

fn is_only_kept() -> bool {
    by_id("only-kept-box").is_some_and(|choice| !read(&choice).is_empty())
}

fn keep_or_let_go(button: &Element) {
    let place = button.id().strip_prefix("keep-").and_then(|place| place.parse::<usize>().ok());
    let shown = SHOWN.with_borrow(|shown| shown.get(place?.checked_sub(1)?).cloned());
    let Some(mentor) = shown else { return };
    let mut mentors = kept();
    if mentors.contains(&mentor) {
        mentors.retain(|known| *known != mentor);
    } else {
        mentors.push(mentor);
    }
    let mentors = mentors.iter().map(|mentor| mentor.as_str().to_owned()).collect();
    storage::keep_mentors(&slug(), &KeptMentors { saved_at: clock::now(), mentors });
    SHOWN.with_borrow(|shown| mark_kept(shown));
}

/// Says at each button whether the mentor is kept: what the browser did not take is not.
fn mark_kept(shown: &[Reference]) {
    let kept = kept();
    for (place, mentor) in (1..).zip(shown) {
        if let Some(button) = by_id(&format!("keep-{place}")) {
            button.set_attribute("aria-pressed", if kept.contains(mentor) { "true" } else { "false" }).ok();
        }
    }
}
