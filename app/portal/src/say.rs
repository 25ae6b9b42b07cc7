//! Sentences of a view, with what is a link in them.

use domain::fill::fill;
use domain::programme::Programme;
use domain::text::Language;
use domain::words;
use leptos::prelude::*;

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

/// A programme's contact address as a link, in a place where the Worker puts the address that holds now.
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
