//! Check your answers, and what becomes of the sending.

use super::answers::rows;
use super::changes::changes;
use super::{hidden_fields, notices};
use crate::here::Here;
use crate::kept::Sending;
use crate::say::{attribute, compose, fixed, say, template};
use crate::state::{Held, State};
use domain::fill::fill;
use domain::text::Text;
use domain::words::form as words;
use leptos::prelude::*;

pub fn check(here: Here, state: State) -> impl IntoView {
    let language = here.language;
    let is_locked = || state.turns(|held| held.sending.is_locked());
    view! {
        {notices::problem(here, state)}
        {changes(here, state)}
        <div inner_html=fixed(|| heading(here))></div>
        <form id="form" method="post" action=compose(|| here.address()) novalidate>
            {hidden_fields(here, |_| false)}
            {rows(here, state, true)}
            {outcome(here, state)}
            <div class="buttons">
                <button class="primary" name="_go" value="send" hidden=is_locked()>
                    {say(language, || words::SEND)}
                </button>
                <button class="secondary" name="_go" value="back" hidden=is_locked()>
                    {say(language, || words::BACK)}
                </button>
            </div>
        </form>
        {notices::saving(here, state)}
    }
}

fn heading(here: Here) -> impl IntoView {
    let language = here.language;
    view! {
        <p class="caption">
            {compose(|| here.form_title())}
        </p>
        <h1 tabindex="-1">{say(language, || words::CHECK_TITLE)}</h1>
        <p class="lead">{say(language, || words::CHECK_LEAD)}</p>
    }
}

/// What became of the sending so far. One live region, whose lines are shown by turns.
fn outcome(here: Here, state: State) -> impl IntoView {
    let language = here.language;
    let line = move |wanted: fn(&Sending) -> bool, words: fn() -> Text| {
        view! { <p hidden=state.hides_unless(move |held| wanted(&held.sending))>{say(language, words)}</p> }
    };
    let can_hurry =
        |sending: &Sending| matches!(sending, Sending::NotSent | Sending::Unknown | Sending::Waiting { .. });
    view! {
        <div class="outcome" id="outcome" role="status" tabindex="-1">
            {line(|sending| matches!(sending, Sending::Sending), || words::SENDING)}
            {line(|sending| matches!(sending, Sending::NotSent), || words::NOT_YET_SENT)}
            {line(|sending| matches!(sending, Sending::Unknown), || words::OUTCOME_UNKNOWN)}
            {waits(here, state)}
            <button
                class="primary"
                type="button"
                data-act="send-now"
                hidden=state.hides_unless(move |held| can_hurry(&held.sending))
            >
                {say(language, || words::SEND_NOW)}
            </button>
        </div>
    }
}

fn waits(here: Here, state: State) -> impl IntoView {
    let minutes = |held: &Held| match held.sending {
        Sending::Waiting { seconds } => Some(seconds.div_ceil(60).max(1)),
        _ => None,
    };
    let sentence = move |held: &Held| match minutes(held) {
        None => String::new(),
        Some(1) => template("waits", "minute"),
        Some(minutes) => fill(&template("waits", "minutes"), &[("minutes", &minutes.to_string())]),
    };
    view! {
        <p
            id="waits"
            data-minute=attribute(|| Some(words::WAITS_MINUTE.say(here.language).to_owned()))
            data-minutes=attribute(|| Some(words::WAITS_MINUTES.say(here.language).to_owned()))
            hidden=state.hides_unless(move |held| minutes(held).is_some())
        >
            {state.says(sentence)}
        </p>
    }
}
