//! Letters to the staff themselves: the link that signs in, and the daily letter.

use super::Letter;
use super::body::{self, Block};
use crate::desk::member::Member;
use crate::fill::{fill, fill_numbers};
use crate::ledger::daily::Day;
use crate::text::Language;
use crate::words;
use crate::words::letter::desk as said;

/// The link to the desk.
pub fn to_who_signs_in(member: &Member, link: &str) -> Letter {
    let language = member.language;
    let blocks = [
        Block::Title(said::SIGN_IN_TITLE.say(language).to_owned()),
        Block::Paragraph(said::SIGN_IN.say(language).to_owned()),
        Block::Button {
            words: said::SIGN_IN_BUTTON.say(language).to_owned(),
            or_copy: words::letter::OR_COPY.say(language).to_owned(),
            address: link.to_owned(),
        },
        Block::Paragraph(said::SIGN_IN_NOT_YOU.say(language).to_owned()),
    ];
    letter(member, said::SIGN_IN_TITLE.say(language).to_owned(), &blocks)
}

/// What came in and what is late.
pub fn of_the_day(member: &Member, day: &Day, desk: &str) -> Letter {
    let language = member.language;
    let date = words::date::long(&day.day, language);
    let subject = fill(said::DAILY_SUBJECT.say(language), &[("date", &date)]);
    let sentence = |none, one, many, count: u32| {
        let text: crate::text::Text = match count {
            0 => none,
            1 => one,
            _ => many,
        };
        Block::Paragraph(fill_numbers(text.say(language), &[("count", count)]))
    };
    let arrived = u32::try_from(day.arrived.len()).unwrap_or(u32::MAX).saturating_add(day.more);
    let mut blocks = vec![
        Block::Title(subject.clone()),
        sentence(said::NO_OVERDUE, said::ONE_OVERDUE, said::OVERDUE, day.overdue),
        asked(day, language),
        sentence(said::NO_LETTERS, said::ONE_LETTER, said::LETTERS, day.letters),
        Block::Button {
            words: said::DAILY_BUTTON.say(language).to_owned(),
            or_copy: words::letter::OR_COPY.say(language).to_owned(),
            address: desk.to_owned(),
        },
        Block::Heading(said::ARRIVED_TITLE.say(language).to_owned()),
        sentence(said::NONE_ARRIVED, said::ONE_ARRIVED, said::ARRIVED, arrived),
    ];
    if let Some(text) = said::unreadable(day.unreadable) {
        blocks.insert(1, Block::Paragraph(fill_numbers(text.say(language), &[("count", day.unreadable)])));
    }
    if !day.arrived.is_empty() {
        let lines: Vec<String> =
            day.arrived.iter().map(|(number, reference)| format!("{number}. {reference}")).collect();
        blocks.push(Block::Answer(said::NUMBERS.say(language).to_owned(), lines.join("\n")));
        blocks.push(Block::Paragraph(said::GAPS.say(language).to_owned()));
    }
    if !day.log.is_empty() {
        blocks.push(Block::Paragraph(fill(said::LOG.say(language), &[("hash", &day.log)])));
    }
    letter(member, subject, &blocks)
}

/// What people wait to be answered, and until when.
fn asked(day: &Day, language: Language) -> Block {
    let text = match day.asked {
        0 => said::NONE_ASKED,
        1 => said::ONE_ASKED,
        _ => said::ASKED,
    };
    let date = day.asked_by.as_deref().map(|day| words::date::long(day, language)).unwrap_or_default();
    Block::Paragraph(fill(text.say(language), &[("count", &day.asked.to_string()), ("date", &date)]))
}

fn letter(member: &Member, subject: String, blocks: &[Block]) -> Letter {
    Letter {
        to: member.address.clone(),
        reply_to: None,
        text: body::text(blocks),
        html: body::html(&subject, blocks, member.language),
        subject,
        language: member.language,
    }
}
