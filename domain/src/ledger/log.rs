//! The log of what staff read, exported and decided: ids, a kind and a time, each line chained to the one before by hash, so
//! that nobody can take one out unseen. It never holds a name, an answer or a comment.

use super::staff::Staff;
use super::{Book, Decided, Document, StorageFailed};
use crate::desk::call::{Before, LogEntry};
use crate::link::LinkHash;
use crate::outbox::{Fact, Subject};

/// Lines in one answer.
const PAGE: usize = 200;
/// The document of lines that are sealed: each version holds those since the one before.
const COPIES: &str = "log";
/// Lines in one version: at 250 bytes each, 50 KB. As many more are sealed five minutes later.
const SEALED_MAX: usize = 200;
/// The longest thing a line is about: a slug of 40, or a reference and a count.
const ABOUT_MAX: usize = 40;

/// Writes a line. Who is a hash of the address: the list of staff says whose it is.
pub fn write(book: &impl Book, staff: &Staff, what: &str, about: &str) -> Result<(), StorageFailed> {
    let last = book.last_logged()?;
    let (number, before) = last.map_or((1, String::new()), |last| (last.number.saturating_add(1), last.hash));
    let who = name_of(staff);
    let about: String = about.chars().take(ABOUT_MAX).collect();
    let at = book.now();
    let hash = chained(&before, number, at, &who, what, &about);
    book.put_logged(&LogEntry { number, at, who, what: what.to_owned(), about, hash })
}

/// Whether this person did so, as far as the newest page of lines tells.
pub fn has(book: &impl Book, staff: &Staff, what: &str, about: &str) -> Result<bool, StorageFailed> {
    let who = name_of(staff);
    Ok(book.logged(u64::MAX, PAGE)?.iter().any(|line| line.who == who && line.what == what && line.about == about))
}

/// Puts the lines that no copy holds yet into the next version of the log's document, which is sealed as every document is;
/// called from time to time. One after the other: a version is made when the one before is sealed.
pub fn seal(book: &impl Book) -> Result<(), StorageFailed> {
    let subject = Subject::Document(COPIES.to_owned());
    if book.task(&subject, Fact::SealDocument)?.is_some_and(|task| !task.state.is_final()) {
        return Ok(());
    }
    let newest = book.document(COPIES)?;
    let sealed = newest.as_ref().map(lines).transpose()?.and_then(|lines| lines.last().map(|line| line.number));
    let fresh = book.logged_after(sealed.unwrap_or(0), SEALED_MAX)?;
    if fresh.is_empty() {
        return Ok(());
    }
    let version = newest.map_or(1, |newest| newest.version.saturating_add(1));
    let body = serde_json::to_string(&fresh).map_err(|_| StorageFailed)?;
    book.put_document(&Document { name: COPIES.to_owned(), version, at: book.now(), by: String::new(), body })?;
    book.seal_newest(&subject, Fact::SealDocument)
}

fn lines(document: &Document) -> Result<Vec<LogEntry>, StorageFailed> {
    crate::json::read(document.body.as_bytes()).map_err(|_| StorageFailed)
}

/// The lines of a version that has come back; those that are there stand.
pub(super) fn put_back(book: &impl Book, document: &Document) -> Result<(), StorageFailed> {
    if document.name == COPIES { lines(document)?.iter().try_for_each(|line| book.put_logged(line)) } else { Ok(()) }
}

/// Who, as the log names them.
fn name_of(staff: &Staff) -> String {
    LinkHash::of(staff.address().as_bytes()).as_str().chars().take(16).collect()
}

fn chained(before: &str, number: u64, at: i64, who: &str, what: &str, about: &str) -> String {
    LinkHash::of(format!("{before} {number} {at} {who} {what} {about}").as_bytes()).as_str().to_owned()
}

/// A page of the log, the newest first.
pub fn read(book: &impl Book, request: &Before) -> Decided<Vec<LogEntry>> {
    Ok(Ok(book.logged(request.before.unwrap_or(u64::MAX), PAGE)?))
}

/// Whether every line follows from the one before; `lines` are the oldest first, from the first on.
pub fn is_whole(lines: &[LogEntry]) -> bool {
    let mut before = String::new();
    lines.iter().zip(1..).all(|(line, number)| {
        let hash = chained(&before, line.number, line.at, &line.who, &line.what, &line.about);
        before.clone_from(&line.hash);
        line.number == number && line.hash == hash
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines() -> Vec<LogEntry> {
        let mut before = String::new();
        (1..=3)
            .map(|number| {
                let hash = chained(&before, number, 5, "who", "record", "AB3CD4EF");
                before.clone_from(&hash);
                LogEntry { number, at: 5, who: "who".into(), what: "record".into(), about: "AB3CD4EF".into(), hash }
            })
            .collect()
    }

    #[test]
    fn a_line_that_is_changed_or_gone_breaks_the_chain() {
        assert!(is_whole(&lines()) && is_whole(&[]));
        let mut changed = lines();
        changed[1].about = "AB3CD4EG".into();
        assert!(!is_whole(&changed));
        let mut gone = lines();
        gone.remove(1);
        assert!(!is_whole(&gone));
        assert!(!is_whole(&lines()[1..]), "the first is needed");
    }
}
