//! Mentors that are fetched once somebody looks, and what is drawn from them and from the answers that have come.

use super::Open;
use crate::state::Table;
use crate::views::mentors;
use domain::desk::call::{DeskRecord, MentorRow};
use domain::matching::Given;
use domain::words::desk as said;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[derive(Clone, Copy)]
pub struct Fetched {
    open: Open,
    found: RwSignal<Option<Vec<MentorRow>>>,
    is_asked: RwSignal<bool>,
}

impl Fetched {
    pub fn new(open: Open) -> Self {
        Self { open, found: RwSignal::new(None), is_asked: RwSignal::new(false) }
    }

    /// Fetches them, if nobody has looked before.
    pub fn look(self) {
        if self.is_asked.get_untracked() {
            return;
        }
        self.is_asked.set(true);
        spawn_local(async move {
            match mentors::all(self.open.desk).await {
                Some(mentors) => self.found.set(Some(mentors)),
                // What went wrong is told above the page; closed and opened again, it is tried again.
                None => self.is_asked.set(false),
            }
        });
    }

    /// What `draw` makes of them, again wherever something has changed; nothing before somebody looks.
    pub fn shown(
        self,
        draw: impl Fn(&DeskRecord, &[MentorRow], &Table) -> AnyView + Send + 'static,
    ) -> impl Fn() -> Option<AnyView> + Send {
        let Self { open, found, is_asked } = self;
        move || {
            let record = open.record.get().filter(|_| is_asked.get())?;
            Some(found.with(|found| match found.as_deref() {
                None => view! { <p class="hint">{open.say(said::LOADING)}</p> }.into_any(),
                Some(mentors) => open.desk.table.with(|table| draw(&record, mentors, table)),
            }))
        }
    }
}

/// The answers of a record that have come, by its reference.
pub fn answers<'a>(table: &'a Table) -> impl Fn(&str) -> Option<&'a Given> {
    |reference| table.searched.get(reference).map(|known| known.answers.as_slice())
}

/// Whether some are still to come.
pub fn is_coming(table: &Table) -> bool {
    table.rows_from.is_some() || table.answers_from.is_some()
}
