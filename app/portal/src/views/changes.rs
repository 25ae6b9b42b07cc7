//! The note on a form that a release has changed under a draft: what to look at again, and what was typed and fits no more.

use crate::here::Here;
use crate::say::{attribute, fixed, say};
use crate::state::{Held, State};
use domain::question::Question;
use domain::words::form::changes as words;
use leptos::prelude::*;

pub fn changes(here: Here, state: State) -> impl IntoView {
    let language = here.language;
    let lines: Vec<_> = here.form.questions().map(|question| line(here, state, question)).collect();
    let has_changed = |held: &Held| !held.kept.changed.is_empty();
    let has_aside = |held: &Held| !held.kept.aside.is_empty();
    view! {
        <div
            class="note changes"
            id="changes"
            role="status"
            data-fill="changes"
            hidden=state.hides_unless(move |held| has_changed(held) || has_aside(held))
        >
            <p class="order">{say(language, || words::TITLE)}</p>
            <div data-fill="changed" hidden=state.hides_unless(has_changed)>
                <p>{say(language, || words::LOOK_AGAIN)}</p>
                <ul>{lines}</ul>
            </div>
            <div data-fill="aside" hidden=state.hides_unless(has_aside)>
                <p>{say(language, || words::ASIDE)}</p>
                <p class="typed" data-fill="aside-text">
                    {state.says(|held| held.kept.aside.join("\n"))}
                </p>
                <p class="hint">{say(language, || words::ASIDE_HINT)}</p>
                <p class="actions" hidden=state.hides_unless(has_aside) inner_html=fixed(|| buttons(here))></p>
            </div>
        </div>
    }
}

/// A changed question, as a button to its page.
fn line(here: Here, state: State, question: &'static Question) -> impl IntoView {
    let id = question.id;
    view! {
        <li
            data-changed=id
            data-fill=attribute(|| Some(format!("changed-{id}")))
            hidden=state.hides_unless(move |held| held.kept.changed.iter().any(|changed| changed == id))
            inner_html=fixed(|| to_page(here, question))
        ></li>
    }
}

fn to_page(here: Here, question: &'static Question) -> impl IntoView {
    let page = here.form.page_of(question.id).map_or("", |page| page.id);
    view! {
        <button class="link" form="form" name="_go" value=format!("to-{page}")>
            {here.of_question(question, |words| Some(words.short)).say(here.language)}
        </button>
    }
}

fn buttons(here: Here) -> impl IntoView {
    let language = here.language;
    view! {
        <button class="secondary" type="button" data-act="copy-aside" data-done=words::COPIED.say(language)>
            {words::COPY.say(language)}
        </button>
        <button class="secondary" type="button" data-act="drop-aside">
            {words::DROP.say(language)}
        </button>
    }
}
