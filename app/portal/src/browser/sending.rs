//! Sending: under one id, again and again until the ledger has answered, and never a word of success before.

use super::calls::{self, Answer};
use super::moves::{self, History};
use super::state::Saving;
use super::{acts, clock, here, page, spawn, state, storage, with_app};
use crate::here::Here;
use crate::kept::{Kept, KeptReceipt, Outbound, Sending, retry_pause_ms};
use crate::told::{Told, ToldFault};
use domain::call::{FindReceipt, FindRequest, Receipt, SendApplication, SendRequest};
use domain::journey::Place;
use domain::link::Secret;
use domain::problem::own_field;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use std::cell::Cell;
use std::time::Duration;

/// The one loop of a tab.
#[derive(Default)]
pub struct Loop {
    /// A call is under way: every further tap is this one.
    is_busy: Cell<bool>,
    tries: Cell<u32>,
    /// There was no network at some point of this sending.
    was_offline: Cell<bool>,
    pause: Cell<Option<TimeoutHandle>>,
}

/// Why it is tried now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    Tap,
    Network,
    Pause,
}

/// A person pressed Send.
pub fn begin() {
    with_app(|app| {
        app.sending.tries.set(0);
        app.sending.was_offline.set(false);
    });
    spawn(attempt(Reason::Tap));
}

/// Goes on with a send that an earlier page, or another tab, has begun.
pub async fn resume() {
    let Some(here) = here() else { return };
    let state = state();
    let is_unknown = state.peek(|held| held.kept.state == Outbound::Unknown);
    say(if is_unknown { Sending::Unknown } else { Sending::NotSent });
    with_app(|app| app.sending.was_offline.set(true));
    if here.place != Place::Check {
        moves::go(here.at(Place::Check), History::Replace).await;
    }
    spawn(attempt(Reason::Pause));
}

/// Something that waits is tried at once.
pub fn hurry(reason: Reason) {
    let waits = state().peek(|held| match held.sending {
        Sending::Unknown => true,
        // Changed since Send was pressed, here or in another tab: it waits for a new press.
        Sending::NotSent => held.kept.state != Outbound::Writing,
        // The ledger named the time; only a person may be more impatient.
        Sending::Waiting { .. } => reason == Reason::Tap,
        _ => false,
    });
    if waits {
        spawn(attempt(reason));
    }
}

/// The person goes back to change something that was not sent yet.
pub fn take_back() {
    if state().peek(|held| held.kept.state == Outbound::Waiting) {
        mark(Outbound::Writing);
    }
    say(Sending::Idle);
}

/// What one try came to.
enum Outcome {
    Received(Receipt),
    OtherAnswers(Receipt),
    Faults(Vec<ToldFault>),
    Refused(String),
    /// What was sent under this id was erased; sent anew it is something new.
    Erased(String),
    Later(u32),
    Unknown,
}

async fn attempt(reason: Reason) {
    if with_app(|app| app.sending.is_busy.replace(true)) {
        return;
    }
    with_app(|app| app.sending.pause.take()).inspect(TimeoutHandle::clear);
    if let Some(here) = here() {
        try_once(here, reason).await;
    }
    with_app(|app| app.sending.is_busy.set(false));
}

async fn try_once(here: Here, reason: Reason) {
    let state = state();
    let outbound = state.peek(|held| held.kept.state);
    if outbound == Outbound::Writing && reason != Reason::Tap {
        // Changed since Send was pressed, perhaps this very moment: it waits for a new press.
        say(Sending::Idle);
        return;
    }
    let was_unknown = outbound == Outbound::Unknown;
    if !page::is_online() {
        with_app(|app| app.sending.was_offline.set(true));
        if !was_unknown {
            mark(Outbound::Waiting);
        }
        say(if was_unknown { Sending::Unknown } else { Sending::NotSent });
        return;
    }
    // Kept before the call leaves: whatever happens to this page, the next one asks before it sends.
    mark(Outbound::Unknown);
    if !was_unknown || reason == Reason::Tap {
        say(Sending::Sending);
        // The buttons are gone while it goes on: the focus must not go with them.
        if let Some(outcome) = page::by_id("outcome") {
            page::focus(&outcome);
        }
    }
    let kept = state.peek(|held| held.kept.clone());
    let outcome = if was_unknown { ask_then_send(&kept).await } else { send(&kept).await };
    let by_itself = reason != Reason::Tap && with_app(|app| app.sending.was_offline.get());
    conclude(here, outcome, by_itself).await;
}

async fn conclude(here: Here, outcome: Outcome, by_itself: bool) {
    match outcome {
        Outcome::Received(receipt) => received(here, receipt, by_itself, false),
        Outcome::OtherAnswers(receipt) => received(here, receipt, false, true),
        Outcome::Faults(faults) => {
            mark(Outbound::Writing);
            say(Sending::Idle);
            back_to_faults(here, &faults).await;
        }
        Outcome::Refused(sentence) => {
            mark(Outbound::Writing);
            refuse(sentence);
        }
        Outcome::Erased(sentence) => {
            let fresh = storage::new_draft(&here);
            state().change(|held| (held.kept.id, held.kept.secret) = (fresh.id, fresh.secret));
            mark(Outbound::Writing);
            refuse(sentence);
        }
        Outcome::Later(seconds) => {
            say(Sending::Waiting { seconds });
            again_after(seconds.saturating_mul(1_000));
        }
        Outcome::Unknown => {
            say(Sending::Unknown);
            let tries = with_app(|app| {
                app.sending.was_offline.set(app.sending.was_offline.get() || !page::is_online());
                app.sending.tries.set(app.sending.tries.get().saturating_add(1));
                app.sending.tries.get()
            });
            let mut chance = [0_u8];
            getrandom::fill(&mut chance).ok();
            again_after(retry_pause_ms(tries, chance[0]));
        }
    }
}

fn again_after(pause_ms: u32) {
    let pause = Duration::from_millis(u64::from(pause_ms));
    let handle = set_timeout_with_handle(|| spawn(attempt(Reason::Pause)), pause);
    with_app(|app| app.sending.pause.set(handle.ok()));
}

fn say(sending: Sending) {
    state().change(|held| held.sending = sending);
}

fn mark(outbound: Outbound) {
    state().change(|held| held.kept.state = outbound);
    acts::keep();
}

/// Hash of the secret that stays here.
fn receipt_hash(kept: &Kept) -> String {
    Secret::parse(&kept.secret).map(|secret| secret.hash().as_str().to_owned()).unwrap_or_default()
}

async fn ask_then_send(kept: &Kept) -> Outcome {
    match find(kept).await {
        Answer::Reply(Some(receipt)) => Outcome::Received(receipt),
        Answer::Reply(None) => send(kept).await,
        Answer::Problem(told) if matches!(told.problem.key.as_str(), "too-many-attempts" | "erased") => {
            outcome_of(told)
        }
        // The ledger is away, and the Worker can still keep it; under the same id it is one application whatever happened.
        Answer::Problem(told) if told.problem.key == "unreachable" => send(kept).await,
        _ => Outcome::Unknown,
    }
}

async fn find(kept: &Kept) -> Answer<Option<Receipt>> {
    let request = FindRequest { id: kept.id.clone(), receipt_hash: receipt_hash(kept) };
    calls::send::<FindReceipt>(&request).await
}

/// Keeps the receipt of a draft that went as a plain post.
pub async fn fetch_receipt(here: Here, kept: &Kept) {
    if let Answer::Reply(Some(receipt)) = find(kept).await {
        received(here, receipt, false, false);
    }
}

async fn send(kept: &Kept) -> Outcome {
    let request = SendRequest { id: kept.id.clone(), receipt_hash: receipt_hash(kept), draft: kept.draft.clone() };
    match calls::send::<SendApplication>(&request).await {
        Answer::Reply(receipt) => Outcome::Received(receipt),
        Answer::Problem(told) => outcome_of(told),
        Answer::Nothing => Outcome::Unknown,
    }
}

fn outcome_of(told: Told) -> Outcome {
    let Told { title, problem } = told;
    match (problem.key.as_str(), problem.receipt) {
        ("other-answers", Some(receipt)) => Outcome::OtherAnswers(receipt),
        ("faults", _) => Outcome::Faults(problem.faults),
        ("erased", _) => Outcome::Erased(title),
        ("too-many-attempts", _) => Outcome::Later(problem.retry_after_s.unwrap_or(60)),
        ("unreachable", _) => Outcome::Unknown,
        _ => Outcome::Refused(title),
    }
}

fn received(here: Here, receipt: Receipt, by_itself: bool, other_answers: bool) {
    let secret = state().peek(|held| held.kept.secret.clone());
    let kept = KeptReceipt { receipt, secret, saved_at: clock::now(), by_itself, other_answers };
    // The receipt first: another tab that sees the draft go must find it.
    storage::keep_receipt(&here, &kept);
    storage::forget_draft(&here);
    show_receipt(kept);
}

/// Shows a receipt, and makes room for a new draft.
pub fn show_receipt(kept: KeptReceipt) {
    let Some(here) = here() else { return };
    state().change(|held| {
        held.receipt = Some(kept);
        held.sending = Sending::Idle;
        held.saving = Saving::NothingYet;
        held.kept = storage::new_draft(&here);
    });
    with_app(|app| app.returning.set(false));
    spawn(moves::go(here.at(Place::Receipt), History::Replace));
}

/// Faults that only the ledger found: at their fields, or in words at the top where they have none.
async fn back_to_faults(here: Here, faults: &[ToldFault]) {
    let first = faults.iter().find_map(|fault| here.form.page_of(&fault.field));
    if let Some(page) = first {
        let there = here.at(Place::Page(page));
        moves::go(there, History::Push).await;
        acts::show_faults(there, faults);
    } else {
        // Documents of a newer release lead to its program and its notice.
        with_app(|app| app.documents.borrow_mut().clear());
        if faults.iter().any(|fault| fault.field == own_field::NOTICE) {
            say_that_the_notice_changed();
        } else {
            refuse(page::template("problem", "malformed"));
        }
    }
}

/// At the top of the page: the notice has changed since it was read.
pub fn say_that_the_notice_changed() {
    refuse(page::template("problem", "other-notice"));
}

/// At the top of the page: it cannot go on until there is a network again.
pub fn say_that_the_next_page_needs_a_network() {
    refuse(page::template("problem", "offline"));
}

fn refuse(sentence: String) {
    say(Sending::Refused { sentence });
    page::lead_to("problem");
}
