//! Check your answers, and what becomes of the sending.

use super::answers::rows;
use super::changes::changes;
use super::{hidden_fields, notices};
use crate::here::Here;
use domain::text::Text;
use domain::words::form as words;
use leptos::prelude::*;

pub fn check(here: Here) -> impl IntoView {
    let language = here.language;
    view! {
        {notices::problem(here)}
        {changes(here)}
        <div>{heading(here)}</div>
        <form id="form" method="post" action=here.address() novalidate>
            {hidden_fields(here, |_| false)}
            {rows(here, true)}
            {outcome(here)}
            <div class="buttons">
                <button class="primary" name="_go" value="send" data-fill="changeable">
                    {words::SEND.say(language)}
                </button>
                <button class="secondary" name="_go" value="back" data-fill="changeable">
                    {words::BACK.say(language)}
                </button>
            </div>
        </form>
        {notices::saving(here)}
    }
}

fn heading(here: Here) -> impl IntoView {
    let language = here.language;
    view! {
        <p class="caption">
            {here.form_title()}
        </p>
        <h1 tabindex="-1">{words::CHECK_TITLE.say(language)}</h1>
        <p class="lead">{words::CHECK_LEAD.say(language)}</p>
    }
}

/// What became of the sending so far. One live region, whose lines are shown by turns.
fn outcome(here: Here) -> impl IntoView {
    let language = here.language;
    let line = move |place: &'static str, words: Text| view! { <p data-fill=place hidden>{words.say(language)}</p> };
    view! {
        <div class="outcome" id="outcome" role="status" tabindex="-1">
            {line("sending", words::SENDING)}
            {line("not-sent", words::NOT_YET_SENT)}
            {line("outcome-unknown", words::OUTCOME_UNKNOWN)}
            <p
                id="waits"
                data-fill="waits"
                data-minute=words::WAITS_MINUTE.say(language)
                data-minutes=words::WAITS_MINUTES.say(language)
                hidden
            ></p>
            <button class="primary" type="button" data-act="send-now" data-fill="send-now" hidden>
                {words::SEND_NOW.say(language)}
            </button>
        </div>
    }
}
