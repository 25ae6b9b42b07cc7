//! What a form's page says at its top and foot: the summary of faults, a problem, and whether the phone keeps what is typed.

use crate::here::Here;
use domain::problem::FaultKind;
use domain::question::Question;
use domain::words::{fault, form as words, page};
use leptos::prelude::*;

/// Every fault of the page with a link to its field. The browser moves the focus here.
pub fn summary(here: Here, questions: impl Iterator<Item = &'static Question>) -> impl IntoView {
    let lines: Vec<_> = questions.map(summary_line).collect();
    view! {
        <div class="summary" id="summary" role="alert" tabindex="-1" data-fill="summary" hidden>
            <h2>{words::PROBLEM_TITLE.say(here.language)}</h2>
            <ul>{lines}</ul>
        </div>
    }
}

fn summary_line(question: &'static Question) -> impl IntoView {
    let id = question.id;
    view! {
        <li data-fill=format!("summary-{id}") hidden>
            <a href=format!("#q-{id}") data-fill=format!("summary-text-{id}")></a>
        </li>
    }
}

/// A problem that belongs to no field, in the ledger's or the Worker's words.
pub fn problem(here: Here) -> impl IntoView {
    let general = |kind| fault::general(kind).say(here.language);
    view! {
        <p
            class="problem"
            id="problem"
            role="alert"
            tabindex="-1"
            data-fill="problem"
            data-other-notice=general(FaultKind::OtherNotice)
            data-malformed=general(FaultKind::Malformed)
            data-offline=words::NEXT_PAGE_NEEDS_NETWORK.say(here.language)
            hidden
        ></p>
    }
}

/// Under a form: what is kept on this phone, and the way to erase it.
pub fn saving(here: Here) -> impl IntoView {
    let language = here.language;
    view! {
        <div class="saving">
            <p data-fill="saved" hidden>
                {words::SAVED.say(language)} " · "
                <a href=language.address("/on-this-phone")>{page::ON_THIS_PHONE.title.say(language)}</a>
            </p>
            <p role="status" data-fill="not-saved" hidden>
                {words::STORAGE_REFUSED.say(language)}
            </p>
            <p role="status" data-fill="changed-elsewhere" hidden>
                {words::CHANGED_ELSEWHERE.say(language)}
            </p>
        </div>
    }
}
