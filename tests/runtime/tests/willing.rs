//! A mentor is asked whether they are still willing, and answers on their own page without JavaScript, on the real runtime.

use domain::desk::call::{After, ReadMentors};
use domain::form_post::field::{GO, OF};
use domain::mentor::Offer;
use domain::mentor::willing::{ASKED_AFTER_DAYS, SILENT_AFTER_DAYS};
use domain::outbox::DAY_MS;
use domain::words::form::willing as words;
use runtime_tests::asking::{MENTOR, listed, newest, open};
use runtime_tests::desk::{CHIEF, Desk, portal};
use runtime_tests::pair::has;
use runtime_tests::people::address;
use runtime_tests::portal::Portal;

/// So many days pass, and the alarm rings.
fn pass(portal: &Portal, days: i64) {
    portal.set_clock(portal.offset_ms() + days * DAY_MS);
    portal.work_outbox();
}

fn letters(portal: &Portal) -> usize {
    let all: Vec<serde_json::Value> = portal.get("/dev/letters.json").json();
    let is_it = |letter: &&serde_json::Value| {
        letter["to"] == address(MENTOR) && letter["subject"].as_str().is_some_and(|text| text.contains("fortfarande"))
    };
    all.iter().filter(is_it).count()
}

fn offered(portal: &Portal) -> Vec<Offer> {
    let desk = Desk::sign_in(portal, CHIEF);
    let found = desk.call::<ReadMentors>(&After { after: None }).expect("mentors");
    found.mentors.into_iter().map(|line| line.offer).collect()
}

#[test]
fn a_mentor_is_asked_by_one_letter_after_half_a_year_is_silent_after_a_month_and_says_yes_by_a_button() {
    let portal = portal("willing");
    let reference = listed(&portal, &Desk::sign_in(&portal, CHIEF), MENTOR);
    pass(&portal, ASKED_AFTER_DAYS + 1);
    assert_eq!(letters(&portal), 0, "it goes on a working morning");
    for _ in 0..3 {
        pass(&portal, 5);
    }
    assert_eq!(letters(&portal), 1);
    let letter = newest(&portal, &address(MENTOR));
    let link = portal.get(&letter.link_path());
    assert_eq!(link.status, 200);
    let (cookie, _) = open(&portal, &letter);
    let page = portal.get_as(&cookie, "/my");
    assert!(has(&page.body, "willing") && !has(&page.body, "willing-said"), "reading it says nothing");
    pass(&portal, SILENT_AFTER_DAYS);
    assert_eq!((offered(&portal), letters(&portal)), (vec![Offer::Silent], 1));
    let (cookie, _) = open(&portal, &letter);
    let press = |of: &str| portal.post_as(&cookie, "/my", &[(GO, words::YES_VALUE), (OF, of)]).status;
    assert_eq!(press("22222222"), 409);
    for _ in 0..2 {
        assert_eq!(press(&reference), 303);
    }
    let page = portal.get_as(&cookie, "/my");
    assert!(!has(&page.body, "willing") && has(&page.body, "willing-said"), "{}", page.body);
    assert!(page.body.contains("Du svarade att du fortfarande vill vara mentor"));
    assert_eq!(offered(&portal), [Offer::Takes]);
}
