//! The mentors who were asked for a mentee, and asking another.

use super::Open;
use crate::place::Place;
use crate::views::link;
use domain::desk::call::{AskMentor, AskMentorRequest, AskWishes, DeskRequest, DeskWish, Seen};
use domain::desk::member::Authority;
use domain::desk::row::{Marks, Row};
use domain::fill::fill;
use domain::standing::Standing;
use domain::wish::may_be_named;
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
    view! {
        <li>
            {mentor(open, request.mentor.as_ref())} " "
            <span class="detail">{words::said(request, open.desk.language)}</span>
        </li>
    }
}

/// Whom a mentee wishes for, with a button that has them asked in turn, and whom rather not.
pub fn wishes(open: Open) -> impl IntoView {
    move || {
        let record = open.record.get()?;
        let wishes = record.wishes.as_ref()?;
        let may_begin = may_ask(open) && wishes.ranked.iter().any(|wish| !wish.was_asked && !wish.is_ruled_out);
        let nobody = wishes.ranked.is_empty().then(|| view! { <p>{open.say(words::NO_WISHES)}</p> });
        let avoid = (!wishes.avoid.is_empty()).then(|| {
            view! {
                <h3>{open.say(words::AVOID)}</h3>
                <p class="typed">{wishes.avoid.clone()}</p>
            }
        });
        Some(view! {
            <section class="requests">
                <h2>{open.say(words::WISHES)}</h2>
                {nobody}
                <ol>{wishes.ranked.iter().map(|wish| wished(open, wish, &wishes.avoid)).collect_view()}</ol>
                {avoid}
                {may_begin.then(|| in_turn(open))}
            </section>
        })
    }
}

fn wished(open: Open, wish: &DeskWish, avoid: &str) -> impl IntoView + use<> {
    let may_be = wish.mentor.as_ref().is_some_and(|row| may_be_named(avoid, &row.name));
    let avoided = may_be.then(|| view! { <strong class="avoided">{open.say(words::MAY_BE_AVOIDED)} ". "</strong> });
    let told = match (wish.was_asked, wish.is_ruled_out) {
        (true, _) => Some(words::WISH_ASKED),
        (false, true) => Some(words::WISH_PASSED_OVER),
        (false, false) => None,
    };
    let told = told.map(|told| view! { <span class="detail">{open.say(told)}</span> });
    let word = (!wish.word.is_empty()).then(|| view! { <p class="typed">{wish.word.clone()}</p> });
    view! {
        <li>
            {mentor(open, wish.mentor.as_ref())} " " {avoided} {told} {word}
        </li>
    }
}

/// It can be undone as a decision can.
fn in_turn(open: Open) -> impl IntoView {
    let press = move |_| {
        let Some((reference, seen)) = open.seen() else { return };
        open.change::<AskWishes>("ask-wishes", Seen { reference, seen }, || ());
    };
    view! {
        <p class="hint">{open.say(words::ASK_IN_TURN_HINT)}</p>
        <p class="buttons">
            <button type="button" class="secondary" disabled=move || open.is_busy.get() on:click=press>
                {open.say(words::ASK_IN_TURN)}
            </button>
        </p>
    }
}

fn mentor(open: Open, row: Option<&Row>) -> AnyView {
    let desk = open.desk;
    match row {
        Some(row) => link(desk, Place::Record(row.reference.clone()), desk.name_of(row), "").into_any(),
        None => view! { <span>{open.say(words::UNKNOWN)}</span> }.into_any(),
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
