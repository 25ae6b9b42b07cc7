//! The rows that are shown: each is drawn once, and stays where a key in the search keeps it; arrows move from one to the next.

use super::cells;
use crate::browser;
use crate::place::Place;
use crate::state::Desk;
use crate::views::link;
use domain::desk::queue::late_days;
use domain::desk::row::Row;
use domain::fill::fill;
use domain::words::desk::records as words;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The body of the table.
const ROWS: &str = "rows";

pub fn table(desk: Desk, rows: Memo<Vec<Arc<Row>>>, picked: RwSignal<BTreeSet<String>>) -> impl IntoView {
    let is_empty = Memo::new(move |_| rows.with(Vec::is_empty));
    let heads = super::HEADS.map(|head| view! { <th scope="col">{desk.say(head)}</th> });
    let today = Desk::today();
    view! {
        <p class="lead" hidden=move || !is_empty.get()>
            {desk.say(words::NONE)}
        </p>
        <div class="scroll" hidden=move || is_empty.get()>
            <table aria-describedby="keys">
                <thead>
                    <tr>
                        <th>
                            <span class="heard">{desk.say(words::PICKED)}</span>
                        </th>
                        {heads.collect_view()}
                    </tr>
                </thead>
                <tbody id=ROWS on:keydown=move |event| move_on(&event)>
                    <For each=move || rows.get() key=Arc::clone children=move |row| line(desk, &row, &today, picked) />
                </tbody>
            </table>
        </div>
        <p id="keys" class="hint keys" hidden=move || is_empty.get()>
            {desk.say(words::KEYS)}
        </p>
    }
}

fn line(desk: Desk, row: &Arc<Row>, today: &str, picked: RwSignal<BTreeSet<String>>) -> impl IntoView + use<> {
    let [name, reference, programme, role, standing, received, answer_by, marks] = cells(desk, row, today);
    let is_late = late_days(row, today).is_some_and(|days| days > 0);
    let (own, other) = (reference.clone(), reference.clone());
    let pick = move |event| {
        let is_picked = event_target_checked(&event);
        picked.update(|picked| {
            if is_picked {
                picked.insert(own.clone());
            } else {
                picked.remove(&own);
            }
        });
    };
    view! {
        <tr class:late=is_late>
            <td>
                <input
                    type="checkbox"
                    aria-label=fill(desk.say(words::PICK), &[("reference", &reference)])
                    prop:checked=move || picked.with(|picked| picked.contains(&other))
                    on:change=pick
                />
            </td>
            <th scope="row">{link(desk, Place::Record(reference.clone()), name, "")}</th>
            <td class="ref">{reference}</td>
            <td>{programme}</td>
            <td>{role}</td>
            <td>{standing}</td>
            <td>{received}</td>
            <td>{answer_by}</td>
            <td class="marks">{marks}</td>
        </tr>
    }
}

/// The first row's link is what one comes to from the search.
pub fn enter(event: &KeyboardEvent) {
    if event.key() == "ArrowDown" {
        reach(event, browser::by_id(ROWS).and_then(|rows| rows.first_element_child()));
    }
}

/// Arrows, Home and End lead from row to row; space picks the row whose link one stands on.
fn move_on(event: &KeyboardEvent) {
    let at = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(row) = at.as_ref().and_then(|at| at.closest("tr").ok().flatten()) else { return };
    let rows = row.parent_element();
    match event.key().as_str() {
        "ArrowDown" => reach(event, row.next_element_sibling()),
        "ArrowUp" => reach(event, row.previous_element_sibling()),
        "Home" => reach(event, rows.and_then(|rows| rows.first_element_child())),
        "End" => reach(event, rows.and_then(|rows| rows.last_element_child())),
        // At the box itself, space is the browser's.
        " " if at.is_some_and(|at| at.tag_name() == "A") => {
            event.prevent_default();
            if let Some(picked) = find(&row, "input") {
                picked.click();
            }
        }
        _ => {}
    }
}

fn reach(event: &KeyboardEvent, row: Option<Element>) {
    event.prevent_default();
    if let Some(link) = row.and_then(|row| find(&row, "a")) {
        let _ = link.focus();
    }
}

fn find(row: &Element, selector: &str) -> Option<HtmlElement> {
    row.query_selector(selector).ok().flatten()?.dyn_into().ok()
}
