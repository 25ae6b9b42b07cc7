//! A crowd that sends at the same time comes first: what follows an application waits a little, and its receipt does not.

use crate::call::Millis;

/// So many within one second are a crowd: a class that is told to apply now.
const SENDS_A_SECOND: u32 = 10;
/// The outbox waits so long each time, and so long for one crowd. A letter that comes some seconds later is no later to anybody.
pub const PAUSE_MS: Millis = 1_000;
const HELD_MAX_MS: Millis = 15_000;

/// How many have sent something in this second and in the one before, and since when the outbox waits.
#[derive(Clone, Copy, Debug, Default)]
pub struct Crowd {
    second: Millis,
    sends: u32,
    before: u32,
    held_since: Option<Millis>,
}

impl Crowd {
    /// Somebody has sent something.
    #[must_use]
    pub fn came(self, now: Millis) -> Self {
        let turned = self.turned(now);
        Self { sends: turned.sends.saturating_add(1), ..turned }
    }

    /// Whether the outbox waits once more; asked before each round.
    pub fn holds(self, now: Millis) -> (bool, Self) {
        let turned = self.turned(now);
        let is_one = turned.sends.max(turned.before) >= SENDS_A_SECOND;
        let since = turned.held_since.unwrap_or(now);
        let holds = is_one && now.saturating_sub(since) < HELD_MAX_MS;
        (holds, Self { held_since: is_one.then_some(since), ..turned })
    }

    fn turned(self, now: Millis) -> Self {
        let second = now.div_euclid(1_000);
        match second.saturating_sub(self.second) {
            0 => self,
            1 => Self { second, sends: 0, before: self.sends, ..self },
            _ => Self { second, sends: 0, before: 0, ..self },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crowd(sends: u32, at: Millis) -> Crowd {
        (0..sends).fold(Crowd::default(), |crowd, _| crowd.came(at))
    }

    #[test]
    fn the_outbox_waits_for_a_crowd_until_it_has_passed() {
        let crowd = crowd(10, 5_200);
        assert!(crowd.holds(5_900).0 && crowd.holds(6_900).0);
        assert!(!crowd.holds(7_000).0, "two seconds later nobody comes any more");
        assert!(!super::tests::crowd(9, 5_200).holds(5_900).0);
    }

    #[test]
    fn a_crowd_that_does_not_end_holds_it_a_quarter_of_a_minute_and_no_longer() {
        let (mut crowd, mut waited) = (Crowd::default(), 0);
        for second in 0..40 {
            let now = second * 1_000;
            crowd = (0..30).fold(crowd, |crowd, _| crowd.came(now));
            let (holds, next) = crowd.holds(now);
            crowd = next;
            waited += i64::from(holds);
        }
        assert_eq!(waited, 15);
        let (_, quiet) = crowd.holds(45_000);
        let next = (0..10).fold(quiet, |crowd, _| crowd.came(60_000));
        assert!(next.holds(60_000).0, "the next crowd comes first again");
    }
}
