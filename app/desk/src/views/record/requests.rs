//! The mentors who were asked for a mentee, and asking another.

use super::Open;
use crate::place::Place;
use crate::views::link;
use domain::desk::call::{AskMentor, AskMentorRequest, DeskRequest};
use domain::desk::member::Authority;
use domain::desk::row::Marks;
use domain::fill::fill;
use domain::standing::Standing;
use domain::words::desk::requests as words;
use leptos::prelude::*;

pub fn section(open: Open) -> impl IntoView {
    move || {
        let record = open.record.get()?;
        (!record.requests.is_empty()).then(|| {
            view! {
                <section class="requests">
                    <h2>{open.say(words::TITLE)}</h2>
                    <ol>{record.requests.iter().map(|request| line(open, request)).collect_view()}</ol>
                </section>
            }
        })
    }
}

fn line(open: Open, request: &DeskRequest) -> impl IntoView + use<> {
    let desk = open.desk;
    let who = match &request.mentor {
        Some(row) => link(desk, Place::Record(row.reference.clone()), desk.name_of(row), "").into_any(),
        None => view! { <span>{open.say(words::UNKNOWN)}</span> }.into_any(),
    };
    view! {
        <li>
            {who} " "
            <span class="detail">{words::said(request, desk.language)}</span>
        </li>
    }
}

/// Whether a mentor may be asked now.
pub fn may_ask(open: Open) -> bool {
    let may = open.standing().is_some_and(|(_, now)| matches!(now, Standing::Received | Standing::UnderReview));
    may && open.desk.may(Authority::Coordinator) && !open.has(Marks::PROTECTED)
}

/// Asks a mentor; it can be undone as a decision can.
pub fn ask(open: Open, mentor: String, name: &str) -> impl IntoView + use<> {
    let label = fill(open.say(words::ASK_NAME), &[("name", name)]);
    let press = move |_| {
        let Some((reference, seen)) = open.seen() else { return };
        let request = AskMentorRequest { reference, seen, mentor: mentor.clone(), letter: None };
        open.change::<AskMentor>("ask", request, || ());
    };
    view! {
        <button
            type="button"
            class="secondary ask"
            aria-label=label
            disabled=move || open.is_busy.get()
            on:click=press
        >
            {open.say(words::ASK)}
        </button>
    }
}
