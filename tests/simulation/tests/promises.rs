//! Nobody waits for a mentor who has no place for them, and nobody for a day that is over.

use domain::calendar;
use domain::desk::queue::{Need, queue};
use domain::desk::row::{Marks, Row};
use domain::outbox::Fact;
use domain::problem::Problem;
use domain::programme::Role;
use domain::standing::LETTER_WAITS_MS;
use simulation::calm::Calm;
use simulation::requests::{ALUMNI, MENTEE, MENTOR, OTHER, ask, ask_in_turn, begun, mentor, show, wish};
use simulation::two::open;

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
const SECOND: u64 = 4;

#[test]
fn a_mentor_is_asked_for_no_more_people_than_they_have_places() {
    let mut calm = begun();
    ask(&calm, MENTEE, MENTOR).unwrap();
    assert_eq!(ask(&calm, OTHER, MENTOR).map(drop), Err(Problem::NoPlace));
    calm.pass(LETTER_WAITS_MS + 60_000);
    open(&calm, MENTEE, Fact::RequestLetter).answer(MENTEE, false).unwrap();
    ask(&calm, OTHER, MENTOR).unwrap();
}

#[test]
fn a_wish_that_is_being_asked_for_somebody_else_is_passed_over_and_may_come_later() {
    let mut calm = Calm::default();
    for number in [MENTOR, SECOND] {
        mentor(&mut calm, number, 1);
        show(&calm, number, "name");
    }
    for number in [MENTEE, OTHER] {
        calm.received(number, ALUMNI, Role::Mentee);
        open(&calm, number, Fact::ApplicantLetter);
    }
    calm.work();
    ask(&calm, OTHER, MENTOR).unwrap();
    wish(&calm, Fact::ApplicantLetter, &[MENTOR, SECOND], "").unwrap();
    let asked = ask_in_turn(&calm).unwrap();
    assert_eq!(asked.request().map(|request| request.mentor.clone()), Some(simulation::calm::id(SECOND)));
    calm.pass(LETTER_WAITS_MS + 60_000);
    open(&calm, OTHER, Fact::RequestLetter).answer(OTHER, false).unwrap();
    open(&calm, MENTEE, Fact::RequestLetter).answer(MENTEE, false).unwrap();
    let now = calm.record(MENTEE);
    assert_eq!(now.request().map(|request| request.mentor.clone()), Some(simulation::calm::id(MENTOR)));
}

#[test]
fn who_waits_again_after_a_no_has_a_new_day_and_is_not_overdue() {
    let mut calm = begun();
    calm.pass(20 * DAY_MS);
    ask(&calm, MENTEE, MENTOR).unwrap();
    calm.pass(LETTER_WAITS_MS + 60_000);
    open(&calm, MENTEE, Fact::RequestLetter).answer(MENTEE, false).unwrap();
    calm.work();
    let record = calm.record(MENTEE);
    let now = calm.world.clock.now();
    let promised = record.answer_by.clone().unwrap();
    assert!(promised > calendar::day(now + 5 * DAY_MS), "{promised}");
    let needs = |at| {
        let items = queue(&[Row::of(&record, Marks::default())], &[], at);
        items.iter().map(|item| (item.need, item.late_days > 0)).collect::<Vec<_>>()
    };
    assert_eq!(needs(now), [(Need::AskAgain, false)]);
    assert_eq!(needs(now + 30 * DAY_MS), [(Need::Overdue, true)]);
}
