//! How many attempts a key may make in a while; a repeated attempt never counts twice.

use crate::call::Millis;
use std::collections::BTreeMap;
use std::convert::Infallible;

/// Attempts of one network in a window of so many seconds, where nothing else is configured: a class shares one address.
pub const NETWORK_LIMIT: u32 = 300;
pub const NETWORK_WINDOW_S: u32 = 600;

/// One attempt that counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    pub attempt: String,
    pub at: Millis,
}

/// Whether one more may be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Let it pass and count it.
    Count,
    /// Let it pass; it counted before.
    Known,
    /// Too many: wait so many seconds.
    Wait { seconds: u32 },
}

/// Decides over the attempts of one key inside the window that ends now.
pub fn decide(before: &[Attempt], attempt: &str, limit: u32, window_ms: Millis, now: Millis) -> Answer {
    let mut counted: Vec<&Attempt> =
        before.iter().filter(|earlier| earlier.at > now.saturating_sub(window_ms)).collect();
    let counts = Counts {
        counted: u32::try_from(counted.len()).unwrap_or(u32::MAX),
        is_known: counted.iter().any(|earlier| earlier.attempt == attempt),
    };
    let leaves_last = |newest: u32| {
        counted.sort_by_key(|earlier| earlier.at);
        let newest = usize::try_from(newest).unwrap_or(usize::MAX);
        Ok::<_, Infallible>(counted.get(counted.len().saturating_sub(newest)).map(|earlier| earlier.at))
    };
    match decide_by(counts, limit, window_ms, now, leaves_last) {
        Ok(answer) => answer,
        Err(never) => match never {},
    }
}

/// What is known of the attempts of one key inside the window that ends now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    pub counted: u32,
    /// Whether the attempt is one of them.
    pub is_known: bool,
}

/// As [`decide`], by counts alone, so that nobody reads a crowd's attempts one by one. `leaves_last` is asked only where there
/// are too many: the time of the earliest of so many newest.
pub fn decide_by<E>(
    counts: Counts,
    limit: u32,
    window_ms: Millis,
    now: Millis,
    leaves_last: impl FnOnce(u32) -> Result<Option<Millis>, E>,
) -> Result<Answer, E> {
    if counts.is_known {
        return Ok(Answer::Known);
    }
    if counts.counted < limit {
        return Ok(Answer::Count);
    }
    // There is room again when the oldest of the last `limit` leaves the window.
    let leaves_at = leaves_last(limit)?.map_or(now, |at| at.saturating_add(window_ms));
    let wait_ms = leaves_at.saturating_sub(now).max(1000);
    let seconds = u32::try_from(wait_ms.saturating_add(999).checked_div(1000).unwrap_or(1)).unwrap_or(u32::MAX);
    Ok(Answer::Wait { seconds })
}

/// Keys that are held at a time; with more, each is counted at the gate at once.
const KEYS_MAX: usize = 1000;

/// The few attempts that almost every key makes, held where they arrive: the gate, which is far away, hears of them only once a
/// key has made more. It then hears of all, so nothing that came to one place is left out.
#[derive(Debug, Default)]
pub struct Few {
    keys: BTreeMap<String, Held>,
}

#[derive(Debug)]
struct Held {
    since: Millis,
    attempts: Vec<String>,
    /// Whether the gate knows of them.
    is_told: bool,
}

impl Few {
    /// Nothing: the attempt is one of at most `most` and may go on. Otherwise the gate is to be asked, and told of these before.
    pub fn come(
        &mut self,
        key: &str,
        attempt: &str,
        most: usize,
        window_ms: Millis,
        now: Millis,
    ) -> Option<Vec<String>> {
        if most == 0 {
            return Some(Vec::new());
        }
        let is_over = |held: &Held| held.since <= now.saturating_sub(window_ms);
        if self.keys.len() >= KEYS_MAX && !self.keys.contains_key(key) {
            self.keys.retain(|_, held| !is_over(held));
            if self.keys.len() >= KEYS_MAX {
                return Some(Vec::new());
            }
        }
        let fresh = || Held { since: now, attempts: Vec::new(), is_told: false };
        let held = self.keys.entry(key.to_owned()).or_insert_with(fresh);
        if is_over(held) {
            *held = fresh();
        }
        if held.is_told {
            return Some(Vec::new());
        }
        if held.attempts.iter().any(|known| known == attempt) {
            return None;
        }
        if held.attempts.len() >= most {
            return Some(held.attempts.clone());
        }
        held.attempts.push(attempt.to_owned());
        None
    }

    /// The gate has counted what was held.
    pub fn told(&mut self, key: &str) {
        if let Some(held) = self.keys.get_mut(key) {
            held.is_told = true;
            held.attempts = Vec::new();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attempts(times: &[Millis]) -> Vec<Attempt> {
        times.iter().map(|at| Attempt { attempt: format!("id-{at}"), at: *at }).collect()
    }

    #[test]
    fn the_limit_is_exact_and_says_how_long_to_wait() {
        let before = attempts(&[1_000, 2_000, 3_000]);
        assert_eq!(decide(&before, "new", 4, 60_000, 4_000), Answer::Count);
        assert_eq!(decide(&before, "new", 3, 60_000, 4_000), Answer::Wait { seconds: 57 });
        assert_eq!(decide(&before, "new", 3, 60_000, 61_000), Answer::Count);
        assert_eq!(decide(&[], "new", 0, 60_000, 0), Answer::Wait { seconds: 1 });
    }

    #[test]
    fn the_gate_hears_of_a_key_that_made_more_than_a_few_and_then_of_all() {
        let mut few = Few::default();
        for attempt in ["a", "b", "a", "b"] {
            assert_eq!(few.come("class", attempt, 2, 60_000, 1_000), None, "{attempt}");
        }
        let all = Some(vec!["a".to_owned(), "b".to_owned()]);
        assert_eq!(few.come("class", "c", 2, 60_000, 2_000), all);
        assert_eq!(few.come("class", "c", 2, 60_000, 2_000), all, "the gate was not reached");
        few.told("class");
        assert_eq!(few.come("class", "a", 2, 60_000, 3_000), Some(Vec::new()), "the gate knows it");
        assert_eq!(few.come("home", "a", 2, 60_000, 3_000), None, "another key has its own");
        assert_eq!(few.come("class", "d", 2, 60_000, 61_000), None, "the window is over");
        assert_eq!(few.come("desk", "a", 0, 60_000, 1_000), Some(Vec::new()), "what is counted exactly");
    }

    #[test]
    fn a_flood_of_keys_is_counted_at_the_gate_and_fills_no_memory() {
        let mut few = Few::default();
        for key in 0..KEYS_MAX {
            assert_eq!(few.come(&key.to_string(), "a", 1, 60_000, 1_000), None);
        }
        assert_eq!(few.come("new", "a", 1, 60_000, 1_000), Some(Vec::new()));
        assert_eq!(few.come("0", "b", 1, 60_000, 1_000), Some(vec!["a".to_owned()]));
        assert_eq!(few.come("new", "a", 1, 60_000, 61_000), None, "old ones make room");
        assert_eq!(few.keys.len(), 1);
    }

    #[test]
    fn a_repeated_id_never_counts() {
        let before = attempts(&[1_000, 2_000]);
        assert_eq!(decide(&before, "id-1000", 2, 60_000, 3_000), Answer::Known);
    }
}
