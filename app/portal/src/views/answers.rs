//! The answers in reading order: on the check page with a way to change each, on the own page without.

use super::ranking::{named, place_name};
use crate::here::Here;
use domain::fill::fill;
use domain::question::{Kind, Question, YES};
use domain::words::form as words;
use leptos::either::EitherOf4;
use leptos::prelude::*;

/// One row a question. All are hidden in the document; the Worker or the living page shows those that were asked.
pub fn rows(here: Here, with_change: bool) -> impl IntoView {
    let rows: Vec<_> = here.form.questions().map(|question| row(here, question, with_change)).collect();
    view! { <dl class="answers">{rows}</dl> }
}

fn row(here: Here, question: &'static Question, with_change: bool) -> impl IntoView {
    let id = question.id;
    let change = with_change.then(|| change(here, question));
    // While it is written, each field says it.
    let seen = (!with_change).then(|| {
        view! { <dd class="seen">{words::shown_to(question, here.form.role).say(here.language)}</dd> }
    });
    view! {
        <div class="row" data-fill=format!("row-{id}") hidden>
            <dt>{here.of_question(question, |words| Some(words.short)).say(here.language)}</dt>
            {answer(here, question)}
            <dd class="empty" data-fill=format!("empty-{id}") hidden>
                {words::NOT_ANSWERED.say(here.language)}
            </dd>
            {seen}
            {change}
        </div>
    }
}

/// What was typed, or the words of what was chosen.
fn answer(here: Here, question: &'static Question) -> impl IntoView {
    match question.kind {
        Kind::RankedChoice { max, .. } => EitherOf4::A(ranked(here, question, max)),
        // A ticked box is read as a word.
        Kind::Acknowledgement => EitherOf4::D(view! {
            <dd class="typed">
                <span data-fill=format!("option-{}-{YES}", question.id) hidden>
                    {words::YES.say(here.language)}
                </span>
            </dd>
        }),
        Kind::OneChoice { .. } | Kind::SeveralChoices { .. } | Kind::YesNo => {
            let options: Vec<_> = question
                .kind
                .options()
                .iter()
                .enumerate()
                .map(|(index, option)| chosen(here, question, index, option))
                .collect();
            EitherOf4::B(view! {
                <dd>
                    <ul>{options}</ul>
                </dd>
            })
        }
        _ => EitherOf4::C(typed(question)),
    }
}

/// Best first, numbered.
fn ranked(here: Here, question: &'static Question, max: u16) -> impl IntoView {
    let places: Vec<_> = (1..=usize::from(max))
        .map(|place| {
            view! {
                <li data-fill=place_name(question, place) hidden>
                    {named(here, question, place)}
                </li>
            }
        })
        .collect();
    view! {
        <dd>
            <ol>{places}</ol>
        </dd>
    }
}

fn chosen(here: Here, question: &'static Question, index: usize, option: &'static str) -> impl IntoView {
    let id = question.id;
    view! {
        <li data-fill=format!("option-{id}-{option}") hidden>
            {here.option_words(question, index).say(here.language)}
        </li>
    }
}

fn typed(question: &'static Question) -> impl IntoView {
    view! { <dd class="typed" data-fill=format!("answer-{}", question.id)></dd> }
}

fn change(here: Here, question: &'static Question) -> impl IntoView {
    // While nobody knows what became of them, the answers may not be changed.
    let page = here.form.page_of(question.id).map_or("", |page| page.id);
    let short = here.of_question(question, |words| Some(words.short)).say(here.language);
    let whole = fill(words::CHANGE_QUESTION.say(here.language), &[("question", short)]);
    view! {
        <dd class="change" data-fill="changeable">
            <button class="link" name="_go" value=format!("to-{page}") aria-label=whole>
                {words::CHANGE.say(here.language)}
            </button>
        </dd>
    }
}
