//! What a mentor states of their independence, where the programme asks for it.

use super::Framework;
use crate::call::Millis;
use crate::independence::Tie;
use serde::{Deserialize, Serialize};

/// What the mentor says of ties to the student or the supervisors; none is "I am independent".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    pub ties: Vec<Tie>,
    pub at: Millis,
    /// How many the mentor has made, with this one.
    #[serde(default = "first")]
    pub number: u32,
}

const fn first() -> u32 {
    1
}

impl Framework {
    /// Whether what the mentor stated is against KI's own rule.
    pub fn is_against_the_rule(&self) -> bool {
        self.statement.as_ref().is_some_and(|statement| statement.ties.iter().any(|tie| tie.is_rule()))
    }

    /// With what the mentor states of ties; the same again is no other statement.
    #[must_use]
    pub fn stated(&self, ties: &[Tie], at: Millis) -> Self {
        let ties: Vec<Tie> = Tie::ALL.into_iter().filter(|tie| ties.contains(tie)).collect();
        let mut next = self.clone();
        if next.statement.as_ref().is_none_or(|statement| statement.ties != ties) {
            let before = next.statement.as_ref().map_or(0, |statement| statement.number);
            next.statement = Some(Statement { ties, at, number: before.saturating_add(1) });
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::{Acceptance, Side, Stage, Version};

    fn begun() -> Framework {
        let first = Version { by: Side::Mentee, at: 1, answers: crate::draft::Answers::new() };
        let accepted = vec![Acceptance { version: 1, by: Side::Mentee, at: 1 }];
        Framework { versions: vec![first], accepted, statement: None, ending: None }
    }

    #[test]
    fn the_same_statement_again_is_no_other_one() {
        let stated = begun().stated(&[Tie::Close, Tie::CoAuthor], 2);
        assert_eq!(stated.stated(&[Tie::CoAuthor, Tie::Close], 9), stated);
        let other = stated.stated(&[], 3).statement.unwrap();
        assert_eq!((other.number, other.ties.len()), (2, 0));
    }

    #[test]
    fn only_a_supervisor_is_against_the_rule() {
        let stated = |ties: &[Tie]| begun().stated(ties, 2);
        for tie in Tie::ALL {
            let stage = if tie == Tie::Supervisor { Stage::NotAllowed } else { Stage::WaitsFor(Side::Mentor) };
            assert_eq!(stated(&[tie]).stage(), stage);
        }
        assert_eq!(stated(&[]).stage(), Stage::WaitsFor(Side::Mentor));
    }
}
