//! Mentees for whom nobody has been asked yet and whom a mentor may suit: the other way round.

use super::Open;
use super::fetched::{Fetched, answers, is_coming};
use super::suggest::{counted, points};
use crate::place::Place;
use crate::views::link;
use domain::desk::call::DeskRecord;
use domain::desk::row::Marks;
use domain::desk::suggest::can;
use domain::desk::waiting::{Waiting, WhoWaits, who_waits};
use domain::mentor::Offer;
use domain::words::desk::{suggest as said, waiting as words};
use leptos::prelude::*;

pub fn section(open: Open) -> impl IntoView {
    let fetched = Fetched::new(open);
    let is_hidden = move || !open.record.with(|record| record.as_deref().is_some_and(is_for));
    let list = fetched.shown(move |record, mentors, table| {
        let rows = table.rows.iter().map(AsRef::as_ref);
        shown(open, record, &who_waits(record, rows, mentors, answers(table)), is_coming(table))
    });
    view! {
        <section class="waiting" hidden=is_hidden>
            <h2>{open.say(words::TITLE)}</h2>
            <details on:toggle=move |_| fetched.look()>
                <summary>{open.say(words::OPEN)}</summary>
                {list}
            </details>
        </section>
    }
}

/// Whether it is a mentor who can be asked.
fn is_for(record: &DeskRecord) -> bool {
    let takes = record.mentor.as_ref().is_some_and(|mentor| mentor.offer == Offer::Takes);
    takes && !record.row.marks.has(Marks::PROTECTED) && can(&record.row.programme)
}

fn shown(open: Open, record: &DeskRecord, found: &WhoWaits<'_>, is_coming: bool) -> AnyView {
    let notes = [
        counted(open, found.further, words::FURTHER),
        counted(open, found.ruled_out, said::RULED_OUT),
        is_coming.then(|| open.say(said::COMING).to_owned()),
    ];
    let lead = if found.best.is_empty() { words::NOBODY } else { words::LEAD };
    view! {
        <p class="hint">{open.say(lead)}</p>
        <ol>{found.best.iter().map(|one| line(open, record, one)).collect_view()}</ol>
        {notes.into_iter().flatten().map(|note| view! { <p class="hint">{note}</p> }).collect_view()}
    }
    .into_any()
}

fn line(open: Open, record: &DeskRecord, one: &Waiting<'_>) -> impl IntoView + use<> {
    let desk = open.desk;
    let first = one.row.marks.has(Marks::WENT_WITHOUT);
    let findings = one.fit.findings.iter().map(|finding| {
        let said = said::finding(finding, &desk.phrases(&record.row.programme), one.given, &record.answers);
        view! { <li class:good=finding.points != 0>{said}</li> }
    });
    view! {
        <li>
            {link(desk, Place::Record(one.row.reference.clone()), desk.name_of(one.row), "")} " "
            <span class="detail">{points(open, one.fit.points)} ". "</span>
            {first.then(|| view! { <strong>{open.say(said::COMES_FIRST)}</strong> })}
            <ul>{findings.collect_view()}</ul>
        </li>
    }
}
