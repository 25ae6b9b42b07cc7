//! On a mentor's own page: how those who look for a mentor see them. The Worker fills it, or says that they are not shown.

use crate::mentors::{Of, lines_at};
use domain::directory::{OWN_PLACE, is_shown};
use domain::programme::Role;
use domain::text::Language;
use domain::words::form::own as words;
use leptos::prelude::*;
use portal::here::Here;

pub fn section(here: Here) -> Option<AnyView> {
    let is_mentor = here.form.role == Role::Mentor && is_shown(here.programme);
    let of = Of::programme(here.language, here.programme).filter(|_| is_mentor)?;
    let section = view! {
        <section id="card" data-fill="card" hidden>
            <h2>{words::CARD.say(here.language)}</h2>
            <p data-fill="card-shown" hidden>
                {words::CARD_SHOWN.say(here.language)}
            </p>
            <p data-fill="card-rests" hidden>
                {words::CARD_RESTS.say(here.language)}
            </p>
            <p data-fill="card-hidden" hidden>
                {words::CARD_HIDDEN.say(here.language)}
            </p>
            <div data-fill="card-there" hidden>
                {lines_at(of, OWN_PLACE)}
            </div>
            {change(here.language)}
        </section>
    };
    Some(section.into_any())
}

/// Where what is shown is chosen.
fn change(language: Language) -> AnyView {
    view! { <p class="hint">{words::CARD_CHANGE.say(language)}</p> }.into_any()
}
