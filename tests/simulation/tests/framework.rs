//! What the ledger decides about a framework that a student shares with their mentor, each told as a sentence.

use domain::framework::{Side, Stage};
use domain::independence::Tie;
use domain::ledger::LinkKind;
use domain::ledger::agree::{self, RENEWED_A_DAY_MAX, RENEWED_MAX, STATEMENTS_MAX};
use domain::outbox::{DAY_MS, Fact};
use domain::problem::{Fault, FaultKind, Problem};
use domain::programme::Role;
use simulation::calm::{draft, id, request};
use simulation::two::{DOCTORAL, Phone, last_letter, letters, open, shared, stage};

#[test]
fn what_is_pressed_for_one_framework_never_happens_to_another_in_the_same_browser() {
    let mut calm = shared();
    calm.send(&request(2, draft(DOCTORAL, Role::Framework, 2))).unwrap();
    calm.work();
    open(&calm, 2, Fact::ApplicantLetter);
    calm.work();
    let (first, second) = (calm.record(1), calm.record(2));
    // The tab shows the first one; the session has become the second one's.
    let session = open(&calm, 2, Fact::MentorLetter).session;
    let before = calm.record(2);
    let tab = Phone { calm: &calm, number: 1, session };
    assert_ne!(first.reference, second.reference);
    assert_eq!(tab.accept(&[]), Err(Problem::Changed));
    assert_eq!(tab.propose("Andra ämnen", Some(&[])), Err(Problem::Changed));
    assert_eq!(tab.end(true), Err(Problem::Changed));
    assert_eq!(tab.renew(), Err(Problem::Changed));
    assert_eq!((calm.record(1), calm.record(2)), (first, before), "nothing has happened to either");
}

#[test]
fn a_mentor_is_sent_three_new_links_a_day_and_ten_in_all() {
    let mut calm = shared();
    let mut renewed = 0;
    while renewed < RENEWED_MAX {
        for _ in 0..RENEWED_A_DAY_MAX.min(RENEWED_MAX - renewed) {
            assert!(open(&calm, 1, Fact::ApplicantLetter).renew().is_ok());
            calm.work();
            renewed += 1;
        }
        assert_eq!(open(&calm, 1, Fact::ApplicantLetter).renew(), Err(Problem::TooManyLinks));
        calm.pass(DAY_MS);
    }
    assert_eq!(open(&calm, 1, Fact::ApplicantLetter).renew(), Err(Problem::TooManyLinks));
    calm.work();
    assert_eq!(calm.letters(1, Fact::MentorLetter).len(), 1 + RENEWED_MAX);
    // It can be ended all the same.
    assert!(open(&calm, 1, Fact::ApplicantLetter).end(false).is_ok());
}

#[test]
fn a_new_link_that_is_asked_for_twice_is_one_and_counts_once() {
    let mut calm = shared();
    let phone = open(&calm, 1, Fact::ApplicantLetter);
    let session = phone.session.clone();
    phone.renew().unwrap();
    let version = calm.record(1).version;
    phone.renew().unwrap();
    assert_eq!(calm.record(1).version, version);
    calm.work();
    assert_eq!(letters(&calm), [2, 0, 0]);
    let good = calm.rows().links_of(&id(1)).iter().filter(|link| link.kind == LinkKind::Mentor).count();
    assert_eq!(good, 1);
    Phone { calm: &calm, number: 1, session }.renew().unwrap();
    assert_ne!(calm.record(1).version, version, "once it has gone it can be asked for again");
}

#[test]
fn a_mentor_can_say_something_else_of_their_independence_ten_times() {
    let mut calm = shared();
    let mut said = 0;
    while said < STATEMENTS_MAX {
        let ties: &[Tie] = if said.is_multiple_of(2) { &[Tie::CoAuthor] } else { &[] };
        assert!(open(&calm, 1, Fact::MentorLetter).accept(ties).is_ok(), "{said}");
        calm.work();
        said += 1;
    }
    let (before, told) = (calm.record(1), calm.letters(1, Fact::MenteeNews).len());
    let mentor = open(&calm, 1, Fact::MentorLetter);
    assert_eq!(mentor.accept(&[Tie::Manager]), Err(Problem::TooManyStatements));
    assert_eq!(mentor.propose("Nytt", Some(&[Tie::Manager])), Err(Problem::TooManyStatements));
    assert!(mentor.accept(&[]).is_ok(), "what was said last can be said again");
    assert_eq!(calm.record(1), before);
    calm.work();
    assert_eq!(calm.letters(1, Fact::MenteeNews).len(), told);
}

#[test]
fn a_doctoral_mentor_who_proposes_says_how_independent_they_are_and_accepts_by_that() {
    let mut calm = shared();
    let mentor = open(&calm, 1, Fact::MentorLetter);
    let missing = vec![Fault::of(agree::STATEMENT_FIELD, FaultKind::Missing)];
    assert_eq!(mentor.propose("Mentorns ämnen", None), Err(missing.into()));
    assert_eq!(stage(&calm), Stage::Asked, "nothing was said, so reminder and promise stay");
    open(&calm, 1, Fact::MentorLetter).propose("Mentorns ämnen", Some(&[Tie::Department])).unwrap();
    assert_eq!(stage(&calm), Stage::WaitsFor(Side::Mentee));
    calm.work();
    let told = last_letter(&calm, Fact::MenteeNews);
    assert!(told.subject.contains("ta ställning till"), "{}", told.subject);
    assert!(!told.text.contains("kom överens om tidigare"), "nothing was agreed on before: {}", told.text);
    open(&calm, 1, Fact::ApplicantLetter).accept(&[]).unwrap();
    assert_eq!(stage(&calm), Stage::Agreed);
}

#[test]
fn a_mentor_who_sends_the_same_wording_with_a_statement_has_accepted_it() {
    let calm = shared();
    let topics = calm.record(1).framework.unwrap().answers(1).unwrap()["topics"][0].clone();
    open(&calm, 1, Fact::MentorLetter).propose(&topics, Some(&[])).unwrap();
    assert_eq!((stage(&calm), calm.record(1).framework.unwrap().versions.len()), (Stage::Agreed, 1));
}

#[test]
fn what_a_supervisor_proposes_holds_nothing() {
    let calm = shared();
    open(&calm, 1, Fact::MentorLetter).propose("Mentorns ämnen", Some(&[Tie::Supervisor])).unwrap();
    assert_eq!((stage(&calm), calm.record(1).framework.unwrap().versions.len()), (Stage::NotAllowed, 2));
    open(&calm, 1, Fact::MentorLetter).accept(&[]).unwrap();
    assert_eq!(stage(&calm), Stage::WaitsFor(Side::Mentee));
}

#[test]
fn an_answer_goes_from_one_of_the_two_to_the_other_and_not_to_staff() {
    let mut calm = shared();
    let first = last_letter(&calm, Fact::MentorLetter);
    let student = calm.record(1).draft.answers["email"][0].clone();
    assert_eq!(first.reply_to.as_ref(), Some(&student));
    assert!(first.text.contains(&format!("går svaret till {student}")), "{}", first.text);
    open(&calm, 1, Fact::MentorLetter).accept(&[]).unwrap();
    calm.work();
    assert_eq!(last_letter(&calm, Fact::MenteeNews).reply_to.as_ref(), Some(&first.to));
}

#[test]
fn what_was_ended_for_good_is_erased_also_by_a_ledger_that_was_lost_meanwhile() {
    let mut calm = shared();
    open(&calm, 1, Fact::MentorLetter).accept(&[]).unwrap();
    calm.work();
    open(&calm, 1, Fact::ApplicantLetter).end(true).unwrap();
    // The letters wait; what was ended is sealed, and then everything is lost.
    calm.world.no_mail_until.set(calm.world.clock.real() + 10 * 60_000);
    calm.work();
    assert!(calm.copies("record/").contains(&calm.copy(1, calm.record(1).version)));
    calm.pass(5 * 60_000);
    calm.lose();
    assert_eq!(calm.restore(), Vec::<String>::new());
    assert!(calm.rows().records.contains_key(&id(1)));
    calm.pass(DAY_MS);
    assert!(calm.rows().records.is_empty() && calm.copies("record/").is_empty());
}
