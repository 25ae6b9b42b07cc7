//! What each of the two of a request reads of the other, with a yes and a no: a frame for each form of a pair, that the Worker
//! fills.

use super::framework::{rows, summary, summary_line};
use super::{ends_soon, of, plain};
use crate::documents::{Document, Main, Switch};
use crate::review;
use domain::fill::fill_numbers;
use domain::form_post::field;
use domain::journey::Place;
use domain::programme::{Programme, Role};
use domain::question::{Question, ShownTo};
use domain::request::{OPEN_MAX, QUESTION_MAX, REPLY_MAX, Reason, TALK_FIELD};
use domain::text::{Language, Text};
use domain::words::form::framework as fields;
use domain::words::form::own as own_words;
use domain::words::form::request::{self as words, NO_VALUE, YES_VALUE};
use domain::words::letter::request::{EMAIL, NAME};
use domain::words::programme;
use leptos::prelude::*;
use portal::here::Here;

pub fn documents(language: Language, of_programme: &'static Programme) -> impl Iterator<Item = Document> {
    // Without both there is nobody to ask.
    let of = if of_programme.form(Role::Mentor).is_some() { &[Role::Mentee, Role::Mentor][..] } else { &[] };
    let forms = of.iter().filter_map(move |role| of_programme.form(*role));
    forms.map(move |form| document(Here { language, programme: of_programme, form, place: Place::Check }))
}

/// What the other of the two may see.
fn is_shown(question: &Question) -> bool {
    question.shown_to != ShownTo::Staff
}

/// The answers of one, for the other to read.
fn document(here: Here) -> Document {
    let (language, of_role) = (here.language, here.form.role);
    let reader = if of_role == Role::Mentee { Role::Mentor } else { Role::Mentee };
    let say = |text: Text| text.say(language);
    let body = view! {
        {summary(language, vec![summary_line(TALK_FIELD)])}
        <p class="problem" role="alert" data-fill="problem" hidden></p>
        <p class="caption">{programme(here.programme.slug).map(|words| words.title.say(language))}</p>
        <h1>{say(words::title(of_role))}</h1>
        <p class="lead" data-fill="stage" hidden></p>
        <p data-fill="more" hidden></p>
        <section data-fill="contact" hidden>
            <h2>{say(words::CONTACT)}</h2>
            <dl class="answers">
                <div class="row">
                    <dt>{say(NAME)}</dt>
                    <dd class="typed" data-fill="contact-name" hidden></dd>
                </div>
                <div class="row">
                    <dt>{say(EMAIL)}</dt>
                    <dd class="typed" data-fill="contact-email" hidden></dd>
                </div>
            </dl>
        </section>
        <section data-fill="word" hidden>
            <h2>{say(words::WORD)}</h2>
            <p class="typed" data-fill="word-text" hidden></p>
        </section>
        <section data-fill="fitting" hidden>
            <h2>{say(words::FITS)}</h2>
            <p class="typed" data-fill="fits" hidden></p>
        </section>
        <section data-fill="answers" hidden>{rows(here, is_shown)}</section>
        {ends_soon(language)}
        {said(language, reader)}
        {answer(language, reader)}
        {talk(here, reader)}
        {(reader == Role::Mentor).then(|| ways(language))}
        <p>
            <a href=language.address("/my")>{say(words::BACK)}</a>
        </p>
        <p class="hint" id="until">
            {say(own_words::LINK_HINT)}
        </p>
    };
    let path = format!("/my/{}/{}/request", here.programme.slug, of_role.slug());
    let switch = Switch::Link("/my".to_owned());
    let mut document = plain(language, &path, "own", words::title(of_role), switch, body.to_html());
    document.main = Main { view: "own", programme: here.programme.slug, role: of_role.slug(), ..Main::default() };
    document.review = review::of_programme(language, here.programme, false);
    document
}

/// Shown to whoever is asked.
fn answer(language: Language, reader: Role) -> AnyView {
    let button = |class: &'static str, value: &'static str, label: Text| {
        view! {
            <button class=class name=field::GO value=value>
                {label.say(language)}
            </button>
        }
    };
    view! {
        <form method="post" action=language.address("/my/request") data-fill="answer" hidden>
            {of()}
            <input type="hidden" name=words::ASKED_AT value="" />
            <p class="actions">
                {button("primary", YES_VALUE, words::yes(reader))} {button("secondary", NO_VALUE, words::no(reader))}
            </p>
        </form>
    }
    .into_any()
}

/// The mentor's one question, and its reply.
fn said(language: Language, reader: Role) -> AnyView {
    let part = |place: &'static str, title: Text| {
        view! {
            <section data-fill=place hidden>
                <h2>{title.say(language)}</h2>
                <p class="typed" data-fill=format!("{place}-text") hidden></p>
            </section>
        }
    };
    view! {
        {part("question", words::question(reader))}
        {part("reply", words::REPLY)}
    }
    .into_any()
}

/// The mentor asks, or the mentee replies.
fn talk(here: Here, reader: Role) -> AnyView {
    let say = |text: Text| text.say(here.language);
    let is_mentor = reader == Role::Mentor;
    let (label, hint, max) = if is_mentor {
        (words::WONDER, words::WONDER_HINT, QUESTION_MAX)
    } else {
        (words::REPLY_LABEL, words::REPLY_HINT, REPLY_MAX)
    };
    let (send, value) =
        if is_mentor { (words::WONDER_SEND, words::WONDER_VALUE) } else { (words::REPLY_SEND, words::REPLY_VALUE) };
    view! {
        <form method="post" action=here.language.address("/my/request") data-fill="talk" hidden novalidate>
            {of()}
            <input type="hidden" name=words::ASKED_AT value="" />
            <input type="hidden" name=fields::PROGRAMME value=here.programme.slug />
            <input type="hidden" name=fields::ROLE value=reader.slug() />
            <div class="question">
                <label for=format!("q-{TALK_FIELD}")>{say(label)}</label>
                <p class="hint" id="talk-hint" data-fill="talk-hint">
                    {fill_numbers(say(hint), &[("max", u32::from(max))])}
                </p>
                <p class="fault" id="talk-fault" data-fill=format!("fault-{TALK_FIELD}") hidden></p>
                <textarea
                    id=format!("q-{TALK_FIELD}")
                    name=TALK_FIELD
                    rows="4"
                    aria-describedby="talk-hint talk-fault"
                ></textarea>
            </div>
            <p class="actions">
                <button class=if is_mentor { "secondary" } else { "primary" } name=field::GO value=value>
                    {say(send)}
                </button>
            </p>
        </form>
    }
    .into_any()
}

/// What a mentor can do besides a yes and a no; the Worker shows what there is.
fn ways(language: Language) -> AnyView {
    let say = |text: Text| text.say(language);
    let reason = |reason: Reason| {
        view! {
            <button class="secondary" name=field::GO value=format!("{}{}", words::WHY_VALUE, reason.key())>
                {say(words::reason(reason))}
            </button>
        }
    };
    view! {
        <form method="post" action=language.address("/my/request") data-fill="why" hidden>
            {of()}
            <input type="hidden" name=words::ASKED_AT value="" />
            <h2>{say(words::WHY)}</h2>
            <p>{say(words::WHY_TEXT)}</p>
            <p class="buttons">{Reason::ALL.map(reason).into_iter().collect_view()}</p>
        </form>
        <p class="note" role="status" data-fill="why-said" hidden>
            {say(words::WHY_SAID)}
        </p>
        <section data-fill="pause" hidden>
            <h2>{say(words::PAUSE)}</h2>
            <p>
                {say(words::PAUSE_TEXT)} " " <a href=language.address("/my#offer")>{say(words::BACK)}</a>
            </p>
        </section>
        <section data-fill="colleague" hidden>
            <h2>{say(words::COLLEAGUE)}</h2>
            <p>
                {say(words::COLLEAGUE_TEXT)} " "
                <a href="mailto:" data-fill-href="colleague">
                    {say(words::COLLEAGUE_LINK)}
                </a>
            </p>
        </section>
        <section>
            <h2>{say(words::WRONG)}</h2>
            <p>
                <a href=language.address("/my#asked")>{say(words::WRONG_LINK)}</a>
            </p>
        </section>
    }
    .into_any()
}

/// On the own page: a place for each request, that the Worker shows.
pub fn section(here: Here) -> Option<AnyView> {
    let language = here.language;
    let place = |number: usize| {
        view! {
            <li data-fill=format!("request-{number}") hidden>
                <a data-fill=format!("request-text-{number}") data-fill-href=format!("request-{number}")></a>
            </li>
        }
    };
    let list = view! {
        <section data-fill="requests" hidden>
            <h2>{words::REQUESTS.say(language)}</h2>
            <ul>{(1..=OPEN_MAX).map(place).collect_view()}</ul>
        </section>
    };
    here.form.role.is_of_a_pair().then(|| list.into_any())
}
