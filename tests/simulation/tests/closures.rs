//! Days that administrators close, and what is promised then; nothing goes wrong around it.

use domain::desk::call::{Closures, SetClosuresRequest};
use domain::desk::closure::Closure;
use domain::ledger::documents;
use domain::live::Said;
use domain::problem::Problem;
use domain::programme::Role;
use simulation::calm::{Calm, draft, request};
use simulation::desk::CHIEF;

const ALUMNI: &str = "ki-alumni";

fn closed(first: &str, last: &str) -> Closure {
    let said = Some(Said { sv: "Stängt".to_owned(), en: "Closed".to_owned() });
    Closure { first: first.to_owned(), last: last.to_owned(), said }
}

fn set(calm: &Calm, seen: u32, closures: &[Closure]) -> Result<Closures, Problem> {
    let request = SetClosuresRequest { seen, closures: closures.to_vec() };
    calm.decide(move |book| documents::set_closures(book, CHIEF, &request))
}

fn read(calm: &Calm) -> Closures {
    calm.decide(|book| documents::closures(book).map(Ok)).unwrap()
}

fn promised(calm: &mut Calm, number: u64) -> String {
    calm.received(number, ALUMNI, Role::Mentee).answer_by.unwrap()
}

#[test]
fn no_closed_day_is_promised_and_what_was_promised_before_stands() {
    let mut calm = Calm::default();
    assert_eq!(promised(&mut calm, 1), "2026-12-07", "ten working days after 2026-11-23");
    set(&calm, 0, &[closed("2026-12-07", "2026-12-08")]).unwrap();
    assert_eq!(promised(&mut calm, 2), "2026-12-09");
    assert_eq!(calm.record(1).answer_by.as_deref(), Some("2026-12-07"));
    // Whoever waits while all are away waits so much longer, and Christmas begins before that is over.
    set(&calm, 1, &[closed("2026-11-30", "2026-12-22")]).unwrap();
    assert_eq!(promised(&mut calm, 3), "2027-01-05");
    set(&calm, 2, &[]).unwrap();
    assert_eq!(promised(&mut calm, 4), "2026-12-07");
    assert_eq!(calm.record(3).answer_by.as_deref(), Some("2027-01-05"));
}

#[test]
fn two_who_change_the_closed_days_do_not_overwrite_each_other_and_twice_is_once() {
    let calm = Calm::default();
    let (july, christmas) = (closed("2027-07-05", "2027-08-01"), closed("2026-12-21", "2027-01-05"));
    let first = set(&calm, 0, &[july.clone(), christmas.clone()]).unwrap();
    assert_eq!((first.version, &first.closures), (1, &vec![christmas.clone(), july.clone()]), "the earliest first");
    assert_eq!(set(&calm, 0, &[july.clone(), christmas.clone()]), Ok(first.clone()), "the answer was lost");
    assert_eq!(set(&calm, 0, std::slice::from_ref(&july)), Err(Problem::Changed));
    assert!(matches!(set(&calm, 1, &[closed("2026-12-21", "2026-12-20")]), Err(Problem::Faults { .. })));
    assert_eq!(read(&calm), first, "what was refused changed nothing");
    assert_eq!(set(&calm, 1, &[july]).map(|set| set.version), Ok(2));
}

#[test]
fn closed_days_survive_the_loss_of_the_ledger() {
    let mut calm = Calm::default();
    promised(&mut calm, 1);
    set(&calm, 0, &[closed("2026-12-07", "2026-12-07")]).unwrap();
    set(&calm, 1, &[closed("2026-12-07", "2026-12-08")]).unwrap();
    calm.work();
    let before = read(&calm);
    calm.lose();
    calm.restore();
    assert_eq!(read(&calm), before);
    assert_eq!(promised(&mut calm, 2), "2026-12-09");
}

#[test]
fn the_spool_promises_no_closed_day_either() {
    let mut calm = Calm::default();
    // From the ninth version on, the names of copies are not in the order of their versions.
    for seen in 0..10 {
        set(&calm, seen, &[closed("2026-12-07", &format!("2026-12-{:02}", 8 + seen))]).unwrap();
        calm.work();
    }
    assert_eq!(calm.copies("document/closures/").len(), 10);
    let spooled = calm.spool(&request(1, draft(ALUMNI, Role::Mentee, 1))).unwrap();
    assert_eq!(spooled.answer_by.as_deref(), Some("2026-12-18"));
    set(&calm, 10, &[]).unwrap();
    calm.work();
    assert_eq!(calm.record(1).answer_by.as_deref(), Some("2026-12-18"), "what was promised is taken up with it");
}
