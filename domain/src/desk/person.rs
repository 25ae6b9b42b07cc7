//! Everything held about a person as files that are given to them: one for reading, one for computers. Made in the staff's browser.
//!
//! Neither says who of the staff did what: what was done is the university's, and the person writes to the programme. What staff
//! wrote stands in them.

mod json;
mod readable;

pub use json::json;
pub use readable::readable;

use super::call::{DeskPerson, PersonFile};
use crate::call::Millis;
use crate::words::desk::person::FILE;

/// A file of everything, ready to be offered.
#[derive(Debug)]
pub struct Made {
    /// Letters, digits and `-`, a dot, its ending.
    pub name: String,
    pub kind: &'static str,
    pub bytes: Vec<u8>,
}

/// The file of everything about whoever sent the record of that reference, in that record's language. `at` is now. `None` where
/// the record is not among them or answers are masked: it would not be everything.
pub fn made(person: &DeskPerson, file: PersonFile, reference: &str, at: Millis) -> Option<Made> {
    let of = person.records.iter().find(|record| record.row.reference == reference)?;
    if is_masked(person) {
        return None;
    }
    let language = of.language;
    let (ending, kind) = file.ending_and_kind();
    let bytes = match file {
        PersonFile::Readable => readable(person, at, language),
        PersonFile::Json => json(person, at, language),
    };
    let name = format!("{}-{}.{ending}", FILE.say(language), of.row.reference);
    Some(Made { name, kind, bytes: bytes.into_bytes() })
}

/// Whether any answers are kept back until a reason is given.
pub fn is_masked(person: &DeskPerson) -> bool {
    person.records.iter().any(|record| record.is_masked)
}

#[cfg(test)]
mod tests {
    use super::super::call::DeskRecord;
    use super::super::sample;
    use super::*;
    use crate::programme::Role;
    use crate::text::Language;

    fn person() -> DeskPerson {
        let records = vec![
            sample::record("AB3CD4EF", Role::Mentee, Language::Sv),
            sample::record("GH5JK6MN", Role::Waiting, Language::En),
        ];
        DeskPerson { records, elsewhere: 3, frameworks: 1, has_more: false }
    }

    #[test]
    fn both_files_are_in_the_language_of_the_record_and_safely_named() {
        let made = |file, reference: &str| made(&person(), file, reference, sample::NOW).unwrap();
        let [sv, en] = ["AB3CD4EF", "GH5JK6MN"].map(|reference| made(PersonFile::Readable, reference));
        assert_eq!((sv.name.as_str(), en.name.as_str()), ("uppgifter-AB3CD4EF.html", "data-GH5JK6MN.html"));
        assert!(String::from_utf8(sv.bytes).unwrap().contains("<html lang=\"sv\">"));
        assert!(String::from_utf8(en.bytes).unwrap().contains("<html lang=\"en\">"));
        let json = made(PersonFile::Json, "GH5JK6MN");
        assert_eq!((json.name.as_str(), json.kind), ("data-GH5JK6MN.json", "application/json"));
    }

    #[test]
    fn no_file_is_made_while_answers_are_masked_or_for_a_record_that_is_not_there() {
        let mut masked = person();
        masked.records[1] = DeskRecord { is_masked: true, answers: Vec::new(), ..masked.records[1].clone() };
        for file in [PersonFile::Readable, PersonFile::Json] {
            assert!(made(&masked, file, "AB3CD4EF", sample::NOW).is_none());
            assert!(made(&person(), file, "../../etc", sample::NOW).is_none());
        }
    }

    #[test]
    fn both_files_hold_every_answer_and_no_address_of_staff() {
        for file in [PersonFile::Readable, PersonFile::Json] {
            let bytes = made(&person(), file, "AB3CD4EF", sample::NOW).unwrap().bytes;
            let text = String::from_utf8(bytes).unwrap();
            assert!(!text.contains(sample::STAFF), "{text}");
            for record in person().records {
                // As each file writes what was typed: as markup, or as a JSON string.
                let written = |value: &str| match file {
                    PersonFile::Readable => html_escape::encode_text(value).into_owned(),
                    PersonFile::Json => serde_json::to_string(value).unwrap().trim_matches('"').to_owned(),
                };
                let texts = record.asked.iter().filter_map(|asked| asked.text.as_ref());
                let answered = record.asked.iter().filter_map(|asked| Some(&asked.answer.as_ref()?.text));
                let reasons = record.history.iter().filter_map(|event| event.reason.as_ref());
                let said = super::super::said::answers(&record.row, &record.answers, Language::Sv);
                let said = said.into_iter().map(|answer| answer.text);
                let arrived = record.arrived.iter().flatten().flat_map(|(_, values)| values);
                let all =
                    texts.chain(answered).chain(reasons).chain(arrived).chain(&record.letter).cloned().chain(said);
                for value in all.chain(record.registry.clone()).chain([record.notice.clone()]) {
                    assert!(text.contains(&written(&value)), "{value}\n---\n{text}");
                }
            }
        }
    }
}
