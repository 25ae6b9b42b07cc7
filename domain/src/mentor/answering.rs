//! How soon a mentor usually answers when they are asked: told only where it is known from several times.

use super::Mentor;
use crate::call::Millis;
use crate::outbox::DAY_MS;

/// Answers that are remembered: what somebody did long ago says little.
pub const REMEMBERED_MAX: usize = 5;
/// From so many on it is told: one quick answer is no habit.
const TOLD_FROM: usize = 3;

impl Mentor {
    /// As they are once they have answered what they were asked then: yes, no, or a question of their own.
    #[must_use]
    pub fn answered(mut self, asked_at: Millis, now: Millis) -> Self {
        let days = now.saturating_sub(asked_at).max(0).checked_div(DAY_MS).unwrap_or_default().saturating_add(1);
        self.answered_in.push(u32::try_from(days).unwrap_or(u32::MAX));
        let over = self.answered_in.len().saturating_sub(REMEMBERED_MAX);
        self.answered_in.drain(..over);
        self
    }

    /// Within how many days they usually answer, at least 1: more than half of what is remembered was as soon.
    pub fn usual_days(&self) -> Option<u32> {
        let mut days = self.answered_in.clone();
        days.sort_unstable();
        days.get(days.len().checked_div(2).unwrap_or_default()).copied().filter(|_| days.len() >= TOLD_FROM)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mentor(answered_in: &[u32]) -> Mentor {
        Mentor {
            checked: "Ringde.".to_owned(),
            checked_by: "staff@example.org".to_owned(),
            checked_at: 1,
            free: 2,
            paused_until: None,
            answered_in: answered_in.to_vec(),
        }
    }

    #[test]
    fn the_last_five_are_remembered_in_days_begun() {
        let mentor = mentor(&[9, 8, 7, 6]).answered(0, 0).answered(5, 5 + DAY_MS - 1).answered(0, DAY_MS);
        assert_eq!(mentor.answered_in, [7, 6, 1, 1, 2]);
        assert_eq!(mentor.answered(DAY_MS, 0).answered_in.last(), Some(&1), "a clock that was set back");
    }

    #[test]
    fn what_is_usual_is_known_from_three_answers_on_and_is_no_record() {
        assert_eq!((mentor(&[]).usual_days(), mentor(&[1, 1]).usual_days()), (None, None));
        assert_eq!(mentor(&[1, 9, 2]).usual_days(), Some(2));
        assert_eq!(mentor(&[1, 9, 2, 8]).usual_days(), Some(8), "rather too long than too short");
        assert_eq!(mentor(&[9, 1, 1, 2, 9]).usual_days(), Some(2));
    }
}
