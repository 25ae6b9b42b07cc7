//! Taking over a document: what was typed before the program arrived wins over what is kept, and what is kept fills the rest.

use super::fields::{self, Standing};
use super::state::Saving;
use super::{acts, listen, moves, page, sending, spawn, state, storage, with_app};
use crate::here::Here;
use crate::kept::{Kept, Outbound};
use domain::answer::{date_parts, join_date};
use domain::form_post::field as names;
use domain::journey::{Place, reachable};
use domain::question::Kind;

/// Brings the form's document to life that the browser has loaded, in short turns: a slow phone answers a finger between them.
pub async fn form(here: Here) {
    moves::take(Some(here));
    page::breathe().await;
    if !stands(here) {
        return;
    }
    // In one turn, so that nothing is typed between reading the fields and writing them.
    let standing = fields::read(here.form);
    let was_posted = standing.carried(names::ID).is_some();
    adopt(here, standing);
    let state = state();
    fields::pour(here.form, &state.peek(|held| held.kept.draft.answers.clone()), None);
    state.change(|held| {
        // A receipt that the Worker has just written is newer than any that is kept.
        held.receipt = if page::written_receipt().is_none() { storage::receipt(&here) } else { None };
        held.is_alive = true;
    });
    listen();
    page::breathe().await;
    if stands(here) {
        spawn(moves::fetch_ahead());
        settle(here, was_posted).await;
    }
}

/// Whether that place is still the open one.
fn stands(here: Here) -> bool {
    super::here().is_some_and(|now| now.address() == here.address())
}

/// Makes the draft of what is kept and what stands in the form.
fn adopt(here: Here, standing: Standing) {
    let state = state();
    let returning = standing.carried(names::RETURN).is_some() || moves::was_returning();
    let stored = storage::draft(&here);
    let is_stored = stored.is_some();
    let mut kept = stored.unwrap_or_else(|| storage::new_draft(&here));
    kept.draft.answers.retain(|_, values| values.iter().any(|value| !value.trim().is_empty()));
    // Answers whose fate is unknown are locked: nothing in the form can change them.
    let is_locked = kept.state == Outbound::Unknown;
    let old = kept.clone();
    if !is_locked {
        // A draft of an earlier release may hold answers to what is asked in another way now, or not any more.
        let is_fitted = kept.fit(here.form);
        take_carried(here, &mut kept, &standing);
        for (question, values) in standing.asked {
            if !values.is_empty() {
                let values = beside(here, &question, values, kept.draft.answers.get(&question));
                kept.draft.answers.insert(question, values);
            }
        }
        if !standing.website.is_empty() {
            kept.draft.website = standing.website;
        }
        let is_renewed = kept.draft.renew_notice(here.programme, here.form);
        with_app(|app| app.notice_changed.set(is_renewed && is_stored));
        if is_fitted || kept.draft.answers != old.draft.answers {
            // Pressed Send, and then changed: it waits to be sent no more.
            kept.state = Outbound::Writing;
        }
    }
    kept.draft.language = here.language;
    let is_changed = kept.draft.answers != old.draft.answers
        || (&kept.id, &kept.changed, &kept.aside) != (&old.id, &old.changed, &old.aside);
    with_app(|app| app.returning.set(returning));
    state.change(|held| held.kept = kept);
    if is_changed && here.place != Place::Receipt {
        acts::keep();
    } else if is_stored {
        state.change(|held| held.saving = Saving::Saved);
    }
}

/// What the Worker wrote into the hidden fields: its id and secret, and the answers of other pages. What the post did not
/// carry stays as it is kept.
fn take_carried(here: Here, kept: &mut Kept, standing: &Standing) {
    let (Some(id), Some(secret)) = (standing.carried(names::ID), standing.carried(names::SECRET)) else {
        return;
    };
    kept.id.clone_from(id);
    kept.secret.clone_from(secret);
    for question in here.form.questions() {
        let Some(value) = standing.carried(question.id) else { continue };
        let values = if question.kind.has_several_values() {
            value.split(',').map(str::to_owned).collect()
        } else {
            vec![value.clone()]
        };
        kept.draft.answers.insert(question.id.to_owned(), values);
    }
    kept.changed.extend(page::noted_as_changed());
    kept.put_aside(standing.carried(names::ASIDE).map_or("", String::as_str).lines().map(str::to_owned).collect());
}

/// What was typed, and of a date what is kept for the fields that nothing was typed into.
fn beside(here: Here, question: &str, typed: Vec<String>, kept: Option<&Vec<String>>) -> Vec<String> {
    let is_date = here.form.question(question).is_some_and(|question| matches!(question.kind, Kind::Date { .. }));
    let (Some(typed_date), Some(kept_date), true) = (typed.first(), kept.and_then(|kept| kept.first()), is_date) else {
        return typed;
    };
    let [year, month, day] = date_parts(typed_date);
    let [kept_year, kept_month, kept_day] = date_parts(kept_date);
    let [year, month, day] = [(year, kept_year), (month, kept_month), (day, kept_day)]
        .map(|(typed, kept)| if typed.is_empty() { kept } else { typed });
    join_date(year, month, day)
}

/// Leads to the right place: where a send goes on, or as far as the answers reach.
async fn settle(here: Here, was_posted: bool) {
    let state = state();
    let kept = state.peek(|held| held.kept.clone());
    if here.place == Place::Receipt {
        keep_what_was_received(here, &kept).await;
    } else if kept.state != Outbound::Writing {
        sending::resume().await;
    } else if was_posted {
        moves::replace_address(here);
        acts::hold_posted_faults(here);
    } else {
        let place = reachable(here.form, &kept.draft, here.place);
        if place != here.place {
            moves::go(here.at(place), moves::History::Replace).await;
        }
        if with_app(|app| app.notice_changed.take()) {
            sending::say_that_the_notice_changed();
        }
    }
}

/// A receipt that the Worker wrote after a plain post, of the draft that is kept here: asked for once more, so that it is
/// kept in the draft's place. Of another draft it stays as it is, and a reload posts the same again and gets the same.
async fn keep_what_was_received(here: Here, kept: &Kept) {
    let is_of_this_draft =
        page::written_receipt().is_some_and(|link| !kept.secret.is_empty() && link.ends_with(&kept.secret));
    if is_of_this_draft {
        sending::fetch_receipt(here, kept).await;
    }
}

/// Brings the page to life that lists what this phone keeps.
pub fn storage() {
    moves::take(None);
    state().change(|held| {
        held.stored = storage::keys();
        held.is_alive = true;
    });
    listen();
}
