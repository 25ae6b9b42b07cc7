//! What may be done next with a record: a move with its letter, undoing it, a comment, allowing a pair.

use super::Open;
use domain::calendar;
use domain::desk::call::{Allow, Comment, Decide, DecideRequest, ReasonRequest, Seen, Undo};
use domain::desk::member::Authority;
use domain::desk::row::Marks;
use domain::fill::fill;
use domain::outbox::{Fact, TaskState};
use domain::standing::{Move, Standing, moves};
use domain::words;
use domain::words::desk::{self as said, record as own};
use domain::words::letter::decision;
use domain::words::standing;
use leptos::prelude::*;

/// What is being written, kept while the record is read anew: somebody else may have changed it.
#[derive(Clone, Copy)]
struct Writing {
    chosen: RwSignal<Option<Standing>>,
    comment: RwSignal<String>,
    /// The letter, once it was changed.
    letter: RwSignal<Option<String>>,
}

pub fn next(open: Open) -> impl IntoView {
    let writing =
        Writing { chosen: RwSignal::new(None), comment: RwSignal::new(String::new()), letter: RwSignal::new(None) };
    let chosen = writing.chosen;
    move || {
        let record = open.record.get()?;
        let role = open.role()?;
        let language = open.desk.language;
        let body = if !open.desk.may(Authority::Coordinator) {
            view! { <p>{open.say(own::READ_ONLY)}</p> }.into_any()
        } else if record.row.marks.has(Marks::RESTRICTED) {
            view! { <p>{open.say(own::RESTRICTED)}</p> }.into_any()
        } else {
            let ways: Vec<&'static Move> = moves(role, record.row.standing).collect();
            let buttons = ways.iter().map(|way| {
                let way = *way;
                let is_chosen = move || chosen.get() == Some(way.to);
                view! {
                    <button
                        type="button"
                        class="secondary"
                        aria-pressed=move || if is_chosen() { "true" } else { "false" }
                        on:click=move |_| chosen.set((!is_chosen()).then_some(way.to))
                    >
                        {standing::title(way.to, role).say(language)}
                    </button>
                }
            });
            let way = chosen.get().and_then(|to| ways.iter().find(|way| way.to == to));
            let form = way.map(|way| deciding(open, way, writing));
            view! {
                {undo(open)}
                {allow(open)}
                <p hidden=!ways.is_empty()>{open.say(own::NO_WAY)}</p>
                <p class="ways">{buttons.collect_view()}</p>
                {form}
            }
            .into_any()
        };
        Some(view! {
            <section class="next">
                <h2>{open.say(own::NEXT)}</h2>
                {body}
            </section>
        })
    }
}

/// The letter as it would be, in the person's language.
fn letter_of(open: Open, way: &Move) -> Option<String> {
    let record = open.record.get_untracked()?;
    if !way.letter || record.row.marks.has(Marks::SUSPECT) {
        return None;
    }
    let programme = words::programme(&record.row.programme).map_or("", |words| words.title.say(record.language));
    let text = decision::text(way.to, way.role)?;
    Some(fill(text.say(record.language), &[("programme", programme)]))
}

fn deciding(open: Open, way: &'static Move, writing: Writing) -> impl IntoView {
    let Writing { chosen, comment, letter } = writing;
    let usual = letter_of(open, way);
    let has_letter = usual.is_some();
    let stands = letter.get_untracked().or_else(|| usual.clone()).unwrap_or_default();
    let decide = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some((reference, seen)) = open.seen() else { return };
        let written = letter.get_untracked().filter(|written| has_letter && Some(written) != usual.as_ref());
        let request = DecideRequest {
            reference,
            seen,
            standing: way.to,
            comment: Some(comment.get_untracked()).filter(|comment| !comment.trim().is_empty()),
            letter: written,
        };
        open.change::<Decide>(request, move || {
            chosen.set(None);
            comment.set(String::new());
            letter.set(None);
        });
    };
    view! {
        <form on:submit=decide>
            <p class="question">
                <label for="comment">
                    {open.say(if way.reason { own::REASON_NEEDED } else { own::COMMENT })}
                </label>
                <span class="hint">{open.say(own::COMMENT_HINT)}</span>
                {open.fault("comment")}
                <textarea id="comment" rows="2" on:input=move |event| comment.set(event_target_value(&event))>
                    {comment.get_untracked()}
                </textarea>
            </p>
            <p class="question" hidden=!has_letter>
                <label for="letter">{open.say(own::LETTER)}</label>
                <span class="hint">{open.say(own::LETTER_HINT)}</span>
                {open.fault("letter")}
                <textarea id="letter" rows="9" on:input=move |event| letter.set(Some(event_target_value(&event)))>
                    {stands}
                </textarea>
            </p>
            <p class="buttons">
                <button class="primary" disabled=move || open.is_busy.get()>
                    {open.say(own::DECIDE)}
                </button>
                <button type="button" class="link" on:click=move |_| chosen.set(None)>
                    {open.say(said::CANCEL)}
                </button>
            </p>
        </form>
    }
}

/// As long as the last decision's letter waits.
fn undo(open: Open) -> impl IntoView {
    let record = open.record.get()?;
    let letter = record.letters.iter().find(|task| task.fact == Fact::DecisionLetter)?;
    if letter.state != TaskState::Waiting || letter.attempts > 0 || record.letter.is_none() {
        return None;
    }
    let time = calendar::clock(letter.due_at);
    let take_back = move |_| {
        if let Some((reference, seen)) = open.seen() {
            open.change::<Undo>(Seen { reference, seen }, || {});
        }
    };
    Some(view! {
        <div class="note">
            <p>{fill(open.say(own::GOES_AT), &[("time", &time)])}</p>
            <details>
                <summary>{open.say(own::LETTER)}</summary>
                <p class="typed">{record.letter.clone()}</p>
            </details>
            <p class="buttons">
                <button type="button" class="secondary" disabled=move || open.is_busy.get() on:click=take_back>
                    {open.say(own::UNDO)}
                </button>
            </p>
        </div>
    })
}

/// A sentence that staff must write before something is done.
pub fn because(
    open: Open,
    id: &'static str,
    label: domain::text::Text,
    button: domain::text::Text,
    carry_out: impl Fn(String) + Copy + 'static,
) -> impl IntoView {
    let reason = RwSignal::new(String::new());
    view! {
        <form on:submit=move |event| {
            event.prevent_default();
            carry_out(reason.get_untracked());
        }>
            <p class="question">
                <label for=id>{open.say(label)}</label>
                {open.fault("reason")}
                <textarea id=id rows="2" on:input=move |event| reason.set(event_target_value(&event))></textarea>
            </p>
            <p class="buttons">
                <button class="secondary" disabled=move || open.is_busy.get()>
                    {open.say(button)}
                </button>
            </p>
        </form>
    }
}

fn allow(open: Open) -> impl IntoView {
    open.record.get().filter(|record| record.needs_allowing).map(|_| {
        because(open, "allow", own::ALLOW_HINT, own::ALLOW, move |reason| {
            if let Some((reference, seen)) = open.seen() {
                open.change::<Allow>(ReasonRequest { reference, seen, reason }, || {});
            }
        })
    })
}

pub fn comment(open: Open) -> impl IntoView {
    open.desk.may(Authority::Coordinator).then(|| {
        view! {
            <details>
                <summary>{open.say(own::ADD_COMMENT)}</summary>
                {because(
                    open,
                    "add-comment",
                    own::COMMENT_HINT,
                    said::SAVE,
                    move |reason| {
                        if let Some((reference, seen)) = open.seen() {
                            open.change::<Comment>(ReasonRequest { reference, seen, reason }, || {});
                        }
                    },
                )}
            </details>
        }
    })
}
