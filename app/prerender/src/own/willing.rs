//! "Still willing?" on a mentor's own page. The Worker shows the question while it is asked, and afterwards what was answered.

use super::of;
use domain::form_post::field;
use domain::programme::Role;
use domain::text::Text;
use domain::words::form::willing as words;
use leptos::prelude::*;
use portal::here::Here;

pub fn section(here: Here) -> Option<AnyView> {
    let language = here.language;
    let say = |text: Text| text.say(language);
    let question = view! {
        <form method="post" action=language.address("/my") data-fill="willing" hidden>
            <h2>{say(words::TITLE)}</h2>
            <p>{say(words::TEXT)}</p>
            <p class="actions">
                {of()}
                <button name=field::GO value=words::YES_VALUE>
                    {say(words::YES)}
                </button>
            </p>
        </form>
        <p data-fill="willing-said" hidden></p>
    };
    (here.form.role == Role::Mentor).then(|| question.into_any())
}
