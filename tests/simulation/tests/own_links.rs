//! What links open: one that reached somebody else is cancelled, and one in a letter leads to all that its reader has sent.

use domain::asked::Ask;
use domain::call::{DisownRequest, OpenRequest, TurnRequest};
use domain::desk::call::CorrectRequest;
use domain::ledger::{annotate, links, own};
use domain::link::LinkHash;
use domain::outbox::Fact;
use domain::problem::Problem;
use domain::programme::Role;
use domain::reference::Reference;
use domain::text::Language;
use domain::words::form::own as words;
use simulation::calm::{Calm, id, link_in, mentee, secret};
use simulation::desk::{self, CHIEF, staffed};
use simulation::visitor::Visitor;

const ALUMNI: &str = "ki-alumni";

#[test]
fn a_letter_for_somebody_else_opens_nothing_any_more_and_staff_are_told_once() {
    let mut calm = Calm::default();
    calm.received(1, ALUMNI, Role::Mentee);
    let mailed = link_in(&calm.letters(1, Fact::ApplicantLetter)[0].letter.text).unwrap();
    let session = LinkHash::of(b"theirs");
    let open = OpenRequest { link: mailed.hash(), session: session.clone() };
    calm.decide({
        let open = open.clone();
        move |book| links::open(book, None, &open)
    })
    .unwrap();
    for _ in 0..2 {
        let request = DisownRequest { link: mailed.hash() };
        calm.decide(move |book| own::disown(book, &request)).unwrap();
    }
    assert_eq!(calm.decide(move |book| links::open(book, None, &open)).map(drop), Err(Problem::LinkNotGood));
    assert_eq!(calm.own_page(&session).map(drop), Err(Problem::NotSignedIn));
    let record = calm.record(1);
    let asked: Vec<_> = record.asked.iter().map(|asked| (asked.what, asked.text.as_deref(), asked.is_open())).collect();
    assert_eq!(asked, [(Ask::Report, Some(words::DISOWNED.say(Language::Sv)), true)]);
    calm.work();
    assert!(calm.copies("record/").contains(&calm.copy(1, record.version)), "a restored ledger knows of it");
    // The phone that sent it keeps its own link.
    assert_eq!(Visitor::of(&calm, 1).read(&calm).asked.len(), 1);
    let request = DisownRequest { link: secret(1).hash() };
    calm.decide(move |book| own::disown(book, &request)).unwrap();
    let open = OpenRequest { link: secret(1).hash(), session: LinkHash::of(b"again") };
    assert_eq!(calm.decide(move |book| links::open(book, None, &open)).map(drop), Err(Problem::LinkNotGood));
    assert_eq!(
        calm.send(&mentee(1)).map(|sent| sent.is_new),
        Ok(false),
        "a repeated send has its receipt all the same"
    );
    assert_eq!(calm.record(1).asked.len(), 2);
    let unknown = DisownRequest { link: secret(9).hash() };
    assert_eq!(calm.decide(move |book| own::disown(book, &unknown)), Ok(()), "nobody learns which links there are");
}

/// Two applications from one address, and somebody else's.
fn three(calm: &mut Calm) -> [Reference; 3] {
    let shared = mentee(1).draft.answers["email"].clone();
    for number in 1..=3 {
        let mut sent = mentee(number);
        if number != 3 {
            sent.draft.answers.insert("email".to_owned(), shared.clone());
        }
        calm.send(&sent).unwrap();
        calm.pass(60_000);
    }
    [1, 2, 3].map(|number| calm.record(number).reference)
}

fn turned(calm: &Calm, session: &LinkHash, to: &Reference) -> Result<Reference, Problem> {
    let (names, request) = (calm.world.names.clone(), TurnRequest { session: session.clone(), to: to.clone() });
    calm.decide(move |book| own::turn(book, &names, &request)).map(|page| page.receipt.reference)
}

#[test]
fn whoever_reads_the_letters_finds_all_they_sent_and_whoever_only_typed_the_address_finds_their_own() {
    let mut calm = Calm::default();
    let [first, second, stranger] = three(&mut calm);
    let by_receipt = Visitor::of(&calm, 1).session;
    assert!(calm.own_page(&by_receipt).unwrap().others.is_empty());
    assert_eq!(turned(&calm, &by_receipt, &second), Err(Problem::Changed));

    let mailed = link_in(&calm.letters(1, Fact::ApplicantLetter)[0].letter.text).unwrap();
    let session = LinkHash::of(b"by letter");
    let open = OpenRequest { link: mailed.hash(), session: session.clone() };
    calm.decide(move |book| links::open(book, None, &open)).unwrap();
    let others: Vec<_> =
        calm.own_page(&session).unwrap().others.into_iter().map(|other| other.receipt.reference).collect();
    assert_eq!(others, std::slice::from_ref(&second));
    assert_eq!(turned(&calm, &session, &stranger), Err(Problem::Changed), "not theirs");
    for _ in 0..2 {
        assert_eq!(turned(&calm, &session, &second), Ok(second.clone()));
    }
    assert!(calm.record(2).is_confirmed(), "the address is proven for both");
    assert_eq!(calm.own_page(&session).unwrap().others[0].receipt.reference, first);
    calm.pass(2 * 3_600_000);
    assert_eq!(turned(&calm, &session, &first), Err(Problem::NotSignedIn), "turning makes no session longer");
}

#[test]
fn whoever_got_a_letter_at_a_wrong_address_is_shut_out_once_staff_correct_it() {
    let mut calm = Calm::default();
    let [first, second, stranger] = three(&mut calm);
    let mailed = link_in(&calm.letters(3, Fact::ApplicantLetter)[0].letter.text).unwrap();
    // It was the first person's all along, with a slip in the address.
    let record = calm.record(3);
    let mut draft = record.draft.clone();
    draft.answers.insert("email".to_owned(), calm.record(1).draft.answers["email"].clone());
    let names = calm.world.names.clone();
    let request = CorrectRequest {
        reference: String::new(),
        seen: record.version,
        draft,
        reason: "Ringde: ett stavfel.".to_owned(),
    };
    calm.decide(move |book| annotate::correct(book, &names, &id(3), CHIEF, &request)).unwrap();
    let open = |calm: &Calm, link: LinkHash| {
        let open = OpenRequest { link, session: LinkHash::of(b"a phone") };
        calm.decide(move |book| links::open(book, None, &open)).map(drop)
    };
    assert_eq!(open(&calm, mailed.hash()), Err(Problem::LinkNotGood));
    calm.work();
    let right = calm.letters(3, Fact::ApplicantLetter).pop().unwrap().letter;
    assert_eq!(right.to, calm.record(1).draft.answers["email"][0], "the right address is written to");
    open(&calm, link_in(&right.text).unwrap().hash()).unwrap();
    let session = LinkHash::of(b"a phone");
    for other in [&first, &second, &stranger] {
        assert_eq!(turned(&calm, &session, other), Ok(other.clone()), "it is one person's");
    }
}

#[test]
fn a_link_to_the_desk_that_reached_somebody_else_opens_nothing_any_more() {
    let mut calm = staffed(&[]);
    desk::ask(&calm, CHIEF);
    calm.work();
    let secret = desk::link(&calm, CHIEF).unwrap();
    let request = DisownRequest { link: secret.hash() };
    calm.decide(move |book| own::disown(book, &request)).unwrap();
    assert_eq!(desk::open(&calm, &secret).map(drop), Err(Problem::LinkNotGood));
}
