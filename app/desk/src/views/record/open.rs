//! A record that is open: reading it, changing it, and what is wrong with what was written.

use crate::browser;
use crate::calls::send;
use crate::state::Desk;
use domain::call::Call;
use domain::desk::call::{DeskRecord, ReadRecord, ReadRecordRequest};
use domain::fill::fill_numbers;
use domain::problem::{Fault, Problem};
use domain::programme::Role;
use domain::text::Text;
use domain::words;
use domain::words::desk as said;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// A record that is open, with what is being written about it.
#[derive(Clone, Copy)]
pub struct Open {
    pub desk: Desk,
    pub record: RwSignal<Option<Arc<DeskRecord>>>,
    pub is_busy: RwSignal<bool>,
    /// Somebody else changed it since it was read.
    pub has_changed: RwSignal<bool>,
    /// The fault of the last call, by field.
    pub faults: RwSignal<Vec<Fault>>,
}

impl Open {
    pub fn new(desk: Desk) -> Self {
        Self {
            desk,
            record: RwSignal::new(None),
            is_busy: RwSignal::new(false),
            has_changed: RwSignal::new(false),
            faults: RwSignal::new(Vec::new()),
        }
    }

    pub fn say(&self, text: Text) -> &'static str {
        self.desk.say(text)
    }

    pub fn role(&self) -> Option<Role> {
        self.record.with(|record| record.as_ref().and_then(|record| Role::parse(&record.row.role)))
    }

    /// Reference and the version that is seen.
    pub fn seen(&self) -> Option<(String, u32)> {
        self.record
            .with_untracked(|record| record.as_ref().map(|record| (record.row.reference.clone(), record.row.version)))
    }

    pub fn take(&self, record: DeskRecord) {
        self.desk.put(&record);
        self.record.set(Some(Arc::new(record)));
    }

    pub fn read(self, reference: String, reason: Option<String>) {
        spawn_local(async move {
            let answer = send::<ReadRecord>(&ReadRecordRequest { reference, reason }).await;
            self.note_faults(&answer);
            if let Some(record) = self.desk.heard(answer) {
                self.take(record);
            }
        });
    }

    pub fn note_faults<T>(&self, answer: &Result<T, Problem>) {
        self.faults.set(match answer {
            Err(Problem::Faults { faults }) => faults.clone(),
            _ => Vec::new(),
        });
    }

    /// Makes a change; what was changed by somebody else meanwhile is read anew, and what was written stays. `done` runs where
    /// it was carried out.
    pub fn change<C>(self, request: C::Request, done: impl FnOnce() + 'static)
    where
        C: Call<Reply = DeskRecord>,
        C::Request: 'static,
    {
        self.is_busy.set(true);
        spawn_local(async move {
            let answer = send::<C>(&request).await;
            self.is_busy.set(false);
            self.note_faults(&answer);
            self.has_changed.set(matches!(answer, Err(Problem::Changed)));
            if self.has_changed.get_untracked()
                && let Some((reference, _)) = self.seen()
            {
                self.read(reference, None);
            }
            if let Some(record) = self.desk.heard(answer) {
                self.take(record);
                self.desk.said.set(self.say(said::SAVED).to_owned());
                done();
                browser::focus("title");
            }
        });
    }

    /// What is wrong with a field of the last call.
    pub fn wrong(&self, field: &'static str) -> Option<String> {
        let kind =
            self.faults.with(|faults| faults.iter().find(|fault| fault.field == field).map(|fault| fault.kind))?;
        let sentence = words::fault::general(kind).say(self.desk.language);
        Some(fill_numbers(sentence, &kind.numbers()))
    }

    /// The place of what is wrong with a field.
    pub fn fault(self, field: &'static str) -> impl IntoView {
        view! {
            <span class="fault" hidden=move || self.wrong(field).is_none()>
                {move || self.wrong(field)}
            </span>
        }
    }
}
