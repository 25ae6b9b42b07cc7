//! What to say about each fault: what to do, not what is forbidden.

mod sentences;

use crate::fill::fill_counts;
use crate::problem::FaultKind;
use crate::question::{Kind, Question};
use crate::text::{Language, Text};
use crate::words::QuestionWords;
use sentences::{
    HIDDEN_IN_LINE, HIDDEN_IN_TEXT, NOT_A_DATE, NOT_A_NUMBER, NOT_A_YEAR, NOT_AN_EMAIL, OF_THE_LIST, ONE_ONLY,
    SAME_ADDRESS, TOO_FEW, TOO_LARGE, TOO_LONG, TOO_MANY, TOO_SMALL, YEAR_TOO_EARLY, YEAR_TOO_LATE,
};

/// Every fault that this question's kind can have, by [`FaultKind::key`], with its template: `{max}`, `{over}`, `{min}`. Each
/// says which question it is at, because the list at the top of a page shows it without the question.
pub fn templates(question: &Question, words: &QuestionWords, language: Language) -> Vec<(&'static str, String)> {
    let own: &[(&'static str, Text)] = match question.kind {
        Kind::FullName { .. } => NAME,
        Kind::Email => EMAIL,
        Kind::ShortText { .. } => LINE,
        Kind::LongText { .. } => TEXT,
        Kind::Number { .. } => NUMBER,
        Kind::Year { .. } => YEAR,
        Kind::Date { .. } => DATE,
        Kind::OneChoice { .. } | Kind::YesNo => CHOICE,
        Kind::SeveralChoices { .. } | Kind::RankedChoice { .. } => CHOICES,
        Kind::Acknowledgement => BOX,
    };
    let missing = (!question.optional).then_some(("missing", words.missing));
    let unticked = (question.kind == Kind::Acknowledgement).then_some(("unknown-option", words.missing));
    let said = |(key, text): (&'static str, Text)| {
        let sentence = text.say(language);
        let is_clear = names_itself(question, key);
        (key, if is_clear { sentence.to_owned() } else { named(words.short.say(language), sentence) })
    };
    let is_first = question.id == OWN_ADDRESS;
    let own = own.iter().copied().filter(|(key, _)| *key != "same-address" || !is_first);
    missing.into_iter().chain(unticked).chain(own).map(said).collect()
}

/// The question of the person's own address, in every form.
const OWN_ADDRESS: &str = "email";

/// Whether a fault's own words say what they are about. "The email address" is the person's own.
fn names_itself(question: &Question, key: &str) -> bool {
    match question.kind {
        Kind::Email if question.id != OWN_ADDRESS => key == "missing",
        Kind::FullName { .. } if key == "too-long" => true,
        Kind::Email | Kind::Acknowledgement => key != "several-values",
        _ => key == "missing",
    }
}

/// "Välj minst 2" as "Ämnen: välj minst 2".
fn named(short: &str, sentence: &str) -> String {
    let mut rest = sentence.chars();
    let first = rest.next().map_or(' ', |letter| letter.to_ascii_lowercase());
    format!("{short}: {first}{}", rest.as_str())
}

const NAME: &[(&str, Text)] = &[
    (
        "too-long",
        Text::new(
            "Korta namnet: det är {over} tecken för långt. Högst {max} får plats.",
            "Shorten the name: {over} over the limit of {max} characters.",
        ),
    ),
    ("forbidden-character", HIDDEN_IN_LINE),
    ("several-values", ONE_ONLY),
];

const EMAIL: &[(&str, Text)] = &[
    (
        "too-long",
        Text::new(
            "Kontrollera e-postadressen: den är {over} tecken för lång. Högst {max} får plats.",
            "Check the email address: {over} over the limit of {max} characters.",
        ),
    ),
    ("not-an-email", NOT_AN_EMAIL),
    ("same-address", SAME_ADDRESS),
    ("forbidden-character", NOT_AN_EMAIL),
    ("several-values", ONE_ONLY),
];

const LINE: &[(&str, Text)] =
    &[("too-long", TOO_LONG), ("forbidden-character", HIDDEN_IN_LINE), ("several-values", ONE_ONLY)];

const TEXT: &[(&str, Text)] =
    &[("too-long", TOO_LONG), ("forbidden-character", HIDDEN_IN_TEXT), ("several-values", ONE_ONLY)];

const NUMBER: &[(&str, Text)] =
    &[("not-a-number", NOT_A_NUMBER), ("too-small", TOO_SMALL), ("too-large", TOO_LARGE), ("several-values", ONE_ONLY)];

const YEAR: &[(&str, Text)] = &[
    ("not-a-year", NOT_A_YEAR),
    ("too-small", YEAR_TOO_EARLY),
    ("too-large", YEAR_TOO_LATE),
    ("several-values", ONE_ONLY),
];

const DATE: &[(&str, Text)] = &[
    ("not-a-date", NOT_A_DATE),
    ("too-small", YEAR_TOO_EARLY),
    ("too-large", YEAR_TOO_LATE),
    ("several-values", ONE_ONLY),
];

const BOX: &[(&str, Text)] = &[("several-values", ONE_ONLY)];

const CHOICE: &[(&str, Text)] = &[("unknown-option", OF_THE_LIST), ("several-values", ONE_ONLY)];

const CHOICES: &[(&str, Text)] = &[("unknown-option", OF_THE_LIST), ("too-few", TOO_FEW), ("too-many", TOO_MANY)];

/// The sentence of a fault at this question.
pub fn sentence(question: &Question, words: &QuestionWords, fault: FaultKind, language: Language) -> String {
    let template = templates(question, words, language)
        .into_iter()
        .find(|(key, _)| *key == fault.key())
        .map_or_else(|| general(fault).say(language).to_owned(), |(_, template)| template);
    fill_counts(&template, &fault.numbers(), language)
}

/// The template of a fault whose question is not known, or that is at no question.
pub const fn general(fault: FaultKind) -> Text {
    match fault {
        FaultKind::Missing => Text::new("Svara på frågan", "Answer the question"),
        FaultKind::TooLong { .. } => TOO_LONG,
        FaultKind::NotAnEmail => NOT_AN_EMAIL,
        FaultKind::SameAddress => SAME_ADDRESS,
        FaultKind::NotANumber => NOT_A_NUMBER,
        FaultKind::NotAYear => NOT_A_YEAR,
        FaultKind::NotADate => NOT_A_DATE,
        FaultKind::HasPassed => Text::new("Skriv en dag som inte har passerat", "Write a day that has not passed"),
        FaultKind::TooSmall { .. } => TOO_SMALL,
        FaultKind::TooLarge { .. } => TOO_LARGE,
        FaultKind::TooFew { .. } => TOO_FEW,
        FaultKind::TooMany { .. } => TOO_MANY,
        FaultKind::UnknownOption => OF_THE_LIST,
        FaultKind::ForbiddenCharacter => HIDDEN_IN_TEXT,
        FaultKind::SeveralValues => ONE_ONLY,
        FaultKind::UnknownQuestion => Text::new(
            "Frågan finns inte i formuläret. Öppna formuläret på nytt; det kan ha ändrats.",
            "The form has no such question. Open the form again; it may have changed.",
        ),
        FaultKind::UnknownProgramme => {
            Text::new("Välj ett program på startsidan", "Choose a programme on the home page")
        }
        FaultKind::UnknownRole => Text::new(
            "Välj om du söker en mentor eller vill bli mentor",
            "Choose whether you are looking for a mentor or want to become one",
        ),
        FaultKind::OtherNotice => Text::new(
            "Informationen om personuppgifter har ändrats. Läs den på nytt och skicka sedan igen.",
            "The notice about personal data has changed. Read it again, then send again.",
        ),
        FaultKind::Malformed => Text::new(
            "Öppna formuläret på nytt och skicka det igen. Något i det kom inte fram som det skulle.",
            "Open the form again, then send it again. Something in it did not arrive as it should.",
        ),
        FaultKind::NotChecked => Text::new(
            "Skriv först i avsnittet Mentor vem mentorn är och hur du har kontrollerat det",
            "First write, in the Mentor section, who the mentor is and how you checked it",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer;
    use crate::fill::fill_numbers;
    use crate::words::programmes;

    fn every_question() -> impl Iterator<Item = (&'static Question, &'static QuestionWords)> {
        programmes().flat_map(|(programme, words)| {
            programme.forms.iter().zip(words.forms).flat_map(|(form, form_words)| form_words.questions_with(form))
        })
    }

    #[test]
    fn every_fault_an_answer_can_have_has_its_own_sentence_with_nothing_left_to_fill() {
        let long = "å".repeat(5000);
        let typed: [&[&str]; 9] =
            [&[], &["x"], &[&long], &["a\u{202E}b"], &["a\r\nb"], &["a", "b"], &["0"], &["999999"], &["eva@"]];
        for (question, words) in every_question() {
            for values in typed {
                let values: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
                let Err(fault) = answer::check(question, &values) else { continue };
                let known = templates(question, words, Language::Sv);
                assert!(known.iter().any(|(key, _)| *key == fault.key()), "{} {fault:?}", question.id);
                for language in Language::ALL {
                    let sentence = sentence(question, words, fault, language);
                    assert!(!sentence.is_empty() && !sentence.contains('{'), "{sentence}");
                }
            }
        }
    }

    /// The fault after this one, so that a new one does not compile before it is named here.
    const fn after(fault: FaultKind) -> Option<FaultKind> {
        Some(match fault {
            FaultKind::Missing => FaultKind::TooLong { max: 10, over: 1 },
            FaultKind::TooLong { .. } => FaultKind::NotAnEmail,
            FaultKind::NotAnEmail => FaultKind::SameAddress,
            FaultKind::SameAddress => FaultKind::NotANumber,
            FaultKind::NotANumber => FaultKind::NotAYear,
            FaultKind::NotAYear => FaultKind::NotADate,
            FaultKind::NotADate => FaultKind::HasPassed,
            FaultKind::HasPassed => FaultKind::TooSmall { min: 1 },
            FaultKind::TooSmall { .. } => FaultKind::TooLarge { max: 1 },
            FaultKind::TooLarge { .. } => FaultKind::TooFew { min: 1 },
            FaultKind::TooFew { .. } => FaultKind::TooMany { max: 1 },
            FaultKind::TooMany { .. } => FaultKind::UnknownOption,
            FaultKind::UnknownOption => FaultKind::ForbiddenCharacter,
            FaultKind::ForbiddenCharacter => FaultKind::SeveralValues,
            FaultKind::SeveralValues => FaultKind::UnknownQuestion,
            FaultKind::UnknownQuestion => FaultKind::UnknownProgramme,
            FaultKind::UnknownProgramme => FaultKind::UnknownRole,
            FaultKind::UnknownRole => FaultKind::OtherNotice,
            FaultKind::OtherNotice => FaultKind::Malformed,
            FaultKind::Malformed => FaultKind::NotChecked,
            FaultKind::NotChecked => return None,
        })
    }

    #[test]
    fn every_fault_has_a_general_sentence_of_its_own_in_each_language() {
        let faults: Vec<FaultKind> = std::iter::successors(Some(FaultKind::Missing), |fault| after(*fault)).collect();
        let said = |fault: FaultKind, language| fill_numbers(general(fault).say(language), &fault.numbers());
        for language in Language::ALL {
            let all: std::collections::BTreeSet<String> = faults.iter().map(|fault| said(*fault, language)).collect();
            assert_eq!(all.len(), faults.len(), "two faults say the same: {all:#?}");
            assert!(all.iter().all(|sentence| !sentence.is_empty() && !sentence.contains('{')), "{all:#?}");
        }
        for fault in faults {
            assert_ne!(said(fault, Language::Sv), said(fault, Language::En), "{}", fault.key());
        }
    }

    #[test]
    fn a_fault_says_none_one_and_two_rightly_in_both_languages() {
        let said = |fault| Language::ALL.map(|language| fill_numbers(general(fault).say(language), &fault.numbers()));
        for over in [1, 2] {
            let [sv, en] = said(FaultKind::TooLong { max: 10, over });
            assert_eq!(sv, format!("Korta svaret med {over} tecken. Högst 10 får plats."));
            assert_eq!(en, format!("Shorten the answer, which is {over} over the limit of 10 characters."));
        }
        for number in [0, 1, 2] {
            assert_eq!(said(FaultKind::TooFew { min: number })[0], format!("Välj minst {number}"));
            assert_eq!(said(FaultKind::TooMany { max: number })[1], format!("Choose no more than {number}"));
            assert_eq!(said(FaultKind::TooLarge { max: number })[0], format!("Skriv ett tal som är högst {number}"));
        }
    }

    #[test]
    fn too_long_says_by_how_much_in_both_languages() {
        let (question, words) = every_question().find(|(question, _)| question.id == "goals").unwrap();
        let fault = FaultKind::TooLong { max: 1500, over: 7 };
        assert!(sentence(question, words, fault, Language::Sv).contains("med 7 tecken"));
        assert!(sentence(question, words, fault, Language::En).contains("7 over the limit of 1500"));
        let pasted = FaultKind::TooLong { max: 1500, over: 12_345 };
        assert!(sentence(question, words, pasted, Language::Sv).contains("med 12\u{a0}345 tecken"));
        assert!(sentence(question, words, pasted, Language::En).contains("12,345 over the limit of 1500"));
    }

    #[test]
    fn no_two_questions_of_a_form_have_a_sentence_in_common() {
        let forms = programmes()
            .flat_map(|(programme, words)| programme.forms.iter().zip(words.forms).map(move |form| (programme, form)));
        for (programme, (form, form_words)) in forms {
            for language in Language::ALL {
                let mut known = std::collections::BTreeMap::new();
                for (question, words) in form_words.questions_with(form) {
                    for (_, sentence) in templates(question, words, language) {
                        let other = known.insert(sentence.clone(), question.id).filter(|other| *other != question.id);
                        assert_eq!(other, None, "{} {}: “{sentence}”", programme.slug, question.id);
                    }
                }
            }
        }
    }
}
