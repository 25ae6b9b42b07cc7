//! The letters of a request: a mentor is asked, the mentee chooses, whoever is silent is reminded, the two are introduced, a place
//! is free again, a mentor is asked whether they are still willing. Only who already is one of a pair reads the other's name and address.

use super::Letter;
use super::body::{self, Block};
use crate::call::Contact;
use crate::fill::fill;
use crate::mentor::willing::SILENT_AFTER_DAYS;
use crate::programme::Programme;
use crate::reference::Reference;
use crate::text::{Language, Text};
use crate::words;
use crate::words::letter::request as said;

/// What such a letter says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestNews {
    /// To the mentor.
    Asked,
    AskedReminder,
    /// The mentee has answered the mentor's question.
    Replied,
    /// To the mentee: the mentor asks something first.
    Question,
    QuestionReminder,
    Choice,
    ChoiceReminder,
    /// To the mentor.
    Introduction,
    Released,
    /// To a mentor who has not been heard of for half a year.
    StillWilling,
}

impl RequestNews {
    pub const ALL: [Self; 10] = [
        Self::Asked,
        Self::AskedReminder,
        Self::Replied,
        Self::Question,
        Self::QuestionReminder,
        Self::Choice,
        Self::ChoiceReminder,
        Self::Introduction,
        Self::Released,
        Self::StillWilling,
    ];

    /// Whether its fact is among those of [`crate::ledger::letters::can_be_turned_off`].
    const fn can_be_turned_off(self) -> bool {
        matches!(self, Self::AskedReminder | Self::QuestionReminder | Self::ChoiceReminder | Self::StillWilling)
    }
}

/// Everything a letter needs.
#[derive(Clone, Copy, Debug)]
pub struct RequestFacts<'a> {
    pub to: &'a str,
    pub what: RequestNews,
    pub language: Language,
    pub programme: &'a Programme,
    /// Of what the reader has sent.
    pub reference: &'a Reference,
    /// `YYYY-MM-DD`; empty where no answer is waited for.
    pub answer_by: &'a str,
    /// The other of the two, in [`RequestNews::Introduction`].
    pub other: Option<&'a Contact>,
    /// The whole address of the own page's link.
    pub link: &'a str,
    /// The programme's contact address.
    pub contact: &'a str,
}

/// In the language of whoever reads it.
pub fn about_a_request(facts: &RequestFacts<'_>) -> Letter {
    let language = facts.language;
    let date = words::date::long(facts.answer_by, language);
    let days = SILENT_AFTER_DAYS.to_string();
    let values = [
        ("date", date.as_str()),
        ("reference", facts.reference.as_str()),
        ("contact", facts.contact),
        ("days", days.as_str()),
        ("section", words::form::own::LETTERS.say(language)),
    ];
    let say = |text: Text| fill(text.say(language), &values);
    let mut blocks = vec![Block::Title(say(said::title(facts.what)))];
    blocks.extend(words::programme(facts.programme.slug).map(|words| Block::Paragraph(say(words.title))));
    blocks.push(Block::Paragraph(say(said::body(facts.what))));
    if let Some(other) = facts.other {
        blocks.extend(reached(other, language));
    }
    if !facts.answer_by.is_empty() {
        blocks.push(Block::Day(say(said::ANSWER_BY), date.clone()));
    }
    blocks.push(Block::Button {
        words: say(said::open(facts.what)),
        or_copy: say(words::letter::OR_COPY),
        address: facts.link.to_owned(),
    });
    blocks.push(Block::Paragraph(say(words::letter::framework::LINK_IS_YOURS)));
    blocks.push(Block::Fact(say(words::letter::REFERENCE), facts.reference.as_str().to_owned()));
    blocks.push(Block::Paragraph(say(words::letter::QUESTIONS)));
    if facts.what.can_be_turned_off() {
        blocks.push(Block::Paragraph(say(said::TURN_OFF)));
    }
    let subject = say(said::subject(facts.what));
    Letter {
        to: facts.to.to_owned(),
        reply_to: Some(facts.other.map_or(facts.contact, |other| &other.email).to_owned()),
        text: body::text(&blocks),
        html: body::html(&subject, &blocks, language),
        subject,
        language,
    }
}

/// How the other of a pair is reached.
pub(super) fn reached(other: &Contact, language: Language) -> [Block; 2] {
    [
        Block::Answer(said::NAME.say(language).to_owned(), other.name.clone()),
        Block::Answer(said::EMAIL.say(language).to_owned(), other.email.clone()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::programme;

    const LINK: &str = "https://portal.example/l/0123";

    fn letter(what: RequestNews, language: Language, other: Option<&Contact>) -> Letter {
        about_a_request(&RequestFacts {
            to: "to@example.org",
            what,
            language,
            programme: programme("ki-alumni").unwrap(),
            reference: &Reference::of_hash(&[7; 32]),
            answer_by: if other.is_some() { "" } else { "2026-12-09" },
            other,
            link: LINK,
            contact: "career-service@ki.se",
        })
    }

    #[test]
    fn every_letter_says_which_it_is_with_one_link_and_no_place_left_empty() {
        let reference = Reference::of_hash(&[7; 32]);
        for language in Language::ALL {
            let letters = RequestNews::ALL.map(|what| letter(what, language, None));
            for letter in &letters {
                assert!(letter.subject.contains(reference.as_str()), "{}", letter.subject);
                assert_eq!(letter.text.matches(LINK).count(), 1, "{}", letter.text);
                assert!(!letter.text.contains('{') && !letter.subject.contains('{'), "{}", letter.text);
                assert_eq!(letter.reply_to.as_deref(), Some("career-service@ki.se"));
            }
            let subjects: std::collections::BTreeSet<&String> = letters.iter().map(|letter| &letter.subject).collect();
            assert_eq!(subjects.len(), letters.len());
        }
        let asked = letter(RequestNews::Asked, Language::Sv, None);
        assert!(asked.text.contains("Svara senast: onsdag 9 december 2026"), "{}", asked.text);
    }

    #[test]
    fn who_is_introduced_is_named_and_answered() {
        let other = Contact { name: "Åsa <Å>".to_owned(), email: "asa@example.org".to_owned() };
        let introduced = letter(RequestNews::Introduction, Language::En, Some(&other));
        assert_eq!(introduced.reply_to.as_deref(), Some("asa@example.org"));
        assert!(introduced.text.contains("Name:\n  Åsa <Å>") && introduced.text.contains("asa@example.org"));
        assert!(introduced.html.contains("Åsa &lt;Å&gt;") && !introduced.text.contains("Answer by"));
    }
}
