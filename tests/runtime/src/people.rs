//! Made-up people with fitting answers to every question, and their sends.

use domain::call::SendRequest;
use domain::draft::Draft;
use domain::framework::MENTOR_EMAIL;
use domain::link::{LinkHash, Secret};
use domain::programme::{Role, programme};
use domain::question::{Kind, YES};
use domain::text::Language;

/// A send of a made-up person; `number` makes id, secret, name and address its own.
pub fn send_request(number: u32, role: Role, language: Language) -> SendRequest {
    SendRequest {
        id: id(number),
        receipt_hash: secret(number).hash().as_str().to_owned(),
        draft: draft(number, role, language),
    }
}

/// The draft's id of that person.
pub fn id(number: u32) -> String {
    LinkHash::of(format!("id {number}").as_bytes()).as_str().chars().take(32).collect()
}

/// The secret of the receipt's link of that person.
pub fn secret(number: u32) -> Secret {
    let hash = LinkHash::of(format!("secret {number}").as_bytes());
    Secret::parse(hash.as_str()).expect("a hash is 64 hex digits")
}

/// A name that is easy to find where it must not be.
pub fn name(number: u32) -> String {
    format!("Provperson Påhittad-{number}")
}

pub fn address(number: u32) -> String {
    format!("prov.{number}@example.org")
}

/// Of the mentor whom that person has found.
pub fn mentor_address(number: u32) -> String {
    format!("mentor.{number}@example.org")
}

/// As [`draft_for`], of the programme that has both forms.
pub fn draft(number: u32, role: Role, language: Language) -> Draft {
    draft_for("ki-alumni", number, role, language)
}

/// A draft with a fitting answer to every question, the first options of every choice.
pub fn draft_for(slug: &str, number: u32, role: Role, language: Language) -> Draft {
    let programme = programme(slug).expect("the programme is there");
    let form = programme.form(role).expect("it has the form");
    let mut draft = Draft::new(programme, role, language);
    for question in form.questions() {
        let first = |options: &[&str], count: u16| {
            options.iter().take(usize::from(count.max(1))).map(|option| (*option).to_owned()).collect()
        };
        let values = match question.kind {
            Kind::FullName { .. } => vec![name(number)],
            Kind::Email if question.id == MENTOR_EMAIL => vec![mentor_address(number)],
            Kind::Email => vec![address(number)],
            Kind::OneChoice { options } => first(options, 1),
            Kind::SeveralChoices { options, min, .. } | Kind::RankedChoice { options, min, .. } => first(options, min),
            Kind::Number { min, .. } | Kind::Year { min, .. } => vec![min.to_string()],
            Kind::Date { min, .. } => vec![format!("{min}-02-28")],
            Kind::YesNo | Kind::Acknowledgement => vec![YES.to_owned()],
            Kind::ShortText { .. } | Kind::LongText { .. } => {
                vec![format!("Påhittat svar {number} på {}", question.id)]
            }
        };
        draft.answers.insert(question.id.to_owned(), values);
    }
    draft
}
