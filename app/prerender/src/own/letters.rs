//! Letters to the person, on the own page: their language, and which of those that nobody needs are to come. The Worker shows and
//! ticks what is so.

use super::{act, of};
use domain::form_post::field;
use domain::ledger::letters::can_be_turned_off;
use domain::outbox::Fact;
use domain::text::Language;
use domain::words::form::letters as words;
use domain::words::form::own as own_words;
use leptos::prelude::*;
use portal::here::Here;

pub fn section(here: Here) -> AnyView {
    let language = here.language;
    let one = |is: Language| {
        let button = (format!("{}{}", own_words::SPEAK_VALUE, is.other().tag()), own_words::speak(is.other()));
        act(language, &format!("letters-{}", is.tag()), own_words::letters_in(is), button)
    };
    view! {
        <h2 id="letters">{own_words::LETTERS.say(language)}</h2>
        {Language::ALL.map(one).into_iter().collect_view()}
        {choice(here)}
    }
    .into_any()
}

/// Only where there is something to choose.
fn choice(here: Here) -> Option<AnyView> {
    let language = here.language;
    let letters = can_be_turned_off(here.form.role);
    let one = |fact: &Fact| {
        view! {
            <label class="option">
                <input type="checkbox" name=words::FIELD value=fact.key() aria-describedby="letters-always" />
                <span>{words::kind(*fact).say(language)}</span>
            </label>
        }
    };
    let form = || {
        view! {
            <form method="post" action=language.address("/my")>
                {of()}
                <fieldset class="question">
                    <legend>{words::TITLE.say(language)}</legend>
                    <p class="hint" id="letters-always">
                        {words::ALWAYS.say(language)}
                    </p>
                    <div class="options">{letters.iter().map(one).collect_view()}</div>
                </fieldset>
                <p class="actions">
                    <button class="secondary" name=field::GO value=words::SAVE_VALUE>
                        {words::SAVE.say(language)}
                    </button>
                </p>
            </form>
        }
    };
    (!letters.is_empty()).then(|| form().into_any())
}
