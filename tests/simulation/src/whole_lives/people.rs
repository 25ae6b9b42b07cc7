//! What people do by chance: mentees and mentors on their phones.

use super::{Lives, number_of};
use crate::calm::{Calm, id};
use crate::requests::ALUMNI;
use crate::two::Phone;
use crate::visitor::Visitor;
use domain::calendar;
use domain::call::{DirectoryRequest, DraftId, Millis, OfferRequest, OpenRequest, SetWishesRequest, TypedWish};
use domain::ledger::{Record, links, mentors, wishes};
use domain::link::LinkHash;
use domain::outbox::{DAY_MS, Fact};
use domain::problem::Problem;
use domain::programme::Role;
use domain::reference::Reference;
use domain::request::Stage;
use domain::standing::Standing;
use domain::wish::WISHES_MAX;

/// Something that somebody is going to do.
#[derive(Clone, Copy)]
pub(super) enum Deed {
    Apply(u64, Role),
    /// Opens the first letter; a mentee may wish there.
    Open(u64),
    /// Answers what was asked then about a mentee.
    Answer {
        who: u64,
        mentee: u64,
        asked_at: Millis,
        yes: bool,
    },
    Pause(u64),
    /// Takes back what was sent; a mentor may also write to staff, who then end it.
    Leave(u64),
}

impl Deed {
    pub(super) const fn is_a_leaving(&self) -> bool {
        matches!(self, Self::Leave(_) | Self::Pause(_))
    }
}

impl Lives {
    pub(super) fn act(&mut self, deed: Deed) {
        match deed {
            Deed::Apply(number, role) => self.apply(number, role),
            Deed::Open(number) => self.open_first(number),
            Deed::Answer { who, mentee, asked_at, yes } => self.answer(who, mentee, asked_at, yes),
            Deed::Pause(mentor) => self.pause(mentor),
            Deed::Leave(number) => self.leave(number),
        }
    }

    /// Somebody reads a letter, and is going to do something because of it, or not.
    pub(super) fn read_letter(&mut self, fact: Fact, of: &DraftId, reader: u64) {
        let record = self.calm.rows().records.get(of).cloned().expect("a record");
        let asked_at = record.requests.last().map_or(0, |request| request.asked_at);
        // Of a hundred: who says yes, who says no; the others are silent.
        let (yes, no) = match fact {
            Fact::ApplicantLetter => return self.in_days(1, 3, Deed::Open(reader)),
            Fact::RequestLetter => (50, 25),
            Fact::ChoiceLetter => (70, 15),
            Fact::RequestReminder => (30, 20),
            _ => return,
        };
        let drawn = self.chance.below(100);
        if drawn < yes + no {
            let days = if fact == Fact::RequestReminder { (0, 2) } else { (0, 5) };
            let deed = Deed::Answer { who: reader, mentee: number_of(&record), asked_at, yes: drawn < yes };
            self.in_days(days.0 + 1, days.1 + 1, deed);
        }
    }

    /// Opens the link of the newest letter that somebody has.
    fn phone(&mut self, number: u64) -> LinkHash {
        self.sessions += 1;
        let session = LinkHash::of(format!("phone {}", self.sessions).as_bytes());
        let link = self.links.get(&number).cloned().expect("a letter with a link");
        let request = OpenRequest { link, session: session.clone() };
        self.calm.decide(move |book| links::open(book, None, &request)).expect("it opens");
        session
    }

    fn open_first(&mut self, number: u64) {
        let session = self.phone(number);
        if !self.mentees.contains(&number) || !self.chance.per_mille(800) {
            return;
        }
        let record = self.calm.record(number);
        if !record.may_wish() {
            // Staff were quicker, or it has been taken back.
            return;
        }
        // The page of mentors may be a little old; whoever meets a mentor who is full by now reads it again.
        if self.shown.is_empty() || self.wish(&record, &session) == Err(Problem::Changed) {
            self.shown = directory(&self.calm);
            self.wish(&record, &session).expect("they may be wished for");
        }
    }

    fn wish(&mut self, record: &Record, session: &LinkHash) -> Result<(), Problem> {
        let mut wished: Vec<Reference> = Vec::new();
        for _ in 0..=self.chance.below(WISHES_MAX) {
            // Some are much sought after: places are to run out.
            let place = self.chance.below(self.shown.len()).min(self.chance.below(self.shown.len()));
            if let Some(mentor) = self.shown.get(place).filter(|mentor| !wished.contains(mentor)) {
                wished.push(mentor.clone());
            }
        }
        let typed = wished.into_iter().map(|mentor| TypedWish { mentor, word: "Hej.".to_owned() }).collect();
        let (session, of) = (session.clone(), record.reference.clone());
        let request = SetWishesRequest { session, of, seen: 0, wishes: typed, avoid: String::new() };
        self.calm.decide(move |book| wishes::set(book, &request))
    }

    /// Says yes or no. Whatever was decided meanwhile stands, and a yes for which no place is left is a no.
    fn answer(&mut self, who: u64, mentee: u64, asked_at: Millis, yes: bool) {
        let session = self.phone(who);
        let before = self.calm.record(mentee);
        let role = if self.mentors.contains(&who) { Role::Mentor } else { Role::Mentee };
        let is_theirs = |record: &Record| {
            record.requests.last().is_some_and(|last| {
                last.asked_at == asked_at
                    && last.waits_for() == Some(role)
                    && (role == Role::Mentee || last.mentor == id(who))
            })
        };
        let waits = is_theirs(&before);
        let phone = Phone { calm: &self.calm, number: who, session };
        let mut said = phone.answer_seen(mentee, asked_at, yes);
        let is_full = said == Err(Problem::NoPlace);
        if is_full {
            assert!(yes && role == Role::Mentor && waits, "only a mentor's yes can find no place");
            said = phone.answer_seen(mentee, asked_at, false);
        }
        self.full += usize::from(is_full);
        let after = self.calm.record(mentee);
        if waits {
            assert_eq!(said, Ok(()), "what is waited for is heard");
        } else {
            assert_eq!(before.version, after.version, "what is waited for no more changes nothing");
        }
        if after.requests.last().is_some_and(|last| last.stage == Stage::Agreed) && waits {
            *self.agreed.entry(after.id.clone()).or_default() += 1;
            self.places_hold(&id(who));
        }
    }

    /// No mentor has said more yeses that stand than they have places.
    fn places_hold(&self, mentor: &DraftId) {
        let rows = self.calm.rows();
        let holds = |mentee: &&DraftId| rows.records.get(mentee).is_some_and(|one| one.place() == Some(mentor));
        let held = rows.requests_of(mentor).filter(holds).count();
        let free = rows.records.get(mentor).and_then(|record| record.mentor.as_deref()).map_or(0, |kept| kept.free);
        assert_eq!(held + free as usize, self.places[mentor], "places taken and free");
    }

    fn pause(&mut self, mentor: u64) {
        let record = self.calm.record(mentor);
        let Some(kept) = record.mentor.as_deref().filter(|_| record.standing == Standing::Listed) else { return };
        let days = i64::from(self.between(14, 40));
        let paused_until = calendar::day(self.calm.world.clock.now() + days * DAY_MS);
        let (free, seen) = (kept.free.to_string(), kept.free);
        let session = self.phone(mentor);
        let request = OfferRequest { session, of: record.reference, seen, free, paused_until };
        self.calm.decide(move |book| mentors::offer(book, &request)).expect("it may be");
    }

    fn leave(&mut self, number: u64) {
        let record = self.calm.record(number);
        let may = record.role().is_some_and(|role| record.standing.may_be_withdrawn(role));
        if record.standing == Standing::Listed && self.chance.half() {
            self.decide(&record, Standing::Ended);
        } else if may {
            Visitor::of(&self.calm, number).withdraw(&self.calm).expect("it may be");
        }
    }
}

/// The mentors whom a mentee can wish for, as the page has them.
fn directory(calm: &Calm) -> Vec<Reference> {
    let (mut shown, mut after) = (Vec::new(), None);
    loop {
        let request = DirectoryRequest { programme: ALUMNI.to_owned(), after };
        let page = calm.decide(move |book| wishes::directory(book, &request)).expect("it is shown");
        shown.extend(page.cards.into_iter().map(|card| card.reference));
        after = page.next;
        if after.is_none() {
            return shown;
        }
    }
}
