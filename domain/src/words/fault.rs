//! What to say about each fault: what to do, not what is forbidden.

use crate::fill::fill_numbers;
use crate::problem::FaultKind;
use crate::question::{Kind, Question};
use crate::text::{Language, Text};
use crate::words::QuestionWords;

const HIDDEN_IN_LINE: Text = Text::new(
    "Skriv om svaret på en enda rad. Det innehåller radbrytningar eller tecken som inte syns.",
    "Type the answer again, on one line. It contains line breaks or characters that cannot be seen.",
);
const HIDDEN_IN_TEXT: Text = Text::new(
    "Skriv om svaret eller klistra in det som ren text. Det innehåller tecken som inte syns.",
    "Type the answer again or paste it as plain text. It contains characters that cannot be seen.",
);
const ONE_ONLY: Text = Text::new("Lämna bara ett svar på frågan", "Give only one answer to the question");
const NOT_AN_EMAIL: Text =
    Text::new("Skriv en e-postadress som namn@exempel.se", "Write an email address like name@example.com");
const TOO_LONG: Text = Text::new(
    "Korta svaret: det är {over} tecken för långt. Högst {max} får plats.",
    "Shorten the answer: {over} over the limit of {max} characters.",
);
const NOT_A_NUMBER: Text = Text::new("Skriv ett heltal med siffror", "Write a whole number in digits");
const TOO_SMALL: Text = Text::new("Skriv ett tal som är minst {min}", "Write a number that is at least {min}");
const TOO_LARGE: Text = Text::new("Skriv ett tal som är högst {max}", "Write a number that is {max} or less");
const NOT_A_YEAR: Text = Text::new("Skriv ett årtal med fyra siffror", "Write a year in four digits");
const NOT_A_DATE: Text = Text::new(
    "Skriv ett datum som finns, med dag, månad och år i siffror",
    "Write a date that exists, with day, month and year in digits",
);
const YEAR_TOO_EARLY: Text =
    Text::new("Skriv ett årtal från {min} eller senare", "Write a year that is {min} or later");
const YEAR_TOO_LATE: Text =
    Text::new("Skriv ett årtal som är {max} eller tidigare", "Write a year that is {max} or earlier");
const TOO_FEW: Text = Text::new("Välj minst {min}", "Choose at least {min}");
const TOO_MANY: Text = Text::new("Välj högst {max}", "Choose no more than {max}");
const OF_THE_LIST: Text = Text::new("Välj bland alternativen i listan", "Choose from the options in the list");

/// Every fault that this question's kind can have, by [`FaultKind::key`], with its template: `{max}`, `{over}`, `{min}`.
pub fn templates(question: &Question, words: &QuestionWords) -> Vec<(&'static str, Text)> {
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
        Kind::Acknowledgement => &[("unknown-option", words.missing), ("several-values", ONE_ONLY)],
    };
    let missing = (!question.optional).then_some(("missing", words.missing));
    missing.into_iter().chain(own.iter().copied()).collect()
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

const CHOICE: &[(&str, Text)] = &[("unknown-option", OF_THE_LIST), ("several-values", ONE_ONLY)];

const CHOICES: &[(&str, Text)] = &[("unknown-option", OF_THE_LIST), ("too-few", TOO_FEW), ("too-many", TOO_MANY)];

/// The sentence of a fault at this question.
pub fn sentence(question: &Question, words: &QuestionWords, fault: FaultKind, language: Language) -> String {
    let template = templates(question, words)
        .into_iter()
        .find(|(key, _)| *key == fault.key())
        .map_or_else(|| general(fault), |(_, text)| text);
    fill_numbers(template.say(language), &fault.numbers())
}

/// The template of a fault whose question is not known, or that is at no question.
pub const fn general(fault: FaultKind) -> Text {
    match fault {
        FaultKind::Missing => Text::new("Svara på frågan", "Answer the question"),
        FaultKind::TooLong { .. } => TOO_LONG,
        FaultKind::NotAnEmail => NOT_AN_EMAIL,
        FaultKind::NotANumber => NOT_A_NUMBER,
        FaultKind::NotAYear => NOT_A_YEAR,
        FaultKind::NotADate => NOT_A_DATE,
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
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer;
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
                assert!(
                    templates(question, words).iter().any(|(key, _)| *key == fault.key()),
                    "{} {fault:?}",
                    question.id
                );
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
            FaultKind::NotAnEmail => FaultKind::NotANumber,
            FaultKind::NotANumber => FaultKind::NotAYear,
            FaultKind::NotAYear => FaultKind::NotADate,
            FaultKind::NotADate => FaultKind::TooSmall { min: 1 },
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
            FaultKind::Malformed => return None,
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
            assert_eq!(sv, format!("Korta svaret: det är {over} tecken för långt. Högst 10 får plats."));
            assert_eq!(en, format!("Shorten the answer: {over} over the limit of 10 characters."));
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
        assert!(sentence(question, words, fault, Language::Sv).contains("7 tecken för långt"));
        assert!(sentence(question, words, fault, Language::En).contains("7 over the limit of 1500"));
    }
}
