//! Asks the local server whether it answers.

use std::time::Duration;

use anyhow::Result;

/// A page takes milliseconds; the first one, with the Workers still compiling, a few seconds.
const ANSWER_SECONDS_MAX: u64 = 10;

/// The status of `GET /`.
pub fn status(address: &str) -> Result<u16> {
    let agent = ureq::Agent::config_builder()
        .timeout_global(Some(Duration::from_secs(ANSWER_SECONDS_MAX)))
        .http_status_as_error(false)
        .build()
        .new_agent();
    let answer = agent.get(format!("{address}/")).call()?;
    Ok(answer.status().as_u16())
}
