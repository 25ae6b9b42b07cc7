//! The own page of a framework, the same for both of the two, and the page on which a change is written: frames that the
//! Worker fills.

use super::{ends_soon, of, plain};
use crate::documents::{Document, Main, Switch};
use crate::form_documents::rendered;
use crate::review;
use domain::form_post::field;
use domain::framework::pages;
use domain::independence::Tie;
use domain::journey::Place;
use domain::ledger::agree::STATEMENT_FIELD;
use domain::programme::{Programme, Role};
use domain::question::{Kind, Question};
use domain::text::{Language, Text};
use domain::words::form::{self, framework as words, own as own_words, receipt};
use domain::words::page::kit::meetings::MEETINGS;
use leptos::prelude::*;
use portal::here::Here;
use portal::views;

pub fn documents(language: Language, programme: &'static Programme) -> Vec<Document> {
    let here = |form| Here { language, programme, form, place: Place::Check };
    programme.form(Role::Framework).map(here).map_or_else(Vec::new, |here| vec![page(here), change(here)])
}

fn document(here: Here, end: &str, title: Text, switch: &str, body: String) -> Document {
    let path = format!("/my/{}/{}{end}", here.programme.slug, here.form.role.slug());
    let mut document = plain(here.language, &path, "own", title, Switch::Link(switch.to_owned()), body);
    let (programme, role) = (here.programme.slug, here.form.role.slug());
    document.main = Main { view: "own", programme, role, ..Main::default() };
    document.review = review::of_programme(here.language, here.programme, false);
    document
}

fn page(here: Here) -> Document {
    let language = here.language;
    let say = |text: Text| text.say(language);
    let body = view! {
        {summary(language, vec![ties_line()])}
        <p class="problem" role="alert" data-fill="problem" hidden></p>
        <p class="caption">{here.form_title()}</p>
        <h1>{say(words::TITLE)}</h1>
        <h2>{say(own_words::STANDING)}</h2>
        <p class="standing" data-fill="standing" hidden></p>
        <p data-fill="standing-next" hidden></p>
        <p class="note" data-fill="erasing" hidden>
            {say(words::ERASING)}
        </p>
        // The Worker shows one of the two headings.
        <h2 data-fill="title-agreed" hidden>
            {say(words::AGREED_TITLE)}
        </h2>
        <p class="note" data-fill="statement" hidden></p>
        <h2 data-fill="title-proposed" hidden>
            {say(words::PROPOSED_TITLE)}
        </h2>
        {rows(here, |question| question.kind != Kind::Acknowledgement)}
        // Where something is ticked, which must not be lost.
        {ends_soon(language)}
        {accept(language)}
        {ways(language)}
        <h2>{say(words::HISTORY)}</h2>
        <p class="typed" data-fill="history" hidden></p>
        <p>{say(receipt::REFERENCE)} ": " <strong data-fill="reference" hidden></strong></p>
        {new_link(language, "new-link", words::LINK_TITLE, words::LINK_TEXT, words::LINK_BUTTON)}
        {new_link(language, "own-link", words::OWN_LINK_TITLE, words::OWN_LINK_TEXT, words::OWN_LINK_BUTTON)}
        {end(language)}
        <p class="hint" id="until">
            {say(own_words::LINK_HINT)}
        </p>
    };
    document(here, "", words::TITLE, "/my", body.to_html())
}

/// The answers that are shown, in reading order.
pub(super) fn rows(here: Here, is_shown: impl Fn(&Question) -> bool) -> AnyView {
    let shown = here.form.questions().filter(|question| is_shown(question));
    let row = |question: &'static Question| {
        let id = question.id;
        view! {
            <div class="row" data-fill=format!("row-{id}") hidden>
                <dt>{here.of_question(question, |words| Some(words.short)).say(here.language)}</dt>
                <dd class="typed" data-fill=format!("answer-{id}") hidden></dd>
                <dd class="typed earlier" data-fill=format!("earlier-{id}") hidden></dd>
            </div>
        }
    };
    view! { <dl class="answers">{shown.map(row).collect_view()}</dl> }.into_any()
}

fn button(language: Language, class: &'static str, value: &'static str, label: Text) -> AnyView {
    view! {
        <p class="actions">
            <button class=class name=field::GO value=value>
                {label.say(language)}
            </button>
        </p>
    }
    .into_any()
}

/// Every fault of the page with a link to where it is.
pub(super) fn summary(language: Language, lines: Vec<AnyView>) -> AnyView {
    view! {
        <div class="summary" id="summary" role="alert" tabindex="-1" data-fill="summary" hidden>
            <h2>{form::PROBLEM_TITLE.say(language)}</h2>
            <ul>{lines}</ul>
        </div>
    }
    .into_any()
}

pub(super) fn summary_line(id: &str) -> AnyView {
    view! {
        <li data-fill=format!("summary-{id}") hidden>
            <a href=format!("#q-{id}") data-fill=format!("summary-text-{id}")></a>
        </li>
    }
    .into_any()
}

fn ties_line() -> AnyView {
    summary_line(STATEMENT_FIELD)
}

/// What a mentor says of their independence; the Worker shows it to whom it is asked.
fn ask_ties(language: Language) -> AnyView {
    let tick = |id: Option<String>, value: &'static str, label: Text| {
        view! {
            <label class="option">
                <input
                    type="checkbox"
                    id=id
                    name=STATEMENT_FIELD
                    value=value
                    aria-describedby="ties-hint ties-fault"
                />
                <span>{label.say(language)}</span>
            </label>
        }
    };
    // The first carries the question's own id, so that the summary's link leads to a control.
    let id = |tie: Tie| (Tie::ALL.first() == Some(&tie)).then(|| format!("q-{STATEMENT_FIELD}"));
    view! {
        <fieldset class="question" data-fill="ask-ties" hidden>
            <legend>{words::TIES_TITLE.say(language)}</legend>
            <p class="hint" id="ties-hint">
                {words::TIES_HINT.say(language)}
            </p>
            <p class="fault" id="ties-fault" role="alert" data-fill="fault-ties" hidden></p>
            <div class="options">
                {Tie::ALL.map(|tie| tick(id(tie), tie.slug(), words::tie(tie))).into_iter().collect_view()}
                {tick(None, words::TIES_NONE_VALUE, words::TIES_NONE)}
            </div>
        </fieldset>
    }
    .into_any()
}

fn accept(language: Language) -> AnyView {
    view! {
        <form method="post" action=language.address("/my") data-fill="accept" hidden>
            {of()}
            <input type="hidden" name=words::SEEN value="" />
            {ask_ties(language)}
            {button(language, "primary", words::ACCEPT_VALUE, words::ACCEPT)}
        </form>
    }
    .into_any()
}

fn ways(language: Language) -> AnyView {
    view! {
        <p class="actions" data-fill="may-change" hidden>
            <a class="secondary" href=language.address("/my/change")>
                {words::CHANGE.say(language)}
            </a>
            <a
                class="secondary"
                href=language.address(MEETINGS.path)
                data-fill="meetings"
                data-fill-href="meetings"
                hidden
            >
                {words::MEETINGS.say(language)}
            </a>
        </p>
    }
    .into_any()
}

/// The mentor's new link, as the one whose page it is asks for it.
fn new_link(language: Language, place: &'static str, title: Text, text: Text, send: Text) -> AnyView {
    view! {
        <form method="post" action=language.address("/my") data-fill=place hidden>
            {of()}
            <h2>{title.say(language)}</h2>
            <p>{text.say(language)}</p>
            {button(language, "secondary", words::RENEW_VALUE, send)}
        </form>
    }
    .into_any()
}

fn end(language: Language) -> AnyView {
    view! {
        <form method="post" action=language.address("/my") data-fill="erase" hidden>
            {of()}
            <div data-fill="end" hidden>
                <h2>{words::END_TITLE.say(language)}</h2>
                <p>{words::END_TEXT.say(language)}</p>
                {button(language, "secondary", words::END_VALUE, words::END_BUTTON)}
            </div>
            <h2>{words::ERASE_TITLE.say(language)}</h2>
            // It cannot be undone, so it takes two presses, also without any program.
            <details>
                <summary class="secondary">{words::ERASE_OPEN.say(language)}</summary>
                <p>{words::ERASE_TEXT.say(language)}</p>
                <p>{words::ERASE_REMAINS.say(language)}</p>
                {button(language, "secondary", words::ERASE_VALUE, words::ERASE_BUTTON)}
            </details>
        </form>
    }
    .into_any()
}

/// All questions that are agreed on, on one page.
fn change(here: Here) -> Document {
    let language = here.language;
    let body = rendered(move || {
        let asked = || pages(here.form).flat_map(|page| page.questions);
        let questions = pages(here.form).map(|page| {
            let one = move |question: &'static Question| {
                view! {
                    {views::question(here, page, question)}
                    <p class="note typed" data-fill=format!("theirs-{}", question.id) hidden></p>
                }
            };
            view! {
                <h2>{here.page_words(page.id).map(|words| words.title.say(language))}</h2>
                {page.questions.iter().map(one).collect_view()}
            }
        });
        let lines = asked().map(|question| summary_line(question.id));
        let lines = lines.chain(here.programme.independence.then(ties_line));
        view! {
            {summary(language, lines.collect())}
            {views::problem(here)}
            <p class="caption">{here.form_title()}</p>
            <h1>{words::CHANGE_TITLE.say(language)}</h1>
            <p class="lead">{words::CHANGE_LEAD.say(language)}</p>
            <form method="post" action=language.address("/my/change") novalidate>
                {of()}
                <input type="hidden" name=words::SEEN value="" />
                <input type="hidden" name=words::PROGRAMME value=here.programme.slug />
                {questions.collect_view()}
                {here.programme.independence.then(|| ask_ties(language))}
                {ends_soon(language)}
                <p class="actions">
                    <button class="primary">{words::CHANGE_SEND.say(language)}</button>
                    <a class="secondary" href=language.address("/my")>
                        {words::CHANGE_BACK.say(language)}
                    </a>
                </p>
            </form>
            <p class="hint">{form::own::LINK_HINT.say(language)}</p>
        }
    });
    document(here, "/change", words::CHANGE_TITLE, "/my/change", body)
}
