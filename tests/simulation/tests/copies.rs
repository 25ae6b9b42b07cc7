//! The spool and a changed key, each told as a sentence; nothing else goes wrong around it.

use domain::call::FindRequest;
use domain::ledger::{rotate, spool};
use domain::outbox::Fact;
use domain::problem::Problem;
use simulation::calm::{Calm, at_once, mentee};
use simulation::weather::Weather;

const ALUMNI: &str = "ki-alumni";
const MINUTE_MS: i64 = 60_000;

#[test]
fn what_was_spooled_is_taken_up_under_the_same_reference() {
    let mut calm = Calm::default();
    let receipt = calm.spool(&mentee(1)).unwrap();
    assert!(receipt.spooled);
    assert_eq!(calm.spool(&mentee(1)), Ok(receipt.clone()), "twice is the same as once");
    let other = domain::call::SendRequest { draft: mentee(2).draft, ..mentee(1) };
    assert_eq!(calm.spool(&other), Err(Problem::OtherAnswers { receipt: receipt.clone() }));
    calm.work();
    let record = calm.record(1);
    assert_eq!((&record.reference, record.received_at), (&receipt.reference, receipt.received_at));
    calm.pass(10 * MINUTE_MS);
    assert_eq!(calm.copies("spool/"), Vec::<String>::new());
    assert_eq!(calm.letters(1, Fact::StaffLetter).len(), 1);
}

#[test]
fn while_the_ledger_is_away_nobody_is_told_that_something_is_closed_or_unknown() {
    let mut calm = Calm::default();
    calm.set_live(ALUMNI, 0, |live| live.open = false).unwrap();
    calm.pass(MINUTE_MS);
    assert_eq!(calm.spool(&mentee(1)), Err(Problem::Unreachable), "as the copy of the live half says");
    calm.set_live(ALUMNI, 1, |live| live.open = true).unwrap();
    calm.pass(MINUTE_MS);
    let receipt = calm.spool(&mentee(1)).unwrap();
    let find = |number| {
        let request = mentee(number);
        let question = FindRequest { id: request.id, receipt_hash: request.receipt_hash };
        at_once(spool::find(&calm.world.at_door, &calm.world.names, &question))
    };
    assert_eq!((find(1), find(2)), (Ok(receipt), Err(Problem::Unreachable)));
}

#[test]
fn the_spool_keeps_what_was_taken_up_until_its_own_copy_is_sealed() {
    let mut calm = Calm::default();
    let receipt = calm.spool(&mentee(1)).unwrap();
    calm.world.sweep_at.set(0);
    calm.run.ring();
    assert_eq!(calm.record(1).reference, receipt.reference);
    // Lost before the outbox came to it.
    calm.lose();
    calm.restore();
    calm.work();
    assert_eq!(calm.record(1).received_at, receipt.received_at);
    calm.pass(10 * MINUTE_MS);
    assert_eq!(calm.copies("spool/"), Vec::<String>::new());
    assert_eq!(calm.letters(1, Fact::StaffLetter).len(), 1);
}

#[test]
fn what_was_sent_again_before_the_spool_was_looked_through_is_received_when_it_first_arrived() {
    let mut calm = Calm::default();
    let receipt = calm.spool(&mentee(1)).unwrap();
    calm.world.clock.forward(MINUTE_MS);
    let second = calm.send(&mentee(1)).unwrap().receipt;
    assert!(second.received_at > receipt.received_at);
    calm.work();
    assert_eq!(calm.record(1).received_at, receipt.received_at);
    assert_eq!(calm.copies("spool/"), Vec::<String>::new());
    calm.pass(MINUTE_MS);
    assert_eq!(calm.letters(1, Fact::StaffLetter).len(), 1);
}

#[test]
fn a_spool_entry_that_does_not_open_stays_and_is_shown() {
    let mut calm = Calm::default();
    calm.spool(&mentee(1)).unwrap();
    let entry = calm.copies("spool/");
    calm.spoil(&entry[0]);
    calm.work();
    calm.pass(60 * MINUTE_MS);
    assert_eq!(calm.copies("spool/"), entry);
    assert_eq!(calm.rows().aside.keys().cloned().collect::<Vec<_>>(), entry);
    assert!(calm.rows().records.is_empty());
}

#[test]
fn other_answers_in_the_spool_are_shown_and_go_when_the_application_is_erased() {
    let mut calm = Calm::default();
    calm.spool(&mentee(1)).unwrap();
    let other = domain::call::SendRequest { draft: mentee(2).draft, ..mentee(1) };
    calm.send(&other).unwrap();
    calm.work();
    assert_eq!((calm.copies("spool/").len(), calm.rows().aside.len()), (1, 1));
    calm.erase(1).unwrap();
    assert!(calm.rows().aside.is_empty());
    calm.pass(10 * MINUTE_MS);
    assert_eq!(calm.copies("spool/"), Vec::<String>::new());
}

#[test]
fn after_a_rotation_no_copy_is_under_the_old_key() {
    let mut calm = Calm::lived();
    let key = calm.rotate();
    calm.pass(60 * MINUTE_MS);
    let rotation = rotate::read(&calm.world.book).unwrap();
    assert!(rotation.is_over && rotation.key == key);
    assert!(calm.world.kv.all("").iter().all(|(_, sealed)| sealed.key == key));
    calm.world.at_ledger.set_keys(vec![key], 0);
    let before = calm.rows();
    calm.lose();
    assert_eq!(calm.restore(), Vec::<String>::new(), "all of it opens with the new key alone");
    assert_eq!(calm.rows().records, before.records);
}

#[test]
fn a_copy_under_a_key_that_is_gone_is_named_and_holds_up_no_rotation() {
    let mut calm = Calm::lived();
    let spoilt = calm.copy(3, 1);
    calm.spoil(&spoilt);
    calm.rotate();
    calm.pass(60 * MINUTE_MS);
    let rotation = rotate::read(&calm.world.book).unwrap();
    assert!(rotation.is_over);
    assert_eq!(rotation.unreadable, [spoilt]);
}

/// Pages of at most two names, so that every listing has several.
const SHORT_PAGES: Weather = Weather { kv_short_pages: 1000, ..Weather::CALM };

#[test]
fn a_page_that_kv_does_not_know_any_more_holds_up_no_spool() {
    let mut calm = Calm::default();
    for number in 1..=6 {
        calm.spool(&mentee(number)).unwrap();
    }
    calm.world.dice.set(SHORT_PAGES);
    // Until a page has been taken up and others are left.
    while calm.rows().records.is_empty() {
        calm.world.sweep_at.set(0);
        calm.run.ring();
    }
    assert!(calm.rows().records.len() < 6);
    calm.world.at_ledger.forget_pages();
    calm.pass(60 * MINUTE_MS);
    assert_eq!((calm.rows().records.len(), calm.copies("spool/")), (6, Vec::new()));
}

#[test]
fn a_page_that_kv_does_not_know_any_more_holds_up_no_rotation() {
    let mut calm = Calm::lived();
    let spoilt = calm.copy(3, 1);
    calm.spoil(&spoilt);
    let key = calm.rotate();
    calm.world.dice.set(SHORT_PAGES);
    let is_anew = |calm: &Calm| calm.world.kv.all("record/").iter().any(|(_, sealed)| sealed.key == key);
    while !is_anew(&calm) {
        calm.run.ring();
        calm.world.rotate_at.set(Some(0));
    }
    calm.world.at_ledger.forget_pages();
    calm.pass(60 * MINUTE_MS);
    let rotation = rotate::read(&calm.world.book).unwrap();
    assert!(rotation.is_over && rotation.key == key);
    assert_eq!(rotation.unreadable, [spoilt], "each is named once");
}
