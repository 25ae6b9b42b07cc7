//! A doctoral student registers the mentor they have found: kept, mailed, and registered by staff, who must say why where
//! something speaks against it.

use domain::call::SendRequest;
use domain::draft::Draft;
use domain::independence::{FOUND, TIES, Tie};
use domain::ledger::{Happening, Record};
use domain::programme::Role;
use domain::standing::Standing;
use domain::text::Language;
use domain::words::{page::kit::independence, standing};
use runtime_tests::http::Answer;
use runtime_tests::people::{address, draft_for, secret, send_request};
use runtime_tests::portal::{Portal, call_request};

const WHY: &str = "Påhittat skäl: handledarskapet har upphört.";

fn registration(number: u32, ties: &[Tie]) -> SendRequest {
    let mut draft: Draft = draft_for("doctoral", number, Role::Registering, Language::Sv);
    if !ties.is_empty() {
        draft.answers.insert(FOUND.to_owned(), vec!["something".to_owned()]);
        draft.answers.insert(TIES.to_owned(), ties.iter().map(|tie| tie.slug().to_owned()).collect());
    }
    SendRequest { draft, ..send_request(number, Role::Mentee, Language::Sv) }
}

/// A command, whatever its answer is.
fn command(portal: &Portal, path: &str, body: &serde_json::Value) -> Answer {
    portal.run(call_request(&portal.url(path), body.to_string().into_bytes()))
}

fn record(portal: &Portal) -> Record {
    portal.records().remove(0).record
}

fn own_page(portal: &Portal) -> String {
    let opened = portal.post_form(&format!("/l/{}", secret(1).as_str()), &[]);
    let cookie = opened.header("set-cookie").split(';').next().unwrap().to_owned();
    portal.get_as(&cookie, "/my").body
}

#[test]
fn a_pair_with_a_tie_is_registered_once_staff_have_said_why_and_the_reason_goes_nowhere() {
    let portal = Portal::start("pairs-allowed");
    let receipt = portal.send(&registration(1, &[Tie::Supervisor, Tie::Department])).unwrap();
    let reference = receipt.reference.as_str();
    portal.work_outbox();
    let letters = portal.letters(2);
    let staffs = letters.iter().find(|letter| letter.to != address(1)).unwrap();
    assert!(staffs.text.contains("Mentorn står bland mina handledare"), "staff read what was found: {}", staffs.text);

    let paired = serde_json::json!({ "reference": reference, "standing": "paired" });
    let refused = command(&portal, "/dev/decide", &paired);
    assert_eq!(refused.status, 409);
    assert!(refused.body.contains("not-independent"), "{}", refused.body);
    let seen = record(&portal).version;
    for wrong in ["", "  ", &"å".repeat(501)] {
        let body = serde_json::json!({ "reference": reference, "reason": wrong });
        assert_eq!(command(&portal, "/dev/allow", &body).status, 422);
    }
    let stale = serde_json::json!({ "reference": reference, "seen": seen - 1, "reason": WHY });
    assert_eq!(command(&portal, "/dev/allow", &stale).status, 409);
    assert_eq!(record(&portal).version, seen, "none of these changed anything");
    for _ in 0..2 {
        let body = serde_json::json!({ "reference": reference, "seen": seen, "reason": WHY });
        assert_eq!(command(&portal, "/dev/allow", &body).status, 200);
    }
    assert_eq!(record(&portal).version, seen + 1, "twice is the same as once");
    assert_eq!(command(&portal, "/dev/decide", &paired).status, 200);
    let registered = record(&portal);
    assert_eq!(registered.standing, Standing::Paired);
    let allowed = registered.history.iter().find(|event| event.what == Happening::Allowed).unwrap();
    assert_eq!(allowed.reason.as_deref(), Some(WHY));

    portal.work_outbox();
    let page = own_page(&portal);
    assert!(page.contains(standing::title(Standing::Paired, Role::Registering).sv) && !page.contains(WHY));
    assert!(portal.letters(2).iter().all(|letter| !letter.text.contains(WHY) && !letter.html.contains(WHY)));
    let log = std::fs::read_to_string(portal.log()).unwrap();
    assert!(!log.contains("Påhittat"), "{log}");
    let newest = portal.kv_keys().into_iter().filter(|key| key.starts_with("record/")).map(|key| portal.kv_open(&key));
    let sealed = newest.max_by_key(|whole| whole.record.version).unwrap();
    assert_eq!(sealed.record.allowed_because(), Some(WHY), "the sealed copy has it");
}

#[test]
fn a_pair_without_ties_is_registered_and_no_mentor_is_written_to() {
    let portal = Portal::start("pairs-clear");
    let receipt = portal.send(&registration(1, &[])).unwrap();
    let paired = serde_json::json!({ "reference": receipt.reference.as_str(), "standing": "paired" });
    assert_eq!(command(&portal, "/dev/decide", &paired).status, 200);
    portal.work_outbox();
    let addresses: Vec<String> = portal.letters(2).into_iter().map(|letter| letter.to).collect();
    assert_eq!(addresses.len(), 2, "{addresses:?}");
    assert!(addresses.contains(&address(1)));
    for path in ["/doctoral", "/doctoral/independence"] {
        let page = portal.get(path).body;
        assert!(page.contains("href=\"/doctoral/register/about-you\""), "{path} leads to the form");
    }
    assert!(portal.get("/en/doctoral/independence").body.contains(independence::REGISTER.en));
}
