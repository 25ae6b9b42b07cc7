//! The pages of `/dev/letters/samples`: every kind of letter in both languages, as text and as a phone shows it.

use super::letters::{document, escape, page};
use super::samples::{Sample, all};
use crate::answer::json;
use domain::letter::Letter;
use std::collections::BTreeMap;
use worker::{Response, Result};

pub const LIST: &str = "/dev/letters/samples";

/// The list, one letter, or its HTML part, such as `/dev/letters/samples/opened-letter.sv.html`.
pub fn answer(path: &str) -> Result<Response> {
    let samples = all();
    let Some(asked) = path.strip_prefix(LIST) else { return json(&"no such route", 404) };
    if asked.is_empty() {
        return page(&list(&samples));
    }
    let named = |end: &str| {
        let asked = asked.strip_prefix('/')?.strip_suffix(end)?;
        let sample = samples.iter().find(|sample| file(sample) == asked)?;
        Some((sample, sample.letter.as_ref()?))
    };
    match (named(".html"), named("")) {
        (Some((_, letter)), _) => page(&letter.html),
        (None, Some((sample, letter))) => page(&view(sample, letter)),
        (None, None) => json(&"no such route", 404),
    }
}

/// As its picture is named in `domain/tests/letters`.
fn file(sample: &Sample) -> String {
    format!("{}.{}", sample.name, sample.language.tag())
}

/// By kind, in the order in which facts go, with both languages beside each other.
fn list(samples: &[Sample]) -> String {
    let mut kinds: BTreeMap<_, Vec<&Sample>> = BTreeMap::new();
    for sample in samples {
        kinds.entry((sample.fact, &sample.name)).or_default().push(sample);
    }
    let row = |((_, name), samples): ((_, &String), Vec<&Sample>)| {
        let links: String = samples.into_iter().map(link).collect();
        format!("<h2>{}</h2><ul>{links}</ul>", escape(name))
    };
    let rows: String = kinds.into_iter().map(row).collect();
    let body = format!(
        "<p><a href=\"/dev/letters\">Letters that were sent</a></p><h1>Every kind of letter</h1>\
         <p>Written now, from made-up data. Letters to the programme are in Swedish whatever language the form was in.</p>{rows}"
    );
    document("Every kind of letter", &body)
}

fn link(sample: &Sample) -> String {
    let (file, language) = (file(sample), sample.language.tag());
    let subject = sample
        .letter
        .as_ref()
        .map_or("It cannot be written: its sample does not fit the rules.", |letter| letter.subject.as_str());
    format!("<li><a href=\"{LIST}/{file}\">{language}: {}</a></li>", escape(subject))
}

fn view(sample: &Sample, letter: &Letter) -> String {
    let file = file(sample);
    let other = format!("{}.{}", sample.name, sample.language.other().tag());
    let body = format!(
        "<p><a href=\"{LIST}\">Every kind of letter</a> · <a href=\"{LIST}/{other}\">{other}</a></p><h1>{subject}</h1>\
         <p>To {to}<br>Answers go to {reply_to}</p><h2>The HTML part, as wide as a phone</h2>\
         <p><a href=\"{LIST}/{file}.html\">By itself</a></p>\
         <iframe sandbox title=\"The HTML part\" src=\"{LIST}/{file}.html\" width=\"360\" height=\"740\"></iframe>\
         <h2>The text part</h2><pre>{text}</pre>",
        subject = escape(&letter.subject),
        to = escape(&letter.to),
        reply_to = escape(letter.reply_to.as_deref().unwrap_or("the sender")),
        text = escape(&letter.text),
    );
    document(&file, &body)
}
