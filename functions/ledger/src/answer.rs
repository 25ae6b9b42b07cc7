//! What goes back to `api`: the reply as JSON, or a problem with its status.

use domain::json;
use domain::ledger::Decided;
use domain::problem::Problem;
use serde::Serialize;
use serde::de::DeserializeOwned;
use worker::{Request, Response, Result};

/// Turns a decision into an answer.
pub fn answer<T: Serialize>(decided: Decided<T>, place: &str) -> Result<Response> {
    match decided {
        Ok(Ok(reply)) => json(&reply, 200),
        other => not_done(other.map(std::result::Result::err), place),
    }
}

/// As [`answer`], of a reply that is JSON already.
pub fn answer_text(decided: Decided<String>, place: &str) -> Result<Response> {
    match decided {
        Ok(Ok(text)) => json_text(text, 200),
        other => not_done(other.map(std::result::Result::err), place),
    }
}

/// A failure of the runtime is written to the log by its place alone: its text could hold what was typed.
fn not_done<E>(why: std::result::Result<Option<Problem>, E>, place: &str) -> Result<Response> {
    if let Ok(Some(problem)) = why {
        return refuse(&problem);
    }
    worker::console_error!("{place}: storage failed");
    refuse(&Problem::Unreachable)
}

pub fn refuse(problem: &Problem) -> Result<Response> {
    json(problem, problem.status())
}

/// Serialised to text by ourselves: the runtime's own way turns maps into `{}`.
pub fn json<T: Serialize>(value: &T, status: u16) -> Result<Response> {
    json_text(serde_json::to_string(value)?, status)
}

/// What is JSON already.
fn json_text(text: String, status: u16) -> Result<Response> {
    let response = Response::ok(text)?.with_status(status);
    response.headers().set("content-type", "application/json")?;
    Ok(response)
}

/// The call's request; `api` has limited its size.
pub async fn read<T: DeserializeOwned>(request: &mut Request) -> Option<T> {
    json::read(&request.bytes().await.ok()?).ok()
}
