//! What is kept on this phone, and the button that erases it.

use crate::here::Here;
use crate::say::{compose, say};
use crate::state::State;
use domain::journey::Place;
use domain::programme::PROGRAMMES;
use domain::text::{Language, Text};
use domain::words::form as words;
use domain::words::page;
use leptos::prelude::*;

/// `text` is the page's own text, written by app/prerender and opaque to hydration.
pub fn storage(language: Language, state: State, text: String) -> impl IntoView {
    let lines: Vec<_> = PROGRAMMES
        .iter()
        .flat_map(|programme| programme.forms.iter().map(move |form| (programme, form)))
        .map(|(programme, form)| {
            let key = format!("{}/{}", programme.slug, form.role.slug());
            let title = move || Here { language, programme, form, place: Place::Check }.form_title();
            let first = form.pages.first().map_or("check", |page| page.id);
            let address = |place| compose(|| language.address(&format!("/{key}/{place}")));
            let draft = line(language, state, format!("draft/{key}"), address(first), title, || page::programme::GO_ON);
            let receipt = line(language, state, format!("receipt/{key}"), address("receipt"), title, move || {
                words::receipt::title(form.role)
            });
            (draft, receipt)
        })
        .collect();
    let kit = page::kit::PLACES.map(|place| {
        // Looked up where the sentence is written: the program would bring along all words of these pages.
        let page = move || page::kit::PAGES.iter().find(|(of, _)| *of == place).map(|(_, page)| *page);
        let title = move || page().map_or_else(String::new, |page| page.title.say(language).to_owned());
        let address = compose(|| page().map_or_else(String::new, |page| language.address(page.path)));
        line(language, state, format!("kit/{place}"), address, title, || page::programme::GO_ON)
    });
    // One for all programmes: from the own page a person comes to the mentors of theirs.
    let title = move || words::wishes::SAVED_MENTORS.say(language).to_owned();
    let address = compose(|| language.address("/my"));
    let mentors = line(language, state, "mentors/".to_owned(), address, title, || page::MY_PAGE);
    view! {
        <div inner_html=text></div>
        <div class="stored">
            <h2 hidden=state.hides_unless(|held| !held.stored.is_empty())>{say(language, || words::KEPT_NOW)}</h2>
            <ul hidden=state.hides_unless(|held| !held.stored.is_empty())>{lines} {kit.into_iter().collect_view()} {mentors}</ul>
            <p role="status" id="erased" tabindex="-1" class="note" hidden=state.hides_unless(|held| held.is_erased)>
                {say(language, || words::ERASED)}
            </p>
            <button class="secondary" type="button" data-act="erase" hidden=state.hides_unless(|_| true)>
                {say(language, || words::ERASE)}
            </button>
            <p class="hint" hidden=state.hides_unless(|_| true)>
                {say(language, || words::ERASE_HINT)}
            </p>
        </div>
    }
}

/// One draft, receipt or page of the kit that may be kept: hidden where it is not.
fn line(
    language: Language,
    state: State,
    key: String,
    address: String,
    title: impl FnOnce() -> String,
    link: impl FnOnce() -> Text,
) -> impl IntoView {
    let is_kept = state.hides_unless(move |held| held.stored.iter().any(|kept| kept.starts_with(&key)));
    view! {
        <li hidden=is_kept>
            {compose(|| led_to(title()))} <a href=address>{say(language, link)}</a>
        </li>
    }
}

/// A title before its link; one that asks needs no colon.
fn led_to(title: String) -> String {
    if title.ends_with('?') { title + " " } else { title + ": " }
}
