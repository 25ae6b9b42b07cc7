//! A mentor is checked, listed and paused at the desk, on the real runtime.

use domain::desk::call::{After, Decide, DecideRequest, DeskRecord, ReadMentors, SetMentor, SetMentorRequest};
use domain::desk::member::Authority;
use domain::mentor::Offer;
use domain::problem::{Fault, FaultKind, Problem};
use domain::programme::Role;
use domain::standing::Standing;
use domain::text::Language;
use runtime_tests::desk::{CHIEF, Desk, member, portal};
use runtime_tests::people::send_request;

const READER: &str = "reader@example.org";
const CHECK: &str = "Provat påhitt: talade med arbetsplatsen.";

#[test]
fn a_mentor_is_checked_before_being_listed_and_everybody_at_the_desk_sees_what_is_offered() {
    let portal = portal("mentors");
    let chief = Desk::chief(&portal, vec![member(READER, Authority::Reader, &["ki-alumni"])]);
    let reader = Desk::sign_in(&portal, READER);
    let receipt = portal.send(&send_request(1, Role::Mentor, Language::Sv)).expect("a receipt");
    portal.work_outbox();
    let reference = receipt.reference.as_str().to_owned();
    let record = chief.read(&reference);
    let decide = |record: &DeskRecord, standing| {
        let (reference, seen) = (reference.clone(), record.row.version);
        chief.call::<Decide>(&DecideRequest { reference, seen, standing, comment: None, letter: None })
    };
    let record = decide(&record, Standing::UnderReview).expect("taken up");
    let faults = vec![Fault::of("checked", FaultKind::NotChecked)];
    assert_eq!(decide(&record, Standing::Listed).map(drop), Err(Problem::Faults { faults }));

    let set = |seen, free: &str, paused_until: &str| SetMentorRequest {
        reference: reference.clone(),
        seen,
        checked: CHECK.to_owned(),
        free: free.to_owned(),
        paused_until: paused_until.to_owned(),
    };
    let wanted = set(record.row.version, "2", "");
    assert_eq!(reader.call::<SetMentor>(&wanted).map(drop), Err(Problem::NotAllowed));
    let passed = chief.call::<SetMentor>(&set(record.row.version, "x", "2020-01-01"));
    let faults = vec![Fault::of("free", FaultKind::NotANumber), Fault::of("paused_until", FaultKind::HasPassed)];
    assert_eq!(passed.map(drop), Err(Problem::Faults { faults }));
    let checked = chief.call::<SetMentor>(&wanted).expect("checked");
    assert_eq!(chief.call::<SetMentor>(&wanted), Ok(checked.clone()), "sent twice, kept once");
    assert_eq!(chief.call::<SetMentor>(&set(record.row.version, "1", "")).map(drop), Err(Problem::Changed));
    let kept = checked.mentor.clone().and_then(|mentor| mentor.kept).expect("it is kept");
    assert_eq!((kept.checked.as_str(), kept.checked_by.as_str(), kept.free), (CHECK, CHIEF, 2));

    let listed = decide(&checked, Standing::Listed).expect("listed");
    let offers = || {
        let found = reader.call::<ReadMentors>(&After { after: None }).expect("mentors").mentors;
        found.into_iter().map(|line| (line.row.reference, line.offer, line.free)).collect::<Vec<_>>()
    };
    assert_eq!(offers(), [(reference.clone(), Offer::Takes, 2)]);
    chief.call::<SetMentor>(&set(listed.row.version, "2", "9999-01-01")).expect("paused");
    assert_eq!(offers(), [(reference.clone(), Offer::Paused, 2)]);
    let lines = chief.log();
    assert_eq!(lines.iter().filter(|line| line.what == "mentor" && line.about == reference).count(), 2);
    portal.work_outbox();
    let copies = portal.kv_keys().into_iter().filter(|key| key.starts_with("record/")).map(|key| portal.kv_open(&key));
    let newest = copies.max_by_key(|whole| whole.record.version).expect("a sealed copy");
    assert_eq!(newest.record.mentor.map(|mentor| mentor.checked).as_deref(), Some(CHECK));
    assert!(
        !std::fs::read_to_string(portal.log()).expect("a log").contains("påhitt: talade"),
        "nothing typed is logged"
    );
}
