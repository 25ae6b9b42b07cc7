//! The pages of the desk: what stands around them, and which one is shown.

mod closures;
mod enter;
mod fields;
mod frame;
mod list;
mod log;
mod lost;
mod members;
mod mentors;
mod person;
mod programme;
mod queue;
mod record;
mod records;
mod retention;
mod several;
mod wrong;

use crate::browser;
use crate::place::Place;
use crate::state::Desk;
use domain::desk::call::{ReadDesk, SignOut};
use domain::desk::member::Authority;
use domain::desk::view::View;
use domain::ledger::staff::STAFF_IDLE_MS;
use domain::problem::Problem;
use domain::words;
use domain::words::desk as said;
use leptos::ev::{MouseEvent, popstate};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// How long before the end of a session somebody is told.
const WARNED_BEFORE_MS: f64 = 5.0 * 60_000.0;
const LOOK_MS: u64 = 10_000;

/// Draws the desk into the page that stands.
pub fn start() {
    let Some(main) = browser::by_id("main").and_then(|main| main.dyn_into::<HtmlElement>().ok()) else { return };
    main.set_inner_html("");
    mount_to(main, || {
        let desk = Desk::new();
        desk.fetch();
        shell(desk)
    })
    .forget();
}

fn shell(desk: Desk) -> impl IntoView {
    window_event_listener(popstate, move |_| {
        let (path, query) = browser::address();
        desk.place.set(Place::parse(&path, &query));
    });
    let title = Memo::new(move |_| desk.place.with(|place| heading(desk, place)));
    Effect::new(move || title.with(|title| browser::set_title(&format!("{title} – {}", desk.say(said::TITLE)))));
    let is_here = Memo::new(move |_| desk.reply.with(Option::is_some));
    // Whatever goes wrong while it is restored.
    let is_lost = Memo::new(move |was: Option<&bool>| {
        was == Some(&true) || desk.problem.with(|problem| *problem == Some(Problem::Lost))
    });
    view! {
        {navigation(desk)}
        {idle(desk)}
        {problem(desk)}
        <p class="said" role="status">
            {move || desk.said.get()}
        </p>
        {move || {
            if is_here.get() {
                page(desk).into_any()
            } else if is_lost.get() {
                lost::page(desk).into_any()
            } else {
                view! { <p class="hint">{desk.say(said::LOADING)}</p> }.into_any()
            }
        }}
    }
}

/// What a page is called.
fn heading(desk: Desk, place: &Place) -> String {
    match place {
        Place::Queue => desk.say(said::QUEUE).to_owned(),
        Place::Records(_) => desk.say(said::RECORDS).to_owned(),
        Place::Record(reference) => reference.clone(),
        Place::Mentors(_) => desk.say(said::MENTORS).to_owned(),
        Place::Person(reference) => format!("{} – {reference}", desk.say(said::person::TITLE)),
        Place::Programmes => desk.say(said::PROGRAMMES).to_owned(),
        Place::Programme(slug) => desk.title_of(slug).to_owned(),
        Place::Enter => desk.say(said::ENTER).to_owned(),
        Place::Members => desk.say(said::STAFF).to_owned(),
        Place::Log => desk.say(said::LOG).to_owned(),
        Place::Closures => desk.say(said::closures::TITLE).to_owned(),
        Place::Retention => desk.say(said::RETENTION).to_owned(),
        Place::Unknown => desk.say(said::UNKNOWN_PAGE).to_owned(),
    }
}

/// Drawn anew where one moves to another page, and not where only the view of the table changes.
fn page(desk: Desk) -> impl IntoView {
    let kind = Memo::new(move |_| match desk.place.get() {
        Place::Records(_) => Place::Records(View::default()),
        Place::Mentors(_) => Place::Mentors(None),
        place => place,
    });
    // A page is drawn once, whatever it reads while it is drawn, and another one anew: a field that was written in would go on
    // showing what was written.
    view! { <For each=move || [kind.get()] key=Place::path children=move |place| untrack(|| drawn(desk, place)) /> }
}

fn drawn(desk: Desk, place: Place) -> AnyView {
    match place {
        Place::Queue => queue::page(desk).into_any(),
        Place::Records(_) => records::page(desk).into_any(),
        Place::Record(reference) => record::page(desk, &reference).into_any(),
        Place::Mentors(_) => mentors::page(desk).into_any(),
        Place::Person(reference) => person::page(desk, &reference).into_any(),
        Place::Programmes => programme::list(desk).into_any(),
        Place::Programme(slug) => programme::page(desk, &slug).into_any(),
        Place::Enter => enter::page(desk).into_any(),
        Place::Members => members::page(desk).into_any(),
        Place::Log => log::page(desk).into_any(),
        Place::Closures => closures::page(desk).into_any(),
        Place::Retention => retention::page(desk).into_any(),
        Place::Unknown => view! { <h1 id="title" tabindex="-1">{desk.say(said::UNKNOWN_PAGE)}</h1> }.into_any(),
    }
}

/// A link inside the desk: a plain link that needs no loading.
pub fn link(desk: Desk, place: Place, words: String, class: &'static str) -> impl IntoView {
    let address = desk.language.address(&place.path());
    view! {
        <a href=address class=class on:click=move |event| follow(desk, &event, &place)>
            {words}
        </a>
    }
}

/// A link inside the desk was pressed.
fn follow(desk: Desk, event: &MouseEvent, place: &Place) {
    // A new tab, or a download, is the browser's.
    if event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0 {
        return;
    }
    event.prevent_default();
    desk.go(place.clone());
    browser::focus("title");
}

fn navigation(desk: Desk) -> impl IntoView {
    let entry = move |place: Place, words, needs| {
        let here = place.clone();
        let is_here = move || desk.place.with(|place| place.is_under(&here));
        view! {
            <li class:here=is_here.clone() aria-current=move || is_here().then_some("page") hidden=move || !desk.may(needs)>
                {link(desk, place, desk.say(words).to_owned(), "")}
            </li>
        }
    };
    let sign_out = move |_| {
        spawn_local(async move {
            let answer = crate::calls::send::<SignOut>(&()).await;
            // Whoever was signed out already is where they wanted to be.
            if matches!(answer, Ok(()) | Err(Problem::NotSignedIn))
                && let Some(window) = browser::window()
            {
                let _ = window.location().set_href(&desk.language.address("/desk/sign-in"));
            } else {
                desk.heard(answer);
            }
        });
    };
    view! {
        <nav class="desk-nav" aria-label=desk.say(said::NAVIGATION)>
            <ul>
                {entry(Place::Queue, said::QUEUE, Authority::Reader)}
                {entry(Place::Records(View::default()), said::RECORDS, Authority::Reader)}
                {entry(Place::Mentors(None), said::MENTORS, Authority::Reader)}
                {entry(Place::Programmes, said::PROGRAMMES, Authority::Reader)}
                {entry(Place::Enter, said::ENTER, Authority::Coordinator)}
                {entry(Place::Members, said::STAFF, Authority::Administrator)}
                {entry(Place::Log, said::LOG, Authority::Administrator)}
            </ul>
            <p class="me">
                <span>{move || desk.reply.with(|reply| reply.as_ref().map(|reply| reply.me.name.clone()))}</span>
                <button class="link" on:click=sign_out>
                    {desk.say(said::SIGN_OUT)}
                </button>
            </p>
        </nav>
    }
}

/// Before a session ends for want of use; one call keeps it.
fn idle(desk: Desk) -> impl IntoView {
    let is_near = RwSignal::new(false);
    let look = move || {
        #[allow(clippy::cast_precision_loss, reason = "half an hour in milliseconds")]
        let ends_at = desk.heard_at.get_untracked() + STAFF_IDLE_MS as f64;
        let left = ends_at - js_sys::Date::now();
        is_near.set(left < WARNED_BEFORE_MS);
    };
    let timer = set_interval_with_handle(look, Duration::from_millis(LOOK_MS));
    on_cleanup(move || {
        if let Ok(timer) = timer {
            timer.clear();
        }
    });
    let stay = move |_| {
        spawn_local(async move {
            if desk.heard(crate::calls::send::<ReadDesk>(&()).await).is_some() {
                is_near.set(false);
            }
        });
    };
    view! {
        <div role="alert">
            {move || {
                is_near
                    .get()
                    .then(|| {
                        view! {
                            <p class="note">
                                {desk.say(said::IDLE)} " "
                                <button class="secondary" on:click=stay>
                                    {desk.say(said::STAY)}
                                </button>
                            </p>
                        }
                    })
            }}
        </div>
    }
}

/// What went wrong last, and the way on.
fn problem(desk: Desk) -> impl IntoView {
    let words = move |problem: &Problem| match problem {
        Problem::Unreachable => desk.say(said::UNREACHED).to_owned(),
        Problem::NotSignedIn => desk.say(said::SIGNED_OUT).to_owned(),
        other => words::problem::sentence(other, desk.language),
    };
    let way_on = move |problem: &Problem| match problem {
        Problem::NotSignedIn => Some(
            view! {
                <a href=desk.language.address("/desk/sign-in") target="_blank">
                    {desk.say(said::SIGN_IN_AGAIN)}
                </a>
            }
            .into_any(),
        ),
        Problem::Unreachable => Some(
            view! {
                <button class="secondary" on:click=move |_| desk.fetch()>
                    {desk.say(said::TRY_AGAIN)}
                </button>
            }
            .into_any(),
        ),
        _ => None,
    };
    view! {
        <div role="alert">
            {move || {
                desk.problem
                    .get()
                    // Faults are told at their fields, and a loss on a page of its own.
                    .filter(|problem| !matches!(problem, Problem::Faults { .. } | Problem::Changed | Problem::Lost))
                    .map(|problem| {
                        view! {
                            <p class="problem">{words(&problem)} " " {way_on(&problem)}</p>
                        }
                    })
            }}
        </div>
    }
}
