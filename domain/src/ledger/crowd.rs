//! A crowd that sends at the same time comes first: what follows an application waits a little, and its receipt does not.

use crate::call::Millis;

/// So many within one second are a crowd: a class that is told to apply now.
const SENDS_A_SECOND: u32 = 10;
/// The outbox waits so long each time. A letter that comes some seconds later is no later to anybody.
pub const PAUSE_MS: Millis = 1_000;
/// Seconds of each minute in which it waits at most: whoever sends without end holds up no letters.
const HELD_MAX: u32 = 15;

/// How many have sent something in this second and in the one before, and how long the outbox has waited in this minute.
#[derive(Clone, Copy, Debug, Default)]
pub struct Crowd {
    second: Millis,
    sends: u32,
    before: u32,
    /// Seconds in which it waited, and the last of them.
    held: u32,
    held_in: Millis,
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
        let is_same_minute = turned.held_in.div_euclid(60) == turned.second.div_euclid(60);
        let held = if is_same_minute { turned.held } else { 0 };
        let is_counted = held > 0 && turned.held_in == turned.second;
        if !is_one || (held >= HELD_MAX && !is_counted) {
            return (false, turned);
        }
        (true, Self { held: held.saturating_add(u32::from(!is_counted)), held_in: turned.second, ..turned })
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
    fn whoever_sends_without_end_holds_it_a_quarter_of_each_minute() {
        for (sends, waits) in [([30, 30, 30], 30), ([12, 8, 0], 30), ([9, 9, 9], 0)] {
            let (mut crowd, mut waited) = (Crowd::default(), 0);
            for (second, sends) in (0..120).zip(sends.into_iter().cycle()) {
                let now = second * 1_000;
                crowd = (0..sends).fold(crowd, |crowd, _| crowd.came(now));
                let (holds, next) = crowd.holds(now);
                assert_eq!(next.holds(now + 999).0, holds, "a second is counted once");
                crowd = next;
                waited += u32::from(holds);
            }
            assert_eq!(waited, waits, "{sends:?}");
        }
    }
}
