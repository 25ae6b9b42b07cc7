//! What of the table is shown: search, filters and order, each a part of the view in the address.

use super::{choose, search, table};
use crate::browser;
use crate::place::Place;
use crate::state::Desk;
use domain::desk::view::{Sort, View};
use domain::programme::{Role, programme};
use domain::question::Kind;
use domain::standing::Standing;
use domain::text::Text;
use domain::words::desk::{self as said, records as words};
use domain::words::standing;
use leptos::prelude::*;

pub fn all(desk: Desk, view: Memo<View>) -> impl IntoView {
    let programmes = move || {
        let served = desk.reply.get().map(|reply| reply.programmes.clone()).unwrap_or_default();
        let options = served.iter().map(|live| (live.programme.clone(), desk.title_of(&live.programme).to_owned()));
        options.collect::<Vec<_>>()
    };
    let roles = Role::ALL
        .into_iter()
        .filter(|role| *role != Role::Framework)
        .map(|role| (role.slug().to_owned(), desk.say(said::role(role)).to_owned()))
        .collect::<Vec<_>>();
    let standings = Standing::ALL
        .into_iter()
        .map(|one| (one.key().to_owned(), desk.say(standing::title(one, Role::Mentee)).to_owned()))
        .collect::<Vec<_>>();
    view! {
        <form class="filters" role="search" on:submit=|event| event.prevent_default()>
            <p class="search">
                <label for="search">{desk.say(words::SEARCH)}</label>
                <input
                    id="search"
                    type="search"
                    prop:value=move || view.with(|view| view.text.clone())
                    autocomplete="off"
                    on:keydown=|event| table::enter(&event)
                    on:input=move |event| search(desk, event_target_value(&event))
                />
                <span class="hint" hidden=move || desk.table.with(|table| table.answers_from.is_none())>
                    {desk.say(words::SEARCHING_NAMES)}
                </span>
            </p>
            {move || choice((desk, view), "programme", words::PROGRAMME, programmes(), |view| view.programme.clone(), |view, value| {
                view.programme = value;
                view.choices.clear();
            })}
            {choice((desk, view), "role", words::ROLE, roles, |view| view.role.clone(), |view, value| {
                view.role = value;
                view.choices.clear();
            })}
            {choice((desk, view), "standing", words::STANDING, standings, |view| view.standing.clone(), |view, value| {
                view.standing = value;
            })}
            {choices(desk, view)}
            <div class="two">
                {day((desk, view), "from", words::FROM, |view| view.from.clone(), |view, value| view.from = value)}
                {day((desk, view), "to", words::TO, |view| view.to.clone(), |view, value| view.to = value)}
            </div>
            {order(desk, view)}
            <p class="ticks">
                {tick((desk, view), "late", words::LATE, |view| view.late, |view, is_so| view.late = is_so)}
                {clearing(desk, view)}
            </p>
        </form>
    }
}

/// What the rows are sorted by, and whether the other way round.
fn order(desk: Desk, view: Memo<View>) -> impl IntoView {
    let sorts = Sort::ALL.map(|sort| (sort.key().to_owned(), desk.say(words::sort(sort)).to_owned())).to_vec();
    view! {
        <div class="two">
            {choice((desk, view), "sort", words::SORT, sorts, |view| view.sort.key().to_owned(), |view, value| {
                view.sort = Sort::ALL.into_iter().find(|sort| sort.key() == value).unwrap_or_default();
            })}
            <p>
                {tick((desk, view), "reversed", words::REVERSED, |view| view.reversed, |view, is_so| {
                    view.reversed = is_so;
                })}
            </p>
        </div>
    }
}

/// There while something is filtered or in another order; which page is looked at is neither.
fn clearing(desk: Desk, view: Memo<View>) -> impl IntoView {
    let is_plain = move || view.with(|view| View { page: 0, all: false, ..view.clone() } == View::default());
    let clear = move |_| {
        desk.go(Place::Records(View::default()));
        // The button goes, and the focus with it.
        browser::focus("title");
    };
    view! {
        <button type="button" class="link" hidden=is_plain on:click=clear>
            {desk.say(words::CLEAR)}
        </button>
    }
}

type Options = Vec<(String, String)>;

/// One filter of a few options; the first is everything, except for the order.
fn choice(
    (desk, view): (Desk, Memo<View>),
    id: &'static str,
    label: Text,
    options: Options,
    read: fn(&View) -> String,
    set: impl Fn(&mut View, String) + Copy + 'static,
) -> impl IntoView {
    let chosen = Memo::new(move |_| view.with(read));
    let all = (id != "sort").then(|| (String::new(), desk.say(words::ALL).to_owned()));
    let options = all.into_iter().chain(options).map(|(value, words)| {
        let own = value.clone();
        view! {
            <option value=value prop:selected=move || chosen.with(|chosen| *chosen == own)>
                {words}
            </option>
        }
    });
    view! {
        <p>
            <label for=id>{desk.say(label)}</label>
            <select id=id on:change=move |event| choose(desk, |view| set(view, event_target_value(&event)))>
                {options.collect_view()}
            </select>
        </p>
    }
}

/// A day, typed.
fn day(
    (desk, view): (Desk, Memo<View>),
    id: &'static str,
    label: Text,
    read: fn(&View) -> String,
    set: fn(&mut View, String),
) -> impl IntoView {
    view! {
        <p>
            <label for=id>{desk.say(label)}</label>
            <input
                id=id
                inputmode="numeric"
                autocomplete="off"
                placeholder=desk.say(words::DAY)
                prop:value=move || view.with(read)
                on:input=move |event| choose(desk, |view| set(view, event_target_value(&event).trim().to_owned()))
            />
        </p>
    }
}

fn tick(
    (desk, view): (Desk, Memo<View>),
    id: &'static str,
    label: Text,
    read: fn(&View) -> bool,
    set: fn(&mut View, bool),
) -> impl IntoView {
    view! {
        <label class="tick">
            <input
                id=id
                type="checkbox"
                prop:checked=move || view.with(read)
                on:change=move |event| choose(desk, |view| set(view, event_target_checked(&event)))
            />
            {desk.say(label)}
        </label>
    }
}

/// Filters of the form that is chosen: its questions with options.
fn choices(desk: Desk, view: Memo<View>) -> impl IntoView {
    let asked = Memo::new(move |_| view.with(|view| (view.programme.clone(), view.role.clone())));
    move || asked.with(|(slug, role)| of_form(desk, view, slug, role))
}

fn of_form(desk: Desk, view: Memo<View>, slug: &str, role: &str) -> impl IntoView + use<> {
    let form = programme(slug).zip(Role::parse(role)).and_then(|(programme, role)| programme.form(role));
    let said = domain::words::programme(slug).zip(form).and_then(|(words, form)| words.form(form.role));
    let questions =
        form.zip(said).map(|(form, said)| said.questions_with(form).collect::<Vec<_>>()).unwrap_or_default();
    let filters = questions.into_iter().filter(|(question, _)| {
        matches!(question.kind, Kind::OneChoice { .. } | Kind::SeveralChoices { .. } | Kind::RankedChoice { .. })
    });
    filters
        .map(|(question, said)| {
            let chosen = Memo::new(move |_| {
                let of_question = |view: &View| view.choices.iter().find(|(id, _)| id == question.id).cloned();
                view.with(of_question).map(|(_, option)| option).unwrap_or_default()
            });
            let options = question.kind.options().iter().zip(said.options).map(|(id, text)| {
                view! {
                    <option value=*id prop:selected=move || chosen.with(|chosen| chosen == id)>
                        {text.say(desk.language)}
                    </option>
                }
            });
            let set = move |event| {
                choose(desk, |view| {
                    view.choices.retain(|(id, _)| id != question.id);
                    view.choices.push((question.id.to_owned(), event_target_value(&event)));
                });
            };
            view! {
                <p>
                    <label for=format!("q-{}", question.id)>{said.short.say(desk.language)}</label>
                    <select id=format!("q-{}", question.id) on:change=set>
                        <option value="" prop:selected=move || chosen.with(String::is_empty)>
                            {desk.say(words::ALL)}
                        </option>
                        {options.collect_view()}
                    </select>
                </p>
            }
        })
        .collect_view()
}
