//! What a mentor offers, on their own page: places and a pause. The Worker shows and fills it once staff have checked who it is.

use super::framework::summary_line;
use super::of;
use domain::fill::fill_numbers;
use domain::form_post::{date_field, field};
use domain::mentor::{FREE_FIELD, FREE_MAX, PAUSED_FIELD, SEEN_FREE_FIELD};
use domain::programme::Role;
use domain::text::{Language, Text};
use domain::words::form::fields;
use domain::words::form::own as words;
use leptos::prelude::*;
use portal::here::Here;

/// Lines of the summary of faults.
pub fn lines(here: Here) -> Vec<AnyView> {
    if is_for(here) { vec![summary_line(FREE_FIELD), summary_line(PAUSED_FIELD)] } else { Vec::new() }
}

fn is_for(here: Here) -> bool {
    here.form.role == Role::Mentor
}

pub fn section(here: Here) -> Option<AnyView> {
    let language = here.language;
    let say = |text: Text| text.say(language);
    let hint = fill_numbers(say(words::OFFER_FREE_HINT), &[("max", FREE_MAX)]);
    let form = view! {
        <form method="post" action=language.address("/my") data-fill="offer" hidden novalidate>
            <h2 id="offer">{say(words::OFFER)}</h2>
            <p>{say(words::OFFER_TEXT)}</p>
            {of()}
            <input type="hidden" name=SEEN_FREE_FIELD value="" />
            <div class="question">
                <label for=format!("q-{FREE_FIELD}")>{say(words::OFFER_FREE)}</label>
                <p class="hint" id="free-hint">
                    {hint}
                </p>
                <p class="fault" id="free-fault" data-fill=format!("fault-{FREE_FIELD}") hidden></p>
                <input
                    id=format!("q-{FREE_FIELD}")
                    class="narrow"
                    name=FREE_FIELD
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    aria-describedby="free-hint free-fault"
                    value=""
                />
            </div>
            <fieldset class="question" aria-describedby="pause-hint pause-fault">
                <legend>{say(words::OFFER_PAUSE)}</legend>
                <p class="hint" id="pause-hint">
                    {say(words::OFFER_PAUSE_HINT)}
                </p>
                <p class="fault" id="pause-fault" data-fill=format!("fault-{PAUSED_FIELD}") hidden></p>
                <div class="date">{parts(language)}</div>
            </fieldset>
            <p class="actions">
                <button class="secondary" name=field::GO value=words::OFFER_VALUE>
                    {say(words::OFFER_SAVE)}
                </button>
            </p>
        </form>
    };
    is_for(here).then(|| form.into_any())
}

/// In the order in which people say a day.
fn parts(language: Language) -> AnyView {
    let [year, month, day] = field::DATE_PARTS;
    let part = |part: &'static str, label: Text| {
        // The first carries the question's own id, so that the summary's link leads to it.
        let id = if part == day { format!("q-{PAUSED_FIELD}") } else { format!("q-{PAUSED_FIELD}{part}") };
        view! {
            <div>
                <label for=id.clone()>{label.say(language)}</label>
                <input
                    id=id
                    name=date_field(PAUSED_FIELD, part)
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    value=""
                />
            </div>
        }
    };
    let fields = [part(day, fields::DAY), part(month, fields::MONTH), part(year, fields::YEAR)];
    fields.into_iter().collect_view().into_any()
}
