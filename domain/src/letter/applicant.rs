//! The letter to the person who sent a form: reference, what happens next and by when, the link. Nothing they typed, for
//! the address is not proven.

use super::Letter;
use super::body::{self, Block};
use crate::fill::fill;
use crate::programme::{Programme, Role};
use crate::reference::Reference;
use crate::standing::Standing;
use crate::text::Language;
use crate::words;

/// What the letter says; no answer is among it.
#[derive(Clone, Copy, Debug)]
pub struct ApplicantFacts<'a> {
    pub to: &'a str,
    pub language: Language,
    pub programme: &'a Programme,
    pub role: Role,
    pub reference: &'a Reference,
    /// `YYYY-MM-DD`, where a day is promised.
    pub answer_by: Option<&'a str>,
    /// The whole address of the own page's link.
    pub link: &'a str,
    /// The programme's contact address.
    pub contact: &'a str,
}

/// In the form's language.
pub fn to_applicant(facts: &ApplicantFacts<'_>) -> Letter {
    let language = facts.language;
    let said = |text: crate::text::Text| text.say(language).to_owned();
    let programme = words::programme(facts.programme.slug);
    let form = programme.and_then(|programme| programme.form(facts.role));
    let reference = facts.reference.as_str();
    let contact = [("contact", facts.contact)];

    let mut blocks = vec![Block::Title(said(words::letter::applicant_title(facts.role)))];
    blocks.extend(programme.map(|programme| Block::Paragraph(said(programme.title))));
    blocks.push(Block::Fact(said(words::letter::REFERENCE), reference.to_owned()));
    blocks.push(Block::Heading(said(words::letter::NEXT)));
    let named = [("contact", facts.contact), ("programme", programme.map_or("", |words| words.title.say(language)))];
    blocks.extend(form.map(|form| Block::Paragraph(fill(form.next.say(language), &named))));
    blocks.extend(facts.answer_by.map(|day| {
        let date = words::date::long(day, language);
        Block::Paragraph(fill(words::form::receipt::answer_by(facts.role).say(language), &[("date", &date)]))
    }));
    blocks.push(Block::Paragraph(said(words::letter::OWN_PAGE)));
    blocks.push(Block::Button {
        words: said(words::letter::OPEN),
        or_copy: said(words::letter::OR_COPY),
        address: facts.link.to_owned(),
    });
    if Standing::Received.may_be_changed(facts.role) {
        blocks.push(Block::Paragraph(said(words::letter::CHANGES)));
    }
    if matches!(facts.role, Role::Waiting | Role::Asking) {
        blocks.push(Block::Paragraph(said(words::letter::CANCEL)));
    }
    blocks.push(Block::Paragraph(fill(words::letter::QUESTIONS.say(language), &contact)));
    blocks.push(Block::Paragraph(fill(words::letter::NOT_YOU.say(language), &contact)));

    let subject = fill(words::letter::applicant_subject(facts.role).say(language), &[("reference", reference)]);
    Letter {
        to: facts.to.to_owned(),
        reply_to: Some(facts.contact.to_owned()),
        text: body::text(&blocks),
        html: body::html(&subject, &blocks, language),
        subject,
        language,
    }
}
