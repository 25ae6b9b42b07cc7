//! The home page: what mentorship is and why, the guide, the programmes, how an application goes, other ways to a mentor.

use crate::documents::{Document, Main, Switch};
use crate::ways::{Both, card, guide_link, links};
use crate::{Build, drawing, review, sections};
use domain::programme::{Mode, Role};
use domain::text::Language;
use domain::words::page::{SITE_NAME, home as words};
use domain::words::programmes;
use leptos::prelude::*;

pub fn document(build: &Build, language: Language) -> Document {
    let cards = programmes().map(|both| card(build, language, both)).collect_view();
    let body = view! {
        <div class="hero">
            <div class="hero-in">
                <h1>{words::TITLE.say(language)}</h1>
                <p class="lead">{words::LEAD.say(language)}</p>
                {links(build, language, &forms())}
                <p class="guide-way">
                    {guide_link(language)} " " <span>{words::GUIDE_HINT.say(language)}</span>
                </p>
            </div>
            <div class="hero-picture" inner_html=drawing::PAIR></div>
        </div>
        <div class="wide">
            <section class="programmes">
                <h2>{words::PROGRAMMES.say(language)}</h2>
                {cards}
            </section>
            <div>
                {sections::one(language, &words::WHY)} {sections::all(language, words::OTHER_WAYS)}
            </div>
        </div>
        <div class="band">
            <section class="wide">
                <h2>{words::HOW.heading.map(|heading| heading.say(language))}</h2>
                {drawing::steps(Mode::Choice, words::HOW.list, |step| step.say(language).into_any())}
            </section>
        </div>
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

/// The forms of the first programme that people apply to; the others are one tap away, beside what they are.
fn forms() -> Vec<(Both, Role)> {
    let first = programmes().find(|(rules, _)| rules.form(Role::Mentee).is_some());
    first.into_iter().flat_map(|both| [(both, Role::Mentee), (both, Role::Mentor)]).collect()
}
