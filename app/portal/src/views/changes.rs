//! The note on a form that a release has changed under a draft: what to look at again, and what was typed and fits no more.

use crate::here::Here;
use domain::question::Question;
use domain::words::form::changes as words;
use leptos::prelude::*;

pub fn changes(here: Here) -> impl IntoView {
    let language = here.language;
    let lines: Vec<_> = here.form.questions().map(|question| line(here, question)).collect();
    view! {
        <div class="note changes" id="changes" role="status" data-fill="changes" hidden>
            <p class="order">{words::TITLE.say(language)}</p>
            <div data-fill="changed" hidden>
                <p>{words::LOOK_AGAIN.say(language)}</p>
                <ul>{lines}</ul>
            </div>
            <div data-fill="aside" hidden>
                <p>{words::ASIDE.say(language)}</p>
                <p class="typed" data-fill="aside-text"></p>
                <p class="hint">{words::ASIDE_HINT.say(language)}</p>
                <p class="actions" data-fill="aside-acts" hidden>{buttons(here)}</p>
            </div>
        </div>
    }
}

/// A changed question, as a button to its page.
fn line(here: Here, question: &'static Question) -> impl IntoView {
    let id = question.id;
    let page = here.form.page_of(id).map_or("", |page| page.id);
    view! {
        <li data-changed=id data-fill=format!("changed-{id}") hidden>
            <button class="link" form="form" name="_go" value=format!("to-{page}")>
                {here.of_question(question, |words| Some(words.short)).say(here.language)}
            </button>
        </li>
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
