//! Thousands of people through their whole life with the portal, in the world without faults: each applies, opens letters, wishes,
//! answers or is silent, pauses, leaves; staff do each working day what the desk's queue says; and time passes day by day.
//!
//! Everything here panics where it does not find what it works with.
#![allow(clippy::missing_panics_doc, reason = "that is how a test tells it")]

mod people;
mod staff;

use crate::acts::link_in;
use crate::calm::{Calm, draft, request};
use crate::chance::Chance;
use crate::requests::ALUMNI;
use domain::calendar;
use domain::call::{DraftId, Millis};
use domain::ledger::Record;
use domain::link::LinkHash;
use domain::outbox::{DAY_MS, Fact};
use domain::programme::Role;
use domain::reference::Reference;
use domain::standing::Standing;
use people::Deed;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

/// Each thing that people or staff do is followed by so long: every letter of it has gone.
const WHILE_MS: Millis = 20 * 60_000;
/// Alarms in one wait: more than ever are due.
const ALARMS_MAX: usize = 10_000;
/// Days over which mentees apply, the first after some of the mentors are listed.
const APPLYING: Range<u32> = 3..23;

/// Everybody, and what is to come.
pub struct Lives {
    pub calm: Calm,
    /// Mentors have the numbers from 1 on, mentees those that follow.
    pub mentors: Range<u64>,
    pub mentees: Range<u64>,
    /// How many each mentor takes.
    pub places: BTreeMap<DraftId, usize>,
    /// How many decisions staff have made that somebody is written to about, by record.
    pub decided: BTreeMap<DraftId, usize>,
    /// How often a mentor has said yes, by the mentee.
    pub agreed: BTreeMap<DraftId, usize>,
    /// Mentors' yeses that came when every place was taken.
    pub full: usize,
    /// The longest queue that the desk has had.
    pub queue_max: usize,
    /// Whole days since everything began.
    pub day: u32,
    chance: Chance,
    agenda: BTreeMap<u32, Vec<Deed>>,
    /// The newest link that somebody has by letter.
    links: BTreeMap<u64, LinkHash>,
    /// The page of mentors, as it was read last.
    shown: Vec<Reference>,
    /// Letters that have been read.
    read: usize,
    /// Sessions that have begun.
    sessions: u64,
}

impl Lives {
    /// All of them are to come.
    pub fn new(mentors: u64, mentees: u64, seed: u64) -> Self {
        let mut lives = Self {
            calm: Calm::default(),
            mentors: 1..mentors + 1,
            mentees: mentors + 1..mentors + mentees + 1,
            places: BTreeMap::new(),
            decided: BTreeMap::new(),
            agreed: BTreeMap::new(),
            full: 0,
            queue_max: 0,
            day: 0,
            chance: Chance::of(seed),
            agenda: BTreeMap::new(),
            links: BTreeMap::new(),
            shown: Vec::new(),
            read: 0,
            sessions: 0,
        };
        for number in lives.mentors.clone() {
            lives.mentor_to_come(number);
        }
        for number in lives.mentees.clone() {
            lives.mentee_to_come(number);
        }
        lives
    }

    /// One day, from ten o'clock to ten o'clock: staff first, if it is a working day, then whoever leaves, then everybody else.
    pub fn pass_a_day(&mut self) {
        self.shown.clear();
        let ends = self.calm.world.clock.real() + DAY_MS;
        if calendar::is_working_day(&self.today()) {
            self.staff_work();
        }
        self.wait(WHILE_MS);
        let (leave, others): (Vec<Deed>, Vec<Deed>) =
            self.agenda.remove(&self.day).unwrap_or_default().into_iter().partition(Deed::is_a_leaving);
        for deeds in [leave, others] {
            for deed in deeds {
                self.act(deed);
            }
            self.wait(WHILE_MS);
        }
        self.wait(ends - self.calm.world.clock.real());
        self.day += 1;
    }

    /// Time passes, and the letters that have come are read.
    fn wait(&mut self, millis: Millis) {
        self.calm.run.pass(millis, ALARMS_MAX);
        assert_eq!(self.calm.run.failure(), None);
        let world = Rc::clone(&self.calm.world);
        let come: Vec<_> = world.posted.borrow()[self.read..]
            .iter()
            .filter(|posted| posted.fact.is_to_a_person())
            .map(|posted| (posted.fact, posted.id.clone(), number(&posted.letter.to), link_in(&posted.letter.text)))
            .collect();
        self.read = world.posted.borrow().len();
        for (fact, of, reader, link) in come {
            if let Some(link) = link {
                self.links.insert(reader, link.hash());
            }
            self.read_letter(fact, &of, reader);
        }
    }

    pub fn today(&self) -> String {
        calendar::day(self.calm.world.clock.now())
    }

    /// The records of all mentees.
    pub fn of_mentees(&self) -> Vec<Rc<Record>> {
        let rows = self.calm.rows();
        rows.records.values().filter(|record| record.role() == Some(Role::Mentee)).cloned().collect()
    }

    /// Whether everybody who seeks a mentor has come, and has one or knows that there is none.
    pub fn is_over(&self) -> bool {
        let mentees = self.of_mentees();
        let all = usize::try_from(self.mentees.end - self.mentees.start).expect("a count");
        mentees.len() == all && mentees.iter().all(|record| is_settled(record))
    }

    fn on(&mut self, day: u32, deed: Deed) {
        self.agenda.entry(day.max(self.day)).or_default().push(deed);
    }

    /// So many days from now; 0 is later the same day where people have yet to act.
    fn in_days(&mut self, from: u32, to: u32, deed: Deed) {
        let days = self.between(from, to);
        self.on(self.day + days, deed);
    }

    fn between(&mut self, low: u32, high: u32) -> u32 {
        low + self.chance.points(usize::try_from(high - low + 1).expect("a few"))
    }

    fn mentor_to_come(&mut self, number: u64) {
        self.on(0, Deed::Apply(number, Role::Mentor));
        match self.chance.below(100) {
            0..8 => {
                let day = self.between(5, 60);
                self.on(day, Deed::Leave(number));
            }
            8..20 => {
                let day = self.between(5, 40);
                self.on(day, Deed::Pause(number));
            }
            _ => {}
        }
    }

    fn mentee_to_come(&mut self, number: u64) {
        let day = self.between(APPLYING.start, APPLYING.end - 1);
        self.on(day, Deed::Apply(number, Role::Mentee));
        if self.chance.per_mille(60) {
            let later = self.between(1, 40);
            self.on(day + later, Deed::Leave(number));
        }
    }

    /// Sends a valid application with an address of one's own, by which a letter's reader is known.
    fn apply(&mut self, number: u64, role: Role) {
        let mut draft = draft(ALUMNI, role, number);
        draft.answers.insert("email".to_owned(), vec![address(number)]);
        if role == Role::Mentor {
            draft.answers.insert("shown".to_owned(), vec!["name".to_owned()]);
        }
        self.calm.send(&request(number, draft)).expect("it is taken");
    }

    fn count_decided(&mut self, id: &DraftId) {
        *self.decided.entry(id.clone()).or_default() += 1;
    }
}

/// Whether nothing more is to come of it: a pair, or an end.
pub fn is_settled(record: &Record) -> bool {
    record.standing == Standing::Paired || record.standing.is_end()
}

/// The address of somebody.
pub fn address(number: u64) -> String {
    format!("person-{number}@example.org")
}

/// Whose address it is.
pub fn number(address: &str) -> u64 {
    let number = address.strip_prefix("person-").and_then(|rest| rest.strip_suffix("@example.org"));
    number.and_then(|number| number.parse().ok()).expect("somebody's address")
}

/// Whose record it is.
pub fn number_of(record: &Record) -> u64 {
    number(&record.draft.answers["email"][0])
}

/// Whether a letter is about one request.
pub const fn is_of_one_request(fact: Fact) -> bool {
    matches!(fact, Fact::RequestLetter | Fact::ChoiceLetter | Fact::RequestReminder | Fact::IntroductionLetter)
}
