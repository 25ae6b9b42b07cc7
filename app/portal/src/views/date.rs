//! A date: three fields to type in, in the order in which people say it.

use super::field::{described_by, fault_place, hint, invalid, label, seen_by};
use crate::here::Here;
use crate::say::{compose, say};
use crate::state::State;
use domain::form_post::{date_field, field::DATE_PARTS};
use domain::question::Question;
use domain::text::Text;
use domain::words::form::fields as words;
use leptos::prelude::*;

pub fn date(here: Here, state: State, question: &'static Question) -> impl IntoView {
    let [year, month, day] = DATE_PARTS;
    view! {
        <fieldset aria-describedby=described_by(question)>
            <legend inner_html=label(here, question)></legend>
            {hint(here, question)}
            {fault_place(here, state, question)}
            <div class="date">
                {part(here, state, question, day, words::DAY)} {part(here, state, question, month, words::MONTH)}
                {part(here, state, question, year, words::YEAR)}
            </div>
            {seen_by(here, question)}
        </fieldset>
    }
}

fn part(here: Here, state: State, question: &'static Question, part: &'static str, words: Text) -> impl IntoView {
    let [.., day] = DATE_PARTS;
    // The first carries the question's own id, so that the summary's link leads to it.
    let id = move || if part == day { format!("q-{}", question.id) } else { format!("q-{}{part}", question.id) };
    view! {
        <div>
            <label for=compose(id)>{say(here.language, || words)}</label>
            <input
                id=compose(id)
                name=compose(|| date_field(question.id, part))
                type="text"
                inputmode="numeric"
                autocomplete="off"
                enterkeyhint="next"
                aria-invalid=invalid(state, question)
            />
        </div>
    }
}
