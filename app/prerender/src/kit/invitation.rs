//! The fields from which a letter to a mentor is written, and the place where it is changed, shared, mailed or copied.

use super::fields::{Line, line, lines, text_to_give, written_in};
use domain::text::{Language, Text};
use domain::words::page::kit::invitation as words;
use leptos::prelude::*;

/// Fields and answer; `opening` says who asks.
pub fn parts(language: Language, opening: Text) -> (AnyView, AnyView) {
    (fields(language), answer(language, opening))
}

fn fields(language: Language) -> AnyView {
    let often = Line { hint: Some(words::OFTEN_HINT), is_part: true, ..Line::of("often", words::OFTEN) };
    view! {
        <form id="kit" method="dialog" novalidate>
            <h2>{words::WRITE.say(language)}</h2>
            {line(language, Line::of("mentor", words::MENTOR))}
            {lines(language, "why", words::WHY, None, None)}
            {lines(language, "goals", words::GOALS, Some(words::NO_GOALS), None)}
            {line(language, often)}
            {line(language, Line { autocomplete: "name", ..Line::of("name", words::NAME) })}
            {written_in(language)}
            <p class="actions">
                <button class="primary">{words::BUTTON.say(language)}</button>
            </p>
        </form>
    }
    .into_any()
}

fn answer(language: Language, opening: Text) -> AnyView {
    let letters = Language::ALL.map(|tag| {
        view! {
            <p
                hidden
                id=format!("letter-{}", tag.tag())
                lang=tag.tag()
                data-greeting=words::GREETING.say(tag)
                data-greeting-nobody=words::GREETING_NOBODY.say(tag)
                data-opening=opening.say(tag)
                data-goals=words::HELP.say(tag)
                data-often=words::MEET.say(tag)
                data-ease=words::EASE.say(tag)
                data-closing=words::CLOSING.say(tag)
                data-subject=words::SUBJECT.say(tag)
            ></p>
        }
    });
    view! {
        <section id="answer" class="note" tabindex="-1" aria-labelledby="answer-title" hidden>
            <h2 id="answer-title">{words::TITLE.say(language)}</h2>
            {text_to_give(language, words::LETTER)}
            {letters.into_iter().collect_view()}
        </section>
    }
    .into_any()
}
