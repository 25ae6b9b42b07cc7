//! The file for reading: one HTML document that stands alone, opens on any phone, and prints. It looks as a letter does.

use crate::call::Millis;
use crate::desk::call::{DeskPerson, DeskRecord, DeskWish, DeskWishes};
use crate::desk::row::Row;
use crate::desk::said;
use crate::fill::{fill, fill_numbers};
use crate::ledger::Event;
use crate::letter::body::{self, Block};
use crate::outbox::{Fact, Task};
use crate::text::{Language, Text};
use crate::words::date;
use crate::words::desk::person::file as own;
use crate::words::desk::{record as words, requests};
use crate::words::form::asked as asked_words;
use crate::words::letter::written_in;

/// Everything held about a person, in words to them. `at` is when it was taken out.
pub fn readable(person: &DeskPerson, at: Millis, language: Language) -> String {
    let paragraph = |text: Text| Block::Paragraph(text.say(language).to_owned());
    let mut blocks = vec![
        Block::Title(own::TITLE.say(language).to_owned()),
        Block::Paragraph(fill(own::LEAD.say(language), &[("time", &date::time(at, language))])),
        paragraph(own::RIGHTS),
        paragraph(own::NOT_HERE),
    ];
    for (text, count) in [(own::ELSEWHERE, person.elsewhere), (own::FRAMEWORKS, person.frameworks)] {
        if count > 0 {
            blocks.push(Block::Paragraph(fill_numbers(text.say(language), &[("count", count)])));
        }
    }
    blocks.extend(person.has_more.then(|| paragraph(own::MORE)));
    for record in &person.records {
        whole(record, language, &mut blocks);
    }
    body::page(own::TITLE.say(language), &blocks, language)
}

fn whole(record: &DeskRecord, language: Language, blocks: &mut Vec<Block>) {
    let mut part = |title: Text, held: Vec<Block>| {
        if held.is_empty() {
            return;
        }
        let values = [("reference", record.row.reference.as_str()), ("part", title.say(language))];
        // Each says of which record it is: on paper they stand on pages of their own.
        blocks.push(Block::Heading(fill(own::PART.say(language), &values)));
        blocks.extend(held);
    };
    let labelled = |(label, value): (Text, String)| Block::Answer(label.say(language).to_owned(), value);
    let facts = said::facts(record, language).into_iter().chain(said::more_facts(record, language)).map(labelled);
    let language_of_form = Block::Paragraph(written_in(record.language).say(language).to_owned());
    part(own::FACTS, facts.chain([language_of_form]).collect());
    part(words::ANSWERS, answers(&record.row, &record.answers, language));
    let arrived = record.arrived.as_deref().map(|arrived| answers(&record.row, arrived, language));
    part(words::ARRIVED, arrived.unwrap_or_default());
    let asked = record.asked.iter().map(|asked| lines(asked_words::said(asked, language)));
    part(asked_words::ASKED_TITLE, asked.collect());
    let requests =
        record.requests.iter().map(|request| Block::Paragraph(requests::said_to_the_mentee(request, language)));
    part(requests::TITLE, requests.collect());
    let wishes = record.wishes.as_ref().map(|wishes| wished(wishes, language));
    part(requests::WISHES, wishes.unwrap_or_default());
    part(words::HISTORY, record.history.iter().map(|event| happened(event, &record.row, language)).collect());
    part(words::LETTERS, record.letters.iter().map(|task| sent(task, language)).collect());
    let decision = words::letter(Fact::DecisionLetter).say(language);
    let decided = record.letter.iter().map(|letter| Block::Answer(decision.to_owned(), letter.clone()));
    part(words::LETTER, decided.collect());
}

fn answers(row: &Row, answers: &[(String, Vec<String>)], language: Language) -> Vec<Block> {
    let said = said::answers(row, answers, language).into_iter();
    said.flat_map(|answer| {
        let who_sees = answer.who_sees.map(|who_sees| Block::Paragraph(format!("({who_sees})")));
        [Some(Block::Answer(answer.label, answer.text)), who_sees].into_iter().flatten()
    })
    .collect()
}

fn wished(wishes: &DeskWishes, language: Language) -> Vec<Block> {
    let one = |(place, wish): (u32, &DeskWish)| {
        let reference = wish.reference.as_deref().unwrap_or("–");
        let values = [("place", place.to_string()), ("reference", reference.to_owned())];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        lines(vec![fill(requests::WISH.say(language), &values), wish.word.clone()])
    };
    let avoid = Block::Answer(requests::AVOID.say(language).to_owned(), wishes.avoid.clone());
    let has_avoid = !wishes.avoid.is_empty();
    (1..).zip(&wishes.ranked).map(one).chain(has_avoid.then_some(avoid)).collect()
}

/// A first line, and under it what belongs to it, every break as it was typed.
fn lines(lines: Vec<String>) -> Block {
    let mut lines = lines.into_iter();
    let first = lines.next().unwrap_or_default();
    let rest: Vec<String> = lines.collect();
    if rest.is_empty() { Block::Paragraph(first) } else { Block::Answer(first, rest.join("\n")) }
}

fn happened(event: &Event, row: &Row, language: Language) -> Block {
    let line = format!("{} – {}", date::time(event.at, language), said::happened(event, row, language));
    lines(std::iter::once(line).chain(event.reason.clone()).collect())
}

fn sent(task: &Task, language: Language) -> Block {
    let letter = words::letter(task.fact).say(language);
    let fate = words::fate(task.state).say(language);
    Block::Answer(letter.to_owned(), format!("{fate}, {}", date::time(task.due_at, language)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::sample;
    use crate::programme::Role;

    fn of(records: Vec<DeskRecord>) -> String {
        readable(&DeskPerson { records, elsewhere: 3, frameworks: 1, has_more: true }, sample::NOW, Language::Sv)
    }

    #[test]
    fn it_stands_alone_says_who_sees_what_and_nothing_typed_is_markup() {
        let text = of(vec![sample::record("AB3CD4EF", Role::Mentee, Language::En)]);
        for held in [
            "AB3CD4EF: Svar</h2>",
            "<strong>Diarienummer</strong><br>1-2/2026",
            "<strong>Version av informationen om personuppgifter</strong><br>2026-11-01",
            "Det är inte beslutat. Karolinska Institutet ska besluta, och till dess raderas inget.",
            "(Programmets personal ser svaret)",
            "Skrivet på engelska.",
            "<strong>Rättelse. Kom in 23 november 2026 kl.\u{a0}10.00.</strong><br>Du skrev: Fel &lt;AB3CD4EF&gt;",
            "23 november 2026 kl.\u{a0}10.00 – Nytt läge: Under granskning</p>",
            "<strong>Bekräftelse till personen</strong><br>väntar, 23 november 2026",
            "begränsad behandling",
            "Önskemål 1: KL7MN8PR</strong><br>Hej &lt;AB3CD4EF&gt;",
            "<strong>Vill helst inte ha (visas bara för personalen)</strong><br>Helst inte &lt;AB3CD4EF&gt;",
            "ansvarar för: 3.",
            "med en mentor: 1.",
        ] {
            assert!(text.contains(held), "{held}\n---\n{text}");
        }
        assert!(!text.contains("<AB3CD4EF>") && !text.contains("<script") && !text.contains("src="));
    }

    #[test]
    fn what_staff_keep_of_a_mentor_is_told() {
        let text = of(vec![sample::record("AB3CD4EF", Role::Mentor, Language::Sv)]);
        for held in [
            "<strong>Vem är mentorn, och hur har det kontrollerats?</strong><br>Ringde &lt;AB3CD4EF&gt;",
            "<strong>Lediga platser</strong><br>2",
            "<strong>Pausad till och med</strong><br>24 december 2026",
        ] {
            assert!(text.contains(held), "{held}\n---\n{text}");
        }
    }

    #[test]
    fn a_record_that_is_not_given_leaves_no_trace() {
        let text = of(vec![sample::record("AB3CD4EF", Role::Mentee, Language::Sv)]);
        assert!(!text.contains("GH5JK6MN"));
        let both = ["AB3CD4EF", "GH5JK6MN"].map(|one| sample::record(one, Role::Mentee, Language::Sv));
        assert!(of(both.to_vec()).contains("GH5JK6MN: Svar</h2>"));
    }
}
