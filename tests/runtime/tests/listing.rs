//! The page of programmes that others run: the mark of an old check is right on the day the page is read, and a suggestion is
//! kept, mailed and taken back like anything else.

use domain::calendar;
use domain::draft::Draft;
use domain::listing::{entries, stale_place};
use domain::programme::Role;
use domain::standing::Standing;
use domain::text::Language;
use domain::words::{form::own, page::programme as words, standing};
use runtime_tests::http::Answer;
use runtime_tests::people::{address, draft_for, secret, send_request};
use runtime_tests::portal::Portal;
use std::time::{Duration, SystemTime};
use ureq::http::Request;

const SLUG: &str = "elsewhere";
/// Longer than a development build serves what the ledger said (`functions/api/src/live.rs`), also when asking fails.
const SEEN_AFTER: Duration = Duration::from_millis(1600);
/// Noon in Stockholm, or an hour after it.
const NOON_MS: i64 = 12 * 60 * 60 * 1000;

fn now() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    i64::try_from(since.as_millis()).unwrap()
}

/// Moves the ledger's clock to noon of that day.
fn pass_to(portal: &Portal, day: &str) {
    portal.set_clock(calendar::start_of(day).unwrap() + NOON_MS - now());
    std::thread::sleep(SEEN_AFTER);
}

fn ask(portal: &Portal, path: &str, known: &str) -> Answer {
    portal.run(Request::get(portal.url(path)).header("if-none-match", known).body(Vec::new()).unwrap())
}

/// Whether each entry is marked as old, in the order of the page.
fn marks(page: &str) -> Vec<bool> {
    (0..entries(SLUG).len())
        .map(|number| {
            let place = format!("data-fill=\"{}\"", stale_place(SLUG, number));
            let tag = page.split('<').find(|tag| tag.contains(&place)).expect("every entry has its mark");
            !tag.split('>').next().unwrap().contains(" hidden")
        })
        .collect()
}

#[test]
fn a_check_is_called_old_from_the_day_on_which_it_is() {
    let portal = Portal::start("listing-days");
    assert_eq!(entries(SLUG).iter().map(|entry| entry.checked).collect::<Vec<_>>(), ["2026-11-03", "2024-02-29"]);
    for (day, wanted) in [
        ("2025-02-28", [false, false]),
        ("2025-03-01", [false, true]),
        ("2027-11-03", [false, true]),
        ("2027-11-04", [true, true]),
    ] {
        pass_to(&portal, day);
        for path in [format!("/{SLUG}"), format!("/en/{SLUG}")] {
            let page = portal.get(&path);
            assert_eq!((page.status, marks(&page.body)), (200, wanted.to_vec()), "{path} on {day}");
        }
    }
    let page = portal.get(&format!("/en/{SLUG}")).body;
    assert!(page.contains("Last checked on 3 November 2026.") && page.contains(words::ENTRY_STALE.en));
}

#[test]
fn a_browser_that_has_the_page_gets_it_anew_only_when_a_mark_changes() {
    let portal = Portal::start("listing-tags");
    let path = format!("/{SLUG}");
    pass_to(&portal, "2027-11-02");
    let fresh = portal.get(&path);
    let tag = fresh.header("etag").to_owned();
    assert_eq!(fresh.header("cache-control"), "no-cache");
    pass_to(&portal, "2027-11-03");
    assert_eq!(ask(&portal, &path, &tag).status, 304);
    pass_to(&portal, "2027-11-04");
    let stale = ask(&portal, &path, &tag);
    assert_eq!((stale.status, marks(&stale.body)), (200, vec![true, true]));
    // A page on which nothing grows old stays the file that it is.
    let plain = portal.get("/ki-alumni").header("etag").to_owned();
    assert!(!plain.contains(SLUG), "{plain}");
}

#[test]
fn without_the_ledger_the_page_has_the_marks_of_its_build() {
    let portal = Portal::start("listing-alone");
    portal.set_ledger_fault("fail");
    std::thread::sleep(SEEN_AFTER);
    let page = portal.get(&format!("/{SLUG}"));
    // The second is old whenever this is built.
    assert_eq!((page.status, marks(&page.body).last()), (200, Some(&true)));
}

#[test]
fn a_suggestion_is_kept_mailed_and_can_be_withdrawn() {
    let portal = Portal::start("listing-suggest");
    let draft: Draft = draft_for("outside", 1, Role::Suggesting, Language::Sv);
    let request = domain::call::SendRequest { draft, ..send_request(1, Role::Mentee, Language::Sv) };
    let receipt = portal.send(&request).unwrap();
    portal.work_outbox();
    let letters = portal.letters(2);
    let about = |letter: &&runtime_tests::letters::Letter| letter.subject.contains(receipt.reference.as_str());
    assert_eq!(letters.iter().filter(about).count(), 2, "one to staff and one to the person: {letters:#?}");
    assert!(letters.iter().any(|letter| letter.to == address(1) && letter.subject.contains("förslag")));

    let opened = portal.post_form(&format!("/l/{}", secret(1).as_str()), &[]);
    let cookie = opened.header("set-cookie").split(';').next().unwrap().to_owned();
    let own_page = || portal.get_as(&cookie, "/my");
    assert!(own_page().body.contains(own::withdraw(Role::Suggesting).unwrap().sv));
    let withdraw = [("_go", "withdraw"), ("_of", receipt.reference.as_str())];
    assert_eq!(portal.post_as(&cookie, "/my", &withdraw).status, 303);
    assert!(own_page().body.contains(standing::title(Standing::Withdrawn, Role::Suggesting).sv));
    assert_eq!(portal.records()[0].record.standing, Standing::Withdrawn);
}

/// The first page that a mentor abroad sees.
#[test]
fn the_page_of_a_link_leads_to_the_same_link_in_the_other_language() {
    let portal = Portal::start("listing-link");
    let link = format!("/l/{}", secret(1).as_str());
    for (here, other) in [(link.clone(), format!("/en{link}")), (format!("/en{link}"), link.clone())] {
        let page = portal.get(&here);
        let tag = page.body.split('<').find(|tag| tag.contains("link-language")).expect("the place of the switch");
        assert_eq!(page.status, 200);
        assert!(tag.contains(&format!("href=\"{other}\"")) && !tag.contains(" hidden"), "{tag}");
        assert_eq!(page.header("cache-control"), "no-store");
    }
    let bad = portal.get("/l/no-secret").body;
    let tag = bad.split('<').find(|tag| tag.contains("link-language")).unwrap();
    assert!(tag.contains(" hidden"), "what is no link leads nowhere: {tag}");
}
