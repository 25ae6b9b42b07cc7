//! A lost ledger, the spool and a changed key, each told as a sentence; nothing else goes wrong around it.

use domain::call::FindRequest;
use domain::ledger::{Happening, copy_name, restore, rotate, spool};
use domain::outbox::Fact;
use domain::problem::Problem;
use domain::programme::Role;
use domain::standing::Standing;
use simulation::calm::{Calm, at_once, draft, id, request};
use simulation::weather::Weather;
use std::pin::Pin;
use std::rc::Rc;

const ALUMNI: &str = "ki-alumni";
const CLOSED: &str = "junior-faculty";
const MINUTE_MS: i64 = 60_000;
/// More than a page of six records passes.
const POINTS_OF_A_PAGE: u32 = 60;

fn mentee(number: u64) -> domain::call::SendRequest {
    request(number, draft(ALUMNI, Role::Mentee, number))
}

/// Five applications, one of them decided about and one erased, everything sealed.
fn lived() -> Calm {
    let mut calm = Calm::default();
    for number in 1..=5 {
        calm.received(number, ALUMNI, Role::Mentee);
    }
    calm.received(6, CLOSED, Role::Waiting);
    calm.pass(MINUTE_MS);
    let seen = calm.record(2).version;
    calm.bring(2, seen, Standing::UnderReview).unwrap();
    calm.set_live(CLOSED, 0, |live| "other@example.org".clone_into(&mut live.contact)).unwrap();
    calm.erase(5).unwrap();
    calm.pass(10 * MINUTE_MS);
    calm
}

#[test]
fn a_lost_ledger_comes_back_row_by_row_without_what_was_erased() {
    let mut calm = lived();
    let before = calm.rows();
    calm.lose();
    assert_eq!(calm.restore(), Vec::<String>::new());
    let after = calm.rows();
    assert_eq!((&after.records, &after.links, &after.live), (&before.records, &before.links, &before.live));
    assert!(!after.records.contains_key(&id(5)));
    let letters = calm.world.posted.borrow().len();
    calm.work();
    calm.pass(60 * MINUTE_MS);
    assert_eq!(calm.world.posted.borrow().len(), letters, "no letter goes again");
    assert_eq!(calm.send(&mentee(5)), Err(Problem::Erased));
}

#[test]
fn an_older_version_comes_back_where_the_newest_does_not_open() {
    let calm = lived();
    let newest = calm.record(2).version;
    calm.spoil(&calm.copy(2, newest));
    calm.lose();
    assert_eq!(calm.restore(), [calm.copy(2, newest)], "what does not open is named");
    assert_eq!((calm.record(2).version, calm.record(2).standing), (newest - 1, Standing::Received));
}

#[test]
fn restoring_stops_when_the_tombstones_cannot_be_listed() {
    let calm = lived();
    calm.lose();
    calm.world.dice.set(Weather { kv_refuses: 1000, ..Weather::CALM });
    let step = simulation::calm::at_once(restore::step(&*calm.world, None, None));
    assert_eq!(step, Ok(Err(Problem::Unreachable)));
    assert!(calm.rows().records.is_empty(), "nothing comes back before every tombstone");
    calm.world.dice.set(Weather::CALM);
    let later_page = restore::step(&*calm.world, Some("record/ ".to_owned()), None);
    assert!(!matches!(simulation::calm::at_once(later_page), Ok(Ok(_))), "nor from a later page");
}

#[test]
fn a_page_that_is_still_being_read_when_the_restoring_has_ended_brings_nothing_back() {
    for points in 0..POINTS_OF_A_PAGE {
        let mut calm = lived();
        calm.lose();
        let early = simulation::calm::at_once(restore::step(&*calm.world, None, None));
        assert!(matches!(early, Ok(Err(Problem::TooManyAttempts { .. }))));
        calm.world.clock.forward(5 * MINUTE_MS);
        // Its answer was lost on the way, and somebody restored all without it.
        let world = Rc::clone(&calm.world);
        let mut slow: Pin<Box<dyn Future<Output = ()>>> =
            Box::pin(async move { drop(restore::step(&*world, None, None).await) });
        let ended = calm.world.points.drive(&mut slow, Some(points));
        calm.restore();
        calm.erase(1).unwrap();
        calm.pass(10 * MINUTE_MS);
        assert!(ended || calm.world.points.drive(&mut slow, None));
        assert!(!calm.rows().records.contains_key(&id(1)), "halted after {points}");
    }
}

#[test]
fn copies_that_an_interrupted_erasing_left_behind_go_after_the_restoring() {
    let mut calm = lived();
    let seen = calm.record(1).version;
    calm.erase(1).unwrap();
    // The tombstone is there, and the ledger lost before the copies had gone.
    let tombstone = copy_name::erased(&calm.name(1));
    calm.keep(&tombstone, b"0");
    calm.lose();
    calm.restore();
    assert!(!calm.rows().records.contains_key(&id(1)));
    assert!(calm.copies("record/").contains(&calm.copy(1, seen)));
    calm.pass(10 * MINUTE_MS);
    assert_eq!(calm.copies(&format!("record/{}/", calm.name(1))), Vec::<String>::new());
}

#[test]
fn a_lost_ledger_takes_nothing_and_sends_nothing_until_it_is_restored() {
    let mut calm = lived();
    calm.lose();
    let letters = calm.world.posted.borrow().len();
    calm.spool(&mentee(7)).unwrap();
    calm.work();
    calm.pass(60 * MINUTE_MS);
    assert!(calm.rows().records.is_empty(), "what is spooled stays there");
    calm.restore();
    calm.pass(10 * MINUTE_MS);
    assert_eq!(calm.record(7).history.last().unwrap().what, Happening::TakenUp);
    assert_eq!(calm.world.posted.borrow().len(), letters + 2, "its own letters, and nobody else's again");
}

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
    let mut calm = lived();
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
    let mut calm = lived();
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
    let mut calm = lived();
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

#[test]
fn a_day_that_was_moved_is_not_taken_for_a_letter_that_has_gone() {
    let mut calm = Calm::default();
    let opens_on = |day: &'static str| {
        move |live: &mut domain::live::Live| {
            live.open = true;
            live.opens_on = Some(day.to_owned());
        }
    };
    calm.set_live(CLOSED, 0, opens_on("2026-11-25")).unwrap();
    calm.received(1, CLOSED, Role::Waiting);
    calm.pass(MINUTE_MS);
    calm.set_live(CLOSED, 1, opens_on("2026-12-01")).unwrap();
    // Past the first of the two days.
    calm.pass(3 * 24 * 60 * MINUTE_MS);
    calm.lose();
    calm.restore();
    assert_eq!(calm.letters(1, Fact::OpenedLetter).len(), 0);
    calm.pass(6 * 24 * 60 * MINUTE_MS);
    assert_eq!(calm.letters(1, Fact::OpenedLetter).len(), 1);
}
