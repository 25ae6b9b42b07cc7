//! Everything that can be wrong with a call: each its own status and sentence, never a 500, neighbours unaffected.

use domain::call::{BODY_BYTES_MAX, Call, SendApplication, SendRequest};
use domain::problem::ProblemJson;
use domain::programme::Role;
use domain::text::Language;
use runtime_tests::http::Answer;
use runtime_tests::people::{name, send_request};
use runtime_tests::portal::{Portal, call_request};
use serde_json::{Value, json};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};
use ureq::http::{HeaderValue, Request};

/// One portal for all: that neighbours stay unaffected is part of what is tested.
static PORTAL: LazyLock<Portal> = LazyLock::new(|| Portal::start("bad-calls"));
static NUMBER: AtomicU32 = AtomicU32::new(1);

const CALL: &str = SendApplication::PATH;

fn fresh() -> SendRequest {
    send_request(NUMBER.fetch_add(1, Ordering::Relaxed), Role::Mentee, Language::Sv)
}

fn valid() -> Value {
    serde_json::to_value(fresh()).unwrap()
}

/// A request with one header set otherwise (or, with an empty value, left out).
fn with_header(mut request: Request<Vec<u8>>, header: &'static str, value: &str) -> Request<Vec<u8>> {
    request.headers_mut().remove(header);
    if !value.is_empty() {
        request.headers_mut().insert(header, HeaderValue::from_str(value).unwrap());
    }
    request
}

/// Expects a problem in the RFC 9457 form, and that the next valid call is received.
#[track_caller]
fn refused(answer: &Answer, status: u16, key: &str) -> ProblemJson {
    assert_eq!(answer.status, status, "{}", answer.body);
    assert!(answer.header("content-type").starts_with("application/problem+json"), "{}", answer.header("content-type"));
    let problem: ProblemJson = answer.json();
    assert_eq!(
        (problem.status, problem.problem.key(), problem.r#type.as_str()),
        (status, key, format!("/problems/{key}").as_str())
    );
    assert!(problem.title.len() > 5);
    assert!(PORTAL.send(&fresh()).is_ok(), "neighbours are unaffected");
    problem
}

#[track_caller]
fn post(body: impl Into<Vec<u8>>) -> Answer {
    PORTAL.call_raw(CALL, body.into()).unwrap()
}

#[test]
fn a_wrong_method_says_which_are_right() {
    for (method, path, allowed) in [
        ("GET", CALL, "POST"),
        ("PUT", CALL, "POST"),
        ("DELETE", "/ki-alumni", "GET, HEAD"),
        ("PATCH", "/", "GET, HEAD"),
        ("PROPFIND", "/my", "GET, HEAD, POST"),
        ("MKCOL", "/l/abc", "GET, HEAD, POST"),
    ] {
        let request = Request::builder().method(method).uri(PORTAL.url(path)).header("accept", "application/json");
        let answer = PORTAL.run(request.body(Vec::new()).unwrap());
        assert_eq!((answer.status, answer.header("allow")), (405, allowed), "{method} {path}");
    }
}

#[test]
fn a_path_that_is_not_there_is_not_found_in_either_form() {
    refused(&PORTAL.call_raw("/api/nothing", b"{}".to_vec()).unwrap(), 404, "not-found");
    for path in [
        "/nothing",
        "/en/nothing",
        "/ki-alumni/nobody/goals",
        "/ki-alumni/mentee/nothing",
        "/my/ki-alumni/mentee",
        "/ledger/own/read",
    ] {
        let answer = PORTAL.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.body.contains("<main"), "{path}: a page with a way on");
    }
}

#[test]
fn an_odd_path_never_leads_to_another_site() {
    for path in [
        "/..%2f..%2fetc",
        "//example.org/ki-alumni/",
        "/%2f%2fexample.org/",
        "/%5cexample.org/",
        "/ki-alumni//",
        "/ki-alumni.html",
        "/%ff",
    ] {
        let answer = PORTAL.get(path);
        let location = answer.header("location");
        assert!([307, 404].contains(&answer.status), "{path}: {}", answer.status);
        assert!(
            answer.status == 404
                || (location.starts_with('/') && !location.starts_with("//") && !location.starts_with("/\\")),
            "{path}: {location}"
        );
    }
}

#[test]
fn another_content_type_or_an_encoded_body_is_refused() {
    for media in ["text/plain", "application/x-www-form-urlencoded", "application/jsonx", ""] {
        let request =
            with_header(call_request(&PORTAL.url(CALL), valid().to_string().into_bytes()), "content-type", media);
        refused(&PORTAL.run(request), 415, "unsupported-media-type");
    }
    let request = with_header(call_request(&PORTAL.url(CALL), vec![31, 139]), "content-encoding", "gzip");
    refused(&PORTAL.run(request), 415, "unsupported-encoding");
    let request = with_header(
        call_request(&PORTAL.url(CALL), valid().to_string().into_bytes()),
        "content-type",
        "application/json; charset=utf-8",
    );
    assert_eq!(PORTAL.run(request).status, 201);
}

#[test]
fn a_body_over_64_kib_is_refused_with_and_without_its_length() {
    let over = BODY_BYTES_MAX + 1;
    refused(&post(vec![b' '; over]), 413, "body-too-large");
    let reader = std::io::Cursor::new(vec![b' '; over]);
    let chunked = runtime_tests::http::agent()
        .post(PORTAL.url(CALL))
        .header("content-type", "application/json")
        .header("x-portal", "1")
        .header("sec-fetch-site", "same-origin")
        .send(ureq::SendBody::from_owned_reader(reader))
        .unwrap();
    assert_eq!(chunked.status().as_u16(), 413);
    let mut fits = valid().to_string();
    fits.push_str(&" ".repeat(BODY_BYTES_MAX - fits.len()));
    assert_eq!(post(fits).status, 201);
}

#[test]
fn what_is_not_the_call_is_refused() {
    refused(&post([0xff, 0xfe, b'{']), 400, "not-utf8");
    let mut unknown_field = valid();
    unknown_field["extra"] = json!(1);
    let mut unknown_draft_field = valid();
    unknown_draft_field["draft"]["extra"] = json!(1);
    let mut wrong_type = valid();
    wrong_type["draft"]["answers"] = json!("none");
    let mut nul = valid();
    nul["id"] = json!(null);
    let deep = "[".repeat(60_000);
    let deep_inside =
        valid().to_string().replacen("\"answers\":{", &format!("\"answers\":{{\"name\":{}", "[".repeat(50_000)), 1);
    for body in [
        String::new(),
        "{".into(),
        "null".into(),
        "[]".into(),
        deep,
        deep_inside,
        unknown_field.to_string(),
        unknown_draft_field.to_string(),
        wrong_type.to_string(),
        nul.to_string(),
        valid().to_string() + "x",
    ] {
        refused(&post(body), 400, "not-the-call");
    }
}

#[test]
fn every_fault_comes_at_once_with_a_pointer_and_a_sentence_in_the_persons_language() {
    for (language, missing, over) in [(Language::Sv, "Skriv ditt namn", "3"), (Language::En, "Write your name", "3")] {
        let mut request = fresh();
        request.draft.language = language;
        request.draft.answers.insert("name".into(), vec![String::new()]);
        request.draft.answers.insert("email".into(), vec!["nowhere".into()]);
        request.draft.answers.insert("goals".into(), vec!["x".repeat(1503)]);
        request.draft.answers.insert("topics".into(), vec!["astrology".into()]);
        let answer = post(serde_json::to_vec(&request).unwrap());
        let problem = refused(&answer, 422, "faults");
        let found: Vec<_> = problem.errors.iter().map(|error| (error.pointer.as_str(), error.code.as_str())).collect();
        assert_eq!(
            found,
            [
                ("/draft/answers/name", "missing"),
                ("/draft/answers/email", "not-an-email"),
                ("/draft/answers/goals", "too-long"),
                ("/draft/answers/topics", "unknown-option"),
            ]
        );
        assert!(problem.errors[0].detail.contains(missing), "{problem:#?}");
        assert!(problem.errors[2].detail.contains(over), "{problem:#?}");
        assert_eq!(answer.header("content-language"), language.tag());
        assert!(!answer.body.contains("nowhere"), "what was typed is not sent back by the API");
    }
}

#[test]
fn unknown_programme_role_question_option_id_or_another_notice_is_named() {
    type Change = fn(&mut SendRequest);
    let cases: [(Change, &str, &str); 7] = [
        (|request| request.draft.programme = "nothing".into(), "/draft/programme", "unknown-programme"),
        (|request| request.draft.role = "nobody".into(), "/draft/role", "unknown-role"),
        (|request| request.draft.notice = "1999".into(), "/draft/notice", "other-notice"),
        (
            |request| drop(request.draft.answers.insert("shoe-size".into(), vec!["43".into()])),
            "/draft/answers/shoe-size",
            "unknown-question",
        ),
        (
            |request| drop(request.draft.answers.insert("connection".into(), vec!["king".into()])),
            "/draft/answers/connection",
            "unknown-option",
        ),
        (|request| request.id = "1".into(), "/id", "malformed"),
        (|request| request.receipt_hash = "x".repeat(64), "/receipt_hash", "malformed"),
    ];
    for (change, pointer, code) in cases {
        let mut request = fresh();
        change(&mut request);
        let problem = refused(&post(serde_json::to_vec(&request).unwrap()), 422, "faults");
        assert_eq!(
            problem.errors.iter().map(|error| (error.pointer.as_str(), error.code.as_str())).collect::<Vec<_>>(),
            [(pointer, code)]
        );
    }
}

#[test]
fn characters_that_break_headers_or_hide_are_refused_at_their_field() {
    for bad in ["Eva\r\nBcc: all@example.org", "Eva\nX", "Eva\u{202e}avE", "E\u{200b}va", "Eva\u{0}", "\u{feff}Eva"] {
        for field in ["name", "email", "field"] {
            let mut request = fresh();
            request.draft.answers.insert(field.into(), vec![format!("a{bad}b@example.org")]);
            let problem = refused(&post(serde_json::to_vec(&request).unwrap()), 422, "faults");
            assert_eq!(problem.errors[0].pointer, format!("/draft/answers/{field}"), "{bad:?}");
            assert_eq!(problem.errors[0].code, "forbidden-character", "{bad:?} in {field}");
        }
    }
}

#[test]
fn one_secret_opens_one_application() {
    let first = fresh();
    PORTAL.send(&first).unwrap();
    let second = SendRequest { receipt_hash: first.receipt_hash.clone(), ..fresh() };
    let problem = refused(&post(serde_json::to_vec(&second).unwrap()), 422, "faults");
    assert_eq!(problem.errors[0].pointer, "/receipt_hash");
}

#[test]
fn thousands_of_unknown_questions_get_a_short_answer() {
    let mut request = fresh();
    request.draft.answers.extend((0..5000).map(|number| (format!("x{number}"), Vec::new())));
    let answer = post(serde_json::to_vec(&request).unwrap());
    assert_eq!(answer.status, 422);
    assert!(answer.body.len() < 10_000, "{}", answer.body.len());
}

#[test]
fn any_real_name_is_received_and_arrives_as_it_was_written() {
    let names = ["Åsa Ängö", "王", "O’Neill-Åström", "d'Arc", "محمد علی", "Ö".repeat(120).leak()];
    for given in names {
        let mut request = fresh();
        request.draft.answers.insert("name".into(), vec![given.into()]);
        let receipt = PORTAL.send(&request).unwrap();
        let record = PORTAL.records().into_iter().find(|whole| whole.record.reference == receipt.reference).unwrap();
        assert_eq!(record.record.draft.answers["name"], [given]);
    }
}

#[test]
fn a_call_from_another_site_or_without_our_header_is_refused() {
    let request = || call_request(&PORTAL.url(CALL), valid().to_string().into_bytes());
    for site in ["cross-site", "same-site", "none"] {
        refused(&PORTAL.run(with_header(request(), "sec-fetch-site", site)), 403, "not-same-site");
    }
    refused(&PORTAL.run(with_header(request(), "x-portal", "")), 403, "not-same-site");
    let foreign = with_header(with_header(request(), "sec-fetch-site", ""), "origin", "https://example.org");
    refused(&PORTAL.run(foreign), 403, "not-same-site");
}

#[test]
fn no_problem_says_what_was_typed_or_who_sent_it() {
    let mut request = fresh();
    request.draft.answers.insert("name".into(), vec![name(1) + "\u{202e}"]);
    let answer = post(serde_json::to_vec(&request).unwrap());
    assert!(!answer.body.contains("Påhittad"), "{}", answer.body);
}
