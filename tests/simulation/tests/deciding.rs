//! What staff decide and note at the desk, each told as a sentence; nothing goes wrong around it.

use domain::desk::call::{Before, Mark, MarkRequest, ReadRecordRequest};
use domain::desk::member::Authority;
use domain::ledger::decide::{self, Deciding};
use domain::ledger::{EVENTS_MAX, annotate, daily, log, members, reading};
use domain::outbox::{Fact, TaskState};
use domain::problem::Problem;
use domain::programme::Role;
use domain::standing::{LETTER_WAITS_MS, Standing};
use simulation::calm::{Calm, id};
use simulation::desk::{CHIEF, FIRST, by, member, sign_in, staffed};

const ALUMNI: &str = "ki-alumni";

fn decide(calm: &Calm, seen: u32, standing: Standing, comment: Option<&'static str>) -> Result<u32, Problem> {
    calm.decide(move |book| {
        decide::decide(book, &Deciding { id: &id(1), seen, standing, by: CHIEF, comment, letter: None })
    })
    .map(|record| record.version)
}

fn decision_letters(calm: &Calm) -> usize {
    calm.letters(1, Fact::DecisionLetter).len()
}

#[test]
fn a_decisions_letter_waits_ten_minutes_and_until_then_it_can_be_taken_back() {
    let mut calm = staffed(&[]);
    let seen = calm.received(1, ALUMNI, Role::Mentee).version;
    assert!(matches!(decide(&calm, seen, Standing::Declined, None), Err(Problem::Faults { .. })), "a no has a reason");
    let declined = decide(&calm, seen, Standing::Declined, Some("Utanför programmet.")).unwrap();
    calm.pass(LETTER_WAITS_MS / 2);
    assert_eq!(decision_letters(&calm), 0);
    let undone = calm.decide(move |book| decide::undo(book, &id(1), declined, CHIEF)).unwrap();
    assert_eq!(undone.standing, Standing::Received);
    let again = calm.decide(move |book| decide::undo(book, &id(1), declined, CHIEF)).unwrap();
    assert_eq!(again.version, undone.version, "twice is the same as once");
    calm.pass(LETTER_WAITS_MS * 2);
    assert_eq!(decision_letters(&calm), 0, "what was taken back is told to nobody");
    let with_mentor = decide(&calm, calm.record(1).version, Standing::WithMentor, None).unwrap();
    calm.pass(LETTER_WAITS_MS);
    assert_eq!(decision_letters(&calm), 1);
    let seen = calm.record(1).version;
    assert!(seen > with_mentor, "the copy tells of the letter");
    assert_eq!(calm.decide(move |book| decide::undo(book, &id(1), seen, CHIEF)).map(drop), Err(Problem::Changed));
    let letter = &calm.letters(1, Fact::DecisionLetter)[0].letter;
    assert!(letter.text.contains("frågat en mentor") || letter.text.contains("asked a mentor"), "{}", letter.text);
    assert!(!letter.text.contains("Utanför programmet"), "a comment stands in no letter");
}

#[test]
fn a_decision_sent_twice_happens_once_and_two_of_the_staff_do_not_overwrite_each_other() {
    let mut calm = staffed(&[]);
    let seen = calm.received(1, ALUMNI, Role::Mentee).version;
    let first = decide(&calm, seen, Standing::UnderReview, None).unwrap();
    assert_eq!(
        decide(&calm, seen, Standing::UnderReview, None),
        Ok(first),
        "the answer was lost, and it is sent again"
    );
    assert_eq!(decide(&calm, seen, Standing::WithMentor, None), Err(Problem::Changed), "somebody else was first");
    let events = calm.record(1).history.len();
    assert_eq!(calm.record(1).history[events - 1].by.as_deref(), Some(CHIEF));
}

#[test]
fn the_last_of_two_decisions_is_the_one_that_is_told() {
    let mut calm = staffed(&[]);
    let seen = calm.received(1, ALUMNI, Role::Mentee).version;
    let first = decide(&calm, seen, Standing::WithMentor, None).unwrap();
    let second = decide(&calm, first, Standing::NoMatch, None).unwrap();
    calm.pass(LETTER_WAITS_MS * 3);
    assert_eq!(decision_letters(&calm), 1);
    let back = decide(&calm, calm.record(1).version, Standing::UnderReview, None).unwrap();
    assert!(back > second);
    calm.pass(LETTER_WAITS_MS * 3);
    assert_eq!(decision_letters(&calm), 1, "nobody is written to of a step that has no letter");
    assert!(calm.tasks(1).iter().all(|task| task.state != TaskState::GivenUp));
}

#[test]
fn a_protected_record_shows_its_answers_for_a_reason_that_stands_in_its_history() {
    let mut calm = staffed(&[]);
    let record = calm.received(1, ALUMNI, Role::Mentee);
    let (reference, seen) = (record.reference.as_str().to_owned(), record.version);
    let who = sign_in(&mut calm, CHIEF);
    let request = MarkRequest {
        reference: reference.clone(),
        seen,
        mark: Mark::Protected,
        is_so: true,
        reason: "Skyddade personuppgifter.".to_owned(),
    };
    calm.decide(move |book| annotate::mark(book, &id(1), CHIEF, &request)).unwrap();
    let names = calm.world.names.clone();
    let read = |reason: Option<&str>| {
        let request = ReadRecordRequest { reference: reference.clone(), reason: reason.map(str::to_owned) };
        let names = names.clone();
        by(&calm, &who, Authority::Reader, move |book, staff| reading::record(book, &names, staff, &request))
    };
    let masked = read(None).unwrap();
    assert!(masked.is_masked && masked.answers.is_empty() && masked.row.name.is_empty());
    assert!(matches!(read(Some(" ")), Err(Problem::Faults { .. })));
    let shown = read(Some("Personen ringde.")).unwrap();
    assert!(!shown.is_masked && !shown.answers.is_empty());
    assert_eq!(calm.record(1).history.last().unwrap().reason.as_deref(), Some("Personen ringde."));
    let events = calm.record(1).history.len();
    read(Some("Personen ringde.")).unwrap();
    assert_eq!(calm.record(1).history.len(), events, "one look, of which the page was loaded anew");
    let lines = by(&calm, &who, Authority::Administrator, |book, _| log::read(book, &Before { before: None })).unwrap();
    let what: Vec<&str> = lines.iter().map(|line| line.what.as_str()).collect();
    assert_eq!(what, ["protected-record", "protected-record", "record"], "the newest first; nothing that was refused");
    let oldest_first: Vec<_> = lines.into_iter().rev().collect();
    assert!(log::is_whole(&oldest_first));
}

#[test]
fn a_record_holds_so_many_events_and_the_last_decision_can_still_be_taken_back() {
    let mut calm = staffed(&[]);
    calm.received(1, ALUMNI, Role::Mentee);
    let reference = calm.record(1).reference.as_str().to_owned();
    let who = sign_in(&mut calm, CHIEF);
    let to_change = |calm: &Calm| {
        let reference = reference.clone();
        by(calm, &who, Authority::Coordinator, move |book, staff| reading::to_change(book, staff, &reference))
    };
    while calm.record(1).history.len() < EVENTS_MAX - 1 {
        let record = to_change(&calm).unwrap();
        let text = format!("Kommentar {}", record.version);
        calm.decide(move |book| decide::comment(book, &id(1), record.version, CHIEF, &text)).unwrap();
    }
    let seen = decide(&calm, to_change(&calm).unwrap().version, Standing::WithMentor, None).unwrap();
    assert_eq!(to_change(&calm).map(drop), Err(Problem::RecordFull));
    let undone = calm.decide(move |book| decide::undo(book, &id(1), seen, CHIEF)).unwrap();
    assert_eq!(undone.standing, Standing::Received);
    assert!(serde_json::to_string(&undone).unwrap().len() < 262_144);
}

#[test]
fn what_is_restricted_rests_until_that_has_ended() {
    let mut calm = staffed(&[]);
    let record = calm.received(1, ALUMNI, Role::Mentee);
    let mark = |seen, is_so| {
        let request =
            MarkRequest {
                reference: String::new(), seen, mark: Mark::Restricted, is_so, reason: "Begärd.".to_owned()
            };
        calm.decide(move |book| annotate::mark(book, &id(1), CHIEF, &request)).unwrap().version
    };
    let restricted = mark(record.version, true);
    assert_eq!(decide(&calm, restricted, Standing::UnderReview, None), Err(Problem::Changed));
    let free = mark(restricted, false);
    assert!(decide(&calm, free, Standing::UnderReview, None).is_ok());
}

#[test]
fn a_daily_letter_goes_once_on_a_working_day_with_numbers_in_order() {
    let mut calm = staffed(&[member("reader@example.org", Authority::Reader, &[ALUMNI])]);
    for number in 1..=3 {
        calm.received(number, ALUMNI, Role::Mentee);
    }
    let arrange = |calm: &Calm| calm.decide(|book| daily::arrange(book, Some(FIRST)).map(Ok)).unwrap();
    // Every hour of a week.
    for _ in 0..7 * 24 {
        arrange(&calm);
        arrange(&calm);
        calm.work();
        calm.pass(3_600_000);
    }
    let subjects: Vec<String> = calm.world.staff_letters().into_iter().map(|letter| letter.subject).collect();
    let days: std::collections::BTreeSet<&String> = subjects.iter().collect();
    assert_eq!(days.len(), subjects.len(), "one a day: {subjects:#?}");
    assert!((5..=6).contains(&subjects.len()), "each working day has one: {subjects:#?}");
    assert!(subjects.iter().all(|subject| !subject.contains("lördag") && !subject.contains("söndag")), "{subjects:#?}");
    let texts: Vec<String> = calm.world.staff_letters().into_iter().map(|letter| letter.text).collect();
    for number in 1..=3 {
        let line = format!("{number}. {}", calm.record(number).reference.as_str());
        assert_eq!(texts.iter().filter(|text| text.contains(&line)).count(), 1, "{line} in one letter: {texts:#?}");
    }
}

#[test]
fn the_list_of_staff_survives_the_loss_of_the_ledger() {
    let mut calm = staffed(&[member("reader@example.org", Authority::Reader, &[ALUMNI])]);
    calm.received(1, ALUMNI, Role::Mentee);
    calm.pass(600_000);
    let before = calm.decide(|book| members::read(book).map(Ok)).unwrap();
    calm.lose();
    calm.restore();
    let after = calm.decide(|book| members::read(book).map(Ok)).unwrap();
    assert_eq!((after.version, after.members), (before.version, before.members));
    calm.received(2, ALUMNI, Role::Mentee);
    assert_eq!(calm.record(2).number, calm.record(1).number + 1, "numbers go on");
}
