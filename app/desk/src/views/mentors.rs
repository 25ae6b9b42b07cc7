//! Every mentor of the programmes that one serves, with what each offers; whom it shows stands in the address.

use super::{frame, link};
use crate::calls::send;
use crate::place::Place;
use crate::state::Desk;
use domain::desk::call::{After, MentorRow, ReadMentors};
use domain::fill::fill;
use domain::mentor::Offer;
use domain::programme::Role;
use domain::words::desk::{self as said, mentors as words, records};
use domain::words::{date, standing};
use leptos::prelude::*;
use leptos::task::spawn_local;

pub fn page(desk: Desk) -> impl IntoView {
    let found: RwSignal<Option<Vec<MentorRow>>> = RwSignal::new(None);
    Effect::new(move || {
        // Anew with everything else that is tried again.
        desk.reply.track();
        spawn_local(look(desk, found));
    });
    let only = Memo::new(move |_| desk.place.with(|place| if let Place::Mentors(only) = place { *only } else { None }));
    view! {
        <h1 id="title" tabindex="-1">
            {desk.say(said::MENTORS)}
        </h1>
        {move || {
            let only = only.get();
            found
                .with(|found| match found.as_deref() {
                    None => view! { <p class="hint">{desk.say(said::LOADING)}</p> }.into_any(),
                    Some([]) => view! { <p class="lead">{desk.say(words::NOBODY)}</p> }.into_any(),
                    Some(mentors) => view! { {groups(desk, mentors, only)} {table(desk, mentors, only)} }.into_any(),
                })
        }}
    }
}

/// Through the whole book; a list that is not whole is none.
pub async fn all(desk: Desk) -> Option<Vec<MentorRow>> {
    let (mut mentors, mut after) = (Vec::new(), None);
    loop {
        let page = desk.heard(send::<ReadMentors>(&After { after }).await)?;
        mentors.extend(page.mentors);
        after = page.next;
        if after.is_none() {
            return Some(mentors);
        }
    }
}

async fn look(desk: Desk, found: RwSignal<Option<Vec<MentorRow>>>) {
    let Some(mut mentors) = all(desk).await else { return };
    mentors.sort_by_cached_key(|mentor| (mentor.offer, mentor.row.name.to_lowercase(), mentor.row.reference.clone()));
    found.set(Some(mentors));
}

/// A link to everyone and to each group that somebody is in, or that is looked at.
fn groups(desk: Desk, mentors: &[MentorRow], only: Option<Offer>) -> impl IntoView + use<> {
    let count = |offer| mentors.iter().filter(|mentor| mentor.offer == offer).count();
    let there = Offer::ALL.into_iter().map(|offer| (Some(offer), words::group(offer), count(offer)));
    let all = std::iter::once((None, words::EVERYONE, mentors.len()));
    let shown =
        all.chain(there).filter(|(offer, _, count)| *count > 0 || *offer == only).map(|(offer, text, count)| {
            let is_here = offer == only;
            let words = fill(desk.say(text), &[("count", &count.to_string())]);
            view! {
                <li class:here=is_here aria-current=is_here.then_some("page")>
                    {link(desk, Place::Mentors(offer), words, "")}
                </li>
            }
        });
    view! {
        <nav class="groups" aria-label=desk.say(words::GROUPS)>
            <ul>{shown.collect_view()}</ul>
        </nav>
    }
}

fn table(desk: Desk, mentors: &[MentorRow], only: Option<Offer>) -> impl IntoView + use<> {
    let shown = mentors.iter().filter(|mentor| only.is_none_or(|only| mentor.offer == only));
    let lines: Vec<_> = shown.map(|mentor| line(desk, mentor)).collect();
    if lines.is_empty() {
        return view! { <p class="lead">{desk.say(words::NOBODY_HERE)}</p> }.into_any();
    }
    let heads = [records::NAME, words::OFFER, records::STANDING, records::PROGRAMME, records::REFERENCE];
    frame::table(desk, &heads, lines).into_any()
}

fn line(desk: Desk, mentor: &MentorRow) -> impl IntoView + use<> {
    let row = &mentor.row;
    view! {
        <tr role="row" data-offer=mentor.offer.key()>
            <th scope="row" role="rowheader">
                {link(desk, Place::Record(row.reference.clone()), desk.name_of(row), "")}
            </th>
            {frame::cell(desk, words::OFFER, offer(desk, mentor.offer, mentor.free, mentor.paused_until.as_deref()))}
            {frame::cell(desk, records::STANDING, desk.say(standing::title(row.standing, Role::Mentor)))}
            {frame::cell(desk, records::PROGRAMME, desk.title_of(&row.programme).to_owned())}
            {frame::cell(desk, records::REFERENCE, view! { <span class="ref">{row.reference.clone()}</span> })}
        </tr>
    }
}

/// What a mentor offers, in words.
pub fn offer(desk: Desk, offer: Offer, free: u32, paused_until: Option<&str>) -> String {
    let last = paused_until.map(|day| date::long(day, desk.language)).unwrap_or_default();
    fill(desk.say(words::offer(offer)), &[("count", &free.to_string()), ("date", &last)])
}
