//! The table of records: searched, filtered and sorted here, a page at a time; its view stands in the address.

mod filters;
mod found;
mod lines;
mod table;

use super::several;
use crate::browser;
use crate::place::Place;
use crate::state::Desk;
use domain::calendar;
use domain::desk::call::{ExportRequest, LogExport};
use domain::desk::csv;
use domain::desk::queue::late_days;
use domain::desk::row::Row;
use domain::desk::said::marks as noted;
use domain::desk::view::{View, still_picked};
use domain::fill::fill;
use domain::programme::Role;
use domain::text::Text;
use domain::words::desk::{self as said, records as words};
use domain::words::standing;
use found::Found;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;
use std::time::Duration;

/// Rows on one page.
const PAGE: usize = 100;
/// New rows that come into a page of the table at once: more than a desktop's screen shows below the filters.
const AT_ONCE: usize = 20;

/// The view of the address, or that of a fresh table.
fn view_of(desk: Desk) -> View {
    desk.place.with(|place| if let Place::Records(view) = place { view.clone() } else { View::default() })
}

/// Another view takes the place of this one; the page begins anew.
fn change(desk: Desk, set: impl FnOnce(&mut View)) {
    let mut view = desk
        .place
        .with_untracked(|place| if let Place::Records(view) = place { view.clone() } else { View::default() });
    view.page = 0;
    set(&mut view);
    desk.place.set(Place::Records(view));
}

/// As [`change`], with its address.
fn choose(desk: Desk, set: impl FnOnce(&mut View)) {
    change(desk, set);
    show_address(desk);
}

/// As [`choose`] for a key in the search: a browser takes as long over an address as over the rows, and those are waited for.
fn search(desk: Desk, text: String) {
    change(desk, |view| view.text = text);
    after_the_frame(move || show_address(desk));
}

/// The address of what is shown.
fn show_address(desk: Desk) {
    desk.place.with_untracked(|place| {
        // Whoever has gone on meanwhile has another address already.
        if let Place::Records(_) = place {
            browser::show_address(&desk.language.address(&place.path()), true);
        }
    });
}

/// Once what was set going is drawn.
fn after_the_frame(work: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(work, Duration::ZERO));
}

pub fn page(desk: Desk) -> impl IntoView {
    let view = Memo::new(move |_| view_of(desk));
    let found = found::found(desk, view);
    let wanted = Memo::new(move |_| view.with(|view| found.with(|found| shown(view, found))));
    let rows = drawn(wanted);
    let picked: RwSignal<BTreeSet<String>> = RwSignal::new(BTreeSet::new());
    unpick_hidden(wanted, picked);
    view! {
        <h1 id="title" tabindex="-1">
            {desk.say(said::RECORDS)}
        </h1>
        {filters::all(desk, view)}
        {several::bar(desk, picked)}
        <p class="shown" role="status">
            {move || {
                let (count, all) = (found.with(Found::count), desk.table.with(|table| table.rows.len()));
                let numbers = [("count", count.to_string()), ("all", all.to_string())];
                let numbers: Vec<(&str, &str)> = numbers.iter().map(|(name, value)| (*name, value.as_str())).collect();
                let is_coming = desk.table.with(|table| table.rows_from.is_some());
                format!("{} {}", fill(desk.say(words::SHOWN), &numbers), if is_coming { desk.say(words::COMING) } else { "" })
            }}
        </p>
        {table::table(desk, rows, picked)}
        {pages(desk, view, found)}
        <p class="buttons">
            <button class="secondary" on:click=move |_| found.with_untracked(|found| export(desk, found))>
                {desk.say(words::EXPORT)}
            </button>
        </p>
    }
}

/// Before anything can be pressed again.
fn unpick_hidden(wanted: Memo<Vec<Arc<Row>>>, picked: RwSignal<BTreeSet<String>>) {
    Effect::new(move || {
        let (before, after) = picked.with_untracked(|picked| {
            (picked.len(), wanted.with(|rows| still_picked(picked, rows.iter().map(AsRef::as_ref))))
        });
        if after.len() < before {
            picked.set(after);
        }
    });
}

/// The rows of this page, or all.
fn shown(view: &View, found: &Found) -> Vec<Arc<Row>> {
    let (from, count) = if view.all { (0, usize::MAX) } else { (view.page.saturating_mul(PAGE), PAGE) };
    found.rows().skip(from).take(count).cloned().collect()
}

/// The rows as they come into the table: all when it is opened, so that one comes back to where one was, and a screen of new ones
/// when a key changes a page, with more after each frame.
fn drawn(wanted: Memo<Vec<Arc<Row>>>) -> Memo<Vec<Arc<Row>>> {
    let more = RwSignal::new(());
    let rows = Memo::new(move |before: Option<&Vec<Arc<Row>>>| {
        more.track();
        wanted.with(|wanted| match before {
            Some(before) if wanted.len() <= PAGE => begun(wanted, before),
            _ => wanted.clone(),
        })
    });
    Effect::new(move |_| {
        if rows.with(Vec::len) < wanted.with(Vec::len) {
            after_the_frame(move || more.set(()));
        }
    });
    rows
}

/// As many of them as can be drawn without keeping a key waiting: those that stand there already cost nothing.
fn begun(wanted: &[Arc<Row>], before: &[Arc<Row>]) -> Vec<Arc<Row>> {
    let standing: HashSet<&str> = before.iter().map(|row| row.reference.as_str()).collect();
    let mut left = AT_ONCE;
    let has_room = |row: &&Arc<Row>| {
        let is_new = !standing.contains(row.reference.as_str());
        let has_room = !is_new || left > 0;
        left = left.saturating_sub(usize::from(is_new));
        has_room
    };
    wanted.iter().take_while(has_room).cloned().collect()
}

/// The columns' heads but the first, which picks.
const HEADS: [Text; 8] = [
    words::NAME,
    words::REFERENCE,
    words::PROGRAMME,
    words::ROLE,
    words::STANDING,
    words::RECEIVED,
    words::ANSWER_BY,
    words::MARKS,
];

/// What a row says in each column but the first.
fn cells(desk: Desk, row: &Row, today: &str) -> [String; 8] {
    let role = Role::parse(&row.role);
    [
        desk.name_of(row),
        row.reference.clone(),
        desk.title_of(&row.programme).to_owned(),
        role.map_or_else(|| row.role.clone(), |role| desk.say(said::role(role)).to_owned()),
        role.map_or("", |role| desk.say(standing::title(row.standing, role))).to_owned(),
        // Short, and in a spreadsheet a date.
        calendar::day(row.received_at),
        row.answer_by.clone().unwrap_or_default(),
        marks(desk, row, today),
    ]
}

fn marks(desk: Desk, row: &Row, today: &str) -> String {
    let late = late_days(row, today).filter(|days| *days > 0).map(|days| match days {
        1 => desk.say(words::LATE_ONE_DAY).to_owned(),
        days => fill(desk.say(words::LATE_DAYS), &[("days", &days.to_string())]),
    });
    let noted = noted(row.marks).into_iter().map(|text| desk.say(text).to_owned());
    late.into_iter().chain(noted).collect::<Vec<_>>().join(", ")
}

fn pages(desk: Desk, view: Memo<View>, found: Memo<Found>) -> impl IntoView {
    let at = Memo::new(move |_| view.with(|view| (view.page, view.all, found.with(Found::count))));
    let to = move |page: usize| {
        choose(desk, |view| view.page = page);
        browser::focus("title");
        browser::scroll_to_top();
    };
    move || {
        let (page, all, count) = at.get();
        if count <= PAGE {
            return ().into_any();
        }
        let pages = count.div_ceil(PAGE);
        let numbers = [("page", (page + 1).to_string()), ("pages", pages.to_string())];
        let numbers: Vec<(&str, &str)> = numbers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let is_last = page + 1 >= pages;
        view! {
            <p class="pages">
                <button class="secondary" hidden=all || page == 0 on:click=move |_| to(page.saturating_sub(1))>
                    {desk.say(words::EARLIER)}
                </button>
                <span hidden=all>{fill(desk.say(words::PAGE), &numbers)}</span>
                <button class="secondary" hidden=all || is_last on:click=move |_| to(page + 1)>
                    {desk.say(words::LATER)}
                </button>
                <button class="link" on:click=move |_| choose(desk, |view| view.all = !all)>
                    {desk.say(if all { words::IN_PAGES } else { words::ON_ONE_PAGE })}
                </button>
            </p>
        }
        .into_any()
    }
}

/// Exactly what is found, as it is shown; the log says that it was taken out before it is.
fn export(desk: Desk, found: &Found) {
    let today = Desk::today();
    let head = HEADS.map(|text| desk.say(text).to_owned()).to_vec();
    let lines: Vec<Vec<String>> =
        std::iter::once(head).chain(found.rows().map(|row| cells(desk, row, &today).to_vec())).collect();
    let count = u32::try_from(found.count()).unwrap_or(u32::MAX);
    spawn_local(async move {
        let answer = crate::calls::send::<LogExport>(&ExportRequest { rows: count }).await;
        if desk.heard(answer).is_some() {
            let name = format!("{}-{today}.csv", desk.say(words::FILE));
            browser::offer(&name, "text/csv;charset=utf-8", &csv::file(&lines));
        }
    });
}
