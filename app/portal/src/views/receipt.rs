//! The receipt: shown from the phone's own storage, or filled by the Worker where the browser's program is absent.

use super::{around, with_contact};
use crate::here::Here;
use crate::kept::KeptReceipt;
use crate::say::{attribute, fixed, of_programme, say, template};
use crate::state::{Follows, Held, State};
use domain::fill::fill;
use domain::text::Language;
use domain::words::form::receipt as words;
use domain::words::form::{ALREADY_RECEIVED, SENT_BY_ITSELF};
use leptos::prelude::*;

pub fn receipt(here: Here, state: State) -> impl IntoView {
    view! {
        <div class="receipt" data-fill="receipt" hidden=state.hides_unless(has_receipt)>
            <h1 tabindex="-1">{say(here.language, || words::title(here.form.role))}</h1>
            {how_it_came(here, state)}
            {facts(here, state)}
            {next(here, state)}
            {way_back(here, state)}
            {copy_to_keep(here, state)}
            <div inner_html=fixed(|| questions(here))></div>
        </div>
        {no_receipt(here, state)}
    }
}

/// For a receipt page that is opened where none is kept. Style holds it back for a moment, until that is known.
fn no_receipt(here: Here, state: State) -> impl IntoView {
    view! {
        <div
            class="no-receipt"
            class:sure=state.turns(|_| true)
            hidden=state.turns(has_receipt)
            inner_html=fixed(|| none(here))
        ></div>
    }
}

fn none(here: Here) -> impl IntoView {
    let language = here.language;
    let programme = domain::words::programme(here.programme.slug).map_or("", |words| words.title.say(language));
    view! {
        <h1 tabindex="-1">{words::NONE_TITLE.say(language)}</h1>
        <p class="lead">{words::NONE_TEXT.say(language)}</p>
        <p>{with_contact(here, words::questions(here.form.role))}</p>
        <p>
            <a href=language.address(&format!("/{}", here.programme.slug))>{programme}</a>
        </p>
    }
}

fn questions(here: Here) -> impl IntoView {
    view! {
        <h2>{words::QUESTIONS_TITLE.say(here.language)}</h2>
        <p>{with_contact(here, words::questions(here.form.role))}</p>
    }
}

fn has_receipt(held: &Held) -> bool {
    held.receipt.is_some()
}

/// A text of the kept receipt, empty while there is none.
fn of(state: State, read: impl Fn(&KeptReceipt) -> String + Send + 'static) -> Follows<String> {
    state.says(move |held| held.receipt.as_ref().map(&read).unwrap_or_default())
}

fn how_it_came(here: Here, state: State) -> impl IntoView {
    let is = |wanted: fn(&KeptReceipt) -> bool| move |held: &Held| held.receipt.as_ref().is_some_and(wanted);
    let is_spooled = state.hides_unless(is(|kept| kept.receipt.spooled));
    let other = attribute(|| Some(fill(ALREADY_RECEIVED.say(here.language), &[("contact", here.programme.contact)])));
    let sentence = |kept: &KeptReceipt| {
        fill(&template("other-answers", "sentence"), &[("reference", kept.receipt.reference.as_str())])
    };
    view! {
        <p class="note" role="status" hidden=state.hides_unless(is(|kept| kept.by_itself))>
            {say(here.language, || SENT_BY_ITSELF)}
        </p>
        <p class="note" role="status" data-fill="spooled" hidden=is_spooled>
            {say(here.language, || words::SPOOLED)}
        </p>
        <p
            class="note"
            id="other-answers"
            data-fill="other-answers"
            role="status"
            data-sentence=other
            hidden=state.hides_unless(is(|kept| kept.other_answers))
        >
            {of(state, sentence)}
        </p>
    }
}

fn facts(here: Here, state: State) -> impl IntoView {
    let language = here.language;
    let (before, after) = around(say(language, || words::RECEIVED_AT), "time");
    view! {
        <div class="reference">
            <p>{say(language, || words::REFERENCE)}</p>
            <p class="code" data-fill="reference" hidden=state.hides_unless(has_receipt)>
                {of(state, |kept| kept.receipt.reference.to_string())}
            </p>
            <p class="hint">{say(language, || words::REFERENCE_HINT)}</p>
        </div>
        <p>
            {before}
            <span data-fill="received-at" hidden=state.hides_unless(has_receipt)>
                {of(state, move |kept| moment(kept.receipt.received_at, here))}
            </span>
            {after}
        </p>
    }
}

fn next(here: Here, state: State) -> impl IntoView {
    let language = here.language;
    let (before, after) = around(say(language, || words::answer_by(here.form.role)), "date");
    let day = |held: &Held| held.receipt.as_ref()?.receipt.answer_by.clone();
    let is_promised = move || state.hides_unless(move |held| day(held).is_some());
    view! {
        <div inner_html=fixed(|| next_steps(here))></div>
        <p data-fill="promise" hidden=is_promised()>
            {before}
            <strong data-fill="answer-by" hidden=is_promised()>
                {state.says(move |held| domain::words::date::long(&day(held).unwrap_or_default(), language))}
            </strong>
            {after}
        </p>
        <p>{say(language, || words::letter(here.form.role))}</p>
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

fn way_back(here: Here, state: State) -> impl IntoView {
    let language = here.language;
    let link = state.gives(move |held| {
        let secret = domain::link::Secret::parse(&held.receipt.as_ref()?.secret)?;
        Some(domain::call::link_path(&secret, language))
    });
    view! {
        <div inner_html=fixed(|| {
            view! {
                <h2>{words::BACK_TITLE.say(language)}</h2>
                <p>{words::BACK_TEXT.say(language)}</p>
            }
        })></div>
        <p class="actions">
            <a
                class="primary"
                id="receipt-link"
                data-fill-href="receipt-link"
                href=link
                data-address=state.gives(whole_address(language))
            >
                {say(language, || words::LINK)}
            </a>
            <button
                class="secondary"
                type="button"
                data-act="copy"
                data-done=attribute(|| Some(words::COPIED.say(language).to_owned()))
                hidden=state.hides_unless(|_| true)
            >
                {say(language, || words::COPY)}
            </button>
        </p>
    }
}

fn copy_to_keep(here: Here, state: State) -> impl IntoView {
    view! {
        <div class="keep" hidden=state.hides_unless(|_| true) inner_html=fixed(|| ways_to_keep(here))></div>
        <p class="seen" hidden=state.hides_unless(has_receipt)>
            {say(here.language, || words::KEPT)}
        </p>
    }
}

/// The link as it is typed in again from paper.
fn whole_address(language: Language) -> impl Fn(&Held) -> Option<String> {
    move |held| {
        let secret = domain::link::Secret::parse(&held.receipt.as_ref()?.secret)?;
        Some(format!("{}{}", origin(), domain::call::link_path(&secret, language)))
    }
}

fn origin() -> String {
    #[cfg(feature = "hydrate")]
    return crate::browser::page::origin();
    #[cfg(not(feature = "hydrate"))]
    String::new()
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

fn moment(at: domain::call::Millis, here: Here) -> String {
    #[cfg(feature = "hydrate")]
    return crate::browser::clock::moment(at, here.language);
    #[cfg(not(feature = "hydrate"))]
    {
        let _ = (at, here);
        String::new()
    }
}
