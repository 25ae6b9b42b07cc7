//! What goes back to `api`: the reply as JSON, or a problem with its status.

use domain::ledger::Decided;
use domain::problem::Problem;
use serde::Serialize;
use serde::de::DeserializeOwned;
use worker::{Request, Response, Result};

/// Turns a decision into an answer. A failure of the runtime is written to the log by its place alone: its text could
/// hold what was typed.
pub fn answer<T: Serialize>(decided: Decided<T>, place: &str) -> Result<Response> {
    match decided {
        Ok(Ok(reply)) => json(&reply, 200),
        Ok(Err(problem)) => refuse(&problem),
        Err(_) => {
            worker::console_error!("{place}: storage failed");
            refuse(&Problem::Unreachable)
        }
    }
}

pub fn refuse(problem: &Problem) -> Result<Response> {
    json(problem, problem.status())
}

/// As [`refuse`]; what is left unread spoils the connection for the next request.
pub async fn refuse_unread(request: &mut Request, problem: &Problem) -> Result<Response> {
    let _ = request.bytes().await;
    refuse(problem)
}

/// Serialised to text by ourselves: the runtime's own way turns maps into `{}`.
pub fn json<T: Serialize>(value: &T, status: u16) -> Result<Response> {
    json_text(serde_json::to_string(value)?, status)
}

/// What is JSON already.
pub fn json_text(text: String, status: u16) -> Result<Response> {
    let response = Response::ok(text)?.with_status(status);
    response.headers().set("content-type", "application/json")?;
    Ok(response)
}

/// The call's request; `api` has limited its size.
pub async fn read<T: DeserializeOwned>(request: &mut Request) -> Option<T> {
    serde_json::from_slice(&request.bytes().await.ok()?).ok()
}
