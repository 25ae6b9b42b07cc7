//! Registering a student's own mentor: what was found must be allowed by staff, with a reason, before the two are registered.

use domain::call::OpenRequest;
use domain::draft::Draft;
use domain::independence::{FOUND, NOTHING, TIES, Tie};
use domain::ledger::{Happening, Record, change, links, receive};
use domain::link::LinkHash;
use domain::outbox::Fact;
use domain::problem::{FaultKind, Problem};
use domain::programme::{Role, programme};
use domain::standing::Standing;
use simulation::calm::{Calm, draft, id, request, secret};

const DOCTORAL: &str = "doctoral";
const WHY: &str = "Handledarskapet upphörde i våras.";

/// A registration in which nothing was found, or these ties.
fn registration(ties: &[Tie]) -> Draft {
    let mut draft = draft(DOCTORAL, Role::Registering, 1);
    let found = if ties.is_empty() { NOTHING } else { "something" };
    draft.answers.insert(FOUND.to_owned(), vec![found.to_owned()]);
    draft.answers.insert(TIES.to_owned(), ties.iter().map(|tie| tie.slug().to_owned()).collect());
    draft.answers.insert("thoughts".to_owned(), vec!["Vi ses sällan.".to_owned()]);
    if ties.is_empty() {
        draft.answers.retain(|question, _| question != TIES && question != "thoughts");
    }
    draft
}

/// After it was received; with the version that staff see.
fn registered(ties: &[Tie]) -> (Calm, u32) {
    let mut calm = Calm::default();
    calm.send(&request(1, registration(ties))).unwrap();
    calm.work();
    let seen = calm.record(1).version;
    (calm, seen)
}

fn decide(calm: &Calm, seen: u32, standing: Standing) -> Result<Record, Problem> {
    calm.bring(1, seen, standing)
}

fn allow(calm: &Calm, seen: u32, reason: &str) -> Result<Record, Problem> {
    let reason = reason.to_owned();
    calm.decide(move |book| change::allow(book, &id(1), seen, "", &reason))
}

#[test]
fn a_pair_against_which_nothing_speaks_is_registered_from_either_standing() {
    let (calm, seen) = registered(&[]);
    assert_eq!(allow(&calm, seen, WHY), Err(Problem::Changed), "there is nothing to allow");
    assert_eq!(decide(&calm, seen, Standing::Paired).unwrap().standing, Standing::Paired);
    assert_eq!(decide(&calm, seen + 1, Standing::UnderReview), Err(Problem::Changed), "no way back by staff");
    let (calm, seen) = registered(&[]);
    decide(&calm, seen, Standing::UnderReview).unwrap();
    assert_eq!(decide(&calm, seen + 1, Standing::Paired).unwrap().standing, Standing::Paired);
}

#[test]
fn a_pair_can_register_while_the_university_has_things_to_decide() {
    let calm = Calm::default();
    let (names, sent) = (calm.world.names.clone(), request(1, registration(&[])));
    let kept = calm.decide(move |book| receive::send(book, &names, &sent, false, receive::ADDRESS_LIMIT)).unwrap();
    let is_decided = programme(DOCTORAL).unwrap().answer_days.value(false).is_some();
    assert_eq!(kept.receipt.answer_by.is_some(), is_decided, "no day is promised before one can be");
}

#[test]
fn no_other_application_becomes_a_registered_pair() {
    let mut calm = Calm::default();
    let seen = calm.received(1, "ki-alumni", Role::Mentee).version;
    assert_eq!(decide(&calm, seen, Standing::Paired), Err(Problem::Changed));
    assert_eq!(allow(&calm, seen, WHY), Err(Problem::Changed));
}

#[test]
fn what_was_found_is_allowed_with_a_reason_before_the_pair_is_registered() {
    for tie in Tie::ALL {
        let (calm, seen) = registered(&[tie]);
        assert_eq!(decide(&calm, seen, Standing::Paired), Err(Problem::NotIndependent), "{tie:?}");
        assert_eq!(calm.record(1).version, seen, "a refusal changes nothing");
        let allowed = allow(&calm, seen, &format!("  {WHY}\r\n")).unwrap();
        assert_eq!((allowed.standing, allowed.version), (Standing::Received, seen + 1));
        let event = allowed.history.last().unwrap();
        assert_eq!((event.what, event.reason.as_deref()), (Happening::Allowed, Some(WHY)));
        assert_eq!(decide(&calm, seen + 1, Standing::Paired).unwrap().standing, Standing::Paired, "{tie:?}");
    }
}

#[test]
fn allowing_twice_is_allowing_once_and_an_old_look_allows_nothing() {
    let (calm, seen) = registered(&[Tie::Department]);
    let allowed = allow(&calm, seen, WHY).unwrap();
    assert_eq!(allow(&calm, seen, WHY), Ok(allowed.clone()), "the same call again");
    assert_eq!(allow(&calm, seen + 1, WHY), Ok(allowed), "and again, with what stands now");
    assert_eq!(allow(&calm, seen + 1, "Något annat."), Err(Problem::Changed), "the reason that was given stays");

    let (calm, seen) = registered(&[Tie::Department]);
    decide(&calm, seen, Standing::UnderReview).unwrap();
    assert_eq!(allow(&calm, seen, WHY), Err(Problem::Changed));
    assert_eq!(calm.decide(|book| change::allow(book, &id(2), 1, "", WHY)), Err(Problem::NotFound));
}

#[test]
fn a_reason_has_one_to_five_hundred_characters() {
    let (calm, seen) = registered(&[Tie::Manager]);
    let fault = |reason: &str| match allow(&calm, seen, reason) {
        Err(Problem::Faults { faults }) => (faults[0].field.clone(), faults[0].kind),
        other => panic!("a fault was expected, not {other:?}"),
    };
    assert_eq!(fault(" \n "), ("reason".to_owned(), FaultKind::Missing));
    assert_eq!(fault(&"å".repeat(501)), ("reason".to_owned(), FaultKind::TooLong { max: 500, over: 1 }));
    assert_eq!(fault("a\u{202e}b"), ("reason".to_owned(), FaultKind::ForbiddenCharacter));
    assert!(allow(&calm, seen, &format!(" {}\n{} ", "å".repeat(249), "ö".repeat(250))).is_ok());
}

#[test]
fn what_was_allowed_holds_for_the_answers_as_they_stood() {
    let (calm, seen) = registered(&[Tie::Department]);
    allow(&calm, seen, WHY).unwrap();
    let edit = |calm: &Calm, seen, ties: &[Tie]| {
        let draft = registration(ties);
        calm.decide(move |book| change::edit(book, &id(1), seen, &draft))
    };
    edit(&calm, seen + 1, &[Tie::Supervisor]).unwrap();
    assert_eq!(decide(&calm, seen + 2, Standing::Paired), Err(Problem::NotIndependent));
    allow(&calm, seen + 2, WHY).unwrap();
    assert_eq!(decide(&calm, seen + 3, Standing::Paired).unwrap().standing, Standing::Paired);
    let again = edit(&calm, seen + 4, &[Tie::Close]).unwrap();
    assert_eq!((again.standing, again.version), (Standing::UnderReview, seen + 5), "it is looked at once more");
}

#[test]
fn the_reason_is_in_the_sealed_copy_and_in_no_letter_and_on_no_own_page() {
    let (mut calm, seen) = registered(&[Tie::CoAuthor]);
    allow(&calm, seen, WHY).unwrap();
    calm.work();
    assert!(calm.copies("record/").contains(&calm.copy(1, seen + 1)));
    calm.lose();
    assert_eq!(calm.restore(), Vec::<String>::new());
    assert_eq!(calm.record(1).allowed_because(), Some(WHY), "a rebuilt ledger knows it");
    for fact in [Fact::ApplicantLetter, Fact::StaffLetter] {
        assert!(calm.letters(1, fact).iter().all(|posted| !posted.letter.text.contains(WHY)));
    }
    let session = LinkHash::of(b"session");
    let open = OpenRequest { link: secret(1).hash(), session: session.clone() };
    let page = calm.decide(move |book| links::open(book, None, &open)).unwrap();
    assert!(!format!("{page:?}").contains(WHY));
}
