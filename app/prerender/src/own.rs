//! The own page that the Worker fills, of whatever a person has sent, and the documents behind a link.

mod asked;
mod card;
mod change;
mod framework;
mod letters;
mod link;
mod mentors;
mod offer;
mod request;
mod willing;

use crate::documents::{Document, Main, Switch, title};
use crate::form_documents::rendered;
use crate::live::with_contact;
use crate::review;
use domain::form_post::field;
use domain::journey::Place;
use domain::ledger::own::OTHERS_MAX;
use domain::programme::{PROGRAMMES, Programme, Role};
use domain::standing::Standing;
use domain::text::{Language, Text};
use domain::words::form::{own as words, receipt};
use domain::words::page::programme::TO_THE_PROGRAMME;
use leptos::prelude::*;
use portal::here::Here;
use portal::views::answers::rows;

pub fn documents(language: Language) -> Vec<Document> {
    let mut documents = link::documents(language);
    for programme in PROGRAMMES {
        let forms = programme.forms.iter().filter(|form| form.role != Role::Framework);
        documents.extend(forms.map(|form| frame(language, programme, form.role)));
        documents.extend(change::documents(language, programme));
        documents.extend(request::documents(language, programme));
        documents.extend(mentors::documents(language, programme));
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

/// The frame of the own page of one form: every place empty, for the Worker to fill.
fn frame(language: Language, programme: &'static Programme, role: Role) -> Document {
    let path = format!("/my/{}/{}", programme.slug, role.slug());
    let body = programme.form(role).map(|form| Here { language, programme, form, place: Place::Check }).map_or_else(
        String::new,
        |here| {
            rendered(move || {
                view! {
                    {asked::problems(language, offer::lines(here))}
                    {standing(here)}
                    {opened(here)}
                    {willing::section(here)}
                    {request::section(here)}
                    {mentors::section(language, programme, role)}
                    {withdraw(here)}
                    {come_back(here)}
                    {offer::section(here)}
                    {card::section(here)}
                    {answers(here)}
                    {change(here)}
                    {history(language)}
                    {letters::section(here)}
                    {others(language)}
                    {held(language)}
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

/// Whoever waited to be told: once it has opened, the way there.
fn opened(here: Here) -> Option<AnyView> {
    let link = || {
        view! {
            <p class="actions" data-fill="opened" hidden>
                <a class="primary" href=here.language.address(&format!("/{}", here.programme.slug))>
                    {TO_THE_PROGRAMME.say(here.language)}
                </a>
            </p>
        }
    };
    (here.form.role == Role::Waiting).then(|| link().into_any())
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
    let button = words::withdraw_button(here.form.role);
    Some(act(here.language, "withdraw", sentence, (words::WITHDRAW_VALUE.to_owned(), button)))
}

/// While what was taken back can stand again.
fn come_back(here: Here) -> Option<AnyView> {
    let may = Standing::Withdrawn.may_return(here.form.role);
    may.then(|| act(here.language, "return", words::RETURN_TEXT, (words::RETURN_VALUE.to_owned(), words::RETURN)))
}

/// Something that the person can do about what the page shows: a sentence, and a button with its value and its words. The Worker
/// shows the place while it can be done.
fn act(language: Language, place: &str, sentence: Text, (value, button): (String, Text)) -> AnyView {
    view! {
        <form method="post" action=language.address("/my") data-fill=place.to_owned() hidden>
            <p>{sentence.say(language)}</p>
            <p class="actions">
                {of()}
                <button class="secondary" name=field::GO value=value>
                    {button.say(language)}
                </button>
            </p>
        </form>
    }
    .into_any()
}

fn history(language: Language) -> AnyView {
    view! {
        <h2>{words::HISTORY.say(language)}</h2>
        <p class="typed" data-fill="history" hidden></p>
    }
    .into_any()
}

/// What else the person has sent: a place for each, that the Worker shows where there is something.
fn others(language: Language) -> AnyView {
    let place = |number: usize| {
        view! {
            <p>
                <input type="hidden" name=format!("{}{number}", words::OTHER_FIELD) value="" />
                <button
                    class="link"
                    name=field::GO
                    value=format!("{}{number}", words::OTHER_VALUE)
                    data-fill=format!("other-{number}")
                    hidden
                ></button>
            </p>
        }
    };
    view! {
        <form method="post" action=language.address("/my") data-fill="others" hidden>
            <h2>{words::OTHERS.say(language)}</h2>
            {(1..=OTHERS_MAX).map(place).collect_view()}
        </form>
    }
    .into_any()
}

/// What is kept, for how long, and the file of it.
fn held(language: Language) -> AnyView {
    view! {
        <h2>{words::HELD.say(language)}</h2>
        <p>{words::HELD_TEXT.say(language)}</p>
        <p data-fill="kept" hidden></p>
        <p class="actions">
            <a class="secondary" href=language.address("/my/file") download>
                {words::DOWNLOAD.say(language)}
            </a>
        </p>
    }
    .into_any()
}

fn answers(here: Here) -> AnyView {
    view! {
        <h2>{words::ANSWERS.say(here.language)}</h2>
        {rows(here, false)}
    }
    .into_any()
}

/// By oneself as long as nobody has taken it up; the Worker shows one of the two ways.
fn change(here: Here) -> AnyView {
    let language = here.language;
    let (before, after) = words::CHANGE.say(language).split_once("{reference}").unwrap_or_default();
    let by_oneself = Standing::Received.may_be_changed(here.form.role).then(|| {
        view! {
            <div data-fill="may-change" hidden>
                <p>{words::CHANGE_TEXT.say(language)}</p>
                <p class="actions">
                    <a class="secondary" href=language.address("/my/change")>
                        {words::CHANGE_LINK.say(language)}
                    </a>
                </p>
            </div>
        }
    });
    view! {
        <h2>{words::CHANGE_TITLE.say(language)}</h2>
        {by_oneself}
        <p data-fill="may-not-change" hidden>
            {with_contact(before, here.programme)}
            <strong data-fill="reference" hidden></strong>
            {after}
        </p>
    }
    .into_any()
}
