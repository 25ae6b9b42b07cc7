//! What administrators keep of the whole university, each a document of which every version is kept: the list of staff
//! ([`super::members`]) and the days that are closed.

use super::{Book, Decided, Document, StorageFailed};
use crate::desk::call::{Closures, SetClosuresRequest};
use crate::desk::closure;
use crate::outbox::{Fact, Subject};
use crate::problem::Problem;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The name of the document of closed days.
pub const CLOSURES: &str = "closures";

/// A list as it stands, with its version; 0 where nobody has set one.
pub(super) fn list<T: DeserializeOwned>(book: &impl Book, name: &str) -> Result<(u32, Vec<T>), StorageFailed> {
    let Some(document) = book.document(name)? else { return Ok((0, Vec::new())) };
    let list = crate::json::read(document.body.as_bytes()).map_err(|_| StorageFailed)?;
    Ok((document.version, list))
}

/// Puts another list in the place of the one that was seen.
pub(super) fn set_list<T: DeserializeOwned + Serialize + PartialEq>(
    book: &impl Book,
    name: &str,
    by: &str,
    seen: u32,
    next: Vec<T>,
) -> Decided<(u32, Vec<T>)> {
    let (version, now) = list(book, name)?;
    if now == next {
        // Twice is the same as once.
        return Ok(Ok((version, now)));
    }
    if version != seen {
        return Ok(Err(Problem::Changed));
    }
    let version = version.saturating_add(1);
    let body = serde_json::to_string(&next).map_err(|_| StorageFailed)?;
    book.put_document(&Document { name: name.to_owned(), version, at: book.now(), by: by.to_owned(), body })?;
    book.seal_newest(&Subject::Document(name.to_owned()), Fact::SealDocument)?;
    Ok(Ok((version, next)))
}

/// The closed days as they stand.
pub fn closures(book: &impl Book) -> Result<Closures, StorageFailed> {
    let (version, closures) = list(book, CLOSURES)?;
    Ok(Closures { version, closures })
}

/// Puts other closed days in the place of those that were seen. What was promised before stands.
pub fn set_closures(book: &impl Book, by: &str, request: &SetClosuresRequest) -> Decided<Closures> {
    let next = match closure::check(&request.closures) {
        Ok(next) => next,
        Err(problem) => return Ok(Err(problem)),
    };
    let set = set_list(book, CLOSURES, by, request.seen, next)?;
    Ok(set.map(|(version, closures)| Closures { version, closures }))
}
