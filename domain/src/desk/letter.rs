//! A letter as staff read it: written again from the record as it stands, by the code that writes what goes. Only hashes of links
//! are kept, so that there is no link to show, and every place of one is blacked out.

use super::call::DeskRecord;
use super::row::Marks;
use crate::application::Application;
use crate::call::Contact;
use crate::draft::Draft;
use crate::letter::{Letter, RecordFacts, about_a_record};
use crate::live::Live;
use crate::outbox::Task;
use crate::reference::Reference;
use crate::request::Stage;
use crate::standing::Standing;

/// In the place of a link.
pub const BLACKED_OUT: &str = "███";

/// What the letter of a task says if it is written now. `None` where the answers are masked, and where it cannot be written:
/// its programme is gone, or what it told of.
pub fn written_today(record: &DeskRecord, live: &Live, task: &Task) -> Option<Letter> {
    if record.is_masked {
        return None;
    }
    let row = &record.row;
    let draft = Draft {
        programme: row.programme.clone(),
        role: row.role.clone(),
        language: record.language,
        notice: record.notice.clone(),
        answers: record.answers.iter().cloned().collect(),
        website: if row.marks.has(Marks::SUSPECT) { BLACKED_OUT.to_owned() } else { String::new() },
    };
    let (application, reference) = (Application::kept(&draft)?, Reference::parse(&row.reference)?);
    let other = introduced(record);
    let facts = RecordFacts {
        application: &application,
        reference: &reference,
        received_at: row.received_at,
        answer_by: record.promised.as_deref(),
        possible_duplicate: task.possible_duplicate,
        decision: record.letter.as_deref(),
        other: other.as_ref(),
        live,
        own: BLACKED_OUT,
        page: BLACKED_OUT,
    };
    about_a_record(task.fact, &facts)
}

/// The mentor of a pair, as the letter of the decision names them.
fn introduced(record: &DeskRecord) -> Option<Contact> {
    let is_paired = record.row.standing == Standing::Paired && record.row.marks.has(Marks::CONFIRMED);
    let request = record.requests.last().filter(|request| is_paired && request.stage == Stage::Accepted)?;
    Some(Contact { name: request.mentor.as_ref()?.name.clone(), email: BLACKED_OUT.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::outbox::Fact;
    use crate::programme::{Role, programme};
    use crate::text::Language;

    fn live() -> Live {
        Live { closes_on: Some("2026-12-15".to_owned()), ..Live::of_file(programme("ki-alumni").unwrap(), true) }
    }

    fn letters(record: &DeskRecord) -> Vec<(Fact, Letter)> {
        let written = |fact| Some((fact, written_today(record, &live(), &Task::new(fact, 0))?));
        Fact::ALL.into_iter().filter_map(written).collect()
    }

    /// 64 hex digits in a row are a secret, or its hash.
    fn has_secret(text: &str) -> bool {
        text.split(|letter: char| !letter.is_ascii_hexdigit()).any(|run| run.len() >= 64)
    }

    #[test]
    fn every_letter_that_a_record_can_have_is_read_with_black_bars_and_no_link() {
        for role in [Role::Mentee, Role::Mentor, Role::Waiting] {
            for language in Language::ALL {
                let letters = letters(&sample::record("AB3CD4EF", role, language));
                let facts: Vec<Fact> = letters.iter().map(|(fact, _)| *fact).collect();
                let all = [Fact::ApplicantLetter, Fact::DecisionLetter, Fact::OpenedLetter, Fact::StaffLetter];
                assert_eq!(facts, all, "{role:?}");
                for (fact, Letter { subject, text, html, .. }) in letters {
                    let whole = format!("{subject}\n{text}\n{html}");
                    assert!(!whole.contains("/l/") && !whole.contains("://") && !has_secret(&whole), "{whole}");
                    assert_eq!(text.contains(BLACKED_OUT), fact != Fact::StaffLetter, "{text}");
                    assert!(whole.contains("AB3CD4EF"));
                    let tells_a_day = matches!(fact, Fact::ApplicantLetter | Fact::StaffLetter);
                    assert_eq!(
                        text.contains("7 december 2026") || text.contains("7 December 2026"),
                        tells_a_day,
                        "{text}"
                    );
                }
            }
        }
        assert!(has_secret(&"0f".repeat(32)) && !has_secret("AB3CD4EF"));
    }

    #[test]
    fn the_letter_of_a_decision_is_read_as_staff_decided_it_and_one_that_was_undone_is_not() {
        let record = sample::record("AB3CD4EF", Role::Mentee, Language::Sv);
        let text = |record: &DeskRecord| {
            written_today(record, &live(), &Task::new(Fact::DecisionLetter, 0)).map(|letter| letter.text)
        };
        assert!(text(&record).unwrap().contains(record.letter.as_deref().unwrap()));
        assert_eq!(text(&DeskRecord { letter: None, ..record }), None);
    }

    #[test]
    fn nothing_is_written_of_a_record_that_is_masked() {
        let masked = DeskRecord { is_masked: true, ..sample::record("AB3CD4EF", Role::Mentee, Language::Sv) };
        assert_eq!(letters(&masked), []);
    }
}
