//! Calls to the Worker, and what can be said after one.

use super::{json, page};
use crate::json::Read;
use crate::told::Told;
use domain::call::Call;
use gloo_net::http::Request;
use leptos::leptos_dom::helpers::set_timeout_with_handle;
use std::time::Duration;
use web_sys::{AbortController, AbortSignal};

/// How long an answer is waited for. The Worker itself gives up on the ledger after 8 seconds.
const ANSWER_MS_MAX: u64 = 20_000;

/// What came back.
pub enum Answer<T> {
    Reply(T),
    Problem(Told),
    /// No answer, or one that our Worker did not write: nothing is known.
    Nothing,
}

/// Makes one call. Only what our own Worker says counts: a captive portal's page is no answer.
pub async fn send<C: Call>(request: &C::Request) -> Answer<C::Reply>
where
    C::Reply: Read,
{
    let Ok(text) = serde_json::to_string(request) else { return Answer::Nothing };
    match within_time(C::PATH, text).await {
        Some((true, text)) => json::read(&text).map_or(Answer::Nothing, Answer::Reply),
        Some((false, text)) => json::read(&text).map_or(Answer::Nothing, Answer::Problem),
        None => Answer::Nothing,
    }
}

/// One function for every call: each would bring its own copy of what waits.
async fn within_time(path: &'static str, text: String) -> Option<(bool, String)> {
    let abort = AbortController::new().ok()?;
    let signal = abort.signal();
    let timer = set_timeout_with_handle(move || abort.abort(), Duration::from_millis(ANSWER_MS_MAX));
    let answer = exchange(path, text, &signal).await;
    if let Ok(timer) = timer {
        timer.clear();
    }
    answer
}

/// The text of a reply, or, with false, of a problem.
async fn exchange(path: &str, text: String, signal: &AbortSignal) -> Option<(bool, String)> {
    let request = Request::post(path)
        .header("x-portal", "1")
        .header("accept-language", page::language().tag())
        .header("content-type", "application/json")
        .abort_signal(Some(signal))
        .body(text)
        .ok()?;
    let response = request.send().await.ok()?;
    let kind = response.headers().get("content-type").unwrap_or_default();
    let is_reply = response.ok() && kind.starts_with("application/json");
    let text = response.text().await.ok()?;
    (is_reply || kind.starts_with("application/problem+json")).then_some((is_reply, text))
}
