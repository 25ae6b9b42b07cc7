//! Rebuilding a lost ledger from its copies: the newest version of every record, minus what was erased.

mod versions;

use super::founding::Founding;
use super::staff::Staff;
use super::work::{AT_ONCE, ready};
use super::{
    Book, Copies, CopyFailed, Decided, Erasure, Names, Office, StorageFailed, Whole, agree, annotate, copy_name,
    founding, log, opening, receive, requests,
};
use crate::outbox::{Fact, Subject, Task, TaskState};
use crate::problem::Problem;
use crate::programme::PROGRAMMES;
use crate::standing::Standing;
use futures_util::future::join_all;
use serde::{Deserialize, Serialize};

/// The note that says that the tombstones were read.
const NOTE: &str = "restoring";
const BEGUN: &str = "begun";

/// In the order in which they are read, once the tombstones were.
const FOLDERS: [&str; 3] = [copy_name::RECORDS, copy_name::LIVE, copy_name::DOCUMENTS];

/// What one call of a restoring came to; it is repeated with `next` until there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    pub restored: u32,
    pub erased: u32,
    /// Names of copies that do not open.
    pub unreadable: Vec<String>,
    pub next: Option<String>,
}

/// Restores one page. `from` is the `next` of the page before; the log says who did it when all is back. A ledger that works
/// needs nothing. If the tombstones cannot be listed in full, it stops: nothing that was erased may come back.
pub async fn step<O: Office>(office: &O, from: Option<String>, by: Option<Staff>) -> Decided<Report>
where
    O::Names: Clone + 'static,
{
    let Some((names, copies)) = ready(office) else { return Ok(Err(Problem::Unreachable)) };
    // Nobody may have asked it for anything since it was lost.
    if founding::state(office).await? == Founding::Founded {
        return Ok(Ok(Report::default()));
    }
    let (must_wait, has_begun) =
        office.look(|book| Ok((wait_s(book)?, book.note(NOTE)?.is_some_and(|note| note == BEGUN))))?;
    if let Some(retry_after_s) = must_wait {
        return Ok(Err(Problem::TooManyAttempts { retry_after_s }));
    }
    let (folder, from) = match from.as_deref().map(|from| from.split_once(' ').unwrap_or((from, ""))) {
        // The tombstones come first, always.
        Some(_) if !has_begun => return Ok(Err(Problem::Changed)),
        None => {
            if let Err(problem) = tombstones(office, copies).await? {
                return Ok(Err(problem));
            }
            office.atomically(|book| book.put_note(NOTE, BEGUN)).await?;
            (copy_name::RECORDS, None)
        }
        Some((folder, from)) => {
            let folder = FOLDERS.into_iter().find(|known| *known == folder).unwrap_or(copy_name::RECORDS);
            (folder, Some(from.to_owned()).filter(|from| !from.is_empty()))
        }
    };
    let Ok(listing) = copies.list(folder, from).await else { return Ok(Err(Problem::Unreachable)) };
    let mut report = Report::default();
    let page = if folder == copy_name::RECORDS {
        records(office, names, copies, newest_first(listing.names), &mut report).await?
    } else {
        versions::put_back(office, copies, listing.names, &mut report).await?
    };
    if let Err(problem) = page {
        return Ok(Err(problem));
    }
    report.next = match (listing.next, folder) {
        (Some(from), folder) => Some(format!("{folder} {from}")),
        (None, folder) => {
            let after = FOLDERS.into_iter().skip_while(|known| *known != folder).nth(1);
            after.map(str::to_owned)
        }
    };
    if report.next.is_none() {
        let samples = office.samples();
        office.atomically(move |book| end(book, samples, by.as_ref())).await?;
    }
    Ok(Ok(report))
}

/// Seconds to wait before a restoring may begin.
fn wait_s(book: &impl Book) -> Result<Option<u32>, StorageFailed> {
    let wait_ms = founding::must_wait_until(book)?.map(|at| at.saturating_sub(book.now()));
    Ok(wait_ms.map(|wait_ms| u32::try_from(wait_ms.saturating_add(999) / 1000).unwrap_or(u32::MAX)))
}

/// Every tombstone there is, before any record.
async fn tombstones<O: Office>(office: &O, copies: &O::Copies) -> Decided<()> {
    let mut from = None;
    loop {
        let Ok(listing) = copies.list(copy_name::ERASED, from).await else { return Ok(Err(Problem::Unreachable)) };
        let names: Vec<String> =
            listing.names.iter().filter_map(|copy| copy.strip_prefix(copy_name::ERASED)).map(str::to_owned).collect();
        office
            .atomically(move |book| {
                for name in names {
                    if book.erasure(&name)?.is_none() {
                        book.put_erasure(&Erasure { name, versions: 0, at: book.now() })?;
                    }
                }
                Ok(())
            })
            .await?;
        from = listing.next;
        if from.is_none() {
            return Ok(Ok(()));
        }
    }
}

/// The copies of each record, the newest version first.
fn newest_first(copies: Vec<String>) -> Vec<(String, Vec<String>)> {
    let mut versions: Vec<(String, u32, String)> = copies
        .into_iter()
        .filter_map(|copy| {
            let (name, version) = copy_name::parse_record(&copy)?;
            Some((name.to_owned(), version, copy))
        })
        .collect();
    versions.sort_by(|a, b| (&a.0, b.1).cmp(&(&b.0, a.1)));
    let mut records: Vec<(String, Vec<String>)> = Vec::new();
    for (name, _, copy) in versions {
        match records.last_mut() {
            Some((last, copies)) if *last == name => copies.push(copy),
            _ => records.push((name, vec![copy])),
        }
    }
    records
}

async fn records<O: Office>(
    office: &O,
    names: &O::Names,
    copies: &O::Copies,
    records: Vec<(String, Vec<String>)>,
    report: &mut Report,
) -> Decided<()>
where
    O::Names: Clone + 'static,
{
    for some in records.chunks(AT_ONCE) {
        for found in join_all(some.iter().map(|(name, versions)| find(office, copies, name, versions))).await {
            let (whole, unreadable) = match found? {
                Ok(Found::Erased(name, versions)) => {
                    report.erased = report.erased.saturating_add(1);
                    office.atomically(move |book| erase_again(book, name, &versions)).await?;
                    continue;
                }
                Ok(Found::Copy(whole, unreadable)) => (whole, unreadable),
                Err(problem) => return Ok(Err(problem)),
            };
            report.unreadable.extend(unreadable);
            if let Some(whole) = whole {
                let names = names.clone();
                let is_new = office.atomically(move |book| put(book, &names, *whole)).await?;
                report.restored = report.restored.saturating_add(u32::from(is_new));
            }
        }
    }
    Ok(Ok(()))
}

/// What is there of a record.
enum Found {
    /// Its name, and copies that should be gone.
    Erased(String, Vec<String>),
    /// The newest copy that opens, and the names of newer ones that do not: an older version is better than none.
    Copy(Option<Box<Whole>>, Vec<String>),
}

async fn find<O: Office>(office: &O, copies: &O::Copies, name: &str, versions: &[String]) -> Decided<Found> {
    if office.look(|book| Ok(book.erasure(name)?.is_some()))? {
        return Ok(Ok(Found::Erased(name.to_owned(), versions.to_vec())));
    }
    let mut unreadable = Vec::new();
    for copy in versions {
        match copies.read(copy).await {
            Err(CopyFailed::Unreachable) => return Ok(Err(Problem::Unreachable)),
            Err(CopyFailed::DoesNotOpen) => unreadable.push(copy.clone()),
            Ok(Some(text)) => match crate::json::read::<Whole>(&text) {
                Ok(whole) => return Ok(Ok(Found::Copy(Some(Box::new(whole)), unreadable))),
                Err(_) => unreadable.push(copy.clone()),
            },
            Ok(None) => {}
        }
    }
    Ok(Ok(Found::Copy(None, unreadable)))
}

/// Copies are there beside a tombstone: the ledger was lost before all of them had gone.
fn erase_again(book: &impl Book, name: String, copies: &[String]) -> Result<(), StorageFailed> {
    let Some(known) = book.erasure(&name)? else { return Ok(()) };
    let newest = copies.iter().filter_map(|copy| copy_name::parse_record(copy)).map(|(_, version)| version).max();
    book.put_erasure(&Erasure { versions: newest.unwrap_or(0).max(known.versions), ..known })?;
    book.put_task(&Subject::Erasure(name), &Task::new(Fact::Erase, book.now()))
}

/// Puts a record back, unless a newer or equal version is there; says whether none was. The versions of one record may be
/// on two pages.
fn put(book: &impl Book, names: &impl Names, whole: Whole) -> Result<bool, StorageFailed> {
    if founding::is_settled(book)? {
        // While this copy was read another call has ended the restoring: its record may have been erased since.
        return Ok(false);
    }
    let mut record = whole.record;
    let known = book.record(&record.id)?;
    if known.as_ref().is_some_and(|known| known.version >= record.version) {
        return Ok(false);
    }
    book.remove_record(&record.id)?;
    let subject = Subject::Record(record.id.clone());
    let sealing = Task { state: TaskState::Done, ..Task::new(Fact::SealRecord, record.received_at) };
    // It was erased, its reference given to another, and the ledger lost before its tombstone was written.
    let is_taken = book.is_taken(&record.reference)?;
    if is_taken {
        record.reference = receive::free_reference(book, names, &record.id)?;
    }
    book.put_record(&record)?;
    requests::arrange_end(book, &record)?;
    receive::note_number(book, &record)?;
    annotate::index_address(book, names, &record)?;
    // The copy has the other one; a newer copy may still come, so it is renewed once all are back. What is to be erased is
    // looked at again where nobody is left to be told.
    book.set_stale(&record.id, is_taken || record.is_to_be_erased())?;
    for link in &whole.links {
        book.put_link(&record.id, link)?;
    }
    for task in whole.letters.iter().map(|task| restored(task, book)).chain([sealing]) {
        book.put_task(&subject, &task)?;
    }
    for task in whole.letters.iter().filter(|task| !task.state.is_final()) {
        // What nobody knows any more of a letter to a mentor, the student is told.
        if let Some(task) = book.task(&subject, task.fact)?.filter(|task| task.state.is_final()) {
            agree::settled(book, &record, &task)?;
        }
    }
    Ok(known.is_none())
}

/// A letter that was due and not settled when the copy was made may have gone since: a person must not get it twice, staff
/// get it again and marked.
fn restored(task: &Task, book: &impl Book) -> Task {
    let may_have_gone = !task.state.is_final() && task.due_at <= book.now();
    match (may_have_gone, task.fact.is_to_a_person()) {
        (false, _) => task.clone(),
        (true, true) => Task { state: TaskState::Unknown, ..task.clone() },
        (true, false) => {
            Task { state: TaskState::Waiting, due_at: book.now(), possible_duplicate: true, ..task.clone() }
        }
    }
}

/// All is back: the ledger works again. Who waits and was told nothing yet is told as the newest versions say, or the files
/// where none came back.
fn end<B: Book>(book: &B, samples: bool, by: Option<&Staff>) -> Result<(), StorageFailed> {
    if founding::is_settled(book)? {
        return Ok(());
    }
    founding::found(book)?;
    book.put_note(NOTE, "")?;
    requests::reconcile(book)?;
    by.map_or(Ok(()), |staff| log::write(book, staff, "restore", ""))?;
    PROGRAMMES.iter().try_for_each(|programme| {
        end_waiting(book, programme.slug)?;
        opening::announce_to_all(book, &opening::current(book, programme, samples)?)
    })
}

/// Whoever may have been told waits no more: nobody is told twice. Only now, because a newer copy may have come on a later
/// page, and a version that is made here must not stand in its way.
fn end_waiting(book: &impl Book, slug: &str) -> Result<(), StorageFailed> {
    for id in book.waiting(slug)? {
        let told = book.task(&Subject::Record(id.clone()), Fact::OpenedLetter)?;
        let may_have_gone = told.is_some_and(|task| task.state == TaskState::Unknown);
        if let (true, Ok(Some(record))) = (may_have_gone, book.record(&id)) {
            book.put_changed(&record.became(Standing::Told, book.now()))?;
        }
    }
    Ok(())
}
