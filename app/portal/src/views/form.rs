//! A page of a form: its questions, Continue and Back.

use super::changes::changes;
use super::field::question;
use super::{hidden_fields, notices};
use crate::here::Here;
use crate::say::of_programme;
use domain::fill::fill;
use domain::programme::Page;
use domain::question::Kind;
use domain::text::Text;
use domain::words::{self, date, form as form_words, page as page_words};
use leptos::either::Either;
use leptos::prelude::*;

/// One page of a form.
pub fn form(here: Here, page: &'static Page) -> impl IntoView {
    let questions: Vec<_> = page.questions.iter().map(|asked| question(here, page, asked)).collect();
    let is_here = |id: &str| page.questions.iter().any(|question| question.id == id);
    view! {
        {notices::summary(here, page.questions.iter())}
        {changes(here)}
        {notices::problem(here)}
        <div>{heading(here, page)}</div>
        <form id="form" method="post" action=here.address() novalidate>
            // First, so that whatever button is pressed while the rest still arrives, they go along.
            {hidden_fields(here, is_here)}
            {questions}
            <div class="buttons">{buttons(here, page)}</div>
        </form>
        {notices::saving(here)}
    }
}

/// Where one is and what the page is about. The first page says what the form is for, the last what becomes of the data.
fn heading(here: Here, page: &'static Page) -> impl IntoView {
    let language = here.language;
    let number = here.form.pages.iter().position(|known| known.id == page.id).map_or(0, |index| index + 1);
    let pages = here.form.pages.len();
    let progress =
        fill(form_words::PROGRESS.say(language), &[("page", &number.to_string()), ("pages", &pages.to_string())]);
    let intro = is_first(here, page).then(|| {
        view! {
            <p class="intro">
                {of_programme(language, here.programme, here.form_words().map_or("", |words| words.intro.say(language)))}
            </p>
            <noscript inner_html=form_words::WITHOUT_PROGRAM.say(language)></noscript>
        }
    });
    view! {
        <p class="caption">
            {here.form_title()} " · " {progress}
        </p>
        <h1 tabindex="-1">{here.page_words(page.id).map_or(EMPTY, |words| words.title).say(language)}</h1>
        {intro}
        {acknowledges(page).then(|| notice(here))}
    }
}

/// The notice on personal data, whole, before the box that says it was read.
fn notice(here: Here) -> impl IntoView {
    let notice = words::texts(here.programme.slug).map_or(&[][..], |texts| texts.notice);
    let paragraph =
        |text: &Text| view! { <p>{of_programme(here.language, here.programme, text.say(here.language))}</p> };
    let paragraphs: Vec<_> = notice.iter().map(paragraph).collect();
    let version = fill(
        page_words::programme::NOTICE_VERSION.say(here.language),
        &[("date", &date::day(here.programme.notice_version, here.language))],
    );
    view! {
        <div class="notice">{paragraphs}</div>
        <p class="seen">{version}</p>
    }
}

fn buttons(here: Here, page: &'static Page) -> impl IntoView {
    view! {
        <button class="primary" name="_go" value="continue">
            {form_words::CONTINUE.say(here.language)}
        </button>
        {back(here, page)}
    }
}

/// The first page's Back leaves the form; the others post, so that nothing typed is lost without the browser's program.
fn back(here: Here, page: &'static Page) -> impl IntoView {
    let language = here.language;
    if is_first(here, page) {
        let programme = language.address(&format!("/{}", here.programme.slug));
        Either::Left(view! { <a class="secondary" href=programme>{form_words::BACK.say(language)}</a> })
    } else {
        Either::Right(view! {
            <button class="secondary" name="_go" value="back">
                {form_words::BACK.say(language)}
            </button>
        })
    }
}

const EMPTY: Text = Text::new("", "");

fn is_first(here: Here, page: &Page) -> bool {
    here.form.pages.first().is_some_and(|first| first.id == page.id)
}

fn acknowledges(page: &Page) -> bool {
    page.questions.iter().any(|question| question.kind == Kind::Acknowledgement)
}
