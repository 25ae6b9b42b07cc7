//! A page of mentors in the browser: what its search does by a request, done at each key, and what the mentors have in common with
//! the application that is being written on this phone.

mod address;
mod saved;

use super::kit::{read, write};
use super::page::{self, all, by_id, document};
use super::places::Places;
use super::{spawn, storage};
use crate::here::Here;
use address::History;
use domain::directory::{Card, Ranked, Reader, SNAPSHOT, Shelf, Sight, Snapshot, Sought};
use domain::fills::Fills;
use domain::form_post::field::OF;
use domain::matching::rules;
use domain::reference::Reference;
use domain::text::Language;
use domain::wish::MENTOR_FIELD;
use domain::words::form::wishes::SOUGHT_FIELD;
use gloo_net::http::Request;
use leptos::leptos_dom::helpers::window_event_listener_untyped as listen_to;
use std::cell::OnceCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, MouseEvent};

/// Everything on the page that says what is sought.
const FIELDS: &str = "#mentors form.search [name]";

/// What the program writes itself.
const HIDDEN_FIELDS: &str = "#mentors input[type=hidden], #wish-form input[type=hidden]";

/// What the page looks through.
struct Looking {
    shelf: Shelf,
    reader: Reader,
    ranked: Ranked,
    address: String,
    places: Places,
}

thread_local! {
    static LOOKING: OnceCell<Looking> = const { OnceCell::new() };
}

/// The page works without: until the mentors are here, and where they cannot be had, each search is a request.
pub fn start() {
    listen_to("click", |event| {
        // A plain move to a field would be an address of its own, and Back would lead there.
        let link = target(&event).and_then(|target| target.closest("#summary a").ok().flatten());
        if let Some(place) = link.and_then(|link| link.get_attribute("href")?.strip_prefix('#').map(str::to_owned)) {
            event.prevent_default();
            page::lead_to(&place);
        }
    });
    if by_id("mentors").is_some_and(|section| !section.hidden()) {
        spawn(take_over());
    }
}

async fn take_over() {
    let path = page::path();
    let Some(text) = snapshot(&format!("{path}/{SNAPSHOT}")).await else { return };
    let Some(looking) = looking(&text, path) else { return };
    let may_wish = looking.reader.may_wish;
    if LOOKING.with(|known| known.set(looking).is_err()) {
        return;
    }
    address::is_shown();
    // A button to wish must not become another mentor's under somebody's finger: there, what stands is left as it is.
    if !may_wish || stands_already() {
        show(&sought_that_stands(), History::Keep);
    }
    listen_to("input", |event| {
        if target(&event).is_some_and(|field| field.closest("#mentors").ok().flatten().is_some()) {
            show(&sought_by_fields(1), History::Replace);
        }
    });
    listen_to("submit", |event| {
        if let Some(form) = target(&event).filter(|form| form.matches("#mentors form.search").unwrap_or_default()) {
            event.prevent_default();
            show(&sought_by_fields(1), History::Replace);
            // The keyboard of a phone would stay over what was found.
            if let Ok(Some(field)) = form.query_selector("#q")
                && let Some(field) = field.dyn_ref::<HtmlElement>()
            {
                field.blur().ok();
            }
        }
    });
    listen_to("click", |event| clicked(&event));
    listen_to("popstate", |_| {
        if let Some(query) = address::moved_to() {
            seek(&query, History::Keep);
        }
    });
}

/// What our own Worker says, and nothing else that may answer.
async fn snapshot(address: &str) -> Option<String> {
    let response = Request::get(address).send().await.ok()?;
    let kind = response.headers().get("content-type").unwrap_or_default();
    let is_ours = response.ok() && kind.starts_with("application/json");
    if is_ours { response.text().await.ok() } else { None }
}

/// Nothing where another of the person's pages was opened in this browser meanwhile.
fn looking(text: &str, address: String) -> Option<Looking> {
    let Snapshot { words, of, mut reader, cards } = domain::json::read::<Snapshot<Card>>(text.as_bytes()).ok()?;
    let (slug, language) = (slug(), page::language());
    if words.programme != slug || of.as_ref().is_some_and(|of| of.as_str() != value_of(OF)) {
        return None;
    }
    if reader.may_wish {
        reader.wished = wished();
    } else {
        reader.answers = draft_answers(&slug, language);
        if let Some(note) = by_id("from-draft") {
            note.set_hidden(reader.answers.is_empty());
        }
    }
    let shelf = Shelf::of(Box::new(words), cards)?;
    let ranked = shelf.rank(&reader);
    Some(Looking { shelf, reader, ranked, address, places: Places::of("#mentors", HIDDEN_FIELDS, None) })
}

fn value_of(name: &str) -> String {
    all(&document(), &format!("main [name='{name}']")).first().map(read).unwrap_or_default()
}

/// Who is wished for as the page has it: after a refusal that is not what is kept.
fn wished() -> Vec<Reference> {
    let fields = all(&document(), &format!("#wish-form [name^='{MENTOR_FIELD}']"));
    fields.iter().filter_map(|field| Reference::parse(&read(field))).collect()
}

/// What has been answered so far in the mentee's form on this phone, of what is compared.
fn draft_answers(slug: &str, language: Language) -> Vec<(String, Vec<String>)> {
    let Some(here) = Here::parse(language.tag(), slug, "mentee", "check") else { return Vec::new() };
    let Some(kept) = storage::draft(&here) else { return Vec::new() };
    let answers = &kept.draft.answers;
    let compared = |id: &str| rules(slug).iter().any(|rule| rule.mentee == id);
    let asked = here.form.questions().filter(|question| compared(question.id) && question.is_asked(answers));
    let answered = asked.filter_map(|question| {
        let values = answers.get(question.id)?;
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

/// What the page shows: after a post the address says nothing of it, and the form does. Something else may have been typed since.
fn sought_that_stands() -> Sought {
    let posted = value_of(SOUGHT_FIELD);
    let query = if posted.is_empty() { address::query() } else { posted };
    let stood = Sought::of(&slug(), |name| address::value_in(&query, name));
    let typed = sought_by_fields(stood.page);
    if typed == stood { typed } else { Sought { page: 1, ..typed } }
}

/// What the fields of the search say.
fn sought_by_fields(page: usize) -> Sought {
    let fields = all(&document(), FIELDS);
    let value = |name: &str| fields.iter().find(|field| field.get_attribute("name").as_deref() == Some(name)).map(read);
    Sought { page, ..Sought::of(&slug(), value) }
}

/// Shows what an address asks for, and puts it into the fields.
fn seek(query: &str, history: History) {
    let sought = Sought::of(&slug(), |name| address::value_in(query, name));
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
        let (fills, shown) = looking.find(sought);
        looking.places.put(fills);
        saved::reveal();
        saved::stand(shown);
        let query = sought.query_text();
        let to = if query.is_empty() { looking.address.clone() } else { format!("{}?{query}", looking.address) };
        address::write(to, history);
    });
}

/// Whether what would be put into the page stands there.
fn stands_already() -> bool {
    LOOKING
        .with(|looking| {
            let looking = looking.get()?;
            let (fills, _) = looking.find(&sought_that_stands());
            Some(looking.places.stand(&fills))
        })
        .unwrap_or_default()
}

impl Looking {
    fn find(&self, sought: &Sought) -> (Fills, Vec<Reference>) {
        let sight = Sight::of(&self.shelf, &self.reader, &self.address);
        let mut fills = Fills::default();
        let shown = sight.put(&mut fills, &self.ranked, sought, saved::only().as_deref());
        (fills, shown)
    }
}

fn clicked(event: &Event) {
    let Some(target) = target(event) else { return };
    if let Ok(Some(button)) = target.closest("[data-act=keep-mentor]") {
        saved::press(&button);
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
    if page::data(&link, "act") == "show-all"
        && let Some(choice) = by_id("only-kept-box")
    {
        write(&choice, "");
    }
    let address = link.get_attribute("href").unwrap_or_default();
    seek(address.split_once('?').map_or("", |(_, query)| query), History::Push);
    page::lead_to("mentors-title");
}
