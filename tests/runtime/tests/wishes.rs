//! A mentee's page of mentors, without JavaScript: looking through them, wishing, and being asked for in turn.

use domain::desk::call::{AskWishes, DeskRecord, Seen};
use domain::form_post::field::{GO, OF};
use domain::problem::Problem;
use domain::programme::Role;
use domain::standing::Standing;
use domain::text::Language;
use domain::words::form::request::NO_VALUE;
use domain::words::form::{request, wishes as words};
use runtime_tests::asking::{MENTEE, MENTOR, OTHER, answer, listed, newest, open, pass};
use runtime_tests::desk::{CHIEF, Desk, portal};
use runtime_tests::http::Answer;
use runtime_tests::pair::{cookie as cookie_of, has, is_shown};
use runtime_tests::people::{address, name, secret, send_request};
use runtime_tests::portal::Portal;

const PAGE: &str = "/my/mentors";

/// Two mentors who are shown, and a mentee who has opened the letter's link: the mentors' references, the mentee's, the cookie.
fn begun(portal: &Portal, desk: &Desk<'_>) -> ([String; 2], String, String) {
    let mentors = [listed(portal, desk, MENTOR), listed(portal, desk, OTHER)];
    let receipt = portal.send(&send_request(MENTEE, Role::Mentee, Language::Sv)).expect("a receipt");
    portal.work_outbox();
    let (cookie, _) = open(portal, &newest(portal, &address(MENTEE)));
    (mentors, receipt.reference.as_str().to_owned(), cookie)
}

/// The value of a hidden field of a page.
fn hidden(page: &str, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    let value = page.split_once(&start).and_then(|(_, rest)| rest.split('"').next());
    value.unwrap_or_default().replace("&amp;", "&")
}

/// Presses a button of the page as it stands, with what it shows and these fields besides.
fn press(portal: &Portal, cookie: &str, page: &str, go: &str, typed: &[(&str, &str)]) -> Answer {
    let names = ["_seen", "_programme", "_sought", "_wish1", "_wish2", "_wish3", "_card1", "_card2"];
    let kept: Vec<(&str, String)> = names.into_iter().map(|name| (name, hidden(page, name))).collect();
    let of = hidden(page, OF);
    let mut fields: Vec<(&str, &str)> = vec![(GO, go), (OF, &of)];
    fields.extend(kept.iter().map(|(name, value)| (*name, value.as_str())));
    fields.extend_from_slice(typed);
    portal.post_as(cookie, PAGE, &fields)
}

fn ask_in_turn(desk: &Desk<'_>, reference: &str) -> Result<DeskRecord, Problem> {
    let seen = desk.read(reference).row.version;
    desk.call::<AskWishes>(&Seen { reference: reference.to_owned(), seen })
}

#[test]
fn a_mentee_wishes_for_two_the_first_says_not_now_and_the_second_is_asked_with_their_word() {
    let portal = portal("wishes-turn");
    let desk = Desk::sign_in(&portal, CHIEF);
    let (_, mentee, cookie) = begun(&portal, &desk);
    assert!(has(&portal.get_as(&cookie, "/my").body, "mentors"), "the own page leads there");
    let page = portal.get_as(&cookie, PAGE);
    assert_eq!((page.status, page.header("cache-control")), (200, "no-store"));
    assert!(has(&page.body, "card-1") && has(&page.body, "card-2") && !has(&page.body, "card-3"), "{}", page.body);
    assert!(page.body.contains(&name(MENTOR)) && !page.body.contains(&address(MENTOR)));
    assert!(has(&page.body, "fits-1") && has(&page.body, "none"), "{}", page.body);

    let first = press(&portal, &cookie, &page.body, "wish-1", &[]);
    assert_eq!((first.status, first.header("location")), (303, "/my/mentors?saved=yes#wishes"), "{}", first.body);
    let page = portal.get_as(&cookie, "/my/mentors?saved=yes").body;
    assert!(
        has(&page, "saved") && has(&page, "wish-1") && has(&page, "wished-1") && !has(&page, "can-wish-1"),
        "{page}"
    );
    let typed = [("word-1", "Hej & hå"), ("avoid", "Elak Exempel")];
    assert_eq!(press(&portal, &cookie, &page, "wish-2", &typed).status, 303);
    let page = portal.get_as(&cookie, PAGE).body;
    let second = press(&portal, &cookie, &page, "up-2", &[("word-1", "Hej & hå"), ("word-2", "Till dig"), typed[1]]);
    assert_eq!(second.status, 303, "{}", second.body);

    let shown = desk.read(&mentee);
    let wishes = shown.wishes.expect("wishes");
    let words: Vec<&str> = wishes.ranked.iter().map(|wish| wish.word.as_str()).collect();
    assert_eq!((words, wishes.avoid.as_str()), (vec!["Till dig", "Hej & hå"], "Elak Exempel"));
    let rows: Vec<&str> =
        wishes.ranked.iter().filter_map(|one| one.mentor.as_ref()).map(|row| row.name.as_str()).collect();
    let number = |name_of: &str| if name_of == name(MENTOR) { MENTOR } else { OTHER };
    let order = [number(rows[0]), number(rows[1])];
    assert_ne!(order[0], order[1]);

    asked_in_turn(&portal, &desk, &mentee, &cookie, order);
    let log = std::fs::read_to_string(portal.log()).expect("a log");
    assert!(!log.contains("Till dig") && !log.contains("Elak Exempel"), "nothing typed is logged");
    let all: Vec<String> = portal.all_letters().into_iter().map(|letter| letter.text).collect();
    assert!(all.iter().all(|text| !text.contains("Elak Exempel") && !text.contains("Till dig")));
}

/// The first says "not now" and why, and the second is asked; the mentee sees how it goes.
fn asked_in_turn(portal: &Portal, desk: &Desk<'_>, mentee: &str, cookie: &str, order: [u32; 2]) {
    let asked = ask_in_turn(desk, mentee).expect("asked");
    assert_eq!((asked.row.standing, asked.requests.len()), (Standing::WithMentor, 1));
    pass(portal);
    let (of_mentor, leads_to) = open(portal, &newest(portal, &address(order[0])));
    let page = portal.get_as(&of_mentor, &leads_to).body;
    assert!(has(&page, "word") && page.contains("Till dig") && !page.contains("Elak Exempel"), "{page}");
    let more = request::more(domain::request::Stage::Asked, Role::Mentor, true).expect("a sentence");
    assert!(is_shown(&page, more), "{page}");
    assert_eq!(answer(portal, &of_mentor, mentee, NO_VALUE).status, 303);
    let over = portal.get_as(&of_mentor, &leads_to).body;
    assert!(has(&over, "why") && has(&over, "pause") && has(&over, "colleague") && !has(&over, "answers"), "{over}");
    assert!(over.contains("mailto:?subject=") && over.contains("%2Fki-alumni"), "{over}");
    assert_eq!(answer(portal, &of_mentor, mentee, "because-no-time").status, 303);
    assert!(has(&portal.get_as(&of_mentor, &leads_to).body, "why-said"));
    let reasons: Vec<_> = desk.read(mentee).requests.into_iter().map(|request| request.reason).collect();
    assert_eq!(reasons, [Some(domain::request::Reason::NoTime), None]);
    pass(portal);
    let (of_next, leads_to) = open(portal, &newest(portal, &address(order[1])));
    assert!(portal.get_as(&of_next, &leads_to).body.contains("Hej &amp; hå"));
    let stands = portal.get_as(cookie, PAGE).body;
    assert!(has(&stands, "stands") && !has(&stands, "wish-form") && !has(&stands, "directory"), "{stands}");
    assert!(is_shown(&stands, words::STANDS) && stands.contains(&name(order[0])));
    assert!(desk.log().iter().any(|line| line.what == "ask-wishes"));
}

#[test]
fn what_is_wrong_is_told_at_its_field_and_what_was_typed_stands_also_without_a_session() {
    let portal = portal("wishes-typed");
    let desk = Desk::sign_in(&portal, CHIEF);
    let (_, _, cookie) = begun(&portal, &desk);
    let page = portal.get_as(&cookie, PAGE).body;
    assert_eq!(press(&portal, &cookie, &page, "wish-1", &[]).status, 303);
    let page = portal.get_as(&cookie, PAGE).body;
    let long = "å".repeat(401);
    let wrong = press(&portal, &cookie, &page, "save", &[("word-1", &long), ("avoid", "Kvar & här")]);
    assert_eq!(wrong.status, 422);
    assert!(has(&wrong.body, "summary-word-1") && has(&wrong.body, "fault-word-1"), "{}", wrong.body);
    assert!(wrong.body.contains(&long) && wrong.body.contains("Kvar &amp; här"));
    for (cookie, status) in [(String::new(), 401), (format!("__Host-session={}", "0".repeat(64)), 401)] {
        let ended = press(&portal, &cookie, &page, "save", &[("word-1", "Står kvar"), ("avoid", "Kvar")]);
        assert_eq!(ended.status, status);
        assert!(!has(&ended.body, "directory") && !ended.body.contains(&name(MENTOR)), "no mentor to a stranger");

        assert!(
            ended.body.contains("Står kvar") && has(&ended.body, "problem") && has(&ended.body, "wish-1"),
            "{}",
            ended.body
        );
    }
    let old = press(
        &portal,
        &cookie,
        &page.replace("name=\"_seen\" value=\"1\"", "name=\"_seen\" value=\"0\""),
        "save",
        &[("word-1", "Från en gammal sida")],
    );
    assert_eq!(old.status, 409);
    assert!(is_shown(&old.body, words::CHANGED) && old.body.contains("Från en gammal sida"), "{}", old.body);
    let receipt = cookie_of(&portal.post_form(&format!("/l/{}", secret(MENTEE).as_str()), &[]));
    let stranger = press(&portal, &receipt, &page, "save", &[("word-1", "Kvar")]);
    assert!(stranger.status == 409 && !has(&stranger.body, "directory"), "{}", stranger.body);
    assert_eq!(portal.get(PAGE).status, 401);
    let foreign = portal.post_from("cross-site", &cookie, PAGE, &format!("{GO}=save"));
    assert_eq!(foreign.status, 403);
}

#[test]
fn the_directory_is_narrowed_by_its_address_and_hides_who_takes_nobody() {
    let portal = portal("wishes-search");
    let desk = Desk::sign_in(&portal, CHIEF);
    let (mentors, _, cookie) = begun(&portal, &desk);
    let found = |query: &str| portal.get_as(&cookie, &format!("{PAGE}?{query}")).body;
    let one = found(&format!("q=svar+{OTHER}+p%C3%A5"));
    assert!(one.contains(&name(OTHER)) && !one.contains(&name(MENTOR)) && has(&one, "all"), "{one}");
    let none = found("languages=finnish");
    assert!(!has(&none, "card-1") && is_shown(&none, words::FOUND_NONE) && has(&none, "only"), "{none}");
    assert!(none.contains("<option value=\"finnish\" data-of=\"languages\" selected"), "{none}");
    assert!(
        has(&found("topics=career-paths&page=7&languages=klingon"), "card-2"),
        "what is unknown counts for nothing"
    );
    let typed = found("q=%22%3E%3Cb%3E");
    assert!(!typed.contains("\"><b>"), "{typed}");

    desk.check(&desk.read(&mentors[0]), 0);
    // The Worker keeps the directory for half a second in development.
    let without = (0..5000).map(|_| found("")).find(|page| !page.contains(&name(MENTOR))).expect("a directory without");
    assert!(without.contains(&name(OTHER)));
    let receipt = cookie_of(&portal.post_form(&format!("/l/{}", secret(MENTEE).as_str()), &[]));
    assert_eq!(portal.get_as(&receipt, PAGE).header("location"), "/my", "the receipt's link shows no mentors");
}
