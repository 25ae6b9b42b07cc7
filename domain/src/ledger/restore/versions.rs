//! Live halves and documents of the whole university, brought back in all their versions; with the latter the log.

use super::Report;
use crate::ledger::{Book, Copies, CopyFailed, Decided, Document, Office, StorageFailed, log};
use crate::live::LiveVersion;
use crate::outbox::{Fact, Subject, Task, TaskState};
use crate::problem::Problem;

/// Live halves and documents, each in all its versions.
pub(super) async fn put_back<O: Office>(
    office: &O,
    copies: &O::Copies,
    names: Vec<String>,
    report: &mut Report,
) -> Decided<()> {
    for copy in names {
        let text = match copies.read(&copy).await {
            Err(CopyFailed::Unreachable) => return Ok(Err(Problem::Unreachable)),
            Err(CopyFailed::DoesNotOpen) => {
                report.unreadable.push(copy);
                continue;
            }
            Ok(None) => continue,
            Ok(Some(text)) => text,
        };
        if let Ok(live) = crate::json::read::<LiveVersion>(&text) {
            office.atomically(move |book| put_live(book, &live)).await?;
        } else if let Ok(document) = crate::json::read::<Document>(&text) {
            office.atomically(move |book| put_document(book, &document)).await?;
        } else {
            report.unreadable.push(copy);
        }
    }
    Ok(Ok(()))
}

fn put_document(book: &impl Book, document: &Document) -> Result<(), StorageFailed> {
    book.put_document(document)?;
    log::put_back(book, document)?;
    let subject = Subject::Document(document.name.clone());
    if book.task(&subject, Fact::SealDocument)?.is_none() {
        book.put_task(&subject, &Task { state: TaskState::Done, ..Task::new(Fact::SealDocument, document.at) })?;
    }
    Ok(())
}

fn put_live(book: &impl Book, live: &LiveVersion) -> Result<(), StorageFailed> {
    book.put_live(live)?;
    let subject = Subject::Live(live.programme.clone());
    if book.task(&subject, Fact::SealLive)?.is_none() {
        book.put_task(&subject, &Task { state: TaskState::Done, ..Task::new(Fact::SealLive, live.at) })?;
    }
    Ok(())
}
