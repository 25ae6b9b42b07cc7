//! A ranked choice: what was chosen, best first, with buttons to move it; below, what can still be chosen. Each place holds the
//! words of every option and shows one of them, so that the Worker can fill it too.

use super::field::{described_by, fault_place, hint, label, seen_by};
use crate::here::Here;
use crate::say::{attribute, compose, fixed, say};
use crate::state::{Follows, State};
use domain::fill::fill;
use domain::journey::{Arrange, Arranging};
use domain::question::Question;
use domain::words::form::fields as words;
use leptos::prelude::*;

pub fn ranking(here: Here, state: State, question: &'static Question, max: u16) -> impl IntoView {
    let id = question.id;
    let max = usize::from(max);
    let rows: Vec<_> = (1..=max).map(|place| row(here, state, question, place)).collect();
    let offers: Vec<_> =
        question.kind.options().iter().map(|option| offer(here, state, question, max, option)).collect();
    let full = move || fill(words::FULL.say(here.language), &[("max", &max.to_string())]);
    view! {
        <fieldset class="ranking" id=compose(|| group(question)) tabindex="-1" aria-describedby=described_by(question)>
            <legend inner_html=label(here, question)></legend>
            {hint(here, question)}
            {fault_place(here, state, question)}
            <input type="hidden" name=id value="" />
            <p class="order">{say(here.language, || words::ORDER)}</p>
            <p class="hint" data-fill=attribute(|| Some(format!("unplaced-{id}"))) hidden=state.turns(|held| held.is_answered(id))>
                {say(here.language, || words::NOTHING_CHOSEN)}
            </p>
            <ol class="places">{rows}</ol>
            <p class="hint" data-fill=attribute(|| Some(format!("full-{id}"))) hidden=has(state, question, max)>
                {compose(full)}
            </p>
            <div class="offers">{offers}</div>
            <p
                class="heard"
                role="status"
                id=compose(|| format!("q-{id}-order"))
                data-order=attribute(|| Some(words::NEW_ORDER.say(here.language).to_owned()))
                data-none=attribute(|| Some(words::NOTHING_CHOSEN.say(here.language).to_owned()))
            ></p>
            {seen_by(here, question)}
        </fieldset>
    }
}

/// The whole question: where a fault leads, and where a post without the browser's program comes back to.
fn group(question: &Question) -> String {
    format!("q-{}", question.id)
}

/// `hidden` of what needs so many chosen.
fn has(state: State, question: &'static Question, count: usize) -> Follows<bool> {
    state.hides_unless(move |held| held.values(question.id).len() >= count)
}

fn row(here: Here, state: State, question: &'static Question, place: usize) -> impl IntoView {
    let id = question.id;
    let up = (place > 1).then_some((Arranging::Up(place), words::UP));
    view! {
        <li data-fill=place_name(question, place) hidden=has(state, question, place)>
            <span class="place" id=compose(|| name_id(question, place))>
                {named(here, state, question, place)}
            </span>
            <span class="moves">
                <span inner_html=fixed(|| up.map(|(how, text)| button(here, question, place, how, text.say(here.language))))></span>
                <span
                    data-fill=attribute(|| Some(format!("down-{id}.{place}")))
                    hidden=has(state, question, place + 1)
                    inner_html=fixed(|| button(here, question, place, Arranging::Down(place), words::DOWN.say(here.language)))
                ></span>
                <span inner_html=fixed(|| {
                    button(here, question, place, Arranging::Remove(place), words::REMOVE.say(here.language))
                })></span>
            </span>
        </li>
    }
}

/// The words of every option in one place, of which one is shown.
pub fn named(here: Here, state: State, question: &'static Question, place: usize) -> impl IntoView {
    let id = question.id;
    let options = question.kind.options().iter().enumerate();
    let words = options.map(|(index, option)| {
        let is_here =
            state.hides_unless(move |held| held.values(id).get(place - 1).is_some_and(|value| value == option));
        view! {
            <span data-fill=attribute(|| Some(format!("place-{id}.{place}.{option}"))) hidden=is_here>
                {say(here.language, || here.option_words(question, index))}
            </span>
        }
    });
    words.collect::<Vec<_>>()
}

/// `data-fill` of a place.
pub fn place_name(question: &Question, place: usize) -> Option<String> {
    attribute(|| Some(format!("place-{}.{place}", question.id)))
}

fn name_id(question: &Question, place: usize) -> String {
    format!("q-{}-{place}-name", question.id)
}

/// A button at a place. A screen reader says the option that stands there after its words.
fn button(here: Here, question: &Question, place: usize, how: Arranging, text: &'static str) -> impl IntoView + use<> {
    let arrange = Arrange { question: question.id, how };
    let id = arrange.button().replace('.', "-");
    view! {
        <button
            class="link"
            id=id.clone()
            name="_go"
            value=arrange.button()
            formaction=here_again(here, question)
            aria-labelledby=format!("{id} {}", name_id(question, place))
        >
            {text}
        </button>
    }
}

/// This page at this question, where a browser without the program comes back to.
fn here_again(here: Here, question: &Question) -> String {
    let address = use_context::<PostsTo>().map_or_else(|| here.address(), |to| to.0);
    format!("{address}#{}", group(question))
}

/// Given to the questions of a page that posts to another address than a place of the form.
#[derive(Clone, Debug)]
pub struct PostsTo(pub String);

fn offer(here: Here, state: State, question: &'static Question, max: usize, option: &'static str) -> impl IntoView {
    let id = question.id;
    let index = question.kind.options().iter().position(|known| *known == option).unwrap_or_default();
    let is_gone = state.turns(move |held| held.is_chosen(id, option) || held.values(id).len() >= max);
    view! {
        <button
            class="offer"
            name="_go"
            value=compose(|| Arrange { question: id, how: Arranging::Add(option) }.button())
            formaction=compose(|| here_again(here, question))
            data-fill=attribute(|| Some(format!("offer-{id}.{option}")))
            hidden=is_gone
            inner_html=fixed(|| {
                view! {
                    <b>{words::CHOOSE.say(here.language)}</b>
                    " "
                    {here.option_words(question, index).say(here.language)}
                }
            })
        ></button>
    }
}
