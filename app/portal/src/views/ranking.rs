//! A ranked choice: what was chosen, best first, with buttons to move it; below, what can still be chosen. Each place holds the
//! words of every option and shows one of them, so that the Worker can fill it too.

use super::field::{described_by, fault_place, hint, label, seen_by};
use crate::here::Here;
use domain::fill::fill;
use domain::journey::{Arrange, Arranging};
use domain::question::Question;
use domain::words::form::fields as words;
use leptos::prelude::*;

pub fn ranking(here: Here, question: &'static Question, max: u16) -> impl IntoView {
    let id = question.id;
    let rows: Vec<_> = (1..=usize::from(max)).map(|place| row(here, question, place)).collect();
    let offers: Vec<_> = question.kind.options().iter().map(|option| offer(here, question, option)).collect();
    let full = fill(words::FULL.say(here.language), &[("max", &max.to_string())]);
    view! {
        <fieldset class="ranking" id=group(question) tabindex="-1" aria-describedby=described_by(question)>
            <legend>{label(here, question)}</legend>
            {hint(here, question)}
            {fault_place(here, question)}
            <input type="hidden" name=id value="" />
            <p class="order">{words::ORDER.say(here.language)}</p>
            <p class="hint" data-fill=format!("unplaced-{id}")>
                {words::NOTHING_CHOSEN.say(here.language)}
            </p>
            <ol class="places">{rows}</ol>
            <p class="hint" data-fill=format!("full-{id}") hidden>
                {full}
            </p>
            <div class="offers">{offers}</div>
            <p
                class="heard"
                role="status"
                id=format!("q-{id}-order")
                data-order=words::NEW_ORDER.say(here.language)
                data-none=words::NOTHING_CHOSEN.say(here.language)
            ></p>
            {seen_by(here, question)}
        </fieldset>
    }
}

/// The whole question: where a fault leads, and where a post without the browser's program comes back to.
fn group(question: &Question) -> String {
    format!("q-{}", question.id)
}

fn row(here: Here, question: &'static Question, place: usize) -> impl IntoView {
    let id = question.id;
    let up = (place > 1).then_some((Arranging::Up(place), words::UP));
    view! {
        <li data-fill=place_name(question, place) hidden>
            <span class="place" id=name_id(question, place)>
                {named(here, question, place)}
            </span>
            <span class="moves">
                <span>{up.map(|(how, text)| button(here, question, place, how, text.say(here.language)))}</span>
                <span data-fill=format!("down-{id}.{place}") hidden>
                    {button(here, question, place, Arranging::Down(place), words::DOWN.say(here.language))}
                </span>
                <span>{button(here, question, place, Arranging::Remove(place), words::REMOVE.say(here.language))}</span>
            </span>
        </li>
    }
}

/// The words of every option in one place, of which one is shown.
pub fn named(here: Here, question: &'static Question, place: usize) -> impl IntoView {
    let id = question.id;
    let options = question.kind.options().iter().enumerate();
    let words = options.map(|(index, option)| {
        view! {
            <span data-fill=format!("place-{id}.{place}.{option}") hidden>
                {here.option_words(question, index).say(here.language)}
            </span>
        }
    });
    words.collect::<Vec<_>>()
}

/// `data-fill` of a place.
pub fn place_name(question: &Question, place: usize) -> String {
    format!("place-{}.{place}", question.id)
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

fn offer(here: Here, question: &'static Question, option: &'static str) -> impl IntoView {
    let id = question.id;
    let index = question.kind.options().iter().position(|known| *known == option).unwrap_or_default();
    view! {
        <button
            class="offer"
            name="_go"
            value=Arrange { question: id, how: Arranging::Add(option) }.button()
            formaction=here_again(here, question)
            data-fill=format!("offer-{id}.{option}")
        >
            <b>{words::CHOOSE.say(here.language)}</b>
            " "
            {here.option_words(question, index).say(here.language)}
        </button>
    }
}
