//! The mentors of a programme on a page: a search, and a card for each place. The Worker fills them, and the program too.

pub mod open;

use crate::documents::Document;
use domain::directory::{PAGE, SEARCH_MAX, filters, lines, mentors};
use domain::form_post::field;
use domain::programme::{Form, Programme};
use domain::question::Question;
use domain::text::{Language, Text};
use domain::words::form::request;
use domain::words::form::wishes as words;
use domain::words::{FormWords, QuestionWords, programme as words_of};
use leptos::prelude::*;

/// What `<main>` of an open directory names.
pub const VIEW: &str = "mentors";
/// The form that keeps the wishes; buttons and fields outside it name it.
pub const FORM: &str = "wish-form";

/// Whether a document shows mentors: it has a look and a program of its own.
pub fn are_on(document: &Document) -> bool {
    matches!(document.main.view, VIEW | "own") && document.path.ends_with("/mentors")
}

/// What a page of mentors is written for.
#[derive(Clone, Copy)]
pub struct Of {
    pub language: Language,
    pub programme: &'static Programme,
    form: &'static Form,
    words: &'static FormWords,
}

impl Of {
    /// Nothing where mentors are not asked how they want to be shown.
    pub fn programme(language: Language, programme: &'static Programme) -> Option<Self> {
        let form = mentors(programme)?;
        let words = words_of(programme.slug)?.form(form.role)?;
        Some(Self { language, programme, form, words })
    }

    pub fn say(self, text: Text) -> &'static str {
        text.say(self.language)
    }
}

/// `address` is the page's own; on a mentee's own page there are buttons to wish.
pub fn directory(of: Of, address: &str, has_wishes: bool) -> AnyView {
    let page = |place: &'static str, label: Text| {
        view! {
            <a data-fill=place data-fill-href=place hidden>
                {of.say(label)}
            </a>
        }
    };
    view! {
        <section id="mentors" data-fill="directory" hidden>
            <h2 id="mentors-title" tabindex="-1">
                {of.say(words::MENTORS)}
            </h2>
            {search(of, address)}
            <p id="only-kept" hidden>
                <label class="option">
                    <input id="only-kept-box" type="checkbox" />
                    {of.say(words::ONLY_KEPT)}
                </label>
            </p>
            <p class="hint" data-fill="only" hidden></p>
            <p data-fill="all" hidden>
                <a href=address.to_owned() data-act="show-all">{of.say(words::SHOW_ALL)}</a>
            </p>
            <p class="found" role="status" data-fill="count" hidden></p>
            <ol class="cards">{(1..=PAGE).map(|place| card(of, place, has_wishes)).collect_view()}</ol>
            <p data-fill="page" hidden></p>
            <p class="buttons">{page("previous", words::PREVIOUS)} {page("next", words::NEXT)}</p>
        </section>
    }
    .into_any()
}

fn search(of: Of, address: &str) -> AnyView {
    let chosen = filters(of.form).filter_map(|question| {
        let (_, words) = of.words.questions_with(of.form).find(|(one, _)| one.id == question.id)?;
        Some(choice(of, question, words))
    });
    view! {
        <form method="get" action=address.to_owned() class="search" role="search">
            <div class="question">
                <label for="q">{of.say(words::SEARCH)}</label>
                <p class="hint" id="q-hint">
                    {of.say(words::SEARCH_HINT)}
                </p>
                <input
                    id="q"
                    name="q"
                    type="search"
                    maxlength=SEARCH_MAX.to_string()
                    enterkeyhint="search"
                    autocomplete="off"
                    aria-describedby="q-hint"
                    value=""
                />
            </div>
            <details>
                <summary>{of.say(words::NARROW)}</summary>
                <div class="filters">{chosen.collect_view()}</div>
            </details>
            <p class="actions">
                <button class="secondary">{of.say(words::SHOW)}</button>
            </p>
        </form>
    }
    .into_any()
}

/// The Worker marks what is chosen; an option says of which field it is, because the Worker sees no element's parent.
fn choice(of: Of, question: &'static Question, words_of_it: &'static QuestionWords) -> AnyView {
    let option = |(value, label): (&&'static str, &Text)| {
        view! {
            <option value=*value data-of=question.id>
                {of.say(*label)}
            </option>
        }
    };
    let id = format!("narrow-{}", question.id);
    view! {
        <div class="question">
            <label for=id.clone()>{of.say(words_of_it.short)}</label>
            <select id=id name=question.id>
                <option value="">{of.say(words::ANY)}</option>
                {question.kind.options().iter().zip(words_of_it.options).map(option).collect_view()}
            </select>
        </div>
    }
    .into_any()
}

fn card(of: Of, place: usize, has_wishes: bool) -> AnyView {
    view! {
        <li data-fill=format!("card-{place}") hidden>
            <h3 id=format!("card-name-{place}") data-fill=format!("card-name-{place}")>
                {of.say(words::UNNAMED)}
            </h3>
            <div class="fits" data-fill=format!("fits-{place}") hidden>
                <strong>{of.say(request::FITS)}</strong>
                <p class="typed" data-fill=format!("fits-text-{place}")></p>
            </div>
            {answers_at(of, &place.to_string())}
            {has_wishes.then(|| wish(of, place))}
            {keep(of, place)}
        </li>
    }
    .into_any()
}

/// What a card says, in the place of that name.
pub fn lines_at(of: Of, place: &str) -> AnyView {
    view! {
        <h3 data-fill=format!("card-name-{place}")>{of.say(words::UNNAMED)}</h3>
        {answers_at(of, place)}
    }
    .into_any()
}

fn answers_at(of: Of, place: &str) -> AnyView {
    let on_card: Vec<&str> = lines(of.form).map(|question| question.id).collect();
    let row = |(question, words): (&'static Question, &'static QuestionWords)| {
        view! {
            <div class="row" data-fill=format!("row-{place}-{}", question.id) hidden>
                <dt>{of.say(words.short)}</dt>
                <dd class="typed" data-fill=format!("answer-{place}-{}", question.id)></dd>
            </div>
        }
    };
    let questions = of.words.questions_with(of.form).filter(|(question, _)| on_card.contains(&question.id));
    view! {
        <dl class="answers">{questions.map(row).collect_view()}</dl>
        <p class="hint" data-fill=format!("free-{place}") hidden></p>
        <p class="hint" data-fill=format!("usual-{place}") hidden></p>
    }
    .into_any()
}

fn wish(of: Of, place: usize) -> AnyView {
    let button = format!("{}{place}", words::WISH_VALUE);
    view! {
            <p class="note" data-fill=format!("wished-{place}") hidden>
                {of.say(words::WISHED)}
            </p>
            <p class="actions" data-fill=format!("can-wish-{place}") hidden>
                <input type="hidden" form=FORM name=format!("{}{place}", words::CARD_FIELD) value="" />
                <button
                    class="secondary"
                    form=FORM
                    id=button.clone()
                    name=field::GO
                    value=button.clone()
                    aria-labelledby=format!("{button} card-name-{place}")
                >
                    {of.say(words::WISH)}
                </button>
            </p>
    }
    .into_any()
}

/// Keeps the mentor on this phone; for the program, which shows it.
fn keep(of: Of, place: usize) -> AnyView {
    let id = format!("keep-{place}");
    view! {
        <p class="save-mentor" hidden>
            <button
                class="link"
                type="button"
                id=id.clone()
                data-act="keep-mentor"
                aria-pressed="false"
                aria-labelledby=format!("{id} card-name-{place}")
            >
                {of.say(words::KEEP)}
            </button>
        </p>
    }
    .into_any()
}
