//! The mentors themselves: a search, and a card for each place of a page.

use super::{FORM, Of};
use domain::directory::{FILTERS_MAX, PAGE, SEARCH_MAX, filters};
use domain::form_post::field;
use domain::question::Question;
use domain::text::Text;
use domain::words::QuestionWords;
use domain::words::form::request;
use domain::words::form::wishes as words;
use leptos::prelude::*;

pub(super) fn directory(of: Of) -> AnyView {
    let page = |place: &'static str, label: Text| {
        view! {
            <a data-fill=place data-fill-href=place hidden>
                {of.say(label)}
            </a>
        }
    };
    view! {
        <section id="mentors" data-fill="directory" hidden>
            <h2>{of.say(words::MENTORS)}</h2>
            {search(of)}
            <p class="hint" data-fill="only" hidden></p>
            <p data-fill="all" hidden>
                <a href=of.address()>{of.say(words::SHOW_ALL)}</a>
            </p>
            <p class="found" data-fill="count" hidden></p>
            <ol class="cards">{(1..=PAGE).map(|place| card(of, place)).collect_view()}</ol>
            <p data-fill="page" hidden></p>
            <p class="buttons">{page("previous", words::PREVIOUS)} {page("next", words::NEXT)}</p>
        </section>
    }
    .into_any()
}

fn search(of: Of) -> AnyView {
    let chosen = filters(of.form).take(FILTERS_MAX).filter_map(|question| {
        let (_, words) = of.words.questions_with(of.form).find(|(one, _)| one.id == question.id)?;
        Some(choice(of, question, words))
    });
    view! {
        <form method="get" action=of.address() class="search" role="search">
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

fn card(of: Of, place: usize) -> AnyView {
    let row = |(question, words): (&'static Question, &'static QuestionWords)| {
        view! {
            <div class="row" data-fill=format!("row-{place}-{}", question.id) hidden>
                <dt>{of.say(words.short)}</dt>
                <dd class="typed" data-fill=format!("answer-{place}-{}", question.id)></dd>
            </div>
        }
    };
    let button = format!("{}{place}", words::WISH_VALUE);
    view! {
        <li data-fill=format!("card-{place}") hidden>
            <h3 id=format!("card-name-{place}") data-fill=format!("card-name-{place}")>
                {of.say(words::UNNAMED)}
            </h3>
            <div class="fits" data-fill=format!("fits-{place}") hidden>
                <strong>{of.say(request::FITS)}</strong>
                <p class="typed" data-fill=format!("fits-text-{place}")></p>
            </div>
            <dl class="answers">{of.rows().map(row).collect_view()}</dl>
            <p class="hint" data-fill=format!("free-{place}")></p>
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
        </li>
    }
    .into_any()
}
