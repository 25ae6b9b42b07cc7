//! Several records at once: brought to one standing that all of them may come to, after one confirmation that counts the
//! letters. Each is a decision of its own, so what has changed meanwhile stays as it is.

use crate::calls::send;
use crate::state::Desk;
use domain::desk::call::{Decide, DecideRequest};
use domain::desk::member::Authority;
use domain::desk::row::{Marks, Row};
use domain::fill::fill;
use domain::programme::Role;
use domain::standing::{Move, Standing, moves};
use domain::words::desk::{record as record_words, records as words};
use domain::words::{desk as said, standing};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Records picked together at most: a decision each takes about a tenth of a second.
const PICKED_MAX: usize = 200;

fn rows(desk: Desk, picked: &BTreeSet<String>) -> Vec<Arc<Row>> {
    desk.table.with(|table| table.rows.iter().filter(|row| picked.contains(&row.reference)).cloned().collect())
}

fn way(row: &Row, to: Standing) -> Option<&'static Move> {
    row.standing.move_to(Role::parse(&row.role)?, to)
}

/// Ways of the first record that all the others may take too, by the same act: to end a mentorship is not to end a mentor's
/// part.
fn common(rows: &[Arc<Row>]) -> Vec<&'static Move> {
    let first = rows.first().and_then(|row| Some(moves(Role::parse(&row.role)?, row.standing)));
    let is_common = |one: &&Move| {
        rows.iter().all(|row| way(row, one.to).is_some_and(|other| standing::act(other) == standing::act(one)))
    };
    first.into_iter().flatten().filter(is_common).collect()
}

/// What is chosen for the picked records.
#[derive(Clone, Copy)]
struct Chosen {
    desk: Desk,
    picked: RwSignal<BTreeSet<String>>,
    to: RwSignal<Option<Standing>>,
    comment: RwSignal<String>,
    is_busy: RwSignal<bool>,
}

pub fn bar(desk: Desk, picked: RwSignal<BTreeSet<String>>) -> impl IntoView {
    let chosen = Chosen {
        desk,
        picked,
        to: RwSignal::new(None),
        comment: RwSignal::new(String::new()),
        is_busy: RwSignal::new(false),
    };
    move || {
        let count = picked.with(BTreeSet::len);
        (count > 0 && desk.may(Authority::Coordinator)).then(|| picking(chosen, count))
    }
}

fn picking(chosen: Chosen, count: usize) -> impl IntoView {
    let (desk, picked) = (chosen.desk, chosen.picked);
    let rows = rows(desk, &picked.get());
    let ways = common(&rows);
    let options = ways.iter().map(|one| {
        let to = one.to;
        view! {
            <option value=to.key() selected=move || chosen.to.get() == Some(to)>
                {desk.say(standing::act(one))}
            </option>
        }
    });
    let options = options.collect_view();
    let has_none = ways.is_empty();
    let to_confirm = move || {
        let way = ways.iter().find(|one| chosen.to.get() == Some(one.to))?;
        Some(confirm(chosen, &rows, way))
    };
    view! {
        <section class="several" aria-label=desk.say(words::PICKED)>
            <p>
                <strong>{desk.say(words::PICKED)} ": " {count}</strong>
                " "
                <button class="link" on:click=move |_| picked.set(BTreeSet::new())>
                    {desk.say(words::CLEAR_PICKED)}
                </button>
            </p>
            <p hidden=!has_none>{desk.say(words::NO_COMMON_WAY)}</p>
            <p hidden=has_none>
                <label for="several">{desk.say(words::BRING)}</label>
                <select id="several" on:change=move |event| chosen.to.set(Standing::parse(&event_target_value(&event)))>
                    <option value="">{desk.say(said::CHOOSE)}</option>
                    {options}
                </select>
            </p>
            {to_confirm}
        </section>
    }
}

/// How many are moved and how many letters go, before anything happens.
fn confirm(chosen: Chosen, rows: &[Arc<Row>], first: &Move) -> impl IntoView + use<> {
    let (desk, to) = (chosen.desk, first.to);
    let ways: Vec<&Move> = rows.iter().filter_map(|row| way(row, to)).collect();
    let letters = rows.iter().zip(&ways).filter(|(row, way)| way.letter && !row.marks.has(Marks::SUSPECT)).count();
    let needs_reason = ways.iter().any(|way| way.reason);
    let (count, letters) = (rows.len().to_string(), letters.to_string());
    let said =
        [("count", count.as_str()), ("letters", &letters), ("standing", desk.say(standing::title(to, first.role)))];
    let said = fill(desk.say(words::CONFIRM), &said);
    let rows = rows.to_vec();
    let carry_out = move |_| {
        let (rows, why) = (rows.clone(), chosen.comment.get_untracked());
        chosen.is_busy.set(true);
        spawn_local(async move {
            bring(desk, rows, to, why).await;
            chosen.is_busy.set(false);
            chosen.to.set(None);
            chosen.comment.set(String::new());
            chosen.picked.set(BTreeSet::new());
        });
    };
    view! {
        <p>
            <label for="several-comment">
                {desk.say(if needs_reason { record_words::REASON_NEEDED } else { record_words::COMMENT })}
            </label>
            <input
                id="several-comment"
                value=chosen.comment.get_untracked()
                on:input=move |event| chosen.comment.set(event_target_value(&event))
            />
        </p>
        <p>{said}</p>
        <p class="buttons">
            <button class="primary" disabled=move || chosen.is_busy.get() on:click=carry_out>
                {desk.say(words::CONFIRM_BUTTON)}
            </button>
        </p>
    }
}

async fn bring(desk: Desk, rows: Vec<Arc<Row>>, standing: Standing, comment: String) {
    let (mut done, mut failed) = (0_usize, 0_usize);
    for row in rows.iter().take(PICKED_MAX) {
        let request = DecideRequest {
            reference: row.reference.clone(),
            seen: row.version,
            standing,
            comment: Some(comment.clone()).filter(|comment| !comment.trim().is_empty()),
            letter: None,
        };
        match send::<Decide>(&request).await {
            Ok(record) => {
                desk.put(&record);
                done += 1;
            }
            Err(problem) => {
                desk.problem.set(Some(problem));
                failed += 1;
            }
        }
    }
    let say = |text: domain::text::Text, count: usize| fill(desk.say(text), &[("count", &count.to_string())]);
    let failed = if failed > 0 { format!(" {}", say(words::NOT_DONE, failed)) } else { String::new() };
    desk.said.set(format!("{}{failed}", say(words::DONE, done)));
}
