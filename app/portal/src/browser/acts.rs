//! What a person does: types, taps, goes back; and what another tab does.

use super::fields;
use super::moves::{self, History};
use super::page::{self, window};
use super::state::{Saving, ShownFault};
use super::{clock, here, ranking, sending, spawn, state, storage, visits, with_app};
use crate::here::Here;
use crate::kept::{Outbound, Sending};
use crate::told::ToldFault;
use domain::fill::fill_numbers;
use domain::form_post::parse_go;
use domain::journey::{Go, Place, Step, reachable, step};
use domain::problem::Fault;
use domain::programme::Page;
use domain::release;
use domain::text::Language;
use leptos::leptos_dom::helpers::window_event_listener_untyped as listen_to;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, PageTransitionEvent, StorageEvent, SubmitEvent};

/// Listens to what concerns an open form, and to Back.
pub fn listen() {
    listen_to("input", |_| typed());
    listen_to("submit", submitted);
    listen_to("popstate", |_| spawn(gone_back()));
    listen_to("storage", |event| {
        if let Ok(event) = event.dyn_into::<StorageEvent>() {
            changed_elsewhere(event.key());
        }
    });
    listen_to("pageshow", |event| {
        // Back from the browser's own cache: other tabs may have gone on meanwhile.
        if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted) {
            changed_elsewhere(here().map(|here| storage::draft_key(&here)));
        }
    });
    listen_to("pagehide", |_| fields::leave_nothing_behind());
    listen_to("online", |_| sending::hurry(sending::Reason::Network));
}

/// Takes what stands in the fields into the draft and keeps it.
fn typed() {
    let state = state();
    let Some(here) = here().filter(|_| !state.peek(|held| held.sending.is_locked())) else { return };
    let standing = fields::read(here.form);
    state.change(|held| {
        held.kept.draft.answers.extend(standing.asked);
        held.kept.draft.website = standing.website;
        held.kept.state = Outbound::Writing;
        held.changed_elsewhere = false;
    });
    keep();
}

/// Keeps the draft on the phone, or says that this cannot be done.
pub fn keep() {
    let Some(here) = here() else { return };
    let state = state();
    state.change(|held| {
        held.kept.saved_at = clock::now();
        held.kept.asked = release::asked(here.form, &held.kept.draft.answers);
        let is_kept = storage::keep_draft(&here, &held.kept);
        held.saving = if is_kept { Saving::Saved } else { Saving::Refused };
    });
}

fn submitted(event: Event) {
    let Some(here) = here() else { return };
    let Ok(event) = event.dyn_into::<SubmitEvent>() else { return };
    let form = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    if form.is_none_or(|form| form.id() != "form") {
        return;
    }
    event.prevent_default();
    let button = event.submitter();
    let attribute = |name| button.as_ref().and_then(|button| button.get_attribute(name));
    let language = attribute("formaction").map_or(here.language, |address| Language::of_address(&address).0);
    // Without a submitter (Safari before 15.4) it is what Enter would do.
    let returning = with_app(|app| app.returning.get());
    let usual = if here.place == Place::Check { Go::Send } else { Go::Continue { return_to_check: returning } };
    let go = attribute("value").map_or(usual, |value| parse_go(&value, here.form, returning));
    if !matches!(here.place, Place::Check | Place::Receipt) {
        typed();
    }
    spawn(carry_out(here.in_language(language), go));
}

/// Does what a button asks for.
async fn carry_out(here: Here, go: Go) {
    let state = state();
    let is_stay = go == Go::Stay;
    if here.place == Place::Check && !matches!(go, Go::Send | Go::Stay) {
        if state.peek(|held| held.sending.is_locked()) {
            return;
        }
        sending::take_back();
    }
    if let Go::Arrange(arrange) = go {
        return ranking::arrange(arrange);
    }
    let draft = state.peek(|held| held.kept.draft.clone());
    let step = step(here.form, &draft, here.place, go);
    if let (Go::Continue { .. }, Place::Page(page), Step::Show { faults, .. }) = (go, here.place, &step)
        && faults.is_empty()
    {
        have_looked_again(page);
    }
    match step {
        Step::Send => sending::begin(),
        Step::Show { place, faults } if place == here.place && !is_stay => show_faults(here, &told(&faults)),
        Step::Show { place, faults } => {
            let from_check = here.place == Place::Check && matches!(go, Go::To(_));
            let goes_on = matches!(go, Go::Continue { .. } | Go::Stay) && with_app(|app| app.returning.get());
            with_app(|app| app.returning.set(from_check || goes_on && place != Place::Check));
            moves::go(here.at(place), if is_stay { History::Replace } else { History::Push }).await;
            if !faults.is_empty() {
                show_faults(here.at(place), &told(&faults));
            }
        }
    }
}

/// What a release has changed on this page has been seen.
fn have_looked_again(page: &Page) {
    let state = state();
    let is_noted = |id: &String| page.questions.iter().any(|question| question.id == id);
    if state.peek(|held| held.kept.changed.iter().any(is_noted)) {
        state.change(|held| held.kept.changed.retain(|id| !is_noted(id)));
        keep();
    }
}

fn told(faults: &[Fault]) -> Vec<ToldFault> {
    faults.iter().map(ToldFault::from).collect()
}

/// Says every fault at the top and at its field, in the words that the document carries.
pub fn show_faults(here: Here, faults: &[ToldFault]) {
    let state = state();
    let shown = faults.iter().filter(|fault| here.form.question(&fault.field).is_some()).map(|fault| {
        let place = format!("q-{}-fault", fault.field);
        let template = page::template(&place, &fault.key);
        ShownFault { question: fault.field.clone(), sentence: fill_numbers(&template, &fault.numbers()) }
    });
    let shown = shown.collect();
    state.change(|held| held.faults = shown);
    lead_to_faults();
}

/// The faults that stand after a plain post are found again by the same rules, and held: one that is mended goes with the next
/// press. What only the ledger found stays as the Worker said it.
pub fn hold_posted_faults(here: Here) {
    let draft = state().peek(|held| held.kept.draft.clone());
    match step(here.form, &draft, here.place, Go::Continue { return_to_check: false }) {
        Step::Show { faults, .. } if is_summary_shown() && !faults.is_empty() => show_faults(here, &told(&faults)),
        _ => lead_to_faults(),
    }
}

fn is_summary_shown() -> bool {
    page::by_id("summary").is_some_and(|summary| !summary.hidden())
}

/// Marks the title and moves the focus to the summary, if it is shown.
pub fn lead_to_faults() {
    let is_shown = is_summary_shown();
    page::mark_title(is_shown);
    if is_shown {
        page::lead_to("summary");
    }
}

async fn gone_back() {
    let path = page::path();
    let (now, wanted) = match (here(), page::here_of(&path)) {
        (Some(now), Some(wanted)) if now.key() == wanted.key() => (now, wanted),
        _ => return visits::follow(path).await,
    };
    if now.address() == wanted.address() {
        return;
    }
    with_app(|app| app.returning.set(moves::was_returning()));
    let state = state();
    // A receipt's draft is gone: its pages begin anew.
    let draft = state.peek(|held| held.kept.draft.clone());
    let is_locked = state.peek(|held| held.sending.is_locked());
    let place = match wanted.place {
        Place::Receipt => Place::Receipt,
        _ if is_locked => Place::Check,
        place => reachable(wanted.form, &draft, place),
    };
    if wanted.place == place {
        moves::go(wanted, History::Follow).await;
    } else {
        moves::go(wanted.at(place), History::Replace).await;
    }
}

/// Another tab has written the draft, sent it or erased it.
fn changed_elsewhere(key: Option<String>) {
    let Some(here) = here() else { return };
    if key.is_some_and(|key| key != storage::draft_key(&here)) || here.place == Place::Receipt {
        return;
    }
    let state = state();
    let own = state.peek(|held| held.kept.clone());
    let Some(mut kept) = storage::draft(&here) else {
        let received = storage::receipt(&here).filter(|receipt| receipt.secret == own.secret);
        match received {
            Some(receipt) => sending::show_receipt(receipt),
            // Erased: nothing of it may stay on the screen either.
            None if own.saved_at != 0 => drop(window().location().reload()),
            None => {}
        }
        return;
    };
    let focused = fields::focused();
    let question = focused.as_deref().map(fields::question_of);
    if let Some((name, values)) = question.and_then(|question| own.draft.answers.get_key_value(question)) {
        kept.draft.answers.insert(name.clone(), values.clone());
    }
    let is_other = kept.draft.answers != own.draft.answers;
    let is_sent = kept.state == Outbound::Unknown && own.state != Outbound::Unknown;
    kept.draft.language = here.language;
    fields::pour(here.form, &kept.draft.answers, focused.as_deref());
    state.change(|held| {
        if held.sending == Sending::NotSent && kept.state == Outbound::Writing {
            held.sending = Sending::Idle;
        }
        held.kept = kept;
        held.changed_elsewhere = is_other;
    });
    if is_sent {
        spawn(sending::resume());
    }
}
