//! What needs a person, most overdue first.

use super::link;
use crate::place::Place;
use crate::state::Desk;
use domain::calendar;
use domain::desk::queue::{About, Item, Need, queue};
use domain::fill::{fill, fill_numbers};
use domain::words::desk::{self as said, queue as words, records};
use domain::words::{date, letter};
use leptos::prelude::*;

/// Things shown at first; the rest follows a press.
const SHOWN: usize = 50;

pub fn page(desk: Desk) -> impl IntoView {
    let limit = RwSignal::new(SHOWN);
    let items = Memo::new(move |_| {
        let programmes = desk.reply.get().map(|reply| reply.programmes.clone()).unwrap_or_default();
        desk.table.with(|table| queue(table.rows.iter().map(AsRef::as_ref), &programmes, Desk::now()))
    });
    let has_rows = move || desk.table.with(|table| table.rows_from.is_none() || !table.rows.is_empty());
    view! {
        <h1 id="title" tabindex="-1">
            {desk.say(said::QUEUE)}
        </h1>
        {move || match (has_rows(), items.with(Vec::is_empty)) {
            (false, _) => view! { <p class="hint">{desk.say(said::LOADING)}</p> }.into_any(),
            (true, true) => view! { <p class="lead">{desk.say(words::EMPTY)}</p> }.into_any(),
            (true, false) => groups(desk, &items.get(), limit.get()).into_any(),
        }}
        <p class="buttons" hidden=move || items.with(Vec::len) <= limit.get()>
            <button class="secondary" on:click=move |_| limit.update(|limit| *limit += SHOWN)>
                {desk.say(words::MORE)}
            </button>
        </p>
        {unreadable(desk)}
        {aside(desk)}
    }
}

/// In the words of the daily letter.
fn unreadable(desk: Desk) -> impl IntoView {
    let count = Memo::new(move |_| desk.table.with(|table| table.unreadable));
    move || {
        let count = count.get();
        let words = letter::desk::unreadable(count)?;
        Some(view! { <p class="problem">{fill_numbers(desk.say(words), &[("count", count)])}</p> })
    }
}

/// Neighbours under one heading stand together.
fn groups(desk: Desk, items: &[Item], limit: usize) -> impl IntoView + use<> {
    let shown: Vec<Item> = items.iter().take(limit).cloned().collect();
    let mut groups: Vec<(Need, Vec<Item>)> = Vec::new();
    for item in shown {
        match groups.last_mut() {
            Some((need, group)) if words::heading(*need) == words::heading(item.need) => group.push(item),
            _ => groups.push((item.need, vec![item])),
        }
    }
    groups
        .into_iter()
        .map(|(need, group)| {
            let all = items.iter().filter(|item| words::heading(item.need) == words::heading(need)).count();
            view! {
                <section class="group" data-need=need.key()>
                    <h2>{desk.say(words::heading(need))} " " <span class="count">{all}</span></h2>
                    <ul class="queue">{group.into_iter().map(|item| entry(desk, &item)).collect_view()}</ul>
                </section>
            }
        })
        .collect_view()
}

/// One sentence and the one thing to do.
fn entry(desk: Desk, item: &Item) -> impl IntoView + use<> {
    let (who, about, date) = match &item.about {
        About::Record(reference) => {
            let row =
                desk.table.with_untracked(|table| table.rows.iter().find(|row| row.reference == *reference).cloned());
            let name = row.as_ref().map(|row| row.name.clone()).filter(|name| !name.is_empty());
            let day = row.and_then(|row| row.answer_by.clone()).unwrap_or_else(|| calendar::day(item.since));
            (name.unwrap_or_else(|| reference.clone()), Place::Record(reference.clone()), day)
        }
        About::Programme(slug) => {
            (desk.title_of(slug).to_owned(), Place::Programme(slug.clone()), calendar::day(item.since))
        }
    };
    let date = date::day(&date, desk.language);
    let sentence = fill(words::sentence(item.need).say(desk.language), &[("who", &who), ("date", &date)]);
    let detail = match &item.about {
        About::Record(reference) if item.went_without => {
            format!("{reference}, {}", desk.say(records::MARK_WENT_WITHOUT))
        }
        About::Record(reference) => reference.clone(),
        About::Programme(_) => String::new(),
    };
    view! {
        <li class:late={item.late_days > 0}>
            <span class="sentence">{sentence}</span>
            <span class="detail">{detail}</span>
            {link(desk, about, desk.say(words::action(item.need)).to_owned(), "do")}
        </li>
    }
}

/// Copies that could not be taken up stay to be seen.
fn aside(desk: Desk) -> impl IntoView {
    move || {
        let aside = desk.reply.with(|reply| reply.as_ref().map(|reply| reply.aside.clone()).unwrap_or_default());
        (!aside.is_empty()).then(|| {
            view! {
                <section class="group">
                    <h2>{desk.say(words::ASIDE_TITLE)} " " <span class="count">{aside.len()}</span></h2>
                    <p>{desk.say(words::ASIDE)}</p>
                    <ul>
                        {aside
                            .into_iter()
                            .map(|(name, why)| view! { <li><code>{name}</code> ": " {why}</li> })
                            .collect_view()}
                    </ul>
                </section>
            }
        })
    }
}
