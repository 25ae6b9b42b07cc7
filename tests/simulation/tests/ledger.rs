//! What the ledger decides about applications that are there, each told as a sentence; nothing goes wrong around it.

use domain::call::{OpenRequest, WithdrawRequest};
use domain::ledger::{Book as _, Happening, change, links, own};
use domain::link::{LinkHash, Secret};
use domain::outbox::{Fact, Subject, TaskState};
use domain::problem::Problem;
use domain::programme::Role;
use domain::reference::Reference;
use domain::standing::Standing;
use simulation::calm::{Calm, draft, id, link_in, mentee, secret};

const ALUMNI: &str = "ki-alumni";
/// Closed, as its file says.
const CLOSED: &str = "junior-faculty";

/// Opens a link and gives back the session.
fn opened(calm: &Calm, secret: &Secret) -> Result<LinkHash, Problem> {
    let session = LinkHash::of(secret.as_str().as_bytes()).as_str().to_owned();
    let session = LinkHash::of(session.as_bytes());
    let request = OpenRequest { link: secret.hash(), session: session.clone() };
    calm.decide(move |book| links::open(book, None, &request)).map(|_| session)
}

fn withdrawn(calm: &Calm, session: &LinkHash) -> Result<Standing, Problem> {
    let of = calm.own_page(session)?.receipt.reference;
    withdrawn_of(calm, session, of)
}

fn withdrawn_of(calm: &Calm, session: &LinkHash, of: Reference) -> Result<Standing, Problem> {
    let request = WithdrawRequest { session: session.clone(), of };
    calm.decide(move |book| own::withdraw(book, &request)).map(|page| page.standing)
}

#[test]
fn the_mailed_link_confirms_the_address_and_the_receipts_link_confirms_nothing() {
    let mut calm = Calm::default();
    let version = calm.received(1, ALUMNI, Role::Mentee).version;
    opened(&calm, &secret(1)).unwrap();
    assert_eq!(calm.record(1).version, version);
    let mailed = link_in(&calm.letters(1, Fact::ApplicantLetter)[0].letter.text).unwrap();
    opened(&calm, &mailed).unwrap();
    opened(&calm, &mailed).unwrap();
    let confirmed = calm.record(1).history.iter().filter(|event| event.what == Happening::AddressConfirmed).count();
    assert_eq!((confirmed, calm.record(1).version), (1, version + 1));
    assert_eq!(opened(&calm, &secret(9)), Err(Problem::LinkNotGood));
}

#[test]
fn who_waits_takes_it_back_once_and_a_session_ends_after_two_hours() {
    let mut calm = Calm::default();
    calm.received(1, CLOSED, Role::Waiting);
    let session = opened(&calm, &secret(1)).unwrap();
    let other = Reference::of_hash(&[7; 32]);
    assert_eq!(withdrawn_of(&calm, &session, other), Err(Problem::Changed), "the page of another tab's link");
    assert_eq!(withdrawn(&calm, &session), Ok(Standing::Withdrawn));
    let version = calm.record(1).version;
    assert_eq!(withdrawn(&calm, &session), Ok(Standing::Withdrawn));
    assert_eq!(calm.record(1).version, version, "twice is the same as once");
    calm.pass(2 * 3_600_000);
    assert_eq!(withdrawn(&calm, &session), Err(Problem::NotSignedIn));
    assert!(calm.copies("record/").contains(&calm.copy(1, version)), "the copy knows of it");
}

#[test]
fn a_decision_on_an_old_version_is_refused() {
    let mut calm = Calm::default();
    let seen = calm.received(1, ALUMNI, Role::Mentee).version;
    let decide = |calm: &Calm, seen, standing| calm.bring(1, seen, standing);
    assert_eq!(decide(&calm, seen, Standing::UnderReview).unwrap().version, seen + 1);
    assert_eq!(decide(&calm, seen, Standing::Received), Err(Problem::Changed));
    assert_eq!(decide(&calm, seen + 1, Standing::Told), Err(Problem::Changed), "no such move");
    assert_eq!(decide(&calm, seen + 1, Standing::Received).unwrap().standing, Standing::Received);
    let unknown = calm.bring(2, 1, Standing::UnderReview);
    assert_eq!(unknown, Err(Problem::NotFound));
}

#[test]
fn who_waits_is_not_taken_up_by_staff() {
    let mut calm = Calm::default();
    let seen = calm.received(1, CLOSED, Role::Waiting).version;
    let decided = calm.bring(1, seen, Standing::UnderReview);
    assert_eq!(decided, Err(Problem::Changed));
}

#[test]
fn an_edit_keeps_what_arrived() {
    let mut calm = Calm::default();
    let before = calm.received(1, ALUMNI, Role::Mentee);
    calm.pass(60_000);
    let (seen, other) = (calm.record(1).version, mentee(2).draft);
    let edited = calm.decide(move |book| change::edit(book, &id(1), seen, &other)).unwrap();
    assert_eq!(edited.draft, mentee(2).draft.check().unwrap().to_draft());
    assert_eq!(edited.arrived.as_deref(), Some(&before.draft));
    assert_eq!((edited.fingerprint, edited.reference), (before.fingerprint, before.reference));
    calm.pass(60_000);
    for version in [1, edited.version] {
        assert!(calm.copies("record/").contains(&calm.copy(1, version)), "version {version} has its copy");
    }
    let mentor = draft(ALUMNI, Role::Mentor, 3);
    let wrong = calm.decide(move |book| change::edit(book, &id(1), seen + 1, &mentor));
    assert_eq!(wrong, Err(Problem::Changed), "a mentee does not become a mentor");
}

#[test]
fn a_record_whose_programme_left_with_a_release_is_sealed_all_the_same() {
    let mut calm = Calm::default();
    let version = calm.received(1, ALUMNI, Role::Mentee).version;
    calm.decide(move |book| {
        let mut record = book.record(&id(1))?.unwrap().with(Happening::Edited, book.now());
        "left".clone_into(&mut record.draft.programme);
        book.put_changed(&record).map(Ok)
    })
    .unwrap();
    calm.pass(60_000);
    let record = calm.record(1);
    assert!(record.version > version && calm.copies("record/").contains(&calm.copy(1, record.version)));
    calm.lose();
    calm.restore();
    assert_eq!(calm.record(1), record);
}

#[test]
fn erasing_takes_every_version_and_leaves_a_tombstone() {
    let mut calm = Calm::default();
    calm.received(1, ALUMNI, Role::Mentee);
    let seen = calm.record(1).version;
    calm.bring(1, seen, Standing::UnderReview).unwrap();
    calm.pass(60_000);
    assert!(calm.copies("record/").len() > 1);
    calm.erase(1).unwrap();
    assert!(calm.rows().records.is_empty() && calm.rows().links.is_empty(), "the rows go at once");
    calm.pass(120_000);
    assert_eq!(calm.copies("record/"), Vec::<String>::new());
    assert_eq!(calm.copies("erased/").len(), 1);
    assert_eq!(calm.erase(1), Err(Problem::NotFound));
    assert_eq!(calm.send(&mentee(1)), Err(Problem::Erased), "an erased id is refused");
    assert_eq!(calm.spool(&mentee(1)), Err(Problem::Erased), "by the spool as well");
}

#[test]
fn a_live_half_is_set_only_by_who_saw_what_stands() {
    let calm = Calm::default();
    assert_eq!(calm.set_live(CLOSED, 0, |live| live.open = true).unwrap().version, 1);
    assert_eq!(calm.set_live(CLOSED, 0, |live| live.open = false), Err(Problem::Changed));
    assert!(calm.rows().live_of(CLOSED).unwrap().live.open);
}

#[test]
fn who_waits_is_told_on_the_day_and_not_before() {
    let mut calm = Calm::default();
    calm.received(1, CLOSED, Role::Waiting);
    calm.set_live(CLOSED, 0, |live| {
        live.open = true;
        live.opens_on = Some("2026-11-25".to_owned());
    })
    .unwrap();
    // From ten in the morning of the 23rd to eleven in the evening of the 24th.
    calm.pass(37 * 3_600_000);
    assert_eq!(calm.letters(1, Fact::OpenedLetter).len(), 0);
    calm.pass(2 * 3_600_000);
    assert_eq!(calm.letters(1, Fact::OpenedLetter).len(), 1);
    assert_eq!(calm.record(1).standing, Standing::Told);
    calm.set_live(CLOSED, 1, |live| live.open = false).unwrap();
    calm.set_live(CLOSED, 2, |live| live.open = true).unwrap();
    calm.pass(3_600_000);
    assert_eq!(calm.letters(1, Fact::OpenedLetter).len(), 1, "nobody is told twice");
}

#[test]
fn a_programme_that_closes_again_before_the_letter_went_tells_nobody_until_it_opens() {
    let mut calm = Calm::default();
    calm.received(1, CLOSED, Role::Waiting);
    calm.set_live(CLOSED, 0, |live| live.open = true).unwrap();
    calm.set_live(CLOSED, 1, |live| live.open = false).unwrap();
    calm.pass(3_600_000);
    assert_eq!(calm.letters(1, Fact::OpenedLetter).len(), 0);
    calm.set_live(CLOSED, 2, |live| live.open = true).unwrap();
    calm.pass(60_000);
    assert_eq!(calm.letters(1, Fact::OpenedLetter).len(), 1);
}

#[test]
fn nobody_is_told_after_taking_it_back_not_even_when_an_attempt_was_under_way() {
    let mut calm = Calm::default();
    calm.received(1, CLOSED, Role::Waiting);
    let session = opened(&calm, &secret(1)).unwrap();
    calm.set_live(CLOSED, 0, |live| live.open = true).unwrap();
    // Taken up, and neither gone nor failed yet.
    let now = calm.world.clock.now();
    calm.decide(move |book| {
        let subject = Subject::Record(id(1));
        let task = book.task(&subject, Fact::OpenedLetter)?.and_then(|task| task.lease(now)?.ok());
        task.map_or(Ok(()), |leased| book.put_task(&subject, &leased)).map(Ok)
    })
    .unwrap();
    withdrawn(&calm, &session).unwrap();
    calm.decide(move |book| {
        let subject = Subject::Record(id(1));
        let task = book.task(&subject, Fact::OpenedLetter)?;
        assert_eq!(task.as_ref().map(|task| task.state), Some(TaskState::Leased));
        let failed = task.map(|task| task.after(domain::outbox::Outcome::Failed, now));
        failed.map_or(Ok(()), |task| book.put_task(&subject, &task)).map(Ok)
    })
    .unwrap();
    calm.pass(3_600_000);
    assert_eq!(calm.letters(1, Fact::OpenedLetter).len(), 0);
}
