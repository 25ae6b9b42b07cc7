//! Who the made-up letters are of and what these people have answered; nobody of them exists.

use domain::call::{Contact, link_path};
use domain::desk::member::{Authority, Member};
use domain::draft::Draft;
use domain::framework::{MENTOR_EMAIL, MENTOR_NAME};
use domain::ledger::daily::Day;
use domain::link::{Secret, hex};
use domain::programme::{Role, programme};
use domain::question::{Kind, Question, YES};
use domain::reference::Reference;
use domain::text::Language;

pub const PORTAL: &str = "https://mentor.example.org";

/// A name and an address.
pub type Person = [&'static str; 2];

pub const STUDENT: Person = ["Sam Sample", "sam.sample@student.example.org"];
pub const MENTOR: Person = ["Kim Exempelsson", "kim.exempelsson@example.org"];
const STAFF: Person = ["Robin Roll", "robin.roll@example.org"];

pub fn contact([name, email]: Person) -> Contact {
    Contact { name: name.to_owned(), email: email.to_owned() }
}

pub fn reference() -> Option<Reference> {
    Reference::parse("AB3CD4EF")
}

/// The whole address of a link, as long as they are.
pub fn own(language: Language) -> String {
    let bytes = std::array::from_fn(|index| u8::try_from(index).unwrap_or_default());
    format!("{PORTAL}{}", link_path(&Secret::from_random(bytes), language))
}

pub fn member(language: Language) -> Member {
    let [name, address] = STAFF.map(str::to_owned);
    let programmes = Vec::new();
    Member { address, name, authority: Authority::Administrator, programmes, daily_letter: true, language }
}

/// A day on which something came and much is late.
pub fn full_day(day: String) -> Day {
    let arrived = [(41, "AB3CD4EF"), (42, "GH5JK6LM"), (44, "NP7QR8ST")];
    Day {
        day,
        arrived: arrived.map(|(number, reference)| (number, reference.to_owned())).to_vec(),
        more: 0,
        overdue: 2,
        unreadable: 1,
        asked: 3,
        asked_by: Some("2026-11-30".to_owned()),
        letters: 1,
        log: hex(&[171; 32]),
    }
}

/// With a fitting answer to every question of the form.
pub fn draft(slug: &str, role: Role, language: Language) -> Option<Draft> {
    let programme = programme(slug)?;
    let mut draft = Draft::new(programme, role, language);
    let answered = programme.form(role)?.questions();
    draft.answers = answered.map(|question| (question.id.to_owned(), answer(question, language))).collect();
    Some(draft)
}

fn answer(question: &Question, language: Language) -> Vec<String> {
    let one = |value: &str| vec![value.to_owned()];
    let [person, address] = if is_of_the_mentor(question.id) { MENTOR } else { STUDENT };
    match question.kind {
        Kind::FullName { .. } => one(person),
        // Somebody else's name is not asked for as one's own is.
        Kind::ShortText { .. } if question.id == MENTOR_NAME => one(person),
        Kind::Email => one(address),
        Kind::ShortText { .. } => one(short(language)),
        Kind::LongText { .. } => one(long(language)),
        Kind::SeveralChoices { options, min, .. } | Kind::RankedChoice { options, min, .. } => {
            options.iter().take(usize::from(min)).map(|option| (*option).to_owned()).collect()
        }
        Kind::OneChoice { options } => options.iter().take(1).map(|option| (*option).to_owned()).collect(),
        Kind::Number { min, .. } => vec![min.to_string()],
        Kind::Year { max, .. } => vec![max.to_string()],
        Kind::Date { min, .. } => vec![format!("{min}-12-01")],
        Kind::YesNo | Kind::Acknowledgement => one(YES),
    }
}

/// Whether the answer is of the mentor whom a student writes of.
fn is_of_the_mentor(question: &str) -> bool {
    matches!(question, MENTOR_NAME | MENTOR_EMAIL)
}

const fn short(language: Language) -> &'static str {
    match language {
        Language::Sv => "Biomedicin & <folkhälsa>",
        Language::En => "Biomedicine & <public health>",
    }
}

/// Two paragraphs, and a word that no line is wide enough for.
const fn long(language: Language) -> &'static str {
    match language {
        Language::Sv => {
            "Jag vill höra hur vardagen är utanför universitetet.\n\nJag har läst \
             https://example.org/karriarvagar-efter-en-utbildning-inom-biomedicin-och-folkhalsa och undrar vad som stämmer."
        }
        Language::En => {
            "I want to hear what working outside the university is like.\n\nI have read \
             https://example.org/careers-after-a-degree-in-biomedicine-or-in-public-health and wonder how much is true."
        }
    }
}
