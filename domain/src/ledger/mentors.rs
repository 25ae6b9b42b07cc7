//! Mentors: what staff keep of one beside the answers, and a list of all with what each offers.

use super::reading::{Page, ROWS_PAGE};
use super::staff::Staff;
use super::{Book, Decided, Event, Happening, Record, links};
use crate::calendar;
use crate::call::{DraftId, OfferRequest, OwnPage};
use crate::desk::call::{After, DeskMentor, MentorRow, Mentors, SetMentorRequest};
use crate::desk::row::{Marks, Row};
use crate::mentor::{self, Mentor};
use crate::problem::Problem;
use crate::programme::Role;

/// Events up to which a mentor sets what they offer: some years of it, and a third of what a record holds stays for staff.
const OFFERS_MAX: usize = 54;

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

/// A mentor who has been checked says how many more they can take, and until when they pause. What they offer counts at once:
/// whoever takes no more is not asked.
pub fn offer(book: &impl Book, request: &OfferRequest) -> Decided<OwnPage> {
    let record = match links::shown_record(book, &request.session, &request.of)? {
        Ok((record, _)) => record,
        Err(problem) => return Ok(Err(problem)),
    };
    let is_open = record.role() == Some(Role::Mentor) && !record.standing.is_end() && !record.restricted;
    let Some(known) = record.mentor.as_deref().filter(|_| is_open) else { return Ok(Err(Problem::Changed)) };
    let now = book.now();
    let (free, paused_until) =
        match mentor::check_offer(&request.free, &request.paused_until, Some(known), &calendar::day(now)) {
            Ok(offered) => offered,
            Err(faults) => return Ok(Err(faults.into())),
        };
    let offered = Mentor { free, paused_until, ..known.clone() };
    if offered == *known {
        // Twice is the same as once.
        return Ok(Ok(record.own_page()));
    }
    if known.free != request.seen {
        // A place was taken or given back since the page was opened.
        return Ok(Err(Problem::Changed));
    }
    if record.events() >= OFFERS_MAX {
        return Ok(Err(Problem::ChangedTooOften));
    }
    let mut next = record.with(Happening::OfferSet, now);
    next.mentor = Some(Box::new(offered));
    book.put_changed(&next)?;
    Ok(Ok(next.own_page()))
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
