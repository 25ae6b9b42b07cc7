//! What has been kept as long as its programme keeps it: a list that erases nothing, and erasing what stands in it under a
//! decision.

use super::{frame, link, wrong};
use crate::browser;
use crate::calls::send;
use crate::place::Place;
use crate::state::Desk;
use domain::desk::call::{After, Due, EraseDue, EraseDueRequest, ReadDue, RetentionRun, Seen};
use domain::fill::fill;
use domain::ledger::retention::RUN_MAX;
use domain::problem::Fault;
use domain::programme::Role;
use domain::words::desk::{self as said, records, retention as words};
use domain::words::{date, standing};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Everything that the list is made of.
#[derive(Clone, Debug, Default)]
struct Found {
    /// At most [`RUN_MAX`], those that have been due longest.
    due: Vec<Due>,
    /// How many more there are.
    more: usize,
    undecided: Vec<(String, String)>,
    runs: Vec<RetentionRun>,
}

/// What the page holds.
#[derive(Clone, Copy)]
struct Page {
    desk: Desk,
    found: RwSignal<Option<Found>>,
    decision: RwSignal<String>,
    faults: RwSignal<Vec<Fault>>,
    kept: RwSignal<Vec<String>>,
    is_busy: RwSignal<bool>,
}

pub fn page(desk: Desk) -> impl IntoView {
    let page = Page {
        desk,
        found: RwSignal::new(None),
        decision: RwSignal::new(String::new()),
        faults: RwSignal::new(Vec::new()),
        kept: RwSignal::new(Vec::new()),
        is_busy: RwSignal::new(false),
    };
    spawn_local(page.look());
    view! {
        <p>{link(desk, Place::Log, desk.say(said::LOG).to_owned(), "")}</p>
        <h1 id="title" tabindex="-1">
            {desk.say(said::RETENTION)}
        </h1>
        <p class="lead">{desk.say(words::LEAD)}</p>
        <div role="alert">{kept(page)}</div>
        {move || match page.found.get() {
            None => view! { <p class="hint">{desk.say(said::LOADING)}</p> }.into_any(),
            Some(found) => {
                view! {
                    {due(page, found.due, found.more)}
                    {undecided(desk, found.undecided)}
                    {runs(desk, &found.runs)}
                }
                    .into_any()
            }
        }}
    }
}

impl Page {
    /// Looks through the whole book; a list that is not whole is not shown.
    async fn look(self) {
        let (mut found, mut after) = (Found::default(), None);
        loop {
            let Some(page) = self.desk.heard(send::<ReadDue>(&After { after }).await) else { return };
            found.due.extend(page.due);
            found.runs.extend(page.runs);
            for one in page.undecided {
                if !found.undecided.contains(&one) {
                    found.undecided.push(one);
                }
            }
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        found.due.sort_by(|a, b| (&a.due_on, &a.reference).cmp(&(&b.due_on, &b.reference)));
        found.more = found.due.len().saturating_sub(RUN_MAX);
        found.due.truncate(RUN_MAX);
        self.found.set(Some(found));
    }

    /// Erases what was shown. Pressed again after a lost answer it sends the same, and nothing happens twice.
    async fn erase(self, request: EraseDueRequest) {
        self.is_busy.set(true);
        let answer = send::<EraseDue>(&request).await;
        let Some(done) = self.desk.heard_with(answer, self.faults) else {
            self.is_busy.set(false);
            browser::focus("decision");
            return;
        };
        for reference in &done.erased {
            self.desk.remove(reference);
        }
        let count = done.erased.len().to_string();
        self.kept.set(done.kept);
        self.look().await;
        self.is_busy.set(false);
        self.desk.said.set(fill(self.desk.say(words::ERASED), &[("count", &count)]));
        browser::focus("title");
    }
}

/// What stayed, by reference.
fn kept(page: Page) -> impl IntoView {
    let desk = page.desk;
    move || {
        let kept = page.kept.get();
        (!kept.is_empty()).then(|| {
            let lines = kept.into_iter().map(|reference| {
                view! { <li>{link(desk, Place::Record(reference.clone()), reference, "ref")}</li> }
            });
            view! {
                <div class="note">
                    <p>{desk.say(words::KEPT)}</p>
                    <ul>{lines.collect_view()}</ul>
                </div>
            }
        })
    }
}

fn due(page: Page, due: Vec<Due>, more: usize) -> impl IntoView {
    let desk = page.desk;
    if due.is_empty() {
        return view! { <p>{desk.say(words::NONE)}</p> }.into_any();
    }
    let heads = [records::REFERENCE, records::PROGRAMME, records::STANDING, words::ENDED_ON, words::DUE_ON];
    let lines = due.iter().map(|due| line(desk, due)).collect_view();
    view! {
        {frame::table(desk, &heads, lines)}
        <p hidden=more == 0>{fill(desk.say(words::MORE), &[("count", &more.to_string())])}</p>
        {form(page, due)}
    }
    .into_any()
}

fn line(desk: Desk, due: &Due) -> impl IntoView + use<> {
    let role = Role::parse(&due.role).unwrap_or(Role::Asking);
    let reference = due.reference.clone();
    let reference = if role.is_for_staff() {
        link(desk, Place::Record(reference.clone()), reference, "ref").into_any()
    } else {
        // What two people agreed on is theirs: there is no page of it here.
        view! { <span class="ref">{reference}</span> }.into_any()
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                {reference}
            </th>
            {frame::cell(desk, records::PROGRAMME, desk.title_of(&due.programme).to_owned())}
            {frame::cell(desk, records::STANDING, desk.say(standing::title(due.standing, role)))}
            {frame::cell(desk, words::ENDED_ON, frame::unbroken(date::day(&due.ended_on, desk.language)))}
            {frame::cell(desk, words::DUE_ON, frame::unbroken(date::day(&due.due_on, desk.language)))}
        </tr>
    }
}

/// Under which decision, and how many go.
fn form(page: Page, due: Vec<Due>) -> impl IntoView {
    let desk = page.desk;
    let button = match due.len() {
        1 => desk.say(words::ERASE_ONE).to_owned(),
        count => fill(desk.say(words::ERASE), &[("count", &count.to_string())]),
    };
    let wrong = move || wrong::sentence(desk, page.faults, "decision");
    let erase = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let records = due.iter().map(|due| Seen { reference: due.reference.clone(), seen: due.version }).collect();
        spawn_local(page.erase(EraseDueRequest { decision: page.decision.get_untracked(), records }));
    };
    view! {
        <form on:submit=erase>
            <p class="question">
                <label for="decision">{desk.say(words::DECISION)}</label>
                <span class="hint" id="decision-hint">
                    {desk.say(words::DECISION_HINT)}
                </span>
                <span class="fault" id="decision-fault" hidden=move || wrong().is_none()>
                    {wrong}
                </span>
                <input
                    id="decision"
                    autocomplete="off"
                    aria-describedby="decision-hint decision-fault"
                    aria-invalid=move || wrong().map(|_| "true")
                    value=page.decision.get_untracked()
                    on:input=move |event| page.decision.set(event_target_value(&event))
                />
            </p>
            <p>{desk.say(words::CANNOT_BE_UNDONE)}</p>
            <p class="buttons">
                <button class="primary" disabled=move || page.is_busy.get()>
                    {button}
                </button>
            </p>
        </form>
    }
}

fn undecided(desk: Desk, undecided: Vec<(String, String)>) -> impl IntoView {
    let lines = undecided.into_iter().map(move |(slug, who)| {
        let title = desk.title_of(&slug);
        let name = if title.is_empty() { slug } else { title.to_owned() };
        let why = match who.as_str() {
            "" => desk.say(words::HAS_LEFT).to_owned(),
            who => fill(desk.say(words::DECIDES), &[("who", who)]),
        };
        view! { <li>{name} ": " {why}</li> }
    });
    let lines: Vec<_> = lines.collect();
    (!lines.is_empty()).then(|| {
        view! {
            <h2>{desk.say(words::UNDECIDED)}</h2>
            <p>{desk.say(words::UNDECIDED_LEAD)}</p>
            <ul class="undecided">{lines.into_iter().collect_view()}</ul>
        }
    })
}

/// What went earlier, under which decision; the log names its number.
fn runs(desk: Desk, runs: &[RetentionRun]) -> impl IntoView + use<> {
    let line = |run: &RetentionRun| {
        let at = date::time(run.at, desk.language);
        let count = run.erased.to_string();
        view! {
            <li value=run.number>
                {run.decision.clone()} " " {fill(desk.say(words::ERASED), &[("count", &count)])} " "
                <span class="detail unbroken">{at}</span> <span class="detail by">{run.by.clone()}</span>
            </li>
        }
    };
    let lines = runs.iter().map(line).collect_view();
    (!runs.is_empty()).then(|| {
        view! {
            <h2>{desk.say(words::RUNS)}</h2>
            <ol class="versions">{lines}</ol>
        }
    })
}
