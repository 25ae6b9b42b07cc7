//! The pages for a doctoral student's own mentor: text that everybody reads, and fields that the program answers on the
//! phone. The fields have no names and their form leads nowhere, so what is typed cannot be sent.

mod invitation;

use crate::documents::{Document, Main};
use crate::sections;
use domain::independence::Tie;
use domain::text::{Language, Text};
use domain::words::form::{self, fields};
use domain::words::page::TextPage;
use domain::words::page::kit::{self, choose_by, independence, invitation as words};
use leptos::prelude::*;

/// What `<main>` says of such a page.
pub const VIEW: &str = "kit";

pub fn documents(language: Language) -> Vec<Document> {
    kit::PAGES.into_iter().map(|(place, page)| document(language, page, place)).collect()
}

/// Links to all of them.
pub fn links(language: Language) -> AnyView {
    let links = kit::PAGES.iter().filter(|(_, page)| page.path.starts_with("/doctoral/")).map(|(_, page)| {
        view! {
            <li>
                <a href=language.address(page.path)>{page.title.say(language)}</a>
            </li>
        }
    });
    view! {
        <h2>{kit::OVERVIEW.say(language)}</h2>
        <ul>{links.collect_view()}</ul>
    }
    .into_any()
}

fn document(language: Language, page: &TextPage, place: &'static str) -> Document {
    let (fields, answer) = match place {
        "choose-by" => (choose_by_form(language), choose_by_answer(language)),
        "invitation" => invitation::parts(language, words::DOCTORAL),
        "own-invitation" => invitation::parts(language, words::ANYBODY),
        _ => (independence_form(language), independence_answer(language)),
    };
    let body = view! {
        <article class="text">
            {sections::text(language, page)} <p class="note">{kit::STAYS.say(language)}</p>
            <noscript>{kit::NEEDS_PROGRAM.say(language)}</noscript> {fields} {answer}
        </article>
    };
    Document {
        main: Main { view: VIEW, place, comes_alive: true, ..Main::default() },
        body: body.to_html(),
        ..sections::document(language, page)
    }
}

fn choose_by_form(language: Language) -> AnyView {
    let part = |id: &'static str, words: Text| {
        view! {
            <div>
                <label for=id>{words.say(language)}</label>
                <input id=id type="text" inputmode="numeric" autocomplete="off" enterkeyhint="go" />
            </div>
        }
    };
    view! {
        <form id="kit" method="dialog" novalidate>
            <fieldset class="question" aria-describedby="admitted-hint">
                <legend>{choose_by::ADMITTED.say(language)}</legend>
                <p class="hint" id="admitted-hint">
                    {choose_by::HINT.say(language)}
                </p>
                {fault_of(language, "admitted", choose_by::NO_DAY)}
                <div class="date">
                    {part("day", fields::DAY)} {part("month", fields::MONTH)} {part("year", fields::YEAR)}
                </div>
            </fieldset>
            <p class="actions">
                <button class="primary">{choose_by::BUTTON.say(language)}</button>
            </p>
        </form>
    }
    .into_any()
}

fn choose_by_answer(language: Language) -> AnyView {
    view! {
        <section
            id="answer"
            class="note"
            tabindex="-1"
            aria-labelledby="answer-title"
            hidden
            data-result=choose_by::RESULT.say(language)
            data-ahead=choose_by::AHEAD.say(language)
            data-ahead-one=choose_by::AHEAD_ONE.say(language)
            data-today=choose_by::TODAY.say(language)
            data-past=choose_by::PAST.say(language)
            data-future=choose_by::FUTURE.say(language)
            data-leap=choose_by::LEAP.say(language)
            data-event=choose_by::EVENT.say(language)
            data-event-text=domain::fill::fill(
                choose_by::EVENT_TEXT.say(language),
                &[("address", kit::SOURCE)],
            )
            data-file=choose_by::FILE.say(language)
        >
            <h2 id="answer-title">{kit::ANSWER.say(language)}</h2>
            <div id="answer-lines"></div>
            <p class="actions">
                <button class="secondary" type="button" data-act="keep-day">
                    {choose_by::SAVE.say(language)}
                </button>
            </p>
        </section>
    }
    .into_any()
}

fn independence_form(language: Language) -> AnyView {
    let line = |id: &'static str, words: Text, fault: Option<Text>| {
        view! {
            <div class="question">
                <label for=id>{words.say(language)}</label>
                {fault.map(|fault| fault_of(language, id, fault))}
                <input id=id type="text" autocomplete="off" autocapitalize="words" spellcheck="false" />
            </div>
        }
    };
    let lines = |id: &'static str, words: Text| {
        view! {
            <div class="question">
                <label for=id>{words.say(language)}</label>
                <p class="hint" id=format!("{id}-hint")>
                    {independence::ONE_A_LINE.say(language)}
                </p>
                <textarea
                    id=id
                    rows="4"
                    autocomplete="off"
                    autocapitalize="words"
                    spellcheck="false"
                    aria-describedby=format!("{id}-hint")
                ></textarea>
            </div>
        }
    };
    view! {
        <form id="kit" method="dialog" novalidate>
            <h2>{independence::COMPARE.say(language)}</h2>
            {line("mentor", independence::MENTOR, Some(independence::NO_MENTOR))}
            {line("mentor-department", independence::MENTOR_DEPARTMENT, None)}
            {lines("supervisors", independence::SUPERVISORS)}
            {lines("co-authors", independence::CO_AUTHORS)}
            {line("manager", independence::MANAGER, None)}
            {line("own-department", independence::OWN_DEPARTMENT, None)} <div class="question">
                <label class="option">
                    <input id="close" type="checkbox" />
                    <span>{independence::CLOSE.say(language)}</span>
                </label>
            </div> <p class="actions">
                <button class="primary">{independence::BUTTON.say(language)}</button>
            </p>
        </form>
    }
    .into_any()
}

fn independence_answer(language: Language) -> AnyView {
    let sentences = Tie::ALL.map(|tie| {
        let kind = if tie.is_rule() { independence::RULE } else { independence::QUESTION };
        let id = format!("tie-{}", tie.slug());
        view! { <p hidden id=id data-kind=kind.say(language) data-same=independence::same(tie).say(language)></p> }
    });
    view! {
        <section
            id="answer"
            class="note"
            tabindex="-1"
            aria-labelledby="answer-title"
            hidden
            data-clear=independence::CLEAR.say(language)
            data-clear-text=independence::CLEAR_TEXT.say(language)
            data-found=independence::FOUND.say(language)
            data-perhaps=independence::PERHAPS.say(language)
        >
            <h2 id="answer-title">{kit::ANSWER.say(language)}</h2>
            <div id="answer-lines"></div>
            {sentences.into_iter().collect_view()}
        </section>
    }
    .into_any()
}

fn fault_of(language: Language, field: &'static str, words: Text) -> AnyView {
    view! {
        <p class="fault" id=format!("{field}-fault") data-prefix=form::FAULT_PREFIX.say(language) hidden>
            {words.say(language)}
        </p>
    }
    .into_any()
}
