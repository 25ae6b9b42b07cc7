//! A mentor who wants to know something first: one question, one reply, and no day passes for the mentor meanwhile.

use domain::ledger::Happening;
use domain::outbox::{DAY_MS, Fact};
use domain::problem::{Fault, FaultKind, Problem};
use domain::request::{Stage, Why};
use domain::standing::Standing;
use simulation::calm::Calm;
use simulation::requests::{MENTEE, MENTOR, asked, free, stage, until_over};
use simulation::two::{Phone, open};
use simulation::visitor::Visitor;

/// The mentor has asked, and the mentee has the letter.
fn wondering() -> Calm {
    let mut calm = asked();
    open(&calm, MENTEE, Fact::RequestLetter).talk(MENTEE, " Vad vill du bli? qx9ask ").unwrap();
    calm.work();
    calm
}

#[test]
fn a_question_is_asked_and_answered_and_then_the_mentor_says_yes() {
    let mut calm = wondering();
    assert_eq!((stage(&calm, MENTEE), calm.record(MENTEE).standing), (Stage::Wondering, Standing::WithMentor));
    let mentee = open(&calm, MENTEE, Fact::ChoiceLetter);
    let page = mentee.request(MENTEE).unwrap();
    assert_eq!(page.question.as_ref().map(|one| one.text.as_str()), Some("Vad vill du bli? qx9ask"));
    assert!(page.answers.is_empty() && page.contact.is_none(), "who asks is not told before a yes");
    mentee.talk(MENTEE, "Forskare. qx9reply").unwrap();
    assert_eq!(stage(&calm, MENTEE), Stage::Asked);
    calm.work();
    assert_eq!(calm.letters(MENTEE, Fact::RequestLetter).len(), 2, "the mentor is told that there is a reply");
    let mentor = open(&calm, MENTEE, Fact::RequestLetter);
    let page = mentor.request(MENTEE).unwrap();
    assert_eq!(page.question.and_then(|one| one.reply).as_deref(), Some("Forskare. qx9reply"));
    mentor.answer(MENTEE, true).unwrap();
    assert_eq!((stage(&calm, MENTEE), free(&calm, MENTOR)), (Stage::Agreed, 0));
    let happened: Vec<Happening> = calm.record(MENTEE).history.iter().map(|event| event.what).collect();
    assert!(happened.contains(&Happening::MentorWondered) && happened.contains(&Happening::MenteeReplied));
    for fact in Fact::ALL {
        let texts: Vec<String> = calm.letters(MENTEE, fact).into_iter().map(|one| one.letter.text).collect();
        assert!(texts.iter().all(|text| !text.contains("qx9")), "{fact:?}");
    }
}

#[test]
fn one_question_is_all_and_twice_is_once() {
    let calm = wondering();
    let mentor = open(&calm, MENTEE, Fact::RequestLetter);
    let version = calm.record(MENTEE).version;
    mentor.talk(MENTEE, "Vad vill du bli? qx9ask").unwrap();
    assert_eq!(calm.record(MENTEE).version, version);
    assert_eq!(mentor.talk(MENTEE, "Och sedan?"), Err(Problem::Changed));
    let mentee = open(&calm, MENTEE, Fact::ChoiceLetter);
    mentee.talk(MENTEE, "Forskare.").unwrap();
    mentee.talk(MENTEE, "Forskare.").unwrap();
    assert_eq!(mentee.talk(MENTEE, "Lärare."), Err(Problem::Changed));
    assert_eq!(open(&calm, MENTEE, Fact::RequestLetter).talk(MENTEE, "Och sedan?"), Err(Problem::Changed));
}

#[test]
fn while_the_mentor_waits_their_days_do_not_pass_and_a_silent_mentee_ends_it() {
    let mut calm = asked();
    calm.pass(4 * 24 * 60 * 60 * 1000);
    let before = calm.record(MENTEE).requests[0].answer_by.clone();
    open(&calm, MENTEE, Fact::RequestLetter).talk(MENTEE, "Vad?").unwrap();
    let mine = calm.record(MENTEE).requests[0].answer_by.clone();
    assert!(mine > before, "the mentee has days of their own");
    calm.pass(4 * 24 * 60 * 60 * 1000);
    open(&calm, MENTEE, Fact::ChoiceLetter).talk(MENTEE, "Det.").unwrap();
    assert!(calm.record(MENTEE).requests[0].answer_by > mine, "and the mentor has theirs anew");

    let mut calm = wondering();
    let over = until_over(&calm, MENTEE);
    calm.pass(over);
    assert_eq!((stage(&calm, MENTEE), free(&calm, MENTOR)), (Stage::Over(Why::NoChoice), 1));
    assert_eq!(calm.record(MENTEE).standing, Standing::UnderReview);
    assert_eq!(calm.letters(MENTEE, Fact::RequestReminder).len(), 1, "reminded once");
}

#[test]
fn a_mentor_may_answer_before_the_reply_and_whoever_takes_it_back_is_asked_nothing() {
    let calm = wondering();
    open(&calm, MENTEE, Fact::RequestLetter).answer(MENTEE, false).unwrap();
    let mentee = open(&calm, MENTEE, Fact::ChoiceLetter);
    assert_eq!(mentee.talk(MENTEE, "För sent."), Err(Problem::Changed));
    let calm = wondering();
    Visitor::of(&calm, MENTEE).withdraw(&calm).unwrap();
    assert_eq!(stage(&calm, MENTEE), Stage::Over(Why::Released));
}

#[test]
fn what_is_empty_or_too_long_is_told_at_its_field_and_strangers_say_nothing() {
    let calm = asked();
    let mentor = open(&calm, MENTEE, Fact::RequestLetter);
    let fault = |kind| Err(vec![Fault::of("talk", kind)].into());
    assert_eq!(mentor.talk(MENTEE, "  "), fault(FaultKind::Missing));
    assert_eq!(mentor.talk(MENTEE, &"x".repeat(301)), fault(FaultKind::TooLong { max: 300, over: 1 }));
    let receipt = Visitor::of(&calm, MENTOR);
    let stranger = Phone { calm: &calm, number: MENTOR, session: receipt.session.clone() };
    assert_eq!(stranger.talk(MENTEE, "Vem är du?"), Err(Problem::Changed));
    let mentee = open(&calm, MENTEE, Fact::ApplicantLetter);
    assert_eq!(mentee.talk(MENTEE, "Vem frågar?"), Err(Problem::Changed), "who was asked nothing replies nothing");
}

#[test]
fn how_soon_a_mentor_answers_is_counted_from_their_first_word_once_a_request() {
    let mut calm = asked();
    calm.pass(2 * DAY_MS);
    let days = |calm: &Calm| calm.record(MENTOR).mentor.map(|kept| kept.answered_in).unwrap();
    assert_eq!(days(&calm), Vec::<u32>::new());
    open(&calm, MENTEE, Fact::RequestLetter).talk(MENTEE, "Kan du ses på kvällar?").unwrap();
    assert_eq!(days(&calm), [3], "the third day has begun");
    calm.work();
    open(&calm, MENTEE, Fact::ChoiceLetter).talk(MENTEE, "Ja, på tisdagar.").unwrap();
    calm.pass(DAY_MS);
    for _ in 0..2 {
        open(&calm, MENTEE, Fact::RequestLetter).answer(MENTEE, true).unwrap();
    }
    assert_eq!(days(&calm), [3], "the yes is no second answer");
}
