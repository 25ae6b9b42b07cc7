//! What is kept on this phone, and the button that erases it.

use crate::here::Here;
use domain::journey::Place;
use domain::programme::PROGRAMMES;
use domain::text::{Language, Text};
use domain::words::form as words;
use domain::words::page;
use leptos::prelude::*;

/// `text` is the page's own text, written by app/prerender.
pub fn storage(language: Language, text: String) -> impl IntoView {
    let lines: Vec<_> = PROGRAMMES
        .iter()
        .flat_map(|programme| programme.forms.iter().map(move |form| (programme, form)))
        .map(|(programme, form)| {
            let key = format!("{}/{}", programme.slug, form.role.slug());
            let title = Here { language, programme, form, place: Place::Check }.form_title();
            let first = form.pages.first().map_or("check", |page| page.id);
            let address = |place| language.address(&format!("/{key}/{place}"));
            let draft = line(language, &format!("draft/{key}"), address(first), title.clone(), page::programme::GO_ON);
            let receipt =
                line(language, &format!("receipt/{key}"), address("receipt"), title, words::receipt::title(form.role));
            (draft, receipt)
        })
        .collect();
    let kit = page::kit::PAGES.iter().map(|(place, page)| {
        let (title, address) = (page.title.say(language).to_owned(), language.address(page.path));
        line(language, &format!("kit/{place}"), address, title, page::programme::GO_ON)
    });
    // One for all programmes: from the own page a person comes to the mentors of theirs.
    let title = words::wishes::SAVED_MENTORS.say(language).to_owned();
    let mentors = line(language, "mentors", language.address("/my"), title, page::MY_PAGE);
    view! {
        <div inner_html=text></div>
        <div class="stored">
            <h2 data-fill="stored" hidden>{words::KEPT_NOW.say(language)}</h2>
            <ul data-fill="stored" hidden>{lines} {kit.collect_view()} {mentors}</ul>
            <p role="status" id="erased" tabindex="-1" class="note" data-fill="erased" hidden>
                {words::ERASED.say(language)}
            </p>
            <button class="secondary" type="button" data-act="erase" data-fill="alive" hidden>
                {words::ERASE.say(language)}
            </button>
            <p class="hint" data-fill="alive" hidden>
                {words::ERASE_HINT.say(language)}
            </p>
        </div>
    }
}

/// One draft, receipt or page of the kit that may be kept: hidden where it is not.
fn line(language: Language, key: &str, address: String, title: String, link: Text) -> impl IntoView + use<> {
    view! {
        <li data-fill=format!("stored-{key}") hidden>
            {led_to(title)} <a href=address>{link.say(language)}</a>
        </li>
    }
}

/// A title before its link; one that asks needs no colon.
fn led_to(title: String) -> String {
    if title.ends_with('?') { title + " " } else { title + ": " }
}
