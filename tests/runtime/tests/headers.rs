//! Strict headers on every answer, files and Workers alike.

use runtime_tests::http::Answer;
use runtime_tests::people::secret;
use runtime_tests::portal::{Portal, call_request};
use std::sync::LazyLock;
use ureq::http::Request;

static PORTAL: LazyLock<Portal> = LazyLock::new(|| Portal::start("headers"));

#[track_caller]
fn is_strict(what: &str, answer: &Answer) {
    let expected = [
        ("x-content-type-options", "nosniff"),
        ("cross-origin-resource-policy", "same-origin"),
        ("strict-transport-security", "max-age="),
        ("content-security-policy", "default-src 'none'"),
    ];
    for (header, part) in expected {
        assert!(answer.header(header).contains(part), "{what}: {header} is {:?}", answer.header(header));
    }
    let policy = answer.header("content-security-policy");
    for loose in ["unsafe-inline", "'unsafe-eval'", "*", "http:", "https:", "data:"] {
        assert!(!policy.contains(loose), "{what}: {loose} in {policy}");
    }
    assert_eq!(answer.header("server"), "", "{what}");
}

/// What only means something on what is shown.
#[track_caller]
fn is_strict_page(what: &str, answer: &Answer) {
    is_strict(what, answer);
    assert!(answer.header("permissions-policy").contains("camera=()"), "{what}");
    assert_eq!(answer.header("referrer-policy"), "same-origin", "{what}");
}

/// Whether it shares no process with who opened it.
fn is_alone(answer: &Answer) -> bool {
    answer.header("cross-origin-opener-policy") == "same-origin"
}

#[test]
fn a_first_visit_waits_for_no_process_of_its_own_and_the_desk_has_one() {
    for path in ["/", "/en", "/ki-alumni", "/en/ki-alumni/mentee/about-you", "/personal-data"] {
        assert!(!is_alone(&PORTAL.get(path)), "{path}");
    }
    for path in ["/desk", "/desk/sign-in", "/en/desk", "/en/desk/sign-in"] {
        assert!(is_alone(&PORTAL.get(path)), "{path}");
    }
}

#[test]
fn every_page_is_strict_and_says_its_language() {
    for path in [
        "/",
        "/ki-alumni",
        "/ki-alumni/mentee/about-you",
        "/ki-alumni/mentor/check",
        "/personal-data",
        "/accessibility",
        "/on-this-phone",
        "/contact",
        "/nothing",
    ] {
        for (language, path) in
            [("sv", path.to_owned()), ("en", if path == "/" { "/en".into() } else { format!("/en{path}") })]
        {
            let answer = PORTAL.get(&path);
            assert_eq!(answer.status, if path.ends_with("nothing") { 404 } else { 200 }, "{path}");
            is_strict_page(&path, &answer);
            assert_eq!(answer.header("content-language"), language, "{path}");
            assert!(answer.body.contains(&format!("<html lang=\"{language}\"")), "{path}");
            assert!(answer.header("content-security-policy").contains("frame-ancestors 'none'"), "{path}");
            assert!(
                answer.header("content-security-policy").contains("'sha256-"),
                "{path}: the style stands by its hash"
            );
        }
    }
}

#[test]
fn what_is_personal_is_never_stored_by_a_cache() {
    let session = Request::get(PORTAL.url("/my")).header("cookie", "__Host-session=x").body(Vec::new()).unwrap();
    let filled =
        PORTAL.post_form("/ki-alumni/mentee/about-you", &[("name", "Sam Sample"), ("email", "sam@example.org")]);
    let answers = [
        ("/l", PORTAL.get(&format!("/l/{}", secret(1).as_str()))),
        ("/my", PORTAL.run(session)),
        ("form", filled),
        ("call", PORTAL.call_raw("/api/receipts", b"{}".to_vec()).unwrap()),
        ("unknown call", PORTAL.run(call_request(&PORTAL.url("/api/nothing"), Vec::new()))),
    ];
    for (what, answer) in answers {
        is_strict_page(what, &answer);
        assert!(is_alone(&answer), "{what}");
        assert_eq!(answer.header("cache-control"), "no-store", "{what}");
    }
}

#[test]
fn built_files_are_kept_for_a_year_and_are_strict_too() {
    let page = PORTAL.get("/ki-alumni/mentee/about-you").body;
    let files: Vec<&str> = page.split('"').filter(|part| part.starts_with("/build/")).collect();
    for kind in [".js", ".wasm"] {
        assert!(files.iter().any(|file| file.contains(kind)), "{kind} in {files:?}");
    }
    for file in files {
        let answer = PORTAL.get(file);
        assert_eq!(answer.status, 200, "{file}");
        assert!(
            answer.header("cache-control").contains("immutable") && answer.header("cache-control").contains("31536000"),
            "{file}"
        );
        is_strict(file, &answer);
    }
}

#[test]
fn a_built_file_that_is_not_there_is_not_kept() {
    // A page of one release may ask for a file of another while both are rolled out.
    for file in ["portal-0000000000000000.wasm", "portal-0000000000000000.js", "form-0000000000000000.txt", "x"] {
        let answer = PORTAL.get(&format!("/build/{file}"));
        assert_eq!(answer.status, 404, "{file}");
        assert!(!answer.header("cache-control").contains("immutable"), "{file}: {}", answer.header("cache-control"));
    }
    assert_eq!(PORTAL.get("/no-such-page").status, 404);
    assert!(PORTAL.get("/en/no-such-page").body.contains("<html lang=\"en\""), "the Worker's own page");
}

#[test]
fn a_text_page_fetches_no_program_until_it_is_wanted() {
    for path in ["/", "/en", "/ki-alumni", "/personal-data", "/accessibility", "/contact"] {
        let page = PORTAL.get(path).body;
        assert!(!page.contains("preload") && !page.contains(".wasm"), "{path}");
        // One small file, which waits for a touch or an idle moment.
        assert_eq!(page.matches("<script type=\"module\" src=\"/build/start-").count(), 1, "{path}");
    }
}
