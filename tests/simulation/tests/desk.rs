//! Who is at the desk: links, sessions, the list of staff; nothing goes wrong around it.

use domain::desk::call::SetMembersRequest;
use domain::desk::member::Authority;
use domain::ledger::staff::{self, STAFF_IDLE_MS, STAFF_LINK_MS, STAFF_SESSION_MS, Who};
use domain::ledger::{members, reading};
use domain::problem::Problem;
use domain::programme::Role;
use simulation::calm::Calm;
use simulation::desk::{CHIEF, ask, by, link, member, open, sign_in, staffed};

const ALUMNI: &str = "ki-alumni";

fn is_in(calm: &Calm, who: &Who) -> Result<(), Problem> {
    by(calm, who, Authority::Reader, |_, _| Ok(Ok(())))
}

#[test]
fn a_link_serves_once_and_fifteen_minutes_and_only_staff_get_one() {
    let mut calm = staffed(&[member("reader@example.org", Authority::Reader, &[ALUMNI])]);
    ask(&calm, "stranger@example.org");
    calm.work();
    assert_eq!(calm.world.staff_letters().len(), 0, "a stranger is not written to");
    ask(&calm, " Reader@example.org");
    ask(&calm, "reader@example.org");
    calm.work();
    assert_eq!(calm.world.staff_letters().len(), 1, "two taps, one letter");
    let secret = link(&calm, "reader@example.org").unwrap();
    assert!(open(&calm, &secret).is_ok());
    assert_eq!(open(&calm, &secret), Err(Problem::LinkNotGood), "it serves once");
    ask(&calm, "reader@example.org");
    calm.work();
    let late = link(&calm, "reader@example.org").unwrap();
    calm.pass(STAFF_LINK_MS);
    assert_eq!(open(&calm, &late), Err(Problem::LinkNotGood), "its time is over");
}

#[test]
fn a_session_ends_when_nobody_uses_it_and_after_eight_hours_and_when_signed_out() {
    let mut calm = staffed(&[]);
    let idle = sign_in(&mut calm, CHIEF);
    calm.pass(STAFF_IDLE_MS - 1);
    assert_eq!(is_in(&calm, &idle), Ok(()));
    calm.pass(STAFF_IDLE_MS);
    assert_eq!(is_in(&calm, &idle), Err(Problem::NotSignedIn));
    let busy = sign_in(&mut calm, CHIEF);
    let mut spent = 0;
    while spent + STAFF_IDLE_MS / 2 < STAFF_SESSION_MS {
        calm.pass(STAFF_IDLE_MS / 2);
        spent += STAFF_IDLE_MS / 2;
        assert_eq!(is_in(&calm, &busy), Ok(()), "{spent}");
    }
    calm.pass(STAFF_IDLE_MS / 2);
    assert_eq!(is_in(&calm, &busy), Err(Problem::NotSignedIn));
    let out = sign_in(&mut calm, CHIEF);
    let who = out.clone();
    calm.decide(move |book| staff::sign_out(book, &who)).unwrap();
    assert_eq!(is_in(&calm, &out), Err(Problem::NotSignedIn));
}

#[test]
fn who_leaves_the_list_may_nothing_from_then_on() {
    let mut calm = staffed(&[member("reader@example.org", Authority::Reader, &[ALUMNI])]);
    let reader = sign_in(&mut calm, "reader@example.org");
    assert_eq!(is_in(&calm, &reader), Ok(()));
    assert_eq!(by(&calm, &reader, Authority::Coordinator, |_, _| Ok(Ok(()))), Err(Problem::NotAllowed));
    let nobody = SetMembersRequest { seen: 1, members: Vec::new() };
    calm.decide(move |book| members::set(book, CHIEF, &nobody)).unwrap();
    assert_eq!(is_in(&calm, &reader), Err(Problem::NotSignedIn));
    let stale = SetMembersRequest { seen: 1, members: vec![member("x@example.org", Authority::Reader, &[])] };
    assert_eq!(calm.decide(move |book| members::set(book, CHIEF, &stale)), Err(Problem::Changed));
}

#[test]
fn nobody_sees_a_record_of_a_programme_they_do_not_serve() {
    let mut calm = staffed(&[member("other@example.org", Authority::Coordinator, &["doctoral"])]);
    let reference = calm.received(1, ALUMNI, Role::Mentee).reference.as_str().to_owned();
    let other = sign_in(&mut calm, "other@example.org");
    let names = calm.world.names.clone();
    let rows = by(&calm, &other, Authority::Reader, move |book, staff| {
        reading::rows(book, &names, staff, &domain::desk::call::After { after: None })
    });
    assert_eq!(rows.unwrap().rows, []);
    let seen = by(&calm, &other, Authority::Reader, move |book, staff| reading::seen(book, staff, &reference));
    assert_eq!(seen.map(drop), Err(Problem::NotFound));
}

#[test]
fn the_first_rows_are_as_many_as_one_page_of_the_table_and_the_next_answer_goes_on_behind_them() {
    let mut calm = staffed(&[]);
    for number in 1..=103 {
        calm.received(number, ALUMNI, Role::Mentee);
    }
    let who = sign_in(&mut calm, CHIEF);
    let read = |after| {
        let names = calm.world.names.clone();
        by(&calm, &who, Authority::Reader, move |book, staff| {
            reading::rows(book, &names, staff, &domain::desk::call::After { after })
        })
        .unwrap()
    };
    let first = read(None);
    assert_eq!(first.rows.len(), 100);
    let rest = read(first.next);
    assert_eq!((rest.rows.len(), rest.next), (3, None));
    let is_again = rest.rows.iter().any(|row| first.rows.contains(row));
    assert!(!is_again && first.next.is_some());
}
