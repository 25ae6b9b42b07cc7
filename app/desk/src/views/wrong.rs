//! What is wrong with a field, in words, and the place where it stands.

use crate::state::Desk;
use domain::fill::fill_numbers;
use domain::problem::{Fault, FaultKind};
use domain::words::desk::fault;
use leptos::prelude::*;

/// The faults of the last answer, by field.
pub type Faults = RwSignal<Vec<Fault>>;

pub fn kind(faults: Faults, field: &str) -> Option<FaultKind> {
    faults.with(|faults| faults.iter().find(|fault| fault.field == field).map(|fault| fault.kind))
}

/// In the words that fit every field.
pub fn sentence(desk: Desk, faults: Faults, field: &str) -> Option<String> {
    kind(faults, field).map(|kind| fill_numbers(desk.say(fault(kind)), &kind.numbers()))
}

/// Empty and hidden while nothing is wrong.
pub fn place(wrong: impl Fn() -> Option<String> + Copy + Send + 'static) -> impl IntoView {
    view! {
        <span class="fault" hidden=move || wrong().is_none()>
            {wrong}
        </span>
    }
}
