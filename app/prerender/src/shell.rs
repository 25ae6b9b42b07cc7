//! What stands around every page: head, header with the language switch, main, foot.

use crate::documents::{Document, Main, Switch};
use crate::{Build, live_line};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::fill::fill;
use domain::text::Language;
use domain::words::{form, page};
use html_escape::{encode_double_quoted_attribute as attribute, encode_text};
use leptos::prelude::*;
use portal::say::linked;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// The look of everything, then of the pages that only stand here; small: comments and indentation are for people.
static STYLE: LazyLock<String> = LazyLock::new(|| {
    let mut style = concat!(include_str!("../../portal/style.css"), include_str!("pages.css")).to_owned();
    while let (Some(start), Some(length)) = (style.find("/*"), style.find("*/")) {
        style.replace_range(start..length + 2, "");
    }
    style
        .lines()
        .map(str::trim)
        .collect::<String>()
        .replace(" {", "{")
        .replace(": ", ":")
        .replace(", ", ",")
        .replace(";}", "}")
});

/// `sha256-…` of the inlined style, for the policy.
pub fn style_hash() -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(STYLE.as_bytes())))
}

/// The whole document. `bundle` is the file with the rest of its form, if it has one.
pub fn html(build: &Build, document: &Document, bundle: &str) -> String {
    let head = format!("{}{}<style>{}</style>", head(build, document), program(build, document), *STYLE);
    around(document, &head, &live_line::html(build, document), bundle)
}

/// What of a document the program puts into the page that stands: no style, nothing for search engines, and not the line
/// about the live half, which stays as the Worker filled it.
pub fn parts(build: &Build, document: &Document) -> String {
    around(document, &format!("{}{}", title(document), build.program.script()), "", "")
}

fn around(document: &Document, head: &str, live: &str, bundle: &str) -> String {
    let language = document.language;
    format!(
        "<!doctype html><html lang=\"{}\"><head>{head}</head><body>{}{}{live}{}{}</body></html>",
        language.tag(),
        view! { <a class="skip" href="#main">{page::SKIP.say(language)}</a> }.to_html(),
        header(document),
        main(&document.main, &document.body, bundle),
        footer(document),
    )
}

fn program(build: &Build, document: &Document) -> String {
    if document.main.comes_alive { build.program.tags() } else { String::new() }
}

fn title(document: &Document) -> String {
    let prefix = attribute(form::TITLE_PREFIX.say(document.language));
    format!("<title data-error=\"{prefix}\">{}</title>", encode_text(&document.title))
}

fn head(build: &Build, document: &Document) -> String {
    let origin = &build.origin;
    let title = title(document);
    let found = if document.is_listed {
        let alternate = |language: Language| {
            format!(
                "<link rel=\"alternate\" hreflang=\"{}\" href=\"{origin}{}\">",
                language.tag(),
                language.address(&document.path)
            )
        };
        format!(
            "<link rel=\"canonical\" href=\"{origin}{}\">{}",
            document.address(),
            Language::ALL.map(alternate).concat()
        )
    } else {
        "<meta name=\"robots\" content=\"noindex\">".to_owned()
    };
    format!(
        "<meta charset=\"utf-8\">{title}<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
         <meta name=\"description\" content=\"{}\"><meta name=\"color-scheme\" content=\"light dark\">\
         <meta name=\"theme-color\" content=\"#4f0433\"><meta name=\"format-detection\" content=\"telephone=no\">\
         {found}<link rel=\"icon\" href=\"/icon.svg\" type=\"image/svg+xml\"><link rel=\"manifest\" href=\"/site.webmanifest\">",
        attribute(&document.description),
    )
}

fn header(document: &Document) -> String {
    let language = document.language;
    view! {
        <header>
            <div class="bar">
                <a class="site" href=language.address("/")>
                    {page::SITE_NAME.say(language)}
                </a>
                <nav aria-label=page::NAVIGATION.say(language)>
                    <a href=language.address("/my")>{page::MY_PAGE.say(language)}</a>
                    {switch(document)}
                </nav>
            </div>
        </header>
    }
    .to_html()
}

fn switch(document: &Document) -> AnyView {
    let other = document.language.other();
    let words = page::OTHER_LANGUAGE.say(document.language);
    match &document.switch {
        Switch::None => ().into_any(),
        Switch::Link(path) => view! {
            <a
                href=other.address(path)
                lang=other.tag()
                hreflang=other.tag()
                // A receipt that the Worker filled is nowhere to be filled again; it leads to the own page instead.
                data-fill-href=path.ends_with("/receipt").then_some("receipt-language")
            >
                {words}
            </a>
        }
        .into_any(),
        // The first button of a form in the document is what Enter presses: a copy of the form's own stands before this one.
        Switch::Form { path, default_go } => view! {
            <button class="heard" form="form" name="_go" value=*default_go tabindex="-1" aria-hidden="true"></button>
            <button form="form" formaction=other.address(path) name="_go" value="stay" lang=other.tag()>
                {words}
            </button>
        }
        .into_any(),
    }
}

/// Written without blanks around the body: hydration counts nodes.
fn main(main: &Main, body: &str, bundle: &str) -> String {
    let data =
        |name: &str, value: &str| if value.is_empty() { String::new() } else { format!(" data-{name}=\"{value}\"") };
    format!(
        "<main id=\"main\" tabindex=\"-1\"{}{}{}{}{}>{body}</main>",
        data("view", main.view),
        data("programme", main.programme),
        data("role", main.role),
        data("place", main.place),
        data("bundle", bundle)
    )
}

fn footer(document: &Document) -> String {
    let language = document.language;
    let links = page::TEXT_PAGES.map(|text| {
        view! {
            <li>
                <a href=language.address(text.path)>{text.title.say(language)}</a>
            </li>
        }
    });
    let contact = fill(page::QUESTIONS.say(language), &[("contact", page::GENERAL_CONTACT)]);
    view! {
        <footer>
            <div class="foot">
                <p class="university">{page::UNIVERSITY.say(language)}</p>
                <nav aria-label=page::FOOT_NAVIGATION.say(language)>
                    <ul>{links.into_iter().collect_view()}</ul>
                </nav>
                <p>{linked(&contact)}</p>
                <p data-fill=document.review.place.clone()>{document.review.text.clone()}</p>
            </div>
        </footer>
    }
    .to_html()
}
