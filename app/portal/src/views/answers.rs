//! The answers in reading order: on the check page with a way to change each, on the own page without.

use super::ranking::{named, place_name};
use crate::here::Here;
use crate::say::{attribute, compose, fixed, say, template};
use crate::state::{Held, State};
use domain::fill::fill;
use domain::question::{Kind, Question, YES};
use domain::words::{date, form as words};
use leptos::either::EitherOf3;
use leptos::prelude::*;

/// One row a question. All are hidden in the document; the Worker or the living page shows those that were asked.
pub fn rows(here: Here, state: State, with_change: bool) -> impl IntoView {
    let rows: Vec<_> = here.form.questions().map(|question| row(here, state, question, with_change)).collect();
    view! { <dl class="answers">{rows}</dl> }
}

fn row(here: Here, state: State, question: &'static Question, with_change: bool) -> impl IntoView {
    let id = question.id;
    let change = with_change.then(|| change(here, state, question));
    // While it is written, each field says it.
    let seen = (!with_change).then(|| {
        view! { <dd class="seen">{say(here.language, || words::shown_to(question, here.form.role))}</dd> }
    });
    view! {
        <div class="row" data-fill=attribute(|| Some(format!("row-{id}"))) hidden=state.hides_unless(|held| held.is_asked(question))>
            <dt>{say(here.language, || here.of_question(question, |words| Some(words.short)))}</dt>
            {answer(here, state, question)}
            <dd class="empty" data-fill=attribute(|| Some(format!("empty-{id}"))) hidden=state.hides_unless(|held| !held.is_answered(id))>
                {say(here.language, || words::NOT_ANSWERED)}
            </dd>
            {seen}
            {change}
        </div>
    }
}

/// What was typed, or the words of what was chosen.
fn answer(here: Here, state: State, question: &'static Question) -> impl IntoView {
    match question.kind {
        Kind::RankedChoice { max, .. } => EitherOf3::A(ranked(here, state, question, max)),
        Kind::OneChoice { .. } | Kind::SeveralChoices { .. } | Kind::YesNo => {
            let options: Vec<_> = question
                .kind
                .options()
                .iter()
                .enumerate()
                .map(|(index, option)| chosen(here, state, question, index, option))
                .collect();
            EitherOf3::B(view! {
                <dd>
                    <ul>{options}</ul>
                </dd>
            })
        }
        _ => EitherOf3::C(typed(here, state, question)),
    }
}

/// Best first, numbered.
fn ranked(here: Here, state: State, question: &'static Question, max: u16) -> impl IntoView {
    let id = question.id;
    let places: Vec<_> = (1..=usize::from(max))
        .map(|place| {
            let is_empty = state.hides_unless(move |held| held.values(id).len() >= place);
            view! {
                <li data-fill=place_name(question, place) hidden=is_empty>
                    {named(here, state, question, place)}
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

fn chosen(here: Here, state: State, question: &'static Question, index: usize, option: &'static str) -> impl IntoView {
    let id = question.id;
    view! {
        <li data-fill=attribute(|| Some(format!("option-{id}-{option}"))) hidden=state.hides_unless(|held| held.is_chosen(id, option))>
            {say(here.language, || here.option_words(question, index))}
        </li>
    }
}

fn typed(here: Here, state: State, question: &'static Question) -> impl IntoView {
    let place = format!("q-{}-answer", question.id);
    let id = compose(|| place.clone());
    // A ticked box is read as a word, which only the document knows.
    let ticked = attribute(|| {
        let words = here.question_words(question)?;
        let is_box = question.kind == Kind::Acknowledgement;
        is_box.then(|| words::answer_text(question, words, &[YES.to_owned()], here.language))
    });
    let text = move |held: &Held| match question.kind {
        Kind::Acknowledgement if held.is_answered(question.id) => template(&place, "ticked"),
        Kind::Date { .. } => date::day(held.text(question.id), here.language),
        _ => held.text(question.id).trim().to_owned(),
    };
    view! {
        <dd class="typed" id=id data-fill=attribute(|| Some(format!("answer-{}", question.id))) data-ticked=ticked>
            {state.says(text)}
        </dd>
    }
}

fn change(here: Here, state: State, question: &'static Question) -> impl IntoView {
    // While nobody knows what became of them, the answers may not be changed.
    let is_locked = state.turns(|held| held.sending.is_locked());
    view! {
        <dd class="change" hidden=is_locked inner_html=fixed(|| change_button(here, question))></dd>
    }
}

fn change_button(here: Here, question: &'static Question) -> impl IntoView {
    let page = here.form.page_of(question.id).map_or("", |page| page.id);
    let short = here.of_question(question, |words| Some(words.short)).say(here.language);
    let whole = fill(words::CHANGE_QUESTION.say(here.language), &[("question", short)]);
    view! {
        <button class="link" name="_go" value=format!("to-{page}") aria-label=whole>
            {words::CHANGE.say(here.language)}
        </button>
    }
}
