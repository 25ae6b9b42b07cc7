//! What one answer must be: from typed text to a checked value, or the fault.

use crate::draft::VALUES_MAX;
use crate::problem::FaultKind;
use crate::question::{Kind, Question, YES};
use email_address::{EmailAddress, Options};
use std::str::FromStr;

/// The checked values of an answer: trimmed, choices in the question's order. Empty when it is optional and not given.
pub fn check(question: &Question, typed: &[String]) -> Result<Vec<String>, FaultKind> {
    let given: Vec<&str> = typed.iter().map(|value| value.trim()).filter(|value| !value.is_empty()).collect();
    if given.is_empty() {
        return if question.optional { Ok(Vec::new()) } else { Err(FaultKind::Missing) };
    }
    match question.kind {
        Kind::FullName { .. } | Kind::ShortText { .. } => one(&given).and_then(|text| line(question.kind, text)),
        Kind::LongText { .. } => one(&given).and_then(|text| paragraphs(question.kind, text)),
        Kind::Email => one(&given).and_then(email),
        Kind::Number { min, max } => one(&given).and_then(|text| number(text, min, max)),
        Kind::Acknowledgement => {
            one(&given).and_then(|text| if text == YES { Ok(YES.to_owned()) } else { Err(FaultKind::UnknownOption) })
        }
        Kind::OneChoice { options } => one(&given).and_then(|value| {
            options
                .iter()
                .find(|known| **known == value)
                .map(|known| (*known).to_owned())
                .ok_or(FaultKind::UnknownOption)
        }),
        Kind::SeveralChoices { options, min, max } => return several(&given, options, min, max),
    }
    .map(|value| vec![value])
}

/// How many characters `typed` is over its limit; what the countdown under a field shows. Counts as the check does.
pub fn length(typed: &str) -> usize {
    typed.trim().replace("\r\n", "\n").chars().count()
}

fn one<'a>(given: &[&'a str]) -> Result<&'a str, FaultKind> {
    match given {
        [only] => Ok(only),
        _ => Err(FaultKind::SeveralValues),
    }
}

fn fits(kind: Kind, text: &str) -> Result<(), FaultKind> {
    let max = kind.length_max().map_or(u32::MAX, u32::from);
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if length > max { Err(FaultKind::TooLong { max, over: length.saturating_sub(max) }) } else { Ok(()) }
}

fn line(kind: Kind, text: &str) -> Result<String, FaultKind> {
    fits(kind, text)?;
    if has_forbidden(text, &[]) { Err(FaultKind::ForbiddenCharacter) } else { Ok(text.to_owned()) }
}

fn paragraphs(kind: Kind, text: &str) -> Result<String, FaultKind> {
    // A form posts line ends as CR LF, a phone's program as LF.
    let text = text.replace("\r\n", "\n");
    fits(kind, &text)?;
    if has_forbidden(&text, &['\n', '\t']) { Err(FaultKind::ForbiddenCharacter) } else { Ok(text) }
}

fn email(text: &str) -> Result<String, FaultKind> {
    if has_forbidden(text, &[]) {
        return Err(FaultKind::ForbiddenCharacter);
    }
    fits(Kind::Email, text)?;
    let options = Options::default().with_required_tld().without_display_text().without_domain_literal();
    let address = EmailAddress::parse_with_options(text, options).map_err(|_| FaultKind::NotAnEmail)?;
    // Quoted local parts are legal and never meant; they carry blanks and brackets into headers.
    if address.local_part().starts_with('"') { Err(FaultKind::NotAnEmail) } else { Ok(text.to_owned()) }
}

fn number(text: &str, min: u32, max: u32) -> Result<String, FaultKind> {
    let number = u32::from_str(text).map_err(|_| FaultKind::NotANumber)?;
    match number {
        small if small < min => Err(FaultKind::TooSmall { min }),
        large if large > max => Err(FaultKind::TooLarge { max }),
        fine => Ok(fine.to_string()),
    }
}

fn several(given: &[&str], options: &[&str], min: u16, max: u16) -> Result<Vec<String>, FaultKind> {
    if given.len() > VALUES_MAX || given.iter().any(|value| !options.contains(value)) {
        return Err(FaultKind::UnknownOption);
    }
    let chosen: Vec<String> =
        options.iter().filter(|option| given.contains(option)).map(|option| (*option).to_owned()).collect();
    if chosen.len() < usize::from(min) {
        Err(FaultKind::TooFew { min: u32::from(min) })
    } else if chosen.len() > usize::from(max) {
        Err(FaultKind::TooMany { max: u32::from(max) })
    } else {
        Ok(chosen)
    }
}

/// Characters that change how text is read or where a header ends, and none that a name or sentence needs.
fn has_forbidden(text: &str, allowed: &[char]) -> bool {
    let characters: Vec<char> = text.chars().collect();
    characters.iter().enumerate().any(|(at, &character)| match character {
        control if control.is_control() => !allowed.contains(&control),
        // Joiners are part of Persian, Hindi and emoji; between Latin letters they only hide something.
        '\u{200C}' | '\u{200D}' => {
            let before = at.checked_sub(1).and_then(|index| characters.get(index));
            let after = characters.get(at.saturating_add(1));
            ![before, after].iter().all(|beside| beside.is_some_and(|beside| !beside.is_ascii()))
        }
        // Marks of direction, zero width, invisible operators; private use, non-characters and tags.
        // Fillers and separators that show as nothing could make a name of nothing.
        '\u{115F}'
        | '\u{1160}'
        | '\u{180E}'
        | '\u{3164}'
        | '\u{FFA0}'
        | '\u{061C}'
        | '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{E000}'..='\u{F8FF}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{FFFE}'
        | '\u{FFFF}'
        | '\u{E0000}'..='\u{E00FF}'
        | '\u{E01F0}'..='\u{10FFFF}' => true,
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::ShownTo;
    use proptest::prelude::*;

    fn ask(kind: Kind) -> Question {
        Question { id: "q", kind, optional: false, shown_to: ShownTo::Staff, when: None }
    }

    fn answer(kind: Kind, typed: &[&str]) -> Result<Vec<String>, FaultKind> {
        check(&ask(kind), &typed.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>())
    }

    const NAME: Kind = Kind::FullName { max: 120 };

    #[test]
    fn any_real_name_passes() {
        let long = "Å".repeat(120);
        let names = [
            "Åsa Öberg",
            "王",
            "O’Neill-Åström",
            "d'Artagnan",
            "Nguyễn Thị Minh Khai",
            "Björk",
            "محمد",
            "علی‌رضا",
            "शर्मा",
            "José María de la Ó",
            "辻\u{E0100}田",
            &long,
        ];
        for name in names {
            assert_eq!(answer(NAME, &[name]), Ok(vec![name.to_owned()]), "{name}");
        }
        assert_eq!(answer(NAME, &["  Eva  "]), Ok(vec!["Eva".to_owned()]));
    }

    #[test]
    fn too_long_says_by_how_much() {
        assert_eq!(answer(NAME, &[&"å".repeat(123)]), Err(FaultKind::TooLong { max: 120, over: 3 }));
    }

    #[test]
    fn characters_that_hide_or_break_are_refused() {
        for bad in [
            "a\r\nBcc: x@example.org",
            "a\u{202E}b",
            "a\u{200B}b",
            "a\0b",
            "a\u{200D}b",
            "a\u{FEFF}b",
            "a\u{2066}b",
            "a\u{2028}b",
            "\u{3164}",
            "\u{180E}",
        ] {
            assert_eq!(answer(NAME, &[bad]), Err(FaultKind::ForbiddenCharacter), "{bad:?}");
        }
    }

    #[test]
    fn a_long_text_keeps_its_lines_however_they_were_sent() {
        assert_eq!(answer(Kind::LongText { max: 9 }, &["ett\r\ntvå"]), Ok(vec!["ett\ntvå".to_owned()]));
        assert_eq!(answer(Kind::LongText { max: 7 }, &["ett\r\ntvå"]), Ok(vec!["ett\ntvå".to_owned()]));
        assert_eq!(length("ett\r\ntvå"), 7);
    }

    #[test]
    fn addresses_that_can_receive_letters_pass_and_others_do_not() {
        for good in ["eva@example.org", "eva.o'neill+ki@mail.example.org", "åsa@exempel.se"] {
            assert!(answer(Kind::Email, &[good]).is_ok(), "{good}");
        }
        for bad in [
            "eva",
            "eva@",
            "@example.org",
            "eva@example",
            "eva example@example.org",
            "Eva <eva@example.org>",
            "eva@[127.0.0.1]",
            "\"a b\"@example.org",
            "a@b@example.org",
        ] {
            assert_eq!(answer(Kind::Email, &[bad]), Err(FaultKind::NotAnEmail), "{bad}");
        }
        assert_eq!(answer(Kind::Email, &["eva@example.org\nBcc: x@example.org"]), Err(FaultKind::ForbiddenCharacter));
    }

    #[test]
    fn a_number_is_whole_and_within_its_limits() {
        let kind = Kind::Number { min: 1, max: 5 };
        assert_eq!(answer(kind, &["3"]), Ok(vec!["3".to_owned()]));
        assert_eq!(answer(kind, &["0"]), Err(FaultKind::TooSmall { min: 1 }));
        assert_eq!(answer(kind, &["6"]), Err(FaultKind::TooLarge { max: 5 }));
        for bad in ["två", "1.5", "-1", "99999999999"] {
            assert_eq!(answer(kind, &[bad]), Err(FaultKind::NotANumber), "{bad}");
        }
    }

    #[test]
    fn choices_must_be_offered_and_come_out_in_order() {
        let several = Kind::SeveralChoices { options: &["a", "b", "c"], min: 1, max: 2 };
        assert_eq!(answer(several, &["c", "a", "c"]), Ok(vec!["a".to_owned(), "c".to_owned()]));
        assert_eq!(answer(several, &["a", "b", "c"]), Err(FaultKind::TooMany { max: 2 }));
        assert_eq!(answer(several, &["x"]), Err(FaultKind::UnknownOption));
        assert_eq!(answer(Kind::OneChoice { options: &["a"] }, &["b"]), Err(FaultKind::UnknownOption));
        assert_eq!(answer(Kind::OneChoice { options: &["a", "b"] }, &["a", "b"]), Err(FaultKind::SeveralValues));
        assert_eq!(answer(Kind::Acknowledgement, &["no"]), Err(FaultKind::UnknownOption));
    }

    #[test]
    fn nothing_typed_is_missing_unless_optional() {
        assert_eq!(answer(NAME, &["  "]), Err(FaultKind::Missing));
        assert_eq!(check(&Question { optional: true, ..ask(NAME) }, &[]), Ok(Vec::new()));
    }

    proptest! {
        #[test]
        fn checking_a_checked_answer_changes_nothing(typed in "\\PC{0,140}", kind in prop::sample::select(vec![NAME, Kind::Email, Kind::LongText { max: 100 }, Kind::Number { min: 0, max: 99 }])) {
            if let Ok(values) = answer(kind, &[&typed]) {
                prop_assert_eq!(check(&ask(kind), &values), Ok(values));
            }
        }
    }
}
