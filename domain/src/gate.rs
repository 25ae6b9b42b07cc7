//! How many attempts a key may make in a while; a repeated attempt never counts twice.

use crate::call::Millis;
use std::convert::Infallible;

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
    fn a_repeated_id_never_counts() {
        let before = attempts(&[1_000, 2_000]);
        assert_eq!(decide(&before, "id-1000", 2, 60_000, 3_000), Answer::Known);
    }
}
