//! What has been kept long enough, and erasing it under a decision; nothing goes wrong around it.

use domain::call::Millis;
use domain::desk::call::{
    After, Before, Due, EraseDueRequest, ErasedDue, LogEntry, Mark, MarkRequest, Retention, Seen,
};
use domain::desk::member::Authority;
use domain::ledger::retention::{self, DECISION_MAX, RUN_MAX};
use domain::ledger::staff::Who;
use domain::ledger::{Book, annotate, decide, log};
use domain::outbox::{DAY_MS, Fact, Subject, Task};
use domain::problem::Problem;
use domain::programme::Role;
use domain::standing::Standing;
use simulation::calm::{Calm, id};
use simulation::desk::{CHIEF, by, sign_in, staffed};

/// Keeps records for 30 days after their end; the other one has not decided.
const DECIDED: &str = "everything";
const UNDECIDED: &str = "ki-alumni";
const KEPT_MS: Millis = 31 * DAY_MS;
const DECISION: &str = "Gallringsbeslut 1-234/2026 av den 20 november 2026";

fn declined(calm: &mut Calm, number: u64, slug: &str) {
    let seen = calm.received(number, slug, Role::Mentee).version;
    calm.bring(number, seen, Standing::Declined).unwrap();
}

fn read(calm: &Calm, who: &Who) -> Retention {
    by(calm, who, Authority::Administrator, |book, _| retention::read(book, &After { after: None })).unwrap()
}

fn references(due: &[Due]) -> Vec<String> {
    due.iter().map(|due| due.reference.clone()).collect()
}

fn reference(calm: &Calm, number: u64) -> String {
    calm.record(number).reference.as_str().to_owned()
}

fn request(due: &[Due]) -> EraseDueRequest {
    let records = due.iter().map(|due| Seen { reference: due.reference.clone(), seen: due.version });
    EraseDueRequest { decision: DECISION.to_owned(), records: records.collect() }
}

fn erase(calm: &Calm, who: &Who, request: &EraseDueRequest) -> Result<ErasedDue, Problem> {
    let (names, request) = (calm.world.names.clone(), request.clone());
    by(calm, who, Authority::Administrator, move |book, staff| retention::erase_due(book, &names, staff, &request))
}

fn lines(calm: &Calm, who: &Who) -> Vec<LogEntry> {
    by(calm, who, Authority::Administrator, |book, _| log::read(book, &Before { before: None })).unwrap()
}

#[test]
fn what_has_ended_is_due_after_its_time_unless_restricted_or_undecided_or_a_letter_waits() {
    let mut calm = staffed(&[]);
    for number in 1..=3 {
        declined(&mut calm, number, DECIDED);
    }
    declined(&mut calm, 4, UNDECIDED);
    calm.received(5, DECIDED, Role::Mentee);
    let request = MarkRequest {
        reference: String::new(),
        seen: calm.record(2).version,
        mark: Mark::Restricted,
        is_so: true,
        reason: "Begärd.".to_owned(),
    };
    calm.decide(move |book| annotate::mark(book, &id(2), CHIEF, &request)).unwrap();
    calm.pass(KEPT_MS - DAY_MS);
    let who = sign_in(&mut calm, CHIEF);
    assert_eq!(read(&calm, &who).due, [], "30 days are not over 30 days");
    declined(&mut calm, 6, DECIDED);
    calm.pass(DAY_MS);
    let who = sign_in(&mut calm, CHIEF);
    let found = read(&calm, &who);
    assert_eq!(references(&found.due), [reference(&calm, 3), reference(&calm, 1)]);
    assert!(found.undecided.iter().any(|(slug, by)| slug == UNDECIDED && !by.is_empty()), "{:?}", found.undecided);
    assert!(found.undecided.iter().all(|(slug, _)| slug != DECIDED));
    let waiting = Task::new(Fact::StaffLetter, Millis::MAX);
    calm.decide(move |book| book.put_task(&Subject::Record(id(3)), &waiting).map(Ok)).unwrap();
    assert_eq!(references(&read(&calm, &who).due), [reference(&calm, 1)], "a letter waits");
    assert_eq!(erase(&calm, &who, &self::request(&found.due)).unwrap().kept, [reference(&calm, 3)]);
    calm.pass(3 * 365 * DAY_MS);
    let who = sign_in(&mut calm, CHIEF);
    assert_eq!(
        references(&read(&calm, &who).due),
        [reference(&calm, 6)],
        "a sample of what is undecided is no decision"
    );
}

#[test]
fn only_what_was_seen_and_is_still_due_goes_and_a_second_time_nothing_more_happens() {
    let mut calm = staffed(&[]);
    for number in 1..=4 {
        declined(&mut calm, number, DECIDED);
    }
    calm.pass(KEPT_MS);
    let who = sign_in(&mut calm, CHIEF);
    let all = [1, 2, 3, 4].map(|number| reference(&calm, number));
    let seen: Vec<Due> = read(&calm, &who).due.into_iter().filter(|due| due.reference != all[3]).collect();
    assert_eq!(seen.len(), 3);
    let version = calm.record(2).version;
    calm.decide(move |book| decide::comment(book, &id(2), version, CHIEF, "Ska sparas.")).unwrap();
    for decision in [" ".to_owned(), "x".repeat(usize::from(DECISION_MAX) + 1)] {
        let unnamed = EraseDueRequest { decision, ..request(&seen) };
        assert!(matches!(erase(&calm, &who, &unnamed), Err(Problem::Faults { .. })), "under no decision");
    }
    let many = EraseDueRequest { records: vec![request(&seen).records[0].clone(); RUN_MAX + 1], ..request(&[]) };
    assert_eq!(erase(&calm, &who, &many), Err(Problem::NotTheCall));
    let before = lines(&calm, &who).len();
    let done = erase(&calm, &who, &request(&seen)).unwrap();
    assert_eq!(done, ErasedDue { erased: vec![all[2].clone(), all[0].clone()], kept: vec![all[1].clone()] });
    assert!([1, 3].iter().all(|number| !calm.rows().records.contains_key(&id(*number))));
    assert!([2, 4].iter().all(|number| calm.rows().records.contains_key(&id(*number))), "changed, and not seen");
    assert_eq!(erase(&calm, &who, &request(&seen)), Ok(done), "the answer was lost, and it is sent again");
    let runs = read(&calm, &who).runs;
    let told: Vec<_> =
        runs.iter().map(|run| (run.number, run.decision.as_str(), run.erased, run.by.as_str())).collect();
    assert_eq!(told, [(1, DECISION, 2, CHIEF)]);
    let lines = lines(&calm, &who);
    assert_eq!(lines.len(), before + 1);
    assert_eq!((lines[0].what.as_str(), lines[0].about.as_str()), ("erase-due", "1/2"), "nothing typed");
    let left = read(&calm, &who).due;
    assert_eq!(references(&left), [all[3].clone(), all[1].clone()]);
    assert_eq!(erase(&calm, &who, &request(&left)).unwrap().erased.len(), 2);
    assert_eq!(read(&calm, &who).runs.iter().map(|run| run.number).collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn what_was_erased_stays_erased_when_the_ledger_is_lost_and_the_decision_comes_back() {
    let mut calm = staffed(&[]);
    for number in 1..=2 {
        declined(&mut calm, number, DECIDED);
    }
    calm.received(3, DECIDED, Role::Mentee);
    calm.pass(KEPT_MS);
    let who = sign_in(&mut calm, CHIEF);
    let seen = request(&read(&calm, &who).due);
    let done = erase(&calm, &who, &seen).unwrap();
    assert_eq!(done.erased.len(), 2);
    calm.pass(DAY_MS);
    for number in 1..=2 {
        assert_eq!(calm.copies(&format!("record/{}/", calm.name(number))), Vec::<String>::new());
    }
    calm.lose();
    assert_eq!(calm.restore(), Vec::<String>::new());
    assert_eq!(calm.rows().records.keys().collect::<Vec<_>>(), [&id(3)]);
    let who = sign_in(&mut calm, CHIEF);
    assert_eq!(read(&calm, &who).runs.first().map(|run| run.decision.clone()).as_deref(), Some(DECISION));
    assert_eq!(erase(&calm, &who, &seen), Ok(done), "still once");
}
