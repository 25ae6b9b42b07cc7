//! The ledger cannot be reached: what arrives is sealed into KV, acknowledged, and taken up later under the same reference.

use domain::ledger::Happening;
use domain::problem::Problem;
use domain::programme::Role;
use domain::text::Language;
use runtime_tests::people::{address, send_request};
use runtime_tests::portal::Portal;

const K2: &str = "k2:2222222222222222222222222222222222222222222222222222222222222222";

fn spooled(portal: &Portal) -> usize {
    portal.kv_keys().iter().filter(|key| key.starts_with("spool/")).count()
}

#[test]
fn while_the_ledger_is_away_an_application_is_kept_once_and_taken_up_under_the_same_reference() {
    let portal = Portal::start("spool");
    portal.set_ledger_fault("fail");
    let request = send_request(1, Role::Mentee, Language::Sv);
    let receipt = portal.send(&request).unwrap();
    assert!(receipt.spooled, "the receipt says so");
    assert_eq!(portal.send(&request), Ok(receipt.clone()), "twice is the same as once");
    assert_eq!(portal.find(1), Some(receipt.clone()));
    let mut other = request.clone();
    other.draft.answers.insert("field".to_owned(), vec!["Något annat".to_owned()]);
    assert_eq!(portal.send(&other), Err(Problem::OtherAnswers { receipt: receipt.clone() }));
    let mut stranger = request.clone();
    stranger.receipt_hash = send_request(2, Role::Mentee, Language::Sv).receipt_hash;
    assert!(matches!(portal.send(&stranger), Err(Problem::Faults { .. })), "another's secret opens nothing");
    assert_eq!(spooled(&portal), 1);

    portal.set_ledger_fault("none");
    portal.work_outbox();
    let records = portal.records();
    assert_eq!(records.len(), 1);
    let record = &records[0].record;
    assert_eq!(record.reference, receipt.reference);
    assert_eq!((record.received_at, &record.answer_by), (receipt.received_at, &receipt.answer_by));
    assert_eq!(spooled(&portal), 0);
    let again = portal.send(&request).unwrap();
    assert_eq!((again.reference, again.received_at, again.spooled), (receipt.reference, receipt.received_at, false));
    let letters = portal.letters(2);
    assert!(letters.iter().any(|letter| letter.to == address(1)));
}

#[test]
fn what_is_sent_again_before_the_spool_is_looked_through_keeps_the_time_of_its_first_receipt() {
    let portal = Portal::start("spool-again");
    portal.set_ledger_fault("fail");
    let request = send_request(1, Role::Mentor, Language::En);
    let first = portal.send(&request).unwrap();
    portal.set_ledger_fault("none");
    let second = portal.send(&request).unwrap();
    assert_eq!(second.reference, first.reference);
    assert!(second.received_at >= first.received_at);
    portal.work_outbox();
    let records = portal.records();
    assert_eq!((records.len(), records[0].record.received_at), (1, first.received_at));
    assert!(records[0].record.history.iter().any(|event| event.what == Happening::TakenUp));
    assert_eq!(spooled(&portal), 0);
    portal.letters(2);
}

#[test]
fn a_ledger_that_answers_too_late_keeps_it_once_all_the_same() {
    let portal = Portal::start("spool-late");
    portal.set_ledger_fault("late");
    let request = send_request(1, Role::Mentee, Language::Sv);
    let receipt = portal.send(&request).unwrap();
    assert!(receipt.spooled, "nobody waits so long");
    portal.set_ledger_fault("none");
    // The late call is over by the time the spool has been looked through and the outbox is empty.
    portal.work_outbox();
    portal.send(&request).unwrap();
    portal.work_outbox();
    let records = portal.records();
    assert_eq!((records.len(), &records[0].record.reference), (1, &receipt.reference));
    portal.letters(2);
    assert_eq!(spooled(&portal), 0);
}

#[test]
fn a_spool_entry_that_does_not_open_stays_is_shown_and_is_taken_up_when_its_key_is_back() {
    let mut portal = Portal::start("spool-key");
    let k1 = portal.sealing_keys();
    portal.set_ledger_fault("fail");
    let receipt = portal.send(&send_request(1, Role::Mentee, Language::Sv)).unwrap();
    portal.restart_with_sealing_keys(K2);
    portal.set_ledger_fault("none");
    portal.work_outbox();
    assert_eq!(portal.records().len(), 0);
    let aside = portal.ledger_state()["aside"].clone();
    assert_eq!(aside.as_array().map(Vec::len), Some(1), "it is shown: {aside}");
    assert_eq!(spooled(&portal), 1, "and never dropped");
    portal.restart_with_sealing_keys(&format!("{K2},{k1}"));
    portal.work_outbox();
    let records = portal.records();
    assert_eq!((records.len(), &records[0].record.reference), (1, &receipt.reference));
    assert_eq!(portal.ledger_state()["aside"], serde_json::json!([]));
    assert_eq!(spooled(&portal), 0);
}
