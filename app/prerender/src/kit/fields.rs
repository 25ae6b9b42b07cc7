//! The fields of these pages. They have ids and no names, so nothing of them can be sent.

use domain::text::{Language, Text};
use domain::words::form;
use domain::words::form::fields as words;
use domain::words::page::kit::invitation;
use leptos::prelude::*;

/// What a field of one line says and how a phone helps with it.
#[derive(Clone, Copy)]
pub struct Line {
    pub id: &'static str,
    pub label: Text,
    pub hint: Option<Text>,
    pub fault: Option<Text>,
    pub autocomplete: &'static str,
    pub is_name: bool,
    /// Goes into the middle of a sentence, where a phone is not to begin with a capital.
    pub is_part: bool,
}

impl Line {
    pub const fn of(id: &'static str, label: Text) -> Self {
        Self { id, label, hint: None, fault: None, autocomplete: "off", is_name: false, is_part: false }
    }
}

pub fn line(language: Language, line: Line) -> AnyView {
    let id = line.id;
    let hint_id = line.hint.map(|_| format!("{id}-hint"));
    view! {
        <div class="question">
            <label for=id>{line.label.say(language)}</label>
            {line.hint.map(|hint| hint_of(language, id, hint))}
            {line.fault.map(|fault| fault_of(language, id, fault))}
            <input
                id=id
                type="text"
                autocomplete=line.autocomplete
                autocapitalize=if line.is_part { Some("none") } else { line.is_name.then_some("words") }
                spellcheck=line.is_name.then_some("false")
                aria-describedby=hint_id
            />
        </div>
    }
    .into_any()
}

/// Several lines; `are_names` for one name on each.
pub fn lines(language: Language, id: &'static str, label: Text, fault: Option<Text>, hint: Option<Text>) -> AnyView {
    let hint_id = hint.map(|_| format!("{id}-hint"));
    let are_names = hint.is_some();
    view! {
        <div class="question">
            <label for=id>{label.say(language)}</label>
            {hint.map(|hint| hint_of(language, id, hint))}
            {fault.map(|fault| fault_of(language, id, fault))}
            <textarea
                id=id
                rows="4"
                autocomplete="off"
                autocapitalize=are_names.then_some("words")
                spellcheck=are_names.then_some("false")
                aria-describedby=hint_id
            ></textarea>
        </div>
    }
    .into_any()
}

/// A day in three fields; their ids begin as `name` says.
pub fn day(language: Language, name: &'static str, label: Text, hint: Text, fault: Text, begin: &str) -> AnyView {
    let part = |part: &'static str, words: Text| {
        let id = format!("{begin}{part}");
        view! {
            <div>
                <label for=id.clone()>{words.say(language)}</label>
                <input id=id type="text" inputmode="numeric" autocomplete="off" enterkeyhint="go" />
            </div>
        }
    };
    view! {
        <fieldset class="question" aria-describedby=format!("{name}-hint")>
            <legend>{label.say(language)}</legend>
            {hint_of(language, name, hint)}
            {fault_of(language, name, fault)}
            <div class="date">
                {part("day", words::DAY)} {part("month", words::MONTH)} {part("year", words::YEAR)}
            </div>
        </fieldset>
    }
    .into_any()
}

/// One of several; `usual` is chosen at first.
pub fn one_of(
    language: Language,
    group: &'static str,
    label: Text,
    options: &'static [(&'static str, Text)],
    usual: &str,
) -> AnyView {
    let choice = |(id, words): &(&'static str, Text)| {
        view! {
            <label class="option">
                <input id=*id type="radio" name=group checked=*id == usual />
                <span>{words.say(language)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="question">
            <legend>{label.say(language)}</legend>
            <div class="options">{options.iter().map(choice).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// The language of what is written, the page's at first.
pub fn written_in(language: Language) -> AnyView {
    let choice = |tag: Language| {
        view! {
            <label class="option">
                <input id=format!("in-{}", tag.tag()) type="radio" name="letter" checked=tag == language />
                <span lang=tag.tag()>{invitation::LANGUAGE_NAME.say(tag)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="question">
            <legend>{invitation::LANGUAGE.say(language)}</legend>
            <div class="options">{Language::ALL.map(choice).into_iter().collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// A text that was written, to be changed, shared, mailed or copied.
pub fn text_to_give(language: Language, label: Text) -> AnyView {
    view! {
        <div class="question">
            <label for="letter">{label.say(language)}</label>
            <textarea id="letter" rows="14" autocomplete="off"></textarea>
        </div>
        <p class="actions">
            <button class="secondary" type="button" data-act="share-letter" hidden>
                {invitation::SHARE.say(language)}
            </button>
            <button class="secondary" type="button" data-act="mail-letter">
                {invitation::MAIL.say(language)}
            </button>
            {copy(language, "copy-letter")}
        </p>
    }
    .into_any()
}

pub fn copy(language: Language, act: &'static str) -> AnyView {
    view! {
        <button class="secondary" type="button" data-act=act data-done=invitation::COPIED.say(language)>
            {invitation::COPY.say(language)}
        </button>
    }
    .into_any()
}

pub fn hint_of(language: Language, field: &'static str, words: Text) -> AnyView {
    view! {
        <p class="hint" id=format!("{field}-hint")>
            {words.say(language)}
        </p>
    }
    .into_any()
}

pub fn fault_of(language: Language, field: &'static str, words: Text) -> AnyView {
    view! {
        <p class="fault" id=format!("{field}-fault") data-prefix=form::FAULT_PREFIX.say(language) hidden>
            {words.say(language)}
        </p>
    }
    .into_any()
}
