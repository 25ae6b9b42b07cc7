//! The days that administrators close, on the real runtime.

use domain::desk::call::{ReadClosures, SetClosures, SetClosuresRequest};
use domain::desk::closure::Closure;
use domain::desk::member::Authority;
use domain::problem::Problem;
use domain::programme::Role;
use domain::text::Language;
use runtime_tests::desk::{Desk, member, portal};
use runtime_tests::people::send_request;

const READER: &str = "reader@example.org";

#[test]
fn a_day_that_an_administrator_closes_is_promised_to_nobody_from_then_on() {
    let portal = portal("closures");
    let chief = Desk::chief(&portal, vec![member(READER, Authority::Reader, &["ki-alumni"])]);
    let reader = Desk::sign_in(&portal, READER);
    let before = portal.send(&send_request(1, Role::Mentee, Language::Sv)).expect("a receipt");
    let day = before.answer_by.clone().expect("a promised day");
    let closed = vec![Closure { first: day.clone(), last: day.clone(), said: None }];
    let wanted = SetClosuresRequest { seen: 0, closures: closed.clone() };
    assert_eq!(reader.call::<SetClosures>(&wanted), Err(Problem::NotAllowed));
    let set = chief.call::<SetClosures>(&wanted).expect("closed");
    assert_eq!(chief.call::<SetClosures>(&wanted), Ok(set.clone()), "sent twice, set once");
    let stale = SetClosuresRequest { seen: 0, closures: Vec::new() };
    assert_eq!(chief.call::<SetClosures>(&stale), Err(Problem::Changed));
    assert_eq!(reader.call::<ReadClosures>(&()), Ok(set));
    let after = portal.send(&send_request(2, Role::Mentee, Language::Sv)).expect("a receipt");
    assert!(after.answer_by.expect("a promised day") > day, "the closed day is left out");
    assert_eq!(portal.find(1).and_then(|receipt| receipt.answer_by), Some(day), "what was promised stands");
    let lines = chief.log();
    assert!(lines.iter().any(|line| line.what == "closures" && line.about.is_empty()));
    portal.work_outbox();
    assert!(portal.kv_keys().iter().any(|key| key == "document/closures/1"), "it is sealed into KV");
}
