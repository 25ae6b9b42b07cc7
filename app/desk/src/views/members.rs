//! The list of staff.

use crate::calls::send;
use crate::state::Desk;
use domain::desk::call::{Members, ReadMembers, SetMembers, SetMembersRequest};
use domain::desk::member::{Authority, Member};
use domain::problem::{Fault, Problem};
use domain::programme::PROGRAMMES;
use domain::text::{Language, Text};
use domain::words;
use domain::words::desk::{self as said, staff as own};
use leptos::prelude::*;
use leptos::task::spawn_local;

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

/// The list as it is being changed.
#[derive(Clone, Copy)]
struct List {
    desk: Desk,
    /// The version that was read.
    seen: RwSignal<Option<u32>>,
    members: RwSignal<Vec<Member>>,
    /// Drawn anew only where a line comes or goes: a field that is being written in stays.
    drawn: RwSignal<u32>,
    faults: RwSignal<Vec<Fault>>,
}

impl List {
    fn take(&self, found: Members) {
        self.seen.set(Some(found.version));
        self.members.set(found.members);
        self.draw();
    }

    fn draw(&self) {
        self.drawn.update(|drawn| *drawn += 1);
    }

    fn save(self) {
        let Some(seen) = self.seen.get_untracked() else { return };
        let request = SetMembersRequest { seen, members: self.members.get_untracked() };
        spawn_local(async move {
            let answer = send::<SetMembers>(&request).await;
            if let Err(Problem::Changed) = &answer {
                self.desk.said.set(words::problem::sentence(&Problem::Changed, self.desk.language));
            }
            if let Some(found) = self.desk.heard_with(answer, self.faults) {
                self.take(found);
                self.desk.said.set(self.desk.say(said::SAVED).to_owned());
            }
        });
    }

    fn change(&self, index: usize, set: impl FnOnce(&mut Member)) {
        self.members.update(|members| {
            if let Some(member) = members.get_mut(index) {
                set(member);
            }
        });
    }

    /// The place of what is wrong with a field of one line.
    fn fault(self, index: usize, field: &'static str) -> impl IntoView {
        let wrong = move || {
            self.faults.with(|faults| {
                let found = faults.iter().find(|fault| fault.field == format!("{index}.{field}"))?;
                Some(words::fault::general(found.kind).say(self.desk.language))
            })
        };
        view! {
            <span class="fault" hidden=move || wrong().is_none()>
                {wrong}
            </span>
        }
    }
}

pub fn page(desk: Desk) -> impl IntoView {
    let list = List {
        desk,
        seen: RwSignal::new(None),
        members: RwSignal::new(Vec::new()),
        drawn: RwSignal::new(0),
        faults: RwSignal::new(Vec::new()),
    };
    spawn_local(async move {
        if let Some(found) = desk.heard(send::<ReadMembers>(&()).await) {
            list.take(found);
        }
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        list.save();
    };
    let add = move |_| {
        list.members.update(|members| members.push(empty(desk.language)));
        list.draw();
    };
    // All anew when one comes or goes: a field that was written in would go on showing what was written.
    let lines = move || {
        let drawn = list.drawn.get();
        (0..list.members.with_untracked(Vec::len)).map(move |index| (drawn, index)).collect::<Vec<_>>()
    };
    view! {
        <h1 id="title" tabindex="-1">
            {desk.say(said::STAFF)}
        </h1>
        <p class="lead">{desk.say(own::LEAD)}</p>
        <form on:submit=save hidden=move || list.seen.get().is_none()>
            <p class="hint" hidden=move || list.members.with(|members| !members.is_empty())>
                {desk.say(own::NOBODY)}
            </p>
            <For each=lines key=Clone::clone children=move |(_, index)| line(list, index) />
            <p class="buttons">
                <button type="button" class="secondary" on:click=add>
                    {desk.say(own::ADD)}
                </button>
                <button class="primary">{desk.say(said::SAVE)}</button>
            </p>
        </form>
    }
}

/// One of the staff, to be changed in place.
fn line(list: List, index: usize) -> impl IntoView {
    let Some(now) = list.members.with_untracked(|members| members.get(index).cloned()) else { return ().into_any() };
    let authorities = Authority::ALL.map(|authority| (authority.key(), list.desk.say(said::authority(authority))));
    let languages = [(Language::Sv.tag(), "svenska"), (Language::En.tag(), "English")];
    view! {
        <fieldset class="member">
            <legend class="heard">{now.name.clone()}</legend>
            {text(list, index, "name", own::NAME, now.name.clone(), |member, value| member.name = value)}
            {text(list, index, "address", own::ADDRESS, now.address.clone(), |member, value| member.address = value)}
            {choice(list, index, own::AUTHORITY, &authorities, now.authority.key(), |member, value| {
                member.authority = Authority::parse(value).unwrap_or(Authority::Reader);
            })}
            {choice(list, index, own::LANGUAGE, &languages, now.language.tag(), |member, value| {
                member.language = Language::parse(value).unwrap_or_default();
            })}
            {serves(list, index, &now)}
            {last(list, index, &now)}
        </fieldset>
    }
    .into_any()
}

fn text(
    list: List,
    index: usize,
    field: &'static str,
    label: Text,
    now: String,
    set: fn(&mut Member, String),
) -> impl IntoView {
    let id = format!("m-{index}-{field}");
    view! {
        <p>
            <label for=id.clone()>{list.desk.say(label)}</label>
            {list.fault(index, field)}
            <input
                id=id
                value=now
                autocomplete="off"
                on:input=move |event| list.change(index, |member| set(member, event_target_value(&event)))
            />
        </p>
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
        list.members
            .with(|members| members.get(index).is_some_and(|member| member.authority == Authority::Administrator))
    };
    view! {
        <div class="serves">
            <p class="label">{list.desk.say(own::SERVES)}</p>
            <p hidden=move || !serves_all()>{list.desk.say(own::SERVES_ALL)}</p>
            <div hidden=serves_all>{ticks.collect_view()}</div>
            {list.fault(index, "programmes")}
        </div>
    }
}

fn last(list: List, index: usize, now: &Member) -> impl IntoView + use<> {
    let remove = move |_| {
        list.members.update(|members| {
            if index < members.len() {
                members.remove(index);
            }
        });
        list.draw();
    };
    let daily = move |event| list.change(index, |member| member.daily_letter = event_target_checked(&event));
    view! {
        <p class="last">
            <label class="tick">
                <input type="checkbox" checked=now.daily_letter on:change=daily />
                {list.desk.say(own::DAILY)}
            </label>
            <button type="button" class="link" on:click=remove>
                {list.desk.say(own::REMOVE)}
            </button>
        </p>
    }
}
