//! Which records have been kept as long as their programme keeps them, and erasing those under a named decision. Nothing goes
//! by itself, and nothing at all where the university has not decided how long.

mod kept;

pub use kept::{Kept, kept, kept_since};

use super::desk_book::next_page;
use super::staff::Staff;
use super::{Book, Decided, Document, Names, Record, StorageFailed, change, log};
use crate::answer;
use crate::calendar;
use crate::desk::call::{After, Due, EraseDueRequest, ErasedDue, Retention, RetentionRun, Seen};
use crate::outbox::{Fact, Subject};
use crate::problem::{Fault, Problem};
use crate::programme::{PROGRAMMES, programme};
use crate::question::Kind;
use crate::reference::Reference;
use kept::first_day_after;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The document of which every version is one run.
pub const RETENTION: &str = "retention";
/// The longest decision, in Unicode scalar values: its number and day in the register, who made it and what it is called.
pub const DECISION_MAX: u16 = 300;
/// Records in one run: a person can look through so many before they go, and one ring of the alarm takes away the copies of
/// all of them (six at once, thirty times).
pub const RUN_MAX: usize = 100;
/// Records looked at for one answer; were all of them due, it would be 100 KB.
const PAGE: usize = 500;
/// Earlier runs that are shown: years of them.
const RUNS_MAX: usize = 50;

/// What is kept of a run: no more than was decided, and which references went.
#[derive(Debug, Serialize, Deserialize)]
struct Run {
    decision: String,
    erased: Vec<String>,
}

/// How many days a programme keeps what has ended; none where that is undecided, whatever its sample says, or where a release
/// has taken the programme away.
fn days(slug: &str) -> Option<u16> {
    programme(slug)?.retention_days.value(false)
}

/// A record that is due on a day (`YYYY-MM-DD`, Stockholm): it has ended, more than `days` whole days ago, is not restricted, and
/// its person waits for no answer of staff's. Whether letters about it still wait is not known here.
fn due_on(record: &Record, days: u16, today: &str) -> Option<Due> {
    let rests = record.restricted || record.is_asked();
    let ended_on = calendar::day(record.ended_at().filter(|_| !rests)?);
    let due_on = first_day_after(&ended_on, days)?;
    (due_on.as_str() <= today).then(|| Due {
        reference: record.reference.as_str().to_owned(),
        version: record.version,
        programme: record.draft.programme.clone(),
        role: record.draft.role.clone(),
        standing: record.standing,
        ended_on,
        due_on,
    })
}

/// As [`due_on`] for its own programme, if no letter about it waits or is on its way.
fn due(book: &impl Book, record: &Record, today: &str) -> Result<Option<Due>, StorageFailed> {
    let Some(due) = days(&record.draft.programme).and_then(|days| due_on(record, days, today)) else { return Ok(None) };
    let tasks = book.tasks(&Subject::Record(record.id.clone()))?;
    let waits = tasks.iter().any(|task| task.fact.is_letter() && !task.state.is_final());
    Ok(Some(due).filter(|_| !waits))
}

/// A page of what is due, erasing nothing. Frameworks are among it: of them, too, nothing is told but how long they have been
/// over.
pub fn read(book: &impl Book, after: &After) -> Decided<Retention> {
    let page = book.page(after.after, PAGE)?;
    let today = calendar::day(book.now());
    let mut found = Vec::new();
    for record in page.iter().filter_map(|(_, record)| record.as_ref()) {
        found.extend(due(book, record, &today)?);
    }
    let next = next_page(&page, PAGE);
    let left: BTreeSet<&str> = page
        .iter()
        .filter_map(|(_, record)| record.as_ref().map(|record| record.draft.programme.as_str()))
        .filter(|slug| programme(slug).is_none())
        .collect();
    let undecided = PROGRAMMES
        .iter()
        .filter_map(|programme| Some((programme.slug, programme.retention_days.undecided_by()?)))
        .chain(left.into_iter().map(|slug| (slug, "")));
    let undecided = undecided.map(|(slug, who)| (slug.to_owned(), who.to_owned())).collect();
    let runs = if after.after.is_none() { runs(book)? } else { Vec::new() };
    Ok(Ok(Retention { due: found, next, undecided, runs }))
}

fn runs(book: &impl Book) -> Result<Vec<RetentionRun>, StorageFailed> {
    let run = |document: &Document| {
        let run = run_of(document)?;
        let erased = u32::try_from(run.erased.len()).unwrap_or(u32::MAX);
        let by = document.by.clone();
        Ok(RetentionRun { number: document.version, at: document.at, by, decision: run.decision, erased })
    };
    book.documents(RETENTION, RUNS_MAX)?.iter().map(run).collect()
}

fn run_of(document: &Document) -> Result<Run, StorageFailed> {
    crate::json::read(document.body.as_bytes()).map_err(|_| StorageFailed)
}

/// Erases those of the records that were seen which are still due in the version that was seen, and keeps under which decision.
/// After a lost answer the same again is told, and nothing more happens.
pub fn erase_due(book: &impl Book, names: &impl Names, staff: &Staff, request: &EraseDueRequest) -> Decided<ErasedDue> {
    let decision = match answer::check_text(Kind::ShortText { max: DECISION_MAX }, &request.decision) {
        Ok(decision) => decision,
        Err(kind) => return Ok(Err(vec![Fault::of("decision", kind)].into())),
    };
    if request.records.len() > RUN_MAX {
        return Ok(Err(Problem::NotTheCall));
    }
    let last = book.document(RETENTION)?;
    let before = match last.as_ref().map(run_of).transpose()? {
        Some(run) if run.decision == decision => run.erased,
        _ => Vec::new(),
    };
    let today = calendar::day(book.now());
    let (mut gone, mut done) = (Vec::new(), ErasedDue::default());
    for seen in &request.records {
        let reference = seen.reference.clone();
        match found(book, seen)? {
            None if before.contains(&reference) || gone.contains(&reference) => done.erased.push(reference),
            Some(record) if record.version == seen.seen && due(book, &record, &today)?.is_some() => {
                // It is there; a problem here must undo what has been erased before it.
                change::erase(book, names, &record.id)?.map_err(|_| StorageFailed)?;
                gone.push(reference.clone());
                done.erased.push(reference);
            }
            _ => done.kept.push(reference),
        }
    }
    if !gone.is_empty() {
        note(book, staff, last.map_or(1, |last| last.version.saturating_add(1)), &Run { decision, erased: gone })?;
    }
    Ok(Ok(done))
}

fn found(book: &impl Book, seen: &Seen) -> Result<Option<Record>, StorageFailed> {
    match Reference::parse(&seen.reference) {
        Some(reference) => book.by_reference(&reference)?.map_or(Ok(None), |id| book.record(&id)),
        None => Ok(None),
    }
}

/// Keeps a run. The log, which holds nothing typed, has its number and how many went.
fn note(book: &impl Book, staff: &Staff, number: u32, run: &Run) -> Result<(), StorageFailed> {
    let body = serde_json::to_string(run).map_err(|_| StorageFailed)?;
    let (at, by) = (book.now(), staff.address().to_owned());
    book.put_document(&Document { name: RETENTION.to_owned(), version: number, at, by, body })?;
    book.seal_newest(&Subject::Document(RETENTION.to_owned()), Fact::SealDocument)?;
    log::write(book, staff, "erase-due", &format!("{number}/{}", run.erased.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asked::{Ask, Asked};
    use crate::call::Millis;
    use crate::ledger::Happening;
    use crate::ledger::record::sample as record;
    use crate::standing::Standing;
    use proptest::prelude::*;

    /// Just before midnight in Stockholm: 2026-11-28 there.
    const ENDED: Millis = 1_795_906_740_000;

    fn days_of(record: &Record, days: u16) -> Option<(String, String)> {
        due_on(record, days, "9999-12-31").map(|due| (due.ended_on, due.due_on))
    }

    #[test]
    fn it_counts_from_the_last_end_and_whole_days_after_it() {
        let twice = record(
            Standing::Ended,
            &[
                (Happening::Became(Standing::Ended), 0),
                (Happening::Became(Standing::UnderReview), 1),
                (Happening::Became(Standing::Ended), ENDED),
                (Happening::Commented, ENDED * 2),
            ],
        );
        assert_eq!(days_of(&twice, 30), Some(("2026-11-28".to_owned(), "2026-12-29".to_owned())));
        assert!(due_on(&twice, 30, "2026-12-28").is_none());
        assert!(due_on(&twice, 30, "2026-12-29").is_some());
        assert!(due_on(&Record { restricted: true, ..twice.clone() }, 30, "9999-12-31").is_none());
        let asked = vec![Asked { what: Ask::Restriction, text: None, at: ENDED, answer: None }];
        assert!(
            due_on(&Record { asked, ..twice }, 30, "9999-12-31").is_none(),
            "what was asked is not erased unanswered"
        );
    }

    #[test]
    fn only_what_is_at_an_end_is_due() {
        for standing in Standing::ALL {
            let became = record(standing, &[(Happening::Became(standing), ENDED)]);
            assert_eq!(days_of(&became, 1).is_some(), standing.is_end(), "{standing:?}");
        }
        let taken_up = [(Happening::Became(Standing::Declined), 0), (Happening::Became(Standing::UnderReview), 1)];
        assert_eq!(days_of(&record(Standing::UnderReview, &taken_up), 1), None);
    }

    #[test]
    fn a_programme_that_has_not_decided_or_has_left_erases_nothing() {
        assert_eq!((days("everything"), days("ki-alumni"), days("gone")), (Some(30), None, None));
    }

    proptest! {
        #[test]
        fn nothing_is_due_before_more_than_its_days_have_passed(at in 0..4_000_000_000_000_i64, days in 1_u16..) {
            let ended = record(Standing::NoMatch, &[(Happening::Became(Standing::NoMatch), at)]);
            let (_, first) = days_of(&ended, days).unwrap();
            let begins = calendar::start_of(&first).unwrap();
            // An hour less where summer time began meanwhile.
            prop_assert!(begins - at > i64::from(days) * crate::outbox::DAY_MS - 3_600_001);
            prop_assert!(begins - at <= (i64::from(days) + 1) * crate::outbox::DAY_MS + 3_600_000);
        }
    }
}
