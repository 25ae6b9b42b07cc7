//! Fields that are typed in: one line, a number, several lines with a countdown. Their values are never bound, because
//! hydration would wipe what was typed before it.

use super::field::{described_by, fault_place, hint, invalid, is_first_address, label, seen_by};
use super::notices::countdown;
use crate::here::Here;
use crate::say::{attribute, compose};
use crate::state::{Held, State};
use domain::answer::length;
use domain::question::{Kind, Question};
use domain::text::Text;
use domain::words::form as words;
use leptos::prelude::*;

/// How a phone helps with one line of text.
struct Keyboard {
    kind: &'static str,
    inputmode: &'static str,
    autocomplete: Option<&'static str>,
    autocapitalize: &'static str,
    spellcheck: &'static str,
    width: &'static str,
}

fn keyboard(kind: Kind) -> Keyboard {
    let line = Keyboard {
        kind: "text",
        inputmode: "text",
        autocomplete: None,
        autocapitalize: "sentences",
        spellcheck: "true",
        width: "wide",
    };
    match kind {
        Kind::FullName { .. } => {
            Keyboard { autocomplete: Some("name"), autocapitalize: "words", spellcheck: "false", ..line }
        }
        Kind::Email => Keyboard {
            kind: "email",
            inputmode: "email",
            autocomplete: Some("email"),
            autocapitalize: "none",
            spellcheck: "false",
            ..line
        },
        // Not type="number": it drops what is not one, and turns with the wheel.
        Kind::Number { .. } | Kind::Year { .. } => {
            Keyboard { inputmode: "numeric", autocapitalize: "none", spellcheck: "false", width: "narrow", ..line }
        }
        _ => line,
    }
}

pub fn short_text(here: Here, state: State, question: &'static Question) -> impl IntoView {
    let id = question.id;
    let keyboard = keyboard(question.kind);
    let autocomplete = if is_first_address(here, question) || question.kind != Kind::Email {
        keyboard.autocomplete
    } else {
        Some("off")
    };
    view! {
        <label for=compose(|| format!("q-{id}")) inner_html=label(here, question)></label>
        {hint(here, question)}
        {fault_place(here, state, question)}
        <input
            id=compose(|| format!("q-{id}"))
            name=id
            class=keyboard.width
            type=keyboard.kind
            inputmode=keyboard.inputmode
            autocomplete=autocomplete
            autocapitalize=keyboard.autocapitalize
            spellcheck=keyboard.spellcheck
            enterkeyhint="next"
            aria-describedby=described_by(question)
            aria-invalid=invalid(state, question)
        />
        {seen_by(here, question)}
    }
}

pub fn long_text(here: Here, state: State, question: &'static Question, max: u16) -> impl IntoView {
    let id = question.id;
    let language = here.language;
    let count = format!("q-{id}-count");
    let place = count.clone();
    let template = |text: Text| attribute(|| Some(text.say(language).to_owned()));
    let left = move |held: &Held| i64::from(max) - i64::try_from(length(held.text(id))).unwrap_or(i64::MAX);
    view! {
        <label for=compose(|| format!("q-{id}")) inner_html=label(here, question)></label>
        {hint(here, question)}
        {fault_place(here, state, question)}
        <textarea
            id=compose(|| format!("q-{id}"))
            name=id
            rows="6"
            aria-describedby=compose(|| format!("{} {count}", described_by(question)))
            aria-invalid=invalid(state, question)
        ></textarea>
        <p
            class="count"
            id=compose(|| count)
            class:over=state.turns(move |held| left(held) < 0)
            data-left=template(words::CHARACTERS_LEFT)
            data-left-one=template(words::CHARACTER_LEFT)
            data-over=template(words::CHARACTERS_OVER)
            data-over-one=template(words::CHARACTER_OVER)
        >
            {state.says(move |held| countdown(&place, left(held), language))}
        </p>
        {seen_by(here, question)}
    }
}
