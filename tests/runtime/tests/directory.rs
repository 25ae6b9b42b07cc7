//! The mentors as everybody may read about them, where a programme's file says so, and as nobody may where it does not.

use domain::calendar::is_day;
use domain::call::SendRequest;
use domain::directory::{Card, Reader, Snapshot};
use domain::problem::{Problem, ProblemJson};
use domain::programme::Role;
use domain::text::Language;
use runtime_tests::asking::{MENTEE, MENTOR, OTHER, accepted, listed, newest, open};
use runtime_tests::desk::{CHIEF, Desk, portal};
use runtime_tests::pair::has;
use runtime_tests::people::{address, draft_for, id, name, secret, send_request};
use runtime_tests::portal::Portal;

const OPEN: &str = "open-mentors";
const HIDDEN: u32 = 7;

/// A mentor of the open programme who wants to be shown so; their reference.
fn open_mentor(portal: &Portal, desk: &Desk<'_>, number: u32, shown: &str) -> String {
    let mut draft = draft_for(OPEN, number, Role::Mentor, Language::Sv);
    draft.answers.insert("shown".to_owned(), vec![shown.to_owned()]);
    let request = SendRequest { id: id(number), receipt_hash: secret(number).hash().as_str().to_owned(), draft };
    accepted(portal, desk, &request)
}

fn snapshot(body: &str) -> Snapshot<Card> {
    serde_json::from_str(body).expect("a snapshot")
}

#[test]
fn everybody_reads_who_agreed_and_nobody_an_address_or_who_said_no() {
    let portal = portal("directory-open");
    let desk = Desk::sign_in(&portal, CHIEF);
    let named = open_mentor(&portal, &desk, MENTOR, "name");
    let unnamed = open_mentor(&portal, &desk, OTHER, "without-name");
    open_mentor(&portal, &desk, HIDDEN, "staff-only");
    let page = portal.get("/open-mentors/mentors");
    assert_eq!((page.status, page.header("cache-control")), (200, "no-store"));
    assert!(has(&page.body, "card-1") && has(&page.body, "card-2") && !has(&page.body, "card-3"), "{}", page.body);
    assert!(page.body.contains(&name(MENTOR)), "{}", page.body);
    let answered = portal.get("/open-mentors/mentors/snapshot");
    assert_eq!((answered.status, answered.header("cache-control")), (200, "no-store"));
    let Snapshot { words, of, reader, cards } = snapshot(&answered.body);
    assert_eq!((words.programme.as_str(), words.language, of), (OPEN, Language::Sv, None));
    assert!(is_day(&reader.turn), "in another order on each day: {}", reader.turn);
    assert_eq!(Reader { turn: String::new(), ..reader }, Reader::default(), "a stranger is nobody");
    let mut shown: Vec<&str> = cards.iter().map(|card| card.reference.as_str()).collect();
    let mut all = [named.as_str(), unnamed.as_str()];
    shown.sort_unstable();
    all.sort_unstable();
    assert_eq!(shown, all);
    for body in [&page.body, &answered.body] {
        for number in [MENTOR, OTHER, HIDDEN] {
            assert!(!body.contains(&address(number)), "{body}");
        }
        assert!(!body.contains(&name(OTHER)) && !body.contains(&name(HIDDEN)), "{body}");
    }
    assert!(!answered.body.contains('@'), "{}", answered.body);
    assert_eq!(answered.header("x-robots-tag"), "noindex");
    let found = portal.get("/en/open-mentors/mentors?q=svar+3");
    assert!(has(&found.body, "card-1") && !has(&found.body, "card-2") && !found.body.contains(&name(MENTOR)));
    assert_eq!(portal.post_form("/open-mentors/mentors", &[]).status, 405);
    assert_eq!(portal.post_form("/open-mentors/mentors/snapshot", &[]).status, 405);
}

#[test]
fn mentors_for_confirmed_addresses_are_shown_to_those_alone() {
    let portal = portal("directory-confirmed");
    let desk = Desk::sign_in(&portal, CHIEF);
    listed(&portal, &desk, MENTOR);
    for path in ["/ki-alumni/mentors", "/en/ki-alumni/mentors/snapshot", "/gone/mentors", "/outside/mentors/snapshot"] {
        let refused = portal.get(path);
        assert_eq!(refused.status, 404, "{path}");
        assert!(!refused.body.contains(&name(MENTOR)));
    }
    let (of_mentor, _) = open(&portal, &newest(&portal, &address(MENTOR)));
    let own = portal.get_as(&of_mentor, "/my").body;
    assert!(has(&own, "card-shown") && has(&own, "card-there") && has(&own, "card-name-own"), "{own}");
    assert!(!has(&own, "card-rests") && !has(&own, "card-hidden") && !has(&own, "usual-own"), "{own}");
    let of_stranger = portal.get("/my/mentors/snapshot");
    assert_eq!((of_stranger.status, of_stranger.json::<ProblemJson>().problem), (401, Problem::NotSignedIn));

    let receipt = portal.send(&send_request(MENTEE, Role::Mentee, Language::Sv)).expect("a receipt");
    let by_receipt = portal.post_form(&format!("/l/{}", secret(MENTEE).as_str()), &[]);
    let cookie = runtime_tests::pair::cookie(&by_receipt);
    let refused = portal.get_as(&cookie, "/my/mentors/snapshot");
    assert_eq!(
        (refused.status, refused.json::<ProblemJson>().problem),
        (409, Problem::Changed),
        "a receipt confirms no address"
    );
    portal.work_outbox();
    let (cookie, _) = open(&portal, &newest(&portal, &address(MENTEE)));
    let answered = portal.get_as(&cookie, "/my/mentors/snapshot");
    assert_eq!((answered.status, answered.header("cache-control")), (200, "no-store"));
    let Snapshot { of, reader, cards, .. } = snapshot(&answered.body);
    assert_eq!(reader.turn, receipt.reference.as_str(), "the order is theirs, on the page and on the phone");
    assert_eq!(of, Some(receipt.reference), "the page that it is for");
    assert!(reader.may_wish && reader.answers.iter().any(|(id, _)| id == "topics"), "{reader:?}");
    assert_eq!(cards.len(), 1);
    assert!(cards[0].answers.iter().all(|(_, values)| values.iter().all(|value| !value.contains('@'))));
}
