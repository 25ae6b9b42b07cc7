//! Fields that are ticked: one of several, several of several, and a box.

use super::field::{described_by, fault_place, hint, label, seen_by};
use crate::here::Here;
use domain::question::{Kind, Question, YES};
use leptos::prelude::*;

pub fn choices(here: Here, question: &'static Question) -> impl IntoView {
    let kind = if matches!(question.kind, Kind::SeveralChoices { .. }) { "checkbox" } else { "radio" };
    let options: Vec<_> = question
        .kind
        .options()
        .iter()
        .enumerate()
        .map(|(index, option)| choice(here, question, kind, index, option))
        .collect();
    view! {
        <fieldset aria-describedby=described_by(question)>
            <legend>{label(here, question)}</legend>
            {hint(here, question)}
            {fault_place(here, question)}
            <div class="options">{options}</div>
            {seen_by(here, question)}
        </fieldset>
    }
}

fn choice(
    here: Here,
    question: &'static Question,
    kind: &'static str,
    index: usize,
    option: &'static str,
) -> impl IntoView {
    // The first carries the question's own id, so that the summary's link leads to a control.
    let id = if index == 0 { format!("q-{}", question.id) } else { format!("q-{}-{option}", question.id) };
    view! {
        <label class="option">
            <input id=id type=kind name=question.id value=option />
            <span>{here.option_words(question, index).say(here.language)}</span>
        </label>
    }
}

pub fn acknowledgement(here: Here, question: &'static Question) -> impl IntoView {
    let id = format!("q-{}", question.id);
    view! {
        {hint(here, question)}
        {fault_place(here, question)}
        <label class="option">
            <input id=id type="checkbox" name=question.id value=YES aria-describedby=described_by(question) />
            <span>{label(here, question)}</span>
        </label>
        {seen_by(here, question)}
    }
}
