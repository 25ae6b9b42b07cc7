//! Who waits for a programme that a release opens, and what becomes of their letters; nothing else goes wrong around it.

use domain::call::OpenRequest;
use domain::ledger::{Book as _, Link, LinkKind, links, receive};
use domain::link::{LinkHash, Secret};
use domain::live::Live;
use domain::outbox::{Fact, Subject, TaskState};
use domain::problem::Problem;
use domain::programme::{Role, programme};
use domain::standing::Standing;
use simulation::calm::{Calm, draft, id, link_in, secret};

/// Open, as its file says.
const OPEN: &str = "ki-alumni";
/// Closed, as its file says.
const CLOSED: &str = "junior-faculty";
const HOUR_MS: i64 = 3_600_000;

/// Somebody who began to wait under an earlier release, while the file said that the programme is closed.
fn waits_since_an_earlier_release(calm: &Calm, number: u64) {
    let application = draft(OPEN, Role::Waiting, number).check().unwrap();
    let live = Live { open: false, ..Live::of_file(programme(OPEN).unwrap(), true) };
    let names = calm.world.names.clone();
    calm.decide(move |book| {
        let record = receive::new_record(id(number), &application, book.now(), None);
        let reference = receive::free_reference(book, &names, &record.id)?;
        let record = domain::ledger::Record { reference, ..record };
        receive::keep(book, &names, &record, secret(number).hash(), &application, &live).map(Ok)
    })
    .unwrap();
}

fn opens(calm: &Calm, secret: &Secret) -> bool {
    let session = LinkHash::of(secret.as_str().as_bytes());
    let request = OpenRequest { link: secret.hash(), session };
    calm.decide(move |book| links::open(book, None, &request)).is_ok()
}

#[test]
fn who_waits_is_told_once_when_a_release_opens_the_programme() {
    let mut calm = Calm::default();
    waits_since_an_earlier_release(&calm, 1);
    assert_eq!(calm.task(1, Fact::OpenedLetter), None);
    calm.work();
    assert_eq!(calm.letters(1, Fact::OpenedLetter).len(), 1);
    assert_eq!(calm.record(1).standing, Standing::Told);
    calm.work();
    calm.pass(24 * HOUR_MS);
    calm.work();
    assert_eq!(calm.letters(1, Fact::OpenedLetter).len(), 1, "nobody is told twice");
}

#[test]
fn what_staff_have_set_stands_over_a_release_that_opens() {
    let mut calm = Calm::default();
    calm.set_live(OPEN, 0, |live| live.open = false).unwrap();
    waits_since_an_earlier_release(&calm, 1);
    calm.work();
    calm.pass(HOUR_MS);
    calm.work();
    assert_eq!((calm.task(1, Fact::OpenedLetter), calm.record(1).standing), (None, Standing::Received));
    calm.set_live(OPEN, 1, |live| live.open = true).unwrap();
    calm.work();
    assert_eq!(calm.letters(1, Fact::OpenedLetter).len(), 1);
}

#[test]
fn a_letter_that_could_not_go_keeps_its_pause_however_often_the_programmes_are_looked_at() {
    let mut calm = Calm::default();
    waits_since_an_earlier_release(&calm, 1);
    calm.world.no_mail_until.set(i64::MAX);
    calm.work();
    let task = calm.task(1, Fact::OpenedLetter).unwrap();
    assert_eq!((task.state, task.attempts), (TaskState::Waiting, 1));
    calm.work();
    assert_eq!(calm.task(1, Fact::OpenedLetter), Some(task));
}

/// The first letter of somebody who waits could not go, and the programme has opened meanwhile.
fn opened_before_the_first_letter_went() -> Calm {
    let mut calm = Calm::default();
    calm.world.no_mail_until.set(i64::MAX);
    calm.received(1, CLOSED, Role::Waiting);
    let first = calm.task(1, Fact::ApplicantLetter).unwrap();
    assert_eq!((first.state, first.attempts), (TaskState::Waiting, 1));
    calm.world.no_mail_until.set(0);
    calm.set_live(CLOSED, 0, |live| live.open = true).unwrap();
    calm
}

#[test]
fn who_was_told_that_it_is_open_is_not_told_afterwards_to_wait_and_their_link_stays_good() {
    let mut calm = opened_before_the_first_letter_went();
    calm.work();
    assert_eq!(calm.record(1).standing, Standing::Told);
    calm.pass(HOUR_MS);
    assert_eq!(calm.letters(1, Fact::ApplicantLetter).len(), 0);
    assert_eq!(calm.task(1, Fact::ApplicantLetter), None);
    let told = calm.letters(1, Fact::OpenedLetter);
    assert_eq!(told.len(), 1);
    assert!(opens(&calm, &link_in(&told[0].letter.text).unwrap()));
    calm.pass(HOUR_MS);
    calm.lose();
    calm.restore();
    assert_eq!(calm.task(1, Fact::ApplicantLetter), None, "its copy knows");
}

#[test]
fn the_first_letters_next_attempt_leaves_the_link_of_one_that_may_have_gone_meanwhile() {
    let mut calm = opened_before_the_first_letter_went();
    // It went, and the ledger fell before it heard so.
    let gone = secret(9);
    let hash = gone.hash();
    calm.decide(move |book| {
        let (subject, now) = (Subject::Record(id(1)), book.now());
        let leased = book.task(&subject, Fact::OpenedLetter)?.and_then(|task| task.lease(now)?.ok()).unwrap();
        book.put_link(&id(1), &Link { hash, kind: LinkKind::Mailed, made_at: now })?;
        book.put_task(&subject, &leased).map(Ok::<_, Problem>)
    })
    .unwrap();
    calm.pass(40_000);
    assert_eq!(calm.letters(1, Fact::ApplicantLetter).len(), 1, "before that lease has ended");
    assert_eq!(calm.record(1).standing, Standing::Received);
    calm.pass(HOUR_MS);
    assert_eq!(calm.record(1).standing, Standing::Told);
    assert!(opens(&calm, &gone));
}
