//! Entering an application that came on paper or by telephone.

use super::{fields, wrong};
use crate::browser;
use crate::calls::send;
use crate::place::Place;
use crate::state::Desk;
use domain::desk::call::{Enter, EnterRequest};
use domain::draft::{Answers, Draft};
use domain::fill::fill_numbers;
use domain::link::{LinkHash, Secret, hex};
use domain::problem::Fault;
use domain::programme::{Form, Programme, Role, programme};
use domain::words::desk::{self as said, programme as own};
use domain::words::form::PROBLEM_TITLE;
use domain::words::{self, FormWords, fault as fault_words};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The field of how it came, in faults and on the page.
const HOW: &str = "reason";
const HOW_ID: &str = "how";

/// Forms that may be entered for somebody.
const ENTERED: [Role; 4] = [Role::Mentee, Role::Mentor, Role::Asking, Role::Registering];

pub fn page(desk: Desk) -> impl IntoView {
    let chosen = RwSignal::new(String::new());
    let options = move || {
        let served = desk.reply.get().map(|reply| reply.programmes.clone()).unwrap_or_default();
        let forms = served.iter().filter_map(|live| programme(&live.programme)).flat_map(|programme| {
            let roles = ENTERED.into_iter().filter(move |role| programme.form(*role).is_some());
            roles.map(move |role| (programme, role))
        });
        forms
            .map(|(programme, role)| {
                let words = format!("{}: {}", desk.title_of(programme.slug), desk.say(said::role(role)));
                view! { <option value=format!("{}/{}", programme.slug, role.slug())>{words}</option> }
            })
            .collect_view()
    };
    view! {
        <h1 id="title" tabindex="-1">
            {desk.say(said::ENTER)}
        </h1>
        <p class="lead">{desk.say(own::ENTER_LEAD)}</p>
        <p class="question">
            <label for="form">{desk.say(own::ENTER_FORM)}</label>
            <select id="form" on:change=move |event| chosen.set(event_target_value(&event))>
                <option value="">{desk.say(said::CHOOSE)}</option>
                {options}
            </select>
        </p>
        // Each form anew: a field that was written in would go on showing what was written.
        <For each=move || [chosen.get()] key=String::clone children=move |chosen| untrack(|| form_of(desk, &chosen)) />
    }
}

/// The form that is chosen, as programme and role.
fn form_of(desk: Desk, chosen: &str) -> Option<impl IntoView + use<>> {
    let (slug, role) = chosen.split_once('/')?;
    let programme = programme(slug)?;
    let form = programme.form(Role::parse(role)?)?;
    Some(entry(desk, programme, form))
}

fn entry(desk: Desk, programme: &'static Programme, form: &'static Form) -> impl IntoView {
    let answers = RwSignal::new(Answers::new());
    let faults = RwSignal::new(Vec::<Fault>::new());
    let how = RwSignal::new(String::new());
    let is_busy = RwSignal::new(false);
    // One id for this entry, however often it is sent.
    let keys = StoredValue::new(browser::chance::<16>().zip(browser::chance::<32>()));
    let said_of = words::programme(programme.slug).and_then(|words| words.form(form.role));
    let enter = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some((id, secret)) = keys.get_value() else { return };
        let draft = Draft { answers: answers.get_untracked(), ..Draft::new(programme, form.role, desk.language) };
        let receipt_hash: LinkHash = Secret::from_random(secret).hash();
        let request = EnterRequest {
            id: hex(&id),
            receipt_hash: receipt_hash.as_str().to_owned(),
            draft,
            reason: how.get_untracked(),
        };
        is_busy.set(true);
        spawn_local(async move {
            let answer = send::<Enter>(&request).await;
            is_busy.set(false);
            if let Some(record) = desk.heard_with(answer, faults) {
                desk.put(&record);
                desk.go(Place::Record(record.row.reference.clone()));
                desk.said.set(desk.say(own::ENTERED).to_owned());
            } else {
                browser::focus("entry-problem");
            }
        });
    };
    view! {
        <form on:submit=enter>
            {said_of.map(|said_of| {
                view! {
                    {summary(desk, form, said_of, faults)}
                    {fields::all(desk, form, said_of, answers, faults)}
                }
            })}
            <p class="question">
                <label for=HOW_ID>{desk.say(own::ENTER_HOW)}</label>
                {wrong::place(move || wrong::sentence(desk, faults, HOW))}
                <input id=HOW_ID on:input=move |event| how.set(event_target_value(&event)) />
            </p>
            <p class="buttons">
                <button class="primary" disabled=move || is_busy.get()>
                    {desk.say(own::ENTER_BUTTON)}
                </button>
            </p>
        </form>
    }
}

/// Every fault with a link to its field, as an applicant has them.
fn summary(desk: Desk, form: &'static Form, said_of: &'static FormWords, faults: wrong::Faults) -> impl IntoView {
    let line = move |fault: Fault| {
        let (id, sentence) = told(desk, form, said_of, &fault);
        view! {
            <li>
                <a href=id.map(|id| format!("#{id}"))>{sentence}</a>
            </li>
        }
    };
    view! {
        <div class="summary" id="entry-problem" role="alert" tabindex="-1" hidden=move || faults.with(Vec::is_empty)>
            <h2>{desk.say(PROBLEM_TITLE)}</h2>
            <ul>{move || faults.get().into_iter().map(line).collect_view()}</ul>
        </div>
    }
}

/// The id of the field that a fault is at, where it is at one, and what is wrong there.
fn told(
    desk: Desk,
    form: &'static Form,
    said_of: &'static FormWords,
    Fault { field, kind }: &Fault,
) -> (Option<String>, String) {
    if let Some((question, words)) = said_of.questions_with(form).find(|(question, _)| question.id == field) {
        let sentence = fault_words::sentence(question, words, *kind, desk.language);
        return (Some(fields::field_id(question.id)), sentence);
    }
    let sentence = fill_numbers(desk.say(said::fault(*kind)), &kind.numbers());
    if field == HOW {
        // The sentence alone would not say what is to be filled in.
        return (Some(HOW_ID.to_owned()), format!("{} {sentence}", desk.say(own::ENTER_HOW)));
    }
    (None, sentence)
}
