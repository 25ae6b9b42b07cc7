//! Letters: only from the outbox, once to a person, marked to staff, and never to who should not get one.

use super::{Watch, short};
use crate::answers::MARK;
use crate::rows::Rows;
use crate::world::World;
use domain::application::Application;
use domain::calendar;
use domain::call::{DraftId, Millis};
use domain::desk::row;
use domain::framework::{MENTOR_EMAIL, Side};
use domain::ledger::{Addressee, Record};
use domain::letter::Letter;
use domain::live::Live;
use domain::outbox::{Fact, TaskState};
use domain::programme::programme;
use domain::standing::Standing;
use domain::text::Language;
use domain::words::letter::DUPLICATE_MARK;
use std::rc::Rc;

/// What was begun may still go on for so long: an effect's 20 s, and the alarm's steps before it.
const UNDER_WAY_MS: Millis = 45_000;

impl Watch {
    /// A letter is handed over.
    pub fn letter_leaves(&mut self, world: &World, letter: &Letter, fact: Fact, id: &DraftId, addressee: Addressee) {
        let rows = world.book.rows();
        let Some(record) = rows.records.get(id) else {
            let is_recent = self.erased.get(id).is_some_and(|at| world.clock.real() - at <= UNDER_WAY_MS);
            if !is_recent {
                self.fail(
                    "letters leave only from the outbox",
                    format!("{} {}: no such record", short(id), fact.key()),
                );
            }
            return;
        };
        if rows.task(id, fact).is_none_or(|task| task.state != TaskState::Leased) {
            self.fail("letters leave only from the outbox", format!("{} {} was not taken up", short(id), fact.key()));
        }
        let reader = reader(&rows, record, letter, fact);
        if !letter.subject.contains(reader.reference.as_str()) {
            self.fail("every letter names the reference that stands", short(id));
        }
        let lives = self.lives(world, record);
        match addressee {
            Addressee::Staff if !lives.iter().any(|live| live.contact == letter.to) => {
                self.fail("staff letters go to the programme's contact", short(id));
            }
            Addressee::Staff => {}
            Addressee::Person => self.personal_letter(letter, fact, reader, other(&rows, record, reader)),
        }
        if fact == Fact::OpenedLetter {
            self.opened_letter(world, record, &lives);
        }
    }

    fn personal_letter(&mut self, letter: &Letter, fact: Fact, record: &Record, other: Option<&Record>) {
        let application = Application::kept(&record.draft);
        let answer = |id| application.as_ref()?.answer(id)?.first().cloned();
        let (own, mentor) = (application.as_ref().and_then(Application::email), answer(MENTOR_EMAIL));
        let email = if fact.side() == Some(Side::Mentor) { mentor.as_deref() } else { own };
        if email != Some(letter.to.as_str()) && !record_was_edited(record) {
            self.fail("a person's letter goes to the address they gave", short(&record.id));
        }
        // Between the two of a pair the addresses are named.
        let addresses = [own, mentor.as_deref()].into_iter().flatten().filter(|_| fact.is_of_a_framework());
        // And of a new pair how the other is reached.
        let other = other.filter(|_| matches!(fact, Fact::IntroductionLetter | Fact::DecisionLetter));
        let reached = other.into_iter().flat_map(|other| {
            let email = Application::kept(&other.draft).and_then(|other| other.email().map(str::to_owned));
            [Some(row::name(other).to_owned()), email].into_iter().flatten()
        });
        let reached: Vec<String> = reached.collect();
        let addresses = addresses.chain(reached.iter().map(String::as_str));
        let said = [&letter.subject, &letter.text, &letter.html]
            .map(|text| addresses.clone().fold(text.clone(), |text, address| text.replace(address, "")));
        if said.iter().any(|text| text.contains(MARK)) {
            self.fail("letters to persons hold nothing that was typed", short(&record.id));
        }
        if record.draft.is_suspect() {
            self.fail("what is probably not a person gets no letter", short(&record.id));
        }
    }

    fn opened_letter(&mut self, world: &World, record: &Record, lives: &[Live]) {
        let now = world.clock.now();
        let days = [now - UNDER_WAY_MS, now, now + UNDER_WAY_MS].map(calendar::day);
        if !lives.iter().any(|live| days.iter().any(|day| live.is_open(day))) {
            self.fail("nobody is told that something opens while it is closed", short(&record.id));
        }
        let since = self.withdrawn.get(&record.id).map_or(0, |at| world.clock.real() - at);
        if record.standing == Standing::Withdrawn && since > UNDER_WAY_MS {
            self.fail("nobody is told after cancelling", short(&record.id));
        }
    }

    /// What stands of a record's programme, and what stood a moment ago.
    fn lives(&self, world: &World, record: &Record) -> Vec<Live> {
        let slug = &record.draft.programme;
        let rows = world.book.rows();
        let now = rows.live_of(slug).map(|version| version.live.clone());
        let now = now.or_else(|| programme(slug).map(|programme| Live::of_file(programme, true)));
        let recent = self.earlier.get(slug).filter(|(until, _)| world.clock.real() - until <= UNDER_WAY_MS);
        now.into_iter().chain(recent.map(|(_, live)| live.clone())).collect()
    }

    pub fn letter_refused(&mut self, id: &DraftId, fact: Fact) {
        self.refused.insert((id.clone(), fact));
    }

    /// A letter is in somebody's mailbox.
    pub fn letter_arrives(&mut self, world: &World, letter: &Letter, name: &str, fact: Fact, id: &DraftId) {
        if fact.is_of_a_framework() || fact.is_of_a_request() || fact == Fact::DecisionLetter {
            // Each has a name of its own.
            if !self.named.insert(name.to_owned()) && !self.was_restored {
                self.fail("a person gets each letter once", format!("{} {}", short(id), fact.key()));
            }
            return;
        }
        // An older version knows less of the letters that have gone, and is better than none.
        let is_older = self.was_restored && self.is_spoilt(world, id);
        let count = self.arrived.entry((id.clone(), fact)).or_default();
        *count += 1;
        if *count == 1 || is_older {
            return;
        }
        if fact.is_to_a_person() {
            self.fail("a person gets each letter once", format!("{} {}", short(id), fact.key()));
        } else if !letter.subject.contains(DUPLICATE_MARK.say(Language::Sv)) {
            self.fail("a second staff letter is marked as a possible duplicate", short(id));
        }
    }

    pub(super) fn count(&self, id: &DraftId, fact: Fact) -> u32 {
        self.arrived.get(&(id.clone(), fact)).copied().unwrap_or(0)
    }

    /// After the loss of all that was known of an application, it begins anew.
    pub(super) fn forget_letters(&mut self, id: &DraftId) {
        self.arrived.retain(|(of, _), _| of != id);
        self.refused.retain(|(of, _)| of != id);
    }
}

/// A letter under way goes to the address that stood when it was taken up.
fn record_was_edited(record: &Record) -> bool {
    record.history.iter().any(|event| event.what == domain::ledger::Happening::Edited)
}

/// Whom a letter about a record is for: of a request it may be the mentor.
fn reader<'a>(rows: &'a Rows, record: &'a Record, letter: &Letter, fact: Fact) -> &'a Record {
    let mentor = record.requests.last().and_then(|request| rows.records.get(&request.mentor)).map(Rc::as_ref);
    let is_theirs = |mentor: &&Record| match fact {
        Fact::RequestLetter | Fact::IntroductionLetter => true,
        Fact::RequestReminder => letter.subject.contains(mentor.reference.as_str()),
        _ => false,
    };
    mentor.filter(is_theirs).unwrap_or(record)
}

/// The other of a pair.
fn other<'a>(rows: &'a Rows, record: &'a Record, reader: &Record) -> Option<&'a Record> {
    if reader.id != record.id {
        return Some(record);
    }
    let is_paired = record.standing == Standing::Paired;
    record.request().filter(|_| is_paired).and_then(|request| rows.records.get(&request.mentor)).map(Rc::as_ref)
}
