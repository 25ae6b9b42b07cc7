//! Everything that can be wrong with a form posted without WASM: a page each time, and nothing typed is lost.

use domain::call::BODY_BYTES_MAX;
use domain::programme::Role;
use domain::text::Language;
use runtime_tests::people::{draft, id, secret};
use runtime_tests::portal::Portal;
use std::sync::LazyLock;
use ureq::http::Request;

static PORTAL: LazyLock<Portal> = LazyLock::new(|| Portal::start("bad-forms"));

#[test]
fn a_form_post_with_faults_gives_the_page_back_with_everything_typed_and_every_sentence() {
    for (path, sentence) in
        [("/ki-alumni/mentee/about-you", "Skriv ditt namn"), ("/en/ki-alumni/mentee/about-you", "Write your name")]
    {
        let typed = "typed <b>&\"wrong &quot; &amp;";
        let fields = [("name", ""), ("email", typed), ("goals", "Carried &lt; along"), ("_go", "continue")];
        let answer = PORTAL.post_form(path, &fields);
        assert_eq!(answer.status, 422);
        assert!(answer.header("content-type").starts_with("text/html"));
        assert_eq!(answer.header("cache-control"), "no-store");
        assert!(answer.body.contains(sentence));
        // In an attribute only `&` and `"` mean anything; both come back as they were typed.
        assert!(answer.body.contains("value=\"typed <b>&amp;&quot;wrong &amp;quot; &amp;amp;\""), "typed text stays");
        assert!(answer.body.contains("value=\"Carried &amp;lt; along\""));
        assert!(answer.body.contains("aria-invalid=\"true\""));
    }
}

#[test]
fn a_form_post_that_is_broken_large_foreign_or_nowhere_is_a_page_and_never_a_500() {
    let form = |path: &str, body: Vec<u8>, media: &str, site: &str| {
        let request = Request::post(PORTAL.url(path)).header("content-type", media).header("sec-fetch-site", site);
        PORTAL.run(request.body(body).unwrap())
    };
    let path = "/ki-alumni/mentee/about-you";
    let urlencoded = "application/x-www-form-urlencoded";
    for (answer, status) in [
        (form(path, b"name=%ff%fe&_go=continue".to_vec(), urlencoded, "same-origin"), 400),
        (form(path, vec![b'a'; BODY_BYTES_MAX + 1], urlencoded, "same-origin"), 413),
        (form(path, b"name=Eva".to_vec(), urlencoded, "cross-site"), 403),
        (form(path, b"name=Eva".to_vec(), "multipart/form-data; boundary=x", "same-origin"), 415),
        (form("/ki-alumni/mentee/nothing", b"name=Eva".to_vec(), urlencoded, "same-origin"), 404),
        (form("/nothing/mentee/about-you", b"name=Eva".to_vec(), urlencoded, "same-origin"), 404),
        (form("/personal-data", b"name=Eva".to_vec(), urlencoded, "same-origin"), 405),
    ] {
        assert_eq!(answer.status, status, "{}", answer.body);
        assert!(answer.body.contains("<main"), "{status}: a page with a way on");
    }
    let origin = Request::post(PORTAL.url(path)).header("content-type", urlencoded).header("origin", PORTAL.url(""));
    assert_eq!(PORTAL.run(origin.body(b"_go=continue".to_vec()).unwrap()).status, 422, "an equal Origin is enough");
    let neither = Request::post(PORTAL.url(path)).header("content-type", urlencoded);
    assert_eq!(PORTAL.run(neither.body(b"_go=continue".to_vec()).unwrap()).status, 403);
}

#[test]
fn sending_a_changed_form_again_shows_what_was_received_first_with_its_reference_and_link() {
    let draft = draft(1, Role::Mentee, Language::Sv);
    let keys = [("_id", id(1)), ("_secret", secret(1).as_str().to_owned()), ("_go", "send".to_owned())];
    let post = |field: &str| {
        let mut answers: Vec<(&str, &str)> =
            draft.answers.iter().map(|(name, values)| (name.as_str(), values[0].as_str())).collect();
        answers.retain(|(name, _)| *name != "field");
        answers.push(("field", field));
        answers.extend(keys.iter().map(|(name, value)| (*name, value.as_str())));
        PORTAL.post_form("/ki-alumni/mentee/check", &answers)
    };
    let first = post("First");
    assert_eq!(first.status, 200, "{}", first.body);
    let reference = PORTAL.find(1).unwrap().reference;
    assert!(first.body.contains(reference.as_str()));
    let second = post("Second");
    assert_eq!(second.status, 409);
    assert!(second.body.contains(reference.as_str()) && second.body.contains(secret(1).as_str()));
    assert!(second.body.contains("Vi har redan tagit emot"), "{}", second.body);
}

#[test]
fn a_notice_that_changed_must_be_read_again_before_anything_is_sent() {
    let draft = draft(2, Role::Mentee, Language::En);
    let mut fields: Vec<(&str, &str)> =
        draft.answers.iter().map(|(name, values)| (name.as_str(), values[0].as_str())).collect();
    fields.extend([("_notice", "1999-12-31"), ("_go", "send")]);
    let answer = PORTAL.post_form("/en/ki-alumni/mentee/check", &fields);
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("The notice about personal data has changed"), "{}", answer.body);
    assert!(answer.body.contains("data-place=\"notice\""), "the page with the notice");
    assert!(answer.body.contains(&draft.answers["goals"][0]), "nothing typed is lost");
}
