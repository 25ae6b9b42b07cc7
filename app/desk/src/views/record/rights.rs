//! Rights and the register: protecting, restricting, correcting, registering and erasing.

use super::Open;
use super::decision::{because, changing};
use crate::calls::send;
use crate::place::Place;
use crate::views::fields;
use domain::desk::call::{
    Correct, CorrectRequest, Erase, Mark, MarkRequest, ReasonRequest, RegistryRequest, SetMark, SetRegistry,
};
use domain::desk::member::Authority;
use domain::desk::row::Marks;
use domain::desk::view::View;
use domain::draft::{Answers, Draft};
use domain::programme::programme;
use domain::words;
use domain::words::desk::{self as said, record as own};
use leptos::prelude::*;
use leptos::task::spawn_local;

pub fn all(open: Open) -> impl IntoView {
    open.desk.may(Authority::Coordinator).then(|| {
        view! {
            <h2>{open.say(own::ASIDE_HEADING)}</h2>
            {registry(open)}
            {correcting(open)}
            {mark(open, Mark::Protected)}
            {mark(open, Mark::Restricted)}
            {erasing(open)}
        }
    })
}

fn registry(open: Open) -> impl IntoView {
    let number = RwSignal::new(
        open.record
            .with_untracked(|record| record.as_ref().and_then(|record| record.registry.clone()))
            .unwrap_or_default(),
    );
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some((reference, seen)) = open.seen() {
            let number = Some(number.get_untracked());
            open.change::<SetRegistry>("registry", RegistryRequest { reference, seen, number }, || {});
        }
    };
    view! {
        <details>
            <summary>{open.say(own::REGISTRY)}</summary>
            <form on:submit=save>
                <p class="question">
                    <label for="registry">{open.say(own::REGISTRY)}</label>
                    {open.fault("registry", "number")}
                    <input
                        id="registry"
                        value=number.get_untracked()
                        on:input=move |event| number.set(event_target_value(&event))
                    />
                </p>
                <p class="buttons">
                    <button class="secondary">{open.say(said::SAVE)}</button>
                </p>
            </form>
        </details>
    }
}

/// Answers to be corrected, in the form that was filled in. Where the answers change under it, what staff have written goes over
/// them, and only that.
fn correcting(open: Open) -> impl IntoView {
    let stands = Memo::new(move |_| {
        let record = open.record.get()?;
        (!record.is_masked).then(|| record.answers.iter().cloned().collect::<Answers>())
    });
    let (answers, reason) = (RwSignal::new(Answers::new()), RwSignal::new(String::new()));
    let earlier = StoredValue::new(Answers::new());
    move || {
        let stands = stands.get()?;
        answers.update(|answers| {
            let before = earlier.get_value();
            answers.retain(|id, values| before.get(id) != Some(values));
            for (id, values) in &stands {
                answers.entry(id.clone()).or_insert_with(|| values.clone());
            }
        });
        earlier.set_value(stands.clone());
        // Made anew, not mended: a field that was written in would go on showing what was written.
        let form = move |_| untrack(|| correction(open, answers, reason));
        Some(view! { <For each=move || [stands.clone()] key=Answers::clone children=form /> })
    }
}

fn correction(open: Open, answers: RwSignal<Answers>, reason: RwSignal<String>) -> impl IntoView {
    let record = open.record.get()?;
    let programme = programme(&record.row.programme)?;
    let form = programme.form(open.role()?)?;
    let said_of = words::programme(programme.slug)?.form(form.role)?;
    let language = record.language;
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some((reference, seen)) = open.seen() else { return };
        let draft = Draft { answers: answers.get_untracked(), ..Draft::new(programme, form.role, language) };
        let request = CorrectRequest { reference, seen, draft, reason: reason.get_untracked() };
        open.change::<Correct>("correct-reason", request, move || reason.set(String::new()));
    };
    Some(view! {
        <details>
            <summary>{open.say(own::CORRECT)}</summary>
            <p class="hint">{open.say(own::CORRECT_HINT)}</p>
            <form on:submit=save>
                {fields::all(open.desk, form, said_of, answers, open.faults)}
                <p class="question">
                    <label for="correct-reason">{open.say(own::REASON_NEEDED)}</label>
                    {open.fault("correct-reason", "reason")}
                    <input
                        id="correct-reason"
                        prop:value=reason
                        on:input=move |event| reason.set(event_target_value(&event))
                    />
                </p>
                {open.save()}
            </form>
        </details>
    })
}

fn mark(open: Open, mark: Mark) -> impl IntoView {
    let (bit, set, end, id) = match mark {
        Mark::Protected => (Marks::PROTECTED, own::PROTECT, own::UNPROTECT, "protect"),
        Mark::Restricted => (Marks::RESTRICTED, own::RESTRICT, own::UNRESTRICT, "restrict"),
    };
    let words = move || if open.has(bit) { end } else { set };
    let request = move |ReasonRequest { reference, seen, reason }| {
        let is_so = !untrack(|| open.has(bit));
        MarkRequest { reference, seen, mark, is_so, reason }
    };
    view! {
        <details>
            <summary>{move || open.say(words())}</summary>
            {changing::<SetMark>(open, id, own::REASON_NEEDED, words, request)}
        </details>
    }
}

fn erasing(open: Open) -> impl IntoView {
    let erase = move |reason: String, _| {
        let Some((reference, seen)) = open.seen() else { return };
        spawn_local(async move {
            let request = ReasonRequest { reference: reference.clone(), seen, reason };
            let answer = send::<Erase>(&request).await;
            if open.heard("erase", answer).is_some() {
                open.desk.remove(&reference);
                open.desk.go(Place::Records(View::default()));
                open.desk.said.set(open.say(own::ERASED).to_owned());
            }
        });
    };
    open.desk.may(Authority::Administrator).then(|| {
        view! {
            <details class="danger">
                <summary>{open.say(own::ERASE)}</summary>
                <p>{open.say(own::ERASE_HINT)}</p>
                {because(open, "erase", own::ERASE_WHY, || own::ERASE, erase)}
            </details>
        }
    })
}
