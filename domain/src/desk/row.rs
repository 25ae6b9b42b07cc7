//! A record as one line of the desk's table: what is needed to find, sort and count it, in at most 200 bytes.

use crate::asked::Asked;
use crate::call::Millis;
use crate::ledger::Record;
use crate::question::Kind;
use crate::standing::Standing;
use serde::{Deserialize, Serialize};

/// The longest name in a row, in bytes, so that no script makes a row longer; the record has all of it.
const NAME_BYTES_MAX: usize = 60;

/// What stands out about a record, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Marks(u16);

impl Marks {
    /// A field that no person sees was filled in.
    pub const SUSPECT: Self = Self(1);
    /// A mailed link was opened.
    pub const CONFIRMED: Self = Self(2);
    /// A letter was given up.
    pub const LETTER_FAILED: Self = Self(4);
    /// Nobody knows whether a letter has gone.
    pub const LETTER_UNKNOWN: Self = Self(8);
    /// Answers are masked until somebody says why they must see them.
    pub const PROTECTED: Self = Self(16);
    /// Nothing is done with it but keeping it.
    pub const RESTRICTED: Self = Self(32);
    /// The person asked for something staff must decide.
    pub const ASKED: Self = Self(64);
    /// Both have said yes, and staff have not confirmed the pair.
    pub const TO_CONFIRM: Self = Self(128);
    /// A mentor was asked, and nothing came of it.
    pub const ASK_AGAIN: Self = Self(256);
    /// A mentee who waits and went without a mentor the last time: comes first. Told by the ledger, which knows what else came
    /// from that address.
    pub const WENT_WITHOUT: Self = Self(512);
    /// A mentor was asked whether they are still willing, and has not answered.
    pub const SILENT: Self = Self(1024);

    pub const fn has(self, mark: Self) -> bool {
        self.0 & mark.0 != 0
    }

    #[must_use]
    pub const fn with(self, mark: Self, is_so: bool) -> Self {
        if is_so { Self(self.0 | mark.0) } else { self }
    }
}

/// One line. It travels as a list, because 2,000 of them do.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Listed", into = "Listed")]
pub struct Row {
    pub reference: String,
    pub programme: String,
    pub role: String,
    pub standing: Standing,
    pub version: u32,
    pub received_at: Millis,
    /// `YYYY-MM-DD`: the first day by which the person is to have word, of what they sent or of what they have asked.
    pub answer_by: Option<String>,
    /// Empty where the record is protected.
    pub name: String,
    pub marks: Marks,
}

type Listed = (String, String, String, Standing, u32, Millis, Option<String>, String, Marks);

impl From<Listed> for Row {
    fn from(listed: Listed) -> Self {
        let (reference, programme, role, standing, version, received_at, answer_by, name, marks) = listed;
        Self { reference, programme, role, standing, version, received_at, answer_by, name, marks }
    }
}

impl From<Row> for Listed {
    fn from(row: Row) -> Self {
        let Row { reference, programme, role, standing, version, received_at, answer_by, name, marks } = row;
        (reference, programme, role, standing, version, received_at, answer_by, name, marks)
    }
}

impl Row {
    /// A record's line; `letters` are marks of the fate of its letters.
    pub fn of(record: &Record, letters: Marks) -> Self {
        let marks = letters
            .with(Marks::SUSPECT, record.draft.is_suspect())
            .with(Marks::CONFIRMED, record.is_confirmed())
            .with(Marks::PROTECTED, record.protected)
            .with(Marks::RESTRICTED, record.restricted)
            .with(Marks::ASKED, record.is_asked())
            .with(Marks::TO_CONFIRM, record.is_to_confirm())
            .with(Marks::ASK_AGAIN, record.is_to_ask_again());
        let row = Self {
            reference: record.reference.as_str().to_owned(),
            programme: record.draft.programme.clone(),
            role: record.draft.role.clone(),
            standing: record.standing,
            version: record.version,
            received_at: record.received_at,
            answer_by: None,
            name: if record.protected { String::new() } else { cut(name(record)) },
            marks,
        };
        let asked = record.asked.iter().filter(|asked| asked.is_open()).map(Asked::answer_by);
        let promised = record.answer_by.clone().filter(|_| row.is_promised());
        Self { answer_by: asked.chain(promised).min(), ..row }
    }

    /// Whether somebody waits for the word that they were promised of what they sent.
    pub const fn is_promised(&self) -> bool {
        self.standing.waits_for_staff() && !self.marks.has(Marks::SUSPECT) && !self.marks.has(Marks::RESTRICTED)
    }
}

fn cut(name: &str) -> String {
    name.get(..name.floor_char_boundary(NAME_BYTES_MAX)).unwrap_or_default().to_owned()
}

/// Who the record is about: the answer to the question for a full name, where there is one.
pub fn name(record: &Record) -> &str {
    let form = record.draft.form().ok().map(|(_, form)| form);
    let question =
        form.and_then(|form| form.questions().find(|question| matches!(question.kind, Kind::FullName { .. })));
    question.and_then(|question| record.draft.answers.get(question.id)?.first()).map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asked::Ask;

    #[test]
    fn the_longest_row_is_at_most_200_bytes() {
        let row = Row {
            reference: "A".repeat(8),
            programme: "a".repeat(40),
            role: "framework".to_owned(),
            standing: Standing::AgreedByMentor,
            version: 9999,
            received_at: 4_102_444_800_000,
            answer_by: Some("2026-12-24".to_owned()),
            name: cut(&"愛".repeat(40)),
            marks: Marks(2047),
        };
        let text = serde_json::to_string(&row).unwrap();
        assert!(text.len() <= 200, "{}", text.len());
        assert_eq!(row.name.chars().count(), 20, "no letter is cut in two");
        assert_eq!(crate::json::read(text.as_bytes()), Ok(row));
    }

    #[test]
    fn the_day_of_a_row_is_the_first_by_which_somebody_waits_for_word() {
        const NOON: Millis = 1_795_863_600_000;
        let mut record = crate::ledger::record::sample(Standing::Received, &[]);
        record.answer_by = Some("2026-12-30".to_owned());
        let day = |record: &Record| Row::of(record, Marks::default()).answer_by;
        assert_eq!(day(&record).as_deref(), Some("2026-12-30"));
        let asked = Asked { what: Ask::Erasure, text: None, at: NOON, answer: None };
        record.asked.push(asked.clone());
        assert_eq!(day(&record), Some(asked.answer_by()), "what was asked comes first");
        record.answer_by = Some("2026-12-01".to_owned());
        assert_eq!(day(&record).as_deref(), Some("2026-12-01"));
        record.standing = Standing::Withdrawn;
        assert_eq!(day(&record), Some(asked.answer_by()), "nobody waits for what was promised");
        record.asked.clear();
        for (standing, is_owed) in [(Standing::UnderReview, true), (Standing::Listed, false), (Standing::Paired, false)]
        {
            record.standing = standing;
            assert_eq!(day(&record).is_some(), is_owed, "{standing:?}");
        }
    }

    #[test]
    fn marks_are_told_apart() {
        let marks = Marks::default().with(Marks::SUSPECT, true).with(Marks::CONFIRMED, false);
        assert!(marks.has(Marks::SUSPECT) && !marks.has(Marks::CONFIRMED) && !marks.has(Marks::PROTECTED));
    }
}
