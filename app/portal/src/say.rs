//! Sentences of a view: written into the documents on the host, absent from the browser's program.

use domain::fill::fill;
use domain::programme::Programme;
use domain::text::{Language, Text};
use domain::words;
use leptos::prelude::*;

/// The sentence on the host; nothing in the browser, where hydration leaves what the document says. The words are a
/// closure that is never called there, so that they are not linked into the program.
pub fn say(language: Language, words: impl FnOnce() -> Text) -> &'static str {
    if cfg!(feature = "ssr") { words().say(language) } else { "" }
}

/// As [`say`], for sentences that are put together.
pub fn compose(sentence: impl FnOnce() -> String) -> String {
    if cfg!(feature = "ssr") { sentence() } else { String::new() }
}

/// As [`compose`], for a part of a page that never changes: it is written as HTML, and hydration passes it by.
pub fn fixed<V: IntoView>(part: impl FnOnce() -> V) -> String {
    #[cfg(feature = "ssr")]
    return without_joints(&part().into_view().to_html());
    #[cfg(not(feature = "ssr"))]
    {
        let _ = part;
        String::new()
    }
}

/// HTML without the empty comments by which hydration tells neighbouring texts apart, for what is never hydrated.
#[cfg(feature = "ssr")]
pub fn without_joints(html: &str) -> String {
    html.replace("<!---->", "").replace("<!>", "")
}

/// A sentence with its mail addresses as links.
pub fn linked(sentence: &str) -> impl IntoView + use<> {
    let words = sentence.split_inclusive(' ').map(|word| {
        let address = word.trim_matches(|character: char| !character.is_alphanumeric());
        let is_address = address.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
        let (before, after) = if is_address { word.split_once(address).unwrap_or((word, "")) } else { (word, "") };
        let link = is_address.then(|| view! { <a href=format!("mailto:{address}")>{address.to_owned()}</a> });
        (before.to_owned(), link, after.to_owned())
    });
    words.collect::<Vec<_>>()
}

/// A programme's contact address as a link, in a place where the Worker puts the address that holds now. Only for parts that
/// hydration passes by.
pub fn contact(programme: &'static Programme) -> impl IntoView + use<> {
    let address = programme.contact;
    view! { <a data-fill="contact" data-fill-href="contact-mail" href=format!("mailto:{address}")>{address}</a> }
}

/// A sentence of a programme with `{programme}` as its title and `{contact}` as [`contact`]. Other addresses are links too.
pub fn of_programme(language: Language, programme: &'static Programme, sentence: &str) -> impl IntoView + use<> {
    let sentence = fill(sentence, &[("programme", title(language, programme))]);
    let mut parts = sentence.split("{contact}");
    let first = linked(parts.next().unwrap_or_default());
    let rest: Vec<_> = parts.map(|after| (contact(programme), linked(after))).collect();
    (first, rest)
}

/// As [`of_programme`], as plain text.
pub fn plain(language: Language, programme: &'static Programme, sentence: &str) -> String {
    fill(sentence, &[("programme", title(language, programme)), ("contact", programme.contact)])
}

fn title(language: Language, programme: &Programme) -> &'static str {
    words::programme(programme.slug).map_or("", |words| words.title.say(language))
}

/// As [`say`], for what stands in an attribute only when there is something to say.
pub fn attribute(text: impl FnOnce() -> Option<String>) -> Option<String> {
    if cfg!(feature = "ssr") { text() } else { None }
}

/// A sentence that the document carries in `data-<name>` of the element `#<id>`, for what is known only in the browser.
pub fn template(id: &str, name: &str) -> String {
    #[cfg(feature = "hydrate")]
    return crate::browser::page::template(id, name);
    #[cfg(not(feature = "hydrate"))]
    {
        let _ = (id, name);
        String::new()
    }
}
