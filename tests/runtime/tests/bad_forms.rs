//! Everything that can be wrong with a form posted without WASM: a page each time, and nothing typed is lost.

use domain::call::BODY_BYTES_MAX;
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
