//! The letters between the two of a pair: a mentor is asked, reminded, both are told what is new. They name the two addresses
//! and nothing else that was typed.

use super::Letter;
use super::body::{self, Block};
use crate::fill::fill;
use crate::framework::{Asking, Framework, Side, Stage};
use crate::programme::Programme;
use crate::reference::Reference;
use crate::text::{Language, Text};
use crate::words;
use crate::words::form::framework::HOLDS;
use crate::words::letter::framework as said;

/// What such a letter says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameworkNews {
    /// To the mentor, with what the law wants said.
    First,
    Reminder,
    /// To the student.
    NoAnswer,
    /// To the student: nobody knows whether the letter to the mentor arrived.
    Unsure,
    /// To the student: it could not go.
    Undelivered,
    Agreed,
    /// It is for the reader to accept.
    Proposed,
    Other,
    /// The mentor stated what KI's rule does not allow.
    NotAllowed,
    Ended,
    Erased,
}

impl FrameworkNews {
    pub const ALL: [Self; 11] = [
        Self::First,
        Self::Reminder,
        Self::NoAnswer,
        Self::Unsure,
        Self::Undelivered,
        Self::Agreed,
        Self::Proposed,
        Self::Other,
        Self::NotAllowed,
        Self::Ended,
        Self::Erased,
    ];

    /// What a student is told of how far the mentor has been asked.
    pub const fn of_asking(asking: Asking) -> Self {
        match asking {
            Asking::Unsure => Self::Unsure,
            Asking::Undelivered => Self::Undelivered,
            _ => Self::NoAnswer,
        }
    }

    /// What is newest, for one of the two.
    pub fn of(framework: &Framework, side: Side) -> Self {
        match framework.stage() {
            Stage::Ended if framework.ending.is_some_and(|ending| ending.erases) => Self::Erased,
            Stage::Ended => Self::Ended,
            Stage::NotAllowed => Self::NotAllowed,
            Stage::Agreed => Self::Agreed,
            Stage::WaitsFor(waits) if waits == side => Self::Proposed,
            Stage::Asked if side == Side::Mentor => Self::Proposed,
            Stage::Asked | Stage::WaitsFor(_) => Self::Other,
        }
    }
}

/// Everything a letter needs.
#[derive(Clone, Copy, Debug)]
pub struct FrameworkFacts<'a> {
    pub framework: &'a Framework,
    /// The student's address, which is proven before a mentor is written to.
    pub mentee: &'a str,
    /// The mentor's, as the student typed it.
    pub mentor: &'a str,
    /// Whom the letter is for.
    pub side: Side,
    pub what: FrameworkNews,
    pub language: Language,
    pub programme: &'a Programme,
    pub reference: &'a Reference,
    /// The whole address of the own page's link.
    pub link: &'a str,
    /// Of the page about personal data.
    pub notice: &'a str,
    /// The programme's contact address.
    pub contact: &'a str,
}

/// Where an answer to the letter goes: from one of the two to the other, because staff are not told of it. A mentor who has said
/// nothing yet may not be who the student thinks.
fn reply_to<'a>(facts: &FrameworkFacts<'a>) -> &'a str {
    match facts.side {
        Side::Mentor => facts.mentee,
        Side::Mentee if facts.framework.is_answered() => facts.mentor,
        Side::Mentee => facts.contact,
    }
}

/// In the language in which the framework was written.
pub fn to_one_of_a_pair(facts: &FrameworkFacts<'_>) -> Letter {
    let language = facts.language;
    let reference = facts.reference.as_str();
    let values = [
        ("mentee", facts.mentee),
        ("mentor", facts.mentor),
        ("reference", reference),
        ("contact", facts.contact),
        ("notice", facts.notice),
        ("reply", reply_to(facts)),
    ];
    let say = |text: Text| fill(text.say(language), &values);
    let mut blocks = vec![Block::Title(say(said::title(facts.what)))];
    let programme = words::programme(facts.programme.slug);
    blocks.extend(programme.map(|programme| Block::Paragraph(say(programme.title))));
    blocks.push(Block::Paragraph(say(said::body(facts.what))));
    if facts.what == FrameworkNews::Proposed && facts.framework.in_force().is_some() {
        blocks.push(Block::Paragraph(say(HOLDS)));
    }
    if facts.what != FrameworkNews::Erased {
        blocks.push(Block::Button {
            words: say(said::OPEN),
            or_copy: say(words::letter::OR_COPY),
            address: facts.link.to_owned(),
        });
        blocks.push(Block::Paragraph(say(said::LINK_IS_YOURS)));
    }
    blocks.push(Block::Fact(say(words::letter::REFERENCE), reference.to_owned()));
    blocks.push(Block::Paragraph(say(said::QUESTIONS)));
    if reply_to(facts) != facts.contact {
        blocks.push(Block::Paragraph(say(said::REPLY)));
    }
    if matches!(facts.what, FrameworkNews::First | FrameworkNews::Reminder) {
        blocks.push(Block::Paragraph(say(said::UNKNOWN)));
    }
    if facts.what == FrameworkNews::First {
        blocks.push(Block::Heading(say(said::NOTICE_TITLE)));
        blocks.extend(said::NOTICE.map(|text| Block::Paragraph(say(text))));
    }
    let subject = say(said::subject(facts.what));
    let to = if facts.side == Side::Mentor { facts.mentor } else { facts.mentee };
    Letter {
        to: to.to_owned(),
        reply_to: Some(reply_to(facts).to_owned()),
        text: body::text(&blocks),
        html: body::html(&subject, &blocks, language),
        subject,
        language,
    }
}
