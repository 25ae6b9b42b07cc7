//! The ledger was lost: what that means, and the one thing to do.

use crate::calls::send;
use crate::state::Desk;
use domain::desk::call::{Restore, RestoreRequest};
use domain::fill::fill;
use domain::problem::Problem;
use domain::words::desk::lost as words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How far a restoring is.
#[derive(Clone, Debug, Default, PartialEq)]
struct Progress {
    restored: u32,
    unreadable: usize,
    /// The page it goes on with after one that did not come.
    next: Option<String>,
    /// Seconds that have to pass before it can begin.
    wait_s: Option<u32>,
    is_busy: bool,
}

pub fn page(desk: Desk) -> impl IntoView {
    let progress = RwSignal::new(Progress::default());
    let count = move || {
        let restored = progress.with(|progress| progress.restored.to_string());
        fill(desk.say(words::PROGRESS), &[("count", &restored)])
    };
    let told = move || {
        progress.with(|progress| match progress.wait_s {
            Some(seconds) => fill(desk.say(words::WAIT), &[("seconds", &seconds.to_string())]),
            None if progress.is_busy || progress.restored > 0 => count(),
            None => String::new(),
        })
    };
    view! {
        <h1 id="title" tabindex="-1">
            {desk.say(words::TITLE)}
        </h1>
        <p class="lead">{desk.say(words::LEAD)}</p>
        <p>{desk.say(words::MEANWHILE)}</p>
        <p class="buttons">
            <button
                class="primary"
                aria-disabled=move || progress.with(|progress| progress.is_busy).then_some("true")
                on:click=move |_| restore(desk, progress)
            >
                {desk.say(words::BUTTON)}
            </button>
        </p>
        <p role="status">{told}</p>
    }
}

/// One page of copies after the other, until all are back; then the desk opens.
fn restore(desk: Desk, progress: RwSignal<Progress>) {
    if progress.with_untracked(|progress| progress.is_busy) {
        return;
    }
    progress.update(|progress| {
        progress.is_busy = true;
        progress.wait_s = None;
    });
    spawn_local(async move {
        loop {
            let from = progress.with_untracked(|progress| progress.next.clone());
            match send::<Restore>(&RestoreRequest { from }).await {
                Err(Problem::TooManyAttempts { retry_after_s }) => {
                    desk.problem.set(Some(Problem::Lost));
                    progress.update(|progress| {
                        progress.wait_s = Some(retry_after_s);
                        progress.is_busy = false;
                    });
                    return;
                }
                answer => {
                    let Some(report) = desk.heard(answer) else {
                        progress.update(|progress| progress.is_busy = false);
                        return;
                    };
                    progress.update(|progress| {
                        progress.restored = progress.restored.saturating_add(report.restored);
                        progress.unreadable = progress.unreadable.saturating_add(report.unreadable.len());
                        progress.next = report.next;
                    });
                }
            }
            if progress.with_untracked(|progress| progress.next.is_none()) {
                break;
            }
        }
        let (restored, unreadable) =
            progress.with_untracked(|progress| (progress.restored.to_string(), progress.unreadable.to_string()));
        desk.fetch();
        desk.said.set(fill(desk.say(words::DONE), &[("count", &restored), ("unreadable", &unreadable)]));
    });
}
