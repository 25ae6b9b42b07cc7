//! The live halves in the ledger: reading, setting, and telling those who wait.

use super::{Book, Decided, Record, StorageFailed};
use crate::calendar;
use crate::call::{LiveReply, SetLiveRequest};
use crate::live::{Live, LiveVersion};
use crate::outbox::{Fact, Subject, Task, TaskState};
use crate::problem::Problem;
use crate::programme::{PROGRAMMES, Programme, programme};

/// What stands now: what staff have set last, or the file.
pub fn current(book: &impl Book, programme: &Programme, samples: bool) -> Result<LiveVersion, StorageFailed> {
    Ok(book.live(programme.slug)?.unwrap_or_else(|| LiveVersion {
        programme: programme.slug.to_owned(),
        version: 0,
        at: 0,
        by: None,
        live: Live::of_file(programme, samples),
    }))
}

/// Of every programme, in the order of lists.
pub fn read_all(book: &impl Book, samples: bool) -> Decided<LiveReply> {
    let programmes: Result<Vec<_>, _> = PROGRAMMES.iter().map(|programme| current(book, programme, samples)).collect();
    Ok(Ok(LiveReply { at: book.now(), programmes: programmes? }))
}

/// Sets a live half, if what was seen still stands, and arranges that those who wait are told when it opens.
pub fn set(book: &impl Book, by: Option<&str>, request: &SetLiveRequest, samples: bool) -> Decided<LiveVersion> {
    let Some(programme) = programme(&request.programme) else { return Ok(Err(Problem::NotFound)) };
    let now = current(book, programme, samples)?;
    if now.live == request.live && now.version > request.seen {
        // Set, the answer lost, and sent again.
        return Ok(Ok(now));
    }
    if now.version != request.seen {
        return Ok(Err(Problem::Changed));
    }
    if let Err(problem) = request.live.check(programme, samples) {
        return Ok(Err(problem));
    }
    let next = LiveVersion {
        programme: programme.slug.to_owned(),
        version: now.version.saturating_add(1),
        at: book.now(),
        by: by.map(str::to_owned),
        live: request.live.clone(),
    };
    book.put_live(&next)?;
    book.seal_newest(&Subject::Live(next.programme.clone()), Fact::SealLive)?;
    announce_to_all(book, &next)?;
    Ok(Ok(next))
}

/// Everyone who waits for the programme.
pub fn announce_to_all(book: &impl Book, now: &LiveVersion) -> Result<(), StorageFailed> {
    for id in book.waiting(&now.programme)? {
        // A record that cannot be read keeps nobody from closing a programme.
        if let Ok(Some(record)) = book.record(&id) {
            announce(book, &record, &now.live)?;
        }
    }
    Ok(())
}

/// Everyone who waits for what a release has opened: there the file says so, and nobody sets anything.
pub fn announce_releases(book: &impl Book, samples: bool) -> Result<(), StorageFailed> {
    let today = calendar::day(book.now());
    for programme in PROGRAMMES {
        let now = current(book, programme, samples)?;
        if now.version > 0 || !now.live.is_open(&today) {
            continue;
        }
        for id in book.waiting(programme.slug)? {
            // A letter that could not go yet keeps its pause.
            let is_arranged = book.task(&Subject::Record(id.clone()), Fact::OpenedLetter)?.is_some();
            if let (false, Ok(Some(record))) = (is_arranged, book.record(&id)) {
                announce(book, &record, &now.live)?;
            }
        }
    }
    Ok(())
}

/// Whoever waits is told once, when the programme opens: at the time that its live half names, and not before.
pub fn announce(book: &impl Book, record: &Record, live: &Live) -> Result<(), StorageFailed> {
    if !record.waits() || record.draft.is_suspect() {
        return Ok(());
    }
    let subject = Subject::Record(record.id.clone());
    let told = book.task(&subject, Fact::OpenedLetter)?;
    if told.as_ref().is_some_and(|task| task.state != TaskState::Waiting) {
        // It is on its way, or has gone.
        return Ok(());
    }
    let opens_at = live.opens_at(book.now());
    if told.is_some_and(|task| opens_at != Some(task.due_at)) {
        // The copy may tell of another day: a ledger restored after it would take the letter for sent.
        book.set_stale(&record.id, true)?;
    }
    match opens_at {
        Some(at) => book.put_task(&subject, &Task::new(Fact::OpenedLetter, at)),
        None => book.remove_task(&subject, Fact::OpenedLetter),
    }
}
