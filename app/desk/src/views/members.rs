//! The list of staff.

use super::list;
use crate::state::Desk;
use domain::desk::call::{Members, ReadMembers, SetMembers, SetMembersRequest};
use domain::desk::member::{Authority, Member};
use domain::programme::PROGRAMMES;
use domain::text::{Language, Text};
use domain::words::desk::{self as said, staff as own};
use leptos::prelude::*;

fn empty(language: Language) -> Member {
    Member {
        address: String::new(),
        name: String::new(),
        authority: Authority::Reader,
        programmes: Vec::new(),
        daily_letter: false,
        language,
    }
}

type List = list::List<Member>;

fn parts(found: Members) -> (u32, Vec<Member>) {
    (found.version, found.members)
}

pub fn page(desk: Desk) -> impl IntoView {
    let list = List::new(desk, "m", |_, kind| said::fault(kind));
    list.read::<ReadMembers>(parts);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        list.save::<SetMembers>(|seen, members| SetMembersRequest { seen, members }, parts);
    };
    view! {
        <h1 id="title" tabindex="-1">
            {desk.say(said::STAFF)}
        </h1>
        <p class="lead">{desk.say(own::LEAD)}</p>
        <form on:submit=save hidden=move || !list.is_read()>
            <p class="hint" hidden=move || list.items.with(|members| !members.is_empty())>
                {desk.say(own::NOBODY)}
            </p>
            {list.lines(line)}
            <p class="buttons">
                <button type="button" class="secondary" on:click=move |_| list.add(empty(desk.language))>
                    {desk.say(own::ADD)}
                </button>
                <button class="primary">{desk.say(said::SAVE)}</button>
            </p>
        </form>
    }
}

/// One of the staff, to be changed in place.
fn line(list: List, index: usize, now: &Member) -> impl IntoView + use<> {
    let authorities = Authority::ALL.map(|authority| (authority.key(), list.desk.say(said::authority(authority))));
    let languages = [(Language::Sv.tag(), "svenska"), (Language::En.tag(), "English")];
    view! {
        <fieldset class="member">
            <legend class="heard">{now.name.clone()}</legend>
            {list.text(index, "name", (own::NAME, ""), now.name.clone(), |member, value| member.name = value)}
            {list.text(index, "address", (own::ADDRESS, ""), now.address.clone(), |member, value| member.address = value)}
            {choice(list, index, own::AUTHORITY, &authorities, now.authority.key(), |member, value| {
                member.authority = Authority::parse(value).unwrap_or(Authority::Reader);
            })}
            {choice(list, index, own::LANGUAGE, &languages, now.language.tag(), |member, value| {
                member.language = Language::parse(value).unwrap_or_default();
            })}
            {serves(list, index, now)}
            {last(list, index, now)}
        </fieldset>
    }
}

fn choice(
    list: List,
    index: usize,
    label: Text,
    options: &[(&'static str, &'static str)],
    now: &str,
    set: fn(&mut Member, &str),
) -> impl IntoView + use<> {
    let id = format!("m-{index}-{}", label.en);
    let options = options.iter().map(|(value, words)| {
        view! {
            <option value=*value selected=now == *value>
                {*words}
            </option>
        }
    });
    view! {
        <p>
            <label for=id.clone()>{list.desk.say(label)}</label>
            <select id=id on:change=move |event| list.change(index, |member| set(member, &event_target_value(&event)))>
                {options.collect_view()}
            </select>
        </p>
    }
}

/// Programmes that they serve; an administrator serves all.
fn serves(list: List, index: usize, now: &Member) -> impl IntoView + use<> {
    let ticks = PROGRAMMES.iter().map(|programme| {
        let slug = programme.slug;
        let tick = move |event| {
            let is_served = event_target_checked(&event);
            list.change(index, |member| {
                member.programmes.retain(|known| known != slug);
                if is_served {
                    member.programmes.push(slug.to_owned());
                }
            });
        };
        view! {
            <label class="tick">
                <input type="checkbox" checked=now.programmes.iter().any(|known| known == slug) on:change=tick />
                {list.desk.title_of(slug)}
            </label>
        }
    });
    let serves_all = move || {
        list.items.with(|members| members.get(index).is_some_and(|member| member.authority == Authority::Administrator))
    };
    view! {
        <div class="serves">
            <p class="label">{list.desk.say(own::SERVES)}</p>
            <p hidden=move || !serves_all()>{list.desk.say(own::SERVES_ALL)}</p>
            <div hidden=serves_all>{ticks.collect_view()}</div>
            {list.fault(format!("{index}.programmes"))}
        </div>
    }
}

fn last(list: List, index: usize, now: &Member) -> impl IntoView + use<> {
    let daily = move |event| list.change(index, |member| member.daily_letter = event_target_checked(&event));
    view! {
        <p class="last">
            <label class="tick">
                <input type="checkbox" checked=now.daily_letter on:change=daily />
                {list.desk.say(own::DAILY)}
            </label>
            <button type="button" class="link" on:click=move |_| list.remove(index)>
                {list.desk.say(own::REMOVE)}
            </button>
        </p>
    }
}
