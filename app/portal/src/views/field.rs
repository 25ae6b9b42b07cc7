//! One question of a form: label, hint, fault and field by its kind.

use super::choices::{acknowledgement, choices};
use super::date::date;
use super::ranking::ranking;
use super::text_fields::{long_text, short_text};
use crate::here::Here;
use crate::say::of_programme;
use domain::programme::Page;
use domain::question::{Kind, Question};
use domain::words::{fault, form as words};
use leptos::either::EitherOf6;
use leptos::prelude::*;

/// A question. One that depends on an answer of the same page is in the document always, and hidden by the living page
/// while it is not asked.
pub fn question(here: Here, page: &'static Page, question: &'static Question) -> impl IntoView {
    let depends_on_this_page =
        question.when.is_some_and(|condition| page.questions.iter().any(|other| other.id == condition.question));
    let place = depends_on_this_page.then(|| format!("question-{}", question.id));
    let field = match question.kind {
        Kind::FullName { .. } | Kind::Email | Kind::ShortText { .. } | Kind::Number { .. } | Kind::Year { .. } => {
            EitherOf6::A(short_text(here, question))
        }
        Kind::LongText { .. } => EitherOf6::B(long_text(here, question)),
        Kind::OneChoice { .. } | Kind::SeveralChoices { .. } | Kind::YesNo => EitherOf6::C(choices(here, question)),
        Kind::Acknowledgement => EitherOf6::D(acknowledgement(here, question)),
        Kind::RankedChoice { max, .. } => EitherOf6::E(ranking(here, question, max)),
        Kind::Date { .. } => EitherOf6::F(date(here, question)),
    };
    view! {
        <div class="question" data-fill=place>
            {field}
        </div>
    }
}

/// Label or legend, with a mark on what need not be answered.
pub fn label(here: Here, question: &'static Question) -> impl IntoView {
    let optional =
        question.optional.then(|| view! { <span class="optional">" " {words::OPTIONAL.say(here.language)}</span> });
    view! {
        {here.of_question(question, |words| Some(words.label)).say(here.language)}
        {optional}
    }
}

/// What helps before answering, and who sees the answer.
pub fn hint(here: Here, question: &'static Question) -> impl IntoView {
    let is_empty = here.question_words(question).is_none_or(|words| words.hint.is_none());
    let hint = here.of_question(question, |words| words.hint).say(here.language);
    view! {
        <p class="hint" id=format!("q-{}-hint", question.id) hidden=is_empty>
            {of_programme(here.language, here.programme, hint)}
        </p>
    }
}

pub fn seen_by(here: Here, question: &'static Question) -> impl IntoView {
    view! {
        <p class="seen" id=format!("q-{}-seen", question.id)>
            {words::shown_to(question, here.form.role).say(here.language)}
        </p>
    }
}

/// The place for a fault at its field. It carries every sentence the question can need, for the browser to fill.
pub fn fault_place(here: Here, question: &'static Question) -> impl IntoView {
    let id = question.id;
    let sentence = |key: &'static str| sentence_of(here, question, key);
    view! {
        <p
            class="fault"
            id=format!("q-{id}-fault")
            data-fill=format!("fault-{id}")
            data-prefix=words::FAULT_PREFIX.say(here.language)
            data-missing=sentence("missing")
            data-too-long=sentence("too-long")
            data-not-an-email=sentence("not-an-email")
            data-same-address=sentence("same-address")
            data-not-a-number=sentence("not-a-number")
            data-not-a-year=sentence("not-a-year")
            data-not-a-date=sentence("not-a-date")
            data-too-small=sentence("too-small")
            data-too-large=sentence("too-large")
            data-too-few=sentence("too-few")
            data-too-many=sentence("too-many")
            data-unknown-option=sentence("unknown-option")
            data-forbidden-character=sentence("forbidden-character")
            data-several-values=sentence("several-values")
            hidden
        ></p>
    }
}

/// Whether it is the person's own address, which a browser may fill in; any other is somebody else's.
pub fn is_first_address(here: Here, question: &Question) -> bool {
    here.form.questions().find(|other| other.kind == Kind::Email).is_none_or(|first| first.id == question.id)
}

fn sentence_of(here: Here, question: &'static Question, key: &str) -> Option<String> {
    let words = here.question_words(question)?;
    let templates = fault::templates(question, words, here.language);
    templates.into_iter().find(|(known, _)| *known == key).map(|(_, template)| template)
}

/// What a field is described by: hint, who sees it, and its fault when there is one.
pub fn described_by(question: &Question) -> String {
    format!("q-{0}-hint q-{0}-seen q-{0}-fault", question.id)
}
