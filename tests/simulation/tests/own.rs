//! What a person does on their own page: nothing of it happens twice, nothing is lost, and nothing is done against staff.

use domain::call::{AskRequest, OpenRequest, ReadOwnRequest, SpeakRequest};
use domain::desk::person;
use domain::draft::Answers;
use domain::ledger::own::{self, CHANGES_MAX};
use domain::ledger::{Happening, asked, decide, links};
use domain::link::LinkHash;
use domain::outbox::{Fact, TaskState};
use domain::problem::{FaultKind, Problem};
use domain::programme::Role;
use domain::standing::{LETTER_WAITS_MS, Standing};
use domain::text::Language;
use simulation::calm::{Calm, id, link_in, mentee};
use simulation::visitor::Visitor;

const ALUMNI: &str = "ki-alumni";
const STAFF: &str = "staff@example.org";

fn goal(text: &str) -> impl FnOnce(&mut Answers) {
    let text = text.to_owned();
    move |answers| {
        answers.insert("goals".to_owned(), vec![text]);
    }
}

#[test]
fn what_is_taken_back_stands_again_where_it_stood_or_is_looked_at_anew() {
    use Standing::{AgreedByMentor, Listed, Received, UnderReview, WithMentor};
    let mut calm = Calm::default();
    for (number, ways, returns_to) in [
        (1, vec![], Received),
        (2, vec![UnderReview], UnderReview),
        (3, vec![WithMentor], UnderReview),
        (4, vec![WithMentor, AgreedByMentor], UnderReview),
    ] {
        let mut seen = calm.received(number, ALUMNI, Role::Mentee).version;
        for standing in ways {
            seen = calm.bring(number, seen, standing).unwrap().version;
        }
        let visitor = Visitor::of(&calm, number);
        assert_eq!(visitor.withdraw(&calm).unwrap().standing, Standing::Withdrawn);
        assert_eq!(visitor.come_back(&calm), Ok(returns_to), "{number}");
        let version = calm.record(number).version;
        assert_eq!(visitor.come_back(&calm), Ok(returns_to), "twice is once");
        assert_eq!(calm.record(number).version, version);
    }
    assert!(!Standing::Paired.may_be_withdrawn(Role::Mentee) && Listed.returns_to() == Listed);
}

#[test]
fn the_first_letter_of_what_comes_back_goes_once_and_that_of_a_decision_before_never() {
    let mut calm = Calm::default();
    calm.send(&mentee(1)).unwrap();
    let visitor = Visitor::of(&calm, 1);
    visitor.withdraw(&calm).unwrap();
    assert_eq!(calm.task(1, Fact::ApplicantLetter), None);
    visitor.come_back(&calm).unwrap();
    calm.work();
    visitor.withdraw(&calm).unwrap();
    visitor.come_back(&calm).unwrap();
    calm.work();
    assert_eq!(calm.letters(1, Fact::ApplicantLetter).len(), 1);
    let seen = calm.record(1).version;
    calm.bring(1, seen, Standing::WithMentor).unwrap();
    visitor.withdraw(&calm).unwrap();
    calm.pass(2 * LETTER_WAITS_MS);
    assert!(calm.letters(1, Fact::DecisionLetter).is_empty(), "nobody is told of what is over");
    let seen = calm.record(1).version;
    assert_eq!(calm.decide(move |book| decide::undo(book, &id(1), seen, STAFF)).map(drop), Err(Problem::Changed));
}

#[test]
fn what_staff_have_ended_is_neither_taken_back_nor_brought_back() {
    let mut calm = Calm::default();
    let seen = calm.received(1, ALUMNI, Role::Mentee).version;
    let visitor = Visitor::of(&calm, 1);
    calm.bring(1, seen, Standing::Declined).unwrap();
    assert_eq!(visitor.withdraw(&calm).unwrap().standing, Standing::Declined);
    assert_eq!(visitor.come_back(&calm), Err(Problem::Changed));
    calm.received(2, "junior-faculty", Role::Waiting);
    let waiting = Visitor::of(&calm, 2);
    waiting.withdraw(&calm).unwrap();
    assert_eq!(waiting.come_back(&calm), Err(Problem::Changed), "it may have opened since");
}

#[test]
fn answers_are_changed_once_until_somebody_takes_them_up_and_what_arrived_stays() {
    let mut calm = Calm::default();
    let arrived = calm.received(1, ALUMNI, Role::Mentee);
    let visitor = Visitor::of(&calm, 1);
    let seen = visitor.read(&calm).edits;
    let email = arrived.draft.answers["email"].clone();
    let page = visitor
        .change(&calm, seen, |answers| {
            goal("Att forska.")(answers);
            answers.insert("email".to_owned(), vec!["other@example.org".to_owned()]);
            answers.insert("unknown".to_owned(), vec!["x".to_owned()]);
            answers.remove("notice-read");
        })
        .unwrap();
    let record = calm.record(1);
    assert_eq!(record.draft.answers["goals"], ["Att forska."]);
    assert_eq!((&record.draft.answers["email"], record.draft.notice.as_str()), (&email, arrived.draft.notice.as_str()));
    assert_eq!(record.arrived.as_deref(), Some(&arrived.draft));
    assert!(page.history.iter().any(|event| event.what == Happening::Edited && !event.is_by_staff));
    assert_eq!(visitor.change(&calm, seen, goal("Att forska.")).unwrap().edits, page.edits, "sent again");
    assert_eq!(visitor.change(&calm, seen, goal("Att undervisa.")).map(drop), Err(Problem::Changed), "another tab");
    let faults = visitor.change(&calm, page.edits, |answers| drop(answers.remove("goals")));
    let Err(Problem::Faults { faults }) = faults else { panic!("no fault") };
    assert_eq!((faults[0].field.as_str(), faults[0].kind), ("goals", FaultKind::Missing));

    calm.bring(1, record.version, Standing::UnderReview).unwrap();
    assert_eq!(visitor.change(&calm, page.edits, goal("För sent.")).map(drop), Err(Problem::Changed));
    assert_eq!(calm.record(1).draft.answers["goals"], ["Att forska."]);
}

#[test]
fn letters_that_go_while_somebody_writes_are_no_change_of_answers() {
    let mut calm = Calm::default();
    calm.send(&mentee(1)).unwrap();
    let visitor = Visitor::of(&calm, 1);
    let (seen, version) = (visitor.read(&calm).edits, calm.record(1).version);
    calm.work();
    let mailed = link_in(&calm.letters(1, Fact::ApplicantLetter)[0].letter.text).unwrap();
    let open = OpenRequest { link: mailed.hash(), session: LinkHash::of(b"another tab") };
    calm.decide(move |book| links::open(book, None, &open)).unwrap();
    assert!(calm.record(1).version > version, "the record knows of them");
    assert_eq!(visitor.change(&calm, seen, goal("Att forska.")).map(|page| page.edits), Ok(1));
}

#[test]
fn somebody_who_changes_their_mind_without_end_leaves_room_for_staff() {
    let mut calm = Calm::default();
    calm.received(1, ALUMNI, Role::Mentee);
    let visitor = Visitor::of(&calm, 1);
    let last = (0..=CHANGES_MAX).map(|number| {
        let seen = visitor.read(&calm).edits;
        visitor.change(&calm, seen, goal(&format!("Mål {number}."))).map(drop)
    });
    let last: Vec<_> = last.collect();
    assert_eq!((&last[CHANGES_MAX - 1], &last[CHANGES_MAX]), (&Ok(()), &Err(Problem::ChangedTooOften)));
    assert_eq!(visitor.withdraw(&calm).unwrap().standing, Standing::Withdrawn, "that goes always");
    assert_eq!(visitor.come_back(&calm), Err(Problem::ChangedTooOften));
    assert!(!calm.record(1).is_full());
}

#[test]
fn the_file_holds_what_is_held_but_nothing_that_staff_wrote() {
    const WRITTEN: &str = "Zebra om någon annan.";
    let mut calm = Calm::default();
    let seen = calm.received(1, ALUMNI, Role::Mentee).version;
    let visitor = Visitor::of(&calm, 1);
    let (of, session) = (visitor.of.clone(), visitor.session.clone());
    let request = AskRequest { session, of, what: "report".to_owned(), text: "Något är trasigt.".to_owned() };
    calm.decide(move |book| asked::ask(book, &request)).unwrap();
    calm.decide(move |book| decide::comment(book, &id(1), seen + 1, STAFF, WRITTEN)).unwrap();
    calm.bring(1, seen + 2, Standing::WithMentor).unwrap();
    let read = move |calm: &Calm| {
        let request = ReadOwnRequest { session: visitor.session.clone() };
        let held = calm.decide(move |book| own::held(book, &request)).unwrap();
        person::json(&held, 0, Language::Sv)
    };
    let file = read(&calm);
    let record = calm.record(1);
    for answer in record.draft.answers.values().flatten() {
        assert!(file.contains(answer), "{answer}");
    }
    assert!(file.contains(record.reference.as_str()) && file.contains("Något är trasigt."));
    assert!(!file.contains(WRITTEN) && !file.contains(STAFF));
    let letter = record.decision.unwrap().letter;
    let quoted = serde_json::to_string(&letter).unwrap();
    assert!(!file.contains(&quoted), "what may still be taken back is not told");
    calm.pass(2 * LETTER_WAITS_MS);
    assert_eq!(calm.task(1, Fact::DecisionLetter).map(|task| task.state), Some(TaskState::Done));
    assert!(read(&calm).contains(&quoted));
}

#[test]
fn letters_come_in_the_language_that_the_person_chooses() {
    let mut calm = Calm::default();
    let record = calm.received(1, ALUMNI, Role::Mentee);
    let visitor = Visitor::of(&calm, 1);
    for _ in 0..2 {
        let (session, of) = (visitor.session.clone(), visitor.of.clone());
        let request = SpeakRequest { session, of, language: Language::En };
        assert_eq!(calm.decide(move |book| own::speak(book, &request)).unwrap().language, Language::En);
    }
    assert_eq!(calm.record(1).version, record.version + 1, "twice is once");
    let seen = calm.record(1).version;
    calm.bring(1, seen, Standing::WithMentor).unwrap();
    calm.pass(2 * LETTER_WAITS_MS);
    assert!(
        calm.letters(1, Fact::DecisionLetter)[0].letter.text.contains("/en/l/"),
        "and lead to that language's page"
    );
}
