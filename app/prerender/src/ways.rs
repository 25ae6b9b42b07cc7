//! The ways into a programme: links to its forms, each shown while its form is taken, and the programmes as a list.

use crate::Build;
use crate::live::{While, status};
use domain::programme::{Form, Programme, Role};
use domain::text::Language;
use domain::words::page::guide;
use domain::words::{ProgrammeTexts, ProgrammeWords};
use leptos::prelude::*;

/// A programme's rules and words.
pub type Both = (&'static Programme, &'static ProgrammeWords);

/// The programme of that slug, if there is one.
pub fn programme(slug: &str) -> Option<Both> {
    domain::words::programmes().find(|(rules, _)| rules.slug == slug)
}

/// Links to these forms. The first of those that are shown at the same time is the one to take.
pub fn links(build: &Build, language: Language, forms: &[(Both, Role)]) -> AnyView {
    let several = forms.iter().any(|((rules, _), _)| forms.iter().any(|((other, _), _)| other.slug != rules.slug));
    let mut first_of: Vec<While> = Vec::new();
    let links: Vec<_> = forms
        .iter()
        .filter_map(|((rules, words), role)| {
            let (form, form_words) = (rules.form(*role)?, words.form(*role)?);
            let shown = While::of(*role);
            // What is always there is the one to take only where nothing else is.
            let is_first = !first_of.contains(&shown) && (shown != While::Always || first_of.is_empty());
            first_of.push(shown);
            let title = form_words.title.say(language);
            let words = if several { format!("{title}: {}", words.title.say(language)) } else { title.to_owned() };
            Some(view! {
                <a
                    class=if is_first { "primary" } else { "secondary" }
                    href=language.address(&first_page(rules, form))
                    data-fill=shown.place(rules)
                    hidden=shown.is_hidden(build, rules)
                >
                    {words}
                </a>
            })
        })
        .collect();
    if links.is_empty() { ().into_any() } else { view! { <p class="actions">{links}</p> }.into_any() }
}

/// Where a form begins.
pub fn first_page(rules: &Programme, form: &Form) -> String {
    let first = form.pages.first().map_or("check", |page| page.id);
    format!("/{}/{}/{first}", rules.slug, form.role.slug())
}

/// What only pages say of a programme.
///
/// # Panics
/// Never: the compiler writes both tables from one file.
pub fn texts(rules: &Programme) -> &'static ProgrammeTexts {
    domain::words::texts(rules.slug).expect("every programme has its texts")
}

/// A programme in a list: its title, what it is, whether one can apply.
pub fn card(build: &Build, language: Language, (rules, words): Both) -> AnyView {
    view! {
        <a class="programme" href=language.address(&format!("/{}", rules.slug))>
            <strong>{words.title.say(language)}</strong>
            <span>{texts(rules).summary.say(language)}</span>
            <span class="state">{status(build, language, rules)}</span>
        </a>
    }
    .into_any()
}

/// The link to the guide, by its own name.
pub fn guide_link(language: Language) -> AnyView {
    view! {
        <a class="onward" href=language.address("/guide")>
            {guide::TITLE.say(language)}
        </a>
    }
    .into_any()
}
