//! Calls to the Worker, and what can be said after one.

use super::{json, page};
use crate::json::Read;
use crate::told::Told;
use domain::call::Call;
use gloo_net::http::Request;
use leptos::leptos_dom::helpers::set_timeout_with_handle;
use std::time::Duration;
use web_sys::AbortController;

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
    let Ok(abort) = AbortController::new() else { return Answer::Nothing };
    let signal = abort.signal();
    let timer = set_timeout_with_handle(move || abort.abort(), Duration::from_millis(ANSWER_MS_MAX));
    let answer = exchange::<C>(request, &signal).await;
    if let Ok(timer) = timer {
        timer.clear();
    }
    answer
}

async fn exchange<C: Call>(request: &C::Request, signal: &web_sys::AbortSignal) -> Answer<C::Reply>
where
    C::Reply: Read,
{
    let request = Request::post(C::PATH)
        .header("x-portal", "1")
        .header("accept-language", page::language().tag())
        .abort_signal(Some(signal))
        .json(request);
    let Ok(request) = request else { return Answer::Nothing };
    let Ok(response) = request.send().await else { return Answer::Nothing };
    let kind = response.headers().get("content-type").unwrap_or_default();
    let Ok(text) = response.text().await else { return Answer::Nothing };
    if response.ok() && kind.starts_with("application/json") {
        return json::read(&text).map_or(Answer::Nothing, Answer::Reply);
    }
    if kind.starts_with("application/problem+json") {
        return json::read(&text).map_or(Answer::Nothing, Answer::Problem);
    }
    Answer::Nothing
}
