//! A mentor is asked for a mentee, and each of the two answers behind a letter's link, without JavaScript.

use domain::form_post::field::{GO, OF};
use domain::problem::Problem;
use domain::request::Stage;
use domain::standing::Standing;
use domain::words::form::request::{self as words, NO_VALUE, YES_VALUE};
use runtime_tests::asking::{MENTEE, MENTOR, OTHER, answer, applied, ask, decide, listed, newest, open, pass, talk};
use runtime_tests::desk::{CHIEF, Desk, portal};
use runtime_tests::pair::{has, is_shown};
use runtime_tests::people::{address, name};

#[test]
fn a_mentor_says_yes_the_mentee_chooses_staff_confirm_and_the_two_reach_each_other() {
    let portal = portal("requests-pair");
    let desk = Desk::sign_in(&portal, CHIEF);
    let mentor = listed(&portal, &desk, MENTOR);
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
fn a_mentor_asks_one_question_and_what_was_typed_stands_whatever_goes_wrong() {
    let portal = portal("requests-talk");
    let desk = Desk::sign_in(&portal, CHIEF);
    let mentor = listed(&portal, &desk, MENTOR);
    let mentee = applied(&portal, MENTEE);
    ask(&desk, &mentee, &mentor).expect("asked");
    pass(&portal);
    let (of_mentor, leads_to) = open(&portal, &newest(&portal, &address(MENTOR)));
    assert!(has(&portal.get_as(&of_mentor, &leads_to).body, "talk"));
    let too_long = "å".repeat(301);
    let wrong = talk(&portal, &of_mentor, &mentee, words::WONDER_VALUE, &too_long);
    assert!(wrong.status == 422 && has(&wrong.body, "fault-talk") && wrong.body.contains(&too_long), "{}", wrong.body);
    let ended = talk(&portal, "", &mentee, words::WONDER_VALUE, "Står & kvar");
    assert!(
        ended.status == 401 && ended.body.contains("Står &amp; kvar") && has(&ended.body, "problem"),
        "{}",
        ended.body
    );
    assert_eq!(talk(&portal, &of_mentor, &mentee, words::WONDER_VALUE, "Vad vill du bli?").status, 303);
    portal.work_outbox();
    let (of_mentee, leads_to) = open(&portal, &newest(&portal, &address(MENTEE)));
    let page = portal.get_as(&of_mentee, &leads_to).body;
    assert!(page.contains("Vad vill du bli?") && has(&page, "talk") && !has(&page, "answers"), "{page}");
    assert!(!page.contains(&name(MENTOR)), "who asks is not told before a yes");
    let own = portal.get_as(&of_mentee, "/my").body;
    assert!(has(&own, "request-1") && own.contains("En mentor vill veta en sak till"), "{own}");
    assert_eq!(talk(&portal, &of_mentee, &mentee, words::REPLY_VALUE, "Forskare").status, 303);
    assert!(portal.get_as(&of_mentee, &leads_to).body.contains("Tack, mentorn har fått ditt svar"));
    portal.work_outbox();
    let (of_mentor, leads_to) = open(&portal, &newest(&portal, &address(MENTOR)));
    let page = portal.get_as(&of_mentor, &leads_to).body;
    assert!(page.contains("Forskare") && has(&page, "answer") && !has(&page, "talk"), "{page}");
    let request = desk.read(&mentee).requests.pop().expect("one");
    assert_eq!(request.question.and_then(|one| one.reply).as_deref(), Some("Forskare"));
    let log = std::fs::read_to_string(portal.log()).expect("a log");
    assert!(!log.contains("Forskare") && !log.contains("vill du bli"), "nothing typed is logged");
}

#[test]
fn ten_times_yes_on_one_place_takes_it_once_and_whoever_comes_too_late_is_told() {
    let portal = portal("requests-place");
    let desk = Desk::sign_in(&portal, CHIEF);
    let mentor = listed(&portal, &desk, MENTOR);
    let mentees = [applied(&portal, MENTEE), applied(&portal, OTHER)];
    // A mentor who could take two, and by then one.
    desk.check(&desk.read(&mentor), 2);
    for mentee in &mentees {
        ask(&desk, mentee, &mentor).expect("asked");
    }
    desk.check(&desk.read(&mentor), 1);
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
    assert!(is_shown(&over, words::NO_SAID) && has(&over, "why"));
}

#[test]
fn scanners_that_fetch_every_link_and_strangers_answer_nothing() {
    let portal = portal("requests-strangers");
    let desk = Desk::sign_in(&portal, CHIEF);
    let mentor = listed(&portal, &desk, MENTOR);
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
    let mentor = listed(&portal, &desk, MENTOR);
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
