//! The log of what was read, exported and decided.

use super::frame;
use crate::calls::send;
use crate::place::Place;
use crate::state::Desk;
use domain::desk::call::{Before, LogEntry, Members, ReadLog, ReadMembers};
use domain::link::LinkHash;
use domain::reference::Reference;
use domain::text::Text;
use domain::words::date;
use domain::words::desk::{self as said, retention, staff as words};
use leptos::prelude::*;
use leptos::task::spawn_local;

const HEADS: [Text; 5] = [words::LOG_NUMBER, words::LOG_AT, words::LOG_WHO, words::LOG_WHAT, words::LOG_ABOUT];

pub fn page(desk: Desk) -> impl IntoView {
    let lines = RwSignal::new(Vec::<LogEntry>::new());
    let members = RwSignal::new(Members::default());
    let has_more = RwSignal::new(false);
    let fetch = move |before: Option<u64>| {
        spawn_local(async move {
            let Some(page) = desk.heard(send::<ReadLog>(&Before { before }).await) else { return };
            has_more.set(page.last().is_some_and(|line| line.number > 1));
            lines.update(|lines| lines.extend(page));
        });
    };
    spawn_local(async move {
        if let Some(found) = desk.heard(send::<ReadMembers>(&()).await) {
            members.set(found);
        }
    });
    fetch(None);
    let who = move |hash: &str| {
        let is_theirs = |address: &str| LinkHash::of(address.as_bytes()).as_str().starts_with(hash);
        let me = desk.reply.with(|reply| reply.as_ref().map(|reply| reply.me.clone()));
        let listed = members.get().members.into_iter().chain(me).find(|member| is_theirs(&member.address));
        listed.map_or_else(|| desk.say(words::LOG_GONE).to_owned(), |member| member.name)
    };
    let line = move |line: &LogEntry| {
        let at = date::time(line.at, desk.language);
        let what = words::logged(&line.what).map_or(line.what.clone(), |text| desk.say(text).to_owned());
        let about = (!line.about.is_empty()).then(|| about(desk, line.about.clone()));
        view! {
            <tr role="row" title=line.hash.clone()>
                {frame::cell(desk, words::LOG_NUMBER, line.number)}
                {frame::cell(desk, words::LOG_AT, frame::unbroken(at))}
                {frame::cell(desk, words::LOG_WHO, who(&line.who))}
                {frame::cell(desk, words::LOG_WHAT, what)}
                {frame::cell(desk, words::LOG_ABOUT, about)}
            </tr>
        }
    };
    view! {
        <h1 id="title" tabindex="-1">
            {desk.say(said::LOG)}
        </h1>
        <p class="lead">{desk.say(words::LOG_LEAD)}</p>
        <p>{super::link(desk, Place::Retention, desk.say(retention::WAY).to_owned(), "")}</p>
        {frame::table(desk, &HEADS, move || lines.get().iter().map(line).collect_view())}
        <p class="buttons" hidden=move || !has_more.get()>
            <button
                class="secondary"
                on:click=move |_| fetch(lines.with_untracked(|lines| lines.last().map(|line| line.number)))
            >
                {desk.say(words::LOG_MORE)}
            </button>
        </p>
    }
}

/// What a line is about: a record is reached from it.
fn about(desk: Desk, about: String) -> AnyView {
    match Reference::parse(&about) {
        Some(_) => super::link(desk, Place::Record(about.clone()), about, "").into_any(),
        None => about.into_any(),
    }
}
