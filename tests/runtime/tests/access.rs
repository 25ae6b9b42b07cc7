//! Cloudflare Access: its assertion is the sign-in of whoever is on the list of staff, and a forged one is nobody's.

use runtime_tests::desk::{CHIEF, Desk, portal_with};
use serde_json::Value;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

const AUDIENCE: &str = "the-portal";

/// What a team's address answers: its keys, at the one path that Access has for them. Says how often it was asked.
fn serve_keys(listener: TcpListener, keys: String) -> Arc<AtomicUsize> {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { continue };
            let mut request = [0; 4096];
            let length = stream.read(&mut request).unwrap_or(0);
            let is_theirs = request[..length].starts_with(b"GET /cdn-cgi/access/certs ");
            count.fetch_add(1, Ordering::Relaxed);
            let (status, body) = if is_theirs { ("200 OK", keys.as_str()) } else { ("404 Not Found", "") };
            let head =
                format!("HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n", body.len());
            let _ = stream.write_all(format!("{head}connection: close\r\n\r\n{body}").as_bytes());
        }
    });
    asked
}

#[test]
fn an_assertion_signs_in_who_is_on_the_list_and_a_forged_one_nobody() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let team = format!("http://{}", listener.local_addr().expect("an address"));
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/src/access.mjs");
    let made = Command::new("node").args([script, &team, AUDIENCE, CHIEF]).output().expect("node runs");
    let made: Value = serde_json::from_slice(&made.stdout).expect("keys and tokens");
    let asked = serve_keys(listener, made["keys"].to_string());
    let portal = portal_with("access", &[("ACCESS_TEAM", &team), ("ACCESS_AUDIENCE", AUDIENCE)]);
    let nobody = Desk { portal: &portal, cookie: String::new() };
    let call = |token: &Value| {
        let token = token.as_str().expect("a token");
        nobody.raw("/desk/api/desk", b"null".to_vec(), &[("cf-access-jwt-assertion", token)])
    };
    let good = call(&made["good"]);
    assert_eq!(good.status, 200, "{}", good.body);
    assert_eq!(good.json::<Value>()["me"]["address"], CHIEF);
    assert_eq!(call(&made["stranger"]).status, 401, "vouched for, and not on the list");
    for (what, token) in made["forged"].as_object().expect("forged ones") {
        assert_eq!(call(token).status, 401, "{what}");
    }
    assert!(asked.load(Ordering::Relaxed) <= 3, "the keys are not asked for with each call");
    // What Access vouches for is no reason to take a call from another site's page.
    let token = made["good"].as_str().expect("a token");
    let foreign = [("cf-access-jwt-assertion", token), ("sec-fetch-site", "cross-site")];
    assert_eq!(nobody.raw("/desk/api/desk", b"null".to_vec(), &foreign).status, 403);
}

#[test]
fn where_access_is_not_configured_no_assertion_counts() {
    let portal = runtime_tests::desk::portal("access-off");
    let made = Command::new("node")
        .args([concat!(env!("CARGO_MANIFEST_DIR"), "/src/access.mjs"), "https://team.example.org", AUDIENCE, CHIEF])
        .output()
        .expect("node runs");
    let made: Value = serde_json::from_slice(&made.stdout).expect("keys and tokens");
    let nobody = Desk { portal: &portal, cookie: String::new() };
    let token = made["good"].as_str().expect("a token");
    assert_eq!(nobody.raw("/desk/api/desk", b"null".to_vec(), &[("cf-access-jwt-assertion", token)]).status, 401);
}
