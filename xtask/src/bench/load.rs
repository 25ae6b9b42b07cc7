//! Sends many submissions over a fixed number of kept-alive connections, and says how long each answer took.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use ureq::Agent;

/// On a busy machine the portal may say that it cannot reach the ledger, or a connection may be closed just as it is used again. The
/// send is then repeated under the same id, as the portal's program does it, and its time goes on.
const REPEATS_MAX: usize = 3;
/// Far above any answer of a busy machine; past it something hangs.
const ANSWER_SECONDS_MAX: u64 = 60;

/// One submission on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Send {
    pub body: Vec<u8>,
    /// The address it comes from, as Cloudflare tells the Worker: phones have one each, and what the portal counts for
    /// one network must not grow with the measure.
    pub network: String,
}

/// One round of sending.
#[derive(Debug)]
pub struct Round {
    /// Answers a second, from the first send to the last answer.
    pub rate: f64,
    /// How long each answer took, shortest first.
    milliseconds: Vec<f64>,
    /// Sends that had to be repeated.
    pub repeated: usize,
}

impl Round {
    fn new(elapsed: Duration, mut milliseconds: Vec<f64>, repeated: usize) -> Self {
        milliseconds.sort_by(f64::total_cmp);
        let count = u32::try_from(milliseconds.len()).unwrap_or(u32::MAX);
        Self { rate: f64::from(count) / elapsed.as_secs_f64(), milliseconds, repeated }
    }

    /// The time within which so many of a hundred answers came.
    pub fn percentile(&self, percent: usize) -> f64 {
        let rank = (self.milliseconds.len() * percent).div_ceil(100).max(1);
        self.milliseconds.get(rank - 1).copied().unwrap_or(f64::NAN)
    }
}

/// Sends everything and waits for all answers. One that is not kept in the end fails the round: only what was kept counts.
pub fn send_all(url: &str, sends: &[Send], connections: usize) -> Result<Round> {
    let next = AtomicUsize::new(0);
    let repeated = AtomicUsize::new(0);
    let start = Instant::now();
    let work = || -> Result<Vec<f64>> {
        // One agent for each thread keeps one connection for each thread.
        let agent = agent(ANSWER_SECONDS_MAX);
        let mut times = Vec::new();
        while let Some(one) = sends.get(next.fetch_add(1, Ordering::Relaxed)) {
            let begin = Instant::now();
            let repeats = send_until_kept(&agent, url, one)?;
            times.push(begin.elapsed().as_secs_f64() * 1000.0);
            repeated.fetch_add(repeats.min(1), Ordering::Relaxed);
        }
        Ok(times)
    };
    let times = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..connections).map(|_| scope.spawn(work)).collect();
        let joined = threads.into_iter().map(|thread| match thread.join() {
            Ok(times) => times,
            Err(_) => bail!("a sending thread fell"),
        });
        joined.collect::<Result<Vec<_>>>()
    })?;
    Ok(Round::new(start.elapsed(), times.concat(), repeated.into_inner()))
}

/// Says how often it was repeated.
fn send_until_kept(agent: &Agent, url: &str, one: &Send) -> Result<usize> {
    for repeats in 0..=REPEATS_MAX {
        match send(agent, url, one) {
            Ok((201, _)) => return Ok(repeats),
            // The first answer was lost, and what it told of was kept.
            Ok((200, _)) if repeats > 0 => return Ok(repeats),
            Ok((503, _)) | Err(_) if repeats < REPEATS_MAX => {}
            Ok((status, words)) => bail!("{url} answered {status}: {words}"),
            Err(problem) => return Err(problem),
        }
    }
    bail!("{url} was asked {REPEATS_MAX} times more")
}

/// As the portal's own program sends: the status of the answer and its words.
fn send(agent: &Agent, url: &str, one: &Send) -> Result<(u16, String)> {
    let mut answer = agent
        .post(url)
        .header("Content-Type", "application/json")
        .header("Sec-Fetch-Site", "same-origin")
        .header("X-Portal", "1")
        .header("CF-Connecting-IP", &one.network)
        .send(&one.body)
        .with_context(|| format!("no answer from {url}"))?;
    // Read whole, or the connection could not be used again.
    let words = answer.body_mut().read_to_string()?;
    Ok((answer.status().as_u16(), words))
}

/// A client that takes every status as an answer.
pub fn agent(seconds_max: u64) -> Agent {
    Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(seconds_max)))
        .build()
        .new_agent()
}

/// The round in the middle, so that one disturbed round does not count.
pub fn median<T>(mut rounds: Vec<T>, rate: impl Fn(&T) -> f64) -> Option<T> {
    rounds.sort_by(|one, other| rate(one).total_cmp(&rate(other)));
    let middle = rounds.len() / 2;
    rounds.into_iter().nth(middle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_times_that_were_measured() {
        let times = (1..=200).rev().map(f64::from).collect();
        let round = Round::new(Duration::from_secs(4), times, 0);
        let percentile = |percent| round.percentile(percent).to_string();
        assert_eq!([50, 95, 99, 100].map(percentile), ["100", "190", "198", "200"]);
        assert_eq!(round.rate.to_string(), "50");
        let one = Round::new(Duration::from_secs(1), vec![7.0], 0);
        assert_eq!([1, 50, 99].map(|percent| one.percentile(percent).to_string()), ["7", "7", "7"]);
        assert!(Round::new(Duration::from_secs(1), Vec::new(), 0).percentile(50).is_nan());
    }

    #[test]
    fn the_middle_round_is_taken() {
        assert_eq!(median(vec![9.0, 1.0, 5.0], |rate| *rate), Some(5.0));
        assert_eq!(median(Vec::<f64>::new(), |rate| *rate), None);
    }
}
