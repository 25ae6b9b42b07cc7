//! Letters that a person can do without: which they are, what each has chosen, and that not two of them go to one person on a day.

use super::about::goes_to_the_mentor;
use super::{Book, Decided, Happening, Names, Record, StorageFailed, links, own, reading};
use crate::calendar;
use crate::call::{LettersRequest, Millis, OwnPage};
use crate::day;
use crate::outbox::{Fact, Subject, Task, TaskState};
use crate::problem::Problem;
use crate::programme::Role;

/// What whoever sent a form of that role can turn off: what reminds of something they have been told, and what nobody waits for.
/// The one reminder of a framework is not among them: its mentor never gets a second one.
pub const fn can_be_turned_off(role: Role) -> &'static [Fact] {
    match role {
        Role::Mentor => &[Fact::RequestReminder, Fact::WillingLetter],
        Role::Mentee => &[Fact::RequestReminder],
        Role::Waiting | Role::Asking | Role::Framework | Role::Registering | Role::Suggesting => &[],
    }
}

/// Whether a letter goes to whoever the record is of: the last thing they said of it. This decides it wherever one goes.
pub fn is_wanted(record: &Record, fact: Fact) -> bool {
    let chosen = record.history.iter().rev().find_map(|event| match event.what {
        Happening::LetterTurned(of, is_on) if of == fact => Some(is_on),
        _ => None,
    });
    chosen.unwrap_or(true)
}

/// Those that are wanted, of those that can be turned off.
pub fn wanted(record: &Record) -> Vec<Fact> {
    let all = record.role().map_or(&[][..], can_be_turned_off);
    all.iter().copied().filter(|fact| is_wanted(record, *fact)).collect()
}

/// The person of a session says which letters they want; all others that can be turned off are. Twice is the same as once.
pub fn choose(book: &impl Book, request: &LettersRequest) -> Decided<OwnPage> {
    let record = match links::shown_record(book, &request.session, &request.of)? {
        Ok((record, _)) => record,
        Err(problem) => return Ok(Err(problem)),
    };
    let Some(role) = record.role() else { return Ok(Err(Problem::NotTheCall)) };
    let wanted = |fact: Fact| request.wanted.contains(&fact);
    let turned = can_be_turned_off(role).iter().copied().filter(|fact| wanted(*fact) != is_wanted(&record, *fact));
    let turned: Vec<Fact> = turned.collect();
    if turned.is_empty() {
        return Ok(Ok(record.own_page()));
    }
    if own::changes(&record) >= own::CHANGES_MAX {
        return Ok(Err(Problem::ChangedTooOften));
    }
    let next = turned.into_iter().fold(record, |record, fact| {
        let is_on = wanted(fact);
        record.with(Happening::LetterTurned(fact, is_on), book.now())
    });
    book.put_changed(&next)?;
    Ok(Ok(next.own_page()))
}

/// Tomorrow morning, for a letter that can be turned off and whose reader has had one today, under whatever they have sent.
pub(super) fn waits_until(
    book: &impl Book,
    names: &impl Names,
    subject: &Subject,
    fact: Fact,
) -> Result<Option<Millis>, StorageFailed> {
    let Subject::Record(id) = subject else { return Ok(None) };
    if !matches!(fact, Fact::RequestReminder | Fact::WillingLetter) {
        return Ok(None);
    }
    let Some(record) = book.record(id)? else { return Ok(None) };
    let mentor = record.request().filter(|_| goes_to_the_mentor(&record, fact)).map(|request| &request.mentor);
    let reader = mentor.map(|mentor| book.record(mentor)).transpose()?.flatten().unwrap_or(record);
    let today = calendar::day(book.now());
    let (others, _) = reading::others(book, names, &reader)?;
    for one in others.iter().chain([&reader]) {
        if has_had_one(book, one, &today)? {
            return Ok(day::days_after(&today, 1).and_then(|tomorrow| calendar::morning_of(&tomorrow)));
        }
    }
    Ok(None)
}

/// Whether such a letter went to whoever the record is of, or may have, or is on its way.
fn has_had_one(book: &impl Book, record: &Record, today: &str) -> Result<bool, StorageFailed> {
    let went = |of: &Record, fact| -> Result<bool, StorageFailed> {
        let task = book.task(&Subject::Record(of.id.clone()), fact)?;
        Ok(task.is_some_and(|task: Task| {
            let has_gone = matches!(task.state, TaskState::Leased | TaskState::Done | TaskState::Unknown);
            has_gone && calendar::day(task.due_at) == today
        }))
    };
    if went(record, Fact::WillingLetter)? {
        return Ok(true);
    }
    if record.role() != Some(Role::Mentor) {
        return Ok(!goes_to_the_mentor(record, Fact::RequestReminder) && went(record, Fact::RequestReminder)?);
    }
    for id in book.requests_of(&record.id)? {
        let mentee = book.record(&id)?.filter(|mentee| goes_to_the_mentor(mentee, Fact::RequestReminder));
        if let Some(mentee) = mentee
            && went(&mentee, Fact::RequestReminder)?
        {
            return Ok(true);
        }
    }
    Ok(false)
}
