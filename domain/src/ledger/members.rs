//! The list of staff in the ledger: a document of which every version is kept. The first administrator is configured, so that
//! somebody can make the list.

use super::documents::{list, set_list};
use super::{Book, Decided, StorageFailed};
use crate::desk::call::{Members, SetMembersRequest};
use crate::desk::member::{self, Authority, Member};
use crate::link::LinkHash;
use crate::text::Language;

/// The document's name.
pub const STAFF: &str = "staff";

/// The list as it stands.
pub fn read(book: &impl Book) -> Result<Members, StorageFailed> {
    let (version, members) = list(book, STAFF)?;
    Ok(Members { version, members })
}

/// Whoever reads that address. `first` is the configured administrator, who needs no place on the list.
pub fn find(book: &impl Book, first: Option<&str>, address: &str) -> Result<Option<Member>, StorageFailed> {
    let listed = read(book)?.members.into_iter().find(|member| member.address == address);
    let is_first = first.is_some_and(|first| member::normal(first) == address);
    Ok(match listed {
        Some(listed) if is_first => Some(Member { authority: Authority::Administrator, ..listed }),
        None if is_first => Some(founder(address)),
        listed => listed,
    })
}

/// As [`find`], by the hash of an address.
pub fn find_hashed(book: &impl Book, first: Option<&str>, hash: &LinkHash) -> Result<Option<Member>, StorageFailed> {
    let listed = read(book)?.members.into_iter().map(|member| member.address);
    let mut all = listed.chain(first.map(member::normal));
    match all.find(|address| LinkHash::of(address.as_bytes()) == *hash) {
        Some(address) => find(book, first, &address),
        None => Ok(None),
    }
}

fn founder(address: &str) -> Member {
    Member {
        address: address.to_owned(),
        name: address.to_owned(),
        authority: Authority::Administrator,
        programmes: Vec::new(),
        daily_letter: false,
        language: Language::Sv,
    }
}

/// Puts another list in the place of the one that was seen.
pub fn set(book: &impl Book, by: &str, request: &SetMembersRequest) -> Decided<Members> {
    let members = match member::check(&request.members) {
        Ok(members) => members,
        Err(problem) => return Ok(Err(problem)),
    };
    let set = set_list(book, STAFF, by, request.seen, members)?;
    Ok(set.map(|(version, members)| Members { version, members }))
}
