//! What is held while a form is open: one signal, with the draft and what the page says about it.

use crate::kept::{Kept, KeptReceipt, Sending};
use domain::question::Question;
use leptos::prelude::*;
use std::sync::{Arc, Mutex};

/// Whether this phone keeps what is typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    #[default]
    NothingYet,
    Saved,
    Refused,
}

/// A fault as it is shown: the question, and its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownFault {
    pub question: String,
    pub sentence: String,
}

/// Everything that a page shows and that is not in its document.
#[derive(Clone, Debug, Default)]
pub struct Held {
    pub kept: Kept,
    pub receipt: Option<KeptReceipt>,
    pub faults: Vec<ShownFault>,
    pub sending: Sending,
    pub saving: Saving,
    /// The draft was changed in another tab.
    pub changed_elsewhere: bool,
    /// Storage keys of what this phone keeps, for the page that lists it.
    pub stored: Vec<String>,
    pub is_erased: bool,
    /// False until hydration is over: views then say what the document says, and afterwards what is held.
    pub is_alive: bool,
}

impl Held {
    /// The first value typed for a question.
    pub fn text(&self, question: &str) -> &str {
        self.values(question).first().map_or("", String::as_str)
    }

    pub fn values(&self, question: &str) -> &[String] {
        self.kept.draft.answers.get(question).map_or(&[], Vec::as_slice)
    }

    pub fn is_chosen(&self, question: &str, option: &str) -> bool {
        self.values(question).iter().any(|value| value == option)
    }

    pub fn is_answered(&self, question: &str) -> bool {
        self.values(question).iter().any(|value| !value.trim().is_empty())
    }

    pub fn is_asked(&self, question: &Question) -> bool {
        question.is_asked(&self.kept.draft.answers)
    }

    /// The sentence at a question, where there is a fault.
    pub fn fault(&self, question: &str) -> Option<&str> {
        self.faults.iter().find(|fault| fault.question == question).map(|fault| fault.sentence.as_str())
    }
}

/// What a view shows, following what is held. One type for each kind of value, and not one for each closure: every type
/// of closure would bring its own copy of the reactive machinery into the program.
pub type Follows<T> = Arc<Mutex<dyn FnMut() -> T + Send>>;

/// The signal.
#[derive(Clone, Copy)]
pub struct State(RwSignal<Held>);

impl Default for State {
    fn default() -> Self {
        Self(RwSignal::new(Held::default()))
    }
}

impl State {
    /// Reads without following.
    pub fn peek<T>(self, read: impl FnOnce(&Held) -> T) -> T {
        read(&self.0.read_untracked())
    }

    pub fn change(self, change: impl FnOnce(&mut Held)) {
        change(&mut self.0.write());
    }

    /// Follows what is held once the page is alive; until then it is what the document has.
    fn follow<T: Default + 'static>(self, read: impl Fn(&Held) -> T + Send + 'static) -> Follows<T> {
        Arc::new(Mutex::new(move || {
            let held = self.0.read();
            if held.is_alive { read(&held) } else { T::default() }
        }))
    }

    /// `hidden` of what a document hides and only a living page shows.
    pub fn hides_unless(self, shown: impl Fn(&Held) -> bool + Send + 'static) -> Follows<bool> {
        Arc::new(Mutex::new(move || {
            let held = self.0.read();
            !(held.is_alive && shown(&held))
        }))
    }

    /// `hidden`, or a class, of what a document shows and a living page may change.
    pub fn turns(self, on: impl Fn(&Held) -> bool + Send + 'static) -> Follows<bool> {
        self.follow(on)
    }

    /// A text that only a living page knows.
    pub fn says(self, text: impl Fn(&Held) -> String + Send + 'static) -> Follows<String> {
        self.follow(text)
    }

    /// An attribute that only a living page gives.
    pub fn gives(self, value: impl Fn(&Held) -> Option<String> + Send + 'static) -> Follows<Option<String>> {
        self.follow(value)
    }
}
