//! Pages of text: sections with headings, paragraphs, lists and links.

use crate::documents::{Document, Main, Switch, title};
use crate::review;
use domain::text::Language;
use domain::words::page::{Section, TextPage};
use leptos::prelude::*;
use portal::say::linked;

/// The document of a text page.
pub fn document(language: Language, page: &TextPage) -> Document {
    let is_not_found = page.path == "/404";
    Document {
        language,
        path: page.path.to_owned(),
        title: title(language, &[page.title]),
        description: page.description.say(language).to_owned(),
        switch: Switch::Link(if is_not_found { "/".to_owned() } else { page.path.to_owned() }),
        main: Main { view: "text", ..Main::default() },
        body: view! { <article class="text">{text(language, page)}</article> }.to_html(),
        review: review::of_text(language),
        is_listed: !is_not_found,
    }
}

/// Heading and sections of a text page.
pub fn text(language: Language, page: &TextPage) -> AnyView {
    view! {
        <h1>{page.title.say(language)}</h1>
        {all(language, page.sections)}
    }
    .into_any()
}

pub fn all(language: Language, sections: &[Section]) -> AnyView {
    sections.iter().map(|section| one(language, section)).collect_view().into_any()
}

/// One section. The page's own beginning has no heading and is set larger.
pub fn one(language: Language, section: &Section) -> AnyView {
    let class = if section.heading.is_none() { "beginning" } else { "section" };
    let heading = section.heading.map(|heading| view! { <h2>{heading.say(language)}</h2> });
    let list = (!section.list.is_empty()).then(|| {
        view! { <ul>{section.list.iter().map(|line| view! { <li>{line.say(language)}</li> }).collect_view()}</ul> }
    });
    view! {
        <section class=class>
            {heading} {section.paragraphs.iter().map(|text| view! { <p>{linked(text.say(language))}</p> }).collect_view()} {list}
            {section.links.iter().map(|(words, address)| link(language, words.say(language), address)).collect_view()}
        </section>
    }
    .into_any()
}

fn link(language: Language, words: &'static str, address: &'static str) -> AnyView {
    let href = if address.starts_with('/') { language.address(address) } else { address.to_owned() };
    view! {
        <p>
            <a href=href>{words}</a>
        </p>
    }
    .into_any()
}
