//! The line between header and `<main>` of a form's pages: what staff say now, and that it is closed. The program takes over
//! `<main>` only and changes its language without loading, so the line stands in both languages; the style shows the page's.

use crate::Build;
use crate::documents::Document;
use crate::live::{While, because};
use crate::ways::first_page;
use domain::live::Sentence;
use domain::programme::{Programme, Role, programme};
use domain::text::Language;
use domain::words::page::programme as words;
use leptos::prelude::*;
use portal::say::contact;

/// Nothing for documents that are no place of a form.
pub fn html(build: &Build, document: &Document) -> String {
    let main = &document.main;
    let (Some(rules), Some(role)) = (programme(main.programme), Role::parse(main.role)) else { return String::new() };
    if !main.comes_alive {
        return String::new();
    }
    // What has been sent is not touched by what is open now.
    let is_sent = main.view == "receipt";
    let lines = Language::ALL.map(|language| {
        let name = domain::words::programme(rules.slug).map(|words| words.title.say(language));
        view! {
            <div lang=language.tag()>
                {(!is_sent).then(|| state(build, language, rules, role))}
                <aside class="news" aria-label=name data-fill=Sentence::News.of(rules.slug, language) hidden></aside>
            </div>
        }
    });
    view! {
        <div class="live">
            {lines.into_iter().collect_view()}
            // For documents that the program fetched ahead, which have the address of the build.
            <p hidden>{contact(rules)}</p>
        </div>
    }
    .to_html()
}

fn state(build: &Build, language: Language, rules: &'static Programme, role: Role) -> Option<AnyView> {
    match role {
        Role::Mentee | Role::Mentor => Some(closed(build, language, rules)),
        Role::Waiting => Some(open(build, language, rules)),
        Role::Asking | Role::Framework | Role::Suggesting | Role::Registering => None,
    }
}

/// It cannot be sent now; why, when it opens, and what becomes of what is written.
fn closed(build: &Build, language: Language, rules: &'static Programme) -> AnyView {
    let shown = While::Closed;
    view! {
        <aside
            class="news"
            aria-label=words::FORM_CLOSED.say(language)
            data-fill=shown.place(rules)
            hidden=shown.is_hidden(build, rules)
        >
            <p>
                <strong>{words::FORM_CLOSED.say(language)}</strong>
            </p>
            {because(build, language, rules)}
            <p data-fill=Sentence::Opens.of(rules.slug, language) hidden></p>
            <p class="kept">{words::FORM_KEPT.say(language)}</p>
            {tell_me(language, rules)}
        </aside>
    }
    .into_any()
}

/// The way to hear when it opens.
fn tell_me(language: Language, rules: &'static Programme) -> Option<AnyView> {
    let words = domain::words::programme(rules.slug)?.form(Role::Waiting)?;
    let address = first_page(rules, rules.form(Role::Waiting)?);
    let link = view! {
        <p>
            <a href=language.address(&address) hreflang=language.tag()>{words.title.say(language)}</a>
        </p>
    };
    Some(link.into_any())
}

/// Nobody needs to wait for what is open.
fn open(build: &Build, language: Language, rules: &'static Programme) -> AnyView {
    let shown = While::Open;
    view! {
        <aside
            class="news"
            aria-label=words::FORM_NOT_NEEDED.say(language)
            data-fill=shown.place(rules)
            hidden=shown.is_hidden(build, rules)
        >
            <p>
                {words::FORM_NOT_NEEDED.say(language)} " "
                <a href=language.address(&format!("/{}", rules.slug)) hreflang=language.tag()>
                    {words::TO_THE_PROGRAMME.say(language)}
                </a>
            </p>
        </aside>
    }
    .into_any()
}
