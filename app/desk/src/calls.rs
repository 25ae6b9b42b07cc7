//! Calls to the Worker, each a type of `domain`.

use crate::browser;
use domain::call::Call;
use domain::problem::{Problem, ProblemJson};
use gloo_net::http::Request;
use leptos::leptos_dom::helpers::set_timeout_with_handle;
use std::time::Duration;
use web_sys::AbortController;

/// How long an answer is waited for. The Worker itself gives up on the ledger after 8 seconds.
const ANSWER_MS_MAX: u64 = 20_000;

/// Makes one call. No answer, or one that our Worker did not write, is [`Problem::Unreachable`].
pub async fn send<C: Call>(request: &C::Request) -> Result<C::Reply, Problem> {
    let abort = AbortController::new().map_err(|_| Problem::Unreachable)?;
    let signal = abort.signal();
    let timer = set_timeout_with_handle(move || abort.abort(), Duration::from_millis(ANSWER_MS_MAX));
    let answer = exchange::<C>(request, &signal).await;
    if let Ok(timer) = timer {
        timer.clear();
    }
    answer.unwrap_or(Err(Problem::Unreachable))
}

async fn exchange<C: Call>(
    request: &C::Request,
    signal: &web_sys::AbortSignal,
) -> Result<Result<C::Reply, Problem>, gloo_net::Error> {
    let response = Request::post(C::PATH)
        .header("x-portal", "1")
        .header("accept-language", browser::language().tag())
        .abort_signal(Some(signal))
        .json(request)?
        .send()
        .await?;
    let kind = response.headers().get("content-type").unwrap_or_default();
    let text = response.text().await?;
    if response.ok() && kind.starts_with("application/json") {
        return Ok(domain::json::read(text.as_bytes()).map_err(|_| Problem::Unreachable));
    }
    let problem = domain::json::read::<ProblemJson>(text.as_bytes()).map(|said| said.problem);
    Ok(Err(problem.unwrap_or(Problem::Unreachable)))
}
