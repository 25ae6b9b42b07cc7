//! A programme's page: what it is, for whom, how it goes, when one hears, and the way to its forms.

use crate::documents::{Document, Main, Switch, title};
use crate::{Build, drawing, personal_data, review};
use domain::fill::fill;
use domain::programme::Programme;
use domain::text::{Language, Text};
use domain::words::ProgrammeWords;
use domain::words::page::{self, programme as words};
use leptos::prelude::*;
use portal::say::linked;

pub fn document(
    build: &Build,
    language: Language,
    rules: &'static Programme,
    its: &'static ProgrammeWords,
) -> Document {
    let body = view! {
        <article class="programme-page">
            <p class="status">{status(build, rules).say(language)}</p>
            <h1>{its.title.say(language)}</h1>
            <p class="lead">{its.summary.say(language)}</p>
            {apply(build, language, rules, its)}
            {its.about.iter().map(|text| view! { <p>{text.say(language)}</p> }).collect_view()}
            <h2>{words::ELIGIBLE.say(language)}</h2>
            <ul>{its.eligible.iter().map(|line| view! { <li>{line.say(language)}</li> }).collect_view()}</ul>
            <h2>{words::STEPS.say(language)}</h2>
            {drawing::steps(language, its.steps)}
            {promise(build, language, rules)}
            <h2>{words::NOTICE.say(language)}</h2>
            <p>{personal_data::retention(build, language, rules)}</p>
            <p>
                <a href=language.address("/personal-data")>{page::PERSONAL_DATA.title.say(language)}</a>
            </p>
            <h2>{words::QUESTIONS_TITLE.say(language)}</h2>
            <p>{linked(&fill(words::QUESTIONS.say(language), &[("contact", rules.contact)]))}</p>
        </article>
    };
    let path = format!("/{}", rules.slug);
    Document {
        language,
        title: title(language, &[its.title]),
        description: its.summary.say(language).to_owned(),
        switch: Switch::Link(path.clone()),
        path,
        main: Main { view: "programme", programme: rules.slug, ..Main::default() },
        body: body.to_html(),
        review: review::of_programme(language, rules, build.samples),
        is_listed: true,
    }
}

fn status(build: &Build, rules: &Programme) -> Text {
    if rules.takes_applications(build.samples) { words::OPEN } else { words::NOT_OPEN }
}

/// The way to the forms, or what to do while the programme is not open.
fn apply(build: &Build, language: Language, rules: &'static Programme, its: &'static ProgrammeWords) -> AnyView {
    if !rules.takes_applications(build.samples) {
        return view! { <p class="note">{linked(&fill(words::NOT_OPEN_WAY_ON.say(language), &[("contact", rules.contact)]))}</p> }
            .into_any();
    }
    form_links(language, [(rules, its)])
}

/// The ways to the forms of these programmes; the first of all is the one to take.
pub fn form_links(
    language: Language,
    programmes: impl IntoIterator<Item = (&'static Programme, &'static ProgrammeWords)>,
) -> AnyView {
    let forms = programmes
        .into_iter()
        .flat_map(|(rules, its)| rules.forms.iter().zip(its.forms).map(move |pair| (rules, pair)));
    let links = forms.enumerate().map(|(index, (rules, (form, form_words)))| {
        let class = if index == 0 { "primary" } else { "secondary" };
        let first = form.pages.first().map_or("check", |page| page.id);
        let address = language.address(&format!("/{}/{}/{first}", rules.slug, form.role.slug()));
        view! {
            <a class=class href=address>
                {form_words.title.say(language)}
            </a>
        }
    });
    view! { <p class="actions">{links.collect_view()}</p> }.into_any()
}

/// When one hears: decided, a sample marked as one, or who decides.
fn promise(build: &Build, language: Language, rules: &Programme) -> AnyView {
    let sentence = match (rules.answer_days.value(build.samples), rules.answer_days.undecided_by()) {
        (Some(days), undecided) => {
            let sentence = fill(words::ANSWER_DAYS.say(language), &[("days", &days.to_string())]);
            marked(language, sentence, undecided.is_some())
        }
        (None, who) => fill(words::ANSWER_UNDECIDED.say(language), &[("who", who.unwrap_or_default())]),
    };
    view! {
        <h2>{words::ANSWER_TITLE.say(language)}</h2>
        <p>{sentence}</p>
    }
    .into_any()
}

/// A sentence with a sample in it says so.
pub fn marked(language: Language, sentence: String, is_sample: bool) -> String {
    if is_sample { format!("{sentence} ({})", page::SAMPLE.say(language)) } else { sentence }
}
