//! What a record holds, wherever it is shown: facts, answers, what has happened, its letters.

use super::Open;
use crate::state::Desk;
use domain::desk::call::DeskRecord;
use domain::desk::letter::{BLACKED_OUT, written_today};
use domain::desk::row::Row;
use domain::desk::said;
use domain::fill::fill;
use domain::ledger::Event;
use domain::outbox::Task;
use domain::words::date;
use domain::words::desk::record as own;
use leptos::prelude::*;

/// What stands, in one line each.
pub fn facts(desk: Desk, record: &DeskRecord) -> AnyView {
    let facts = said::facts(record, desk.language).into_iter().map(|(label, value)| {
        view! {
            <div>
                <dt>{desk.say(label)}</dt>
                <dd>{value}</dd>
            </div>
        }
    });
    view! { <dl class="facts">{facts.collect_view()}</dl> }.into_any()
}

/// Answers in words, in form order; `tells` says who sees each, too.
pub fn answers(desk: Desk, row: &Row, answers: &[(String, Vec<String>)], tells: bool) -> AnyView {
    let rows = said::answers(row, answers, desk.language)
        .into_iter()
        .map(|answer| row_of(answer.label, answer.text, answer.who_sees.filter(|_| tells)));
    view! { <dl class="answers">{rows.collect_view()}</dl> }.into_any()
}

/// A label, what stands there as it was typed, and something about it.
pub fn row_of(label: String, value: String, detail: Option<&'static str>) -> AnyView {
    view! {
        <div class="row">
            <dt>{label}</dt>
            <dd class="typed">{value}</dd>
            {detail.map(|detail| view! { <dd class="detail">{detail}</dd> })}
        </div>
    }
    .into_any()
}

/// The place to write why protected answers must be seen.
pub fn unmasking(open: Open, reason: RwSignal<String>, read: Callback<String>) -> AnyView {
    view! {
        <form
            class="unmasking"
            on:submit=move |event| {
                event.prevent_default();
                read.run(reason.get_untracked());
            }
        >
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
    .into_any()
}

/// The newest first.
pub fn history(desk: Desk, record: &DeskRecord) -> AnyView {
    let events = record.history.iter().rev().map(|one| event(desk, one, &record.row)).collect_view();
    view! {
        <ol class="history" reversed>
            {events}
        </ol>
    }
    .into_any()
}

/// An event in words, with who and why.
fn event(desk: Desk, event: &Event, row: &Row) -> impl IntoView + use<> {
    let (by, reason) = (event.by.clone(), event.reason.clone());
    view! {
        <li>
            <span class="detail unbroken">{date::time(event.at, desk.language)}</span>
            " "
            {said::happened(event, row, desk.language)}
            {by.map(|by| view! { <span class="detail by">{by}</span> })}
            {reason.map(|reason| view! { <p class="typed">{reason}</p> })}
        </li>
    }
}

/// Each letter with its fate, and what it says.
pub fn letters(desk: Desk, record: &DeskRecord) -> AnyView {
    let lines = record.letters.iter().map(|task| {
        view! {
            <li data-state=task.state.key()>
                {desk.say(own::letter(task.fact))} ": " <strong>{desk.say(own::fate(task.state))}</strong> " "
                <span class="detail unbroken">{date::time(task.due_at, desk.language)}</span> {text(desk, record, task)}
            </li>
        }
    });
    view! { <ul class="letters">{lines.collect_view()}</ul> }.into_any()
}

/// What a letter says if it is written today, where it can be.
fn text(desk: Desk, record: &DeskRecord, task: &Task) -> Option<AnyView> {
    let live = desk.reply.with_untracked(|reply| {
        let programmes = &reply.as_ref()?.programmes;
        programmes.iter().find(|live| live.programme == record.row.programme).map(|live| live.live.clone())
    })?;
    let letter = written_today(record, &live, task)?;
    let name = fill(desk.say(own::READ_LETTER), &[("letter", desk.say(own::letter(task.fact)))]);
    let hint = fill(desk.say(own::WRITTEN_TODAY), &[("bar", BLACKED_OUT)]);
    Some(
        view! {
            <details>
                <summary>{name}</summary>
                <p class="hint">{hint}</p>
                <div class="letter" lang=letter.language.tag()>
                    <p>
                        <strong>{letter.subject}</strong>
                    </p>
                    <p class="typed">{letter.text}</p>
                </div>
            </details>
        }
        .into_any(),
    )
}
