//! Somebody of the staff in the world without faults: on the list, signed in by a letter, making calls.

#![allow(clippy::missing_panics_doc, reason = "a test helper that panics is a test that fails")]

use crate::calm::{Calm, MemoryBook, link_in};
use domain::call::OpenRequest;
use domain::desk::call::{SetMembersRequest, SignInRequest};
use domain::desk::member::{Authority, Member};
use domain::ledger::staff::{self, Staff, Who};
use domain::ledger::{Decided, links, members};
use domain::link::{LinkHash, Opened, Secret};
use domain::problem::Problem;
use domain::text::Language;

/// The first administrator as configured, and as compared.
pub const FIRST: &str = "First@Example.org";
pub const CHIEF: &str = "first@example.org";

pub fn member(address: &str, authority: Authority, programmes: &[&str]) -> Member {
    Member {
        address: address.to_owned(),
        name: "Sam Sample".to_owned(),
        authority,
        programmes: programmes.iter().map(|slug| (*slug).to_owned()).collect(),
        daily_letter: true,
        language: Language::Sv,
    }
}

/// A world with a first administrator and these others.
pub fn staffed(others: &[Member]) -> Calm {
    let calm = Calm::with_first_administrator(FIRST);
    let request = SetMembersRequest { seen: 0, members: others.to_vec() };
    calm.decide(move |book| members::set(book, CHIEF, &request)).unwrap();
    calm
}

pub fn ask(calm: &Calm, address: &str) {
    let request = SignInRequest { address: address.to_owned() };
    calm.decide(move |book| staff::ask(book, &request)).unwrap();
}

/// The secret of the newest link that went to an address.
pub fn link(calm: &Calm, address: &str) -> Option<Secret> {
    let letters = calm.world.staff_letters();
    let newest = letters.iter().rev().find(|letter| letter.to == address && letter.text.contains("/l/"))?;
    link_in(&newest.text)
}

pub fn open(calm: &Calm, secret: &Secret) -> Result<LinkHash, Problem> {
    let session = LinkHash::of(format!("session of {}", secret.as_str()).as_bytes());
    let request = OpenRequest { link: secret.hash(), session: session.clone() };
    let opened = calm.decide(move |book| links::open(book, Some(FIRST), &request))?;
    assert!(matches!(opened, Opened::Desk(_)));
    Ok(session)
}

/// Signs in by a letter.
pub fn sign_in(calm: &mut Calm, address: &str) -> Who {
    ask(calm, address);
    calm.work();
    let secret = link(calm, address).unwrap();
    Who::Session(open(calm, &secret).unwrap())
}

/// Does something as somebody of the staff.
pub fn by<T: 'static>(
    calm: &Calm,
    who: &Who,
    needs: Authority,
    work: impl FnOnce(&MemoryBook, &Staff) -> Decided<T> + 'static,
) -> Result<T, Problem> {
    let who = who.clone();
    calm.decide(move |book| match staff::signed_in(book, Some(FIRST), &who, needs)? {
        Ok(staff) => work(book, &staff),
        Err(problem) => Ok(Err(problem)),
    })
}
