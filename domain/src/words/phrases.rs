//! What a programme calls its questions and the answers to them, in one language: read from the tables, or as it was sent to a
//! phone, whose programs carry no words of programmes.

use super::form::answer_said;
use crate::directory::{mentors, questions};
use crate::matching::rules;
use crate::programme::{Form, Role, programme};
use crate::question::Question;
use crate::text::Language;
use crate::words::{self, QuestionWords};
use serde::{Deserialize, Serialize};
use std::fmt::Debug;

/// Where the words are.
pub trait Phrases: Debug {
    /// The programme.
    fn slug(&self) -> &str;
    fn language(&self) -> Language;
    /// A mentee's question in a few words; none where nothing is known of it.
    fn short(&self, question: &str) -> Option<&str>;
    /// The words of an option, by its value.
    fn option(&self, role: Role, question: &str, value: &str) -> Option<&str>;
}

/// What was answered, in words; as it is kept where a release has taken the question away.
pub fn said(phrases: &dyn Phrases, role: Role, question: &str, values: &[String]) -> String {
    let form = programme(phrases.slug()).and_then(|programme| programme.form(role));
    form.and_then(|form| form.question(question)).map_or_else(
        || values.join(", "),
        |asked| answer_said(asked, values, phrases.language(), |value| phrases.option(role, question, value)),
    )
}

/// In the tables of the build.
#[derive(Clone, Copy, Debug)]
pub struct Tables<'a> {
    pub slug: &'a str,
    pub language: Language,
}

impl Tables<'_> {
    fn asked(&self, role: Role, id: &str) -> Option<(&'static Question, &'static QuestionWords)> {
        let form = programme(self.slug)?.form(role)?;
        words::programme(self.slug)?.form(role)?.questions_with(form).find(|(question, _)| question.id == id)
    }
}

impl Phrases for Tables<'_> {
    fn slug(&self) -> &str {
        self.slug
    }

    fn language(&self) -> Language {
        self.language
    }

    fn short(&self, question: &str) -> Option<&str> {
        Some(self.asked(Role::Mentee, question)?.1.short.say(self.language))
    }

    fn option(&self, role: Role, question: &str, value: &str) -> Option<&str> {
        let (question, words) = self.asked(role, question)?;
        Some(words.option(question, value)?.say(self.language))
    }
}

/// As they are sent to a phone that shows mentors: of what a card has, and of what is compared. Each stands beside what it is the
/// words of: the phone may have another release's rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    pub programme: String,
    pub language: Language,
    /// A mentee's questions, in a few words.
    shorts: Vec<(String, String)>,
    mentee: Vec<Options>,
    mentor: Vec<Options>,
}

/// A question, and its options' values and words.
type Options = (String, Vec<(String, String)>);

impl Sent {
    pub fn of(tables: Tables<'_>) -> Self {
        let rules = rules(tables.slug);
        let of_cards = programme(tables.slug).and_then(mentors).into_iter().flat_map(questions);
        let mut of_mentor: Vec<&str> = of_cards.map(|question| question.id).collect();
        of_mentor.extend(rules.iter().map(|rule| rule.mentor));
        let of_mentee: Vec<&str> = rules.iter().map(|rule| rule.mentee).collect();
        let short = |id: &&str| Some(((*id).to_owned(), tables.short(id)?.to_owned()));
        Self {
            programme: tables.slug.to_owned(),
            language: tables.language,
            shorts: of_mentee.iter().filter_map(short).collect(),
            mentee: options(tables, Role::Mentee, &of_mentee),
            mentor: options(tables, Role::Mentor, &of_mentor),
        }
    }
}

/// Of those questions that have any, in form order.
fn options(tables: Tables<'_>, role: Role, asked: &[&str]) -> Vec<Options> {
    let form = programme(tables.slug).and_then(|programme| programme.form(role));
    let is_asked = |question: &&Question| asked.contains(&question.id) && !question.kind.options().is_empty();
    let of = |question: &Question| {
        let words = |value: &&str| Some(((*value).to_owned(), tables.option(role, question.id, value)?.to_owned()));
        (question.id.to_owned(), question.kind.options().iter().filter_map(words).collect())
    };
    form.into_iter().flat_map(Form::questions).filter(is_asked).map(of).collect()
}

/// What stands beside the name.
fn beside<'a, T>(list: &'a [(String, T)], name: &str) -> Option<&'a T> {
    list.iter().find(|(known, _)| known == name).map(|(_, what)| what)
}

impl Phrases for Sent {
    fn slug(&self) -> &str {
        &self.programme
    }

    fn language(&self) -> Language {
        self.language
    }

    fn short(&self, question: &str) -> Option<&str> {
        beside(&self.shorts, question).map(String::as_str)
    }

    fn option(&self, role: Role, question: &str, value: &str) -> Option<&str> {
        let questions = match role {
            Role::Mentee => &self.mentee,
            Role::Mentor => &self.mentor,
            _ => return None,
        };
        beside(beside(questions, question)?, value).map(String::as_str)
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
                let rules = rules(programme.slug);
                for rule in rules {
                    assert!(tables.short(rule.mentee).is_some_and(|short| !short.is_empty()), "{rule:?}");
                    assert_eq!(sent.short(rule.mentee), tables.short(rule.mentee));
                }
                let compared = rules.iter().flat_map(|rule| [(Role::Mentee, rule.mentee), (Role::Mentor, rule.mentor)]);
                for (role, id) in questions(form).map(|question| (Role::Mentor, question.id)).chain(compared) {
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
    fn an_option_keeps_its_words_where_another_release_has_them_in_another_order() {
        let mut sent = Sent::of(Tables { slug: "ki-alumni", language: Language::En });
        for (_, options) in &mut sent.mentor {
            options.reverse();
            options.remove(0);
        }
        let said = |value: &str| said(&sent, Role::Mentor, "languages", &[value.to_owned()]);
        assert_eq!((said("swedish"), said("finnish")), ("Swedish".to_owned(), "Finnish".to_owned()));
        assert_eq!(said("spanish"), "spanish", "whose words did not come");
    }

    #[test]
    fn nothing_is_sent_of_what_neither_a_card_has_nor_is_compared() {
        let sent = Sent::of(Tables { slug: "ki-alumni", language: Language::Sv });
        assert_eq!((sent.short("goals"), sent.option(Role::Mentee, "connection", "alumni")), (None, None));
        assert_eq!(said(&sent, Role::Mentee, "gone", &["a".to_owned(), "b".to_owned()]), "a, b");
    }
}
