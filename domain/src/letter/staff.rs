//! The letter to the programme's own address: every answer in reading order, or only that something came.

use super::Letter;
use super::body::{self, Block};
use crate::application::Application;
use crate::calendar;
use crate::call::Millis;
use crate::fill::fill;
use crate::programme::StaffLetter;
use crate::reference::Reference;
use crate::text::{Language, Text};
use crate::words::{self, form::answer_text};

/// What the letter says.
#[derive(Clone, Copy, Debug)]
pub struct StaffFacts<'a> {
    pub application: &'a Application,
    pub reference: &'a Reference,
    pub received_at: Millis,
    /// The day promised to the person, `YYYY-MM-DD`, if any was.
    pub answer_by: Option<&'a str>,
    /// Probably not a person: nobody is answered by mistake.
    pub suspect: bool,
    /// A letter about the same went before and nobody knows whether it arrived.
    pub possible_duplicate: bool,
    /// The programme's contact address.
    pub to: &'a str,
}

/// Staff read Swedish, the authority's language, whatever language the form was filled in.
const LANGUAGE: Language = Language::Sv;

fn said(text: Text) -> String {
    text.say(LANGUAGE).to_owned()
}

/// In Swedish, to be answered by replying.
pub fn to_staff(facts: &StaffFacts<'_>) -> Letter {
    let application = facts.application;
    let full = application.programme().staff_letter == StaffLetter::Full;
    let mut blocks = vec![Block::Title(said(words::letter::staff_title(application.role())))];
    blocks.extend(marks(facts).map(|(mark, sentence)| Block::Mark(said(mark), said(sentence))));
    blocks.extend(facts_of(facts));
    if full {
        blocks.push(Block::Heading(said(words::letter::ANSWERS)));
        blocks.extend(answers(application));
    } else {
        blocks.push(Block::Paragraph(said(words::letter::NOTICE_ONLY)));
    }
    // An address that a program has filled in may be a stranger's; and a notice holds no answer, the address neither.
    // Nor one that not every mail server takes in a header (RFC 6532): the letter itself must arrive; the answers hold it.
    let in_header = |address: &&str| full && !facts.suspect && address.is_ascii();
    let reply_to = application.email().filter(in_header).map(str::to_owned);
    blocks.extend(reply_to.is_some().then(|| Block::Paragraph(said(words::letter::REPLY))));
    blocks.extend(facts.suspect.then(|| Block::Paragraph(said(words::letter::NO_LETTER))));

    let subject = subject(facts);
    Letter {
        to: facts.to.to_owned(),
        reply_to,
        text: body::text(&blocks),
        html: body::html(&subject, &blocks, LANGUAGE),
        subject,
        language: LANGUAGE,
    }
}

fn programme_title(facts: &StaffFacts<'_>) -> &'static str {
    let slug = facts.application.programme().slug;
    words::programme(slug).map_or(slug, |words| words.title.say(LANGUAGE))
}

/// Marks come first, so that a list of letters shows them.
fn subject(facts: &StaffFacts<'_>) -> String {
    let marks: String = marks(facts).flat_map(|(mark, _)| ["[", mark.say(LANGUAGE), "] "]).collect();
    let values = [("reference", facts.reference.as_str()), ("programme", programme_title(facts))];
    marks + &fill(words::letter::staff_subject(facts.application.role()).say(LANGUAGE), &values)
}

fn marks(facts: &StaffFacts<'_>) -> impl Iterator<Item = (Text, Text)> {
    let suspect = facts.suspect.then_some((words::letter::SUSPECT_MARK, words::letter::SUSPECT));
    let duplicate = facts.possible_duplicate.then_some((words::letter::DUPLICATE_MARK, words::letter::DUPLICATE));
    suspect.into_iter().chain(duplicate)
}

fn facts_of(facts: &StaffFacts<'_>) -> Vec<Block> {
    let at = facts.received_at;
    let time = words::date::moment(&calendar::day(at), &calendar::clock(at), LANGUAGE);
    let written_in = words::letter::written_in(facts.application.language());
    let promised = facts.answer_by.map(|day| {
        let date = words::date::long(day, LANGUAGE);
        Block::Paragraph(fill(words::letter::PROMISED.say(LANGUAGE), &[("date", &date)]))
    });
    let known = [
        Block::Fact(said(words::letter::REFERENCE), facts.reference.as_str().to_owned()),
        Block::Paragraph(format!("{}: {}", words::letter::PROGRAMME.say(LANGUAGE), programme_title(facts))),
        Block::Paragraph(fill(words::letter::RECEIVED.say(LANGUAGE), &[("time", &time)])),
    ];
    known.into_iter().chain(promised).chain([Block::Paragraph(said(written_in))]).collect()
}

/// Every question that was asked, in form order; one that was left out says so. No page titles: those speak to the person.
fn answers(application: &Application) -> Vec<Block> {
    let form = application.form();
    let Some(words) = words::programme(application.programme().slug).and_then(|words| words.form(form.role)) else {
        return Vec::new();
    };
    let given = application.to_draft().answers;
    let asked = words.questions_with(form).filter(|(question, _)| question.is_asked(&given));
    let gone = application.answers().iter().filter(|(id, _)| form.question(id).is_none());
    // A question that a release has removed since has no words any more; its answer is still one.
    let gone = gone.map(|(id, values)| Block::Answer(id.clone(), values.join(", ")));
    asked
        .map(|(question, words)| {
            let answer = application.answer(question.id).map_or_else(
                || said(words::letter::NO_ANSWER),
                |values| answer_text(question, words, values, LANGUAGE),
            );
            Block::Answer(said(words.short), answer)
        })
        .chain(gone)
        .collect()
}
