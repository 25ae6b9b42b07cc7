//! The days that are closed, beside weekends and holidays: no answer is promised for one.

use crate::calls::send;
use crate::state::Desk;
use domain::desk::call::{Closures, ReadClosures, SetClosures, SetClosuresRequest};
use domain::desk::closure::Closure;
use domain::desk::member::Authority;
use domain::fill::fill_numbers;
use domain::live::Said;
use domain::problem::{Fault, Problem};
use domain::text::Text;
use domain::words;
use domain::words::desk::{self as said, closures as own, programme, staff};
use leptos::prelude::*;
use leptos::task::spawn_local;

const EMPTY: Closure = Closure { first: String::new(), last: String::new(), said: None };

/// The list as it is being changed.
#[derive(Clone, Copy)]
struct List {
    desk: Desk,
    /// The version that was read.
    seen: RwSignal<Option<u32>>,
    closures: RwSignal<Vec<Closure>>,
    /// Drawn anew only where a line comes or goes: a field that is being written in stays.
    drawn: RwSignal<u32>,
    faults: RwSignal<Vec<Fault>>,
}

impl List {
    fn take(&self, found: Closures) {
        self.seen.set(Some(found.version));
        self.closures.set(found.closures);
        self.draw();
    }

    fn draw(&self) {
        self.drawn.update(|drawn| *drawn += 1);
    }

    fn save(self) {
        let Some(seen) = self.seen.get_untracked() else { return };
        let request = SetClosuresRequest { seen, closures: self.closures.get_untracked() };
        spawn_local(async move {
            let answer = send::<SetClosures>(&request).await;
            if let Err(Problem::Changed) = &answer {
                self.desk.said.set(words::problem::sentence(&Problem::Changed, self.desk.language));
            }
            if let Some(found) = self.desk.heard_with(answer, self.faults) {
                self.take(found);
                self.desk.said.set(self.desk.say(said::SAVED).to_owned());
            }
        });
    }

    fn change(&self, index: usize, set: impl FnOnce(&mut Closure)) {
        self.closures.update(|closures| {
            if let Some(closure) = closures.get_mut(index) {
                set(closure);
            }
        });
    }

    /// The place of what is wrong with a field.
    fn fault(self, field: String) -> impl IntoView {
        let wrong = Memo::new(move |_| {
            self.faults.with(|faults| {
                let kind = faults.iter().find(|fault| fault.field == field)?.kind;
                Some(fill_numbers(own::fault(kind).say(self.desk.language), &kind.numbers()))
            })
        });
        view! {
            <span class="fault" hidden=move || wrong.with(Option::is_none)>
                {move || wrong.get()}
            </span>
        }
    }
}

pub fn page(desk: Desk) -> impl IntoView {
    let list = List {
        desk,
        seen: RwSignal::new(None),
        closures: RwSignal::new(Vec::new()),
        drawn: RwSignal::new(0),
        faults: RwSignal::new(Vec::new()),
    };
    spawn_local(async move {
        if let Some(found) = desk.heard(send::<ReadClosures>(&()).await) {
            list.take(found);
        }
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        list.save();
    };
    let add = move |_| {
        list.closures.update(|closures| closures.push(EMPTY));
        list.draw();
    };
    // All anew when one comes or goes: a field that was written in would go on showing what was written.
    let lines = move || {
        let drawn = list.drawn.get();
        (0..list.closures.with_untracked(Vec::len)).map(move |index| (drawn, index)).collect::<Vec<_>>()
    };
    view! {
        <h1 id="title" tabindex="-1">
            {desk.say(own::TITLE)}
        </h1>
        <p class="lead">{desk.say(own::LEAD)}</p>
        <form on:submit=save hidden=move || list.seen.get().is_none()>
            <p class="hint" hidden=move || list.closures.with(|closures| !closures.is_empty())>
                {desk.say(own::NONE)}
            </p>
            <For each=lines key=Clone::clone children=move |(_, index)| line(list, index) />
            <p>{list.fault("closures".to_owned())}</p>
            <p class="buttons" hidden=move || !desk.may(Authority::Administrator)>
                <button type="button" class="secondary" on:click=add>
                    {desk.say(own::ADD)}
                </button>
                <button class="primary">{desk.say(said::SAVE)}</button>
            </p>
        </form>
    }
}

fn said_of(closure: &mut Closure) -> &mut Said {
    closure.said.get_or_insert_with(|| Said { sv: String::new(), en: String::new() })
}

/// One closure, to be changed in place.
fn line(list: List, index: usize) -> impl IntoView {
    let Some(now) = list.closures.with_untracked(|closures| closures.get(index).cloned()) else {
        return ().into_any();
    };
    let (sv, en) = now.said.map(|said| (said.sv, said.en)).unwrap_or_default();
    let number = u32::try_from(index).unwrap_or_default().saturating_add(1);
    let day_hint = list.desk.say(programme::DATE_HINT);
    let is_kept_from = move || !list.desk.may(Authority::Administrator);
    let remove = move |_| {
        list.closures.update(|closures| {
            if index < closures.len() {
                closures.remove(index);
            }
        });
        // What was wrong stands at lines by their number.
        list.faults.set(Vec::new());
        list.draw();
    };
    view! {
        <fieldset class="member" disabled=is_kept_from>
            <legend class="heard">{fill_numbers(list.desk.say(own::LINE), &[("number", number)])}</legend>
            {text(list, index, "first", own::FIRST, day_hint, now.first, |closure, typed| closure.first = typed)}
            {text(list, index, "last", own::LAST, day_hint, now.last, |closure, typed| closure.last = typed)}
            {text(list, index, "sv", own::SAID_SV, "", sv, |closure, typed| said_of(closure).sv = typed)}
            {text(list, index, "en", own::SAID_EN, "", en, |closure, typed| said_of(closure).en = typed)}
            <p class="last" hidden=is_kept_from>
                <button type="button" class="link" on:click=remove>
                    {list.desk.say(staff::REMOVE)}
                </button>
            </p>
        </fieldset>
    }
    .into_any()
}

fn text(
    list: List,
    index: usize,
    field: &'static str,
    label: Text,
    hint: &'static str,
    now: String,
    set: fn(&mut Closure, String),
) -> impl IntoView {
    let id = format!("c-{index}-{field}");
    view! {
        <p>
            <label for=id.clone()>{list.desk.say(label)}</label>
            <span class="hint" hidden=hint.is_empty()>
                {hint}
            </span>
            {list.fault(format!("{index}.{field}"))}
            <input
                id=id
                value=now
                autocomplete="off"
                on:input=move |event| list.change(index, |closure| set(closure, event_target_value(&event)))
            />
        </p>
    }
}
