//! A mentor is asked for a mentee, and each of the two answers behind a letter's link, without JavaScript.

use domain::desk::call::{AskMentor, AskMentorRequest, Decide, DecideRequest, DeskRecord};
use domain::form_post::field::{GO, OF};
use domain::problem::Problem;
use domain::programme::Role;
use domain::request::Stage;
use domain::standing::{LETTER_WAITS_MS, Standing};
use domain::text::Language;
use domain::words::form::request::{self as words, NO_VALUE, YES_VALUE};
use runtime_tests::desk::{CHIEF, Desk, portal};
use runtime_tests::http::Answer;
use runtime_tests::letters::Letter;
use runtime_tests::pair::{cookie, has, is_shown};
use runtime_tests::people::{address, name, send_request};
use runtime_tests::portal::Portal;

/// The numbers of the made-up people.
const MENTOR: u32 = 1;
const MENTEE: u32 = 2;
const OTHER: u32 = 3;

fn decide(desk: &Desk<'_>, reference: &str, standing: Standing) -> Result<DeskRecord, Problem> {
    let seen = desk.read(reference).row.version;
    desk.call::<Decide>(&DecideRequest { reference: reference.to_owned(), seen, standing, comment: None, letter: None })
}

/// A mentor with one place who can be asked; their reference.
fn listed(portal: &Portal, desk: &Desk<'_>) -> String {
    let receipt = portal.send(&send_request(MENTOR, Role::Mentor, Language::Sv)).expect("a receipt");
    // The fate of the first letters is another version.
    portal.work_outbox();
    let reference = receipt.reference.as_str().to_owned();
    let taken_up = decide(desk, &reference, Standing::UnderReview).expect("taken up");
    desk.check(&taken_up, 1);
    decide(desk, &reference, Standing::Listed).expect("listed");
    reference
}

/// Somebody who applies and opens the link of the first letter; their reference.
fn applied(portal: &Portal, number: u32) -> String {
    let receipt = portal.send(&send_request(number, Role::Mentee, Language::Sv)).expect("a receipt");
    portal.work_outbox();
    open(portal, &newest(portal, &address(number)));
    receipt.reference.as_str().to_owned()
}

fn ask(desk: &Desk<'_>, reference: &str, mentor: &str) -> Result<DeskRecord, Problem> {
    let seen = desk.read(reference).row.version;
    let request = AskMentorRequest { reference: reference.to_owned(), seen, mentor: mentor.to_owned(), letter: None };
    desk.call::<AskMentor>(&request)
}

/// The letters that wait for a slip of the hand go.
fn pass(portal: &Portal) {
    portal.set_clock(portal.offset_ms() + LETTER_WAITS_MS + 1000);
    portal.work_outbox();
}

/// The newest letter to an address; no other has its link.
fn newest(portal: &Portal, to: &str) -> Letter {
    let letters: Vec<serde_json::Value> = portal.get("/dev/letters.json").json();
    let newest = letters.iter().rev().find(|letter| letter["to"] == to).expect("a letter");
    let text = newest["text"].as_str().expect("a text");
    let is_it = |letter: &Letter| letter.to == to && text.contains(&letter.link_path());
    portal.letters_once(|letters| letters.iter().any(is_it)).into_iter().find(is_it).expect("a letter")
}

/// Opens a letter's link: the cookie, and where it leads.
fn open(portal: &Portal, letter: &Letter) -> (String, String) {
    let opened = portal.post_form(&letter.link_path(), &[]);
    assert_eq!(opened.status, 303, "{}", opened.body);
    (cookie(&opened), opened.header("location").to_owned())
}

/// Reads the page of a request, and presses one of its buttons.
fn answer(portal: &Portal, cookie: &str, of: &str, go: &str) -> Answer {
    let page = portal.get_as(cookie, &format!("/my/request?of={of}")).body;
    let asked_at = page.split_once("name=\"_asked\" value=\"").and_then(|(_, rest)| rest.split('"').next());
    portal.post_as(cookie, "/my/request", &[(GO, go), (OF, of), (words::ASKED_AT, asked_at.unwrap_or_default())])
}

#[test]
fn a_mentor_says_yes_the_mentee_chooses_staff_confirm_and_the_two_reach_each_other() {
    let portal = portal("requests-pair");
    let desk = Desk::sign_in(&portal, CHIEF);
    let mentor = listed(&portal, &desk);
    let mentee = applied(&portal, MENTEE);
    let asked = ask(&desk, &mentee, &mentor).expect("asked");
    assert!(asked.row.standing == Standing::WithMentor && asked.may_be_undone && asked.requests.len() == 1);
    pass(&portal);

    let (of_mentor, leads_to) = open(&portal, &newest(&portal, &address(MENTOR)));
    assert_eq!(leads_to, format!("/my/request?of={mentee}"));
    let page = portal.get_as(&of_mentor, &leads_to);
    assert!(page.status == 200 && has(&page.body, "answer") && page.body.contains(&name(MENTEE)), "{}", page.body);
    assert!(!page.body.contains(&address(MENTEE)) && !has(&page.body, "contact"));
    assert!(page.body.contains("Ämnen: ni har båda valt"), "{}", page.body);
    assert_eq!(page.header("cache-control"), "no-store");
    assert_eq!(decide(&desk, &mentee, Standing::Paired).map(drop), Err(Problem::Changed), "no way leads there yet");
    for _ in 0..2 {
        let said = answer(&portal, &of_mentor, &mentee, YES_VALUE);
        assert_eq!((said.status, said.header("location")), (303, leads_to.as_str()));
    }
    assert!(!has(&portal.get_as(&of_mentor, &leads_to).body, "answer"));
    assert_eq!(decide(&desk, &mentee, Standing::Paired).map(drop), Err(Problem::NotChosen));

    portal.work_outbox();
    let (of_mentee, leads_to) = open(&portal, &newest(&portal, &address(MENTEE)));
    assert_eq!(leads_to, format!("/my/request?of={mentee}"));
    let page = portal.get_as(&of_mentee, &leads_to).body;
    assert!(has(&page, "answer") && page.contains(&name(MENTOR)) && !page.contains(&address(MENTOR)), "{page}");
    assert!(has(&portal.get_as(&of_mentee, "/my").body, "request-1"));
    assert_eq!(answer(&portal, &of_mentee, &mentee, YES_VALUE).status, 303);
    let paired = decide(&desk, &mentee, Standing::Paired).expect("confirmed");
    assert_eq!(paired.requests.first().map(|request| request.stage), Some(Stage::Accepted));
    pass(&portal);
    for (cookie, number, other) in [(&of_mentor, MENTOR, MENTEE), (&of_mentee, MENTEE, MENTOR)] {
        let page = portal.get_as(cookie, &leads_to).body;
        assert!(has(&page, "contact") && page.contains(&address(other)), "{page}");
        let letter = newest(&portal, &address(number));
        assert!(letter.text.contains(&address(other)) && letter.text.contains(&name(other)), "{}", letter.text);
    }
    let log = std::fs::read_to_string(portal.log()).expect("a log");
    assert!(!log.contains(&name(MENTOR)) && !log.contains(&address(MENTEE)), "nothing typed is logged");
    assert!(desk.log().iter().any(|line| line.what == "ask-mentor"));
}

#[test]
fn ten_times_yes_on_one_place_takes_it_once_and_whoever_comes_too_late_is_told() {
    let portal = portal("requests-place");
    let desk = Desk::sign_in(&portal, CHIEF);
    let mentor = listed(&portal, &desk);
    let mentees = [applied(&portal, MENTEE), applied(&portal, OTHER)];
    for mentee in &mentees {
        ask(&desk, mentee, &mentor).expect("asked");
    }
    pass(&portal);
    let (cookie, _) = open(&portal, &newest(&portal, &address(MENTOR)));
    let statuses: Vec<Vec<u16>> = std::thread::scope(|scope| {
        let send = |of: &str| (0..5).map(|_| answer(&portal, &cookie, of, YES_VALUE).status).collect::<Vec<u16>>();
        let threads = mentees.each_ref().map(|of| scope.spawn(move || send(of)));
        threads.map(|thread| thread.join().expect("answers")).into()
    });
    let taken = statuses.iter().filter(|of_one| of_one.iter().all(|status| *status == 303)).count();
    let refused = statuses.iter().filter(|of_one| of_one.iter().all(|status| *status == 409)).count();
    assert_eq!((taken, refused), (1, 1), "{statuses:?}");
    let records = portal.records();
    let free = records.iter().find_map(|kept| kept.record.mentor.as_ref()).map(|mentor| mentor.free);
    assert_eq!(free, Some(0));
    let late = mentees.iter().zip(&statuses).find(|(_, of_one)| of_one.contains(&409)).expect("one").0;
    let told = answer(&portal, &cookie, late, YES_VALUE);
    assert!(has(&told.body, "problem") && has(&told.body, "answer"), "{}", told.body);
    assert_eq!(answer(&portal, &cookie, late, NO_VALUE).status, 303);
    let over = portal.get_as(&cookie, &format!("/my/request?of={late}")).body;
    assert!(!has(&over, "answers") && !over.contains(&name(MENTEE)) && !over.contains(&name(OTHER)), "{over}");
    assert!(is_shown(&over, words::stage(Stage::Over(domain::request::Why::NotNow), false, Role::Mentor)));
}

#[test]
fn scanners_that_fetch_every_link_and_strangers_answer_nothing() {
    let portal = portal("requests-strangers");
    let desk = Desk::sign_in(&portal, CHIEF);
    let mentor = listed(&portal, &desk);
    let mentee = applied(&portal, MENTEE);
    ask(&desk, &mentee, &mentor).expect("asked");
    pass(&portal);
    let letter = newest(&portal, &address(MENTOR));
    for _ in 0..3 {
        assert_eq!(portal.get(&letter.link_path()).status, 200);
    }
    let page = format!("/my/request?of={mentee}");
    assert_eq!(portal.get(&page).status, 401);
    assert_eq!(answer(&portal, "", &mentee, YES_VALUE).status, 401);
    let (cookie, _) = open(&portal, &letter);
    let foreign = portal.post_from("cross-site", &cookie, "/my/request", &format!("{GO}={YES_VALUE}&{OF}={mentee}"));
    assert_eq!(foreign.status, 403);
    assert_eq!(answer(&portal, &cookie, "ZZZZ2222", YES_VALUE).status, 409);
    assert_eq!(portal.get_as(&cookie, "/my/request?of=ZZZZ2222").header("location"), "/my");
    let stages: Vec<Stage> =
        portal.records().iter().flat_map(|kept| kept.record.requests.iter().map(|request| request.stage)).collect();
    assert_eq!(stages, [Stage::Asked]);
}

#[test]
fn whoever_does_not_answer_is_asked_no_more_also_when_the_runtime_was_killed_in_between() {
    let mut portal = portal("requests-killed");
    let desk = Desk::sign_in(&portal, CHIEF);
    let mentor = listed(&portal, &desk);
    let mentee = applied(&portal, MENTEE);
    ask(&desk, &mentee, &mentor).expect("asked");
    pass(&portal);
    let (cookie, _) = open(&portal, &newest(&portal, &address(MENTOR)));
    // A letter that is just leaving when the runtime is killed may have gone, and does not go again: so none is.
    portal.set_faults("none", "fail");
    assert_eq!(answer(&portal, &cookie, &mentee, YES_VALUE).status, 303);
    portal.work_outbox();
    portal.kill_and_restart();
    portal.set_faults("none", "none");
    pass(&portal);
    assert!(newest(&portal, &address(MENTEE)).subject.contains("En mentor har sagt ja"), "the letter of the yes");
    portal.set_clock(portal.offset_ms() + 30 * 24 * 60 * 60 * 1000);
    portal.work_outbox();
    let record = portal.records().into_iter().find(|kept| !kept.record.requests.is_empty()).expect("one").record;
    assert_eq!((record.standing, record.requests[0].is_open()), (Standing::UnderReview, false));
    let subjects: Vec<String> = portal.all_letters().into_iter().map(|letter| letter.subject).collect();
    let reminders = subjects.iter().filter(|subject| subject.starts_with("Påminnelse")).count();
    assert_eq!(reminders, 0, "a reminder that is later than the day of the answer is none: {subjects:?}");
}
