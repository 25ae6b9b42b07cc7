//! Signing in at the desk: a link that serves once, and a session that ends when nobody uses it. To hold a [`Staff`] is the
//! proof that somebody on the list is signed in; it is made here alone.

use super::{Book, Decided, StaffSession, StorageFailed, members};
use crate::call::Millis;
use crate::desk::call::SignInRequest;
use crate::desk::member::{self, Authority, Member};
use crate::link::{LinkHash, Secret};
use crate::outbox::{Fact, Subject, Task};
use crate::problem::Problem;
use crate::text::Language;

/// How long a link to the desk serves (DESIGN.md, Links).
pub const STAFF_LINK_MS: Millis = 15 * 60 * 1000;
/// How long a session lasts while nobody does anything, and at most.
pub const STAFF_IDLE_MS: Millis = 30 * 60 * 1000;
pub const STAFF_SESSION_MS: Millis = 8 * 60 * 60 * 1000;
/// A session is noted as used at most once in this time, so that reading does not write each time.
const SEEN_STEP_MS: Millis = 60 * 1000;

/// Somebody on the list of staff who is signed in, with the authority that was asked for.
#[derive(Debug)]
pub struct Staff {
    member: Member,
}

impl Staff {
    pub fn member(&self) -> &Member {
        &self.member
    }

    pub fn address(&self) -> &str {
        &self.member.address
    }

    pub fn serves(&self, programme: &str) -> bool {
        self.member.serves(programme)
    }

    pub fn is_administrator(&self) -> bool {
        self.member.authority == Authority::Administrator
    }
}

/// Who makes a call, as `api` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Whoever holds the cookie with a secret of that hash.
    Session(LinkHash),
    /// Whoever Cloudflare Access vouches for, by address.
    Access(String),
}

/// Somebody asks for a link. The same is done for every address; whether anybody is there shows when the letter is due.
pub fn ask(book: &impl Book, request: &SignInRequest) -> Decided<()> {
    let address = member::normal(&request.address);
    let subject = Subject::Staff(LinkHash::of(address.as_bytes()));
    match book.task(&subject, Fact::SignInLetter)? {
        // One that waits serves both.
        Some(task) if !task.state.is_final() => {}
        _ => book.put_task(&subject, &Task::new(Fact::SignInLetter, book.now()))?,
    }
    Ok(Ok(()))
}

/// For the letter that is due: who it is for, with a link that has just been made; nobody where that address is not staff's.
pub(super) fn invite(
    book: &impl Book,
    first: Option<&str>,
    hash: &LinkHash,
    secret: impl FnOnce() -> Option<Secret>,
) -> Result<Option<(Member, Secret)>, StorageFailed> {
    let Some(member) = members::find_hashed(book, first, hash)? else { return Ok(None) };
    let secret = secret().ok_or(StorageFailed)?;
    let now = book.now();
    book.remove_staff_links(None, now.saturating_sub(STAFF_LINK_MS))?;
    book.put_staff_link(&secret.hash(), &member.address, now)?;
    Ok(Some((member, secret)))
}

/// Opens a link to the desk: it serves once, and only for who is still on the list.
pub fn open(
    book: &impl Book,
    first: Option<&str>,
    link: &LinkHash,
    session: &LinkHash,
) -> Result<Option<Language>, StorageFailed> {
    let Some((address, made_at)) = book.staff_link(link)? else { return Ok(None) };
    let now = book.now();
    book.remove_staff_links(Some(link), now.saturating_sub(STAFF_LINK_MS))?;
    if now.saturating_sub(made_at) >= STAFF_LINK_MS {
        return Ok(None);
    }
    let Some(member) = members::find(book, first, &address)? else { return Ok(None) };
    book.put_staff_session(session, &StaffSession { address, began_at: now, seen_at: now })?;
    Ok(Some(member.language))
}

/// Who makes a call, if they may: whoever left the list since they signed in may nothing any more.
pub fn signed_in(book: &impl Book, first: Option<&str>, who: &Who, needs: Authority) -> Decided<Staff> {
    let address = match who {
        Who::Session(session) => match of_session(book, session)? {
            Some(address) => address,
            None => return Ok(Err(Problem::NotSignedIn)),
        },
        Who::Access(address) => member::normal(address),
    };
    let Some(member) = members::find(book, first, &address)? else { return Ok(Err(Problem::NotSignedIn)) };
    if member.authority < needs {
        return Ok(Err(Problem::NotAllowed));
    }
    Ok(Ok(Staff { member }))
}

/// The address of a session that has not ended; noted as used.
fn of_session(book: &impl Book, session: &LinkHash) -> Result<Option<String>, StorageFailed> {
    let now = book.now();
    let Some(known) = book.staff_session(session)? else { return Ok(None) };
    if now.saturating_sub(known.seen_at) >= STAFF_IDLE_MS || now.saturating_sub(known.began_at) >= STAFF_SESSION_MS {
        book.remove_staff_session(session)?;
        return Ok(None);
    }
    if now.saturating_sub(known.seen_at) >= SEEN_STEP_MS {
        book.put_staff_session(session, &StaffSession { seen_at: now, ..known.clone() })?;
    }
    Ok(Some(known.address))
}

/// Ends a session; one that is not there has ended already.
pub fn sign_out(book: &impl Book, who: &Who) -> Decided<()> {
    if let Who::Session(session) = who {
        book.remove_staff_session(session)?;
    }
    Ok(Ok(()))
}
