//! Everything held about a person on one page: every record of the same address whole, and files of it that are for them.

use super::link;
use super::record::{Open, shown};
use crate::browser;
use crate::calls::send;
use crate::place::Place;
use crate::state::Desk;
use domain::desk::call::{
    DeskPerson, DeskRecord, ExportPerson, ExportPersonRequest, PersonFile, ReadPerson, ReadRecordRequest,
};
use domain::desk::person::{is_masked, made};
use domain::desk::said;
use domain::fill::{fill, fill_numbers};
use domain::words::desk::{person as words, record as own, records};
use domain::words::form::asked as asked_words;
use domain::words::letter::written_in;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

type Held = RwSignal<Option<Arc<DeskPerson>>>;

pub fn page(desk: Desk, reference: &str) -> impl IntoView + use<> {
    let held: Held = RwSignal::new(None);
    // Of it only what is wrong with a reason is used here.
    let open = Open::new(desk);
    let reason = RwSignal::new(String::new());
    let reference = StoredValue::new(reference.to_owned());
    let read = move |reason: Option<String>| {
        let request = ReadRecordRequest { reference: reference.get_value(), reason };
        spawn_local(async move {
            if let Some(person) = open.heard("unmask", send::<ReadPerson>(&request).await) {
                held.set(Some(Arc::new(person)));
            }
        });
    };
    read(None);
    let unmask = Callback::new(move |reason| read(Some(reason)));
    let values = reference.get_value();
    let values = [("reference", values.as_str())];
    let back = fill(desk.say(words::BACK), &values);
    view! {
        <p>{link(desk, Place::Record(reference.get_value()), back, "")}</p>
        <h1 id="title" tabindex="-1">
            {desk.say(words::TITLE)}
        </h1>
        <p class="lead">{fill(desk.say(words::LEAD), &values)}</p>
        <p class="hint">{desk.say(words::NOT_FOUND_HERE)}</p>
        {move || {
            let person = held.get()?;
            Some(
                view! {
                    {not_shown(desk, &person)}
                    {is_masked(&person).then(|| shown::unmasking(open, reason, unmask))}
                    {files(desk, held, reference)}
                    {person.records.iter().map(|record| whole(desk, record)).collect_view()}
                },
            )
        }}
    }
}

/// What is held and not shown here.
fn not_shown(desk: Desk, person: &DeskPerson) -> AnyView {
    let counted = [(words::ELSEWHERE, person.elsewhere), (words::FRAMEWORKS, person.frameworks)];
    let counted = counted.into_iter().filter(|(_, count)| *count > 0);
    let counted = counted.map(|(text, count)| fill_numbers(desk.say(text), &[("count", count)]));
    let more = person.has_more.then(|| desk.say(words::MORE).to_owned());
    let lines = counted.chain(more).map(|line| view! { <p class="note">{line}</p> });
    lines.collect_view().into_any()
}

/// The two files; the log says that one was made before it is.
fn files(desk: Desk, held: Held, reference: StoredValue<String>) -> AnyView {
    let take_out = move |file: PersonFile| {
        spawn_local(async move {
            let reference = reference.get_value();
            let person = held.get_untracked();
            let made = person.and_then(|person| made(&person, file, &reference, Desk::now()));
            let Some(made) = made else { return };
            if desk.heard(send::<ExportPerson>(&ExportPersonRequest { reference, file }).await).is_some() {
                browser::offer(&made.name, made.kind, &made.bytes);
                desk.said.set(desk.say(words::DOWNLOADED).to_owned());
            }
        });
    };
    let masked = held.with_untracked(|person| person.as_ref().is_some_and(|person| is_masked(person)));
    let offered = if masked {
        view! { <p>{desk.say(words::FILES_MASKED)}</p> }.into_any()
    } else {
        view! {
            <p class="hint">{desk.say(words::FILES_HINT)}</p>
            <p class="buttons">
                <button type="button" class="secondary" on:click=move |_| take_out(PersonFile::Readable)>
                    {desk.say(words::DOWNLOAD_READABLE)}
                </button>
                <button type="button" class="secondary" on:click=move |_| take_out(PersonFile::Json)>
                    {desk.say(words::DOWNLOAD_JSON)}
                </button>
            </p>
        }
        .into_any()
    };
    view! {
        <h2>{desk.say(words::FILES)}</h2>
        {offered}
    }
    .into_any()
}

fn whole(desk: Desk, record: &DeskRecord) -> AnyView {
    let heading = format!("{} {}", desk.say(records::REFERENCE), record.row.reference);
    let more = said::more_facts(record, desk.language).into_iter();
    let more = more.map(|(label, value)| shown::row_of(desk.say(label).to_owned(), value, None));
    let arrived = record.arrived.as_deref().map(|arrived| {
        view! {
            <h3>{desk.say(own::ARRIVED)}</h3>
            {shown::answers(desk, &record.row, arrived, true)}
        }
    });
    let decided = record.letter.clone().filter(|_| !record.is_masked).map(|letter| {
        view! {
            <h3>{desk.say(own::LETTER)}</h3>
            <p class="typed" lang=record.language.tag()>
                {letter}
            </p>
        }
    });
    view! {
        <section class="whole">
            <h2>{link(desk, Place::Record(record.row.reference.clone()), heading, "")}</h2>
            {shown::facts(desk, record)}
            <dl class="answers">{more.collect_view()}</dl>
            <p>{desk.say(written_in(record.language))}</p>
            {answers(desk, record)}
            {arrived}
            {asked(desk, record)}
            <h3>{desk.say(own::HISTORY)}</h3>
            {shown::history(desk, record)}
            {letters(desk, record)}
            {decided}
        </section>
    }
    .into_any()
}

/// None while they are masked: the place to say why they must be seen stands above.
fn answers(desk: Desk, record: &DeskRecord) -> Option<AnyView> {
    (!record.is_masked).then(|| {
        view! {
            <h3>{desk.say(own::ANSWERS)}</h3>
            {shown::answers(desk, &record.row, &record.answers, true)}
        }
        .into_any()
    })
}

fn asked(desk: Desk, record: &DeskRecord) -> Option<AnyView> {
    let items = record.asked.iter().map(|asked| {
        let lines = asked_words::said(asked, desk.language).into_iter();
        view! { <li>{lines.map(|line| view! { <p class="typed">{line}</p> }).collect_view()}</li> }
    });
    (!record.asked.is_empty()).then(|| {
        view! {
            <h3>{desk.say(words::ASKED)}</h3>
            <ul>{items.collect_view()}</ul>
        }
        .into_any()
    })
}

fn letters(desk: Desk, record: &DeskRecord) -> Option<AnyView> {
    (!record.letters.is_empty()).then(|| {
        view! {
            <h3>{desk.say(own::LETTERS)}</h3>
            {shown::letters(desk, record)}
        }
        .into_any()
    })
}
