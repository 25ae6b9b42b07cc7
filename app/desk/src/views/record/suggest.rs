//! Mentors who may suit a mentee, best first, with what fits and what does not. Compared here, from answers that have come already.

use super::beside::{Beside, chosen_beside, table};
use super::fetched::{Fetched, answers, is_coming};
use super::{Open, requests};
use crate::place::Place;
use crate::views::{link, mentors};
use domain::desk::call::DeskRecord;
use domain::desk::row::Marks;
use domain::desk::suggest::{SHOWN_MAX, Suggested, Suggestion, can, suggested};
use domain::fill::fill;
use domain::matching::Finding;
use domain::programme::Role;
use domain::standing::Standing;
use domain::text::Text;
use domain::words::desk::{requests as ask_words, suggest as words};
use leptos::prelude::*;

pub fn section(open: Open) -> impl IntoView {
    let fetched = Fetched::new(open);
    let beside = Beside::default();
    let is_hidden = move || !open.record.with(|record| record.as_deref().is_some_and(|record| is_for(open, record)));
    let list = fetched.shown(move |record, mentors, known| {
        shown(open, beside, record, &suggested(record, mentors, answers(known)), is_coming(known))
    });
    let compared = fetched
        .shown(move |record, mentors, known| table(open, beside, record, &suggested(record, mentors, answers(known))));
    let first = move || open.has(Marks::WENT_WITHOUT).then(|| view! { <p>{open.say(words::COMES_FIRST)}</p> });
    view! {
        <section class="suggested" hidden=is_hidden>
            <h2>{open.say(words::TITLE)}</h2>
            {first}
            <details on:toggle=move |_| fetched.look()>
                <summary>{open.say(words::OPEN)}</summary>
                {list}
                {compared}
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

fn shown(open: Open, beside: Beside, record: &DeskRecord, found: &Suggested<'_>, is_coming: bool) -> AnyView {
    let notes = [
        counted(open, found.further, words::FURTHER),
        // Some of them may only not have come yet.
        if is_coming { Some(open.say(words::COMING).to_owned()) } else { counted(open, found.unknown, words::UNKNOWN) },
    ];
    let may_ask = requests::may_ask(open) && !found.best.is_empty();
    let lead = if found.best.is_empty() { words::NOBODY } else { words::LEAD };
    let best = found.best.iter().map(|one| {
        view! {
            <li>
                {about(open, record, one)}
                <div class="choosing">{asking(open, one)} {chosen_beside(open, beside, found, one)}</div>
            </li>
        }
    });
    view! {
        <p class="hint">{open.say(lead)}</p>
        {may_ask.then(|| view! { <p class="hint">{open.say(ask_words::ASK_HINT)}</p> })}
        <ol>{best.collect_view()}</ol>
        {notes.into_iter().flatten().map(|note| view! { <p class="hint">{note}</p> }).collect_view()}
        {left_out(open, record, &found.ruled_out)}
    }
    .into_any()
}

/// A sentence with a count, where there is any.
pub fn counted(open: Open, count: usize, text: Text) -> Option<String> {
    (count > 0).then(|| fill(open.say(text), &[("count", &count.to_string())]))
}

/// Whom a rule or the mentee rules out, and why. Where it is only a likeness of names, staff may see that it is somebody else.
fn left_out(open: Open, record: &DeskRecord, ruled_out: &[Suggestion<'_>]) -> Option<impl IntoView + use<>> {
    let title = counted(open, ruled_out.len(), words::LEFT_OUT)?;
    let lines = ruled_out.iter().take(SHOWN_MAX).map(|one| {
        let asking = (!one.fit.is_ruled_out).then(|| asking(open, one));
        view! { <li>{about(open, record, one)} {asking}</li> }
    });
    let more = counted(open, ruled_out.len().saturating_sub(SHOWN_MAX), words::MORE_LEFT_OUT);
    Some(view! {
        <details class="left-out">
            <summary>{title}</summary>
            <p class="hint">{open.say(words::LEFT_OUT_LEAD)}</p>
            <ul>{lines.collect_view()}</ul>
            {more.map(|more| view! { <p class="hint">{more}</p> })}
        </details>
    })
}

/// Who it is, how many points, and what stands behind them.
fn about(open: Open, record: &DeskRecord, one: &Suggestion<'_>) -> impl IntoView + use<> {
    let desk = open.desk;
    let row = &one.mentor.row;
    let wish = one.wish.map(|place| view! { <li class="good">{open.say(words::wish(place))}</li> });
    let said = one.fit.findings.iter().map(|finding| {
        let said = said(open, record, one, finding);
        view! { <li class:good=finding.points != 0>{said}</li> }
    });
    let avoided =
        one.may_be_named.then(|| view! { <strong class="avoided">{open.say(ask_words::MAY_BE_AVOIDED)} ". "</strong> });
    view! {
        {link(desk, Place::Record(row.reference.clone()), desk.name_of(row), "")}
        " "
        {avoided}
        <span class="detail">
            {points(open, one.points())} ". " {mentors::offer(desk, one.mentor.offer, one.mentor.free, None)} "."
        </span>
        <ul>{wish} {said.collect_view()}</ul>
    }
}

/// What a rule found between the mentee and the mentor.
pub fn said(open: Open, record: &DeskRecord, one: &Suggestion<'_>, finding: &Finding) -> String {
    words::finding(finding, &open.desk.phrases(&record.row.programme), &record.answers, one.given)
}

pub fn points(open: Open, points: u32) -> String {
    match points {
        0 => open.say(words::NO_POINTS).to_owned(),
        points => fill(open.say(words::POINTS), &[("count", &points.to_string())]),
    }
}

pub fn asking(open: Open, one: &Suggestion<'_>) -> Option<impl IntoView + use<>> {
    let row = &one.mentor.row;
    requests::may_ask(open).then(|| requests::ask(open, row.reference.clone(), &open.desk.name_of(row)))
}
