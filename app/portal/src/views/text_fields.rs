//! Fields that are typed in: one line, a number, several lines with a countdown. Their values are never bound:
//! what was typed before the program came stays.

use super::field::{described_by, fault_place, hint, is_first_address, label, seen_by};
use crate::here::Here;
use domain::question::{Kind, Question};
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

pub fn short_text(here: Here, question: &'static Question) -> impl IntoView {
    let id = question.id;
    let keyboard = keyboard(question.kind);
    let autocomplete = if is_first_address(here, question) || question.kind != Kind::Email {
        keyboard.autocomplete
    } else {
        Some("off")
    };
    view! {
        <label for=format!("q-{id}")>{label(here, question)}</label>
        {hint(here, question)}
        {fault_place(here, question)}
        <input
            id=format!("q-{id}")
            name=id
            class=keyboard.width
            type=keyboard.kind
            inputmode=keyboard.inputmode
            autocomplete=autocomplete
            autocapitalize=keyboard.autocapitalize
            spellcheck=keyboard.spellcheck
            enterkeyhint="next"
            aria-describedby=described_by(question)
        />
        {seen_by(here, question)}
    }
}

pub fn long_text(here: Here, question: &'static Question) -> impl IntoView {
    let id = question.id;
    let language = here.language;
    let count = format!("q-{id}-count");
    view! {
        <label for=format!("q-{id}")>{label(here, question)}</label>
        {hint(here, question)}
        {fault_place(here, question)}
        <textarea
            id=format!("q-{id}")
            name=id
            rows="6"
            aria-describedby=format!("{} {count}", described_by(question))
        ></textarea>
        <p
            class="count"
            id=count.clone()
            data-fill=format!("count-{id}")
            data-left=words::CHARACTERS_LEFT.say(language)
            data-left-one=words::CHARACTER_LEFT.say(language)
            data-over=words::CHARACTERS_OVER.say(language)
            data-over-one=words::CHARACTER_OVER.say(language)
        ></p>
        {seen_by(here, question)}
    }
}
