//! A mentee's page of mentors, for each programme that shows them: places for wishes, a search, and cards, that the Worker fills.

use super::framework::{summary, summary_line};
use super::{ends_soon, of, plain};
use crate::documents::{Document, Main, Switch};
use crate::mentors::{FORM, Of, directory};
use crate::review;
use domain::directory::is_shown;
use domain::fill::fill_numbers;
use domain::form_post::field;
use domain::programme::{Programme, Role};
use domain::text::{Language, Text};
use domain::wish::{AVOID_FIELD, MENTOR_FIELD, WISHES_MAX, WORD_FIELD, WORD_MAX};
use domain::words::form::framework as fields;
use domain::words::form::own as own_words;
use domain::words::form::request;
use domain::words::form::wishes as words;
use domain::words::programme as words_of;
use leptos::prelude::*;

pub fn documents(language: Language, programme: &'static Programme) -> Option<Document> {
    Of::programme(language, programme).filter(|_| is_shown(programme)).map(document)
}

fn address(of: Of) -> String {
    of.language.address("/my/mentors")
}

fn document(of: Of) -> Document {
    let language = of.language;
    let lines = (1..=WISHES_MAX).map(|place| format!("{WORD_FIELD}{place}")).chain([AVOID_FIELD.to_owned()]);
    let lines = lines.map(|field| summary_line(&field)).collect();
    let body = view! {
        {summary(language, lines)}
        <p class="problem" role="alert" data-fill="problem" hidden></p>
        <p class="caption">{words_of(of.programme.slug).map(|words| words.title.say(language))}</p>
        <h1>{of.say(words::TITLE)}</h1>
        <div data-fill="directory" hidden>
            <p class="lead">{of.say(words::LEAD)}</p>
            <p>{of.say(words::HOW)}</p>
        </div>
        {wishes(of)}
        {ends_soon(language)}
        <p class="note" data-fill="away" hidden>
            {of.say(words::AWAY)}
        </p>
        {directory(of, &address(of), true)}
        {avoid(of)}
        <p>
            <a href=language.address("/my")>{of.say(request::BACK)}</a>
        </p>
        <p class="hint" id="until">
            {of.say(own_words::LINK_HINT)}
        </p>
    };
    let path = format!("/my/{}/mentors", of.programme.slug);
    let switch = Switch::Link("/my/mentors".to_owned());
    let mut document = plain(language, &path, "own", words::TITLE, switch, body.to_html());
    document.main = Main { view: "own", programme: of.programme.slug, role: Role::Mentee.slug(), ..Main::default() };
    document.review = review::of_programme(language, of.programme, false);
    document
}

/// What is wished, to be changed, or as it stands while it cannot be.
fn wishes(of_: Of) -> AnyView {
    let stand = |place: usize| view! { <li data-fill=format!("stand-{place}") hidden></li> };
    view! {
        <section id="wishes">
            <h2>{of_.say(words::MINE)}</h2>
            <p class="news" role="status" data-fill="saved" hidden>
                {of_.say(words::SAVED)}
            </p>
            <div data-fill="stands" hidden>
                <p>{of_.say(words::STANDS)}</p>
                <ol>{(1..=WISHES_MAX).map(stand).collect_view()}</ol>
            </div>
            <form id=FORM method="post" action=address(of_) data-fill="wish-form" hidden novalidate>
                {of()}
                <input type="hidden" name=fields::SEEN value="" />
                <input type="hidden" name=fields::PROGRAMME value=of_.programme.slug />
                <input type="hidden" name=words::SOUGHT_FIELD value="" />
                // Enter in a field saves, and moves or removes nothing.
                <button hidden name=field::GO value=words::SAVE_VALUE></button>
                <p data-fill="none" hidden>
                    {of_.say(words::NONE)}
                </p>
                <ol class="wishes">{(1..=WISHES_MAX).map(|place| wish(of_, place)).collect_view()}</ol>
                <p class="actions" data-fill="has-wishes" hidden>
                    <button class="primary" name=field::GO value=words::SAVE_VALUE>
                        {of_.say(words::SAVE)}
                    </button>
                </p>
            </form>
        </section>
    }
    .into_any()
}

fn wish(of: Of, place: usize) -> AnyView {
    let hint = fill_numbers(of.say(words::WORD_HINT), &[("max", u32::from(WORD_MAX))]);
    let button = |value: &'static str, label: Text| {
        let id = format!("{value}{place}");
        view! {
            <button
                class="link"
                id=id.clone()
                name=field::GO
                value=id.clone()
                aria-labelledby=format!("{id} wish-name-{place}")
            >
                {of.say(label)}
            </button>
        }
    };
    view! {
        <li data-fill=format!("wish-{place}") hidden>
            <h3 id=format!("wish-name-{place}") data-fill=format!("wish-name-{place}")>
                {of.say(words::UNNAMED)}
            </h3>
            <p class="note" data-fill=format!("wish-rests-{place}") hidden>
                {of.say(words::RESTS)}
            </p>
            <input type="hidden" name=format!("{MENTOR_FIELD}{place}") value="" />
            {text_field(of, &format!("{WORD_FIELD}{place}"), words::WORD, hint)}
            <p class="buttons">
                {(place > 1).then(|| button(words::UP_VALUE, words::UP))} {button(words::REMOVE_VALUE, words::REMOVE)}
            </p>
        </li>
    }
    .into_any()
}

/// Whom rather not: after the mentors, because most leave it empty.
fn avoid(of: Of) -> AnyView {
    view! {
        <section class="avoid" data-fill="avoid" hidden>
            {text_field(of, AVOID_FIELD, words::AVOID, of.say(words::AVOID_HINT).to_owned())}
            <p class="actions">
                <button class="secondary" form=FORM name=field::GO value=words::SAVE_VALUE>
                    {of.say(words::SAVE_AVOID)}
                </button>
            </p>
        </section>
    }
    .into_any()
}

fn text_field(of: Of, name: &str, label: Text, hint: String) -> AnyView {
    let (id, hint_id, fault_id) = (format!("q-{name}"), format!("{name}-hint"), format!("{name}-fault"));
    view! {
        <div class="question">
            <label for=id.clone()>{of.say(label)}</label>
            <p class="hint" id=hint_id.clone()>
                {hint}
            </p>
            <p class="fault" id=fault_id.clone() data-fill=format!("fault-{name}") hidden></p>
            <textarea id=id form=FORM name=name.to_owned() rows="3" aria-describedby=format!("{hint_id} {fault_id}")></textarea>
        </div>
    }
    .into_any()
}

/// On the mentee's own page: the way here, that the Worker shows where there is one.
pub fn section(language: Language, programme: &'static Programme, role: Role) -> Option<AnyView> {
    let section = view! {
        <section data-fill="mentors" hidden>
            <h2>{words::SECTION.say(language)}</h2>
            <p>{words::SECTION_TEXT.say(language)}</p>
            <p class="actions">
                <a class="secondary" href=language.address("/my/mentors")>
                    {words::SECTION_LINK.say(language)}
                </a>
            </p>
        </section>
    };
    (role == Role::Mentee && is_shown(programme)).then(|| section.into_any())
}
