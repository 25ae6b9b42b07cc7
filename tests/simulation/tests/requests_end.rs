//! How a request ends: by time, by whoever leaves or is erased, by a decision that is taken back, by the loss of the ledger. The place
//! is free again each time, and nobody is written to about what is over.

use domain::calendar;
use domain::desk::call::{Mark, MarkRequest};
use domain::ledger::{Happening, annotate, change, decide};
use domain::outbox::{DAY_MS, Fact};
use domain::problem::Problem;
use domain::programme::Role;
use domain::request::{Stage, Why};
use domain::standing::Standing;
use simulation::calm::{Calm, id};
use simulation::requests::{
    ALUMNI, MENTEE, MENTOR, agreed, ask, asked, begun, free, mentor, paired, sent, stage, until_over,
};
use simulation::two::{Phone, open};
use simulation::visitor::Visitor;
use simulation::weather::Weather;

#[test]
fn a_mentor_who_leaves_after_a_yes_holds_no_place_any_more_and_is_told_nothing() {
    for by_staff in [false, true] {
        let mut calm = agreed();
        if by_staff {
            let seen = calm.record(MENTOR).version;
            calm.bring(MENTOR, seen, Standing::UnderReview).unwrap();
        } else {
            Visitor::of(&calm, MENTOR).withdraw(&calm).unwrap();
        }
        assert_eq!((stage(&calm, MENTEE), free(&calm, MENTOR)), (Stage::Over(Why::MentorGone), 1), "{by_staff}");
        calm.pass(DAY_MS);
        assert!(calm.letters(MENTOR, Fact::ReleaseLetter).is_empty());
    }
}

#[test]
fn what_is_undone_asks_nobody_twice() {
    let mut calm = asked();
    let seen = calm.record(MENTEE).version;
    let over = calm.bring(MENTEE, seen, Standing::NoMatch).unwrap();
    let undone = calm.decide(move |book| decide::undo(book, &id(MENTEE), over.version, "staff@example.org")).unwrap();
    assert_eq!((undone.standing, stage(&calm, MENTEE)), (Standing::WithMentor, Stage::Asked));
    calm.pass(until_over(&calm, MENTEE));
    assert_eq!((sent(&calm, Fact::RequestLetter), sent(&calm, Fact::RequestReminder)), (1, 1));
}

#[test]
fn a_listing_that_is_undone_asks_nobody() {
    let mut calm = Calm::default();
    let seen = mentor(&mut calm, MENTOR, 1).version;
    let seen = calm.bring(MENTOR, seen, Standing::UnderReview).unwrap().version;
    let listed = calm.bring(MENTOR, seen, Standing::Listed).unwrap();
    calm.received(MENTEE, ALUMNI, Role::Mentee);
    ask(&calm, MENTEE, MENTOR).unwrap();
    let seen = calm.record(MENTOR).version;
    assert_eq!(seen, listed.version + u32::from(seen != listed.version));
    calm.decide(move |book| decide::undo(book, &id(MENTOR), seen, "staff@example.org")).unwrap();
    assert_eq!(stage(&calm, MENTEE), Stage::Over(Why::MentorGone));
}

#[test]
fn who_was_never_reached_is_not_reminded_and_has_not_kept_anybody_waiting() {
    let mut calm = begun();
    ask(&calm, MENTEE, MENTOR).unwrap();
    calm.world.dice.set(Weather { mail_fails: 1000, ..Weather::CALM });
    calm.pass(until_over(&calm, MENTEE));
    assert_eq!(stage(&calm, MENTEE), Stage::Over(Why::NotReached));
    assert_eq!((sent(&calm, Fact::RequestLetter), sent(&calm, Fact::RequestReminder)), (0, 0));
}

#[test]
fn who_does_not_answer_is_reminded_once_and_asked_no_more_when_the_day_is_over() {
    let mut calm = asked();
    calm.pass(until_over(&calm, MENTEE));
    assert_eq!(stage(&calm, MENTEE), Stage::Over(Why::NoAnswer));
    assert_eq!((calm.record(MENTEE).standing, sent(&calm, Fact::RequestReminder)), (Standing::UnderReview, 1));
    let phone = open(&calm, MENTEE, Fact::RequestLetter);
    assert_eq!(phone.answer(MENTEE, true), Err(Problem::Changed), "too late");
    assert_eq!(phone.request(MENTEE).map(|page| (page.stage, page.answers.len())), Ok((Stage::Over(Why::NoAnswer), 0)));
    calm.pass(30 * DAY_MS);
    assert_eq!(sent(&calm, Fact::RequestReminder), 1);
}

#[test]
fn an_alarm_that_comes_when_the_day_is_over_reminds_nobody() {
    let mut calm = asked();
    calm.world.clock.forward(until_over(&calm, MENTEE));
    calm.work();
    assert_eq!((stage(&calm, MENTEE), sent(&calm, Fact::RequestReminder)), (Stage::Over(Why::NoAnswer), 0));
}

#[test]
fn a_mentee_who_does_not_choose_gives_the_place_back_and_the_mentor_is_told() {
    let mut calm = agreed();
    assert_eq!(free(&calm, MENTOR), 0);
    calm.pass(until_over(&calm, MENTEE));
    assert_eq!((stage(&calm, MENTEE), free(&calm, MENTOR)), (Stage::Over(Why::NoChoice), 1));
    assert_eq!((sent(&calm, Fact::RequestReminder), calm.letters(MENTOR, Fact::ReleaseLetter).len()), (1, 1));
}

#[test]
fn whoever_takes_their_application_back_while_a_mentor_says_yes_is_asked_no_more() {
    for yes_first in [false, true] {
        let mut calm = asked();
        let session = open(&calm, MENTEE, Fact::RequestLetter).session;
        let says_yes = |calm: &Calm| Phone { calm, number: MENTOR, session: session.clone() }.answer(MENTEE, true);
        if yes_first {
            says_yes(&calm).unwrap();
        }
        Visitor::of(&calm, MENTEE).withdraw(&calm).unwrap();
        if !yes_first {
            assert_eq!(says_yes(&calm), Err(Problem::Changed));
        }
        calm.pass(30 * DAY_MS);
        assert_eq!((stage(&calm, MENTEE), free(&calm, MENTOR)), (Stage::Over(Why::Released), 1), "{yes_first}");
        assert_eq!(calm.letters(MENTOR, Fact::ReleaseLetter).len(), usize::from(yes_first));
        assert_eq!((sent(&calm, Fact::RequestReminder), sent(&calm, Fact::ChoiceLetter)), (0, 0));
    }
}

#[test]
fn a_request_that_is_undone_before_its_letters_have_gone_was_none() {
    let mut calm = begun();
    let before = calm.record(MENTEE);
    let record = ask(&calm, MENTEE, MENTOR).unwrap();
    let seen = record.version;
    let undone = calm.decide(move |book| decide::undo(book, &id(MENTEE), seen, "staff@example.org")).unwrap();
    assert_eq!((undone.standing, undone.requests.len()), (before.standing, 0));
    calm.pass(30 * DAY_MS);
    assert_eq!((sent(&calm, Fact::RequestLetter), sent(&calm, Fact::DecisionLetter)), (0, 0));
    assert_eq!(calm.record(MENTEE).history.last().map(|event| event.what), Some(Happening::Undone(before.standing)));
}

#[test]
fn a_mentorship_that_ends_gives_the_place_back() {
    let mut calm = paired();
    let seen = calm.record(MENTEE).version;
    let ended = calm.bring(MENTEE, seen, Standing::Ended).unwrap();
    assert_eq!(free(&calm, MENTOR), 1);
    let undone = calm.decide(move |book| decide::undo(book, &id(MENTEE), ended.version, "staff@example.org")).unwrap();
    assert_eq!((undone.standing, stage(&calm, MENTEE), free(&calm, MENTOR)), (Standing::Paired, Stage::Accepted, 0));
    calm.pass(DAY_MS);
    assert_eq!((sent(&calm, Fact::IntroductionLetter), calm.letters(MENTOR, Fact::ReleaseLetter).len()), (1, 0));
}

#[test]
fn a_mentor_who_leaves_is_erased_or_rests_is_asked_no_more() {
    let leaves: [fn(&mut Calm); 3] = [
        |calm| drop(Visitor::of(calm, MENTOR).withdraw(calm).unwrap()),
        |calm| calm.erase(MENTOR).unwrap(),
        |calm| {
            let request = MarkRequest {
                reference: String::new(),
                seen: calm.record(MENTOR).version,
                mark: Mark::Restricted,
                is_so: true,
                reason: "Begärd.".to_owned(),
            };
            calm.decide(move |book| annotate::mark(book, &id(MENTOR), "staff@example.org", &request)).unwrap();
        },
    ];
    for leave in leaves {
        let mut calm = asked();
        leave(&mut calm);
        assert_eq!(stage(&calm, MENTEE), Stage::Over(Why::MentorGone));
        assert_eq!(calm.record(MENTEE).standing, Standing::UnderReview);
        calm.pass(30 * DAY_MS);
        assert_eq!(sent(&calm, Fact::RequestReminder), 0);
    }
}

#[test]
fn an_erased_mentee_gives_the_place_back_and_the_mentor_is_told() {
    let mut calm = agreed();
    calm.erase(MENTEE).unwrap();
    calm.pass(DAY_MS);
    assert_eq!((free(&calm, MENTOR), calm.letters(MENTOR, Fact::ReleaseLetter).len()), (1, 1));
}

#[test]
fn a_restored_ledger_still_ends_what_nobody_answers() {
    let mut calm = agreed();
    calm.pass(60_000);
    calm.lose();
    assert!(calm.restore().is_empty());
    assert_eq!((stage(&calm, MENTEE), free(&calm, MENTOR)), (Stage::Agreed, 0));
    open(&calm, MENTEE, Fact::RequestLetter);
    calm.pass(until_over(&calm, MENTEE));
    assert_eq!((stage(&calm, MENTEE), free(&calm, MENTOR)), (Stage::Over(Why::NoChoice), 1));
}

#[test]
fn places_are_as_many_as_the_yeses_that_stand_when_a_copy_of_one_of_the_two_is_lost() {
    for (spoilt, stands) in [(MENTOR, Stage::Agreed), (MENTEE, Stage::Asked)] {
        let mut calm = asked();
        calm.pass(60_000);
        let before = calm.record(spoilt).version;
        open(&calm, MENTEE, Fact::RequestLetter).answer(MENTEE, true).unwrap();
        calm.pass(60_000);
        for version in before + 1..=calm.record(spoilt).version {
            calm.spoil(&calm.copy(spoilt, version));
        }
        calm.lose();
        assert!(!calm.restore().is_empty(), "a copy that does not open");
        let held = u32::from(stands == Stage::Agreed);
        assert_eq!((stage(&calm, MENTEE), free(&calm, MENTOR)), (stands, 1 - held), "{spoilt}");
    }
}

#[test]
fn a_pair_whose_answers_staff_correct_stays_a_pair() {
    let calm = paired();
    let record = calm.record(MENTEE);
    let mut draft = record.draft.clone();
    draft.answers.insert("goals".to_owned(), vec!["Ett rättat mål".to_owned()]);
    let corrected = calm.decide(move |book| change::edit(book, &id(MENTEE), record.version, &draft)).unwrap();
    assert_eq!((corrected.standing, stage(&calm, MENTEE)), (Standing::Paired, Stage::Accepted));
    assert_eq!(free(&calm, MENTOR), 0);
}

#[test]
fn a_reminder_comes_at_eight_also_on_the_day_on_which_the_clocks_are_changed() {
    // Asked on these days, the reminder is due on the Sunday of the change.
    for (asked_on, changed_on) in [("2027-03-18", "2027-03-28"), ("2027-10-25", "2027-10-31")] {
        let mut calm = Calm::default();
        calm.world.clock.forward_to(calendar::start_of(asked_on).unwrap() + 10 * 60 * 60_000);
        mentor(&mut calm, MENTOR, 1);
        calm.received(MENTEE, ALUMNI, Role::Mentee);
        open(&calm, MENTEE, Fact::ApplicantLetter);
        ask(&calm, MENTEE, MENTOR).unwrap();
        calm.pass(until_over(&calm, MENTEE));
        let reminders = calm.letters(MENTEE, Fact::RequestReminder);
        let went: Vec<_> = reminders.iter().map(|one| (calendar::day(one.at), calendar::clock(one.at))).collect();
        assert!(went.len() == 1 && went[0].0 == changed_on && went[0].1.starts_with("08."), "{went:?}");
        assert_eq!(stage(&calm, MENTEE), Stage::Over(Why::NoAnswer));
    }
}
