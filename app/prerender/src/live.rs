//! The places of a programme's live half. Both variants stand in the document, and `hidden` is what the programme's file
//! does not say; the Worker (`functions/api/src/live.rs`) turns them when staff have changed something since. Both know the
//! places from [`domain::live`].

use crate::Build;
use domain::live::{Live, Place, Sentence};
use domain::programme::{Programme, Role};
use domain::text::{Language, Text};
use domain::words::page::programme as words;
use leptos::prelude::*;
use portal::say::linked;

/// What is shown of a programme while something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum While {
    Open,
    Closed,
    Always,
}

impl While {
    /// When a form is offered: sides of a pair apply while it is open, nobody waits for what is open.
    pub fn of(role: Role) -> Self {
        match role {
            Role::Mentee | Role::Mentor => Self::Open,
            Role::Waiting => Self::Closed,
            Role::Asking | Role::Framework | Role::Suggesting | Role::Registering => Self::Always,
        }
    }

    /// The place, where it is one.
    pub fn place(self, rules: &Programme) -> Option<String> {
        match self {
            Self::Open => Some(Place::Open.of(rules.slug)),
            Self::Closed => Some(Place::Closed.of(rules.slug)),
            Self::Always => None,
        }
    }

    /// Whether the file says otherwise.
    pub fn is_hidden(self, build: &Build, rules: &Programme) -> bool {
        match self {
            Self::Open => !is_open(build, rules),
            Self::Closed => is_open(build, rules),
            Self::Always => false,
        }
    }
}

/// Whether the file lets people apply.
pub fn is_open(build: &Build, rules: &Programme) -> bool {
    rules.has_rounds() && Live::of_file(rules, build.samples).open
}

/// Whether one can apply, in a few words, and the days that staff have set.
pub fn status(build: &Build, language: Language, rules: &Programme) -> AnyView {
    if let Some(words) = words::without_rounds(rules.mode) {
        return view! { <span class="status still">{words.say(language)}</span> }.into_any();
    }
    let variant = |shown: While, class: &'static str, words: Text| {
        view! {
            <span class=class data-fill=shown.place(rules) hidden=shown.is_hidden(build, rules)>
                {words.say(language)}
            </span>
        }
    };
    view! {
        {variant(While::Open, "status", words::OPEN)}
        {variant(While::Closed, "status closed", words::NOT_OPEN)}
        <span class="when" data-fill=Sentence::Opens.of(rules.slug, language) hidden></span>
        <span class="when" data-fill=Sentence::Closes.of(rules.slug, language) hidden></span>
    }
    .into_any()
}

/// A short notice of the staff's; no file has one.
pub fn news(language: Language, rules: &Programme) -> AnyView {
    view! { <p class="news" data-fill=Sentence::News.of(rules.slug, language) hidden></p> }.into_any()
}

/// Why it is closed: as the file or the staff say, else what has to be decided first.
pub fn because(build: &Build, language: Language, rules: &Programme) -> AnyView {
    let file = domain::words::programme(rules.slug).and_then(|words| words.closed_because);
    let undecided = (file.is_none() && !rules.may_open(build.samples)).then(|| {
        let sentence = domain::fill::fill(words::NOT_ALL_DECIDED.say(language), &[("who", &deciders(language, rules))]);
        view! { <p>{sentence}</p> }
    });
    view! {
        <p data-fill=Sentence::Because.of(rules.slug, language) hidden=file.is_none()>
            {file.map(|text| text.say(language))}
        </p>
        {undecided}
    }
    .into_any()
}

/// Everyone who has yet to decide something, once each.
fn deciders(language: Language, rules: &Programme) -> String {
    let mut names: Vec<&str> = rules.undecided().map(|(_, who)| who).collect();
    names.sort_unstable();
    names.dedup();
    match names.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{}{}{last}", first.join(", "), words::AND.say(language)),
        _ => names.concat(),
    }
}

/// The programme's contact address as a link.
pub fn contact(rules: &Programme) -> AnyView {
    let address = rules.contact;
    view! {
        <a
            data-fill=Place::Contact.of(rules.slug)
            data-fill-href=Place::Mail.of(rules.slug)
            href=format!("mailto:{address}")
        >
            {address}
        </a>
    }
    .into_any()
}

/// A sentence with `{contact}` as [`contact`].
pub fn with_contact(sentence: &str, rules: &Programme) -> AnyView {
    let mut parts = sentence.split("{contact}");
    let first = linked(parts.next().unwrap_or_default());
    let rest: Vec<_> = parts.map(|after| (contact(rules), linked(after))).collect();
    view! { {first} {rest} }.into_any()
}
