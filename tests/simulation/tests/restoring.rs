//! A lost ledger and its restoring, told as sentences; nothing else goes wrong around them.

use domain::ledger::{Happening, copy_name, restore};
use domain::outbox::Fact;
use domain::problem::Problem;
use domain::programme::Role;
use domain::standing::Standing;
use simulation::calm::{Calm, at_once, id, mentee};
use simulation::weather::Weather;
use std::pin::Pin;
use std::rc::Rc;

const CLOSED: &str = "junior-faculty";
const MINUTE_MS: i64 = 60_000;
/// More than a page of six records passes.
const POINTS_OF_A_PAGE: u32 = 60;

#[test]
fn a_lost_ledger_comes_back_row_by_row_without_what_was_erased() {
    let mut calm = Calm::lived();
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
    let calm = Calm::lived();
    let newest = calm.record(2).version;
    calm.spoil(&calm.copy(2, newest));
    calm.lose();
    assert_eq!(calm.restore(), [calm.copy(2, newest)], "what does not open is named");
    assert_eq!((calm.record(2).version, calm.record(2).standing), (newest - 1, Standing::Received));
}

#[test]
fn restoring_stops_when_the_tombstones_cannot_be_listed() {
    let calm = Calm::lived();
    calm.lose();
    calm.world.dice.set(Weather { kv_refuses: 1000, ..Weather::CALM });
    let step = at_once(restore::step(&*calm.world, None, None));
    assert_eq!(step, Ok(Err(Problem::Unreachable)));
    assert!(calm.rows().records.is_empty(), "nothing comes back before every tombstone");
    calm.world.dice.set(Weather::CALM);
    let later_page = restore::step(&*calm.world, Some("record/ ".to_owned()), None);
    assert!(!matches!(at_once(later_page), Ok(Ok(_))), "nor from a later page");
}

#[test]
fn a_page_that_is_still_being_read_when_the_restoring_has_ended_brings_nothing_back() {
    for points in 0..POINTS_OF_A_PAGE {
        let mut calm = Calm::lived();
        calm.lose();
        let early = at_once(restore::step(&*calm.world, None, None));
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
    let mut calm = Calm::lived();
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
    let mut calm = Calm::lived();
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
