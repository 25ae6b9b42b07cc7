//! What staff keep of a mentor, and when a mentor may be listed; nothing goes wrong around it.

use domain::calendar;
use domain::call::OfferRequest;
use domain::desk::call::{After, Mark, MarkRequest, Mentors, ReadRecordRequest, SetMentorRequest};
use domain::desk::member::Authority;
use domain::ledger::staff::Who;
use domain::ledger::{Happening, Record, annotate, mentors, reading};
use domain::mentor::{Offer, offer};
use domain::outbox::DAY_MS;
use domain::problem::{Fault, FaultKind, Problem};
use domain::programme::Role;
use domain::standing::Standing;
use simulation::calm::{Calm, id};
use simulation::desk::{CHIEF, by, member, sign_in, staffed};
use simulation::visitor::Visitor;

const ALUMNI: &str = "ki-alumni";
const CHECK: &str = "Anna Alm. Talade med arbetsplatsen.";
const OTHER: &str = "other@example.org";

fn set_by(calm: &Calm, by: &'static str, typed: SetMentorRequest) -> Result<Record, Problem> {
    calm.decide(move |book| mentors::set(book, &id(1), by, &typed))
}

fn typed(seen: u32, checked: &str, free: &str, paused_until: &str) -> SetMentorRequest {
    SetMentorRequest {
        reference: String::new(),
        seen,
        checked: checked.to_owned(),
        free: free.to_owned(),
        paused_until: paused_until.to_owned(),
    }
}

fn set(calm: &Calm, seen: u32, checked: &str, free: &str, paused_until: &str) -> Result<Record, Problem> {
    set_by(calm, CHIEF, typed(seen, checked, free, paused_until))
}

/// A mentor who is checked, has two places and is listed.
fn listed(calm: &mut Calm) -> Record {
    let seen = calm.received(1, ALUMNI, Role::Mentor).version;
    let seen = calm.bring(1, seen, Standing::UnderReview).unwrap().version;
    let seen = set(calm, seen, CHECK, "2", "").unwrap().version;
    calm.bring(1, seen, Standing::Listed).unwrap()
}

fn list(calm: &Calm, who: &Who) -> Mentors {
    by(calm, who, Authority::Reader, |book, staff| mentors::read(book, staff, &After { after: None })).unwrap()
}

fn last(record: &Record) -> (Happening, Option<&str>, Option<&str>) {
    let event = record.history.last().unwrap();
    (event.what, event.by.as_deref(), event.reason.as_deref())
}

#[test]
fn nobody_is_listed_before_somebody_wrote_who_it_is_and_how_that_was_checked() {
    let mut calm = staffed(&[]);
    let seen = calm.received(1, ALUMNI, Role::Mentor).version;
    let seen = calm.bring(1, seen, Standing::UnderReview).unwrap().version;
    let faults = vec![Fault::of("checked", FaultKind::NotChecked)];
    assert_eq!(calm.bring(1, seen, Standing::Listed), Err(Problem::Faults { faults: faults.clone() }));
    assert_eq!(set(&calm, seen, " ", "2", ""), Err(Problem::Faults { faults }));
    assert_eq!(calm.record(1).version, seen, "what was refused changed nothing");
    let checked = set(&calm, seen, CHECK, "2", "").unwrap();
    assert_eq!(last(&checked), (Happening::Checked, Some(CHIEF), None), "the text is in no history");
    assert_eq!(calm.bring(1, checked.version, Standing::Listed).unwrap().standing, Standing::Listed);
}

#[test]
fn twice_is_once_and_of_two_who_write_the_second_is_told_what_stands() {
    let mut calm = staffed(&[]);
    let before = listed(&mut calm);
    let tomorrow = calendar::day(calm.world.clock.now() + DAY_MS);
    let paused = set_by(&calm, OTHER, typed(before.version, CHECK, "2", &tomorrow)).unwrap();
    assert_eq!(last(&paused), (Happening::OfferSet, Some(OTHER), None));
    let kept = paused.mentor.as_deref().unwrap();
    assert_eq!((kept.checked_by.as_str(), kept.paused_until.as_deref()), (CHIEF, Some(tomorrow.as_str())));
    assert_eq!(set(&calm, before.version, CHECK, "2", &tomorrow), Ok(paused), "the answer was lost");
    assert_eq!(set(&calm, before.version, CHECK, "1", ""), Err(Problem::Changed));
    calm.pass(3 * DAY_MS);
    let told = calm.record(1);
    assert_eq!(set(&calm, before.version, CHECK, "2", &tomorrow), Ok(told), "sent again once the pause was over");
}

#[test]
fn only_a_mentor_who_is_there_and_whose_record_does_not_rest_is_written_about() {
    let mut calm = staffed(&[]);
    let record = listed(&mut calm);
    let request = |is_so, seen| MarkRequest {
        reference: String::new(),
        seen,
        mark: Mark::Restricted,
        is_so,
        reason: "Begärd.".to_owned(),
    };
    let mark =
        |is_so, seen| calm.decide(move |book| annotate::mark(book, &id(1), CHIEF, &request(is_so, seen))).unwrap();
    let rests = mark(true, record.version);
    assert_eq!(set(&calm, rests.version, CHECK, "0", ""), Err(Problem::Changed));
    let works = mark(false, rests.version);
    let left = calm.bring(1, works.version, Standing::Ended).unwrap();
    assert_eq!(set(&calm, left.version, CHECK, "0", ""), Err(Problem::Changed));
    let mut calm = staffed(&[]);
    let mentee = calm.received(1, ALUMNI, Role::Mentee);
    assert_eq!(set(&calm, mentee.version, CHECK, "0", ""), Err(Problem::Changed));
}

#[test]
fn staff_see_the_mentors_of_their_programmes_with_what_each_offers_today() {
    let mut calm = staffed(&[member(OTHER, Authority::Reader, &["everything"])]);
    let seen = listed(&mut calm).version;
    calm.received(2, "everything", Role::Mentor);
    calm.received(3, ALUMNI, Role::Mentee);
    let chief = sign_in(&mut calm, CHIEF);
    let seen_by = |calm: &Calm, who: &Who| -> Vec<(Offer, u32, Option<String>)> {
        list(calm, who).mentors.into_iter().map(|line| (line.offer, line.free, line.paused_until)).collect()
    };
    assert_eq!(seen_by(&calm, &chief), [(Offer::ToReview, 0, None), (Offer::Takes, 2, None)]);
    let reader = sign_in(&mut calm, OTHER);
    assert_eq!(seen_by(&calm, &reader), [(Offer::ToReview, 0, None)], "only of the programme they serve");
    let tomorrow = calendar::day(calm.world.clock.now() + DAY_MS);
    set(&calm, seen, CHECK, "0", &tomorrow).unwrap();
    assert_eq!(seen_by(&calm, &chief)[1], (Offer::Paused, 0, Some(tomorrow)));
    calm.pass(2 * DAY_MS);
    let chief = sign_in(&mut calm, CHIEF);
    assert_eq!(seen_by(&calm, &chief)[1], (Offer::Full, 0, None), "the pause is over by itself");
}

#[test]
fn who_a_protected_mentor_is_stays_masked_with_the_answers() {
    let mut calm = staffed(&[]);
    let record = listed(&mut calm);
    let request = MarkRequest {
        reference: String::new(),
        seen: record.version,
        mark: Mark::Protected,
        is_so: true,
        reason: "Begärd.".to_owned(),
    };
    calm.decide(move |book| annotate::mark(book, &id(1), CHIEF, &request)).unwrap();
    let who = sign_in(&mut calm, CHIEF);
    let read = |calm: &Calm, reason: Option<&str>| {
        let reference = record.reference.as_str().to_owned();
        let (names, request) =
            (calm.world.names.clone(), ReadRecordRequest { reference, reason: reason.map(str::to_owned) });
        let found =
            by(calm, &who, Authority::Reader, move |book, staff| reading::record(book, &names, staff, &request))
                .unwrap();
        let mentor = found.mentor.unwrap();
        (mentor.offer, mentor.kept.unwrap().checked)
    };
    assert_eq!(read(&calm, None), (Offer::Takes, String::new()));
    assert_eq!(read(&calm, Some("Ska ringa upp.")), (Offer::Takes, CHECK.to_owned()));
    assert_eq!(list(&calm, &who).mentors[0].row.name, "");
}

#[test]
fn what_staff_keep_of_a_mentor_survives_the_loss_of_the_ledger() {
    let mut calm = staffed(&[]);
    let record = listed(&mut calm);
    calm.work();
    calm.lose();
    calm.restore();
    assert_eq!(calm.record(1).mentor, record.mentor);
    assert!(record.mentor.is_some());
}

fn offered(
    calm: &Calm,
    visitor: &Visitor,
    free: &str,
    paused_until: &str,
) -> Result<Option<(u32, Option<String>)>, Problem> {
    let (session, of) = (visitor.session.clone(), visitor.of.clone());
    let seen = visitor.read(calm).offer.map_or(0, |offer| offer.free);
    let request = OfferRequest { session, of, seen, free: free.to_owned(), paused_until: paused_until.to_owned() };
    let page = calm.decide(move |book| mentors::offer(book, &request))?;
    Ok(page.offer.map(|offer| (offer.free, offer.paused_until)))
}

#[test]
fn a_mentor_says_themself_what_they_offer_and_staffs_check_stays() {
    let mut calm = staffed(&[]);
    calm.received(2, ALUMNI, Role::Mentor);
    assert_eq!(offered(&calm, &Visitor::of(&calm, 2), "1", ""), Err(Problem::Changed), "nobody has checked who it is");
    let record = listed(&mut calm);
    let visitor = Visitor::of(&calm, 1);
    let today = calendar::day(calm.world.clock.now());
    assert_eq!(offered(&calm, &visitor, "0", &today), Ok(Some((0, Some(today.clone())))));
    assert_eq!(offered(&calm, &visitor, "0", &today), Ok(Some((0, Some(today.clone())))), "twice is once");
    let next = calm.record(1);
    assert_eq!((next.version, last(&next)), (record.version + 1, (Happening::OfferSet, None, None)));
    let (before, after) = (record.mentor.as_deref().unwrap(), next.mentor.as_deref().unwrap());
    assert_eq!((&before.checked, &before.checked_by), (&after.checked, &after.checked_by));
    assert_eq!(offer(&next, &today), Some(Offer::Paused));
    let faults = vec![Fault::of("free", FaultKind::NotANumber), Fault::of("paused_until", FaultKind::HasPassed)];
    assert_eq!(offered(&calm, &visitor, "x", "2020-01-01"), Err(Problem::Faults { faults }));
    visitor.withdraw(&calm).unwrap();
    assert_eq!(offered(&calm, &visitor, "2", ""), Err(Problem::Changed));
    assert_eq!(visitor.come_back(&calm), Ok(Standing::Listed), "as it was");
    assert_eq!(offered(&calm, &visitor, "2", ""), Ok(Some((2, None))));
}

#[test]
fn a_mentor_who_sets_it_again_and_again_leaves_room_for_staff() {
    let mut calm = staffed(&[]);
    listed(&mut calm);
    let visitor = Visitor::of(&calm, 1);
    let refused = (0..80).map(|number| offered(&calm, &visitor, &(number % 2).to_string(), "")).find(Result::is_err);
    assert_eq!(refused, Some(Err(Problem::ChangedTooOften)));
    assert!(!calm.record(1).is_full());
}
