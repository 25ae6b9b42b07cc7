//! What may be done next with a record: a move with its letter, undoing it, a comment, allowing a pair.

use super::Open;
use domain::calendar;
use domain::call::Call;
use domain::desk::call::{Allow, Comment, Decide, DecideRequest, DeskRecord, ReasonRequest, Seen, Undo};
use domain::desk::member::Authority;
use domain::desk::row::Marks;
use domain::fill::fill;
use domain::mentor::CHECKED_FIELD;
use domain::outbox::Fact;
use domain::standing::{Move, Standing, moves};
use domain::text::Text;
use domain::words;
use domain::words::date;
use domain::words::desk::{self as said, record as own};
use domain::words::letter::decision;
use domain::words::standing;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What is being written. It stays while the record is read anew: somebody else may have changed it.
#[derive(Clone, Copy)]
struct Writing {
    open: Open,
    chosen: RwSignal<Option<Standing>>,
    comment: RwSignal<String>,
    /// Letters that were changed, each of the standing it tells of.
    letters: RwSignal<BTreeMap<Standing, String>>,
}

impl Writing {
    /// What is chosen, where the record may still come to it.
    fn way(&self) -> Option<&'static Move> {
        let (role, now) = self.open.standing()?;
        let to = self.chosen.get()?;
        moves(role, now).find(|way| way.to == to)
    }

    /// The letter as it would be, in the person's language.
    fn usual(&self) -> Option<String> {
        let way = self.way()?;
        let record = self.open.record.get()?;
        if !way.letter || record.row.marks.has(Marks::SUSPECT) {
            return None;
        }
        let programme = words::programme(&record.row.programme).map_or("", |words| words.title.say(record.language));
        let text = decision::text(way.to, way.role)?;
        Some(fill(text.say(record.language), &[("programme", programme)]))
    }

    fn letter(&self) -> String {
        let written = self.way().and_then(|way| self.letters.with(|letters| letters.get(&way.to).cloned()));
        written.or_else(|| self.usual()).unwrap_or_default()
    }

    fn decide(self) {
        let (Some(way), Some((reference, seen))) = (untrack(|| self.way()), self.open.seen()) else { return };
        let usual = untrack(|| self.usual());
        let written = self.letters.with_untracked(|letters| letters.get(&way.to).cloned());
        let request = DecideRequest {
            reference,
            seen,
            standing: way.to,
            comment: Some(self.comment.get_untracked()).filter(|comment| !comment.trim().is_empty()),
            letter: written.filter(|written| usual.as_ref().is_some_and(|usual| usual != written)),
        };
        self.open.change::<Decide>("decide", request, move || {
            self.chosen.set(None);
            self.comment.set(String::new());
            self.letters.set(BTreeMap::new());
        });
    }
}

pub fn next(open: Open) -> impl IntoView {
    let writing = Writing {
        open,
        chosen: RwSignal::new(None),
        comment: RwSignal::new(String::new()),
        letters: RwSignal::new(BTreeMap::new()),
    };
    let may_decide = open.desk.may(Authority::Coordinator);
    let is_restricted = move || open.has(Marks::RESTRICTED);
    let may_move = move || may_decide && !is_restricted();
    let has_no_way = move || open.standing().is_some_and(|(role, now)| moves(role, now).next().is_none());
    view! {
        <section class="next">
            <h2>{open.say(own::NEXT)}</h2>
            <p hidden=may_decide>{open.say(own::READ_ONLY)}</p>
            <p hidden=move || !may_decide || !is_restricted()>{open.say(own::RESTRICTED)}</p>
            {move || may_move().then(|| undo(open))}
            {allow(open, may_move)}
            <p hidden=move || !may_move() || !has_no_way()>{open.say(own::NO_WAY)}</p>
            {move || may_move().then(|| ways(writing))}
            {deciding(writing, may_move)}
        </section>
    }
}

/// A button for each standing that the record may come to.
fn ways(writing: Writing) -> impl IntoView {
    let chosen = writing.chosen;
    let language = writing.open.desk.language;
    let (role, now) = writing.open.standing()?;
    let buttons = moves(role, now).map(|way| {
        let is_chosen = move || chosen.get() == Some(way.to);
        view! {
            <button
                type="button"
                class="secondary"
                aria-pressed=move || if is_chosen() { "true" } else { "false" }
                on:click=move |_| chosen.set((!is_chosen()).then_some(way.to))
            >
                {standing::act(way).say(language)}
            </button>
        }
    });
    Some(view! { <p class="ways">{buttons.collect_view()}</p> })
}

/// Drawn once, and shown while something is chosen.
fn deciding(writing: Writing, may_move: impl Fn() -> bool + Copy + Send + 'static) -> impl IntoView {
    let Writing { open, chosen, comment, letters } = writing;
    let way = Memo::new(move |_| writing.way().copied());
    let has_letter = move || writing.usual().is_some();
    let label = move || {
        let needs_reason = way.get().is_some_and(|way| way.reason);
        open.say(if needs_reason { own::REASON_NEEDED } else { own::COMMENT })
    };
    let write_letter = move |event: leptos::ev::Event| {
        if let Some(way) = way.get_untracked() {
            letters.update(|letters| drop(letters.insert(way.to, event_target_value(&event))));
        }
    };
    let decide = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        writing.decide();
    };
    view! {
        <form on:submit=decide hidden=move || !may_move() || way.get().is_none()>
            <p class="question">
                <label for="comment">{label}</label>
                <span class="hint">{open.say(own::COMMENT_HINT)}</span>
                {open.fault("decide", "comment")}
                <textarea
                    id="comment"
                    rows="2"
                    prop:value=comment
                    on:input=move |event| comment.set(event_target_value(&event))
                ></textarea>
            </p>
            <p class="question" hidden=move || !has_letter()>
                <label for="letter">{open.say(own::LETTER)}</label>
                <span class="hint">{open.say(own::LETTER_HINT)}</span>
                {open.fault("decide", "letter")}
                <textarea id="letter" rows="9" prop:value=move || writing.letter() on:input=write_letter></textarea>
            </p>
            <p>{open.fault("decide", CHECKED_FIELD)}</p>
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
    if !record.may_be_undone {
        return None;
    }
    let time = date::clock_in(&calendar::clock(letter.due_at), open.desk.language);
    let take_back = move |_| {
        if let Some((reference, seen)) = open.seen() {
            open.change::<Undo>("undo", Seen { reference, seen }, || {});
        }
    };
    Some(view! {
        <div class="note">
            <p>{fill(open.say(own::GOES_AT), &[("time", &time)])}</p>
            {record.letter.clone().map(|letter| {
                view! {
                    <details>
                        <summary>{open.say(own::LETTER)}</summary>
                        <p class="typed">{letter}</p>
                    </details>
                }
            })}
            <p class="buttons">
                <button type="button" class="secondary" disabled=move || open.is_busy.get() on:click=take_back>
                    {open.say(own::UNDO)}
                </button>
            </p>
        </div>
    })
}

/// A sentence that staff must write before something is done. `id` names the form; `carry_out` is given the sentence and what
/// empties the field once it is done.
pub fn because(
    open: Open,
    id: &'static str,
    label: Text,
    button: impl Fn() -> Text + Copy + Send + 'static,
    carry_out: impl Fn(String, RwSignal<String>) + Copy + 'static,
) -> impl IntoView {
    let reason = RwSignal::new(String::new());
    view! {
        <form on:submit=move |event| {
            event.prevent_default();
            carry_out(reason.get_untracked(), reason);
        }>
            <p class="question">
                <label for=id>{open.say(label)}</label>
                {open.fault(id, "reason")}
                <textarea
                    id=id
                    rows="2"
                    prop:value=reason
                    on:input=move |event| reason.set(event_target_value(&event))
                ></textarea>
            </p>
            <p class="buttons">
                <button class="secondary" disabled=move || open.is_busy.get()>
                    {move || open.say(button())}
                </button>
            </p>
        </form>
    }
}

/// As [`because`], for a change of the record.
pub fn changing<C>(
    open: Open,
    id: &'static str,
    label: Text,
    button: impl Fn() -> Text + Copy + Send + 'static,
    request: impl Fn(ReasonRequest) -> C::Request + Copy + 'static,
) -> impl IntoView
where
    C: Call<Reply = DeskRecord> + 'static,
    C::Request: 'static,
{
    because(open, id, label, button, move |reason, written: RwSignal<String>| {
        if let Some((reference, seen)) = open.seen() {
            let request = request(ReasonRequest { reference, seen, reason });
            open.change::<C>(id, request, move || written.set(String::new()));
        }
    })
}

fn allow(open: Open, may_move: impl Fn() -> bool + Copy + Send + 'static) -> impl IntoView {
    let needs = move || open.record.with(|record| record.as_ref().is_some_and(|record| record.needs_allowing));
    view! {
        <div hidden=move || !may_move() || !needs()>
            {changing::<Allow>(open, "allow", own::ALLOW_HINT, || own::ALLOW, |request| request)}
        </div>
    }
}

pub fn comment(open: Open) -> impl IntoView {
    open.desk.may(Authority::Coordinator).then(|| {
        view! {
            <details>
                <summary>{open.say(own::ADD_COMMENT)}</summary>
                {changing::<Comment>(open, "add-comment", own::COMMENT_HINT, || said::SAVE, |request| request)}
            </details>
        }
    })
}
