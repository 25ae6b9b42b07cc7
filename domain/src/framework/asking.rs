//! How far a mentor has been asked, as the letters tell.

use crate::outbox::{Fact, Task, TaskState};
use serde::{Deserialize, Serialize};

/// What has come of the letters that ask a mentor. The student reads no more of them than that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asking {
    /// The letter with the link has not gone yet.
    UnderWay,
    /// It has gone. Where no answer comes there is a reminder.
    Asked,
    /// The reminder has gone too. Where no answer comes the student is told.
    Reminded,
    /// The student was told that no answer came.
    Told,
    /// Nobody knows whether the letter, or the reminder, arrived.
    Unsure,
    /// It was refused, or could not go in all that time.
    Undelivered,
}

impl Asking {
    /// From the tasks of a record.
    pub fn of(tasks: &[Task]) -> Self {
        let state = |fact| tasks.iter().find(|task| task.fact == fact).map(|task| task.state);
        match (state(Fact::MentorLetter), state(Fact::MentorReminder)) {
            (None | Some(TaskState::Waiting | TaskState::Leased), _) => Self::UnderWay,
            (Some(TaskState::GivenUp), _) | (_, Some(TaskState::GivenUp)) => Self::Undelivered,
            (Some(TaskState::Unknown), _) | (_, Some(TaskState::Unknown)) => Self::Unsure,
            (_, Some(TaskState::Done)) if state(Fact::NoAnswerLetter).is_some_and(TaskState::is_final) => Self::Told,
            (_, Some(TaskState::Done)) => Self::Reminded,
            (_, None | Some(TaskState::Waiting | TaskState::Leased)) => Self::Asked,
        }
    }

    /// Whether something went wrong with a letter.
    pub const fn has_failed(self) -> bool {
        matches!(self, Self::Unsure | Self::Undelivered)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(states: &[(Fact, TaskState)]) -> Asking {
        let tasks: Vec<Task> =
            states.iter().map(|(fact, state)| Task { state: *state, ..Task::new(*fact, 0) }).collect();
        Asking::of(&tasks)
    }

    #[test]
    fn asked_is_said_only_of_a_letter_that_has_gone() {
        use Fact::{MentorLetter, MentorReminder, NoAnswerLetter};
        use TaskState::{Done, GivenUp, Leased, Unknown, Waiting};
        for (states, asking) in [
            (&[][..], Asking::UnderWay),
            (&[(MentorLetter, Waiting)], Asking::UnderWay),
            (&[(MentorLetter, Leased), (MentorReminder, Done)], Asking::UnderWay),
            (&[(MentorLetter, GivenUp)], Asking::Undelivered),
            (&[(MentorLetter, Unknown)], Asking::Unsure),
            (&[(MentorLetter, Done)], Asking::Asked),
            (&[(MentorLetter, Done), (MentorReminder, Waiting)], Asking::Asked),
            (&[(MentorLetter, Done), (MentorReminder, GivenUp)], Asking::Undelivered),
            (&[(MentorLetter, Done), (MentorReminder, Unknown), (NoAnswerLetter, Done)], Asking::Unsure),
            (&[(MentorLetter, Done), (MentorReminder, Done), (NoAnswerLetter, Waiting)], Asking::Reminded),
            (&[(MentorLetter, Done), (MentorReminder, Done), (NoAnswerLetter, Done)], Asking::Told),
        ] {
            assert_eq!(of(states), asking, "{states:?}");
        }
    }
}
