//! The letter that tells a person what staff decided, in the words that staff saw when they did.

use super::Letter;
use super::body::{self, Block};
use super::request::reached;
use crate::call::Contact;
use crate::fill::fill;
use crate::ledger::Record;
use crate::programme::Programme;
use crate::reference::Reference;
use crate::standing::Standing;
use crate::text::Language;
use crate::words;
use crate::words::letter::decision as said;

/// Everything the letter needs.
#[derive(Clone, Copy, Debug)]
pub struct DecisionFacts<'a> {
    pub to: &'a str,
    pub language: Language,
    pub programme: &'a Programme,
    pub reference: &'a Reference,
    /// Paragraphs with a blank line between them.
    pub text: &'a str,
    /// The mentor, once the two are a pair and the address is known to be the person's.
    pub other: Option<&'a Contact>,
    /// The whole address of the own page's link.
    pub link: &'a str,
    pub contact: &'a str,
}

/// What the letter would say of a record that comes into that standing, in the person's language; staff may change it.
pub fn decision_text(record: &Record, standing: Standing) -> Option<String> {
    let language = record.draft.language;
    let programme = words::programme(&record.draft.programme).map_or("", |words| words.title.say(language));
    let text = said::text(standing, record.role()?)?;
    Some(fill(text.say(language), &[("programme", programme)]))
}

/// In the form's language.
pub fn to_who_was_decided_about(facts: &DecisionFacts<'_>) -> Letter {
    let language = facts.language;
    let reference = facts.reference.as_str();
    let programme = words::programme(facts.programme.slug).map_or("", |words| words.title.say(language));
    let subject = fill(said::SUBJECT.say(language), &[("reference", reference), ("programme", programme)]);
    let mut blocks = vec![Block::Title(said::TITLE.say(language).to_owned()), Block::Paragraph(programme.to_owned())];
    let paragraphs = facts.text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    blocks.extend(paragraphs.map(|paragraph| Block::Paragraph(paragraph.to_owned())));
    if let Some(other) = facts.other {
        blocks.extend(reached(other, language));
    }
    blocks.push(Block::Fact(words::letter::REFERENCE.say(language).to_owned(), reference.to_owned()));
    blocks.push(Block::Paragraph(words::letter::OWN_PAGE.say(language).to_owned()));
    blocks.push(Block::Button {
        words: words::letter::OPEN.say(language).to_owned(),
        or_copy: words::letter::OR_COPY.say(language).to_owned(),
        address: facts.link.to_owned(),
    });
    blocks.push(Block::Paragraph(fill(words::letter::QUESTIONS.say(language), &[("contact", facts.contact)])));
    Letter {
        to: facts.to.to_owned(),
        reply_to: Some(facts.contact.to_owned()),
        text: body::text(&blocks),
        html: body::html(&subject, &blocks, language),
        subject,
        language,
    }
}
