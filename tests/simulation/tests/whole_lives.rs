//! Everybody's whole life at once, with a moved clock: 2,000 who seek a mentor and 500 who are one. Each has word by the day that was
//! promised, no place is taken twice, everybody comes to an end, and each letter goes once.

use domain::calendar;
use domain::call::{DraftId, Millis};
use domain::ledger::{Happening, Record};
use domain::outbox::Fact;
use domain::programme::Role;
use domain::request::{Request, Stage, Why};
use domain::standing::{LETTER_WAITS_MS, Standing};
use simulation::whole_lives::{Lives, address, is_settled, number_of};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::time::Instant;

/// Days after which nobody may wait any more.
const DAYS_MAX: u32 = 300;
/// Days that pass when all is over: nothing is to happen on them.
const QUIET_DAYS: u32 = 30;
/// A letter goes so soon after it is due, with all that are due beside it.
const SOON_MS: Millis = 5 * 60_000;

#[test]
fn everybody_has_word_by_the_promised_day_and_a_mentor_or_a_no_and_no_place_is_exceeded() {
    let began = Instant::now();
    let mut lives = Lives::new(500, 2000, 1);
    while !lives.is_over() {
        assert!(lives.day < DAYS_MAX, "somebody waits without end");
        lives.pass_a_day();
        places_hold(&lives);
        nobody_waits_without_a_day(&lives);
    }
    let days = lives.day;
    let letters = lives.calm.world.posted.borrow().len();
    for _ in 0..QUIET_DAYS {
        lives.pass_a_day();
    }
    assert_eq!(lives.calm.world.posted.borrow().len(), letters, "when all is over nobody is written to");
    everybody_came_to_an_end(&lives);
    everybody_had_word_in_time(&lives);
    each_letter_went_once(&lives);
    letters_are_as_many_as_what_they_tell_of(&lives);
    assert_eq!(lives.calm.world.watch.borrow().settled(&lives.calm.world), Ok(()));
    tell(&lives, days);
    println!("{} ms", began.elapsed().as_millis());
}

/// Yeses that stand and free places are as many as each mentor has places.
fn places_hold(lives: &Lives) {
    let rows = lives.calm.rows();
    let mut held: BTreeMap<&DraftId, usize> = BTreeMap::new();
    for mentor in rows.records.values().filter_map(|record| record.place()) {
        *held.entry(mentor).or_default() += 1;
    }
    for (mentor, places) in &lives.places {
        let free = rows.records.get(mentor).and_then(|record| record.mentor.as_deref()).map_or(0, |kept| kept.free);
        assert_eq!(held.get(mentor).copied().unwrap_or(0) + free as usize, *places, "on day {}", lives.day);
    }
}

/// Whoever has not come to an end waits for staff, who have promised a day, or for an answer that is due by one.
fn nobody_waits_without_a_day(lives: &Lives) {
    let today = lives.today();
    for record in lives.of_mentees().iter().filter(|record| !is_settled(record)) {
        let waits_for_staff = record.standing.waits_for_staff() && record.answer_by.is_some();
        let asked = record.request().filter(|request| request.waits_for().is_some());
        let waits_for_one = asked.is_some_and(|request| *request.answer_by >= *today);
        assert!(waits_for_staff || waits_for_one || record.is_to_confirm(), "{today}: {:?}", record.standing);
    }
}

fn everybody_came_to_an_end(lives: &Lives) {
    for record in lives.of_mentees() {
        let stands = record.standing;
        assert!(matches!(stands, Standing::Paired | Standing::NoMatch | Standing::Withdrawn), "{stands:?}");
        assert_eq!(record.place().is_some(), stands == Standing::Paired, "a place is a pair's");
    }
    let pairs = count(lives, Standing::Paired);
    assert!(pairs > 500 && count(lives, Standing::NoMatch) > 100 && count(lives, Standing::Withdrawn) > 20, "{pairs}");
}

/// Each mentee is taken up and written to by the day of the receipt, or has taken it back before.
fn everybody_had_word_in_time(lives: &Lives) {
    let mut written: BTreeMap<DraftId, Millis> = BTreeMap::new();
    for posted in lives.calm.world.posted.borrow().iter().filter(|posted| posted.fact == Fact::DecisionLetter) {
        written.entry(posted.id.clone()).or_insert(posted.at);
    }
    for record in lives.of_mentees() {
        let promised = record.answer_by.as_deref().expect("a day");
        let became = |event: &&domain::ledger::Event| matches!(event.what, Happening::Became(_));
        let taken_up = record.history.iter().find(became).expect("it came to something").at;
        assert!(*calendar::day(taken_up) <= *promised, "taken up on {}, promised {promised}", calendar::day(taken_up));
        let withdrawn = record.history.iter().find(|event| event.what == Happening::Became(Standing::Withdrawn));
        let word = written.get(&record.id).copied().into_iter().chain(withdrawn.map(|event| event.at)).min();
        let day = calendar::day(word.expect("a word"));
        assert!(*day <= *promised, "written to on {day}, promised {promised}");
    }
}

/// The request that a letter was about.
fn request_at(record: &Record, at: Millis) -> &Request {
    record.requests.iter().rfind(|request| request.asked_at <= at).expect("a request")
}

/// One letter to one person for each fact, of a request for each stage of it: nobody is asked or reminded twice.
fn each_letter_went_once(lives: &Lives) {
    let rows = lives.calm.rows();
    let mut went = BTreeSet::new();
    for posted in lives.calm.world.posted.borrow().iter() {
        let record = rows.records.get(&posted.id).expect("a record");
        let of_a_request = posted.fact.is_of_a_request() && posted.fact != Fact::ReleaseLetter;
        let moment = match posted.fact {
            _ if of_a_request => request_at(record, posted.at).asked_at,
            // Of decisions and of places that are free again there may be several.
            Fact::DecisionLetter | Fact::ReleaseLetter => posted.at,
            _ => 0,
        };
        let is_first = went.insert((posted.fact, posted.id.clone(), moment, posted.letter.to.clone()));
        assert!(is_first, "{:?} twice to {}", posted.fact, posted.letter.to);
    }
    for record in lives.of_mentees() {
        for request in &record.requests {
            let mentor = number_of(rows.records.get(&request.mentor).expect("a mentor"));
            let has = |fact, to| went.contains(&(fact, record.id.clone(), request.asked_at, address(to)));
            let was_over_at_once = !request.is_open() && request.since - request.asked_at <= LETTER_WAITS_MS;
            assert_eq!(has(Fact::RequestLetter, mentor), !was_over_at_once, "whoever is asked is written to");
            if request.stage == Stage::Over(Why::NoAnswer) {
                assert!(has(Fact::RequestReminder, mentor), "whoever is silent is reminded");
            }
            let mentee = number_of(&record);
            if request.stage == Stage::Over(Why::NoChoice) {
                assert!(has(Fact::RequestReminder, mentee), "whoever is silent is reminded");
            }
            let is_pair = request.stage == Stage::Accepted;
            assert_eq!(has(Fact::IntroductionLetter, mentor), is_pair, "the mentor of a pair is told");
        }
    }
}

/// As many letters of each kind as there was to tell.
fn letters_are_as_many_as_what_they_tell_of(lives: &Lives) {
    let counts = counts(lives);
    let went = |fact| counts.get(&fact).copied().unwrap_or(0);
    let everybody = lives.calm.rows().records.len();
    assert_eq!((went(Fact::ApplicantLetter), went(Fact::StaffLetter)), (everybody, everybody));
    assert_eq!(went(Fact::DecisionLetter), lives.decided.values().sum::<usize>());
    assert_eq!(went(Fact::ChoiceLetter), lives.agreed.values().sum::<usize>());
    assert_eq!(went(Fact::IntroductionLetter), count(lives, Standing::Paired));
    let rows = lives.calm.rows();
    let mentors = rows.records.values().filter(|record| record.role() == Some(Role::Mentor));
    assert_eq!(went(Fact::ReleaseLetter), mentors.map(|mentor| releases(mentor)).sum::<usize>());
    let other = [Fact::RequestLetter, Fact::RequestReminder];
    let known: usize = other.map(went).iter().sum::<usize>()
        + [Fact::ApplicantLetter, Fact::StaffLetter, Fact::DecisionLetter, Fact::ChoiceLetter]
            .map(went)
            .iter()
            .sum::<usize>()
        + [Fact::IntroductionLetter, Fact::ReleaseLetter].map(went).iter().sum::<usize>();
    assert_eq!(known, counts.values().sum::<usize>(), "no letters of other kinds");
}

/// How many letters a mentor gets about places that are free again: one for all within its ten minutes, and none once they have left.
fn releases(mentor: &Record) -> usize {
    let left = mentor
        .history
        .iter()
        .rfind(|event| matches!(event.what, Happening::Became(Standing::Withdrawn | Standing::Ended)));
    let (mut letters, mut told_until) = (0, Millis::MIN);
    for freed in mentor.history.iter().filter(|event| event.what == Happening::PlaceFreed).map(|event| event.at) {
        if freed > told_until && left.is_none_or(|left| left.at > freed + LETTER_WAITS_MS) {
            letters += 1;
            told_until = freed + LETTER_WAITS_MS + SOON_MS;
        }
    }
    letters
}

fn counts(lives: &Lives) -> BTreeMap<Fact, usize> {
    let mut counts = BTreeMap::new();
    for posted in lives.calm.world.posted.borrow().iter() {
        *counts.entry(posted.fact).or_default() += 1;
    }
    counts
}

fn count(lives: &Lives, standing: Standing) -> usize {
    lives.of_mentees().iter().filter(|record| record.standing == standing).count()
}

fn tell(lives: &Lives, days: u32) {
    let of = |standing| count(lives, standing);
    let (paired, no_match, withdrawn) = (of(Standing::Paired), of(Standing::NoMatch), of(Standing::Withdrawn));
    println!("{paired} pairs, {no_match} without a match, {withdrawn} taken back, over after {days} days");
    let places: usize = lives.places.values().sum();
    println!("{places} places; {} yeses found none; the queue had {} at most", lives.full, lives.queue_max);
    let mut ends: BTreeMap<String, usize> = BTreeMap::new();
    let records: Vec<Rc<Record>> = lives.of_mentees();
    for request in records.iter().flat_map(|record| &record.requests) {
        *ends.entry(format!("{:?}", request.stage)).or_default() += 1;
    }
    println!("requests: {ends:?}");
    println!("letters: {:?}", counts(lives));
}
