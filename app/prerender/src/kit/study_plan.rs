//! The fields from which the line in the study plan is written.

use super::fields::{Line, line, text_to_give, written_in};
use domain::text::Language;
use domain::words::page::kit::invitation::{BUTTON, LETTER, TITLE};
use domain::words::page::kit::study_plan as words;
use leptos::prelude::*;

pub fn parts(language: Language) -> (AnyView, AnyView) {
    (fields(language), answer(language))
}

fn fields(language: Language) -> AnyView {
    let mentor = Line { fault: Some(words::NO_MENTOR), is_name: true, ..Line::of("mentor", words::MENTOR) };
    let part = |id, label, hint| Line { hint: Some(hint), is_part: true, ..Line::of(id, label) };
    view! {
        <form id="kit" method="dialog" novalidate>
            {line(language, mentor)}
            {line(language, Line::of("workplace", words::WORKPLACE))}
            {line(language, part("often", words::OFTEN, words::OFTEN_HINT))}
            {line(language, part("since", words::SINCE, words::SINCE_HINT))}
            {written_in(language)}
            <p class="actions">
                <button class="primary">{BUTTON.say(language)}</button>
            </p>
        </form>
    }
    .into_any()
}

fn answer(language: Language) -> AnyView {
    let letters = Language::ALL.map(|tag| {
        view! {
            <p
                hidden
                id=format!("letter-{}", tag.tag())
                lang=tag.tag()
                data-mentor=words::WHO.say(tag)
                data-workplace=words::WHERE.say(tag)
                data-since=words::FROM.say(tag)
                data-often=words::MEET.say(tag)
                data-role=words::ROLE.say(tag)
                data-subject=words::SUBJECT.say(tag)
            ></p>
        }
    });
    view! {
        <section id="answer" class="note" tabindex="-1" aria-labelledby="answer-title" hidden>
            <h2 id="answer-title">{TITLE.say(language)}</h2>
            {text_to_give(language, LETTER)}
            {letters.into_iter().collect_view()}
        </section>
    }
    .into_any()
}
