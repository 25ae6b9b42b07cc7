//! The documents behind a link: its page with one button, the own page that the Worker fills, and what is said when
//! something is wrong.

mod asked;
mod framework;

use crate::documents::{Document, Main, Switch, title};
use crate::form_documents::rendered;
use crate::live::with_contact;
use crate::review;
use domain::fill::fill;
use domain::form_post::field;
use domain::journey::Place;
use domain::programme::{PROGRAMMES, Programme, Role};
use domain::text::{Language, Text};
use domain::words::form::{own as words, receipt};
use domain::words::page::{GENERAL_CONTACT, TO_HOME};
use leptos::prelude::*;
use portal::here::Here;
use portal::say::linked;
use portal::state::State;
use portal::views::answers::rows;

pub fn documents(language: Language) -> Vec<Document> {
    let mut documents = vec![link(language), sign_in(language), problem(language)];
    for programme in PROGRAMMES {
        let forms = programme.forms.iter().filter(|form| form.role != Role::Framework);
        documents.extend(forms.map(|form| frame(language, programme, form.role)));
        documents.extend(framework::documents(language, programme));
    }
    documents
}

fn plain(language: Language, path: &str, view: &'static str, name: Text, switch: Switch, body: String) -> Document {
    Document {
        language,
        path: path.to_owned(),
        title: title(language, &[name]),
        description: name.say(language).to_owned(),
        switch,
        main: Main { view, ..Main::default() },
        body,
        review: review::of_text(language),
        is_listed: false,
    }
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
    };
    plain(language, "/link", "link", words::LINK_TITLE, Switch::Filled, body.to_html())
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

/// The frame of the own page of one form: every place empty, for the Worker to fill.
fn frame(language: Language, programme: &'static Programme, role: Role) -> Document {
    let path = format!("/my/{}/{}", programme.slug, role.slug());
    let body = programme.form(role).map(|form| Here { language, programme, form, place: Place::Check }).map_or_else(
        String::new,
        |here| {
            rendered(move |state| {
                view! {
                    {asked::problems(language)}
                    {standing(here)}
                    {withdraw(here)}
                    {answers(here, state)}
                    {change(here)}
                    {asked::section(language)}
                }
            })
        },
    );
    let mut document = plain(language, &path, "own", words::TITLE, Switch::Link("/my".to_owned()), body);
    document.main = Main { view: "own", programme: programme.slug, role: role.slug(), ..Main::default() };
    document.review = review::of_programme(language, programme, false);
    document
}

fn standing(here: Here) -> AnyView {
    let language = here.language;
    let (came, came_after) = receipt::RECEIVED_AT.say(language).split_once("{time}").unwrap_or_default();
    view! {
        <p class="caption">{here.form_words().map(|words| words.title.say(language))}</p>
        <h1>{words::TITLE.say(language)}</h1>
        // Said before it matters, because the session ends whatever the person is doing.
        <p class="hint" id="until">{words::LINK_HINT.say(language)}</p>
        {ends_soon(language)}
        <div class="reference">
            <p>{receipt::REFERENCE.say(language)}</p>
            <p class="code" data-fill="reference" hidden></p>
        </div>
        <h2>{words::STANDING.say(language)}</h2>
        <p class="standing" data-fill="standing" hidden></p>
        <p>{came}<span data-fill="received-at" hidden></span>{came_after}</p>
        <h2>{words::NEXT.say(language)}</h2>
        <p data-fill="standing-next" hidden></p>
    }
    .into_any()
}

/// Heard as well as seen, because the place is there before what it says is shown.
fn ends_soon(language: Language) -> AnyView {
    view! {
        <div role="status">
            <p class="note" id="ends-soon" hidden>
                {words::ENDS_SOON.say(language)}
            </p>
        </div>
    }
    .into_any()
}

/// The record that the page shows: whatever is pressed is about that one, also where another was opened meanwhile. The Worker
/// fills it.
fn of() -> AnyView {
    view! { <input type="hidden" name=field::OF value="" /> }.into_any()
}

/// Who waits or asks can take it back; the Worker shows it while there is something to take back.
fn withdraw(here: Here) -> Option<AnyView> {
    let sentence = words::withdraw(here.form.role)?;
    let form = view! {
        <form method="post" action=here.language.address("/my") data-fill="withdraw" hidden>
            <p>{sentence.say(here.language)}</p>
            <p class="actions">
                {of()}
                <button class="secondary" name=field::GO value=words::WITHDRAW_VALUE>
                    {words::WITHDRAW.say(here.language)}
                </button>
            </p>
        </form>
    };
    Some(form.into_any())
}

fn answers(here: Here, state: State) -> AnyView {
    view! {
        <h2>{words::ANSWERS.say(here.language)}</h2>
        {rows(here, state, false)}
    }
    .into_any()
}

fn change(here: Here) -> AnyView {
    let language = here.language;
    let (before, after) = words::CHANGE.say(language).split_once("{reference}").unwrap_or_default();
    view! {
        <h2>{words::CHANGE_TITLE.say(language)}</h2>
        <p>{with_contact(before, here.programme)}<strong data-fill="reference" hidden></strong>{after}</p>
    }
    .into_any()
}
