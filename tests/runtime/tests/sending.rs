//! Sending, keeping, telling, and being found again by link.

use domain::ledger::Happening;
use domain::outbox::{Fact, TaskState};
use domain::problem::Problem;
use domain::programme::Role;
use domain::text::Language;
use runtime_tests::http::Answer;
use runtime_tests::people::{address, name, secret, send_request};
use runtime_tests::portal::{Portal, call_request};
use std::path::{Path, PathBuf};
use ureq::http::Request;

#[test]
fn ten_equal_sends_at_once_make_one_record_and_one_letter_of_each_kind() {
    let portal = Portal::start("ten-equal");
    let request = send_request(1, Role::Mentee, Language::Sv);
    let receipts = std::thread::scope(|scope| {
        let sends: Vec<_> = (0..10).map(|_| scope.spawn(|| portal.send(&request).unwrap())).collect();
        sends.into_iter().map(|send| send.join().unwrap()).collect::<Vec<_>>()
    });
    assert!(receipts.iter().all(|receipt| *receipt == receipts[0]), "one reference for all: {receipts:#?}");
    portal.work_outbox();
    let records = portal.records();
    assert_eq!(records.len(), 1);
    assert_eq!(records[0].record.reference, receipts[0].reference);
    let letters = portal.letters(2);
    let to_staff = letters.iter().find(|letter| letter.to == "career-service@ki.se").unwrap();
    let to_person = letters.iter().find(|letter| letter.to == address(1)).unwrap();
    assert!(to_staff.subject.contains(receipts[0].reference.as_str()));
    assert_eq!(to_staff.reply_to.as_deref(), Some(address(1).as_str()));
    assert!(to_staff.text.contains(&name(1)) && to_staff.html.contains(&name(1)));
    assert!(to_person.text.contains(receipts[0].reference.as_str()));
    assert!(!to_person.text.contains("Påhittat") && !to_person.html.contains("Påhittad"), "nothing they typed");
    assert!(!to_person.text.contains(&name(1)));
}

#[test]
fn a_sent_application_is_kept_sealed_and_each_version_has_its_own_key() {
    let portal = Portal::start("sealed");
    let receipt = portal.send(&send_request(2, Role::Mentor, Language::En)).unwrap();
    portal.work_outbox();
    let keys = portal.kv_keys();
    assert!(!keys.is_empty() && keys.iter().all(|key| key.starts_with("record/")), "{keys:?}");
    let newest = keys.iter().max_by_key(|key| version(key)).unwrap();
    let whole = portal.kv_open(newest);
    assert_eq!(whole.record.reference, receipt.reference);
    assert_eq!(whole.record.draft.answers["name"], [name(2)]);
    assert!(whole.letters.iter().all(|task| task.state == TaskState::Done), "it knows the letters' fate: {whole:#?}");
    assert_eq!(portal.records()[0].whole(), whole, "the copy is the record, whole");
    portal.work_outbox();
    assert_eq!(portal.kv_keys(), keys, "nothing is written when nothing changed");
}

fn version(key: &str) -> u32 {
    key.rsplit('/').next().unwrap().parse().unwrap()
}

#[test]
fn nothing_a_person_typed_is_readable_in_kv_or_in_what_is_printed() {
    let mut portal = Portal::start("unreadable");
    for number in 10..15 {
        portal.send(&send_request(number, Role::Mentee, Language::Sv)).unwrap();
    }
    portal.work_outbox();
    portal.set_faults("fail", "fail");
    portal.send(&send_request(15, Role::Mentee, Language::Sv)).unwrap();
    portal.work_outbox();
    portal.set_faults("none", "none");
    portal.work_outbox();
    assert!(portal.kv_keys().len() >= 5);
    let printed = std::fs::read(portal.log()).unwrap();
    portal.kill_and_restart();
    let planted = ["Påhittad", "Påhittat", "prov.1"];
    let found = |text: &[u8]| planted.iter().any(|word| text.windows(word.len()).any(|part| part == word.as_bytes()));
    let kv = files(&portal.state().join("store")).into_iter().filter(|path| path.to_string_lossy().contains("/kv/"));
    let kv: Vec<PathBuf> = kv.collect();
    assert!(!kv.is_empty(), "KV's files are where this test looks");
    for path in kv {
        assert!(!found(&std::fs::read(&path).unwrap()), "{}", path.display());
    }
    let printed_text = String::from_utf8_lossy(&printed);
    assert!(printed_text.contains("outbox: ") && !found(&printed), "{printed_text}");
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn a_known_id_with_other_answers_is_told_what_stands() {
    let portal = Portal::start("other-answers");
    let mut request = send_request(3, Role::Mentee, Language::Sv);
    let receipt = portal.send(&request).unwrap();
    request.draft.answers.insert("field".to_owned(), vec!["Något annat".to_owned()]);
    assert_eq!(portal.send(&request), Err(Problem::OtherAnswers { receipt: receipt.clone() }));
    assert_eq!(portal.find(3), Some(receipt));
    assert_eq!(portal.find(4), None);
}

#[test]
fn the_mailed_link_opens_the_own_page_again_and_again_and_confirms_the_address_once() {
    let portal = Portal::start("mailed-link");
    let receipt = portal.send(&send_request(5, Role::Mentee, Language::Sv)).unwrap();
    portal.work_outbox();
    let link = portal.letters(2).into_iter().find(|letter| letter.to == address(5)).unwrap().link_path();
    for method in ["GET", "HEAD", "GET"] {
        let request = Request::builder().method(method).uri(portal.url(&link));
        let answer = portal.run(request.body(Vec::new()).unwrap());
        assert_eq!((answer.status, answer.header("set-cookie")), (200, ""), "a scanner's {method} changes nothing");
        assert_eq!(answer.header("cache-control"), "no-store");
    }
    assert_eq!(confirmations(&portal), 0);
    for _ in 0..2 {
        let own = own_page(&portal, &open(&portal, &link));
        assert_eq!(own.status, 200);
        assert!(own.body.contains(receipt.reference.as_str()) && own.body.contains(&name(5)));
        assert_eq!(own.header("cache-control"), "no-store");
    }
    assert_eq!(confirmations(&portal), 1);
}

#[test]
fn the_receipts_link_opens_the_own_page_and_confirms_nothing() {
    let portal = Portal::start("receipt-link");
    portal.send(&send_request(6, Role::Mentor, Language::En)).unwrap();
    let cookie = open(&portal, &format!("/en/l/{}", secret(6).as_str()));
    assert!(own_page(&portal, &cookie).body.contains(&name(6)));
    assert_eq!(confirmations(&portal), 0);
}

#[test]
fn a_session_ends_after_two_hours_and_nobody_gets_in_without_one() {
    let portal = Portal::start("session");
    portal.send(&send_request(7, Role::Mentee, Language::Sv)).unwrap();
    let cookie = open(&portal, &format!("/l/{}", secret(7).as_str()));
    assert_eq!(own_page(&portal, &cookie).status, 200);
    let forged = format!("__Host-session={}", secret(8).as_str());
    for other in ["", "__Host-session=", "__Host-session=abc", &forged] {
        let answer = own_page(&portal, other);
        assert_eq!(answer.status, 401, "{other}");
        assert!(!answer.body.contains(&name(7)));
    }
    portal.set_clock(2 * 60 * 60 * 1000);
    assert_eq!(own_page(&portal, &cookie).status, 401);
}

#[test]
fn an_unknown_link_is_gone_and_a_cross_site_post_opens_nothing() {
    let portal = Portal::start("unknown-link");
    portal.send(&send_request(9, Role::Mentee, Language::Sv)).unwrap();
    for link in [format!("/l/{}", secret(99).as_str()), "/l/abc".to_owned(), "/en/l/%00".to_owned()] {
        let unknown = portal.post_form(&link, &[]);
        assert_eq!((unknown.status, unknown.header("set-cookie")), (410, ""), "{link}");
        assert!(unknown.body.contains("<main"), "{link}: a page with a way on");
    }
    let mut foreign = call_request(&portal.url(&format!("/l/{}", secret(9).as_str())), Vec::new());
    foreign.headers_mut().insert("sec-fetch-site", "cross-site".parse().unwrap());
    foreign.headers_mut().insert("content-type", "application/x-www-form-urlencoded".parse().unwrap());
    let answer = portal.run(foreign);
    assert_eq!((answer.status, answer.header("set-cookie")), (403, ""));
}

#[test]
fn what_fills_the_hidden_field_is_kept_for_staff_and_gets_no_letter() {
    let portal = Portal::start("honeypot");
    let mut request = send_request(10, Role::Mentee, Language::Sv);
    request.draft.website = "https://example.org".to_owned();
    portal.send(&request).unwrap();
    portal.work_outbox();
    let letters = portal.letters(1);
    assert_eq!(letters[0].to, "career-service@ki.se");
    assert!(letters[0].subject.to_lowercase().contains("möjligen inte en människa"), "{}", letters[0].subject);
    assert!(portal.records()[0].tasks.iter().all(|task| task.fact != Fact::ApplicantLetter));
}

/// Opens a link with its button and gives the session's cookie.
#[track_caller]
fn open(portal: &Portal, link: &str) -> String {
    let answer = portal.post_form(link, &[]);
    assert_eq!(answer.status, 303, "{}", answer.body);
    assert!(["/my", "/en/my"].contains(&answer.header("location")), "{}", answer.header("location"));
    let cookie = answer.header("set-cookie");
    for part in ["__Host-session=", "HttpOnly", "Secure", "Path=/", "SameSite="] {
        assert!(cookie.contains(part), "{part} in {cookie}");
    }
    cookie.split(';').next().unwrap_or_default().to_owned()
}

fn own_page(portal: &Portal, cookie: &str) -> Answer {
    portal.get_as(cookie, "/my")
}

fn confirmations(portal: &Portal) -> usize {
    let records = portal.records();
    records[0].record.history.iter().filter(|event| event.what == Happening::AddressConfirmed).count()
}
