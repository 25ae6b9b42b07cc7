//! What happens to an application when it arrives, each told as a sentence; nothing goes wrong around it.

use domain::call::{FindRequest, SendRequest};
use domain::draft::Draft;
use domain::ledger::receive::ADDRESS_WINDOW_MS;
use domain::ledger::{LinkKind, change, receive};
use domain::outbox::{Fact, Subject};
use domain::problem::Problem;
use domain::programme::Role;
use domain::text::Language;
use simulation::calm::{Calm, draft, id, mentee, request, secret};

const ALUMNI: &str = "ki-alumni";

#[test]
fn receiving_keeps_a_record_a_link_and_what_must_happen() {
    let calm = Calm::default();
    let sent = calm.send(&mentee(1)).unwrap();
    assert!(sent.is_new);
    let (record, rows) = (calm.record(1), calm.rows());
    // Ten working days after 2026-11-23, the sample of what is undecided.
    assert_eq!((record.version, record.answer_by.as_deref()), (1, Some("2026-12-07")));
    assert_eq!(sent.receipt.reference, record.reference);
    let kinds: Vec<LinkKind> = rows.links_of(&id(1)).into_iter().map(|link| link.kind).collect();
    assert_eq!(kinds, [LinkKind::Receipt]);
    let facts: Vec<Fact> = rows.tasks_of(&Subject::Record(id(1))).into_iter().map(|task| task.fact).collect();
    assert_eq!(facts, [Fact::ApplicantLetter, Fact::SealRecord, Fact::StaffLetter]);
}

#[test]
fn the_alarm_seals_it_and_sends_one_letter_to_staff_and_one_to_the_person() {
    let mut calm = Calm::default();
    calm.received(1, ALUMNI, Role::Mentee);
    calm.pass(60_000);
    assert_eq!(calm.letters(1, Fact::StaffLetter).len(), 1);
    assert_eq!(calm.letters(1, Fact::ApplicantLetter).len(), 1);
    assert!(calm.copies("record/").contains(&calm.copy(1, calm.record(1).version)));
}

#[test]
fn sending_twice_gives_the_same_receipt_in_any_language() {
    let calm = Calm::default();
    let first = calm.send(&mentee(1)).unwrap();
    let again = SendRequest { draft: Draft { language: Language::En, ..mentee(1).draft }, ..mentee(1) };
    let second = calm.send(&again).unwrap();
    assert_eq!((second.receipt, second.is_new), (first.receipt, false));
    assert_eq!(calm.rows().records.len(), 1);
}

#[test]
fn a_known_id_with_other_answers_gets_the_receipt_of_what_stands() {
    let calm = Calm::default();
    let first = calm.send(&mentee(1)).unwrap();
    let other = SendRequest { draft: mentee(2).draft, ..mentee(1) };
    assert_eq!(calm.send(&other), Err(Problem::OtherAnswers { receipt: first.receipt }));
    assert_eq!(calm.record(1).draft, mentee(1).draft.check().unwrap().to_draft());
}

#[test]
fn after_an_edit_a_known_id_is_judged_by_what_arrived() {
    let mut calm = Calm::default();
    calm.received(1, ALUMNI, Role::Mentee);
    let (seen, edited) = (calm.record(1).version, mentee(2).draft);
    calm.decide(move |book| change::edit(book, &id(1), seen, &edited)).unwrap();
    // Under an earlier notice only the answers themselves tell.
    let of = |number| {
        let answers = mentee(number).draft.check().unwrap().to_draft().answers;
        SendRequest { draft: Draft { notice: "2020-01-01".to_owned(), answers, ..mentee(1).draft }, ..mentee(1) }
    };
    assert!(!calm.send(&of(1)).unwrap().is_new, "it is what was sent");
    let receipt = calm.record(1).receipt();
    assert_eq!(calm.send(&of(2)), Err(Problem::OtherAnswers { receipt }), "nobody sent what staff have written");
}

#[test]
fn a_known_id_without_its_secret_learns_nothing() {
    let calm = Calm::default();
    calm.send(&mentee(1)).unwrap();
    let stranger = SendRequest { receipt_hash: secret(2).hash().as_str().to_owned(), ..mentee(1) };
    assert!(matches!(calm.send(&stranger), Err(Problem::Faults { .. })));
    let question = FindRequest { id: stranger.id, receipt_hash: stranger.receipt_hash };
    assert_eq!(calm.decide(move |book| receive::find(book, &question)), Ok(None));
}

#[test]
fn one_secret_opens_one_application() {
    let calm = Calm::default();
    calm.send(&mentee(1)).unwrap();
    let second = SendRequest { receipt_hash: mentee(1).receipt_hash, ..mentee(2) };
    assert!(matches!(calm.send(&second), Err(Problem::Faults { .. })));
}

#[test]
fn a_sixth_application_for_one_address_waits_until_an_hour_after_the_first() {
    let mut calm = Calm::default();
    let of_one = |number| {
        let mut request = mentee(number);
        // However it is written.
        let email = if number.is_multiple_of(2) { "one@example.org" } else { "One@Example.org" };
        request.draft.answers.insert("email".into(), vec![email.into()]);
        request
    };
    for number in 1..=5 {
        calm.send(&of_one(number)).unwrap();
        assert!(!calm.send(&of_one(number)).unwrap().is_new, "a repeated send never counts");
    }
    assert_eq!(calm.send(&of_one(6)), Err(Problem::TooManyAttempts { retry_after_s: 3600 }));
    calm.send(&mentee(7)).expect("another address is not held up");
    calm.erase(1).unwrap();
    calm.send(&of_one(6)).expect("what was erased counts no more");
    assert!(matches!(calm.send(&of_one(8)), Err(Problem::TooManyAttempts { .. })));
    calm.pass(ADDRESS_WINDOW_MS);
    calm.send(&of_one(8)).expect("an hour later there is room");
}

#[test]
fn a_programme_with_something_undecided_is_not_open_where_samples_do_not_count() {
    let calm = Calm::default();
    let (names, request) = (calm.world.names.clone(), mentee(1));
    let sent = calm.decide(move |book| receive::send(book, &names, &request, false, u32::MAX));
    assert!(matches!(sent, Err(Problem::NotOpen { .. })));
}

#[test]
fn nobody_waits_for_what_is_open_and_nobody_applies_to_what_is_closed() {
    let calm = Calm::default();
    calm.set_live(ALUMNI, 0, |live| live.open = false).unwrap();
    assert!(matches!(calm.send(&mentee(1)), Err(Problem::NotOpen { .. })));
    let waiting = request(2, draft(ALUMNI, Role::Waiting, 2));
    calm.send(&waiting).unwrap();
    calm.set_live(ALUMNI, 1, |live| live.open = true).unwrap();
    assert_eq!(calm.send(&request(3, draft(ALUMNI, Role::Waiting, 3))), Err(Problem::IsOpen));
    assert!(!calm.send(&waiting).unwrap().is_new, "what is known is known, open or not");
}

#[test]
fn what_is_probably_not_a_person_gets_no_letter() {
    let mut calm = Calm::default();
    calm.send(&SendRequest { draft: Draft { website: "x".to_owned(), ..mentee(1).draft }, ..mentee(1) }).unwrap();
    calm.work();
    assert_eq!(calm.task(1, Fact::ApplicantLetter), None);
    assert_eq!(calm.letters(1, Fact::StaffLetter).len(), 1);
}
