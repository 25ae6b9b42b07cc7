//! A record that is open: reading it, changing it, and what is wrong with what was written.

use crate::browser;
use crate::calls::send;
use crate::state::Desk;
use crate::views::wrong;
use domain::call::Call;
use domain::desk::call::{DeskRecord, ReadRecord, ReadRecordRequest};
use domain::desk::row::Marks;
use domain::problem::{Fault, Problem};
use domain::programme::Role;
use domain::standing::Standing;
use domain::text::Text;
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
    /// What is wrong with what was sent last, by field, and which form sent it.
    pub faults: RwSignal<Vec<Fault>>,
    form: RwSignal<&'static str>,
}

impl Open {
    pub fn new(desk: Desk) -> Self {
        Self {
            desk,
            record: RwSignal::new(None),
            is_busy: RwSignal::new(false),
            has_changed: RwSignal::new(false),
            faults: RwSignal::new(Vec::new()),
            form: RwSignal::new(""),
        }
    }

    pub fn say(&self, text: Text) -> &'static str {
        self.desk.say(text)
    }

    pub fn role(&self) -> Option<Role> {
        self.standing().map(|(role, _)| role)
    }

    /// Whose record it is, and where it stands.
    pub fn standing(&self) -> Option<(Role, Standing)> {
        self.record.with(|record| {
            let row = &record.as_ref()?.row;
            Role::parse(&row.role).map(|role| (role, row.standing))
        })
    }

    pub fn has(&self, mark: Marks) -> bool {
        self.record.with(|record| record.as_ref().is_some_and(|record| record.row.marks.has(mark)))
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

    /// Reads the record; one that is protected shows its answers for a reason alone, written in the form `unmask`.
    pub fn read(self, reference: String, reason: Option<String>) {
        spawn_local(async move {
            let answer = send::<ReadRecord>(&ReadRecordRequest { reference, reason }).await;
            if let Some(record) = self.heard("unmask", answer) {
                self.take(record);
            }
        });
    }

    /// What came of what a form sent.
    pub fn heard<T>(&self, form: &'static str, answer: Result<T, Problem>) -> Option<T> {
        self.form.set(form);
        self.desk.heard_with(answer, self.faults)
    }

    /// Makes a change for a form; what was changed by somebody else meanwhile is read anew, and what was written stays. `done`
    /// runs where it was carried out.
    pub fn change<C>(self, form: &'static str, request: C::Request, done: impl FnOnce() + 'static)
    where
        C: Call<Reply = DeskRecord>,
        C::Request: 'static,
    {
        self.is_busy.set(true);
        spawn_local(async move {
            let answer = send::<C>(&request).await;
            self.is_busy.set(false);
            self.has_changed.set(matches!(answer, Err(Problem::Changed)));
            if self.has_changed.get_untracked()
                && let Some((reference, _)) = self.seen()
            {
                self.read(reference, None);
            }
            if let Some(record) = self.heard(form, answer) {
                self.take(record);
                self.desk.said.set(self.say(said::SAVED).to_owned());
                done();
                browser::focus("title");
            }
        });
    }

    /// What is wrong with a form's field.
    fn wrong(&self, form: &'static str, field: &'static str) -> Option<String> {
        (self.form.get() == form).then(|| wrong::sentence(self.desk, self.faults, field)).flatten()
    }

    /// The button that sends a form, once at a time.
    pub fn save(self) -> impl IntoView {
        view! {
            <p class="buttons">
                <button class="secondary" disabled=move || self.is_busy.get()>
                    {self.say(said::SAVE)}
                </button>
            </p>
        }
    }

    /// The place of what is wrong with a form's field.
    pub fn fault(self, form: &'static str, field: &'static str) -> impl IntoView {
        wrong::place(move || self.wrong(form, field))
    }
}
