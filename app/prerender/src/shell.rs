//! What stands around every page: head, header with the language switch, main, foot.

use crate::documents::{Document, Main, Switch};
use crate::{Build, desk, head, live_line, mentors};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::fill::fill;
use domain::words::page::{self, kit, offline};
use leptos::prelude::*;
use portal::say::linked;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// The look of everything, then of the pages that only stand here; small: comments and indentation are for people.
static STYLE: LazyLock<String> =
    LazyLock::new(|| small(concat!(include_str!("../../portal/style.css"), include_str!("pages.css"))));

/// What only pages of mentors add.
static MENTORS_STYLE: LazyLock<String> = LazyLock::new(|| small(include_str!("mentors.css")));

/// What only the desk adds.
static DESK_STYLE: LazyLock<String> = LazyLock::new(|| small(include_str!("../../desk/style.css")));

fn small(style: &str) -> String {
    let mut style = style.to_owned();
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
}

/// `sha256-…` of the inlined styles, for the policy: of every page, of the mentors' and of the desk.
pub fn style_hashes() -> [String; 3] {
    [&*STYLE, &*MENTORS_STYLE, &*DESK_STYLE]
        .map(|style| format!("sha256-{}", STANDARD.encode(Sha256::digest(style.as_bytes()))))
}

/// The whole document. `bundle` is the file with the rest of its form, if it has one.
pub fn html(build: &Build, document: &Document, bundle: &str) -> String {
    let own = match document.main.view {
        desk::VIEW => format!("<style>{}</style>", *DESK_STYLE),
        _ if mentors::are_on(document) => format!("<style>{}</style>", *MENTORS_STYLE),
        _ => String::new(),
    };
    let head = format!("{}{}<style>{}</style>{own}", head::html(build, document), program(build, document), *STYLE);
    around(document, &head, &live_line::html(build, document), bundle)
}

/// What of a document the program puts into the page that stands: no style, nothing for search engines, and not the line
/// about the live half, which stays as the Worker filled it.
pub fn parts(build: &Build, document: &Document) -> String {
    around(document, &format!("{}{}", head::title(document), build.program_of(document).script()), "", "")
}

fn around(document: &Document, head: &str, live: &str, bundle: &str) -> String {
    let language = document.language;
    let html = format!(
        "<!doctype html><html lang=\"{}\"><head>{head}</head><body>{}{}{}{live}{}{}</body></html>",
        language.tag(),
        view! { <a class="skip" href="#main">{page::SKIP.say(language)}</a> }.to_html(),
        header(document),
        notes(document),
        main(&document.main, &document.body, bundle),
        footer(document),
    );
    // Leptos marks joins of texts with empty comments, for a hydration that no page here has.
    html.replace("<!---->", "").replace("<!>", "")
}

/// Every page can start the program; what it brings to life fetches it at once.
fn program(build: &Build, document: &Document) -> String {
    let program = build.program_of(document);
    let preloads = if document.main.comes_alive { program.preloads() } else { String::new() };
    format!("{}{preloads}", program.script())
}

/// What is shown when something went another way: the page comes from the phone (the service worker looks for just these
/// attributes), or the program does not start.
fn notes(document: &Document) -> String {
    let language = document.language;
    let try_again = view! { <a href="">{offline::TRY_AGAIN.say(language)}</a> }.to_html();
    let kept = offline::KEPT_PAGE.say(language);
    let without_program = match document.main.view {
        "form" | "check" | "receipt" => Some(offline::NO_PROGRAM),
        "kit" => Some(kit::NEEDS_PROGRAM),
        _ => None,
    };
    let no_program = without_program.map_or_else(String::new, |words| {
        format!("<p class=\"note strip\" role=\"status\" id=\"no-program\" hidden>{}</p>", words.say(language))
    });
    format!("<p class=\"note strip\" role=\"status\" data-kept-page hidden>{kept} {try_again}</p>{no_program}")
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
        Switch::Filled => view! {
            <a
                href=other.address("/my")
                lang=other.tag()
                hreflang=other.tag()
                data-fill="link-language"
                data-fill-href="link-language"
                hidden
            >
                {words}
            </a>
        }
        .into_any(),
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

fn main(main: &Main, body: &str, bundle: &str) -> String {
    let data =
        |name: &str, value: &str| if value.is_empty() { String::new() } else { format!(" data-{name}=\"{value}\"") };
    format!(
        "<main id=\"main\" tabindex=\"-1\"{}{}{}{}{}{}>{body}</main>",
        if main.comes_alive { " data-alive" } else { "" },
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
