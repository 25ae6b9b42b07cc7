//! Putting a ranked choice in order: the rule is the domain's; here the draft takes it, the focus follows and a screen reader
//! hears the new order.

use super::page::template;
use super::page::{self, document};
use super::{acts, state};
use crate::kept::Outbound;
use domain::fill::fill;
use domain::journey::{Arrange, Arranging};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

pub fn arrange(arrange: Arrange) {
    let state = state();
    if state.peek(|held| held.sending.is_locked()) {
        return;
    }
    let question = arrange.question;
    let before = state.peek(|held| held.values(question).to_vec());
    state.change(|held| {
        arrange.apply(held.kept.draft.answers.entry(question.to_owned()).or_default());
        held.kept.state = Outbound::Writing;
        held.changed_elsewhere = false;
    });
    acts::keep();
    say_order(question);
    let count = state.peek(|held| held.values(question).len());
    focus_on(question, &followed(arrange.how, &before, count));
}

/// The buttons of the option that was moved, where it stands now; the first that is shown gets the focus.
fn followed(how: Arranging, before: &[String], count: usize) -> Vec<String> {
    let at = |place: usize| vec![format!("up.{place}"), format!("down.{place}"), format!("remove.{place}")];
    match how {
        Arranging::Add(_) => at(count),
        Arranging::Up(place) => at(place.saturating_sub(1)),
        // Down once more is the likeliest next.
        Arranging::Down(place) => at(place + 1).into_iter().rev().skip(1).collect(),
        Arranging::Remove(place) => {
            before.get(place.saturating_sub(1)).map(|option| format!("add.{option}")).into_iter().collect()
        }
    }
}

fn focus_on(question: &str, buttons: &[String]) {
    let shown = buttons.iter().find_map(|button| {
        let found = document().query_selector(&format!("#form [value=\"rank.{question}.{button}\"]")).ok()??;
        found.dyn_into::<HtmlElement>().ok().filter(|button| button.offset_parent().is_some())
    });
    if let Some(button) = shown {
        button.focus().ok();
    }
}

/// The words stand in the document: those that are shown are read there.
fn say_order(question: &str) {
    let place = format!("q-{question}-order");
    let Some(says) = page::by_id(&place) else { return };
    let Ok(rows) = document().query_selector_all(&format!("#q-{question} .places li:not([hidden]) .place")) else {
        return;
    };
    let shown = (0..rows.length()).filter_map(|index| rows.get(index)?.dyn_into::<HtmlElement>().ok());
    let order: Vec<String> =
        (1..).zip(shown).map(|(place, name)| format!("{place}. {}", name.inner_text().trim())).collect();
    let sentence = match order.as_slice() {
        [] => template(&place, "none"),
        order => fill(&template(&place, "order"), &[("order", &order.join(", "))]),
    };
    says.set_text_content(Some(&sentence));
}
