//! Setting a programme's live half, by the command of development.

use crate::http::Answer;
use crate::portal::Portal;
use domain::live::Live;
use domain::programme::{Programme, programme};
use std::time::Duration;
use ureq::http::Request;

/// Longer than a development build serves what the ledger said (`functions/api/src/live.rs`), also when asking fails.
pub const SEEN_AFTER: Duration = Duration::from_millis(1600);

/// Sets KI Alumni's live half; gives the answer whatever it is.
pub fn try_set(portal: &Portal, seen: u32, change: impl FnOnce(&mut Live)) -> Answer {
    try_set_of(portal, programme("ki-alumni").expect("it is there"), seen, change)
}

pub fn try_set_of(portal: &Portal, programme: &Programme, seen: u32, change: impl FnOnce(&mut Live)) -> Answer {
    let mut live = Live::of_file(programme, true);
    change(&mut live);
    let body = serde_json::json!({ "programme": programme.slug, "seen": seen, "live": live });
    let request = Request::post(portal.url("/dev/live")).header("content-type", "application/json");
    portal.run(request.body(serde_json::to_vec(&body).expect("JSON")).expect("a request"))
}

#[track_caller]
pub fn set(portal: &Portal, seen: u32, change: impl FnOnce(&mut Live)) {
    let answer = try_set(portal, seen, change);
    assert_eq!(answer.status, 200, "{}", answer.body);
    std::thread::sleep(SEEN_AFTER);
}
