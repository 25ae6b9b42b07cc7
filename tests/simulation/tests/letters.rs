//! Letters that a person turns off, and no second reminder on one day.

use domain::call::LettersRequest;
use domain::ledger::{Happening, letters, willing};
use domain::mentor::willing::ASKED_AFTER_DAYS;
use domain::outbox::{DAY_MS, Fact};
use domain::problem::Problem;
use domain::programme::Role;
use domain::request::Stage;
use simulation::calm::Calm;
use simulation::requests::{MENTEE, MENTOR, OTHER, ask, asked, begun, mentor, places, sent, stage, until_over};
use simulation::visitor::Visitor;

fn choose(calm: &Calm, number: u64, wanted: &[Fact]) -> Result<Vec<Fact>, Problem> {
    let Visitor { session, of } = Visitor::of(calm, number);
    let wanted = wanted.to_vec();
    calm.decide(move |book| letters::choose(book, &LettersRequest { session, of, wanted })).map(|page| page.letters)
}

#[test]
fn all_come_until_somebody_turns_one_off_and_twice_is_once() {
    let calm = begun();
    let shown = |number| Visitor::of(&calm, number).read(&calm).letters;
    assert_eq!(shown(MENTOR), [Fact::RequestReminder, Fact::WillingLetter]);
    assert_eq!(shown(MENTEE), [Fact::RequestReminder]);
    assert_eq!(choose(&calm, MENTOR, &[Fact::WillingLetter]), Ok(vec![Fact::WillingLetter]));
    let version = calm.record(MENTOR).version;
    assert_eq!(choose(&calm, MENTOR, &[Fact::WillingLetter]), Ok(vec![Fact::WillingLetter]));
    assert_eq!((calm.record(MENTOR).version, shown(MENTOR)), (version, vec![Fact::WillingLetter]));
    let last = calm.record(MENTOR).history.last().map(|event| event.what);
    assert_eq!(last, Some(Happening::LetterTurned(Fact::RequestReminder, false)));
    assert_eq!(choose(&calm, MENTOR, letters::can_be_turned_off(Role::Mentor)).map(|all| all.len()), Ok(2));
}

#[test]
fn a_reminder_that_is_turned_off_does_not_go_and_the_day_of_the_answer_stands() {
    let mut calm = asked();
    choose(&calm, MENTEE, &[]).unwrap();
    choose(&calm, MENTOR, &[Fact::WillingLetter]).unwrap();
    calm.pass(until_over(&calm, MENTEE));
    assert_eq!((sent(&calm, Fact::RequestReminder), calm.task(MENTEE, Fact::RequestReminder)), (0, None));
    assert!(matches!(stage(&calm, MENTEE), Stage::Over(_)));
}

#[test]
fn whoever_else_reads_it_has_their_own_choice() {
    let mut calm = asked();
    choose(&calm, MENTEE, &[]).unwrap();
    calm.pass(until_over(&calm, MENTEE));
    assert_eq!(sent(&calm, Fact::RequestReminder), 1, "it is the mentor who is reminded");
}

#[test]
fn what_nobody_can_turn_off_goes_whatever_is_asked() {
    let mut calm = begun();
    assert_eq!(choose(&calm, MENTOR, &[]), Ok(vec![]));
    ask(&calm, MENTEE, MENTOR).unwrap();
    calm.pass(DAY_MS);
    assert_eq!(sent(&calm, Fact::RequestLetter), 1);
}

#[test]
fn the_question_whether_still_willing_is_turned_off_and_on_again() {
    let mut calm = Calm::default();
    mentor(&mut calm, MENTOR, 1);
    choose(&calm, MENTOR, &[Fact::RequestReminder]).unwrap();
    let look = |calm: &mut Calm| {
        for _ in 0..7 {
            calm.decide(|book| willing::arrange(book).map(Ok)).unwrap();
            calm.pass(DAY_MS);
        }
        calm.letters(MENTOR, Fact::WillingLetter).len()
    };
    calm.pass((ASKED_AFTER_DAYS + 1) * DAY_MS);
    let version = calm.record(MENTOR).version;
    assert_eq!((look(&mut calm), calm.record(MENTOR).version), (0, version), "nor is it arranged every day anew");
    choose(&calm, MENTOR, &[Fact::RequestReminder, Fact::WillingLetter]).unwrap();
    assert_eq!(look(&mut calm), 1);
}

#[test]
fn what_was_chosen_survives_the_loss_of_the_ledger() {
    let mut calm = begun();
    choose(&calm, MENTEE, &[]).unwrap();
    calm.work();
    calm.lose();
    calm.restore();
    assert!(letters::wanted(&calm.record(MENTEE)).is_empty());
}

#[test]
fn of_two_reminders_on_one_day_the_second_waits_until_the_next_morning() {
    let mut calm = begun();
    places(&calm, MENTOR, 2);
    for mentee in [MENTEE, OTHER] {
        ask(&calm, mentee, MENTOR).unwrap();
    }
    let reminders = |calm: &Calm| [MENTEE, OTHER].map(|number| calm.letters(number, Fact::RequestReminder).len());
    let due_at = calm.task(MENTEE, Fact::RequestReminder).unwrap().due_at;
    assert_eq!(calm.task(OTHER, Fact::RequestReminder).unwrap().due_at, due_at, "both fall due on one morning");
    calm.pass(due_at + 60_000 - calm.world.clock.now());
    assert_eq!(reminders(&calm).iter().sum::<usize>(), 1);
    calm.pass(23 * 60 * 60_000);
    assert_eq!(reminders(&calm).iter().sum::<usize>(), 1);
    calm.pass(2 * 60 * 60_000);
    assert_eq!(reminders(&calm), [1, 1]);
}
