//! A mentee beside some of the mentors who may suit: what each answered, what fits and what does not, and a button to ask.
//! Where the page is narrow each line is a block, as in [`frame`].

use super::Open;
use super::suggest::{asking, points, said};
use crate::place::Place;
use crate::views::{frame, link};
use domain::desk::call::DeskRecord;
use domain::desk::suggest::{BESIDE_MAX, Suggested, Suggestion, turned};
use domain::fill::fill;
use domain::matching::{Rule, rules};
use domain::programme::Role;
use domain::text::Text;
use domain::words::desk::{mentors, requests, suggest as words};
use leptos::prelude::*;

/// Who was chosen, by reference, in the order of choosing; nobody has been before the first choice, and then the best stand there.
#[derive(Clone, Copy, Default)]
pub struct Beside {
    chosen: RwSignal<Option<Vec<String>>>,
}

impl Beside {
    fn shown(self, best: &[String]) -> Vec<String> {
        self.chosen.get().unwrap_or_else(|| best.to_vec())
    }

    fn turn(self, best: &[String], reference: &str) {
        self.chosen.set(Some(turned(&untrack(|| self.shown(best)), reference)));
    }
}

fn first(found: &Suggested<'_>) -> Vec<String> {
    found.best.iter().take(BESIDE_MAX).map(|one| one.mentor.row.reference.clone()).collect()
}

/// The box that has a mentor stand in the table or not.
pub fn chosen_beside(open: Open, beside: Beside, found: &Suggested<'_>, one: &Suggestion<'_>) -> impl IntoView + use<> {
    let (best, reference) = (first(found), one.mentor.row.reference.clone());
    let label = fill(open.say(words::BESIDE_NAME), &[("name", &open.desk.name_of(&one.mentor.row))]);
    let (known, own) = (best.clone(), reference.clone());
    view! {
        <label class="tick">
            <input
                type="checkbox"
                aria-label=label
                prop:checked=move || beside.shown(&known).contains(&own)
                on:change=move |_| beside.turn(&best, &reference)
            />
            {open.say(words::BESIDE)}
        </label>
    }
}

/// The table; none where nobody is chosen.
pub fn table(open: Open, beside: Beside, record: &DeskRecord, found: &Suggested<'_>) -> AnyView {
    let chosen = beside.shown(&first(found));
    let shown: Vec<&Suggestion<'_>> =
        found.best.iter().filter(|one| chosen.contains(&one.mentor.row.reference)).collect();
    if shown.is_empty() {
        return ().into_any();
    }
    let desk = open.desk;
    let heads = shown.iter().map(|one| {
        let row = &one.mentor.row;
        view! {
            <th scope="col" role="columnheader">
                {link(desk, Place::Record(row.reference.clone()), desk.name_of(row), "")} " "
                <span class="detail">{points(open, one.points())}</span>
            </th>
        }
    });
    let answers = rules(&record.row.programme).iter().map(|rule| answered(open, record, rule, &shown));
    let free = shown.iter().map(|one| of_mentor(open, one, one.mentor.free).into_any());
    let fits = shown.iter().map(|one| findings(open, record, one, true));
    let fits_not = shown.iter().map(|one| findings(open, record, one, false));
    let asks = shown.iter().map(|one| of_mentor(open, one, asking(open, one)).into_any());
    view! {
        <p class="hint">{open.say(words::BESIDE_HINT)}</p>
        <div class="scroll">
            <table class="beside" role="table">
                <caption>{open.say(words::BESIDE)}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">
                            <span class="heard">{open.say(words::QUESTION)}</span>
                        </th>
                        <th scope="col" role="columnheader">
                            {open.say(words::MENTEE)} " " <span class="detail">{desk.name_of(&record.row)}</span>
                        </th>
                        {heads.collect_view()}
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    {answers.collect_view()}
                    {line(open, mentors::FREE, free.collect())}
                    {line(open, words::FITS, fits.collect())}
                    {line(open, words::FITS_NOT, fits_not.collect())}
                    {line(open, requests::ASK, asks.collect())}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

/// What everybody answered to one question.
fn answered(open: Open, record: &DeskRecord, rule: &Rule, shown: &[&Suggestion<'_>]) -> impl IntoView + use<> {
    let phrases = open.desk.phrases(&record.row.programme);
    let mentors = shown
        .iter()
        .map(|one| of_mentor(open, one, said_of(words::answered(&phrases, Role::Mentor, rule.mentor, one.given))));
    let mentee = said_of(words::answered(&phrases, Role::Mentee, rule.mentee, &record.answers));
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                {words::question(rule, &phrases)}
            </th>
            {frame::cell(open.desk, words::MENTEE, mentee)}
            {mentors.collect_view()}
        </tr>
    }
}

/// Nothing where nothing was said: the style puts a dash there.
fn said_of(answer: String) -> Option<String> {
    (!answer.is_empty()).then_some(answer)
}

/// The cell of a mentor.
fn of_mentor<V: IntoView>(open: Open, one: &Suggestion<'_>, words: V) -> impl IntoView + use<V> {
    view! {
        <td role="cell" data-label=open.desk.name_of(&one.mentor.row)>
            {words}
        </td>
    }
}

/// A line about the mentors alone.
fn line(open: Open, label: Text, cells: Vec<AnyView>) -> impl IntoView {
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                {open.say(label)}
            </th>
            <td role="cell"></td>
            {cells}
        </tr>
    }
}

/// What speaks for a mentor, or what does not.
fn findings(open: Open, record: &DeskRecord, one: &Suggestion<'_>, is_for: bool) -> AnyView {
    let wish = one.wish.filter(|_| is_for).map(|place| open.say(words::wish(place)).to_owned());
    let found = one.fit.findings.iter().filter(|finding| (finding.points != 0) == is_for);
    let said: Vec<String> = wish.into_iter().chain(found.map(|finding| said(open, record, one, finding))).collect();
    let lines = said.into_iter().map(|said| view! { <li class:good=is_for>{said}</li> }).collect::<Vec<_>>();
    of_mentor(open, one, (!lines.is_empty()).then(|| view! { <ul>{lines}</ul> })).into_any()
}
