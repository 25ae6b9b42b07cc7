//! A student and a mentor who share a framework, in the world without faults: what each of the two presses.
//!
//! Everything here panics where it does not find what it works with.
#![allow(clippy::missing_panics_doc, reason = "that is how a test tells it")]

use crate::calm::{Calm, link_in};
use domain::call::{AcceptRequest, EndRequest, OpenRequest, OwnPage, ProposeRequest, RenewRequest};
use domain::draft::Answers;
use domain::framework::{Asking, Stage};
use domain::independence::Tie;
use domain::ledger::{agree, links};
use domain::letter::Letter;
use domain::link::{LinkHash, Secret};
use domain::outbox::Fact;
use domain::problem::Problem;
use domain::programme::Role;
use std::cell::Cell;

pub const DOCTORAL: &str = "doctoral";

/// Everything that one side's phone does.
pub struct Phone<'a> {
    pub calm: &'a Calm,
    pub number: u64,
    pub session: LinkHash,
}

thread_local! {
    static OPENED: Cell<u8> = const { Cell::new(0) };
}

/// Opens the link of the newest letter of that kind.
pub fn open(calm: &Calm, number: u64, fact: Fact) -> Phone<'_> {
    let letter = calm.letters(number, fact).pop().expect("a letter");
    let link = link_in(&letter.letter.text).expect("a link").hash();
    OPENED.set(OPENED.get() + 1);
    let session = Secret::from_random([OPENED.get(); 32]).hash();
    let request = OpenRequest { link, session: session.clone() };
    calm.decide(move |book| links::open(book, None, &request)).expect("it opens");
    Phone { calm, number, session }
}

impl Phone<'_> {
    fn newest(&self) -> u32 {
        self.calm.record(self.number).framework.expect("a framework").newest()
    }

    pub fn accept(&self, ties: &[Tie]) -> Result<OwnPage, Problem> {
        let of = self.calm.record(self.number).reference;
        let request =
            AcceptRequest { session: self.session.clone(), of, seen: self.newest(), ties: Some(ties.to_vec()) };
        self.calm.decide(move |book| agree::accept(book, &request))
    }

    pub fn propose(&self, topics: &str, ties: Option<&[Tie]>) -> Result<OwnPage, Problem> {
        let record = self.calm.record(self.number);
        let framework = record.framework.expect("a framework");
        let mut answers: Answers = framework.answers(framework.newest()).expect("answers").clone();
        answers.insert("topics".to_owned(), vec![topics.to_owned()]);
        let (session, ties) = (self.session.clone(), ties.map(<[Tie]>::to_vec));
        let request = ProposeRequest { session, of: record.reference, seen: framework.newest(), answers, ties };
        self.calm.decide(move |book| agree::propose(book, &request))
    }

    pub fn renew(&self) -> Result<OwnPage, Problem> {
        let request = RenewRequest { session: self.session.clone(), of: self.calm.record(self.number).reference };
        self.calm.decide(move |book| agree::renew(book, &request))
    }

    pub fn end(&self, erases: bool) -> Result<OwnPage, Problem> {
        let request = EndRequest { session: self.session.clone(), of: self.calm.record(self.number).reference, erases };
        self.calm.decide(move |book| agree::end(book, &request))
    }
}

/// The student has sent it; the mentor is written to when they open their link.
pub fn sent(number: u64) -> Calm {
    let mut calm = Calm::default();
    calm.received(number, DOCTORAL, Role::Framework);
    calm
}

/// The mentor has been written to.
pub fn shared() -> Calm {
    let mut calm = sent(1);
    open(&calm, 1, Fact::ApplicantLetter);
    calm.work();
    calm
}

pub fn asking(calm: &Calm) -> Asking {
    let tasks: Vec<_> = Fact::ALL.into_iter().filter_map(|fact| calm.task(1, fact)).collect();
    Asking::of(&tasks)
}

pub fn stage(calm: &Calm) -> Stage {
    calm.record(1).framework.expect("a framework").stage()
}

/// How many letters of each kind there are: to ask, to remind, to tell the student.
pub fn letters(calm: &Calm) -> [usize; 3] {
    [Fact::MentorLetter, Fact::MentorReminder, Fact::NoAnswerLetter].map(|fact| calm.letters(1, fact).len())
}

pub fn last_letter(calm: &Calm, fact: Fact) -> Letter {
    calm.letters(1, fact).pop().expect("a letter").letter
}
