//! What staff keep of a mentor: who was checked and how, free places, a pause; and what the mentor offers by that.

use super::Open;
use crate::state::Desk;
use crate::views::mentors::offer;
use domain::desk::call::{DeskRecord, SetMentor, SetMentorRequest};
use domain::desk::member::Authority;
use domain::desk::row::Marks;
use domain::fill::{fill, fill_numbers};
use domain::mentor::{CHECKED_FIELD, CHECKED_MAX, FREE_FIELD, FREE_MAX, Mentor, Offer, PAUSED_FIELD, PLACES};
use domain::text::Text;
use domain::words::date;
use domain::words::desk::mentors as words;
use leptos::prelude::*;

pub fn section(open: Open) -> impl IntoView {
    let is_a_mentors = open.record.with(|record| record.as_ref().is_some_and(|record| record.mentor.is_some()));
    is_a_mentors.then(|| {
        view! {
            <section class="mentor">
                <h2>{open.say(words::TITLE)}</h2>
                {facts(open)}
                {form(open)}
            </section>
        }
    })
}

fn kept(record: &DeskRecord) -> Option<&Mentor> {
    record.mentor.as_ref().and_then(|mentor| mentor.kept.as_ref())
}

/// What is so now, and who checked whom.
fn facts(open: Open) -> impl IntoView {
    let desk = open.desk;
    move || {
        let record = open.record.get()?;
        let (kept, offered) = (kept(&record), record.mentor.as_ref()?.offer);
        let pause = kept.and_then(|kept| kept.paused_until.as_deref());
        let checked = match kept {
            Some(_) if record.is_masked => view! { <p class="hint">{open.say(words::MASKED)}</p> }.into_any(),
            Some(kept) => {
                let time = date::time(kept.checked_at, desk.language);
                let by = fill(open.say(words::CHECKED_BY), &[("time", &time), ("by", &kept.checked_by)]);
                view! {
                    <p class="typed">{kept.checked.clone()}</p>
                    <p class="detail">{by}</p>
                }
                .into_any()
            }
            None => view! { <p class="hint">{open.say(words::NOT_CHECKED)}</p> }.into_any(),
        };
        Some(view! {
            <p data-offer=offered.key()>
                <strong>{offer(desk, offered, kept.map_or(0, |kept| kept.free), pause)}</strong>
            </p>
            {(offered == Offer::Silent).then(|| view! { <p class="hint">{open.say(words::SILENT)}</p> })}
            {kept.map(|kept| view! { <p>{open.say(words::FREE)} ": " {kept.free}</p> })}
            {checked}
        })
    }
}

/// One field: what was written in it, or else what stands, so that a change by somebody else shows where nobody writes.
#[derive(Clone, Copy)]
struct Field {
    open: Open,
    name: &'static str,
    label: Text,
    typed: RwSignal<Option<String>>,
    stands: Memo<String>,
}

impl Field {
    fn new(open: Open, name: &'static str, label: Text, stands: fn(&DeskRecord) -> String) -> Self {
        let stands = Memo::new(move |_| open.record.with(|record| record.as_deref().map(stands).unwrap_or_default()));
        Self { open, name, label, typed: RwSignal::new(None), stands }
    }

    fn value(self) -> String {
        self.typed.get().unwrap_or_else(|| self.stands.get())
    }

    fn view(self, hint: String, is_long: bool) -> impl IntoView {
        let id = format!("mentor-{}", self.name);
        let hint_id = format!("{id}-hint");
        let value = move || self.value();
        let write = move |event: leptos::ev::Event| self.typed.set(Some(event_target_value(&event)));
        let described = hint_id.clone();
        let field = if is_long {
            view! { <textarea id=id.clone() rows="3" aria-describedby=described prop:value=value on:input=write></textarea> }
                .into_any()
        } else {
            view! { <input id=id.clone() autocomplete="off" aria-describedby=described prop:value=value on:input=write /> }
                .into_any()
        };
        view! {
            <p class="question">
                <label for=id>{self.open.say(self.label)}</label>
                <span class="hint" id=hint_id>
                    {hint}
                </span>
                {self.open.fault("mentor", self.name)}
                {field}
            </p>
        }
    }
}

/// Free places as they stand: before staff have written any, what the mentor answered.
fn free(record: &DeskRecord) -> String {
    let answered =
        || record.answers.iter().find(|(id, _)| id == PLACES).and_then(|(_, values)| values.first().cloned());
    kept(record).map(|kept| kept.free.to_string()).or_else(answered).unwrap_or_default()
}

/// Drawn once, and shown while the mentor is there and the answers are.
fn form(open: Open) -> impl IntoView {
    let checked = Field::new(open, CHECKED_FIELD, words::CHECKED, |record| {
        kept(record).map(|kept| kept.checked.clone()).unwrap_or_default()
    });
    let free = Field::new(open, FREE_FIELD, words::FREE, free);
    let paused_until = Field::new(open, PAUSED_FIELD, words::PAUSED, |record| {
        let pause = kept(record).and_then(|kept| kept.pause(&Desk::today()));
        pause.unwrap_or_default().to_owned()
    });
    let has_check = Memo::new(move |_| open.record.with(|record| record.as_deref().and_then(kept).is_some()));
    let is_writable = move || {
        let is_masked = open.record.with(|record| record.as_ref().is_none_or(|record| record.is_masked));
        let is_over = open.standing().is_none_or(|(_, standing)| standing.is_end());
        open.desk.may(Authority::Coordinator) && !open.has(Marks::RESTRICTED) && !is_masked && !is_over
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some((reference, seen)) = open.seen() else { return };
        let [checked_text, free_text, last_day] = untrack(|| [checked, free, paused_until].map(Field::value));
        let request =
            SetMentorRequest { reference, seen, checked: checked_text, free: free_text, paused_until: last_day };
        open.change::<SetMentor>("mentor", request, move || {
            for field in [checked, free, paused_until] {
                field.typed.set(None);
            }
        });
    };
    view! {
        <details open=!has_check.get_untracked() hidden=move || !is_writable()>
            <summary>{move || open.say(if has_check.get() { words::CHANGE } else { words::REVIEW })}</summary>
            <form on:submit=save>
                {checked.view(fill_numbers(open.say(words::CHECKED_HINT), &[("max", u32::from(CHECKED_MAX))]), true)}
                {free.view(fill_numbers(open.say(words::FREE_HINT), &[("max", FREE_MAX)]), false)}
                {paused_until.view(open.say(words::PAUSED_HINT).to_owned(), false)}
                {open.save()}
            </form>
        </details>
    }
}
