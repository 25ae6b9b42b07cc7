//! The ledger is lost and rebuilt from its sealed copies; keys are rotated; what was erased stays erased.

use domain::desk::call::{ReadDesk, ReadRecord, ReadRecordRequest, Restore, RestoreRequest};
use domain::desk::member::Authority;
use domain::ledger::log;
use domain::ledger::restore::Report;
use domain::problem::Problem;
use domain::programme::Role;
use domain::text::Language;
use runtime_tests::desk::{CHIEF, Desk, letters_so_far, member};
use runtime_tests::people::{draft, id, send_request};
use runtime_tests::portal::{Kept, Portal};
use serde_json::json;
use std::collections::BTreeMap;

const HOUR_MS: i64 = 60 * 60 * 1000;
/// Sends at the same time: as many as the runtime answers without a queue.
const SENDERS: u32 = 8;

fn send_all(portal: &Portal, numbers: std::ops::Range<u32>) {
    std::thread::scope(|scope| {
        for sender in 0..SENDERS {
            let numbers = numbers.clone().filter(move |number| number % SENDERS == sender);
            scope.spawn(move || {
                for number in numbers {
                    let role = if number % 5 == 0 { Role::Mentor } else { Role::Mentee };
                    portal.send(&send_request(number, role, Language::Sv)).unwrap();
                }
            });
        }
    });
}

fn reference(portal: &Portal, number: u32) -> String {
    portal.find(number).expect("it was received").reference.to_string()
}

/// Records, links and letters by id: everything that a copy holds.
fn rows(portal: &Portal) -> BTreeMap<String, domain::ledger::Whole> {
    portal.records().iter().map(|kept: &Kept| (kept.record.id.as_str().to_owned(), kept.whole())).collect()
}

/// The path of the link in the letter to an address.
fn letter_to(portal: &Portal, address: &str) -> String {
    let letter = portal.all_letters().into_iter().find(|letter| letter.to == address);
    letter.expect("a letter").link_path()
}

fn copies_of_records(portal: &Portal) -> usize {
    portal.kv_keys().iter().filter(|key| key.starts_with("record/")).count()
}

#[test]
fn a_thousand_records_come_back_row_by_row_without_the_three_that_were_erased() {
    let portal = Portal::start("rebuilt");
    send_all(&portal, 0..980);
    portal.work_outbox();
    for number in (1..60).filter(|number| number % 5 != 0) {
        let changed = draft(number + 5000, Role::Mentee, Language::En);
        portal.command("/dev/edit", &json!({ "reference": reference(&portal, number), "draft": changed }));
    }
    for number in 100..150 {
        portal.command("/dev/decide", &json!({ "reference": reference(&portal, number), "standing": "under-review" }));
    }
    let closed = json!({ "sv": "Omgången är full.", "en": "The round is full." });
    let live = portal.get("/ki-alumni");
    assert_eq!(live.status, 200);
    portal.command("/dev/live", &set_live(0, false, Some(&closed)));
    let erased: Vec<String> = [7, 200, 979].iter().map(|number| reference(&portal, *number)).collect();
    for reference in &erased {
        portal.command("/dev/erase", &json!({ "reference": reference }));
    }
    // The spool is in use: ten are taken up before the ledger is lost, ten after it is rebuilt.
    portal.command("/dev/live", &set_live(1, true, None));
    portal.set_ledger_fault("fail");
    send_all(&portal, 980..990);
    portal.set_ledger_fault("none");
    // Past the leases of everything under way.
    portal.set_clock(HOUR_MS);
    portal.work_outbox();
    let before = rows(&portal);
    let state = portal.ledger_state();
    let gone = portal.all_letters().len();
    assert_eq!(before.len(), 987);
    portal.set_ledger_fault("fail");
    send_all(&portal, 990..1000);

    portal.wipe();
    portal.set_ledger_fault("none");
    assert_eq!(portal.restore(), 987);
    let mut after = rows(&portal);
    after.retain(|id, _| before.contains_key(id));
    assert_eq!(after.len(), before.len());
    for (id, whole) in &before {
        assert_eq!(after.get(id), Some(whole), "row by row");
    }
    let again = portal.ledger_state();
    assert_eq!(again["lives"], state["lives"]);
    assert_eq!(again["erased"], state["erased"]);
    portal.work_outbox();
    assert_eq!(portal.records().len(), 997, "and what was in the spool");
    for number in [7, 200, 979] {
        assert_eq!(portal.find(number), None, "erased stays erased");
        let refused = portal.send(&send_request(number, Role::Mentee, Language::Sv));
        assert_eq!(refused, Err(Problem::Erased));
    }
    // Letters that had gone did not go again; each of the ten from the spool has its two, and who restored
    // signed in by one.
    portal.letters(gone + 1 + 20);
}

/// The live half of the programme with forms, as the file has it but for what is said here.
fn set_live(seen: u32, open: bool, because: Option<&serde_json::Value>) -> serde_json::Value {
    json!({ "programme": "ki-alumni", "seen": seen, "live": {
        "open": open, "closed_because": because, "opens_on": null, "closes_on": null,
        "contact": "career-service@ki.se", "reviewer": null, "reviewed": "2025-09-17", "notice": null } })
}

#[test]
fn erasing_removes_every_version_and_leaves_a_tombstone_without_personal_data() {
    let portal = Portal::start("erased");
    portal.send(&send_request(1, Role::Mentee, Language::Sv)).unwrap();
    portal.send(&send_request(2, Role::Mentee, Language::Sv)).unwrap();
    portal.work_outbox();
    let erased = reference(&portal, 1);
    portal.command("/dev/edit", &json!({ "reference": erased, "draft": draft(11, Role::Mentee, Language::Sv) }));
    portal.work_outbox();
    assert!(copies_of_records(&portal) >= 5, "each has its versions");
    portal.command("/dev/erase", &json!({ "reference": erased }));
    portal.set_clock(HOUR_MS);
    portal.work_outbox();
    let keys = portal.kv_keys();
    let tombstones: Vec<&String> = keys.iter().filter(|key| key.starts_with("erased/")).collect();
    assert_eq!(tombstones.len(), 1);
    let name = tombstones[0].trim_start_matches("erased/");
    assert!(!keys.iter().any(|key| key.starts_with("record/") && key.contains(name)), "{keys:?}");
    assert_eq!(portal.records().len(), 1);
    assert_eq!(portal.find(1), None);
    assert_eq!(portal.send(&send_request(1, Role::Mentee, Language::Sv)), Err(Problem::Erased));
    assert_eq!(portal.wipe_and_restore(), 1);
    assert_eq!(portal.records()[0].record.id.as_str(), id(2));
}

#[test]
fn after_a_rotation_every_copy_is_under_the_new_key_and_the_old_one_can_go() {
    const K2: &str = "k2:2222222222222222222222222222222222222222222222222222222222222222";
    let mut portal = Portal::start("rotated");
    let k1 = portal.sealing_keys();
    send_all(&portal, 0..20);
    portal.command("/dev/live", &set_live(0, true, None));
    let gone = reference(&portal, 3);
    portal.command("/dev/erase", &json!({ "reference": gone }));
    portal.set_clock(HOUR_MS);
    portal.work_outbox();
    let before = rows(&portal);
    portal.restart_with_sealing_keys(&format!("{K2},{k1}"));
    for minutes in 0..10 {
        portal.set_clock(HOUR_MS + minutes * 60 * 1000);
        portal.work_outbox();
    }
    let rotation = portal.ledger_state()["rotation"].clone();
    assert_eq!((rotation["is_over"].as_bool(), rotation["key"].as_str()), (Some(true), Some("k2")), "{rotation}");
    // With the new key alone everything opens: nothing is left under the old one.
    portal.restart_with_sealing_keys(K2);
    assert_eq!(portal.wipe_and_restore(), 19);
    assert_eq!(rows(&portal), before);
    assert_eq!(portal.find(3), None);
}

#[test]
fn a_decision_on_what_has_changed_since_is_refused() {
    let portal = Portal::start("decided");
    portal.send(&send_request(1, Role::Mentee, Language::Sv)).unwrap();
    portal.work_outbox();
    let reference = reference(&portal, 1);
    let seen = portal.records()[0].record.version;
    let decide = |seen: u32, standing: &str| {
        let body = json!({ "reference": reference, "seen": seen, "standing": standing }).to_string();
        portal.call_raw("/dev/decide", body.into_bytes()).expect("an answer").status
    };
    assert_eq!(decide(seen, "under-review"), 200);
    assert_eq!(decide(seen, "received"), 409, "another has decided meanwhile");
    assert_eq!(decide(seen + 1, "withdrawn"), 409, "no such move");
}

#[test]
fn a_lost_ledger_lets_an_administrator_in_to_restore_it_and_nobody_do_anything_else() {
    let portal = Portal::start("lost");
    let reader = member("reader@example.org", Authority::Reader, &[]);
    let chief = Desk::chief(&portal, vec![reader]);
    portal.send(&send_request(1, Role::Mentee, Language::Sv)).unwrap();
    portal.work_outbox();
    let reference = reference(&portal, 1);
    let opened = ReadRecordRequest { reference, reason: None };
    chief.call::<ReadRecord>(&opened).unwrap();
    let own = letter_to(&portal, "prov.1@example.org");
    let before = chief.log();
    assert_eq!(before.iter().map(|line| line.what.as_str()).collect::<Vec<_>>(), ["record", "members"]);
    portal.work_outbox();
    portal.wipe();

    let refused = chief.call::<ReadDesk>(&());
    assert_eq!(refused, Err(Problem::NotSignedIn), "its session is lost too");
    let letters = letters_so_far(&portal);
    portal.post_form("/desk/sign-in", &[("email", "reader@example.org")]);
    portal.work_outbox();
    assert_eq!(letters_so_far(&portal), letters, "the list of staff is among the copies");
    assert_eq!(portal.post_form(&own, &[]).status, 503, "a person's link is not said to be wrong");

    let chief = Desk::sign_in(&portal, CHIEF);
    assert_eq!(chief.call::<ReadRecord>(&opened), Err(Problem::Lost));
    assert_eq!(portal.wipe_and_restore(), 1);
    let chief = Desk::sign_in(&portal, CHIEF);
    let after = chief.log();
    assert_eq!(after[0].what, "restore");
    assert_eq!(after[1..], before, "the log comes back, and goes on from there");
    assert!(log::is_whole(&after.into_iter().rev().collect::<Vec<_>>()));
    let again = chief.call::<Restore>(&RestoreRequest { from: None });
    assert_eq!(again, Ok(Report::default()), "what works needs nothing");
    Desk::sign_in(&portal, "reader@example.org");
}
