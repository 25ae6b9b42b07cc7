//! One record: every answer, what has happened, its letters, and what may be done next.

mod asked;
mod decision;
mod open;
mod rights;

pub use open::Open;

use super::link;
use crate::place::Place;
use crate::state::Desk;
use domain::calendar;
use domain::desk::call::DeskRecord;
use domain::desk::view::View;
use domain::fill::fill;
use domain::ledger::{Event, Happening};
use domain::programme::{Role, programme};
use domain::words;
use domain::words::desk::{self as said, record as own, records};
use domain::words::form::answer_text;
use domain::words::{date, standing};
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
            <div>{answers(open)} {others(open)}</div>
            <div>{decision::next(open)} {history(open)} {letters(open)} {rights::all(open)}</div>
        </div>
    }
}

/// What stands, in one line each.
fn head(open: Open) -> impl IntoView {
    let language = open.desk.language;
    move || {
        let record = open.record.get()?;
        let role = open.role()?;
        let row = &record.row;
        let at = date::day_and_clock(&calendar::day(row.received_at), &calendar::clock(row.received_at), language);
        let facts = [
            (records::STANDING, standing::title(row.standing, role).say(language).to_owned()),
            (records::PROGRAMME, open.desk.title_of(&row.programme).to_owned()),
            (records::ROLE, open.say(said::role(role)).to_owned()),
            (records::RECEIVED, at),
            (records::ANSWER_BY, row.answer_by.as_deref().map(|day| date::long(day, language)).unwrap_or_default()),
            (own::REGISTRY, record.registry.clone().unwrap_or_default()),
        ];
        let facts = facts.into_iter().filter(|(_, value)| !value.is_empty()).map(|(label, value)| {
            view! {
                <div>
                    <dt>{open.say(label)}</dt>
                    <dd>{value}</dd>
                </div>
            }
        });
        Some(view! { <dl class="facts">{facts.collect_view()}</dl> })
    }
}

/// Answers in words, in form order.
fn said_answers(open: Open, record: &DeskRecord, answers: &[(String, Vec<String>)]) -> Vec<(String, String)> {
    let language = open.desk.language;
    let form = programme(&record.row.programme).zip(open.role()).and_then(|(programme, role)| programme.form(role));
    let said = words::programme(&record.row.programme).zip(form).and_then(|(words, form)| words.form(form.role));
    let said_of = |(id, values): &(String, Vec<String>)| {
        let asked = form.zip(said).and_then(|(form, said)| said.questions_with(form).find(|(asked, _)| asked.id == id));
        match asked {
            Some((question, words)) => {
                (words.short.say(language).to_owned(), answer_text(question, words, values, language))
            }
            // A release has taken the question away.
            None => (id.clone(), values.join(", ")),
        }
    };
    answers.iter().map(said_of).collect()
}

fn answers(open: Open) -> impl IntoView {
    let list = move |answers: Vec<(String, String)>| {
        let rows = answers.into_iter().map(|(label, value)| {
            view! {
                <div class="row">
                    <dt>{label}</dt>
                    <dd class="typed">{value}</dd>
                </div>
            }
        });
        view! { <dl class="answers">{rows.collect_view()}</dl> }
    };
    let reason = RwSignal::new(String::new());
    move || {
        let record = open.record.get()?;
        if record.is_masked {
            let reference = record.row.reference.clone();
            return Some(
                view! {
                    <h2>{open.say(own::ANSWERS)}</h2>
                    <form on:submit=move |event| {
                        event.prevent_default();
                        open.read(reference.clone(), Some(reason.get_untracked()));
                    }>
                        <p class="question">
                            <label for="unmask">{open.say(own::MASKED)}</label>
                            {open.fault("unmask", "reason")}
                            <input id="unmask" on:input=move |event| reason.set(event_target_value(&event)) />
                        </p>
                        <p class="buttons">
                            <button class="secondary">{open.say(own::UNMASK)}</button>
                        </p>
                    </form>
                }
                .into_any(),
            );
        }
        let arrived = record.arrived.as_deref().map(|arrived| {
            let arrived = said_answers(open, &record, arrived);
            view! {
                <details>
                    <summary>{open.say(own::ARRIVED)}</summary>
                    {list(arrived)}
                </details>
            }
        });
        Some(
            view! {
                <h2>{open.say(own::ANSWERS)}</h2>
                {list(said_answers(open, &record, &record.answers))}
                {arrived}
            }
            .into_any(),
        )
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

/// An event in words, with who and why.
fn event(open: Open, event: &Event) -> impl IntoView + use<> {
    let language = open.desk.language;
    let role = open.role().unwrap_or(Role::Asking);
    let to = match event.what {
        Happening::Became(to) | Happening::Undone(to) => standing::title(to, role).say(language),
        _ => "",
    };
    let at = date::day_and_clock(&calendar::day(event.at), &calendar::clock(event.at), language);
    let (by, reason) = (event.by.clone(), event.reason.clone());
    view! {
        <li>
            <span class="detail">{at}</span>
            " "
            {fill(own::happening(event.what).say(language), &[("standing", to)])}
            {by.map(|by| view! { <span class="detail">" – " {by}</span> })}
            {reason.map(|reason| view! { <p class="typed">{reason}</p> })}
        </li>
    }
}

fn history(open: Open) -> impl IntoView {
    let events =
        move || open.record.get().map(|record| record.history.iter().rev().map(|one| event(open, one)).collect_view());
    view! {
        <h2>{open.say(own::HISTORY)}</h2>
        <ol class="history" reversed>
            {events}
        </ol>
        {decision::comment(open)}
    }
}

fn letters(open: Open) -> impl IntoView {
    move || {
        let record = open.record.get()?;
        let language = open.desk.language;
        let lines = record.letters.iter().map(|task| {
            let at = date::day_and_clock(&calendar::day(task.due_at), &calendar::clock(task.due_at), language);
            view! {
                <li data-state=task.state.key()>
                    {open.say(own::letter(task.fact))} ": " <strong>{open.say(own::fate(task.state))}</strong> " "
                    <span class="detail">{at}</span>
                </li>
            }
        });
        (!record.letters.is_empty()).then(|| {
            view! {
                <h2>{open.say(own::LETTERS)}</h2>
                <ul>{lines.collect_view()}</ul>
            }
        })
    }
}
