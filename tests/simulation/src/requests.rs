//! Mentors who are asked for mentees, in the world without faults: what staff and each of the two press.
//!
//! Everything here panics where it does not find what it works with.
#![allow(clippy::missing_panics_doc, reason = "that is how a test tells it")]

use crate::calm::{Calm, id};
use crate::desk::CHIEF;
use crate::two::{Phone, open};
use domain::calendar;
use domain::call::{AnswerRequest, Millis, ReadRequestRequest, RequestPage};
use domain::desk::call::{AskMentorRequest, SetMentorRequest};
use domain::ledger::{Record, mentors, requests};
use domain::outbox::Fact;
use domain::problem::Problem;
use domain::programme::Role;
use domain::request::Stage;
use domain::standing::{LETTER_WAITS_MS, Standing};

pub const ALUMNI: &str = "ki-alumni";

/// The numbers of a mentor with one place, and of two who want one.
pub const MENTOR: u64 = 1;
pub const MENTEE: u64 = 2;
pub const OTHER: u64 = 3;

/// All three are there, and the two have opened their letters.
pub fn begun() -> Calm {
    let mut calm = Calm::default();
    mentor(&mut calm, MENTOR, 1);
    for number in [MENTEE, OTHER] {
        calm.received(number, ALUMNI, Role::Mentee);
        open(&calm, number, Fact::ApplicantLetter);
    }
    calm.work();
    calm
}

/// Asked, and the letters have gone.
pub fn asked() -> Calm {
    let mut calm = begun();
    ask(&calm, MENTEE, MENTOR).expect("it may be");
    calm.pass(LETTER_WAITS_MS + 60_000);
    calm
}

pub fn agreed() -> Calm {
    let mut calm = asked();
    open(&calm, MENTEE, Fact::RequestLetter).answer(MENTEE, true).expect("it may be");
    calm.work();
    calm
}

pub fn paired() -> Calm {
    let mut calm = agreed();
    open(&calm, MENTEE, Fact::ChoiceLetter).answer(MENTEE, true).expect("it may be");
    let seen = calm.record(MENTEE).version;
    calm.bring(MENTEE, seen, Standing::Paired).expect("it may be");
    calm.pass(LETTER_WAITS_MS + 60_000);
    assert_eq!(calm.run.failure().map(|failure| format!("{failure:?}")), None);
    calm
}

pub fn sent(calm: &Calm, fact: Fact) -> usize {
    calm.letters(MENTEE, fact).len()
}

/// A mentor who is checked and listed, with so many places.
pub fn mentor(calm: &mut Calm, number: u64, places: u32) -> Record {
    let seen = calm.received(number, ALUMNI, Role::Mentor).version;
    let seen = calm.bring(number, seen, Standing::UnderReview).expect("it may be").version;
    let typed = checked(seen, places);
    let set = calm.decide(move |book| mentors::set(book, &id(number), CHIEF, &typed)).expect("it may be set");
    calm.bring(number, set.version, Standing::Listed).expect("it may be listed");
    calm.pass(11 * 60_000);
    calm.record(number)
}

/// What staff write of a mentor whom they have checked.
pub fn checked(seen: u32, places: u32) -> SetMentorRequest {
    SetMentorRequest {
        reference: String::new(),
        seen,
        checked: "Ringde arbetsplatsen.".to_owned(),
        free: places.to_string(),
        paused_until: String::new(),
    }
}

/// Staff ask a mentor for a mentee.
pub fn ask(calm: &Calm, mentee: u64, mentor: u64) -> Result<Record, Problem> {
    let (record, mentor) = (calm.record(mentee), calm.record(mentor).reference);
    let request = AskMentorRequest {
        reference: record.reference.as_str().to_owned(),
        seen: record.version,
        mentor: mentor.as_str().to_owned(),
        letter: None,
    };
    calm.decide(move |book| requests::ask(book, &record, CHIEF, &request))
}

impl Phone<'_> {
    /// Says yes or no to the request about a mentee.
    pub fn answer(&self, mentee: u64, yes: bool) -> Result<(), Problem> {
        let record = self.calm.record(mentee);
        let asked_at = record.requests.last().map_or(0, |request| request.asked_at);
        self.answer_seen(mentee, asked_at, yes)
    }

    /// As [`Self::answer`], to the request that was made then.
    pub fn answer_seen(&self, mentee: u64, asked_at: Millis, yes: bool) -> Result<(), Problem> {
        let of = self.calm.record(mentee).reference;
        let request = AnswerRequest { session: self.session.clone(), of, asked_at, yes };
        self.calm.decide(move |book| requests::answer(book, &request))
    }

    /// What the page of the request about a mentee shows.
    pub fn request(&self, mentee: u64) -> Result<RequestPage, Problem> {
        let wanted = ReadRequestRequest { session: self.session.clone(), of: self.calm.record(mentee).reference };
        self.calm.decide(move |book| requests::read(book, &wanted))
    }
}

/// How far the last request about a mentee is.
pub fn stage(calm: &Calm, mentee: u64) -> Stage {
    calm.record(mentee).requests.last().expect("a request").stage
}

pub fn free(calm: &Calm, mentor: u64) -> u32 {
    calm.record(mentor).mentor.expect("a mentor").free
}

/// Milliseconds until the last day of the answer that is waited for is over.
pub fn until_over(calm: &Calm, mentee: u64) -> Millis {
    let record = calm.record(mentee);
    let last = &record.requests.last().expect("a request").answer_by;
    let begins = calendar::start_of(last).expect("a day");
    begins + 25 * 60 * 60 * 1000 - calm.world.clock.now()
}
