//! One request and its answer, whatever the status.

use std::time::Duration;
use ureq::Agent;
use ureq::http::{Request, Response};

/// Two thousand letters with their MIME are about 30 MB.
const BODY_BYTES_MAX: u64 = 200 * 1024 * 1024;

/// An answer, read whole.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: String,
    /// The body as it came, compressed where it was.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// A header's value; empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// The body as JSON of a type.
    #[track_caller]
    pub fn json<T: serde::de::DeserializeOwned>(&self) -> T {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error} in {} {}", self.status, self.body))
    }
}

/// A client that follows no redirect, keeps no cookie and takes every status as an answer.
pub fn agent() -> Agent {
    Agent::config_builder()
        .http_status_as_error(false)
        .allow_non_standard_methods(true)
        .max_redirects(0)
        .timeout_global(Some(Duration::from_mins(1)))
        .build()
        .into()
}

/// Sends; `Err` when no answer came.
pub fn send(agent: &Agent, request: Request<Vec<u8>>) -> Result<Answer, ureq::Error> {
    let mut response: Response<ureq::Body> = agent.run(request)?;
    let text_of = |value: &ureq::http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    let headers = response.headers().iter().map(|(name, value)| (name.to_string(), text_of(value))).collect();
    let bytes = response.body_mut().with_config().limit(BODY_BYTES_MAX).read_to_vec()?;
    let body = String::from_utf8_lossy(&bytes).into_owned();
    Ok(Answer { status: response.status().as_u16(), headers, body, bytes })
}
