//! What a student and their mentor agree on: every version, who accepted which, and how it ended. Decided here alone; the
//! answers are those of the form of role [`Role::Framework`](crate::programme::Role::Framework).

mod asking;
mod statement;

pub use asking::Asking;
pub use statement::Statement;

use crate::call::Millis;
use crate::draft::{Answers, Draft};
use crate::programme::{Form, Page};
use serde::{Deserialize, Serialize};

/// The page of the form that says who the two are; it is never changed, because letters go where it says.
pub const PARTIES: &str = "parties";
/// The page of the notice, which one person reads for themselves.
const NOTICE: &str = "notice";
/// The questions of [`PARTIES`].
pub const MENTEE_NAME: &str = "name";
pub const MENTEE_EMAIL: &str = "email";
pub const MENTOR_NAME: &str = "mentor-name";
pub const MENTOR_EMAIL: &str = "mentor-email";

/// Versions one framework may have: at their longest they fit into a row of the ledger with all the rest.
pub const VERSIONS_MAX: usize = 20;

/// One of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    Mentee,
    Mentor,
}

impl Side {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Mentee => "mentee",
            Self::Mentor => "mentor",
        }
    }

    pub fn parse(key: &str) -> Option<Self> {
        [Self::Mentee, Self::Mentor].into_iter().find(|side| side.key() == key)
    }

    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Mentee => Self::Mentor,
            Self::Mentor => Self::Mentee,
        }
    }
}

/// One wording, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    pub by: Side,
    pub at: Millis,
    /// To the questions that are agreed on ([`pages`]).
    pub answers: Answers,
}

/// Somebody accepted a version. Whoever proposes one accepts it by that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acceptance {
    /// 1 is the first.
    pub version: u32,
    pub by: Side,
    pub at: Millis,
}

/// It is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    pub by: Side,
    pub at: Millis,
    /// Everything is erased as soon as both have been told.
    pub erases: bool,
}

/// A framework with its history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Framework {
    /// Oldest first; never empty.
    pub versions: Vec<Version>,
    pub accepted: Vec<Acceptance>,
    /// The mentor's last word on independence, where the programme asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<Statement>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ending: Option<Ending>,
}

/// Where a framework is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The mentor has not answered.
    Asked,
    /// Both accepted the newest version.
    Agreed,
    /// The newest version waits for that side.
    WaitsFor(Side),
    /// The mentor stated what KI's rule does not allow.
    NotAllowed,
    Ended,
}

/// The pages whose answers are agreed on.
pub fn pages(form: &'static Form) -> impl Iterator<Item = &'static Page> {
    form.pages.iter().filter(|page| !matches!(page.id, PARTIES | NOTICE))
}

/// What the page of meetings takes over of a framework: its field, and the question that has the answer.
pub const OF_MEETINGS: [(&str, &str); 5] =
    [("often", "how-often"), ("long", "how-long"), ("place", "where"), ("books", "who-books"), ("last", "until")];

/// The agreed answers among those of a form.
pub fn agreed(form: &'static Form, answers: &Answers) -> Answers {
    let questions = pages(form).flat_map(|page| page.questions);
    let known = questions.filter_map(|question| answers.get_key_value(question.id));
    known.map(|(id, values)| (id.clone(), values.clone())).collect()
}

impl Framework {
    /// As the student shares it.
    pub fn of(draft: &Draft, at: Millis) -> Option<Self> {
        let (_, form) = draft.form().ok()?;
        let first = Version { by: Side::Mentee, at, answers: agreed(form, &draft.answers) };
        let accepted = vec![Acceptance { version: 1, by: Side::Mentee, at }];
        Some(Self { versions: vec![first], accepted, statement: None, ending: None })
    }

    /// The number of the newest version.
    pub fn newest(&self) -> u32 {
        u32::try_from(self.versions.len()).unwrap_or(u32::MAX)
    }

    pub fn has_accepted(&self, side: Side, version: u32) -> bool {
        self.accepted.iter().any(|acceptance| acceptance.by == side && acceptance.version == version)
    }

    /// The newest version that both accepted.
    pub fn in_force(&self) -> Option<u32> {
        let both =
            |version: &u32| self.has_accepted(Side::Mentee, *version) && self.has_accepted(Side::Mentor, *version);
        (1..=self.newest()).rev().find(both)
    }

    /// The answers of a version, 1 being the first.
    pub fn answers(&self, version: u32) -> Option<&Answers> {
        let index = usize::try_from(version).ok()?.checked_sub(1)?;
        self.versions.get(index).map(|version| &version.answers)
    }

    /// The version that is shown: of a framework that has ended the one that held, where one did.
    pub fn shown(&self) -> u32 {
        let held = self.ending.and_then(|_| self.in_force());
        held.unwrap_or_else(|| self.newest())
    }

    /// What the newest version is compared with: the one that holds, else the one before it.
    pub fn earlier(&self) -> Option<&Answers> {
        let newest = self.newest();
        match self.in_force() {
            Some(version) if version == newest => None,
            Some(version) => self.answers(version),
            None => self.answers(newest.checked_sub(1)?),
        }
    }

    /// Whether the mentor has said anything at all.
    pub fn is_answered(&self) -> bool {
        self.statement.is_some()
            || self.accepted.iter().any(|acceptance| acceptance.by == Side::Mentor)
            || self.versions.iter().any(|version| version.by == Side::Mentor)
    }

    pub fn stage(&self) -> Stage {
        let newest = self.newest();
        if self.ending.is_some() {
            Stage::Ended
        } else if self.is_against_the_rule() {
            Stage::NotAllowed
        } else if !self.is_answered() {
            Stage::Asked
        } else if !self.has_accepted(Side::Mentor, newest) {
            Stage::WaitsFor(Side::Mentor)
        } else if !self.has_accepted(Side::Mentee, newest) {
            Stage::WaitsFor(Side::Mentee)
        } else {
            Stage::Agreed
        }
    }

    /// One more version, accepted by whoever proposes it, unless what the mentor states is against KI's rule.
    #[must_use]
    pub fn proposed(&self, by: Side, at: Millis, answers: Answers, accepts: bool) -> Self {
        let mut next = self.clone();
        next.versions.push(Version { by, at, answers });
        if accepts {
            next.accepted.push(Acceptance { version: next.newest(), by, at });
        }
        next
    }

    /// Accepted by a side; twice is the same as once.
    #[must_use]
    pub fn accepted_by(&self, by: Side, at: Millis) -> Self {
        let mut next = self.clone();
        let version = next.newest();
        if !next.has_accepted(by, version) {
            next.accepted.push(Acceptance { version, by, at });
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(topics: &str) -> Answers {
        [("topics".to_owned(), vec![topics.to_owned()])].into()
    }

    fn begun() -> Framework {
        let first = Version { by: Side::Mentee, at: 1, answers: answers("first") };
        let accepted = vec![Acceptance { version: 1, by: Side::Mentee, at: 1 }];
        Framework { versions: vec![first], accepted, statement: None, ending: None }
    }

    #[test]
    fn what_both_accepted_holds_until_both_accept_something_else() {
        let agreed = begun().accepted_by(Side::Mentor, 2);
        assert_eq!((begun().stage(), begun().in_force()), (Stage::Asked, None));
        assert_eq!((agreed.stage(), agreed.in_force()), (Stage::Agreed, Some(1)));
        assert_eq!(agreed.accepted_by(Side::Mentor, 9), agreed, "twice is once");
        let changed = agreed.proposed(Side::Mentee, 3, answers("second"), true);
        assert_eq!((changed.stage(), changed.in_force()), (Stage::WaitsFor(Side::Mentor), Some(1)));
        assert_eq!(changed.earlier(), Some(&answers("first")));
        let again = changed.proposed(Side::Mentor, 4, answers("third"), true);
        assert_eq!((again.stage(), again.in_force()), (Stage::WaitsFor(Side::Mentee), Some(1)));
        assert_eq!(again.accepted_by(Side::Mentee, 5).in_force(), Some(3));
        assert_eq!(again.accepted_by(Side::Mentee, 5).earlier(), None);
    }

    #[test]
    fn what_a_mentor_proposes_and_may_not_accept_waits_for_them() {
        let proposed = begun().proposed(Side::Mentor, 2, answers("second"), false);
        assert_eq!(proposed.stage(), Stage::WaitsFor(Side::Mentor));
        assert_eq!(proposed.earlier(), Some(&answers("first")));
        let accepted = proposed.accepted_by(Side::Mentee, 3);
        assert_eq!((accepted.stage(), accepted.in_force()), (Stage::WaitsFor(Side::Mentor), None));
        assert_eq!(accepted.accepted_by(Side::Mentor, 4).stage(), Stage::Agreed);
    }

    #[test]
    fn what_nobody_agreed_on_is_not_shown_of_a_framework_that_has_ended() {
        let agreed = begun().accepted_by(Side::Mentor, 2);
        let changed = agreed.proposed(Side::Mentee, 3, answers("second"), true);
        let ending = Some(Ending { by: Side::Mentee, at: 4, erases: false });
        assert_eq!((changed.shown(), Framework { ending, ..changed }.shown()), (2, 1));
        assert_eq!(Framework { ending, ..begun() }.shown(), 1);
    }
}
