//! What the open page shows of what is held: which of its places are filled with what.

use super::clock;
use super::page::{origin, template};
use super::state::{Held, Saving};
use crate::here::Here;
use crate::kept::{KeptReceipt, Sending};
use domain::answer::length;
use domain::call::link_path;
use domain::fill::{fill, grouped};
use domain::fills::Fills;
use domain::journey::Place;
use domain::link::Secret;
use domain::programme::Page;
use domain::question::Kind;
use domain::shown::{show_answers, show_changes, show_fault, show_ranking, show_receipt};
use domain::text::Language;

/// Everything for the page that is open; nothing until it is taken over.
pub fn of(held: &Held, here: Option<Here>) -> Fills {
    let mut fills = Fills::default();
    if !held.is_alive {
        return fills;
    }
    fills.show("alive");
    let Some(here) = here else {
        show_stored(&mut fills, held);
        return fills;
    };
    match here.place {
        Place::Page(page) => {
            show_draft(&mut fills, held, here);
            show_page(&mut fills, held, here, page);
        }
        Place::Check => {
            show_draft(&mut fills, held, here);
            show_answers(&mut fills, here.form, &held.kept.draft.answers, here.language);
            show_sending(&mut fills, &held.sending);
        }
        Place::Receipt => {
            if let Some(kept) = &held.receipt {
                show_kept_receipt(&mut fills, kept, here.language);
            }
        }
    }
    fills
}

/// What this phone keeps, by the parts of its keys: of receipts each has its own.
fn show_stored(fills: &mut Fills, held: &Held) {
    for key in &held.stored {
        fills.show("stored");
        fills.show(format!("stored-{key}"));
        for (end, _) in key.match_indices('/') {
            fills.show(format!("stored-{}", key.get(..end).unwrap_or_default()));
        }
    }
    if held.is_erased {
        fills.show("erased");
    }
}

/// What is said of the draft on every page: a problem, what a release has changed, and whether it is kept.
fn show_draft(fills: &mut Fills, held: &Held, here: Here) {
    let kept = &held.kept;
    if let Sending::Refused { sentence } = &held.sending {
        fills.text("problem", sentence.as_str());
    }
    show_changes(fills, here.form, &kept.draft.answers, &kept.changed, &kept.aside);
    if !kept.aside.is_empty() {
        fills.show("aside-acts");
    }
    match held.saving {
        Saving::NothingYet => {}
        Saving::Saved => fills.show("saved"),
        Saving::Refused => fills.show("not-saved"),
    }
    if held.changed_elsewhere {
        fills.show("changed-elsewhere");
    }
}

/// The questions of a page, with their faults.
fn show_page(fills: &mut Fills, held: &Held, here: Here, page: &'static Page) {
    for question in page.questions {
        let id = question.id;
        // The view marks only those that depend on an answer of this page.
        if !question.is_asked(&held.kept.draft.answers) {
            fills.hide(["question-", id].concat());
        }
        match question.kind {
            Kind::LongText { max } => {
                let left = i64::from(max) - i64::try_from(length(held.text(id))).unwrap_or(i64::MAX);
                let place = ["count-", id].concat();
                fills.text(place, countdown(&format!("q-{id}-count"), left, here.language));
            }
            Kind::RankedChoice { options, max, .. } => show_ranking(fills, id, options, max, held.values(id)),
            _ => {}
        }
    }
    for fault in &held.faults {
        if let Some(question) = here.form.question(&fault.question) {
            show_fault(fills, question, fault.sentence.clone());
        }
    }
}

/// The sentence under a long text: how much is left, or by how much it is too long.
fn countdown(place: &str, left: i64, language: Language) -> String {
    let (name, number) = match left {
        1 => ("left-one", 1),
        left if left >= 0 => ("left", left),
        -1 => ("over-one", 1),
        over => ("over", -over),
    };
    let number = grouped(u32::try_from(number).unwrap_or(u32::MAX), language);
    fill(&template(place, name), &[("left", &number), ("over", &number)])
}

/// What became of the sending so far. While it goes on, nothing may be changed.
fn show_sending(fills: &mut Fills, sending: &Sending) {
    match sending {
        Sending::Idle | Sending::Refused { .. } => {}
        Sending::Sending => fills.show("sending"),
        Sending::NotSent => fills.show("not-sent"),
        Sending::Unknown => fills.show("outcome-unknown"),
        Sending::Waiting { seconds } => {
            let sentence = match seconds.div_ceil(60).max(1) {
                1 => template("waits", "minute"),
                minutes => fill(&template("waits", "minutes"), &[("minutes", &minutes.to_string())]),
            };
            fills.text("waits", sentence);
        }
    }
    if matches!(sending, Sending::NotSent | Sending::Unknown | Sending::Waiting { .. }) {
        fills.show("send-now");
    }
    if sending.is_locked() {
        fills.hide("changeable");
    }
}

fn show_kept_receipt(fills: &mut Fills, kept: &KeptReceipt, language: Language) {
    let receipt = &kept.receipt;
    show_receipt(fills, receipt, clock::moment(receipt.received_at, language), language);
    fills.hide("no-receipt");
    fills.show("receipt-kept");
    if kept.by_itself {
        fills.show("by-itself");
    }
    if kept.other_answers {
        let values = [("reference", receipt.reference.as_str())];
        fills.text("other-answers", fill(&template("other-answers", "sentence"), &values));
    }
    if let Some(secret) = Secret::parse(&kept.secret) {
        // Whole: on paper it is read.
        fills.link("receipt-link", format!("{}{}", origin(), link_path(&secret, language)));
    }
}
