//! The table of rows: it hears for all of them what is pressed and picked; arrows move from one to the next.

use super::lines::Lines;
use crate::browser;
use crate::place::Place;
use crate::state::Desk;
use crate::views::follow;
use domain::desk::row::Row;
use domain::text::Language;
use domain::words::desk::records as words;
use leptos::ev::{Event, KeyboardEvent, MouseEvent};
use leptos::html::Tbody;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The body of the table.
const ROWS: &str = "rows";

pub fn table(desk: Desk, rows: Memo<Vec<Arc<Row>>>, picked: RwSignal<BTreeSet<String>>) -> impl IntoView {
    let is_empty = Memo::new(move |_| rows.with(Vec::is_empty));
    let heads = super::HEADS.map(|head| view! { <th scope="col" role="columnheader">{desk.say(head)}</th> });
    let body = NodeRef::<Tbody>::new();
    Effect::new(move |before: Option<Option<Lines>>| {
        let body: Element = body.get()?.dyn_into().ok()?;
        let mut lines = before.flatten().or_else(|| Lines::new(desk, body))?;
        rows.with(|rows| picked.with(|picked| lines.show(rows, picked)));
        Some(lines)
    });
    view! {
        <p class="lead" hidden=move || !is_empty.get()>
            {desk.say(words::NONE)}
        </p>
        <div class="scroll" hidden=move || is_empty.get()>
            <table class="records rows" role="table" aria-describedby="keys">
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader">
                            <span class="heard">{desk.say(words::PICKED)}</span>
                        </th>
                        {heads.collect_view()}
                    </tr>
                </thead>
                <tbody
                    id=ROWS
                    role="rowgroup"
                    node_ref=body
                    on:keydown=move |event| move_on(&event)
                    on:click=move |event| open(desk, &event)
                    on:change=move |event| pick(picked, &event)
                ></tbody>
            </table>
        </div>
        <p id="keys" class="hint keys" hidden=move || is_empty.get()>
            {desk.say(words::KEYS)}
        </p>
    }
}

/// A row's box was ticked, or no longer is.
fn pick(picked: RwSignal<BTreeSet<String>>, event: &Event) {
    let (reference, is_picked) = (event_target_value(event), event_target_checked(event));
    picked.update(|picked| {
        if is_picked {
            picked.insert(reference);
        } else {
            picked.remove(&reference);
        }
    });
}

/// A row's link was pressed.
fn open(desk: Desk, event: &MouseEvent) {
    let at = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let link = at.and_then(|at| at.closest("a").ok().flatten());
    let address = link.and_then(|link| link.get_attribute("href"));
    if let Some(address) = address {
        follow(desk, event, &Place::parse(Language::of_address(&address).1, ""));
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
