//! Mentors who may suit a mentee, best first, with what fits and what does not. Compared here, from answers that have come already.

use super::{Open, requests};
use crate::place::Place;
use crate::views::{link, mentors};
use domain::desk::call::{DeskRecord, MentorRow};
use domain::desk::row::Marks;
use domain::desk::suggest::{Suggested, Suggestion, can, suggested};
use domain::desk::view::Searched;
use domain::fill::fill;
use domain::programme::Role;
use domain::standing::Standing;
use domain::wish::may_be_named;
use domain::words::desk::{self as said, requests as ask_words, suggest as words};
use leptos::prelude::*;
use leptos::task::spawn_local;

pub fn section(open: Open) -> impl IntoView {
    let found: RwSignal<Option<Vec<MentorRow>>> = RwSignal::new(None);
    let is_asked = RwSignal::new(false);
    let look = move |_| {
        if !is_asked.get_untracked() {
            is_asked.set(true);
            spawn_local(async move {
                match mentors::all(open.desk).await {
                    Some(mentors) => found.set(Some(mentors)),
                    // What went wrong is told above the page; pressed again, it is tried again.
                    None => is_asked.set(false),
                }
            });
        }
    };
    let is_hidden = move || !open.record.with(|record| record.as_deref().is_some_and(|record| is_for(open, record)));
    view! {
        <section class="suggested" hidden=is_hidden>
            <h2>{open.say(words::TITLE)}</h2>
            <details>
                <summary on:click=look>{open.say(words::OPEN)}</summary>
                {move || is_asked.get().then(|| list(open, found))}
            </details>
        </section>
    }
}

/// Whether a mentor is still looked for.
fn is_for(open: Open, record: &DeskRecord) -> bool {
    let is_mentees = Role::parse(&record.row.role) == Some(Role::Mentee);
    let is_open = !record.row.standing.is_end() && record.row.standing != Standing::Paired;
    let is_asked = record.requests.last().is_some_and(|request| request.stage.is_open());
    is_mentees
        && is_open
        && !is_asked
        && !record.is_masked
        && !open.has(Marks::RESTRICTED)
        && can(&record.row.programme)
}

fn list(open: Open, found: RwSignal<Option<Vec<MentorRow>>>) -> impl IntoView {
    move || {
        let desk = open.desk;
        let record = open.record.get()?;
        Some(found.with(|found| match found.as_deref() {
            None => view! { <p class="hint">{open.say(said::LOADING)}</p> }.into_any(),
            Some(mentors) => desk.table.with(|table| {
                let answers = |reference: &str| {
                    table.searched.get(reference).map(|known: &std::sync::Arc<Searched>| known.answers.as_slice())
                };
                let found = suggested(&record.row.programme, &record.answers, mentors, answers);
                let is_coming = table.rows_from.is_some() || table.answers_from.is_some();
                shown(open, &record, &found, is_coming)
            }),
        }))
    }
}

fn shown(open: Open, record: &DeskRecord, found: &Suggested<'_>, is_coming: bool) -> AnyView {
    let count = |count: usize, text| (count > 0).then(|| fill(open.say(text), &[("count", &count.to_string())]));
    let notes = [
        count(found.further, words::FURTHER),
        count(found.ruled_out, words::RULED_OUT),
        // Some of them may only not have come yet.
        if is_coming { Some(open.say(words::COMING).to_owned()) } else { count(found.unknown, words::UNKNOWN) },
    ];
    let may_ask = requests::may_ask(open) && !found.best.is_empty();
    let lead = if found.best.is_empty() { words::NOBODY } else { words::LEAD };
    view! {
        <p class="hint">{open.say(lead)}</p>
        {may_ask.then(|| view! { <p class="hint">{open.say(ask_words::ASK_HINT)}</p> })}
        <ol>{found.best.iter().map(|one| suggestion(open, record, one)).collect_view()}</ol>
        {notes.into_iter().flatten().map(|note| view! { <p class="hint">{note}</p> }).collect_view()}
    }
    .into_any()
}

fn suggestion(open: Open, record: &DeskRecord, one: &Suggestion<'_>) -> impl IntoView + use<> {
    let desk = open.desk;
    let row = &one.mentor.row;
    let points = match one.fit.points {
        0 => open.say(words::NO_POINTS).to_owned(),
        points => fill(open.say(words::POINTS), &[("count", &points.to_string())]),
    };
    let said = one.fit.findings.iter().map(|finding| {
        let said = words::finding(finding, &record.row.programme, &record.answers, one.given, desk.language);
        view! { <li class:good=finding.points != 0>{said}</li> }
    });
    let avoid = record.wishes.as_ref().map_or("", |wishes| wishes.avoid.as_str());
    let avoided = may_be_named(avoid, &row.name)
        .then(|| view! { <strong class="avoided">{open.say(ask_words::MAY_BE_AVOIDED)} ". "</strong> });
    view! {
        <li>
            {link(desk, Place::Record(row.reference.clone()), desk.name_of(row), "")} " " {avoided}
            <span class="detail">{points} ", " {mentors::offer(desk, one.mentor.offer, one.mentor.free, None)}</span>
            <ul>{said.collect_view()}</ul>
            {requests::may_ask(open).then(|| requests::ask(open, row.reference.clone(), &desk.name_of(row)))}
        </li>
    }
}
