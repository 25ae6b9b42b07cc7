//! The days that are closed, beside weekends and holidays: no answer is promised for one.

use super::list;
use crate::state::Desk;
use domain::desk::call::{Closures, ReadClosures, SetClosures, SetClosuresRequest};
use domain::desk::closure::Closure;
use domain::desk::member::Authority;
use domain::fill::fill_numbers;
use domain::live::Said;
use domain::words::desk::{self as said, closures as own, programme, staff};
use leptos::prelude::*;

const EMPTY: Closure = Closure { first: String::new(), last: String::new(), said: None };

type List = list::List<Closure>;

fn parts(found: Closures) -> (u32, Vec<Closure>) {
    (found.version, found.closures)
}

pub fn page(desk: Desk) -> impl IntoView {
    let list = List::new(desk, "c", own::fault);
    list.read::<ReadClosures>(parts);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        list.save::<SetClosures>(|seen, closures| SetClosuresRequest { seen, closures }, parts);
    };
    view! {
        <h1 id="title" tabindex="-1">
            {desk.say(own::TITLE)}
        </h1>
        <p class="lead">{desk.say(own::LEAD)}</p>
        <form on:submit=save hidden=move || !list.is_read()>
            <p class="hint" hidden=move || list.items.with(|closures| !closures.is_empty())>
                {desk.say(own::NONE)}
            </p>
            {list.lines(line)}
            <p>{list.fault("closures".to_owned())}</p>
            <p class="buttons" hidden=move || !desk.may(Authority::Administrator)>
                <button type="button" class="secondary" on:click=move |_| list.add(EMPTY)>
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
fn line(list: List, index: usize, now: &Closure) -> impl IntoView + use<> {
    let (sv, en) = now.said.clone().map(|said| (said.sv, said.en)).unwrap_or_default();
    let number = u32::try_from(index).unwrap_or_default().saturating_add(1);
    let day_hint = list.desk.say(programme::DATE_HINT);
    let is_kept_from = move || !list.desk.may(Authority::Administrator);
    view! {
        <fieldset class="member" disabled=is_kept_from>
            <legend class="heard">{fill_numbers(list.desk.say(own::LINE), &[("number", number)])}</legend>
            {list.text(index, "first", (own::FIRST, day_hint), now.first.clone(), |closure, typed| closure.first = typed)}
            {list.text(index, "last", (own::LAST, day_hint), now.last.clone(), |closure, typed| closure.last = typed)}
            {list.text(index, "sv", (own::SAID_SV, ""), sv, |closure, typed| said_of(closure).sv = typed)}
            {list.text(index, "en", (own::SAID_EN, ""), en, |closure, typed| said_of(closure).en = typed)}
            <p class="last" hidden=is_kept_from>
                <button type="button" class="link" on:click=move |_| list.remove(index)>
                    {list.desk.say(staff::REMOVE)}
                </button>
            </p>
        </fieldset>
    }
}
