//! What staff change without a release: seen on pages, decided on sending, and never a reason for a page to fail.

use domain::calendar;
use domain::live::{Live, LiveVersion, Said};
use domain::problem::{FaultKind, Problem, ProblemJson};
use domain::programme::Role;
use domain::text::Language;
use domain::words::date;
use runtime_tests::http::Answer;
use runtime_tests::live::{SEEN_AFTER, set, try_set};
use runtime_tests::people::{draft, id, secret, send_request};
use runtime_tests::portal::Portal;
use std::time::{Duration, Instant, SystemTime};
use ureq::http::Request;

const PAGES: [&str; 4] = ["/", "/ki-alumni", "/guide/seek/bachelor", "/ki-alumni/mentee/about-you"];

fn close(live: &mut Live) {
    live.open = false;
    live.closed_because =
        Some(Said { sv: "Alla platser är tagna.".to_owned(), en: "Every place is taken.".to_owned() });
}

/// What stands in the first place of that name, if it is shown; its own text only.
fn shown(page: &str, place: &str) -> Option<String> {
    let mut tags = page.split('<').filter(|tag| tag.contains(&format!("data-fill=\"{place}\"")));
    let (tag, text) = tags.next().unwrap_or_else(|| panic!("no place {place}")).split_once('>').unwrap();
    (!tag.split(' ').any(|attribute| attribute.starts_with("hidden"))).then(|| text.to_owned())
}

fn is_shown(page: &str, place: &str) -> bool {
    shown(page, place).is_some()
}

#[test]
fn what_staff_set_is_seen_on_every_page_that_speaks_of_it() {
    let portal = Portal::start("live-pages");
    // The guide's result for bachelor's students is about KI Alumni.
    for path in PAGES {
        assert!(!is_shown(&portal.get(path).body, "live-closed-ki-alumni"), "{path}");
    }
    set(&portal, 0, |live| {
        close(live);
        live.contact = "ny-adress@example.org".to_owned();
        live.reviewer = Some("Ada Granskare".to_owned());
        live.reviewed = "2026-11-20".to_owned();
        live.notice = Some(Said { sv: "Svar <dröjer>.".to_owned(), en: "Answers are late.".to_owned() });
    });
    for path in PAGES {
        let page = portal.get(path).body;
        assert!(is_shown(&page, "live-closed-ki-alumni"), "{path}");
        // A form has no place for what is open.
        assert!(
            !page.contains("data-fill=\"live-open-ki-alumni\"") || !is_shown(&page, "live-open-ki-alumni"),
            "{path}"
        );
    }
    let page = portal.get("/ki-alumni").body;
    assert_eq!(shown(&page, "live-because-ki-alumni-sv").as_deref(), Some("Alla platser är tagna."));
    assert_eq!(shown(&page, "live-news-ki-alumni-sv").as_deref(), Some("Svar &lt;dröjer&gt;."), "as text");
    assert_eq!(shown(&page, "live-contact-ki-alumni").as_deref(), Some("ny-adress@example.org"));
    assert!(page.contains("href=\"mailto:ny-adress@example.org\"") && !page.contains("Öppnar "));
    let review = shown(&page, "live-review-ki-alumni-sv").unwrap();
    assert!(review.contains("Ada Granskare") && review.contains("20 november 2026"), "{review}");
    let english = portal.get("/en/ki-alumni").body;
    assert_eq!(shown(&english, "live-because-ki-alumni-en").as_deref(), Some("Every place is taken."));
    let form = portal.get("/ki-alumni/mentee/about-you").body;
    for (place, text) in [("live-because-ki-alumni-en", "Every place is taken."), ("contact", "ny-adress@example.org")]
    {
        assert_eq!(shown(&form, place).as_deref(), Some(text), "the form speaks both languages");
    }
    // What says nothing of the programme is as it was.
    assert!(portal.get("/junior-faculty").body.contains("mailto:juniorfaculty@ki.se"));
    set(&portal, 1, |_| ());
    assert!(is_shown(&portal.get("/ki-alumni").body, "live-open-ki-alumni"), "and back");
}

#[test]
fn sending_to_a_closed_programme_is_refused_with_why_and_taken_once_it_opens() {
    let portal = Portal::start("live-sending");
    set(&portal, 0, close);
    let request = send_request(1, Role::Mentee, Language::En);
    let answer = portal.call_raw("/api/applications", serde_json::to_vec(&request).unwrap()).unwrap();
    assert_eq!((answer.status, answer.header("content-language")), (403, "en"));
    let said: ProblemJson = answer.json();
    assert!(matches!(&said.problem, Problem::NotOpen { opens_on: None, because: Some(_) }), "{said:?}");
    assert!(said.title.contains("Every place is taken."), "{}", said.title);

    let typed = draft(2, Role::Mentee, Language::Sv);
    let carried: Vec<(String, String)> =
        typed.answers.iter().map(|(name, values)| (name.clone(), values.join(","))).collect();
    let (id, secret) = (id(2), secret(2));
    let own = [("_id", id.as_str()), ("_secret", secret.as_str()), ("_notice", typed.notice.as_str()), ("_go", "send")];
    let fields: Vec<(&str, &str)> =
        carried.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(own).collect();
    let page = portal.post_form("/ki-alumni/mentee/check", &fields);
    assert_eq!(page.status, 403);
    assert!(shown(&page.body, "problem").unwrap().contains("Alla platser är tagna."));
    assert!(page.body.contains("Provperson Påhittad-2") && is_shown(&page.body, "live-closed-ki-alumni"));
    assert!(portal.records().is_empty());

    set(&portal, 1, |_| ());
    portal.send(&request).unwrap();
    assert_eq!(portal.post_form("/ki-alumni/mentee/check", &fields).status, 200);
    assert_eq!(portal.records().len(), 2);
    // What was received stays received, whatever closes afterwards.
    set(&portal, 2, close);
    portal.send(&request).unwrap();
}

fn now() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    i64::try_from(since.as_millis()).unwrap()
}

#[test]
fn a_round_opens_and_closes_at_midnight_in_stockholm() {
    let portal = Portal::start("live-midnight");
    let hours = |count: i64| count * 60 * 60 * 1000;
    let round = calendar::day(now() + hours(10 * 24));
    let midnight = calendar::start_of(&round).unwrap();
    // No day is shorter than 23 hours or longer than 25.
    let after = calendar::start_of(&calendar::day(midnight + hours(30))).unwrap();
    let go_to = |at: i64| {
        portal.set_clock(at - now());
        std::thread::sleep(SEEN_AFTER);
    };
    set(&portal, 0, |live| {
        live.opens_on = Some(round.clone());
        live.closes_on = Some(round.clone());
    });

    go_to(midnight - 60_000);
    let before = portal.get("/ki-alumni");
    let opens = shown(&before.body, "live-opens-ki-alumni-sv").unwrap();
    assert!(is_shown(&before.body, "live-closed-ki-alumni"));
    assert!(opens.contains(&date::long(&round, Language::Sv)), "{opens}");
    let refused = portal.send(&send_request(1, Role::Mentor, Language::Sv)).unwrap_err();
    assert!(matches!(refused, Problem::NotOpen { opens_on: Some(first), .. } if first == round));

    go_to(midnight);
    let on_it = portal.get("/ki-alumni");
    assert!(is_shown(&on_it.body, "live-open-ki-alumni") && !is_shown(&on_it.body, "live-opens-ki-alumni-sv"));
    assert!(shown(&on_it.body, "live-closes-ki-alumni-sv").unwrap().contains(&date::long(&round, Language::Sv)));
    assert_ne!(before.header("etag"), on_it.header("etag"), "what is shown is another page");
    portal.send(&send_request(1, Role::Mentor, Language::Sv)).unwrap();

    go_to(after);
    let over = portal.get("/ki-alumni").body;
    assert!(is_shown(&over, "live-closed-ki-alumni") && !is_shown(&over, "live-opens-ki-alumni-sv"));
    let refused = portal.send(&send_request(2, Role::Mentor, Language::Sv)).unwrap_err();
    assert!(matches!(refused, Problem::NotOpen { opens_on: None, .. }));
}

#[test]
fn what_cannot_be_or_was_not_seen_is_not_set() {
    let portal = Portal::start("live-refused");
    set(&portal, 0, close);
    // Inside, problems travel bare.
    let problem = |answer: Answer| (answer.status, serde_json::from_str::<Problem>(&answer.body).unwrap());
    let again = try_set(&portal, 0, close);
    let version = serde_json::from_str::<LiveVersion>(&again.body).unwrap().version;
    assert_eq!((again.status, version), (200, 1), "the same again, after a lost answer, is the same once");
    let other = try_set(&portal, 0, |live| live.contact = "annan@example.org".to_owned());
    assert_eq!(problem(other), (409, Problem::Changed));
    let wrong = try_set(&portal, 1, |live| {
        live.notice = Some(Said { sv: "å".repeat(301), en: "a".to_owned() });
        live.opens_on = Some("2026-02-30".to_owned());
    });
    let (status, Problem::Faults { faults }) = problem(wrong) else { panic!("faults expected") };
    assert_eq!(status, 422);
    assert_eq!(faults.iter().map(|fault| fault.field.as_str()).collect::<Vec<_>>(), ["notice.sv", "opens_on"]);
    assert_eq!(faults[1].kind, FaultKind::NotADate);
    for bad in ["{}", r#"{"programme":"nothing","seen":0,"live":{}}"#] {
        let request = Request::post(portal.url("/dev/live")).header("content-type", "application/json");
        assert_eq!(portal.run(request.body(bad.as_bytes().to_vec()).unwrap()).status, 400, "{bad}");
    }
    assert!(is_shown(&portal.get("/ki-alumni").body, "live-closed-ki-alumni"), "what stood stands");
}

/// A request with headers of its own.
fn ask(portal: &Portal, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::builder().method(method).uri(portal.url(path));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    portal.run(request.body(Vec::new()).unwrap())
}

#[test]
fn a_page_has_a_tag_of_its_own_and_what_the_browser_has_is_not_sent_again() {
    let portal = Portal::start("live-tags");
    let built = portal.get("/ki-alumni").header("etag").to_owned();
    assert_eq!(ask(&portal, "GET", "/ki-alumni", &[("if-none-match", &built)]).status, 304, "as built, as ever");
    set(&portal, 0, close);
    let closed = ask(&portal, "GET", "/ki-alumni", &[("if-none-match", &built)]);
    assert_eq!(closed.status, 200, "what was built is not what is shown now");
    let tag = closed.header("etag").to_owned();
    assert_ne!(tag, built);
    assert_eq!((closed.header("cache-control"), closed.header("content-language")), ("no-cache", "sv"));
    assert!(closed.header("content-security-policy").contains("default-src 'none'"));
    for known in [tag.clone(), format!("\"x\", {tag}"), tag.trim_start_matches("W/").to_owned()] {
        let again = ask(&portal, "GET", "/ki-alumni", &[("if-none-match", &known)]);
        assert_eq!((again.status, again.body.as_str(), again.header("etag")), (304, "", tag.as_str()), "{known}");
    }
    let head = ask(&portal, "HEAD", "/ki-alumni", &[]);
    assert_eq!((head.status, head.body.as_str(), head.header("etag")), (200, "", tag.as_str()));
    assert_eq!(ask(&portal, "HEAD", "/ki-alumni", &[("if-none-match", &tag)]).status, 304);
    assert_eq!(ask(&portal, "GET", "/ki-alumni/", &[]).status / 100, 3, "other addresses lead where they led");
    assert_eq!(ask(&portal, "GET", "/icon.svg", &[]).header("content-type"), "image/svg+xml");
    assert_eq!(ask(&portal, "HEAD", "/no-such-page", &[]).status, 404);
    set(&portal, 1, |_| ());
    assert_eq!(ask(&portal, "GET", "/ki-alumni", &[("if-none-match", &tag)]).status, 200);
}

#[test]
fn while_the_ledger_cannot_be_reached_pages_stand_as_built_and_nobody_waits() {
    let portal = Portal::start("live-unreachable");
    set(&portal, 0, close);
    assert!(is_shown(&portal.get("/ki-alumni").body, "live-closed-ki-alumni"));
    for fault in ["fail", "late"] {
        portal.dev("/dev/faults", &format!("{{\"ledger\":\"{fault}\"}}"));
        std::thread::sleep(SEEN_AFTER);
        let begun = Instant::now();
        let page = portal.get("/ki-alumni");
        assert!(begun.elapsed() < Duration::from_secs(3), "{fault}: a page took {:?}", begun.elapsed());
        assert_eq!(page.status, 200, "{fault}");
        assert!(is_shown(&page.body, "live-open-ki-alumni"), "{fault}: the built text stands");
        portal.dev("/dev/faults", "{\"ledger\":\"none\"}");
        std::thread::sleep(SEEN_AFTER);
        assert!(is_shown(&portal.get("/ki-alumni").body, "live-closed-ki-alumni"), "{fault}: and then what was set");
    }
}
