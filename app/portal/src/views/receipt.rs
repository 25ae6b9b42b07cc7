//! The receipt: shown from the phone's own storage, or filled by the Worker where the browser's program is absent.

use super::{around, with_contact};
use crate::here::Here;
use crate::say::of_programme;
use domain::fill::fill;
use domain::words::form::receipt as words;
use domain::words::form::{ALREADY_RECEIVED, SENT_BY_ITSELF};
use leptos::prelude::*;

pub fn receipt(here: Here) -> impl IntoView {
    view! {
        <div class="receipt" data-fill="receipt" hidden>
            <h1 tabindex="-1">{words::title(here.form.role).say(here.language)}</h1>
            {how_it_came(here)}
            {facts(here)}
            {next(here)}
            {way_back(here)}
            {copy_to_keep(here)}
            <div>{questions(here)}</div>
        </div>
        {no_receipt(here)}
    }
}

/// For a receipt page that is opened where none is kept. Style holds it back for a moment, until that is known.
fn no_receipt(here: Here) -> impl IntoView {
    let language = here.language;
    let programme = domain::words::programme(here.programme.slug).map_or("", |words| words.title.say(language));
    view! {
        <div class="no-receipt" data-fill="no-receipt">
            <h1 tabindex="-1">{words::NONE_TITLE.say(language)}</h1>
            <p class="lead">{words::NONE_TEXT.say(language)}</p>
            <p>{with_contact(here, words::questions(here.form.role))}</p>
            <p>
                <a href=language.address(&format!("/{}", here.programme.slug))>{programme}</a>
            </p>
        </div>
    }
}

fn questions(here: Here) -> impl IntoView {
    view! {
        <h2>{words::QUESTIONS_TITLE.say(here.language)}</h2>
        <p>{with_contact(here, words::questions(here.form.role))}</p>
    }
}

fn how_it_came(here: Here) -> impl IntoView {
    let other = fill(ALREADY_RECEIVED.say(here.language), &[("contact", here.programme.contact)]);
    view! {
        <p class="note" role="status" data-fill="by-itself" hidden>
            {SENT_BY_ITSELF.say(here.language)}
        </p>
        <p class="note" role="status" data-fill="spooled" hidden>
            {words::SPOOLED.say(here.language)}
        </p>
        <p class="note" id="other-answers" data-fill="other-answers" role="status" data-sentence=other hidden></p>
    }
}

fn facts(here: Here) -> impl IntoView {
    let language = here.language;
    let (before, after) = around(words::RECEIVED_AT.say(language), "time");
    view! {
        <div class="reference">
            <p>{words::REFERENCE.say(language)}</p>
            <p class="code" data-fill="reference" hidden></p>
            <p class="hint">{words::REFERENCE_HINT.say(language)}</p>
        </div>
        <p>
            {before}
            <span data-fill="received-at" hidden></span>
            {after}
        </p>
    }
}

fn next(here: Here) -> impl IntoView {
    let language = here.language;
    let (before, after) = around(words::answer_by(here.form.role).say(language), "date");
    view! {
        <div>{next_steps(here)}</div>
        <p data-fill="promise" hidden>
            {before}
            <strong data-fill="answer-by" hidden></strong>
            {after}
        </p>
        <p>{words::letter(here.form.role).say(language)}</p>
    }
}

fn next_steps(here: Here) -> impl IntoView {
    view! {
        <h2>{words::NEXT_TITLE.say(here.language)}</h2>
        <p>
            {of_programme(here.language, here.programme, here.form_words().map_or("", |words| words.next.say(here.language)))}
        </p>
    }
}

fn way_back(here: Here) -> impl IntoView {
    let language = here.language;
    view! {
        <div>
            <h2>{words::BACK_TITLE.say(language)}</h2>
            <p>{words::BACK_TEXT.say(language)}</p>
        </div>
        <p class="actions">
            <a class="primary" id="receipt-link" data-fill-href="receipt-link">
                {words::LINK.say(language)}
            </a>
            <button
                class="secondary"
                type="button"
                data-act="copy"
                data-done=words::COPIED.say(language)
                data-fill="alive"
                hidden
            >
                {words::COPY.say(language)}
            </button>
        </p>
    }
}

fn copy_to_keep(here: Here) -> impl IntoView {
    view! {
        <div class="keep" data-fill="alive" hidden>{ways_to_keep(here)}</div>
        <p class="seen" data-fill="receipt-kept" hidden>
            {words::KEPT.say(here.language)}
        </p>
    }
}

fn ways_to_keep(here: Here) -> impl IntoView {
    let language = here.language;
    view! {
        <h2>{words::KEEP_TITLE.say(language)}</h2>
        <p>{words::KEEP_TEXT.say(language)}</p>
        <p class="actions">
            <button class="secondary" type="button" data-act="keep-file">
                {words::KEEP_FILE.say(language)}
            </button>
            <button class="secondary" type="button" data-act="print">
                {words::PRINT.say(language)}
            </button>
        </p>
    }
}
