//! "Your information" on the own page: what can be asked of staff, and what came of it. The Worker fills it.

use super::framework::{summary, summary_line};
use super::of;
use domain::asked::{ASK_FIELD, ASK_TEXT_MAX, Ask, TEXT_FIELD};
use domain::fill::fill_numbers;
use domain::form_post::field;
use domain::text::{Language, Text};
use domain::words::form::asked as words;
use leptos::prelude::*;

/// What is wrong with a form of the page, at its top; `lines` are those of other forms than the one here.
pub fn problems(language: Language, mut lines: Vec<AnyView>) -> AnyView {
    lines.extend([summary_line(ASK_FIELD), summary_line(TEXT_FIELD)]);
    view! {
        {summary(language, lines)}
        <p class="problem" role="alert" data-fill="problem" hidden></p>
    }
    .into_any()
}

pub fn section(language: Language) -> AnyView {
    let say = |text: Text| text.say(language);
    view! {
        <h2 id="asked">{say(words::TITLE)}</h2>
        <p>{say(words::PUBLIC_RECORDS)}</p>
        <div data-fill="asked-list" hidden>
            <h3>{say(words::ASKED_TITLE)}</h3>
            <p class="typed" data-fill="asked" hidden></p>
            <p data-fill="complain" hidden>
                {say(words::COMPLAIN)}
            </p>
        </div>
        <h3>{say(words::ASK_TITLE)}</h3>
        <p>{say(words::ANSWERED_HERE)}</p>
        {form(language, false)}
    }
    .into_any()
}

/// The form. Hidden where the Worker shows it only to give back what was typed.
pub fn form(language: Language, is_hidden: bool) -> AnyView {
    let say = |text: Text| text.say(language);
    let hint = fill_numbers(say(words::TEXT_HINT), &[("max", u32::from(ASK_TEXT_MAX))]);
    view! {
        <form method="post" action=language.address("/my") data-fill="ask" hidden=is_hidden novalidate>
            {of()}
            {choices(language)}
            <div class="question">
                <label for=format!("q-{TEXT_FIELD}")>{say(words::TEXT_LABEL)}</label>
                <p class="hint" id="ask-hint">
                    {hint}
                </p>
                <p class="fault" id="ask-text-fault" data-fill=format!("fault-{TEXT_FIELD}") hidden></p>
                <textarea
                    id=format!("q-{TEXT_FIELD}")
                    name=TEXT_FIELD
                    rows="5"
                    aria-describedby="ask-hint ask-text-fault"
                ></textarea>
            </div>
            <p class="actions">
                <button class="secondary" name=field::GO value=words::SEND_VALUE>
                    {say(words::SEND)}
                </button>
            </p>
        </form>
    }
    .into_any()
}

fn choices(language: Language) -> AnyView {
    // The first carries the question's own id, so that the summary's link leads to a control.
    let id = |ask: Ask| (Ask::ALL.first() == Some(&ask)).then(|| format!("q-{ASK_FIELD}"));
    let choice = |ask: Ask| {
        view! {
            <label class="option">
                <input type="radio" id=id(ask) name=ASK_FIELD value=ask.slug() aria-describedby="ask-fault" />
                <span>{words::choice(ask).say(language)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="question">
            <legend>{words::ASK_LABEL.say(language)}</legend>
            <p class="fault" id="ask-fault" data-fill=format!("fault-{ASK_FIELD}") hidden></p>
            <div class="options">{Ask::ALL.map(choice).into_iter().collect_view()}</div>
        </fieldset>
    }
    .into_any()
}
