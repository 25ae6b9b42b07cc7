//! The page about personal data: what is true everywhere, then each programme's own notice.

use crate::documents::{Document, Main, Switch, title};
use crate::live::with_contact;
use crate::programme_page::marked;
use crate::ways::texts;
use crate::{Build, review, sections};
use domain::fill::fill;
use domain::programme::Programme;
use domain::text::Language;
use domain::words::page::{PERSONAL_DATA, programme as words};
use domain::words::{ProgrammeWords, date, programmes};
use leptos::prelude::*;

pub fn document(build: &Build, language: Language) -> Document {
    let with_notice = programmes().filter(|(rules, _)| !texts(rules).notice.is_empty());
    let notices = with_notice.map(|(rules, its)| notice(build, language, rules, its)).collect_view();
    let body = view! { <article class="text">{sections::text(language, &PERSONAL_DATA)} {notices}</article> };
    Document {
        language,
        path: PERSONAL_DATA.path.to_owned(),
        title: title(language, &[PERSONAL_DATA.title]),
        description: PERSONAL_DATA.description.say(language).to_owned(),
        switch: Switch::Link(PERSONAL_DATA.path.to_owned()),
        main: Main { view: "text", ..Main::default() },
        body: body.to_html(),
        review: review::of_text(language),
        is_listed: true,
    }
}

fn notice(build: &Build, language: Language, rules: &Programme, its: &ProgrammeWords) -> AnyView {
    let version = fill(words::NOTICE_VERSION.say(language), &[("date", &date::day(rules.notice_version, language))]);
    view! {
        <section class="section">
            <h2>{its.title.say(language)}</h2>
            <p class="seen">{version}</p>
            {texts(rules).notice.iter().map(|text| view! { <p>{with_contact(text.say(language), rules)}</p> }).collect_view()}
            <p>{retention(build, language, rules)}</p>
        </section>
    }
    .into_any()
}

/// How long, a sample marked as one, or who decides.
pub fn retention(build: &Build, language: Language, rules: &Programme) -> String {
    match (rules.retention_days.value(build.samples), rules.retention_days.undecided_by()) {
        (Some(days), undecided) => {
            let sentence = fill(words::RETENTION_DAYS.say(language), &[("days", &days.to_string())]);
            marked(language, sentence, undecided.is_some())
        }
        (None, who) => fill(words::RETENTION_UNDECIDED.say(language), &[("who", who.unwrap_or_default())]),
    }
}
