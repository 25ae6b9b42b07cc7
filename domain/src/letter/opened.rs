//! The letter to who waited: the programme is open. Nothing they typed, and it comes once.

use super::Letter;
use super::body::{self, Block};
use crate::fill::fill;
use crate::programme::Programme;
use crate::reference::Reference;
use crate::text::Language;
use crate::words;

/// What the letter says.
#[derive(Clone, Copy, Debug)]
pub struct OpenedFacts<'a> {
    pub to: &'a str,
    pub language: Language,
    pub programme: &'a Programme,
    pub reference: &'a Reference,
    /// The last day to apply, `YYYY-MM-DD`, where it is known.
    pub closes_on: Option<&'a str>,
    /// The whole address of the programme's page.
    pub page: &'a str,
    /// The whole address of the own page's link.
    pub link: &'a str,
    /// The programme's contact address.
    pub contact: &'a str,
}

/// In the language in which the person asked to be told.
pub fn to_who_waited(facts: &OpenedFacts<'_>) -> Letter {
    let language = facts.language;
    let said = |text: crate::text::Text| text.say(language).to_owned();
    let title = words::programme(facts.programme.slug).map_or("", |words| words.title.say(language));
    let until = facts.closes_on.map(|day| {
        let date = words::date::long(day, language);
        Block::Paragraph(fill(words::letter::OPENED_UNTIL.say(language), &[("date", &date)]))
    });
    let mut blocks = vec![
        Block::Title(said(words::letter::OPENED_TITLE)),
        Block::Paragraph(title.to_owned()),
        Block::Paragraph(said(words::letter::OPENED)),
    ];
    blocks.extend(until);
    blocks.push(Block::Button {
        words: said(words::letter::OPENED_BUTTON),
        or_copy: said(words::letter::OR_COPY),
        address: facts.page.to_owned(),
    });
    blocks.push(Block::Paragraph(said(words::letter::OPENED_LAST)));
    blocks.push(Block::Paragraph(fill(words::letter::OPENED_OWN.say(language), &[("link", facts.link)])));
    blocks.push(Block::Paragraph(fill(words::letter::QUESTIONS.say(language), &[("contact", facts.contact)])));
    let subject = fill(
        words::letter::OPENED_SUBJECT.say(language),
        &[("programme", title), ("reference", facts.reference.as_str())],
    );
    Letter {
        to: facts.to.to_owned(),
        reply_to: Some(facts.contact.to_owned()),
        text: body::text(&blocks),
        html: body::html(&subject, &blocks, language),
        subject,
        language,
    }
}
