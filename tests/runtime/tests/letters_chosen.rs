//! Which letters come is chosen on the own page without JavaScript, on the real runtime.

use domain::form_post::field::{GO, OF};
use domain::outbox::Fact;
use domain::words::form::letters as words;
use runtime_tests::asking::{MENTEE, MENTOR, applied, listed, newest, open};
use runtime_tests::desk::{CHIEF, Desk, portal};
use runtime_tests::people::address;

/// Whether the box of a letter is ticked.
fn is_ticked(body: &str, fact: Fact) -> bool {
    let of = format!("value=\"{}\"", fact.key());
    let input = body.split("<input").find(|input| input.contains(&of)).expect("a box");
    input.split('>').next().is_some_and(|input| input.contains("checked"))
}

#[test]
fn every_letter_that_can_be_turned_off_has_a_box_and_what_was_saved_is_ticked() {
    let portal = portal("letters-chosen");
    let reference = listed(&portal, &Desk::sign_in(&portal, CHIEF), MENTOR);
    let (cookie, _) = open(&portal, &newest(&portal, &address(MENTOR)));
    let page = || portal.get_as(&cookie, "/my").body;
    let both = [Fact::RequestReminder, Fact::WillingLetter];
    assert!(both.iter().all(|fact| is_ticked(&page(), *fact)), "{}", page());
    let save = |wanted: &[Fact]| {
        let mut fields = vec![(GO, words::SAVE_VALUE), (OF, reference.as_str())];
        fields.extend(wanted.iter().map(|fact| (words::FIELD, fact.key())));
        let saved = portal.post_as(&cookie, "/my", &fields);
        (saved.status, saved.header("location").to_owned())
    };
    let there = (303, "/my#letters".to_owned());
    assert_eq!(save(&[Fact::WillingLetter, Fact::RequestLetter]), there, "what cannot be turned off is not asked");
    assert_eq!(both.map(|fact| is_ticked(&page(), fact)), [false, true]);
    assert_eq!(save(&[]), there);
    assert_eq!(both.map(|fact| is_ticked(&page(), fact)), [false, false]);
    assert!(page().contains("Du valde bort ett slags mejl"));
    assert_eq!(save(&both), there);
    assert_eq!(both.map(|fact| is_ticked(&page(), fact)), [true, true]);
}

#[test]
fn a_mentee_is_asked_only_of_what_comes_to_them() {
    let portal = portal("letters-mentee");
    applied(&portal, MENTEE);
    let (cookie, _) = open(&portal, &newest(&portal, &address(MENTEE)));
    let page = portal.get_as(&cookie, "/my").body;
    assert!(is_ticked(&page, Fact::RequestReminder) && !page.contains(Fact::WillingLetter.key()));
}
