//! The documents that come to life: each place of each form, and the page about what this phone keeps.

use crate::documents::{Document, Main, Switch, title};
use crate::{Build, review, sections};
use domain::journey::{Place, places};
use domain::programme::{Form, Programme};
use domain::text::{Language, Text};
use domain::words::form as words;
use domain::words::page::{ON_THIS_PHONE, SITE_NAME};
use leptos::prelude::*;
use portal::here::Here;
use portal::say::plain;
use portal::views;

/// Every place of a programme's forms.
pub fn of(build: &Build, language: Language, programme: &'static Programme) -> Vec<Document> {
    let of_form =
        |form: &'static Form| places(form).map(move |place| document(build, Here { language, programme, form, place }));
    programme.forms.iter().flat_map(of_form).collect()
}

fn document(build: &Build, here: Here) -> Document {
    let path = here.place.path(here.programme, here.form);
    let (view, place_title, switch) = match here.place {
        Place::Page(page) => {
            let title = here.page_words(page.id).map_or(Text::new("", ""), |words| words.title);
            ("form", title, Switch::Form { path: path.clone(), default_go: "continue" })
        }
        Place::Check => ("check", words::CHECK_TITLE, Switch::Form { path: path.clone(), default_go: "send" }),
        Place::Receipt => ("receipt", words::receipt::REFERENCE, Switch::Link(path.clone())),
    };
    Document {
        language: here.language,
        path,
        title: format!("{} – {} – {}", place_title.say(here.language), here.form_title(), SITE_NAME.say(here.language)),
        description: plain(
            here.language,
            here.programme,
            here.form_words().map_or("", |words| words.next.say(here.language)),
        ),
        switch,
        main: Main {
            view,
            programme: here.programme.slug,
            role: here.form.role.slug(),
            place: here.place.id(),
            comes_alive: true,
        },
        body: views::place(here).to_html(),
        review: review::of_programme(here.language, here.programme, build.samples),
        is_listed: false,
    }
}

/// What this phone keeps: text, then a list and a button that need the program.
pub fn storage(language: Language) -> Document {
    let text = sections::text(language, &ON_THIS_PHONE).to_html();
    Document {
        language,
        path: ON_THIS_PHONE.path.to_owned(),
        title: title(language, &[ON_THIS_PHONE.title]),
        description: ON_THIS_PHONE.description.say(language).to_owned(),
        switch: Switch::Link(ON_THIS_PHONE.path.to_owned()),
        main: Main { view: "storage", comes_alive: true, ..Main::default() },
        body: views::storage(language, text).to_html(),
        review: review::of_text(language),
        is_listed: true,
    }
}

/// A view that reads what is provided around it.
pub fn rendered<V: IntoView>(view: impl FnOnce() -> V) -> String {
    Owner::new().with(|| view().into_view().to_html())
}
