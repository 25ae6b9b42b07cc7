//! The fields from which a letter to a mentor is written, and the place where it is changed, shared, mailed or copied.

use super::fault_of;
use domain::text::{Language, Text};
use domain::words::page::kit::invitation as words;
use leptos::prelude::*;

/// Fields and answer; `opening` says who asks.
pub fn parts(language: Language, opening: Text) -> (AnyView, AnyView) {
    (fields(language), answer(language, opening))
}

fn fields(language: Language) -> AnyView {
    let line = |id: &'static str, words: Text, autocomplete: &'static str, hint: Option<Text>| {
        let hint_id = hint.map(|_| format!("{id}-hint"));
        view! {
            <div class="question">
                <label for=id>{words.say(language)}</label>
                {hint
                    .map(|hint| {
                        view! {
                            <p class="hint" id=format!("{id}-hint")>
                                {hint.say(language)}
                            </p>
                        }
                    })}
                <input id=id type="text" autocomplete=autocomplete aria-describedby=hint_id />
            </div>
        }
    };
    let lines = |id: &'static str, words: Text, fault: Option<Text>| {
        view! {
            <div class="question">
                <label for=id>{words.say(language)}</label>
                {fault.map(|fault| fault_of(language, id, fault))}
                <textarea id=id rows="4" autocomplete="off"></textarea>
            </div>
        }
    };
    let choice = |tag: Language| {
        view! {
            <label class="option">
                <input id=format!("in-{}", tag.tag()) type="radio" name="letter" checked=tag == language />
                <span lang=tag.tag()>{words::LANGUAGE_NAME.say(tag)}</span>
            </label>
        }
    };
    view! {
        <form id="kit" method="dialog" novalidate>
            <h2>{words::WRITE.say(language)}</h2>
            {line("mentor", words::MENTOR, "off", None)} {lines("why", words::WHY, None)}
            {lines("goals", words::GOALS, Some(words::NO_GOALS))}
            {line("often", words::OFTEN, "off", Some(words::OFTEN_HINT))}
            {line("name", words::NAME, "name", None)} <fieldset class="question">
                <legend>{words::LANGUAGE.say(language)}</legend>
                <div class="options">{Language::ALL.map(choice).into_iter().collect_view()}</div>
            </fieldset> <p class="actions">
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
            <div id="answer-lines" class="question">
                <label for="letter">{words::LETTER.say(language)}</label>
                <textarea id="letter" rows="14" autocomplete="off"></textarea>
            </div>
            <p class="actions">
                <button class="secondary" type="button" data-act="share-letter" hidden>
                    {words::SHARE.say(language)}
                </button>
                <button class="secondary" type="button" data-act="mail-letter">
                    {words::MAIL.say(language)}
                </button>
                <button
                    class="secondary"
                    type="button"
                    data-act="copy-letter"
                    data-done=words::COPIED.say(language)
                >
                    {words::COPY.say(language)}
                </button>
            </p>
            {letters.into_iter().collect_view()}
        </section>
    }
    .into_any()
}
