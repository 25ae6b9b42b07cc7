//! Mentors who are asked for mentees, in the world without faults: what staff and each of the two press.
//!
//! Everything here panics where it does not find what it works with.
#![allow(clippy::missing_panics_doc, reason = "that is how a test tells it")]

use crate::calm::{Calm, id};
use crate::desk::CHIEF;
use crate::two::{Phone, open};
use domain::calendar;
use domain::call::{
    AnswerRequest, ExplainRequest, Millis, ReadOwnRequest, ReadRequestRequest, RequestPage, SetWishesRequest,
    TalkRequest, TypedWish, WishesPage,
};
use domain::desk::call::{AskMentorRequest, Seen, SetMentorRequest};
use domain::ledger::{Record, change, mentors, requests, wishes};
use domain::outbox::Fact;
use domain::problem::Problem;
use domain::programme::Role;
use domain::request::{Reason, Stage};
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

/// Staff say how many more a mentor can take.
pub fn places(calm: &Calm, number: u64, free: u32) {
    let typed = checked(calm.record(number).version, free);
    calm.decide(move |book| mentors::set(book, &id(number), CHIEF, &typed)).expect("it may be set");
}

/// A mentor says how they want to be shown.
pub fn show(calm: &Calm, number: u64, how: &str) {
    let mut draft = calm.record(number).draft;
    draft.answers.insert("shown".to_owned(), vec![how.to_owned()]);
    let seen = calm.record(number).version;
    calm.decide(move |book| change::edit(book, &id(number), seen, &draft)).expect("it may be");
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

/// The mentee opens the newest letter of that kind and wishes for mentors.
pub fn wish(calm: &Calm, fact: Fact, mentors: &[u64], avoid: &str) -> Result<(), Problem> {
    let typed: Vec<(u64, &str)> = mentors.iter().map(|mentor| (*mentor, "")).collect();
    open(calm, MENTEE, fact).wish(&typed, avoid)
}

/// Staff let those be asked whom the mentee wishes for.
pub fn ask_in_turn(calm: &Calm) -> Result<Record, Problem> {
    let record = calm.record(MENTEE);
    let request = Seen { reference: record.reference.as_str().to_owned(), seen: record.version };
    calm.decide(move |book| requests::ask_in_turn(book, &record, CHIEF, &request))
}

impl Phone<'_> {
    /// The page of mentors of whoever has opened it.
    pub fn wishes(&self) -> Result<WishesPage, Problem> {
        let (names, request) = (self.calm.world.names.clone(), ReadOwnRequest { session: self.session.clone() });
        self.calm.decide(move |book| wishes::read(book, &names, &request))
    }

    /// Wishes for mentors, each with a word, as the page stands now.
    pub fn wish(&self, mentors: &[(u64, &str)], avoid: &str) -> Result<(), Problem> {
        let seen = self.calm.record(self.number).wishes.map_or(0, |wishes| wishes.edits);
        self.wish_seen(mentors, avoid, seen)
    }

    /// As [`Self::wish`], of a page on which the wishes had been changed so often.
    pub fn wish_seen(&self, mentors: &[(u64, &str)], avoid: &str, seen: u32) -> Result<(), Problem> {
        let typed = mentors
            .iter()
            .map(|(mentor, word)| TypedWish { mentor: self.calm.record(*mentor).reference, word: (*word).to_owned() });
        let request = SetWishesRequest {
            session: self.session.clone(),
            of: self.calm.record(self.number).reference,
            seen,
            wishes: typed.collect(),
            avoid: avoid.to_owned(),
        };
        self.calm.decide(move |book| wishes::set(book, &request))
    }

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

    /// Asks a question about a mentee, or replies to it.
    pub fn talk(&self, mentee: u64, text: &str) -> Result<(), Problem> {
        let record = self.calm.record(mentee);
        let asked_at = record.requests.last().map_or(0, |request| request.asked_at);
        let (session, text) = (self.session.clone(), text.to_owned());
        let request = TalkRequest { session, of: record.reference, asked_at, text };
        self.calm.decide(move |book| requests::talk(book, &request))
    }

    /// Says why the answer about a mentee was a no.
    pub fn explain(&self, mentee: u64, reason: Reason) -> Result<(), Problem> {
        let record = self.calm.record(mentee);
        let asked_at = record.requests.first().map_or(0, |request| request.asked_at);
        let request = ExplainRequest { session: self.session.clone(), of: record.reference, asked_at, reason };
        self.calm.decide(move |book| requests::explain(book, &request))
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
