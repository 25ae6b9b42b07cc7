//! The desk's documents: the frame that its program draws in, and the form that asks for a link.

use crate::documents::{Document, Main, Switch, title};
use crate::review;
use domain::text::{Language, Text};
use domain::words::desk as words;
use leptos::prelude::*;

/// What `<main>` of the frame names; it has a program and a style of its own.
pub const VIEW: &str = "desk";

pub fn documents(language: Language) -> Vec<Document> {
    vec![frame(language), sign_in(language), sent(language)]
}

fn document(language: Language, path: &str, name: Text, main: Main, body: String) -> Document {
    Document {
        language,
        path: path.to_owned(),
        title: title(language, &[name]),
        description: name.say(language).to_owned(),
        switch: Switch::Link(path.to_owned()),
        main,
        body,
        review: review::of_text(language),
        is_listed: false,
    }
}

/// Every address of the desk is given this; its program takes the place of what stands in it.
fn frame(language: Language) -> Document {
    let body = view! {
        <h1>{words::TITLE.say(language)}</h1>
        <p class="hint">{words::LOADING.say(language)}</p>
        <noscript>{words::NEEDS_PROGRAM.say(language)}</noscript>
    };
    let main = Main { view: VIEW, comes_alive: true, ..Main::default() };
    document(language, "/desk", words::TITLE, main, body.to_html())
}

/// A plain form: it works before and without any program.
fn sign_in(language: Language) -> Document {
    let body = view! {
        <h1>{words::SIGN_IN_TITLE.say(language)}</h1>
        <p class="lead">{words::SIGN_IN_LEAD.say(language)}</p>
        <form method="post">
            <p class="question">
                <label for="email">{words::SIGN_IN_EMAIL.say(language)}</label>
                <input id="email" name="email" type="email" autocomplete="email" required />
            </p>
            <p class="actions">
                <button class="primary">{words::SIGN_IN_BUTTON.say(language)}</button>
            </p>
        </form>
    };
    let main = Main { view: "sign-in", ..Main::default() };
    document(language, "/desk/sign-in", words::SIGN_IN_TITLE, main, body.to_html())
}

fn sent(language: Language) -> Document {
    let body = view! {
        <h1>{words::SENT_TITLE.say(language)}</h1>
        <p class="lead">{words::SENT.say(language)}</p>
        <p>
            <a href=language.address("/desk/sign-in")>{words::SENT_AGAIN.say(language)}</a>
        </p>
    };
    let main = Main { view: "sign-in", ..Main::default() };
    document(language, "/desk/sign-in/sent", words::SENT_TITLE, main, body.to_html())
}
