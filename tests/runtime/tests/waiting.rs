//! Who waits for a programme to open, and who asks something: told once, cancelled by link; and addresses that lead nowhere.

use domain::call::{DraftId, SendRequest};
use domain::live::Live;
use domain::problem::Problem;
use domain::programme::{Role, programme};
use domain::standing::Standing;
use domain::text::Language;
use domain::words::{form::own, page, standing};
use runtime_tests::http::Answer;
use runtime_tests::people::{address, draft_for, id, secret, send_request};
use runtime_tests::portal::Portal;

const CLOSED: &str = "junior-faculty";

fn request(slug: &str, number: u32, role: Role) -> SendRequest {
    SendRequest {
        draft: draft_for(slug, number, role, Language::Sv),
        ..send_request(number, Role::Mentee, Language::Sv)
    }
}

fn set_open(portal: &Portal, slug: &str, seen: u32, open: bool) {
    let live = Live { open, ..Live::of_file(programme(slug).unwrap(), true) };
    portal.dev("/dev/live", &serde_json::json!({ "programme": slug, "seen": seen, "live": live }).to_string());
}

/// Opens the receipt's link and gives the session's cookie.
fn session(portal: &Portal, number: u32) -> String {
    let opened = portal.post_form(&format!("/l/{}", secret(number).as_str()), &[]);
    assert_eq!(opened.status, 303);
    opened.header("set-cookie").split(';').next().unwrap().to_owned()
}

fn own_page(portal: &Portal, cookie: &str) -> Answer {
    portal.get_as(cookie, "/my")
}

/// A post of the own page's form from a page of that site.
fn post(portal: &Portal, cookie: &str, site: &str, body: &str) -> Answer {
    portal.post_from(site, cookie, "/my", body)
}

fn has_button(page: &Answer) -> bool {
    let form = page.body.split("<form").find(|form| form.contains("data-fill=\"withdraw\""));
    form.is_some_and(|form| !form.split('>').next().unwrap().contains("hidden"))
}

/// What the button posts.
fn withdraw(portal: &Portal, number: u32) -> String {
    format!("_go=withdraw&_of={}", portal.find(number).expect("a receipt").reference)
}

fn standing_of(portal: &Portal, number: u32) -> Standing {
    let id = DraftId::parse(&id(number)).unwrap();
    portal.records().into_iter().find(|kept| kept.record.id == id).unwrap().record.standing
}

#[test]
fn who_waits_is_told_once_when_it_opens_and_who_cancelled_is_not() {
    let portal = Portal::start("waiting-told");
    for number in [1, 2] {
        let receipt = portal.send(&request(CLOSED, number, Role::Waiting)).unwrap();
        assert_eq!(receipt.answer_by, None, "nobody knows when it opens");
    }
    // A first letter that has not gone yet would not go after the cancelling.
    portal.work_outbox();
    let cookie = session(&portal, 2);
    let page = own_page(&portal, &cookie);
    assert!(has_button(&page) && page.body.contains(standing::title(Standing::Received, Role::Waiting).sv));
    assert!(page.body.contains(standing::next_undated(Standing::Received, Role::Waiting).sv));
    let answer = post(&portal, &cookie, "same-origin", &withdraw(&portal, 2));
    assert_eq!((answer.status, answer.header("location")), (303, "/my"));
    let page = own_page(&portal, &cookie);
    assert!(!has_button(&page) && page.body.contains(standing::title(Standing::Withdrawn, Role::Waiting).sv));
    portal.work_outbox();
    let before = portal.letters(4).len();

    for (seen, open) in [(0, true), (1, false), (2, true)] {
        set_open(&portal, CLOSED, seen, open);
        portal.work_outbox();
    }
    let told: Vec<_> = portal.letters(before + 1).into_iter().filter(|letter| letter.to == address(2)).collect();
    assert_eq!(told.len(), 1, "only the receipt: {told:#?}");
    assert_eq!(portal.letters(before + 1).iter().filter(|letter| letter.to == address(1)).count(), 2);
    assert_eq!((standing_of(&portal, 1), standing_of(&portal, 2)), (Standing::Told, Standing::Withdrawn));
    let page = own_page(&portal, &session(&portal, 1));
    assert!(!has_button(&page) && page.body.contains(standing::title(Standing::Told, Role::Waiting).sv));
}

#[test]
fn nobody_waits_for_what_is_open() {
    let portal = Portal::start("waiting-open");
    assert_eq!(portal.send(&request("ki-alumni", 1, Role::Waiting)), Err(Problem::IsOpen));
    assert!(portal.records().is_empty());
    let page = portal.get("/ki-alumni/tell-me/address").body;
    assert!(page.contains(page::programme::FORM_NOT_NEEDED.sv), "the form's page says so before anything is typed");
}

#[test]
fn cancelling_is_for_the_person_from_our_own_page_and_twice_is_once() {
    let portal = Portal::start("waiting-cancel");
    portal.send(&request("outside", 1, Role::Asking)).unwrap();
    let cookie = session(&portal, 1);
    let page = own_page(&portal, &cookie);
    assert!(has_button(&page) && page.body.contains(own::withdraw(Role::Asking).unwrap().sv));

    assert_eq!(post(&portal, &cookie, "cross-site", "_go=withdraw").status, 403);
    assert_eq!(post(&portal, "", "same-origin", "_go=withdraw").status, 401);
    let stranger = format!("__Host-session={}", secret(99).as_str());
    assert_eq!(post(&portal, &stranger, "same-origin", &withdraw(&portal, 1)).status, 401);
    for wrong in ["", "_go=", "_go=vanish", "withdraw"] {
        assert_eq!(post(&portal, &cookie, "same-origin", wrong).status, 400, "{wrong}");
    }
    let of_no_framework = post(&portal, &cookie, "same-origin", "_go=erase");
    assert_eq!(post(&portal, &cookie, "same-origin", "_go=withdraw&_of=22222222").status, 409, "another tab's page");
    assert_eq!(of_no_framework.status, 409, "what a framework's page has a button for is not done to a question");
    assert_eq!(standing_of(&portal, 1), Standing::Received, "none of these changed anything");

    for _ in 0..2 {
        assert_eq!(post(&portal, &cookie, "same-origin", &withdraw(&portal, 1)).status, 303);
    }
    assert_eq!(standing_of(&portal, 1), Standing::Withdrawn);
    let history = portal.records()[0].record.history.len();
    assert_eq!(history, 2, "received and withdrawn: the second time changed nothing");
}

#[test]
fn an_application_has_a_button_of_its_own() {
    let portal = Portal::start("waiting-none");
    portal.send(&send_request(1, Role::Mentee, Language::Sv)).unwrap();
    let page = own_page(&portal, &session(&portal, 1));
    assert!(page.body.contains(standing::title(Standing::Received, Role::Mentee).sv));
    assert!(has_button(&page) && page.body.contains(own::withdraw_button(Role::Mentee).sv));
}

#[test]
fn an_address_that_leads_nowhere_leads_on() {
    let portal = Portal::start("waiting-addresses");
    let is_shown = |page: &Answer, place: &str| {
        let tag = page.body.split('<').find(|tag| tag.contains(&format!("data-fill=\"{place}\""))).unwrap();
        !tag.split('>').next().unwrap().contains("hidden")
    };
    for path in [
        "/no-such-programme",
        "/doctoral/mentee/about-you",
        "/junior-faculty/mentor/check",
        "/ki-alumni/mentee/nothing",
    ] {
        for path in [path.to_owned(), format!("/en{path}")] {
            let page = portal.get(&path);
            assert_eq!(page.status, 404, "{path}");
            for programme in domain::programme::PROGRAMMES {
                let is_meant = path.contains(&format!("/{}/", programme.slug));
                assert_eq!(is_shown(&page, &format!("lost-{}", programme.slug)), is_meant, "{path}");
            }
            assert_eq!(portal.post_form(&path, &[("name", "x")]).status, 404, "{path}");
        }
    }
    for path in ["/guide/seek/king", "/guide/offer/bachelor", "/en/guide/seek/doctoral/mentor/again", "/guide/x"] {
        let page = portal.get(path);
        assert_eq!(page.status, 404, "{path}");
        assert!(is_shown(&page, "guide-unknown") && page.body.contains("class=\"choices\""), "{path}");
        assert_eq!(page.header("cache-control"), "no-store", "{path}");
    }
    assert!(!is_shown(&portal.get("/guide"), "guide-unknown"));
}
