//! The fields of a series of meetings, and the place of its days, its file and what to write about it.

use super::fields::{Line, copy, day, hint_of, line, one_of, text_to_give, written_in};
use domain::text::{Language, Text};
use domain::words::page::kit;
use domain::words::page::kit::choose_by;
use domain::words::page::kit::meetings as words;
use leptos::prelude::*;

pub fn parts(language: Language) -> (AnyView, AnyView) {
    (fields(language), answer(language))
}

fn fields(language: Language) -> AnyView {
    let clock = Line { hint: Some(words::CLOCK_HINT), fault: Some(words::NO_CLOCK), ..Line::of("clock", words::CLOCK) };
    let zone = |(zone, label): &(&'static str, Text)| view! { <option value=*zone>{label.say(language)}</option> };
    view! {
        <form id="kit" method="dialog" novalidate>
            {day(language, "first", words::FIRST, choose_by::HINT, choose_by::NO_DAY, "")}
            {line(language, clock)}
            {one_of(language, "often", words::OFTEN, &words::RHYTHMS, words::USUAL_RHYTHM)}
            {one_of(language, "long", words::LONG, &words::LENGTHS, words::USUAL_LENGTH)}
            {line(language, Line::of("place", words::PLACE))}
            {one_of(language, "books", words::BOOKS, &words::BOOKERS, words::USUAL_BOOKER)}
            {day(language, "last", words::LAST, words::LAST_HINT, words::NO_LAST, "last-")}
            <div class="question">
                <label for="zone">{words::ZONE.say(language)}</label>
                <select id="zone">{words::ZONES.iter().map(zone).collect_view()}</select>
            </div>
            {line(language, Line { autocomplete: "name", ..Line::of("name", words::NAME) })}
            {written_in(language)}
            <p class="actions">
                <button class="primary">{words::BUTTON.say(language)}</button>
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
                data-text=words::LETTER_TEXT.say(tag)
                data-first-mentee=words::FIRST_OF_STUDENT.say(tag)
                data-first-mentor=words::FIRST_OF_MENTOR.say(tag)
                data-later-mentee=words::LATER_OF_STUDENT.say(tag)
                data-later-mentor=words::LATER_OF_MENTOR.say(tag)
                data-line=words::LINE.say(tag)
                data-subject=words::SUBJECT.say(tag)
                data-event=words::EVENT.say(tag)
                data-file=words::FILE.say(tag)
            ></p>
        }
    });
    view! {
        <section
            id="answer"
            class="note"
            tabindex="-1"
            aria-labelledby="answer-title"
            hidden
            data-result=words::RESULT.say(language)
            data-result-one=words::RESULT_ONE.say(language)
            data-line=words::LINE.say(language)
            data-there=words::THERE.say(language)
            data-more=words::MORE.say(language)
            data-first-mentee=words::BY_STUDENT.say(language)
            data-first-mentor=words::BY_MENTOR.say(language)
            data-later-mentee=words::LATER_BY_STUDENT.say(language)
            data-later-mentor=words::LATER_BY_MENTOR.say(language)
        >
            <h2 id="answer-title">{kit::ANSWER.say(language)}</h2>
            <div id="answer-lines"></div>
            <p class="actions">
                <button class="primary" type="button" data-act="keep-meetings">
                    {words::SAVE.say(language)}
                </button>
            </p>
            {text_to_give(language, words::LETTER)}
            {reminder(language, "first", words::BY_STUDENT, None)}
            {reminder(language, "later", words::LATER_BY_STUDENT, Some(words::LATER_HINT))}
            {letters.into_iter().collect_view()}
        </section>
    }
    .into_any()
}

/// What is sent before a meeting; whose it is the program says.
fn reminder(language: Language, which: &'static str, label: Text, hint: Option<Text>) -> AnyView {
    let id = format!("{which}-reminder");
    let hint_id = hint.map(|_| format!("{which}-hint"));
    view! {
        <div id=format!("{which}-place")>
            <div class="question">
                <label for=id.clone() id=format!("{which}-label")>
                    {label.say(language)}
                </label>
                {hint.map(|hint| hint_of(language, which, hint))}
                <textarea id=id rows="10" autocomplete="off" aria-describedby=hint_id></textarea>
            </div>
            <p class="actions">{copy(language, if which == "first" { "copy-first" } else { "copy-later" })}</p>
        </div>
    }
    .into_any()
}
