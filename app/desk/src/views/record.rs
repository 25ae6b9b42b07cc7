//! One record: every answer, what has happened, its letters, and what may be done next.

mod asked;
mod beside;
mod decision;
mod fetched;
mod mentor;
mod open;
mod requests;
mod rights;
pub mod shown;
mod suggest;
mod waiting;

pub use open::Open;

use super::link;
use crate::place::Place;
use crate::state::Desk;
use domain::desk::view::View;
use domain::programme::Role;
use domain::words::desk::{person, record as own};
use domain::words::standing;
use leptos::prelude::*;

pub fn page(desk: Desk, reference: &str) -> impl IntoView + use<> {
    let open = Open::new(desk);
    open.read(reference.to_owned(), None);
    let reference = reference.to_owned();
    // Drawn once, whatever it reads while it is drawn: what is being written stays while the record is read anew.
    let is_there = Memo::new(move |_| open.record.with(Option::is_some));
    view! {
        <p>{link(desk, Place::Records(View::default()), desk.say(own::BACK).to_owned(), "")}</p>
        <h1 id="title" tabindex="-1">
            {title(open, reference)}
        </h1>
        <div role="alert">
            <p class="note" hidden=move || !open.has_changed.get()>
                {desk.say(own::CHANGED)}
            </p>
        </div>
        {move || is_there.get().then(|| untrack(|| whole(open)))}
    }
}

fn title(open: Open, reference: String) -> impl IntoView {
    move || {
        let name = open.record.with(|record| record.as_ref().map(|record| record.row.name.clone())).unwrap_or_default();
        if name.is_empty() { reference.clone() } else { format!("{name} – {reference}") }
    }
}

fn whole(open: Open) -> impl IntoView {
    view! {
        {head(open)}
        {asked::all(open)}
        <div class="record">
            {decision::next(open)} {suggest::section(open)} {waiting::section(open)}
            <div class="answered">{answers(open)} {others(open)} {everything(open)}</div>
            <div class="aside">
                {mentor::section(open)} {requests::wishes(open)} {requests::section(open)} {history(open)}
            </div>
            <div class="more">{letters(open)} {rights::all(open)}</div>
        </div>
    }
}

fn head(open: Open) -> impl IntoView {
    let desk = open.desk;
    move || open.record.get().map(|record| shown::facts(desk, &record))
}

fn answers(open: Open) -> impl IntoView {
    let desk = open.desk;
    let reason = RwSignal::new(String::new());
    let unmask = Callback::new(move |reason| {
        if let Some((reference, _)) = open.seen() {
            open.read(reference, Some(reason));
        }
    });
    move || {
        let record = open.record.get()?;
        let answers = if record.is_masked {
            shown::unmasking(open, reason, unmask)
        } else {
            let arrived = record.arrived.as_deref().map(|arrived| {
                view! {
                    <details>
                        <summary>{open.say(own::ARRIVED)}</summary>
                        {shown::answers(desk, &record.row, arrived, false)}
                    </details>
                }
            });
            view! {
                {shown::answers(desk, &record.row, &record.answers, false)}
                {arrived}
            }
            .into_any()
        };
        Some(view! {
            <h2>{open.say(own::ANSWERS)}</h2>
            {answers}
        })
    }
}

fn others(open: Open) -> impl IntoView {
    move || {
        let record = open.record.get()?;
        let desk = open.desk;
        (!record.others.is_empty()).then(|| {
            let lines = record.others.iter().map(|row| {
                let role = Role::parse(&row.role).unwrap_or(Role::Asking);
                let words = format!("{} – {}", row.reference, desk.title_of(&row.programme));
                view! {
                    <li>
                        {link(desk, Place::Record(row.reference.clone()), words, "")} " "
                        <span class="detail">{standing::title(row.standing, role).say(desk.language)}</span>
                    </li>
                }
            });
            view! {
                <h2>{open.say(own::OTHERS)}</h2>
                <ul>{lines.collect_view()}</ul>
            }
        })
    }
}

/// To the page of everything held about the person.
fn everything(open: Open) -> Option<impl IntoView> {
    let (reference, _) = open.seen()?;
    Some(view! { <p>{link(open.desk, Place::Person(reference), open.say(person::TITLE).to_owned(), "")}</p> })
}

fn history(open: Open) -> impl IntoView {
    view! {
        <h2>{open.say(own::HISTORY)}</h2>
        {move || open.record.get().map(|record| shown::history(open.desk, &record))}
        {decision::comment(open)}
    }
}

fn letters(open: Open) -> impl IntoView {
    move || {
        let record = open.record.get()?;
        (!record.letters.is_empty()).then(|| {
            view! {
                <h2>{open.say(own::LETTERS)}</h2>
                {shown::letters(open.desk, &record)}
            }
        })
    }
}
