//! A list that staff change whole: read in a version, written in line by line, and put in the place of the version that was seen.

use super::wrong::{self, Faults};
use crate::calls::send;
use crate::state::Desk;
use domain::call::Call;
use domain::fill::fill_numbers;
use domain::problem::{FaultKind, Problem};
use domain::text::Text;
use domain::words;
use domain::words::desk as said;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The list as it is being changed.
pub struct List<T: 'static> {
    pub desk: Desk,
    /// Before the number in the id of every field.
    name: &'static str,
    /// What is said of a fault at a field.
    said_of: fn(&str, FaultKind) -> Text,
    /// The version that was read.
    seen: RwSignal<Option<u32>>,
    pub items: RwSignal<Vec<T>>,
    /// Drawn anew only where a line comes or goes: a field that is being written in stays.
    drawn: RwSignal<u32>,
    faults: Faults,
}

impl<T> Clone for List<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for List<T> {}

impl<T: Clone + Send + Sync + 'static> List<T> {
    pub fn new(desk: Desk, name: &'static str, said_of: fn(&str, FaultKind) -> Text) -> Self {
        Self {
            desk,
            name,
            said_of,
            seen: RwSignal::new(None),
            items: RwSignal::new(Vec::new()),
            drawn: RwSignal::new(0),
            faults: RwSignal::new(Vec::new()),
        }
    }

    /// Reads it; `parts` are the reply's version and items.
    pub fn read<C>(self, parts: fn(C::Reply) -> (u32, Vec<T>))
    where
        C: Call<Request = ()> + 'static,
    {
        spawn_local(async move {
            if let Some(found) = self.desk.heard(send::<C>(&()).await) {
                self.take(parts(found));
            }
        });
    }

    /// Puts it in the place of the version that was seen.
    pub fn save<C>(self, request: fn(u32, Vec<T>) -> C::Request, parts: fn(C::Reply) -> (u32, Vec<T>))
    where
        C: Call + 'static,
        C::Request: 'static,
    {
        let Some(seen) = self.seen.get_untracked() else { return };
        let request = request(seen, self.items.get_untracked());
        spawn_local(async move {
            let answer = send::<C>(&request).await;
            if let Err(Problem::Changed) = &answer {
                self.desk.said.set(words::problem::sentence(&Problem::Changed, self.desk.language));
            }
            if let Some(found) = self.desk.heard_with(answer, self.faults) {
                self.take(parts(found));
                self.desk.said.set(self.desk.say(said::SAVED).to_owned());
            }
        });
    }

    fn take(self, (version, items): (u32, Vec<T>)) {
        self.seen.set(Some(version));
        self.items.set(items);
        self.draw();
    }

    fn draw(self) {
        self.drawn.update(|drawn| *drawn += 1);
    }

    pub fn is_read(self) -> bool {
        self.seen.with(Option::is_some)
    }

    pub fn add(self, item: T) {
        self.items.update(|items| items.push(item));
        self.draw();
    }

    pub fn remove(self, index: usize) {
        self.items.update(|items| {
            if index < items.len() {
                items.remove(index);
            }
        });
        // What was wrong stands at lines by their number.
        self.faults.set(Vec::new());
        self.draw();
    }

    pub fn change(self, index: usize, set: impl FnOnce(&mut T)) {
        self.items.update(|items| {
            if let Some(item) = items.get_mut(index) {
                set(item);
            }
        });
    }

    /// Every line: all anew when one comes or goes, for a field that was written in would go on showing what was written.
    pub fn lines<V: IntoView + 'static>(self, line: fn(Self, usize, &T) -> V) -> impl IntoView {
        let numbers = move || {
            let drawn = self.drawn.get();
            (0..self.items.with_untracked(Vec::len)).map(move |index| (drawn, index)).collect::<Vec<_>>()
        };
        let draw = move |(_, index): (u32, usize)| {
            let item = self.items.with_untracked(|items| items.get(index).cloned());
            item.map(|item| line(self, index, &item))
        };
        view! { <For each=numbers key=Clone::clone children=draw /> }
    }

    /// What is wrong with a field, such as `2.last`, or with the list.
    fn wrong(self, field: String) -> Memo<Option<String>> {
        Memo::new(move |_| {
            let kind = wrong::kind(self.faults, &field)?;
            Some(fill_numbers(self.desk.say((self.said_of)(&field, kind)), &kind.numbers()))
        })
    }

    /// The place of it.
    pub fn fault(self, field: String) -> impl IntoView {
        let wrong = self.wrong(field);
        wrong::place(move || wrong.get())
    }

    /// A line of text in one of its lines. No hint where it is empty.
    pub fn text(
        self,
        index: usize,
        field: &'static str,
        (label, hint): (Text, &'static str),
        now: String,
        set: fn(&mut T, String),
    ) -> impl IntoView {
        let id = format!("{}-{index}-{field}", self.name);
        let wrong = self.wrong(format!("{index}.{field}"));
        view! {
            <p>
                <label for=id.clone()>{self.desk.say(label)}</label>
                <span class="hint" hidden=hint.is_empty()>
                    {hint}
                </span>
                {wrong::place(move || wrong.get())}
                <input
                    id=id
                    value=now
                    autocomplete="off"
                    aria-invalid=move || wrong.with(|wrong| wrong.as_ref().map(|_| "true"))
                    on:input=move |event| self.change(index, |item| set(item, event_target_value(&event)))
                />
            </p>
        }
    }
}
