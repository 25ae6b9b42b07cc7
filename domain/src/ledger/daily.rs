//! The daily letter to staff who want it: what came in, what is late, which letters did not go, and the numbers of what
//! arrived, in order and without gaps, by which a loss would show.

use super::desk_book::next_page;
use super::{Book, Record, StorageFailed, members, reading};
use crate::calendar;
use crate::call::Millis;
use crate::desk::member::Member;
use crate::link::LinkHash;
use crate::outbox::{DAY_MS, Fact, Subject, Task};

/// The hour in Stockholm from which it goes, `HH.MM`.
const FROM: &str = "07.00";
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
    /// Number and reference of what arrived in the last 24 hours (after days off: since the last working day), in order.
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
    let is_time = calendar::clock(now).as_str() >= FROM && calendar::is_working_day(&today);
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
    let since = now.saturating_sub(calendar::days_since_working_day(&today).saturating_mul(DAY_MS));
    let mut told = Day { day: today.clone(), ..Day::default() };
    let mut after = None;
    loop {
        let page = book.page(after, PAGE)?;
        for (_, record) in &page {
            match record {
                Some(record) if reading::is_for(member, record) => tell(&mut told, record, since, &today),
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

fn tell(told: &mut Day, record: &Record, since: Millis, today: &str) {
    if record.received_at > since {
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
