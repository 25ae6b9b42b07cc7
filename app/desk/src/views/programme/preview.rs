//! What the pages say of a live half, in both languages, by the code that the Worker says it with.

use super::standing;
use crate::state::Desk;
use domain::live::{Live, Sentence};
use domain::programme::programme;
use domain::text::Language;
use domain::words::desk::programme as own;
use leptos::prelude::*;

/// As it would stand today.
pub fn sentences(desk: Desk, slug: &str, live: &Live) -> impl IntoView + use<> {
    let today = Desk::today();
    let languages = [(Language::Sv, own::IN_SWEDISH), (Language::En, own::IN_ENGLISH)];
    let said = languages.map(|(language, name)| {
        let texts = Sentence::ALL.into_iter().filter_map(|sentence| {
            programme(slug).and_then(|programme| live.says(sentence, programme, &today, language))
        });
        let texts = texts.map(|text| view! { <li>{text}</li> }).collect_view();
        view! {
            <h3>{desk.say(name)}</h3>
            <ul lang=language.tag()>{texts}</ul>
        }
    });
    view! {
        <p>
            <strong>{standing(desk, live)}</strong>
            ", "
            {live.contact.clone()}
        </p>
        {said.collect_view()}
    }
}
