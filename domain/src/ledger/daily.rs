//! The daily letter to staff who want it: what came in, what is late, which letters did not go, and the numbers of what
//! arrived, in order and without gaps, by which a loss would show.

use super::desk_book::next_page;
use super::{Book, Record, StorageFailed, members, reading};
use crate::calendar;
use crate::call::Millis;
use crate::day;
use crate::desk::member::Member;
use crate::link::LinkHash;
use crate::outbox::{Fact, Subject, Task};
use std::ops::Range;

/// The hour in Stockholm from which it goes.
const FROM: i8 = 7;
/// The note of the day on which it went last.
const NOTE: &str = "daily";
/// Records looked at together.
const PAGE: usize = 500;
/// References that are named; the desk has all of them.
const NAMED_MAX: usize = 100;

/// What a letter says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Day {
    /// `YYYY-MM-DD`.
    pub day: String,
    /// Number and reference of what arrived since seven of the last working day, until seven of this one, in order.
    pub arrived: Vec<(u32, String)>,
    /// How many arrived beyond those that are named.
    pub more: u32,
    pub overdue: u32,
    /// Records of any programme that cannot be read.
    pub unreadable: u32,
    /// What people have asked of staff and have no answer to, and the first day by which one is due, `YYYY-MM-DD`.
    pub asked: u32,
    pub asked_by: Option<String>,
    /// Letters that were given up, or of which nobody knows.
    pub letters: u32,
    /// The hash of the newest line of the log; empty where there is none.
    pub log: String,
}

/// Arranges the letters of a working day, once; called from time to time.
pub fn arrange(book: &impl Book, first: Option<&str>) -> Result<(), StorageFailed> {
    let now = book.now();
    let today = calendar::day(now);
    let is_time = calendar::is_working_day(&today) && calendar::at_hour(&today, FROM).is_some_and(|from| from <= now);
    if !is_time || book.note(NOTE)?.is_some_and(|last| last == today) {
        return Ok(());
    }
    let first = match first {
        Some(first) => members::find(book, Some(first), &crate::desk::member::normal(first))?,
        None => None,
    };
    let listed = members::read(book)?.members;
    for member in listed.iter().chain(first.iter()).filter(|member| member.daily_letter) {
        let subject = Subject::Staff(LinkHash::of(member.address.as_bytes()));
        book.put_task(&subject, &Task::new(Fact::DailyLetter, now))?;
    }
    book.put_note(NOTE, &today)
}

/// What is to be told to somebody, of the programmes they serve.
pub(super) fn day(book: &impl Book, member: &Member) -> Result<Day, StorageFailed> {
    let now = book.now();
    let today = calendar::day(now);
    let arrived = arrived(&today);
    let mut told = Day { day: today.clone(), ..Day::default() };
    let mut after = None;
    loop {
        let page = book.page(after, PAGE)?;
        for (_, record) in &page {
            match record {
                Some(record) if reading::is_for(member, record) => tell(&mut told, record, &arrived, &today),
                Some(_) => {}
                None => told.unreadable = told.unreadable.saturating_add(1),
            }
        }
        after = next_page(&page, PAGE);
        if after.is_none() {
            break;
        }
    }
    told.arrived.sort_unstable();
    let all = told.arrived.len();
    told.arrived.truncate(NAMED_MAX);
    told.more = count(all.saturating_sub(NAMED_MAX));
    for (id, _) in book.troubled()? {
        // One that cannot be read is counted above, and holds up nobody's letter.
        let is_theirs = book.record(&id).is_ok_and(|of| of.is_some_and(|record| reading::is_for(member, &record)));
        told.letters = told.letters.saturating_add(u32::from(is_theirs));
    }
    told.log = book.last_logged()?.map_or_else(String::new, |last| last.hash);
    Ok(told)
}

/// When what a letter tells of as new arrived: until the hour from which it goes, since that hour of the last working day. However
/// late a letter goes, nothing falls between two of them, and nothing is in both.
fn arrived(today: &str) -> Range<Millis> {
    let days = calendar::days_since_working_day(today);
    let before = day::days_after(today, days.saturating_neg());
    let since = before.and_then(|day| calendar::at_hour(&day, FROM)).unwrap_or_default();
    since..calendar::at_hour(today, FROM).unwrap_or(Millis::MAX)
}

fn tell(told: &mut Day, record: &Record, arrived: &Range<Millis>, today: &str) {
    if arrived.contains(&record.received_at) {
        told.arrived.push((record.number, record.reference.as_str().to_owned()));
    }
    let is_late = record.answer_by.as_deref().is_some_and(|day| day < today);
    if is_late && record.standing.waits_for_staff() && !record.draft.is_suspect() {
        told.overdue = told.overdue.saturating_add(1);
    }
    for asked in record.asked.iter().filter(|asked| asked.is_open()) {
        let by = asked.answer_by();
        told.asked = told.asked.saturating_add(1);
        told.asked_by = Some(told.asked_by.take().map_or_else(|| by.clone(), |first| first.min(by.clone())));
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_arrives_is_told_of_in_one_letter_over_weekends_holidays_and_changed_clocks() {
        // A Friday and its Monday, Christmas, and the weekend on which summer time begins.
        for days in [
            ["2026-11-27", "2026-11-30", "2026-12-01"],
            ["2026-12-22", "2026-12-23", "2026-12-28"],
            ["2027-03-25", "2027-03-30", "2027-03-31"],
        ] {
            let [first, next, last] = days.map(arrived);
            assert_eq!((first.end, next.end), (next.start, last.start), "{days:?}");
            assert_eq!(calendar::clock(next.start), "07.00");
        }
    }
}
