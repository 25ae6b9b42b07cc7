//! Pages of text: sections with headings, paragraphs, lists and links.

use crate::documents::{Document, Main, Switch, title};
use crate::live::contact;
use crate::review;
use crate::ways::guide_link;
use domain::programme::{PROGRAMMES, Programme, Role};
use domain::text::Language;
use domain::words::page::{NOT_FOUND, Section, TextPage, programme};
use domain::words::{ProgrammeWords, programmes};
use leptos::prelude::*;
use portal::say::linked;

/// The document of a text page.
pub fn document(language: Language, page: &TextPage) -> Document {
    Document {
        language,
        path: page.path.to_owned(),
        title: title(language, &[page.title]),
        description: page.description.say(language).to_owned(),
        switch: Switch::Link(page.path.to_owned()),
        main: Main { view: "text", ..Main::default() },
        body: view! { <article class="text">{text(language, page)}</article> }.to_html(),
        review: review::of_text(language),
        is_listed: true,
    }
}

/// What an address that leads nowhere shows: that nothing is here, and where everything is. Where the address begins as a
/// programme's do, the Worker shows the link to that programme.
pub fn not_found(language: Language) -> Document {
    let title = |words: &ProgrammeWords| words.title.say(language);
    let address = |rules: &Programme| language.address(&format!("/{}", rules.slug));
    let (before, after) = programme::LOOKING_FOR.say(language).split_once("{programme}").unwrap_or_default();
    let looking_for = programmes().map(|(rules, words)| {
        view! {
            <p class="news" data-fill=format!("lost-{}", rules.slug) hidden>
                {before}
                <a href=address(rules)>{title(words)}</a>
                {after}
            </p>
        }
    });
    let all = programmes().map(|(rules, words)| {
        view! {
            <li>
                <a href=address(rules)>{title(words)}</a>
            </li>
        }
    });
    let body = view! {
        <article class="text">
            <h1>{NOT_FOUND.title.say(language)}</h1>
            {looking_for.collect_view()}
            {self::all(language, NOT_FOUND.sections)}
            <section class="section">
                <h2>{programme::ALL.say(language)}</h2>
                <ul>{all.collect_view()}</ul>
                <p class="guide-way">{guide_link(language)}</p>
            </section>
        </article>
    };
    Document {
        switch: Switch::Link("/".to_owned()),
        body: body.to_html(),
        is_listed: false,
        ..document(language, &NOT_FOUND)
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
    if let Some(rules) = address.strip_prefix("mailto:").and_then(whose) {
        return view! { <p>{contact(rules)}</p> }.into_any();
    }
    let href = if address.starts_with('/') { language.address(address) } else { address.to_owned() };
    // The way on from a page on which there is nothing to do.
    let is_way_on = address == "/";
    view! {
        <p class=is_way_on.then_some("actions")>
            <a class=is_way_on.then_some("primary") href=href>
                {words}
            </a>
        </p>
    }
    .into_any()
}

/// The programme whose contact address this is, so that it stands as staff have set it. Of several, the one that has a
/// contact form.
fn whose(address: &str) -> Option<&'static Programme> {
    let its = || PROGRAMMES.iter().filter(|rules| rules.contact == address);
    its().find(|rules| rules.form(Role::Asking).is_some()).or_else(|| its().next())
}
