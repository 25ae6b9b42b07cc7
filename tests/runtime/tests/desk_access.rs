//! Who may do what at the desk: every call of the one table × everybody who may come × from this site and from another.

use domain::call::Call as _;
use domain::desk::call::{
    Allow, AnswerAsked, AskMentor, AskWishes, Comment, Correct, Decide, Enter, Erase, EraseDue, ExportPerson,
    LogExport, ROUTES, ReadAnswers, ReadClosures, ReadDesk, ReadDue, ReadLog, ReadMembers, ReadMentors, ReadPerson,
    ReadRecord, ReadRows, ReadVersions, Restore, SetClosures, SetLive, SetMark, SetMembers, SetMentor, SetRegistry,
    SignOut, Undo,
};
use domain::desk::member::Authority;
use domain::ledger::staff::STAFF_IDLE_MS;
use domain::programme::Role;
use domain::text::Language;
use runtime_tests::desk::{CHIEF, Desk, member, portal, portal_with};
use runtime_tests::pair::cookie;
use runtime_tests::people::{self, send_request};
use runtime_tests::portal::Portal;
use serde_json::{Value, json};

const READER: &str = "reader@example.org";
const COORDINATOR: &str = "coordinator@example.org";
const OTHER: &str = "other@example.org";
const ALUMNI: &str = "ki-alumni";

/// A body that is right in its form, about a record or programme.
fn body(path: &str, reference: &str) -> Value {
    let because = json!({ "reference": reference, "seen": 9999, "reason": "Skäl." });
    match path {
        ReadDesk::PATH | ReadMembers::PATH | ReadClosures::PATH | SignOut::PATH => Value::Null,
        ReadRows::PATH | ReadAnswers::PATH | ReadDue::PATH | ReadMentors::PATH => json!({ "after": null }),
        ReadRecord::PATH | ReadPerson::PATH => json!({ "reference": reference, "reason": null }),
        ExportPerson::PATH => json!({ "reference": reference, "file": "json" }),
        Decide::PATH => {
            json!({ "reference": reference, "seen": 9999, "standing": "under-review", "comment": null, "letter": null })
        }
        Undo::PATH => json!({ "reference": reference, "seen": 9999 }),
        Comment::PATH | Allow::PATH | Erase::PATH => because,
        Correct::PATH => {
            let draft = people::draft(1, Role::Mentee, Language::Sv);
            json!({ "reference": reference, "seen": 9999, "draft": draft, "reason": "Skäl." })
        }
        Enter::PATH => {
            let draft = people::draft(7, Role::Mentee, Language::Sv);
            json!({ "id": "7", "receipt_hash": "7", "draft": draft, "reason": "Per brev." })
        }
        SetMark::PATH => {
            json!({ "reference": reference, "seen": 9999, "mark": "protected", "is_so": true, "reason": "Skäl." })
        }
        SetRegistry::PATH => json!({ "reference": reference, "seen": 9999, "number": "1-2/2026" }),
        LogExport::PATH => json!({ "rows": 1 }),
        SetLive::PATH => json!({ "programme": ALUMNI, "seen": 9999, "live": {
            "open": true, "closed_because": null, "opens_on": null, "closes_on": null, "contact": "a@example.org",
            "reviewer": null, "reviewed": "2026-11-01", "notice": null } }),
        ReadVersions::PATH => json!({ "programme": ALUMNI }),
        SetMembers::PATH => json!({ "seen": 9999, "members": [] }),
        ReadLog::PATH => json!({ "before": null }),
        SetClosures::PATH => json!({ "seen": 9999, "closures": [] }),
        Restore::PATH => json!({ "from": null }),
        EraseDue::PATH => json!({ "decision": "Beslut.", "records": [{ "reference": reference, "seen": 9999 }] }),
        AnswerAsked::PATH => {
            json!({ "reference": reference, "seen": 9999, "number": 1, "is_done": true, "answer": "Klart." })
        }
        SetMentor::PATH => {
            json!({ "reference": reference, "seen": 9999, "checked": "Ringde.", "free": "1", "paused_until": "" })
        }
        AskWishes::PATH => json!({ "reference": reference, "seen": 9999 }),
        AskMentor::PATH => json!({ "reference": reference, "seen": 9999, "mentor": reference, "letter": null }),
        other => panic!("{other} has no body here"),
    }
}

/// Whether a call is about one record or programme, which a coordinator of another one does not find.
fn is_about_one(path: &str) -> bool {
    let body = body(path, "x");
    ["reference", "programme", "draft"].iter().any(|member| body.get(member).is_some())
}

/// Somebody who comes, by their cookie, with the authority they have (none: not staff) and whether they serve the programme.
struct Comer {
    name: &'static str,
    cookie: String,
    authority: Option<Authority>,
    serves: bool,
}

/// What the table says that somebody is answered; `None` is anything but a refusal.
fn expected(comer: &Comer, path: &str, needs: Authority) -> Option<u16> {
    match comer.authority {
        None => Some(401),
        Some(authority) if authority < needs => Some(403),
        Some(_) if !comer.serves && is_about_one(path) => Some(404),
        Some(_) => None,
    }
}

/// Everybody who may come; the clock is an hour ahead for those whose session has ended.
fn comers(portal: &Portal) -> Vec<Comer> {
    let stranger = |name, cookie: String| Comer { name, cookie, authority: None, serves: false };
    let expired = Desk::sign_in(portal, READER).cookie;
    portal.set_clock(STAFF_IDLE_MS + 60_000);
    let signed_out = Desk::sign_in(portal, READER);
    signed_out.call::<SignOut>(&()).expect("signed out");
    let link = Desk::link(portal, READER);
    assert_eq!(portal.post_form(&link, &[]).status, 303);
    let replayed = portal.post_form(&link, &[]);
    assert_eq!((replayed.status, cookie(&replayed)), (410, String::new()), "a link serves once");
    let own_page = |number: u32| {
        let opened = portal.post_form(&format!("/l/{}", people::secret(number).as_str()), &[]);
        let own = cookie(&opened);
        // As if the own page's secret were a session of the desk.
        format!("{own}; __Host-desk={}", own.trim_start_matches("__Host-session="))
    };
    let staff = |name, address: &str, authority, serves| Comer {
        name,
        cookie: Desk::sign_in(portal, address).cookie,
        authority: Some(authority),
        serves,
    };
    vec![
        stranger("nobody", String::new()),
        stranger("an applicant", own_page(1)),
        stranger("a mentor", own_page(2)),
        stranger("somebody whose session has ended", expired),
        stranger("somebody who signed out", signed_out.cookie),
        stranger("a forger", format!("__Host-desk={}", "f".repeat(64))),
        stranger("somebody with half a secret", format!("__Host-desk={}", "f".repeat(32))),
        staff("a reader", READER, Authority::Reader, true),
        staff("a coordinator", COORDINATOR, Authority::Coordinator, true),
        staff("a coordinator of another programme", OTHER, Authority::Coordinator, false),
        staff("an administrator", CHIEF, Authority::Administrator, true),
    ]
}

#[test]
fn every_call_is_answered_as_the_table_says_to_everybody_from_everywhere() {
    let portal = portal("desk-access");
    let members = vec![
        member(READER, Authority::Reader, &[ALUMNI]),
        member(COORDINATOR, Authority::Coordinator, &[ALUMNI]),
        member(OTHER, Authority::Coordinator, &["doctoral"]),
    ];
    drop(Desk::chief(&portal, members));
    let reference = portal.send(&send_request(1, Role::Mentee, Language::Sv)).expect("a receipt").reference;
    portal.send(&send_request(2, Role::Mentor, Language::Sv)).expect("a receipt");
    portal.work_outbox();
    let comers = comers(&portal);
    let mut compared = 0;
    for (path, needs) in ROUTES.iter().filter(|(path, _)| *path != SignOut::PATH) {
        let sent = serde_json::to_vec(&body(path, reference.as_str())).expect("JSON");
        for comer in &comers {
            let desk = Desk { portal: &portal, cookie: comer.cookie.clone() };
            for foreign in [("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("x-portal", "0")] {
                assert_eq!(desk.raw(path, sent.clone(), &[foreign]).status, 403, "{path}, {}, {foreign:?}", comer.name);
            }
            let status = desk.raw(path, sent.clone(), &[]).status;
            match expected(comer, path, *needs) {
                Some(refused) => assert_eq!(status, refused, "{path}, {}", comer.name),
                None => assert!(!matches!(status, 401 | 403 | 404 | 500..), "{path}, {}: {status}", comer.name),
            }
            compared += 4;
        }
    }
    assert_eq!(compared, (ROUTES.len() - 1) * comers.len() * 4);
}

#[test]
fn what_is_not_in_the_table_is_not_there_whoever_asks() {
    let portal = portal("desk-unknown");
    let chief = Desk::sign_in(&portal, CHIEF);
    for path in
        ["/desk/api", "/desk/api/", "/desk/api/x", "/desk/api/restored", "/desk/api/rows/", "/en/desk/api/rows2"]
    {
        assert_eq!(chief.raw(path, b"null".to_vec(), &[]).status, 404, "{path}");
    }
    // The ledger's own calls have no address from outside.
    for path in ["/ledger/read-live", "/ledger/ask-to-sign-in", "/gate/count"] {
        assert!(matches!(chief.raw(path, b"null".to_vec(), &[]).status, 404 | 405), "{path}");
    }
    // Nobody tells the ledger from outside who they are.
    let nobody = Desk { portal: &portal, cookie: String::new() };
    let rows = b"{\"after\":null}".to_vec();
    let said = [("x-desk-access", CHIEF), ("x-desk-session", &"a".repeat(64)), ("cf-access-jwt-assertion", "a.b.c")];
    for header in said {
        assert_eq!(nobody.raw("/desk/api/rows", rows.clone(), &[header]).status, 401, "{header:?}");
    }
}

#[test]
fn the_answer_to_who_asks_for_a_link_is_the_same_for_staff_and_strangers() {
    let portal = portal_with("desk-asking", &[("SIGN_IN_LIMIT", "5")]);
    let answers = [CHIEF, "stranger@example.org", "", "not an address", &format!("{}@example.org", "a".repeat(400))]
        .map(|address| portal.post_form("/desk/sign-in", &[("email", address)]))
        .map(|answer| (answer.status, answer.header("location").to_owned(), answer.body));
    assert_eq!(answers[0], (303, "/desk/sign-in/sent".to_owned(), String::new()));
    for answer in &answers {
        assert_eq!(answer, &answers[0]);
    }
    portal.work_outbox();
    portal.letters(1);
    // Five in an hour for one address, then no more, staff or not.
    for address in ["a@example.org", CHIEF] {
        let asked: Vec<u16> = (0..6).map(|_| portal.post_form("/desk/sign-in", &[("email", address)]).status).collect();
        assert!(asked.contains(&429), "{address}: {asked:?}");
    }
}
