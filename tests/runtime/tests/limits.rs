//! Too many sends: the Workers' own limits, met for real.

use domain::call::{Call, SendApplication};
use domain::problem::{Problem, ProblemJson};
use domain::programme::Role;
use domain::text::Language;
use runtime_tests::people::send_request;
use runtime_tests::portal::{Portal, call_request};

const CALL: &str = SendApplication::PATH;

#[test]
fn too_many_sends_wait_and_a_repeated_id_never_counts() {
    // The Workers' own limits: 5 different applications an hour from one address.
    let portal = Portal::start_with("limits", &[]);
    let same_address = |number| {
        let mut request = send_request(number, Role::Mentee, Language::Sv);
        request.draft.answers.insert("email".into(), vec!["one@example.org".into()]);
        request
    };
    for _ in 0..3 {
        for number in 1..=5 {
            assert!(portal.send(&same_address(number)).is_ok());
        }
    }
    let answer = portal.call_raw(CALL, serde_json::to_vec(&same_address(6)).unwrap()).unwrap();
    let Problem::TooManyAttempts { retry_after_s } = answer.json::<ProblemJson>().problem else {
        panic!("{}", answer.body)
    };
    assert_eq!((answer.status, answer.header("retry-after")), (429, retry_after_s.to_string().as_str()));
    assert!((3500..=3600).contains(&retry_after_s), "{retry_after_s}");
    assert!(portal.send(&same_address(3)).is_ok(), "a known one still gets its receipt");
    assert!(portal.send(&send_request(7, Role::Mentee, Language::Sv)).is_ok(), "another address is not held up");
    assert_eq!(portal.records().len(), 6);
    // 300 in ten minutes from one network: seven ids so far have counted.
    let portal_url = portal.url(CALL);
    for number in 1000..1293 {
        let body = serde_json::to_vec(&send_request(number, Role::Mentor, Language::En)).unwrap();
        let answer = portal.run(call_request(&portal_url, body));
        assert_eq!(answer.status, 201, "{number}: {}", answer.body);
    }
    let answer =
        portal.call_raw(CALL, serde_json::to_vec(&send_request(9999, Role::Mentor, Language::En)).unwrap()).unwrap();
    assert_eq!(answer.status, 429, "{}", answer.body);
}

#[test]
fn whoever_guesses_links_is_soon_held_up_and_opens_nothing() {
    let portal = Portal::start_with("guesses", &[("NETWORK_LIMIT", "100")]);
    assert!(portal.send(&send_request(1, Role::Mentee, Language::Sv)).is_ok());
    let guess = |number: u32| {
        let guessed = domain::link::LinkHash::of(format!("guess {number}").as_bytes());
        portal.post_form(&format!("/l/{}", guessed.as_str()), &[])
    };
    let answers: Vec<_> = (0..200).map(guess).collect();
    assert!(answers.iter().all(|answer| answer.header("set-cookie").is_empty()), "nobody is let in");
    // One of the hundred was the application's own send.
    assert!(answers[..99].iter().all(|answer| answer.status == 404 || answer.status == 410), "{}", answers[0].status);
    for held_up in &answers[99..] {
        assert_eq!(held_up.status, 429);
        assert!(held_up.header("retry-after").parse::<u32>().is_ok_and(|seconds| (1..=600).contains(&seconds)));
    }
}
