//! Parts that fail: KV, email, a Worker that panics, a runtime that is killed. Nothing acknowledged is lost or doubled.

use domain::outbox::{Fact, TaskState};
use domain::programme::Role;
use domain::reference::Reference;
use domain::text::Language;
use runtime_tests::http::{agent, send};
use runtime_tests::letters::Letter;
use runtime_tests::people::{address, send_request};
use runtime_tests::portal::{Portal, call_request};
use std::collections::BTreeSet;
use std::sync::mpsc;

const HOUR_MS: i64 = 60 * 60 * 1000;

#[test]
fn kv_that_fails_is_late_or_fails_after_keeping_gets_its_copy_in_the_end() {
    let portal = Portal::start("kv-faults");
    for (number, fault) in (1..).zip(["fail", "late", "fail-after"]) {
        portal.set_faults(fault, "none");
        let receipt = portal.send(&send_request(number, Role::Mentee, Language::Sv)).unwrap();
        portal.work_outbox();
        portal.set_faults("none", "none");
        // Past every pause so far.
        portal.set_clock(HOUR_MS * i64::from(number));
        portal.work_outbox();
        let copies: Vec<_> = portal.kv_keys().iter().map(|key| portal.kv_open(key)).collect();
        let record =
            portal.records().into_iter().find(|kept| kept.record.reference == receipt.reference).unwrap().whole();
        let newest =
            copies.into_iter().filter(|copy| copy.record.id == record.record.id).max_by_key(|copy| copy.record.version);
        assert_eq!(newest, Some(record), "{fault}");
    }
    portal.letters(6);
}

#[test]
fn email_that_fails_for_a_day_delivers_everything_once_afterwards() {
    let portal = Portal::start("email-day");
    portal.set_faults("none", "fail");
    for number in 1..=4 {
        portal.send(&send_request(number, Role::Mentee, Language::Sv)).unwrap();
    }
    for hour in 0..24 {
        portal.set_clock(hour * HOUR_MS);
        portal.work_outbox();
    }
    portal.letters(0);
    portal.set_faults("none", "none");
    portal.set_clock(31 * HOUR_MS);
    portal.work_outbox();
    let letters = portal.letters(8);
    let recipients: BTreeSet<String> = letters.iter().map(|letter| letter.to.clone()).collect();
    assert_eq!(recipients, (1..=4).map(address).chain(["career-service@ki.se".to_owned()]).collect());
    portal.set_clock(60 * HOUR_MS);
    portal.work_outbox();
    portal.letters(8);
}

#[test]
fn an_address_that_is_refused_ends_the_persons_letter_and_staff_get_theirs_once_it_is_mended() {
    let portal = Portal::start("email-refused");
    portal.set_faults("none", "refused");
    portal.send(&send_request(1, Role::Mentee, Language::Sv)).unwrap();
    portal.work_outbox();
    portal.letters(0);
    portal.set_faults("none", "none");
    portal.set_clock(7 * HOUR_MS);
    portal.work_outbox();
    assert_eq!(portal.letters(1)[0].to, "career-service@ki.se");
    let letters = portal.records()[0].letters();
    let state = |fact| letters.iter().find(|task| task.fact == fact).unwrap().state;
    assert_eq!((state(Fact::ApplicantLetter), state(Fact::StaffLetter)), (TaskState::GivenUp, TaskState::Done));
}

#[test]
fn after_an_unknown_outcome_staff_get_the_letter_again_marked_and_the_person_does_not() {
    let portal = Portal::start("email-unknown");
    portal.set_faults("none", "unknown");
    portal.send(&send_request(1, Role::Mentee, Language::Sv)).unwrap();
    portal.work_outbox();
    portal.set_faults("none", "none");
    portal.set_clock(HOUR_MS);
    portal.work_outbox();
    let whole = portal.records().remove(0);
    let state = |fact| whole.letters().iter().find(|task| task.fact == fact).unwrap().state;
    assert_eq!((state(Fact::ApplicantLetter), state(Fact::StaffLetter)), (TaskState::Unknown, TaskState::Done));
    let marked = |subject: &str| subject.to_lowercase().contains("dubblett");
    let letters = portal.letters(3);
    assert_eq!(
        letters.iter().filter(|letter| letter.to != address(1) && marked(&letter.subject)).count(),
        1,
        "{letters:#?}"
    );
    assert_eq!(letters.iter().filter(|letter| letter.to == address(1)).count(), 1);
}

#[test]
fn a_record_that_cannot_be_read_holds_up_nobody_elses_letters() {
    let portal = Portal::start("spoilt");
    portal.set_faults("none", "fail");
    let spoilt = portal.send(&send_request(1, Role::Mentee, Language::Sv)).unwrap();
    portal.work_outbox();
    portal.dev("/dev/spoil", &format!("{{\"reference\":\"{}\"}}", spoilt.reference));
    portal.set_faults("none", "none");
    portal.send(&send_request(2, Role::Mentee, Language::Sv)).unwrap();
    // What the alarm has under way must end first: an hour later its leases would have run out.
    portal.work_outbox();
    portal.set_clock(HOUR_MS);
    portal.work_outbox();
    let letters = portal.letters(2);
    assert!(letters.iter().any(|letter| letter.to == address(2)), "{letters:#?}");
}

#[test]
fn a_panic_while_twenty_are_sending_loses_none_of_them() {
    let portal = Portal::start("panic");
    for (base, route) in [(100, "/dev/panic/api"), (200, "/dev/panic/ledger")] {
        std::thread::scope(|scope| {
            let sends: Vec<_> = (base..base + 20)
                .map(|number| {
                    scope.spawn({
                        let portal = &portal;
                        move || send_until_received(portal, number)
                    })
                })
                .collect();
            // Whatever it answers, if it answers.
            let _ = portal.call_raw(route, b"{}".to_vec());
            for send in sends {
                send.join().unwrap();
            }
        });
    }
    // Past the leases of what was under way when the ledger fell; whom the spool received is taken up by then.
    portal.set_clock(HOUR_MS);
    portal.work_outbox();
    assert_eq!(portal.records().len(), 40);
    // A fallen object may have forgotten to note a letter, so each is looked for by its reference.
    let references: Vec<_> = portal.records().into_iter().map(|kept| kept.record.reference).collect();
    let to_staff = |letter: &&Letter| letter.to == "career-service@ki.se";
    let letters = portal.letters_once(|letters| {
        let reached = |reference: &Reference| {
            letters.iter().filter(to_staff).any(|letter| letter.subject.contains(reference.as_str()))
        };
        references.iter().all(reached)
    });
    let (to_staff, to_people): (Vec<_>, Vec<_>) = letters.iter().partition(to_staff);
    let unmarked: BTreeSet<_> = to_staff.iter().map(|letter| letter.subject.as_str()).collect();
    assert_eq!(unmarked.len(), to_staff.len(), "no staff letter twice without saying so");
    let people: BTreeSet<_> = to_people.iter().map(|letter| letter.to.as_str()).collect();
    assert_eq!(people.len(), to_people.len(), "no person gets a letter twice");
}

#[test]
fn a_runtime_killed_ten_times_under_load_has_every_acknowledged_application_once() {
    let mut portal = Portal::start("killed");
    let mut acknowledged = BTreeSet::new();
    for round in 0..10_u32 {
        let numbers = round * 20..round * 20 + 20;
        let (tell, told) = mpsc::channel();
        std::thread::scope(|scope| {
            let url = portal.url("/api/applications");
            for number in numbers {
                let (url, tell) = (url.clone(), tell.clone());
                scope.spawn(move || {
                    let body = serde_json::to_vec(&send_request(number, Role::Mentee, Language::Sv)).unwrap();
                    let answer = send(&agent(), call_request(&url, body));
                    if answer.is_ok_and(|answer| answer.status == 201) {
                        tell.send(number).unwrap();
                    }
                });
            }
            // With some received and others on their way.
            acknowledged.extend(told.iter().take(3));
            portal.kill_and_restart();
        });
        acknowledged.extend(told.try_iter());
    }
    assert!(acknowledged.len() >= 30, "three each time at least");
    for number in &acknowledged {
        assert!(portal.find(*number).is_some(), "{number} was acknowledged");
    }
    let records = portal.records();
    let ids: BTreeSet<_> = records.iter().map(|whole| whole.record.id.clone()).collect();
    let references: BTreeSet<_> = records.iter().map(|whole| whole.record.reference.clone()).collect();
    assert_eq!((ids.len(), references.len()), (records.len(), records.len()));
    // All of them again, as their phones would: each is there once afterwards.
    for number in 0..200 {
        portal.send(&send_request(number, Role::Mentee, Language::Sv)).unwrap();
    }
    assert_eq!(portal.records().len(), 200);
}

/// Sends again and again with one id, as a phone does.
fn send_until_received(portal: &Portal, number: u32) {
    let body = serde_json::to_vec(&send_request(number, Role::Mentee, Language::Sv)).unwrap();
    for _ in 0..100 {
        let answer = portal.call_raw("/api/applications", body.clone());
        if answer.is_ok_and(|answer| [200, 201].contains(&answer.status)) {
            return;
        }
    }
    panic!("{number} was never received");
}
