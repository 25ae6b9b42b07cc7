//! The page of a link, what is said once it is cancelled, and the own page for whoever has opened none.

use super::{asked, plain};
use crate::documents::{Document, Switch};
use domain::fill::fill;
use domain::form_post::field;
use domain::text::Language;
use domain::words::form::own as words;
use domain::words::page::{GENERAL_CONTACT, TO_HOME};
use leptos::prelude::*;
use portal::say::linked;

pub fn documents(language: Language) -> Vec<Document> {
    vec![link(language), cancelled(language), sign_in(language), problem(language)]
}

/// Served for a link. Opening it changes nothing; its button does.
fn link(language: Language) -> Document {
    let body = view! {
        <h1>{words::LINK_TITLE.say(language)}</h1>
        <p class="lead">{words::LINK_LEAD.say(language)}</p>
        <form method="post">
            <p class="actions">
                <button class="primary">{words::LINK_BUTTON.say(language)}</button>
            </p>
        </form>
        <p class="hint">{words::LINK_HINT.say(language)}</p>
        // Opened first, so that nobody presses the wrong one of two buttons.
        <details>
            <summary class="secondary">{words::NOT_ME_TITLE.say(language)}</summary>
            <p>{words::NOT_ME_TEXT.say(language)}</p>
            <form method="post">
                <p class="actions">
                    <button class="secondary" name=field::GO value=words::NOT_ME_VALUE>
                        {words::NOT_ME.say(language)}
                    </button>
                </p>
            </form>
        </details>
    };
    plain(language, "/link", "link", words::LINK_TITLE, Switch::Filled, body.to_html())
}

/// After a link was cancelled by whoever got it.
fn cancelled(language: Language) -> Document {
    let body = view! {
        <h1>{words::CANCELLED_TITLE.say(language)}</h1>
        <p class="lead">{words::CANCELLED_TEXT.say(language)}</p>
        <p>{linked(&fill(words::CANCELLED_HELP.say(language), &[("contact", GENERAL_CONTACT)]))}</p>
    };
    plain(
        language,
        "/link-cancelled",
        "cancelled",
        words::CANCELLED_TITLE,
        Switch::Link("/".to_owned()),
        body.to_html(),
    )
}

/// The own page for someone who has not opened a link, or not lately.
fn sign_in(language: Language) -> Document {
    let body = view! {
        <p class="problem" role="alert" data-fill="problem" hidden></p>
        <h1>{words::SIGN_IN_TITLE.say(language)}</h1>
        <p class="lead">{words::SIGN_IN_LEAD.say(language)}</p>
        <p>{linked(&fill(words::SIGN_IN_HELP.say(language), &[("contact", GENERAL_CONTACT)]))}</p>
        {asked::form(language, true)}
    };
    plain(language, "/my", "own", words::TITLE, Switch::Link("/my".to_owned()), body.to_html())
}

/// A problem that belongs to no form; the Worker says which.
fn problem(language: Language) -> Document {
    let body = view! {
        <h1>{words::PROBLEM_TITLE.say(language)}</h1>
        <p class="lead" data-fill="problem-title" hidden></p>
        <p>{linked(&fill(words::SIGN_IN_HELP.say(language), &[("contact", GENERAL_CONTACT)]))}</p>
        <p class="actions">
            <a class="secondary" href=language.address("/")>
                {TO_HOME.say(language)}
            </a>
        </p>
    };
    plain(language, "/problem", "problem", words::PROBLEM_TITLE, Switch::Link("/".to_owned()), body.to_html())
}
