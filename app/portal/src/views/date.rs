//! A date: three fields to type in, in the order in which people say it.

use super::field::{described_by, fault_place, hint, label, seen_by};
use crate::here::Here;
use domain::form_post::{date_field, field::DATE_PARTS};
use domain::question::Question;
use domain::text::Text;
use domain::words::form::fields as words;
use leptos::prelude::*;

pub fn date(here: Here, question: &'static Question) -> impl IntoView {
    let [year, month, day] = DATE_PARTS;
    view! {
        <fieldset aria-describedby=described_by(question)>
            <legend>{label(here, question)}</legend>
            {hint(here, question)}
            {fault_place(here, question)}
            <div class="date">
                {part(here, question, day, words::DAY)} {part(here, question, month, words::MONTH)}
                {part(here, question, year, words::YEAR)}
            </div>
            {seen_by(here, question)}
        </fieldset>
    }
}

fn part(here: Here, question: &'static Question, part: &'static str, words: Text) -> impl IntoView {
    let [.., day] = DATE_PARTS;
    // The first carries the question's own id, so that the summary's link leads to it.
    let id = if part == day { format!("q-{}", question.id) } else { format!("q-{}{part}", question.id) };
    view! {
        <div>
            <label for=id.clone()>{words.say(here.language)}</label>
            <input
                id=id
                name=date_field(question.id, part)
                type="text"
                inputmode="numeric"
                autocomplete="off"
                enterkeyhint="next"
            />
        </div>
    }
}
