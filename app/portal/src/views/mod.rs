//! The views of what comes to life in the browser. What is known only later has a place marked with `data-fill`, which the
//! Worker fills where the browser's program is absent, and the program where it is not; views write it empty, or hidden.

pub mod answers;
mod changes;
mod check;
mod choices;
mod date;
mod field;
mod form;
mod notices;
mod ranking;
mod receipt;
mod storage;
mod text_fields;

pub use check::check;
pub use field::question;
pub use form::form;
pub use notices::{problem, summary};
pub use ranking::PostsTo;
pub use receipt::receipt;
pub use storage::storage;

use crate::here::Here;
use crate::say::of_programme;
use domain::draft::Answers;
use domain::form_post::field as names;
use domain::journey::Place;
use domain::release;
use domain::text::Text;
use domain::words::form as words;
use leptos::either::EitherOf3;
use leptos::prelude::*;

/// The `<main>` of a form's document.
pub fn place(here: Here) -> impl IntoView {
    match here.place {
        Place::Page(page) => EitherOf3::A(form(here, page)),
        Place::Check => EitherOf3::B(check(here)),
        Place::Receipt => EitherOf3::C(receipt(here)),
    }
}

/// The fields of every form that are not questions of this page: empty in the document, filled by the Worker where the
/// browser's program is absent.
fn hidden_fields(here: Here, on_this_page: impl Fn(&str) -> bool) -> impl IntoView {
    view! { <div>{fields_of_the_way(here, on_this_page)}</div> }
}

fn fields_of_the_way(here: Here, on_this_page: impl Fn(&str) -> bool) -> impl IntoView {
    let elsewhere: Vec<_> = here
        .form
        .questions()
        .filter(|question| !on_this_page(question.id))
        .map(|question| view! { <input type="hidden" name=question.id value="" /> })
        .collect();
    view! {
        <input type="hidden" name=names::ID value="" />
        <input type="hidden" name=names::SECRET value="" />
        <input type="hidden" name=names::NOTICE value=here.programme.notice_version />
        <input type="hidden" name=names::RETURN value="" />
        <input type="hidden" name=names::ASKED value=asked_here(here) />
        <input type="hidden" name=names::ASIDE value="" />
        {elsewhere}
        <div class="trap" aria-hidden="true">
            <label for=names::TRAP>{words::HONEYPOT.say(here.language)}</label>
            <input id=names::TRAP name=names::TRAP type="text" tabindex="-1" autocomplete="off" />
        </div>
    }
}

/// The questions of this page as they are in this release; the Worker puts those before them that were answered earlier.
fn asked_here(here: Here) -> String {
    let Place::Page(page) = here.place else { return String::new() };
    let questions: Answers = page.questions.iter().map(|question| (question.id.to_owned(), Vec::new())).collect();
    release::asked(here.form, &questions)
}

/// The words before and after `{name}` in a sentence whose value stands in an element of its own.
fn around(sentence: &'static str, name: &str) -> (String, String) {
    let (before, after) = sentence.split_once(&format!("{{{name}}}")).unwrap_or((sentence, ""));
    (before.to_owned(), after.to_owned())
}

/// A sentence with the programme's contact address in it.
fn with_contact(here: Here, sentence: Text) -> impl IntoView + use<> {
    of_programme(here.language, here.programme, sentence.say(here.language))
}
