//! The pages of a framework: two of them in one browser, a change after both agreed, a letter that went astray, what is erased,
//! and a mentor whom nobody asks about independence.

use domain::framework::{Asking, Side, Stage};
use domain::ledger::agree::RENEWED_A_DAY_MAX;
use domain::letter::FrameworkNews;
use domain::outbox::DAY_MS;
use domain::problem::Problem;
use domain::words::form::framework as words;
use domain::words::letter::framework as letter;
use domain::words::problem;
use runtime_tests::pair::{Pair, begins, has, is_shown};
use runtime_tests::portal::Portal;

#[test]
fn a_mentor_of_two_students_changes_the_one_whose_page_it_was() {
    let portal = Portal::start("framework-two");
    let (first, second) = (Pair::shared(&portal, 1), Pair::shared(&portal, 2));
    // Both links were opened in one browser, the second one last; the first one's page still stands in its tab.
    let browser = second.session(Side::Mentor);
    assert!(first.page(&browser, "/my").body.contains(&format!("name=\"_of\" value=\"{}\"", second.reference)));
    for go in [words::ACCEPT_VALUE, words::END_VALUE, words::ERASE_VALUE, words::RENEW_VALUE] {
        let pressed = first.press(&browser, go, 1, &["none"]);
        assert_eq!(pressed.status, 409, "{go}");
        assert!(is_shown(&pressed.body, words::OTHER_OPENED), "{go}");
    }
    let proposed = first.propose_stating(&browser, 1, "Till den första", &["co-author"]);
    assert_eq!(proposed.status, 409);
    assert!(is_shown(&proposed.body, words::OTHER_OPENED_WRITING) && proposed.body.contains("Till den första"));
    assert!(!proposed.body.contains("Påhittat svar 2"), "nothing of the other one stands beside it");
    // Sent again with the right link it reaches the right one.
    assert!(proposed.body.contains(&format!("name=\"_of\" value=\"{}\"", first.reference)));
    assert_eq!(second.framework().stage(), Stage::Asked);
    assert_eq!(first.propose_stating(&first.session(Side::Mentor), 1, "Till den första", &["none"]).status, 303);
    assert_eq!((first.framework().versions.len(), second.framework().versions.len()), (2, 1));
    // A page that says nothing of it is none of ours.
    let fields = [("_go", words::ERASE_VALUE), (words::SEEN, "1")];
    assert_eq!(second.post(&browser, "/my", &fields).status, 409);
    assert!(second.framework().ending.is_none());
}

#[test]
fn a_mentor_changes_what_was_agreed_and_it_holds_until_both_accept() {
    let portal = Portal::start("framework-later");
    let pair = Pair::shared(&portal, 1);
    let (student, mentor) = (pair.session(Side::Mentee), pair.session(Side::Mentor));
    let page = pair.page(&mentor, "/my").body;
    assert!(has(&page, "title-proposed") && !has(&page, "meetings") && !is_shown(&page, words::HOLDS));
    assert_eq!(pair.press(&mentor, words::ACCEPT_VALUE, 1, &["co-author"]).status, 303);
    portal.work_outbox();
    let form = pair.page(&mentor, "/my/change").body;
    assert!(has(&form, "ask-ties") && !has(&pair.page(&student, "/my/change").body, "ask-ties"));
    let silent = pair.propose(&mentor, 1, "Mentorns nya ämnen");
    assert_eq!(silent.status, 422);
    assert!(has(&silent.body, "summary-ties") && has(&silent.body, "ask-ties"));
    assert!(silent.body.contains("Mentorns nya ämnen") && silent.body.contains("id=\"q-ties\""));
    assert_eq!(pair.propose_stating(&mentor, 1, "Mentorns nya ämnen", &["co-author"]).status, 303);
    portal.work_outbox();
    assert_eq!((pair.framework().stage(), pair.framework().in_force()), (Stage::WaitsFor(Side::Mentee), Some(1)));
    let told = pair.letters_saying(Side::Mentee, begins(FrameworkNews::Proposed));
    assert!(told.len() == 1 && told[0].text.contains(words::HOLDS.sv), "{told:?}");
    let page = pair.page(&student, "/my").body;
    assert!(has(&page, "earlier-topics") && has(&page, "accept") && is_shown(&page, words::HOLDS));
    // Meetings are planned from what holds, and not from what is only proposed.
    assert!(has(&page, "meetings") && page.contains("months-1") && !page.contains("often=months-3"));
    assert_eq!(pair.press(&student, words::ACCEPT_VALUE, 2, &[]).status, 303);
    assert_eq!((pair.framework().stage(), pair.framework().in_force()), (Stage::Agreed, Some(2)));
    // What was proposed and never accepted is not shown of a framework that has ended.
    assert_eq!(pair.propose(&student, 2, "Aldrig godkänt").status, 303);
    assert_eq!(pair.press(&mentor, words::END_VALUE, 3, &[]).status, 303);
    let page = pair.page(&student, "/my").body;
    assert!(has(&page, "title-agreed") && page.contains("Mentorns nya ämnen") && !page.contains("Aldrig godkänt"));
}

#[test]
fn a_mentor_whom_nobody_asks_about_independence_accepts_changes_and_ends() {
    let portal = Portal::start("framework-own-mentor");
    let pair = Pair::shared_in(&portal, 1, "own-mentor");
    let (student, mentor) = (pair.session(Side::Mentee), pair.session(Side::Mentor));
    let page = pair.page(&mentor, "/my").body;
    assert!(has(&page, "accept") && !has(&page, "ask-ties"));
    assert!(!pair.page(&mentor, "/my/change").body.contains("name=\"ties\""));
    assert_eq!(pair.propose(&mentor, 1, "Mentorns ämnen").status, 303);
    assert_eq!(pair.framework().stage(), Stage::WaitsFor(Side::Mentee));
    assert_eq!(pair.press(&student, words::ACCEPT_VALUE, 2, &[]).status, 303);
    portal.work_outbox();
    assert_eq!((pair.framework().stage(), pair.framework().statement), (Stage::Agreed, None));
    for side in [Side::Mentee, Side::Mentor] {
        let told = pair.letters_saying(side, begins(FrameworkNews::Agreed));
        // An answer goes to the other of the two.
        assert_eq!(told[0].reply_to, Some(pair.address(side.other())), "{side:?}");
    }
    assert_eq!(pair.propose(&student, 2, "Studentens ämnen").status, 303);
    assert_eq!(pair.press(&mentor, words::ACCEPT_VALUE, 3, &[]).status, 303);
    let page = pair.page(&mentor, "/my").body;
    assert!(page.contains("Studentens ämnen") && has(&page, "meetings") && page.contains("often=months-3"));
    assert_eq!(pair.press(&mentor, words::END_VALUE, 3, &[]).status, 303);
    portal.work_outbox();
    assert_eq!(pair.letters_saying(Side::Mentee, begins(FrameworkNews::Ended)).len(), 1);
}

#[test]
fn a_student_who_erases_says_so_twice_and_reads_what_remains() {
    let portal = Portal::start("framework-student-erases");
    let pair = Pair::shared(&portal, 1);
    let student = pair.session(Side::Mentee);
    let page = pair.page(&student, "/my").body;
    // The button is behind another one, which works without any program.
    let (before, inside) = page.split_once("<details>").expect("a place that opens");
    assert!(!before.contains("value=\"erase\"") && inside.contains("value=\"erase\""));
    assert!(is_shown(inside, words::ERASE_TEXT) && is_shown(inside, words::ERASE_REMAINS));
    assert_eq!(pair.press(&student, words::ERASE_VALUE, 1, &[]).status, 303);
    portal.work_outbox();
    for side in [Side::Mentee, Side::Mentor] {
        let told = pair.letters_saying(side, begins(FrameworkNews::Erased));
        assert!(told.len() == 1 && told[0].text.contains("30 dagar"), "{side:?}");
    }
    assert!(pair.record().is_none() && pair.page(&student, "/my").status == 401);
    portal.set_clock(DAY_MS);
    portal.work_outbox();
    assert!(portal.kv_keys().iter().all(|key| !key.starts_with("record/")));
}

#[test]
fn a_mentors_letter_that_is_refused_is_told_to_the_student_who_can_send_another() {
    let portal = Portal::start("framework-refused");
    let pair = Pair::sent(&portal, 1);
    portal.set_faults("none", "fail");
    let student = pair.session(Side::Mentee);
    portal.work_outbox();
    let page = pair.page(&student, "/my").body;
    assert!(is_shown(&page, words::asking(Asking::UnderWay)) && !has(&page, "new-link"));
    portal.set_faults("none", "refused");
    portal.set_clock(60_000);
    portal.work_outbox();
    portal.set_faults("none", "none");
    let page = pair.page(&student, "/my").body;
    assert!(is_shown(&page, words::UNDELIVERED) && has(&page, "new-link"));
    assert_eq!(pair.press(&student, words::RENEW_VALUE, 1, &[]).status, 303);
    portal.work_outbox();
    assert_eq!(pair.letters_saying(Side::Mentor, "vill komma överens").len(), 1);
    assert!(is_shown(&pair.page(&student, "/my").body, words::asking(Asking::Asked)));
    // And nobody is written to without end.
    for _ in 1..RENEWED_A_DAY_MAX {
        assert_eq!(pair.press(&student, words::RENEW_VALUE, 1, &[]).status, 303);
        portal.work_outbox();
    }
    let refused = pair.press(&student, words::RENEW_VALUE, 1, &[]);
    assert_eq!(refused.status, 409);
    assert!(is_shown(&refused.body, problem::title(&Problem::TooManyLinks)) && has(&refused.body, "new-link"));
    assert_eq!(pair.letters(Side::Mentor).len(), RENEWED_A_DAY_MAX);
    let asked = pair.letters(Side::Mentor);
    assert!(asked.iter().all(|asked| asked.reply_to == Some(pair.address(Side::Mentee))));
    assert!(asked[0].text.contains(letter::NOTICE_TITLE.sv));
}
