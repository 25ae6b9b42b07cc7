//! What the desk reads: lines, answers, a record whole. Only of programmes that the person serves.

use super::desk_book::next_page;
use super::staff::Staff;
use super::{Book, Decided, Names, Record, StorageFailed, change, log, mentors, opening, wishes};
use crate::application::Application;
use crate::asked::Asked;
use crate::calendar;
use crate::call::DraftId;
use crate::desk::call::{After, AnswersPage, DeskRecord, DeskReply, ReadRecordRequest, RecordAnswers, Rows};
use crate::desk::member::Member;
use crate::desk::row::{Marks, Row};
use crate::draft::Draft;
use crate::mentor::{self, Offer};
use crate::outbox::{Fact, Subject, Task, TaskState};
use crate::problem::Problem;
use crate::programme::Role;
use crate::reference::Reference;
use crate::standing::Standing;
use std::collections::BTreeMap;

/// Lines in one answer: at 200 bytes each, 100 KB.
pub(super) const ROWS_PAGE: usize = 500;
/// Lines in the first answer: as many as one page of the desk's table shows, because somebody waits for them.
const FIRST_ROWS: usize = 100;
/// Records whose answers come in one answer.
const ANSWERS_PAGE: usize = 100;
/// Other records of the same address that are looked at: in ten years one person sends far fewer.
const OTHERS_MAX: usize = 50;

/// What opens the desk.
pub fn desk(book: &impl Book, staff: &Staff, samples: bool) -> Decided<DeskReply> {
    let live = match opening::read_all(book, samples)? {
        Ok(live) => live,
        Err(problem) => return Ok(Err(problem)),
    };
    let aside = if staff.is_administrator() { book.aside()? } else { Vec::new() };
    Ok(Ok(DeskReply {
        at: live.at,
        me: staff.member().clone(),
        programmes: live.programmes.into_iter().filter(|live| staff.serves(&live.programme)).collect(),
        aside,
    }))
}

/// Whether a record is for this person's eyes: of a programme they serve, and not what two people agree on between them.
pub fn may_see(staff: &Staff, record: &Record) -> bool {
    is_for(staff.member(), record)
}

/// As [`may_see`], for somebody who is written to.
pub(super) fn is_for(member: &Member, record: &Record) -> bool {
    member.serves(&record.draft.programme) && record.role() != Some(Role::Framework)
}

/// A page of records that the person may see, and how many of any programme cannot be read.
pub(super) struct Page {
    pub records: Vec<Record>,
    pub next: Option<i64>,
    unreadable: u32,
}

impl Page {
    pub fn read(book: &impl Book, staff: &Staff, after: &After, limit: usize) -> Result<Self, StorageFailed> {
        let found = book.page(after.after, limit)?;
        let next = next_page(&found, limit);
        let unreadable = found.iter().filter(|(_, record)| record.is_none()).count();
        let records = found.into_iter().filter_map(|(_, record)| record).filter(|record| may_see(staff, record));
        Ok(Self { records: records.collect(), next, unreadable: u32::try_from(unreadable).unwrap_or(u32::MAX) })
    }
}

/// A page of lines.
pub fn rows(book: &impl Book, names: &impl Names, staff: &Staff, after: &After) -> Decided<Rows> {
    let letters = letter_marks(book)?;
    let page = Page::read(book, staff, after, if after.after.is_none() { FIRST_ROWS } else { ROWS_PAGE })?;
    let today = calendar::day(book.now());
    let mut rows = Vec::new();
    for record in &page.records {
        let letters = letters.get(&record.id).copied().unwrap_or_default();
        // Only of who waits is it asked what came before, by the index of addresses: a page costs the same however long the book.
        let earlier = if waits(record) { others(book, names, record)?.0 } else { Vec::new() };
        let marks = letters
            .with(Marks::WENT_WITHOUT, went_without(record, &earlier))
            .with(Marks::SILENT, mentor::offer(record, &today) == Some(Offer::Silent));
        rows.push(Row::of(record, marks));
    }
    Ok(Ok(Rows { rows, next: page.next, unreadable: page.unreadable }))
}

/// The fate of letters that need a look, by record.
fn letter_marks(book: &impl Book) -> Result<BTreeMap<DraftId, Marks>, StorageFailed> {
    let mut found: BTreeMap<DraftId, Marks> = BTreeMap::new();
    for (id, task) in book.troubled()? {
        let marks = found.entry(id).or_default();
        *marks = marks_of(std::slice::from_ref(&task), *marks);
    }
    Ok(found)
}

fn marks_of(letters: &[Task], marks: Marks) -> Marks {
    letters.iter().fold(marks, |marks, task| {
        marks
            .with(Marks::LETTER_FAILED, task.state == TaskState::GivenUp)
            .with(Marks::LETTER_UNKNOWN, task.state == TaskState::Unknown)
    })
}

/// Whether it is a mentee's for whom nobody has been asked yet.
fn waits(record: &Record) -> bool {
    let is_open = matches!(record.standing, Standing::Received | Standing::UnderReview);
    record.role() == Some(Role::Mentee) && is_open && !record.draft.is_suspect()
}

/// Whether a mentee who waits went without a mentor the last time that an application from their address came to an end with a
/// mentor or without, in whatever programme. What rests decides nothing.
fn went_without(record: &Record, others: &[Record]) -> bool {
    let has_come_out = |other: &&Record| {
        other.role() == Some(Role::Mentee)
            && matches!(other.standing, Standing::Paired | Standing::Ended | Standing::NoMatch)
            && other.received_at < record.received_at
            && !other.restricted
    };
    let last = others.iter().filter(has_come_out).max_by_key(|other| other.received_at);
    waits(record) && last.is_some_and(|last| last.standing == Standing::NoMatch)
}

/// A page of answers, for searching.
pub fn answers(book: &impl Book, staff: &Staff, after: &After) -> Decided<AnswersPage> {
    let page = Page::read(book, staff, after, ANSWERS_PAGE)?;
    let records = page.records.iter().filter(|record| !record.protected).map(|record| RecordAnswers {
        reference: record.reference.as_str().to_owned(),
        answers: in_order(&record.draft),
    });
    Ok(Ok(AnswersPage { records: records.collect(), next: page.next }))
}

/// Question id and values, in form order.
pub(super) fn in_order(draft: &Draft) -> Vec<(String, Vec<String>)> {
    Application::kept(draft).map_or_else(
        || draft.answers.iter().map(|(id, values)| (id.clone(), values.clone())).collect(),
        |application| application.answers().to_vec(),
    )
}

/// A record of that reference, if this person may see it. One that they may not see is not there.
pub fn seen(book: &impl Book, staff: &Staff, reference: &str) -> Decided<Record> {
    let id = match Reference::parse(reference) {
        Some(reference) => book.by_reference(&reference)?,
        None => None,
    };
    let record = match id {
        Some(id) => book.record(&id)?,
        None => None,
    };
    Ok(record.filter(|record| may_see(staff, record)).ok_or(Problem::NotFound))
}

/// As [`seen`], to be changed: not beyond what a record can hold.
pub fn to_change(book: &impl Book, staff: &Staff, reference: &str) -> Decided<Record> {
    Ok(seen(book, staff, reference)?
        .and_then(|record| if record.is_full() { Err(Problem::RecordFull) } else { Ok(record) }))
}

/// Opens a record, and writes into the log that it was opened. A protected one shows its answers for a reason alone, which
/// stands in its history.
pub fn record(book: &impl Book, names: &impl Names, staff: &Staff, request: &ReadRecordRequest) -> Decided<DeskRecord> {
    let record = match seen(book, staff, &request.reference)? {
        Ok(record) => record,
        Err(problem) => return Ok(Err(problem)),
    };
    match open(book, staff, &record, request.reason.as_deref(), "record")? {
        Ok((record, is_masked)) => shown(book, names, staff, &record, is_masked).map(Ok),
        Err(problem) => Ok(Err(problem)),
    }
}

/// A record as it is opened for a reason, and whether its answers stay masked. The log has a line of it: `what`, unless protected
/// answers are shown.
pub(super) fn open(
    book: &impl Book,
    staff: &Staff,
    record: &Record,
    reason: Option<&str>,
    what: &str,
) -> Decided<(Record, bool)> {
    let reference = record.reference.as_str();
    let Some(reason) = reason.filter(|_| record.protected) else {
        log::write(book, staff, what, reference)?;
        return Ok(Ok((record.clone(), record.protected)));
    };
    match change::unmask(book, record, staff.address(), reason)? {
        Ok(record) => {
            log::write(book, staff, "protected-record", reference)?;
            Ok(Ok((record, false)))
        }
        Err(problem) => Ok(Err(problem)),
    }
}

/// Other records of the same address, of whatever programme, and whether there are more than [`OTHERS_MAX`].
pub(super) fn others(
    book: &impl Book,
    names: &impl Names,
    record: &Record,
) -> Result<(Vec<Record>, bool), StorageFailed> {
    let Some(email) = record.email() else { return Ok((Vec::new(), false)) };
    let mut ids = book.of_address(&names.address_name(&email))?;
    ids.retain(|id| *id != record.id);
    let mut found = Vec::new();
    for id in ids.iter().take(OTHERS_MAX) {
        found.extend(book.record(id)?);
    }
    Ok((found, ids.len() > OTHERS_MAX))
}

/// A record as staff see it.
pub fn shown(
    book: &impl Book,
    names: &impl Names,
    staff: &Staff,
    record: &Record,
    is_masked: bool,
) -> Result<DeskRecord, StorageFailed> {
    let (others, _) = others(book, names, record)?;
    let mut alone = alone(book, record, is_masked)?;
    alone.row.marks = alone.row.marks.with(Marks::WENT_WITHOUT, went_without(record, &others));
    if is_masked {
        return Ok(alone);
    }
    let others = others.iter().filter(|other| may_see(staff, other)).map(|other| Row::of(other, Marks::default()));
    let row = |mentor: &DraftId| -> Result<Option<Row>, StorageFailed> {
        let mentor = book.record(mentor)?.filter(|mentor| may_see(staff, mentor));
        Ok(mentor.map(|mentor| Row::of(&mentor, Marks::default())))
    };
    let mut requests = Vec::new();
    for request in &record.requests {
        requests.push(request.to_staff(row(&request.mentor)?, false));
    }
    let mut wished = alone.wishes;
    let ranked = wished.iter_mut().flat_map(|wishes| &mut wishes.ranked);
    for (shown, wish) in ranked.zip(record.wishes.iter().flat_map(|wishes| &wishes.ranked)) {
        shown.mentor = row(&wish.mentor)?;
    }
    Ok(DeskRecord { others: others.collect(), requests, wishes: wished, ..alone })
}

/// A record without what else its person has sent.
pub(super) fn alone(book: &impl Book, record: &Record, is_masked: bool) -> Result<DeskRecord, StorageFailed> {
    let subject = Subject::Record(record.id.clone());
    let letters: Vec<Task> = book.tasks(&subject)?.into_iter().filter(|task| task.fact.is_letter()).collect();
    let is_waiting = letters.iter().any(|task| task.fact == Fact::DecisionLetter && task.has_not_begun());
    let arrived = record.arrived.as_deref().filter(|_| !is_masked).map(in_order);
    Ok(DeskRecord {
        row: Row::of(record, marks_of(&letters, Marks::default())),
        language: record.draft.language,
        notice: record.draft.notice.clone(),
        promised: record.answer_by.clone(),
        answers: if is_masked { Vec::new() } else { in_order(&record.draft) },
        arrived,
        is_masked,
        registry: record.registry.clone(),
        history: record.history.clone(),
        letters,
        may_be_undone: record.decision.is_some() && is_waiting,
        letter: record.decision.as_deref().filter(|_| !is_masked).map(|decision| decision.letter.clone()),
        others: Vec::new(),
        needs_allowing: record.needs_allowing(),
        asked: record
            .asked
            .iter()
            .map(|asked| Asked { text: asked.text.clone().filter(|_| !is_masked), ..asked.clone() })
            .collect(),
        mentor: mentors::shown(record, is_masked, &calendar::day(book.now())),
        requests: record.requests.iter().map(|request| request.to_staff(None, is_masked)).collect(),
        wishes: if is_masked { None } else { wishes::to_staff(book, record)? },
    })
}
