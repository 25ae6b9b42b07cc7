//! The guide "Which mentor is for me?": a page for each question and each answer, with plain links from one to the next.

use crate::documents::{Document, Main, Switch, title};
use crate::ways::{Both, card, links, programme};
use crate::{Build, review};
use domain::programme::Role;
use domain::text::Language;
use domain::words::page::guide::{self as words, GUIDE, GuideOption, GuidePage, GuideResult};
use domain::words::page::{home, programme as programme_words};
use leptos::prelude::*;

pub fn documents(build: &Build, language: Language) -> Vec<Document> {
    GUIDE.iter().map(|page| document(build, language, page)).collect()
}

fn document(build: &Build, language: Language, page: &'static GuidePage) -> Document {
    let path = address_of(page.path);
    let is_first = page.path.is_empty();
    let body = view! {
        <article class="guide">
            {back(language, page)} <h1>{page.title.say(language)}</h1>
            {page.lead.map(|lead| view! { <p class="lead">{lead.say(language)}</p> })}
            {is_first.then(|| view! { <p class="news" data-fill="guide-unknown" hidden>{words::UNKNOWN.say(language)}</p> })}
            {page.asks.map(|asks| view! { <h2>{asks.say(language)}</h2> })}
            {options(language, page.options)}
            {page.result.as_ref().map(|answer| result(build, language, answer))}
        </article>
    };
    let titles = if is_first { vec![page.title] } else { vec![page.title, words::TITLE] };
    let said = page.lead.unwrap_or(words::DESCRIPTION);
    let description = page.result.as_ref().and_then(|answer| answer.paragraphs.first()).unwrap_or(&said);
    Document {
        language,
        title: title(language, &titles),
        description: description.say(language).to_owned(),
        switch: Switch::Link(path.clone()),
        path,
        main: Main { view: "guide", ..Main::default() },
        body: body.to_html(),
        review: review::of_text(language),
        is_listed: true,
    }
}

fn address_of(path: &str) -> String {
    if path.is_empty() { "/guide".to_owned() } else { format!("/guide/{path}") }
}

/// To the question that leads here.
fn back(language: Language, page: &GuidePage) -> Option<AnyView> {
    let before = GUIDE.iter().find(|other| other.options.iter().any(|option| option.to == page.path))?;
    let link = view! {
        <p class="back">
            <a href=language.address(&address_of(before.path))>{words::BACK.say(language)}</a>
        </p>
    };
    Some(link.into_any())
}

fn options(language: Language, options: &'static [GuideOption]) -> Option<AnyView> {
    let lines = options.iter().map(|option| {
        view! {
            <li>
                <a href=language.address(&address_of(option.to))>
                    <strong>{option.words.say(language)}</strong>
                    {option.hint.map(|hint| view! { <span>{hint.say(language)}</span> })}
                </a>
            </li>
        }
    });
    (!options.is_empty()).then(|| view! { <ul class="choices">{lines.collect_view()}</ul> }.into_any())
}

fn result(build: &Build, language: Language, answer: &'static GuideResult) -> AnyView {
    let forms: Vec<(Both, Role)> =
        answer.forms.iter().filter_map(|(slug, role)| Some((programme(slug)?, *role))).collect();
    let cards: Vec<_> =
        answer.programmes.iter().filter_map(|slug| Some(card(build, language, programme(slug)?))).collect();
    let also = answer.also.iter().map(|(words, address)| {
        let href = if address.starts_with('/') { language.address(address) } else { (*address).to_owned() };
        view! {
            <li>
                <a href=href>{words.say(language)}</a>
            </li>
        }
    });
    let also = (!answer.also.is_empty()).then(|| {
        view! {
            <h2>{words::ALSO.say(language)}</h2>
            <ul>{also.collect_view()}</ul>
        }
    });
    view! {
        {answer.paragraphs.iter().map(|text| view! { <p>{text.say(language)}</p> }).collect_view()}
        {links(build, language, &forms)}
        <section class="programmes">
            <h2>{if cards.len() > 1 { home::PROGRAMMES } else { programme_words::ONE }.say(language)}</h2>
            {cards}
        </section>
        {also}
        <p class="hint share">{words::SHARE.say(language)}</p>
        <p>
            <a href=language.address("/guide")>{words::AGAIN.say(language)}</a>
        </p>
    }
    .into_any()
}
