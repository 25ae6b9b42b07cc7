//! Fields for the questions of a form, for staff who correct or enter answers: plain ones, as the page has room for all.

use super::wrong;
use crate::state::Desk;
use domain::draft::Answers;
use domain::fill::fill_numbers;
use domain::problem::Fault;
use domain::programme::Form;
use domain::question::{Kind, Question, YES, YES_NO};
use domain::words::desk::{self as said, programme as words};
use domain::words::fault;
use domain::words::form::{NO, YES as YES_WORD};
use domain::words::{FormWords, QuestionWords};
use leptos::prelude::*;

/// Every question that is asked by the answers so far; what is wrong stands at its field.
pub fn all(
    desk: Desk,
    form: &'static Form,
    said: &'static FormWords,
    answers: RwSignal<Answers>,
    faults: RwSignal<Vec<Fault>>,
) -> impl IntoView {
    let fields = said
        .questions_with(form)
        .map(|(question, words)| {
            let is_asked = Memo::new(move |_| answers.with(|answers| question.is_asked(answers)));
            view! {
                <div class="question" hidden=move || !is_asked.get()>
                    {field(desk, question, words, answers, faults)}
                </div>
            }
        })
        .collect_view();
    view! {
        <p>{desk.say(words::AS_ASKED)}</p>
        {fields}
    }
}

/// The id of a question's field; of several, of the first.
pub fn field_id(id: &str) -> String {
    format!("f-{id}")
}

fn value_of(answers: &Answers, id: &str, place: usize) -> String {
    answers.get(id).and_then(|values| values.get(place)).cloned().unwrap_or_default()
}

fn set(answers: RwSignal<Answers>, id: &'static str, values: Vec<String>) {
    answers.update(|answers| {
        answers.insert(id.to_owned(), values);
    });
}

fn field(
    desk: Desk,
    question: &'static Question,
    said: &'static QuestionWords,
    answers: RwSignal<Answers>,
    faults: RwSignal<Vec<Fault>>,
) -> impl IntoView {
    let id = question.id;
    let wrong = move || {
        wrong::kind(faults, id).map(|kind| {
            let sentence = fault::sentence(question, said, kind, desk.language);
            fill_numbers(&sentence, &kind.numbers())
        })
    };
    let label = said.label.say(desk.language);
    let is_group = matches!(question.kind, Kind::SeveralChoices { .. } | Kind::RankedChoice { .. });
    let input = inputs(desk, question, said, answers);
    let fault_id = format!("{id}-fault");
    if is_group {
        return view! {
            <fieldset>
                <legend>{label}</legend>
                <p class="fault" id=fault_id hidden=move || wrong().is_none()>
                    {wrong}
                </p>
                {input}
            </fieldset>
        }
        .into_any();
    }
    view! {
        <label for=field_id(id)>{label}</label>
        <p class="fault" id=fault_id hidden=move || wrong().is_none()>
            {wrong}
        </p>
        {input}
    }
    .into_any()
}

fn inputs(
    desk: Desk,
    question: &'static Question,
    said: &'static QuestionWords,
    answers: RwSignal<Answers>,
) -> impl IntoView {
    let id = question.id;
    let now = answers.with_untracked(|answers| value_of(answers, id, 0));
    match question.kind {
        Kind::LongText { .. } => view! {
            <textarea id=field_id(id) rows="5" on:input=move |event| set(answers, id, vec![event_target_value(&event)])>
                {now}
            </textarea>
        }
        .into_any(),
        Kind::OneChoice { options } => select(desk, field_id(id), options, said, &now, move |value| {
            set(answers, id, if value.is_empty() { Vec::new() } else { vec![value] });
        })
        .into_any(),
        Kind::YesNo => yes_no(desk, id, &now, answers).into_any(),
        Kind::SeveralChoices { options, .. } => several(desk, id, options, said, answers).into_any(),
        Kind::RankedChoice { options, max, .. } => ranked(desk, id, options, max, said, answers).into_any(),
        Kind::Acknowledgement => view! {
            <input
                id=field_id(id)
                type="checkbox"
                checked=now == YES
                on:change=move |event| {
                    set(answers, id, if event_target_checked(&event) { vec![YES.to_owned()] } else { Vec::new() });
                }
            />
        }
        .into_any(),
        kind => one_line(desk, id, kind, now, answers).into_any(),
    }
}

fn yes_no(desk: Desk, id: &'static str, now: &str, answers: RwSignal<Answers>) -> impl IntoView + use<> {
    let words = [YES_WORD, NO].map(|text| text.say(desk.language));
    let options = YES_NO.iter().zip(words).map(|(value, words)| {
        view! {
            <option value=*value selected=now == *value>
                {words}
            </option>
        }
    });
    view! {
        <select id=field_id(id) on:change=move |event| set(answers, id, vec![event_target_value(&event)])>
            <option value="">{desk.say(said::CHOOSE)}</option>
            {options.collect_view()}
        </select>
    }
}

fn one_line(desk: Desk, id: &'static str, kind: Kind, now: String, answers: RwSignal<Answers>) -> impl IntoView {
    let hint = matches!(kind, Kind::Date { .. }).then(|| view! { <p class="hint">{desk.say(words::DATE_HINT)}</p> });
    view! {
        {hint}
        <input
            id=field_id(id)
            type=if kind == Kind::Email { "email" } else { "text" }
            value=now
            autocomplete="off"
            on:input=move |event| set(answers, id, vec![event_target_value(&event)])
        />
    }
}

fn select<F: Fn(String) + 'static>(
    desk: Desk,
    id: String,
    options: &'static [&'static str],
    said: &'static QuestionWords,
    now: &str,
    set: F,
) -> impl IntoView + use<F> {
    let options = options.iter().zip(said.options).map(|(option, words)| {
        view! { <option value=*option selected=now == *option>{words.say(desk.language)}</option> }
    });
    view! {
        <select id=id on:change=move |event| set(event_target_value(&event))>
            <option value="">{desk.say(said::CHOOSE)}</option>
            {options.collect_view()}
        </select>
    }
}

fn several(
    desk: Desk,
    id: &'static str,
    options: &'static [&'static str],
    said: &'static QuestionWords,
    answers: RwSignal<Answers>,
) -> impl IntoView {
    let chosen = answers.with_untracked(|answers| answers.get(id).cloned().unwrap_or_default());
    options
        .iter()
        .zip(said.options)
        .enumerate()
        .map(|(place, (option, words))| {
            let tick = move |event| {
                let is_chosen = event_target_checked(&event);
                answers.update(|answers| {
                    let values = answers.entry(id.to_owned()).or_default();
                    values.retain(|value| value != option);
                    if is_chosen {
                        values.push((*option).to_owned());
                    }
                });
            };
            view! {
                <label class="tick">
                    <input id=(place == 0).then(|| field_id(id)) type="checkbox" checked=chosen.iter().any(|value| value == option) on:change=tick />
                    {words.say(desk.language)}
                </label>
            }
        })
        .collect_view()
}

fn ranked(
    desk: Desk,
    id: &'static str,
    options: &'static [&'static str],
    max: u16,
    said: &'static QuestionWords,
    answers: RwSignal<Answers>,
) -> impl IntoView {
    (0..usize::from(max))
        .map(|place| {
            let now = answers.with_untracked(|answers| value_of(answers, id, place));
            let own = if place == 0 { field_id(id) } else { format!("f-{id}-{place}") };
            let number = fill_numbers(desk.say(words::RANK), &[("number", u32::try_from(place + 1).unwrap_or(0))]);
            let put = move |value: String| {
                answers.update(|answers| {
                    let values = answers.entry(id.to_owned()).or_default();
                    values.resize(values.len().max(place + 1), String::new());
                    if let Some(here) = values.get_mut(place) {
                        *here = value;
                    }
                    while values.last().is_some_and(String::is_empty) {
                        values.pop();
                    }
                });
            };
            view! {
                <label for=own.clone()>{number}</label>
                {select(desk, own, options, said, &now, put)}
            }
        })
        .collect_view()
}
