//! What is held while a form is open: one signal, with the draft and what the page says about it.

use crate::kept::{Kept, KeptReceipt, Sending};
use leptos::prelude::*;

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
    /// False until the document is taken over: its places look as they were written, and afterwards as what is held says.
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
}

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

    /// Reads, and makes an effect run again when what is held has changed.
    pub fn follow<T>(self, read: impl FnOnce(&Held) -> T) -> T {
        read(&self.0.read())
    }

    pub fn change(self, change: impl FnOnce(&mut Held)) {
        change(&mut self.0.write());
    }
}
