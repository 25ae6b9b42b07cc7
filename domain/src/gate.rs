//! How many attempts a key may make in a while; a repeated attempt never counts twice.

use crate::call::Millis;

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
    if counted.iter().any(|earlier| earlier.attempt == attempt) {
        return Answer::Known;
    }
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    if counted.len() < limit {
        return Answer::Count;
    }
    counted.sort_by_key(|earlier| earlier.at);
    // There is room again when the oldest of the last `limit` leaves the window.
    let leaves_at =
        counted.get(counted.len().saturating_sub(limit)).map_or(now, |oldest| oldest.at.saturating_add(window_ms));
    let wait_ms = leaves_at.saturating_sub(now).max(1000);
    Answer::Wait {
        seconds: u32::try_from(wait_ms.saturating_add(999).checked_div(1000).unwrap_or(1)).unwrap_or(u32::MAX),
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
    fn a_repeated_id_never_counts() {
        let before = attempts(&[1_000, 2_000]);
        assert_eq!(decide(&before, "id-1000", 2, 60_000, 3_000), Answer::Known);
    }
}
