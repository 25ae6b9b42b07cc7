//! The home page: what mentorship is and why, the programmes, how it goes, other ways to a mentor.

use crate::documents::{Document, Main, Switch};
use crate::programme_page::form_links;
use crate::{Build, drawing, review, sections};
use domain::programme::Programme;
use domain::text::Language;
use domain::words::page::{SITE_NAME, home as words, programme as programme_words};
use domain::words::{ProgrammeWords, programmes};
use leptos::prelude::*;

pub fn document(build: &Build, language: Language) -> Document {
    let programmes = programmes().map(|(rules, its_words)| programme(build, language, rules, its_words)).collect_view();
    let body = view! {
        <div class="hero">
            <div class="hero-in">
                <h1>{words::TITLE.say(language)}</h1>
                <p class="lead">{words::LEAD.say(language)}</p>
                {actions(build, language)}
            </div>
            <div class="hero-picture" inner_html=drawing::PAIR></div>
        </div>
        <div class="wide">
            <section class="programmes">
                <h2>{words::PROGRAMMES.say(language)}</h2>
                {programmes}
            </section>
            {sections::one(language, &words::WHY)}
        </div>
        <div class="band">
            <section class="wide">
                <h2>{words::HOW.heading.map(|heading| heading.say(language))}</h2>
                {drawing::steps(language, words::HOW.list)}
            </section>
        </div>
        <div class="wide others">{sections::all(language, words::OTHER_WAYS)}</div>
    };
    Document {
        language,
        path: "/".to_owned(),
        title: SITE_NAME.say(language).to_owned(),
        description: words::DESCRIPTION.say(language).to_owned(),
        switch: Switch::Link("/".to_owned()),
        main: Main { view: "home", ..Main::default() },
        body: body.to_html(),
        review: review::of_text(language),
        is_listed: true,
    }
}

/// The forms of every programme that takes applications.
fn actions(build: &Build, language: Language) -> AnyView {
    form_links(language, programmes().filter(|(rules, _)| rules.takes_applications(build.samples)))
}

fn programme(build: &Build, language: Language, rules: &Programme, words: &ProgrammeWords) -> AnyView {
    let status =
        if rules.takes_applications(build.samples) { programme_words::OPEN } else { programme_words::NOT_OPEN };
    view! {
        <a class="programme" href=language.address(&format!("/{}", rules.slug))>
            <strong>{words.title.say(language)}</strong>
            <span>{words.summary.say(language)}</span>
            <span class="status">{status.say(language)}</span>
        </a>
    }
    .into_any()
}
