//! Mentors: what staff keep of one beside the answers, and a list of all with what each offers.

use super::reading::{Page, ROWS_PAGE};
use super::staff::Staff;
use super::{Book, Decided, Event, Happening, Record};
use crate::calendar;
use crate::call::DraftId;
use crate::desk::call::{After, DeskMentor, MentorRow, Mentors, SetMentorRequest};
use crate::desk::row::{Marks, Row};
use crate::mentor::{self, Mentor};
use crate::problem::Problem;
use crate::programme::Role;

/// Keeps what staff say of a mentor who has neither left nor been declined, and whose record does not rest. The text stands in
/// the record alone: its history, which others may be shown, says only that it was written.
pub fn set(book: &impl Book, id: &DraftId, by: &str, request: &SetMentorRequest) -> Decided<Record> {
    let Some(record) = book.record(id)? else { return Ok(Err(Problem::NotFound)) };
    let known = record.mentor.as_deref();
    let now = book.now();
    let mentor = match mentor::check(request, known, &calendar::day(now)) {
        Ok(wanted) => Mentor::after(known, wanted, by, now),
        Err(faults) => return Ok(Err(faults.into())),
    };
    if known == Some(&mentor) {
        // Twice is the same as once.
        return Ok(Ok(record));
    }
    let is_here = record.role() == Some(Role::Mentor) && !record.standing.is_end() && !record.restricted;
    if record.version != request.seen || !is_here {
        return Ok(Err(Problem::Changed));
    }
    let is_checked_anew = known.is_none_or(|known| known.checked != mentor.checked);
    let what = if is_checked_anew { Happening::Checked } else { Happening::OfferSet };
    let mut next = record.after(Event::by(what, now, by, None));
    next.mentor = Some(Box::new(mentor));
    book.put_changed(&next)?;
    Ok(Ok(next))
}

/// A mentor's record as staff see it on a day; nothing where it is not a mentor's.
pub(super) fn shown(record: &Record, is_masked: bool, today: &str) -> Option<DeskMentor> {
    let shown = |kept: &Mentor| Mentor {
        checked: if is_masked { String::new() } else { kept.checked.clone() },
        ..kept.clone()
    };
    mentor::offer(record, today).map(|offer| DeskMentor { offer, kept: record.mentor.as_deref().map(shown) })
}

/// A page of the mentors that the person may see.
pub fn read(book: &impl Book, staff: &Staff, after: &After) -> Decided<Mentors> {
    let page = Page::read(book, staff, after, ROWS_PAGE)?;
    let today = calendar::day(book.now());
    let line = |record: &Record| {
        let kept = record.mentor.as_deref();
        mentor::offer(record, &today).map(|offer| MentorRow {
            row: Row::of(record, Marks::default()),
            offer,
            free: kept.map_or(0, |kept| kept.free),
            paused_until: kept.and_then(|kept| kept.pause(&today)).map(str::to_owned),
        })
    };
    Ok(Ok(Mentors { mentors: page.records.iter().filter_map(line).collect(), next: page.next }))
}
