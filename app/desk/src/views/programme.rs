//! Programmes: what stands of each, and the live half of one to be changed.

mod preview;

use super::{link, wrong};
use crate::calls::send;
use crate::place::Place;
use crate::state::Desk;
use domain::call::SetLiveRequest;
use domain::desk::call::{ProgrammeRequest, ReadVersions, SetLive};
use domain::desk::member::Authority;
use domain::desk::view::View;
use domain::fill::fill;
use domain::live::{Live, LiveVersion, Said};
use domain::problem::{Fault, Problem};
use domain::programme::programme;
use domain::text::Text;
use domain::words;
use domain::words::date;
use domain::words::desk::{self as said, closures, programme as own};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// What stands of a programme, in a few words.
fn standing(desk: Desk, live: &Live) -> String {
    let today = Desk::today();
    match (live.is_open(&today), live.first_day(&today)) {
        (true, _) => desk.say(own::OPEN_NOW).to_owned(),
        (false, Some(day)) => fill(desk.say(own::OPENS), &[("date", &date::day(day, desk.language))]),
        (false, None) => desk.say(own::CLOSED_NOW).to_owned(),
    }
}

pub fn list(desk: Desk) -> impl IntoView {
    let lines = move || {
        let served = desk.reply.get().map(|reply| reply.programmes.clone()).unwrap_or_default();
        served
            .into_iter()
            .map(|version| {
                let title = desk.title_of(&version.programme).to_owned();
                view! {
                    <li>
                        {link(desk, Place::Programme(version.programme.clone()), title, "name")}
                        <span class="detail">{standing(desk, &version.live)}</span>
                        <span class="detail">{version.live.contact.clone()}</span>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <h1 id="title" tabindex="-1">
            {desk.say(said::PROGRAMMES)}
        </h1>
        <ul class="queue">{lines}</ul>
        <p hidden=move || !desk.may(Authority::Administrator)>
            {link(desk, Place::Closures, desk.say(closures::TITLE).to_owned(), "")}
        </p>
    }
}

pub fn page(desk: Desk, slug: &str) -> impl IntoView + use<> {
    let slug = slug.to_owned();
    let found = desk.reply.with_untracked(|reply| {
        reply.as_ref().and_then(|reply| reply.programmes.iter().find(|live| live.programme == slug).cloned())
    });
    let Some(version) = found else {
        return view! { <h1 id="title" tabindex="-1">{desk.say(said::UNKNOWN_PAGE)}</h1> }.into_any();
    };
    let undecided: Vec<String> = programme(&slug)
        .map(|programme| {
            programme.undecided().map(|(what, who)| format!("{} ({who})", desk.say(own::undecided(what)))).collect()
        })
        .unwrap_or_default();
    let round = View {
        programme: slug.clone(),
        from: version.live.opens_on.clone().unwrap_or_default(),
        to: version.live.closes_on.clone().unwrap_or_default(),
        ..View::default()
    };
    view! {
        <h1 id="title" tabindex="-1">
            {desk.title_of(&slug)}
        </h1>
        <p>
            <a href=desk.language.address(&format!("/{slug}")) target="_blank">
                {desk.say(own::PREVIEW)}
            </a>
            " "
            <span class="hint">{desk.say(own::PREVIEW_HINT)}</span>
        </p>
        <p class="note" hidden=undecided.is_empty()>
            {desk.say(own::UNDECIDED)}
            " "
            {undecided.join(", ")}
        </p>
        <p>{link(desk, Place::Records(round), desk.say(own::ITS_RECORDS).to_owned(), "")}</p>
        {form(desk, version)}
        {versions(desk, slug)}
    }
    .into_any()
}

/// A text in one language, or nothing where both are empty.
fn both(sv: String, en: String) -> Option<Said> {
    (!sv.trim().is_empty() || !en.trim().is_empty()).then_some(Said { sv, en })
}

fn some(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// A live half as it is being changed: each text in a field of its own.
#[derive(Clone, Copy)]
struct Written {
    open: RwSignal<bool>,
    /// In the order of [`FIELDS`].
    texts: [RwSignal<String>; 9],
}

/// The field that a fault names, its label, a hint.
const FIELDS: [(&str, Text, Option<Text>); 9] = [
    ("opens_on", own::OPENS_ON, Some(own::DAY_HINT)),
    ("closes_on", own::CLOSES_ON, None),
    ("contact", own::CONTACT, None),
    ("reviewer", own::REVIEWER, None),
    ("reviewed", own::REVIEWED, None),
    ("closed_because.sv", own::BECAUSE_SV, Some(own::BOTH)),
    ("closed_because.en", own::BECAUSE_EN, None),
    ("notice.sv", own::NOTICE_SV, Some(own::BOTH)),
    ("notice.en", own::NOTICE_EN, None),
];

impl Written {
    fn of(live: Live) -> Self {
        let said_of = |said: Option<Said>| said.map_or_else(Default::default, |said| (said.sv, said.en));
        let (because, notice) = (said_of(live.closed_because), said_of(live.notice));
        let texts = [
            live.opens_on.unwrap_or_default(),
            live.closes_on.unwrap_or_default(),
            live.contact,
            live.reviewer.unwrap_or_default(),
            live.reviewed,
            because.0,
            because.1,
            notice.0,
            notice.1,
        ];
        Self { open: RwSignal::new(live.open), texts: texts.map(RwSignal::new) }
    }

    fn live(&self) -> Live {
        let [opens_on, closes_on, contact, reviewer, reviewed_on, because_sv, because_en, notice_sv, notice_en] =
            self.texts.map(|text| text.get());
        Live {
            open: self.open.get(),
            closed_because: both(because_sv, because_en),
            opens_on: some(&opens_on),
            closes_on: some(&closes_on),
            contact,
            reviewer: some(&reviewer),
            reviewed: reviewed_on,
            notice: both(notice_sv, notice_en),
        }
    }
}

fn save(desk: Desk, request: SetLiveRequest, seen: RwSignal<u32>, faults: RwSignal<Vec<Fault>>) {
    spawn_local(async move {
        let answer = send::<SetLive>(&request).await;
        if let Err(Problem::Changed) = &answer {
            desk.said.set(words::problem::sentence(&Problem::Changed, desk.language));
        }
        let Some(version) = desk.heard_with(answer, faults) else { return };
        seen.set(version.version);
        desk.said.set(desk.say(said::SAVED).to_owned());
        desk.reply.update(|reply| {
            let programmes = reply.as_mut().map(|reply| &mut Arc::make_mut(reply).programmes);
            let known = programmes.and_then(|all| all.iter_mut().find(|known| known.programme == version.programme));
            if let Some(known) = known {
                *known = version;
            }
        });
    });
}

fn form(desk: Desk, version: LiveVersion) -> impl IntoView {
    let (seen, faults) = (RwSignal::new(version.version), RwSignal::new(Vec::<Fault>::new()));
    let (programme, written) = (version.programme, Written::of(version.live));
    let slug = programme.clone();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let live = untrack(|| written.live());
        let request = SetLiveRequest { programme: programme.clone(), seen: seen.get_untracked(), live };
        save(desk, request, seen, faults);
    };
    let may = move || desk.may(Authority::Coordinator);
    let fields = FIELDS.into_iter().zip(written.texts).enumerate();
    view! {
        <form class="half" on:submit=send>
            <p>
                <label class="tick">
                    <input
                        type="checkbox"
                        checked=written.open.get_untracked()
                        disabled=move || !may()
                        on:change=move |event| written.open.set(event_target_checked(&event))
                    />
                    {desk.say(own::OPEN)}
                </label>
            </p>
            {fields.map(|(index, (field, value))| input(desk, index, field, value, faults)).collect_view()}
            <section class="preview">
                <h2>{desk.say(own::AS_IT_READS)}</h2>
                {move || preview::sentences(desk, &slug, &written.live())}
            </section>
            <p class="buttons" hidden=move || !may()>
                <button class="primary">{desk.say(said::SAVE)}</button>
            </p>
        </form>
    }
}

fn input(
    desk: Desk,
    index: usize,
    (name, label, hint): (&'static str, Text, Option<Text>),
    value: RwSignal<String>,
    faults: RwSignal<Vec<Fault>>,
) -> impl IntoView {
    let id = format!("live-{index}");
    view! {
        <p class="question">
            <label for=id.clone()>{desk.say(label)}</label>
            {hint.map(|hint| view! { <span class="hint">{desk.say(hint)}</span> })}
            {wrong::place(move || wrong::sentence(desk, faults, name))}
            <input
                id=id
                value=value.get_untracked()
                disabled=move || !desk.may(Authority::Coordinator)
                on:input=move |event| value.set(event_target_value(&event))
            />
        </p>
    }
}

/// Who set what, the newest first.
fn versions(desk: Desk, slug: String) -> impl IntoView {
    let found = RwSignal::new(Vec::<LiveVersion>::new());
    Effect::new(move || {
        // A save brings a new one.
        desk.reply.track();
        let request = ProgrammeRequest { programme: slug.clone() };
        spawn_local(async move {
            if let Some(versions) = desk.heard(send::<ReadVersions>(&request).await) {
                found.set(versions);
            }
        });
    });
    let line = move |version: &LiveVersion| {
        let at = date::time(version.at, desk.language);
        view! {
            <li>
                <details>
                    <summary>
                        {at} " – " {standing(desk, &version.live)} " "
                        <span class="detail">{version.by.clone().unwrap_or_default()}</span>
                    </summary>
                    {preview::sentences(desk, &version.programme, &version.live)}
                </details>
            </li>
        }
    };
    view! {
        <h2>{desk.say(own::VERSIONS)}</h2>
        <ol class="versions" reversed>
            {move || found.get().iter().map(line).collect_view()}
        </ol>
        <p class="hint" hidden=move || found.with(|found| !found.is_empty())>
            {desk.say(own::OF_FILE)}
        </p>
    }
}
