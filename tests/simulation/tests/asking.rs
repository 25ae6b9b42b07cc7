//! How a mentor is asked, and what the student hears of it, each told as a sentence.

use domain::call::DisownRequest;
use domain::framework::{Asking, Stage};
use domain::ledger::own;
use domain::outbox::{DAY_MS, Fact, TaskState};
use simulation::calm::link_in;
use simulation::two::{Phone, asking, last_letter, letters, open, sent, shared, stage};
use simulation::weather::Weather;

const HOUR_MS: i64 = 3_600_000;

#[test]
fn a_reminder_comes_a_week_after_the_letter_went_and_the_student_is_told_a_week_after_that() {
    let mut calm = sent(1);
    open(&calm, 1, Fact::ApplicantLetter);
    calm.world.no_mail_until.set(calm.world.clock.real() + 3 * DAY_MS);
    calm.work();
    assert_eq!((letters(&calm), asking(&calm)), ([0, 0, 0], Asking::UnderWay));
    calm.pass(4 * DAY_MS);
    assert_eq!((letters(&calm), asking(&calm)), ([1, 0, 0], Asking::Asked));
    let went_at = calm.letters(1, Fact::MentorLetter)[0].at;
    calm.pass(60 * DAY_MS);
    assert_eq!((letters(&calm), asking(&calm)), ([1, 1, 1], Asking::Told));
    let days = |fact| (calm.letters(1, fact)[0].at - went_at) / HOUR_MS;
    assert_eq!((days(Fact::MentorReminder), days(Fact::NoAnswerLetter)), (7 * 24, 14 * 24));
    // A new link is no new reminder, and the student hears of it once more.
    open(&calm, 1, Fact::ApplicantLetter).renew().unwrap();
    calm.pass(60 * DAY_MS);
    assert_eq!((letters(&calm), asking(&calm)), ([2, 1, 2], Asking::Told));
}

#[test]
fn a_student_is_told_when_the_letter_to_the_mentor_is_refused_and_can_send_a_new_link() {
    let mut calm = sent(1);
    open(&calm, 1, Fact::ApplicantLetter);
    calm.world.dice.set(Weather { mail_refuses: 1000, ..Weather::CALM });
    calm.run.ring();
    assert_eq!(calm.task(1, Fact::MentorLetter).unwrap().state, TaskState::GivenUp);
    calm.world.dice.set(Weather::CALM);
    // The letter that says so was refused as well; the page says it all the same.
    assert_eq!((asking(&calm), letters(&calm)), (Asking::Undelivered, [0, 0, 0]));
    calm.pass(30 * DAY_MS);
    assert_eq!(calm.letters(1, Fact::MentorReminder).len(), 0, "nobody is reminded of what never came");
    open(&calm, 1, Fact::ApplicantLetter).renew().unwrap();
    calm.work();
    assert_eq!((asking(&calm), letters(&calm)), (Asking::Asked, [1, 0, 0]));
    calm.pass(30 * DAY_MS);
    assert_eq!((asking(&calm), letters(&calm)), (Asking::Told, [1, 1, 1]));
}

#[test]
fn a_student_is_told_when_nobody_knows_whether_the_letter_arrived() {
    let mut calm = shared();
    calm.world.dice.set(Weather { mail_unknown: 1000, ..Weather::CALM });
    calm.pass(8 * DAY_MS);
    assert_eq!(
        (calm.task(1, Fact::MentorReminder).unwrap().state, asking(&calm)),
        (TaskState::Unknown, Asking::Unsure)
    );
    calm.world.dice.set(Weather::CALM);
    open(&calm, 1, Fact::ApplicantLetter).renew().unwrap();
    calm.world.dice.set(Weather { mail_refuses: 1000, ..Weather::CALM });
    calm.run.ring();
    calm.world.dice.set(Weather::CALM);
    open(&calm, 1, Fact::ApplicantLetter).renew().unwrap();
    calm.pass(30 * DAY_MS);
    assert_eq!(asking(&calm), Asking::Told, "in the end one was reminded, and the student told");
}

#[test]
fn a_student_is_told_when_the_letter_reached_somebody_else_who_is_not_reminded() {
    let mut calm = shared();
    assert_eq!((asking(&calm), letters(&calm)), (Asking::Asked, [1, 0, 0]));
    let link = link_in(&last_letter(&calm, Fact::MentorLetter).text).unwrap();
    for _ in 0..2 {
        let request = DisownRequest { link: link.hash() };
        calm.decide(move |book| own::disown(book, &request)).unwrap();
    }
    calm.work();
    assert_eq!((asking(&calm), letters(&calm)), (Asking::Undelivered, [1, 0, 1]));
    calm.pass(30 * DAY_MS);
    assert_eq!(letters(&calm), [1, 0, 1], "nobody is reminded of what is not theirs");
    open(&calm, 1, Fact::ApplicantLetter).renew().unwrap();
    calm.work();
    assert_eq!((asking(&calm), letters(&calm)), (Asking::Asked, [2, 0, 1]));
}

#[test]
fn a_letter_that_was_given_up_is_told_of_at_once() {
    let mut calm = sent(1);
    open(&calm, 1, Fact::ApplicantLetter);
    calm.world.no_mail_until.set(calm.world.clock.real() + 15 * DAY_MS);
    calm.pass(16 * DAY_MS);
    assert_eq!((asking(&calm), letters(&calm)), (Asking::Undelivered, [0, 0, 1]));
    let told = last_letter(&calm, Fact::NoAnswerLetter);
    assert!(told.subject.contains("kom inte fram"), "{}", told.subject);
}

#[test]
fn a_new_link_that_goes_astray_is_told_of_also_where_the_two_have_agreed() {
    let mut calm = shared();
    open(&calm, 1, Fact::MentorLetter).accept(&[]).unwrap();
    calm.work();
    calm.pass(30 * DAY_MS);
    assert_eq!((stage(&calm), letters(&calm)), (Stage::Agreed, [1, 0, 0]));
    open(&calm, 1, Fact::ApplicantLetter).renew().unwrap();
    calm.world.no_mail_until.set(calm.world.clock.real() + 15 * DAY_MS);
    calm.pass(16 * DAY_MS);
    assert_eq!(letters(&calm), [1, 0, 1]);
}

#[test]
fn a_mentor_who_was_not_reached_gets_the_notice_before_any_news() {
    let mut calm = sent(1);
    let session = open(&calm, 1, Fact::ApplicantLetter).session;
    calm.world.no_mail_until.set(calm.world.clock.real() + HOUR_MS);
    calm.run.ring();
    assert_eq!(calm.task(1, Fact::MentorLetter).unwrap().attempts, 1);
    Phone { calm: &calm, number: 1, session }.propose("Andra ämnen", None).unwrap();
    calm.pass(2 * DAY_MS);
    assert_eq!((letters(&calm), calm.letters(1, Fact::MentorNews).len()), ([1, 0, 0], 0));
    let first = last_letter(&calm, Fact::MentorLetter);
    assert!(first.text.contains("personuppgiftsansvarig"), "{}", first.text);
}

#[test]
fn a_ledger_that_was_lost_while_the_mentor_was_written_to_tells_the_student() {
    let mut calm = sent(1);
    open(&calm, 1, Fact::ApplicantLetter);
    calm.world.no_mail_until.set(calm.world.clock.real() + 10 * 60_000);
    calm.work();
    calm.pass(60_000);
    calm.lose();
    calm.restore();
    assert_eq!(asking(&calm), Asking::Unsure);
    calm.pass(DAY_MS);
    assert_eq!(letters(&calm), [0, 0, 1]);
}
