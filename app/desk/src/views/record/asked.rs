//! What the person has asked about their data: what waits for an answer stands first, with the place to write it.

use super::Open;
use domain::asked::{ASK_TEXT_MAX, Ask, Asked};
use domain::desk::call::{AnswerAsked, AnswerAskedRequest};
use domain::desk::member::Authority;
use domain::fill::{fill, fill_numbers};
use domain::words::date;
use domain::words::desk::asked as words;
use domain::words::form::asked as said;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What is being written, by number: kept while the record is read anew.
type Writing = RwSignal<BTreeMap<u32, String>>;

pub fn all(open: Open) -> impl IntoView {
    let writing: Writing = RwSignal::new(BTreeMap::new());
    move || {
        let record = open.record.get()?;
        let numbered = || (1_u32..).zip(&record.asked);
        let unanswered = numbered().filter(|(_, asked)| asked.is_open());
        let unanswered: Vec<_> = unanswered.map(|(number, asked)| one(open, number, asked, writing)).collect();
        let answered: Vec<_> = numbered().filter_map(|(_, asked)| answered(open, asked)).collect();
        Some(view! {
            {(!unanswered.is_empty())
                .then(|| {
                    view! {
                        <section class="note asked">
                            <h2>{open.say(words::TITLE)}</h2>
                            {record.is_masked.then(|| view! { <p class="hint">{open.say(words::MASKED)}</p> })}
                            {unanswered}
                        </section>
                    }
                })}
            {(!answered.is_empty())
                .then(|| {
                    view! {
                        <details>
                            <summary>{open.say(words::ANSWERED_TITLE)}</summary>
                            <ul>{answered}</ul>
                        </details>
                    }
                })}
        })
    }
}

/// One that waits, with the place for the answer.
fn one(open: Open, number: u32, asked: &Asked, writing: Writing) -> AnyView {
    let language = open.desk.language;
    let by = date::long(&asked.answer_by(), language);
    let what = said::name(asked.what).say(language);
    let line = fill(
        open.say(words::OPEN),
        &[("what", what), ("time", &date::time(asked.at, open.desk.language)), ("date", &by)],
    );
    view! {
        <div class="ask" data-ask=asked.what.slug()>
            <p>
                <strong>{line}</strong>
            </p>
            <p class="typed">{asked.text.clone()}</p>
            {open.desk.may(Authority::Coordinator).then(|| answering(open, number, asked.what, writing))}
        </div>
    }
    .into_any()
}

fn answering(open: Open, number: u32, what: Ask, writing: Writing) -> AnyView {
    let id = format!("answer-{number}");
    let hint = fill_numbers(open.say(words::HINT), &[("max", u32::from(ASK_TEXT_MAX))]);
    let written = move || writing.with(|writing| writing.get(&number).cloned()).unwrap_or_default();
    let button = |is_done: bool| {
        let outcome = said::outcome(what, is_done).say(open.desk.language);
        let send = move |_| {
            let Some((reference, seen)) = open.seen() else { return };
            let request = AnswerAskedRequest { reference, seen, number, is_done, answer: untrack(written) };
            open.change::<AnswerAsked>(what.slug(), request, move || {
                writing.update(|writing| drop(writing.remove(&number)));
            });
        };
        view! {
            <button type="button" class="secondary" disabled=move || open.is_busy.get() on:click=send>
                {fill(open.say(words::SEND), &[("outcome", outcome)])}
            </button>
        }
    };
    view! {
        <p class="question">
            <label for=id.clone()>{open.say(words::ANSWER)}</label>
            <span class="hint">{hint}</span>
            {(what == Ask::Erasure).then(|| view! { <span class="hint">{open.say(words::HINT_ERASURE)}</span> })}
            {open.fault(what.slug(), "answer")}
            <textarea
                id=id
                rows="3"
                prop:value=written
                on:input=move |event| {
                    let text = event_target_value(&event);
                    writing.update(|writing| drop(writing.insert(number, text)));
                }
            ></textarea>
        </p>
        <p class="buttons">{button(true)} {button(false)}</p>
    }
    .into_any()
}

/// One that was answered, with who answered what.
fn answered(open: Open, asked: &Asked) -> Option<AnyView> {
    let answer = asked.answer.as_ref()?;
    let language = open.desk.language;
    let values = [
        ("what", said::name(asked.what).say(language)),
        ("time", &date::time(asked.at, open.desk.language)),
        ("outcome", said::outcome(asked.what, answer.is_done).say(language)),
        ("answered", &date::time(answer.at, open.desk.language)),
        ("by", &answer.by),
    ];
    let line = fill(open.say(words::ANSWERED), &values);
    Some(
        view! {
            <li>
                {line} <p class="typed">{asked.text.clone()}</p>
                <p class="typed">{fill(open.say(said::ANSWER), &[("text", &answer.text)])}</p>
            </li>
        }
        .into_any(),
    )
}
