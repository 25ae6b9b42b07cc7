//! Somebody on their own page, behind the receipt's link.

use crate::calm::{Calm, secret};
use domain::call::{ChangeRequest, OpenRequest, OwnPage, WithdrawRequest};
use domain::draft::Answers;
use domain::ledger::{links, own};
use domain::link::LinkHash;
use domain::problem::Problem;
use domain::reference::Reference;
use domain::standing::Standing;

/// A session behind the receipt's link.
pub struct Visitor {
    pub session: LinkHash,
    pub of: Reference,
}

impl Visitor {
    /// Opens the link of a receipt.
    ///
    /// # Panics
    /// Where it is not good.
    pub fn of(calm: &Calm, number: u64) -> Self {
        let session = LinkHash::of(format!("session {number}").as_bytes());
        let request = OpenRequest { link: secret(number).hash(), session: session.clone() };
        calm.decide(move |book| links::open(book, None, &request)).expect("a link that is good");
        Self { session, of: calm.record(number).reference }
    }

    fn request(&self) -> WithdrawRequest {
        WithdrawRequest { session: self.session.clone(), of: self.of.clone() }
    }

    pub fn withdraw(&self, calm: &Calm) -> Result<OwnPage, Problem> {
        let request = self.request();
        calm.decide(move |book| own::withdraw(book, &request))
    }

    pub fn come_back(&self, calm: &Calm) -> Result<Standing, Problem> {
        let request = self.request();
        calm.decide(move |book| own::come_back(book, &request)).map(|page| page.standing)
    }

    /// What the page shows.
    ///
    /// # Panics
    /// Where the session has ended.
    pub fn read(&self, calm: &Calm) -> OwnPage {
        calm.own_page(&self.session).expect("a session")
    }

    /// Changes answers of what the page shows.
    pub fn change(&self, calm: &Calm, seen: u32, change: impl FnOnce(&mut Answers)) -> Result<OwnPage, Problem> {
        let mut answers: Answers = self.read(calm).answers.into_iter().collect();
        change(&mut answers);
        let request = ChangeRequest { session: self.session.clone(), of: self.of.clone(), seen, answers };
        calm.decide(move |book| own::change(book, &request))
    }
}
