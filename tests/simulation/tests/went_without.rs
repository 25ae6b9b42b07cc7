//! Who applied before and got no mentor comes first: by the address, in whatever programme that was.

use domain::desk::call::{After, ReadRecordRequest};
use domain::desk::call::{Mark, MarkRequest};
use domain::desk::member::Authority;
use domain::desk::row::{Marks, Row};
use domain::ledger::{annotate, decide, reading};
use domain::programme::Role;
use domain::standing::Standing;
use simulation::calm::{Calm, draft, id, request};
use simulation::desk::{CHIEF, by, sign_in, staffed};
use simulation::requests::ALUMNI;

const OTHER: &str = "everything";
const EARLIER: u64 = 1;
const NOW: u64 = 2;

/// An application of Kim's, or of somebody else.
fn apply(calm: &mut Calm, number: u64, programme: &str, address: &str) {
    let mut draft = draft(programme, Role::Mentee, number);
    draft.answers.insert("email".to_owned(), vec![address.to_owned()]);
    calm.send(&request(number, draft)).unwrap();
    calm.pass(60_000);
}

/// Brings an application to an end by way of the standings that lead there.
fn bring(calm: &mut Calm, number: u64, way: &[Standing]) {
    for standing in way {
        let seen = calm.record(number).version;
        calm.bring(number, seen, *standing).unwrap();
    }
    calm.pass(11 * 60_000);
}

/// The line of a record in the table, which is the same where the record is opened.
fn row(calm: &mut Calm, number: u64) -> Row {
    let reference = calm.record(number).reference.as_str().to_owned();
    let who = sign_in(calm, CHIEF);
    let names = calm.world.names.clone();
    let read = by(calm, &who, Authority::Reader, move |book, staff| {
        reading::rows(book, &names, staff, &After { after: None })
    });
    let line = read.unwrap().rows.into_iter().find(|row| row.reference == reference).unwrap();
    let names = calm.world.names.clone();
    let request = ReadRecordRequest { reference, reason: None };
    let opened = by(calm, &who, Authority::Reader, move |book, staff| reading::record(book, &names, staff, &request));
    assert_eq!(opened.unwrap().row, line, "opened, it is the same");
    line
}

fn comes_first(calm: &mut Calm, number: u64) -> bool {
    row(calm, number).marks.has(Marks::WENT_WITHOUT)
}

/// Kim has applied, that came to an end in some way, and Kim applies again.
fn again(programme: &str, way: &[Standing]) -> Calm {
    let mut calm = staffed(&[]);
    apply(&mut calm, EARLIER, programme, "Kim@example.org");
    bring(&mut calm, EARLIER, way);
    apply(&mut calm, NOW, ALUMNI, "kim@example.org");
    calm
}

const WITHOUT: [Standing; 2] = [Standing::UnderReview, Standing::NoMatch];
const PAIRED: [Standing; 3] = [Standing::WithMentor, Standing::AgreedByMentor, Standing::Paired];

#[test]
fn who_got_no_mentor_in_any_programme_comes_first_until_somebody_is_asked() {
    for programme in [ALUMNI, OTHER] {
        let mut calm = again(programme, &WITHOUT);
        assert!(comes_first(&mut calm, NOW), "{programme}");
        assert!(!comes_first(&mut calm, EARLIER), "it has ended");
        bring(&mut calm, NOW, &[Standing::UnderReview]);
        assert!(comes_first(&mut calm, NOW));
        bring(&mut calm, NOW, &[Standing::WithMentor]);
        assert!(!comes_first(&mut calm, NOW), "a mentor is asked");
    }
}

#[test]
fn who_was_declined_or_is_somebody_else_waits_as_everybody_does() {
    let mut calm = again(ALUMNI, &[Standing::Declined]);
    assert!(!comes_first(&mut calm, NOW));
    let mut calm = again(ALUMNI, &WITHOUT);
    apply(&mut calm, 3, ALUMNI, "sam@example.org");
    assert!(!comes_first(&mut calm, 3));
}

#[test]
fn only_the_last_time_counts() {
    let mut calm = again(ALUMNI, &WITHOUT);
    bring(&mut calm, NOW, &PAIRED);
    apply(&mut calm, 3, ALUMNI, "kim@example.org");
    assert!(!comes_first(&mut calm, 3), "they have had one since");
}

#[test]
fn a_no_match_that_is_undone_or_rests_puts_nobody_first() {
    let mut calm = again(ALUMNI, &WITHOUT);
    let seen = calm.record(EARLIER).version;
    let restrict = MarkRequest {
        reference: String::new(),
        seen,
        mark: Mark::Restricted,
        is_so: true,
        reason: "Personen har begärt det.".to_owned(),
    };
    calm.decide(move |book| annotate::mark(book, &id(EARLIER), CHIEF, &restrict)).unwrap();
    assert!(!comes_first(&mut calm, NOW), "nothing is done with it");
    let mut calm = staffed(&[]);
    apply(&mut calm, EARLIER, OTHER, "kim@example.org");
    for standing in WITHOUT {
        let seen = calm.record(EARLIER).version;
        calm.bring(EARLIER, seen, standing).unwrap();
    }
    apply(&mut calm, NOW, ALUMNI, "kim@example.org");
    assert!(comes_first(&mut calm, NOW));
    let seen = calm.record(EARLIER).version;
    calm.decide(move |book| decide::undo(book, &id(EARLIER), seen, CHIEF)).unwrap();
    assert!(!comes_first(&mut calm, NOW), "it was not so");
}

#[test]
fn protected_answers_hide_it_neither_in_the_table_nor_where_the_record_is_opened() {
    let mut calm = again(ALUMNI, &WITHOUT);
    let seen = calm.record(NOW).version;
    let mark = Mark::Protected;
    let protect = MarkRequest { reference: String::new(), seen, mark, is_so: true, reason: "Skyddad.".to_owned() };
    calm.decide(move |book| annotate::mark(book, &id(NOW), CHIEF, &protect)).unwrap();
    assert!(comes_first(&mut calm, NOW));
}
