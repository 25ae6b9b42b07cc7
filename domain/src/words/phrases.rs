//! What a programme calls its questions and the answers to them, in one language: read from the tables, or as it was sent to a
//! phone, whose programs carry no words of programmes.

use super::form::answer_said;
use crate::directory::{mentors, questions};
use crate::matching::rules;
use crate::programme::{Form, Role, programme};
use crate::question::Question;
use crate::text::Language;
use crate::words;
use serde::{Deserialize, Serialize};
use std::fmt::Debug;

/// Where the words are.
pub trait Phrases: Debug {
    /// The programme.
    fn slug(&self) -> &str;
    fn language(&self) -> Language;
    /// A question in a few words; none where nothing is known of it.
    fn short(&self, role: Role, question: &str) -> Option<&str>;
    /// The option in that place of the rules' order.
    fn option(&self, role: Role, question: &str, place: usize) -> Option<&str>;
}

/// What was answered, in words; as it is kept where a release has taken the question away.
pub fn said(phrases: &dyn Phrases, role: Role, question: &str, values: &[String]) -> String {
    let form = programme(phrases.slug()).and_then(|programme| programme.form(role));
    form.and_then(|form| form.question(question)).map_or_else(
        || values.join(", "),
        |asked| answer_said(asked, values, phrases.language(), |place| phrases.option(role, question, place)),
    )
}

/// In the tables of the build.
#[derive(Clone, Copy, Debug)]
pub struct Tables<'a> {
    pub slug: &'a str,
    pub language: Language,
}

impl Tables<'_> {
    fn asked(&self, role: Role, id: &str) -> Option<&'static words::QuestionWords> {
        let form = programme(self.slug)?.form(role)?;
        let words = words::programme(self.slug)?.form(role)?;
        words.questions_with(form).find(|(question, _)| question.id == id).map(|(_, words)| words)
    }
}

impl Phrases for Tables<'_> {
    fn slug(&self) -> &str {
        self.slug
    }

    fn language(&self) -> Language {
        self.language
    }

    fn short(&self, role: Role, question: &str) -> Option<&str> {
        Some(self.asked(role, question)?.short.say(self.language))
    }

    fn option(&self, role: Role, question: &str, place: usize) -> Option<&str> {
        Some(self.asked(role, question)?.options.get(place)?.say(self.language))
    }
}

/// As they are sent to a phone that shows mentors: of what a card has, and of what is compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    pub programme: String,
    pub language: Language,
    mentee: Vec<Asked>,
    mentor: Vec<Asked>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Asked {
    id: String,
    short: String,
    /// In the rules' order.
    options: Vec<String>,
}

impl Sent {
    pub fn of(tables: Tables<'_>) -> Self {
        let rules = rules(tables.slug);
        let form = |role| programme(tables.slug).and_then(|programme| programme.form(role));
        let on_cards: Vec<&str> = programme(tables.slug)
            .and_then(mentors)
            .map(|form| questions(form).map(|question| question.id).collect())
            .unwrap_or_default();
        let asked = |role, is_said: &dyn Fn(&str) -> bool| {
            let questions = form(role).into_iter().flat_map(Form::questions);
            questions
                .filter(|question| is_said(question.id))
                .map(|question| Asked::of(tables, role, question))
                .collect()
        };
        Self {
            programme: tables.slug.to_owned(),
            language: tables.language,
            mentee: asked(Role::Mentee, &|id| rules.iter().any(|rule| rule.mentee == id)),
            mentor: asked(Role::Mentor, &|id| on_cards.contains(&id) || rules.iter().any(|rule| rule.mentor == id)),
        }
    }

    fn asked(&self, role: Role, id: &str) -> Option<&Asked> {
        let asked = match role {
            Role::Mentee => &self.mentee,
            Role::Mentor => &self.mentor,
            _ => return None,
        };
        asked.iter().find(|asked| asked.id == id)
    }
}

impl Asked {
    fn of(tables: Tables<'_>, role: Role, question: &Question) -> Self {
        let option = |place| tables.option(role, question.id, place).unwrap_or_default().to_owned();
        Self {
            id: question.id.to_owned(),
            short: tables.short(role, question.id).unwrap_or_default().to_owned(),
            options: (0..question.kind.options().len()).map(option).collect(),
        }
    }
}

impl Phrases for Sent {
    fn slug(&self) -> &str {
        &self.programme
    }

    fn language(&self) -> Language {
        self.language
    }

    fn short(&self, role: Role, question: &str) -> Option<&str> {
        Some(&self.asked(role, question)?.short)
    }

    fn option(&self, role: Role, question: &str, place: usize) -> Option<&str> {
        self.asked(role, question)?.options.get(place).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::PROGRAMMES;

    #[test]
    fn what_is_sent_says_of_cards_and_of_what_is_compared_what_the_tables_say() {
        let mut said_of = 0;
        for programme in PROGRAMMES {
            let Some(form) = mentors(programme) else { continue };
            for language in Language::ALL {
                let tables = Tables { slug: programme.slug, language };
                let sent = Sent::of(tables);
                let compared = rules(programme.slug)
                    .iter()
                    .flat_map(|rule| [(Role::Mentee, rule.mentee), (Role::Mentor, rule.mentor)]);
                for (role, id) in questions(form).map(|question| (Role::Mentor, question.id)).chain(compared) {
                    assert!(tables.short(role, id).is_some_and(|short| !short.is_empty()), "{} {id}", programme.slug);
                    assert_eq!(sent.short(role, id), tables.short(role, id));
                    let question = programme.form(role).unwrap().question(id).unwrap();
                    let all: Vec<String> = question.kind.options().iter().map(|one| (*one).to_owned()).collect();
                    assert_eq!(said(&sent, role, id, &all), said(&tables, role, id, &all));
                    said_of += all.len();
                }
            }
        }
        assert!(said_of > 40, "{said_of}");
    }

    #[test]
    fn nothing_is_sent_of_what_neither_a_card_has_nor_is_compared() {
        let sent = Sent::of(Tables { slug: "ki-alumni", language: Language::Sv });
        assert_eq!((sent.short(Role::Mentee, "goals"), sent.short(Role::Mentor, "email")), (None, None));
        assert_eq!(said(&sent, Role::Mentee, "gone", &["a".to_owned(), "b".to_owned()]), "a, b");
    }
}
