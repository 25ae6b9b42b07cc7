//! What typed text must be: its length, its characters, and what an address is.

use crate::problem::FaultKind;
use crate::question::Kind;
use email_address::{EmailAddress, Options};

/// What one typed text must be, of the kinds that are text.
pub fn check_text(kind: Kind, text: &str) -> Result<String, FaultKind> {
    match (kind, text.trim()) {
        (_, "") => Err(FaultKind::Missing),
        (Kind::Email, text) => email(text),
        (Kind::LongText { .. }, text) => paragraphs(kind, text),
        (kind, text) => line(kind, text),
    }
}

/// How many characters `typed` is over its limit; what the countdown under a field shows. Counts as the check does.
pub fn length(typed: &str) -> usize {
    typed.trim().replace("\r\n", "\n").chars().count()
}

fn fits(kind: Kind, text: &str) -> Result<(), FaultKind> {
    let max = kind.length_max().map_or(u32::MAX, u32::from);
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if length > max { Err(FaultKind::TooLong { max, over: length.saturating_sub(max) }) } else { Ok(()) }
}

pub fn line(kind: Kind, text: &str) -> Result<String, FaultKind> {
    fits(kind, text)?;
    if has_forbidden(text, &[]) { Err(FaultKind::ForbiddenCharacter) } else { Ok(text.to_owned()) }
}

pub fn paragraphs(kind: Kind, text: &str) -> Result<String, FaultKind> {
    // A form posts line ends as CR LF, a phone's program as LF.
    let text = text.replace("\r\n", "\n");
    fits(kind, &text)?;
    if has_forbidden(&text, &['\n', '\t']) { Err(FaultKind::ForbiddenCharacter) } else { Ok(text) }
}

pub fn email(text: &str) -> Result<String, FaultKind> {
    if has_forbidden(text, &[]) {
        return Err(FaultKind::ForbiddenCharacter);
    }
    fits(Kind::Email, text)?;
    let options = Options::default().with_required_tld().without_display_text().without_domain_literal();
    let address = EmailAddress::parse_with_options(text, options).map_err(|_| FaultKind::NotAnEmail)?;
    // Quoted local parts are legal and never meant; they carry blanks and brackets into headers.
    if address.local_part().starts_with('"') { Err(FaultKind::NotAnEmail) } else { Ok(text.to_owned()) }
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
    use crate::answer::check;
    use crate::question::{Question, ShownTo};

    fn answer(kind: Kind, typed: &[&str]) -> Result<Vec<String>, FaultKind> {
        let question = Question { id: "q", kind, optional: false, shown_to: ShownTo::Staff, when: None, revision: "" };
        check(&question, &typed.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>())
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
}
