//! What a form's page says at its top and foot: the summary of faults, a problem, and whether the phone keeps what is typed.

use crate::here::Here;
use crate::kept::Sending;
use crate::say::{attribute, compose, say, template};
use crate::state::{Held, Saving, State};
use domain::fill::{fill, grouped};
use domain::problem::FaultKind;
use domain::question::Question;
use domain::text::Language;
use domain::words::{fault, form as words, page};
use leptos::prelude::*;

/// Every fault of the page with a link to its field. The browser moves the focus here.
pub fn summary(here: Here, state: State, questions: impl Iterator<Item = &'static Question>) -> impl IntoView {
    let lines: Vec<_> = questions.map(|question| summary_line(state, question)).collect();
    view! {
        <div
            class="summary"
            id="summary"
            role="alert"
            tabindex="-1"
            data-fill="summary"
            hidden=state.hides_unless(|held| !held.faults.is_empty())
        >
            <h2>{say(here.language, || words::PROBLEM_TITLE)}</h2>
            <ul>{lines}</ul>
        </div>
    }
}

fn summary_line(state: State, question: &'static Question) -> impl IntoView {
    let id = question.id;
    view! {
        <li data-fill=attribute(|| Some(format!("summary-{id}"))) hidden=state.hides_unless(move |held| held.fault(id).is_some())>
            <a href=compose(|| format!("#q-{id}")) data-fill=attribute(|| Some(format!("summary-text-{id}")))>
                {state.says(move |held| held.fault(id).unwrap_or_default().to_owned())}
            </a>
        </li>
    }
}

/// A problem that belongs to no field, in the ledger's or the Worker's words.
pub fn problem(here: Here, state: State) -> impl IntoView {
    let sentence = |held: &Held| match &held.sending {
        Sending::Refused { sentence } => sentence.clone(),
        _ => String::new(),
    };
    let general = |kind| attribute(|| Some(fault::general(kind).say(here.language).to_owned()));
    view! {
        <p
            class="problem"
            id="problem"
            role="alert"
            tabindex="-1"
            data-fill="problem"
            data-other-notice=general(FaultKind::OtherNotice)
            data-malformed=general(FaultKind::Malformed)
            data-offline=attribute(|| Some(words::NEXT_PAGE_NEEDS_NETWORK.say(here.language).to_owned()))
            hidden=state.hides_unless(|held| matches!(held.sending, Sending::Refused { .. }))
        >
            {state.says(sentence)}
        </p>
    }
}

/// Under a form: what is kept on this phone, and the way to erase it.
pub fn saving(here: Here, state: State) -> impl IntoView {
    let language = here.language;
    let is = |wanted| move |held: &Held| held.saving == wanted;
    view! {
        <div class="saving">
            <p hidden=state.hides_unless(is(Saving::Saved))>
                {say(language, || words::SAVED)} " · "
                <a href=compose(|| language.address("/on-this-phone"))>{say(language, || page::ON_THIS_PHONE.title)}</a>
            </p>
            <p role="status" hidden=state.hides_unless(is(Saving::Refused))>
                {say(language, || words::STORAGE_REFUSED)}
            </p>
            <p role="status" hidden=state.hides_unless(|held| held.changed_elsewhere)>
                {say(language, || words::CHANGED_ELSEWHERE)}
            </p>
        </div>
    }
}

/// The sentence under a long text: how much is left, or by how much it is too long.
pub fn countdown(place: &str, left: i64, language: Language) -> String {
    let (name, number) = match left {
        1 => ("left-one", 1),
        left if left >= 0 => ("left", left),
        -1 => ("over-one", 1),
        over => ("over", -over),
    };
    let number = grouped(u32::try_from(number).unwrap_or(u32::MAX), language);
    fill(&template(place, name), &[("left", &number), ("over", &number)])
}
