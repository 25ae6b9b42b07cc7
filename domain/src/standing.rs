//! Where an application is, and the one table of how it may move on.

use crate::programme::Role;
use serde::{Deserialize, Serialize};

/// Where an application is. Its words: [`crate::words::standing`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Kept; a person at the programme has not taken it up yet.
    Received,
    /// A person at the programme has taken it up.
    UnderReview,
    /// A mentor has been asked.
    WithMentor,
    /// The mentor who was asked has said yes.
    AgreedByMentor,
    /// A mentor who has been reviewed and can be asked.
    Listed,
    /// The programme knows of the two.
    Paired,
    /// What was agreed, offered or asked is over: an end.
    Ended,
    /// The programme said no, and why: an end.
    Declined,
    /// No mentor was found this time: an end.
    NoMatch,
    /// Who waited was told that the programme has opened: an end.
    Told,
    /// Taken back by the person: an end.
    Withdrawn,
}

/// One way on that staff may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    pub role: Role,
    pub from: Standing,
    pub to: Standing,
    /// Whether the person is written to; the letter waits [`LETTER_WAITS_MS`], and until it has gone the move can be undone.
    pub letter: bool,
    /// Whether staff must say why.
    pub reason: bool,
}

/// How long a decision's letter waits: long enough to notice a slip of the hand.
pub const LETTER_WAITS_MS: i64 = 10 * 60 * 1000;

use Standing::{
    AgreedByMentor, Declined, Ended, Listed, NoMatch, Paired, Received, Told, UnderReview, WithMentor, Withdrawn,
};

const fn quiet(role: Role, from: Standing, to: Standing) -> Move {
    Move { role, from, to, letter: false, reason: false }
}

const fn told(role: Role, from: Standing, to: Standing) -> Move {
    Move { role, from, to, letter: true, reason: false }
}

const fn because(role: Role, from: Standing, to: Standing) -> Move {
    Move { role, from, to, letter: true, reason: true }
}

/// Every way on there is for staff. Who waits is told when it opens, whatever staff think of it, and a framework is its two
/// people's: neither stands here.
pub const MOVES: &[Move] = &[
    quiet(Role::Mentee, Received, UnderReview),
    quiet(Role::Mentee, UnderReview, Received),
    told(Role::Mentee, Received, WithMentor),
    told(Role::Mentee, UnderReview, WithMentor),
    quiet(Role::Mentee, WithMentor, UnderReview),
    told(Role::Mentee, WithMentor, AgreedByMentor),
    quiet(Role::Mentee, AgreedByMentor, UnderReview),
    told(Role::Mentee, AgreedByMentor, Paired),
    told(Role::Mentee, Paired, Ended),
    told(Role::Mentee, UnderReview, NoMatch),
    told(Role::Mentee, WithMentor, NoMatch),
    because(Role::Mentee, Received, Declined),
    because(Role::Mentee, UnderReview, Declined),
    quiet(Role::Mentee, NoMatch, UnderReview),
    quiet(Role::Mentee, Declined, UnderReview),
    quiet(Role::Mentor, Received, UnderReview),
    quiet(Role::Mentor, UnderReview, Received),
    told(Role::Mentor, UnderReview, Listed),
    quiet(Role::Mentor, Listed, UnderReview),
    told(Role::Mentor, Listed, Ended),
    because(Role::Mentor, Received, Declined),
    because(Role::Mentor, UnderReview, Declined),
    quiet(Role::Mentor, Declined, UnderReview),
    quiet(Role::Mentor, Ended, UnderReview),
    quiet(Role::Registering, Received, UnderReview),
    quiet(Role::Registering, UnderReview, Received),
    quiet(Role::Registering, Received, Paired),
    quiet(Role::Registering, UnderReview, Paired),
    told(Role::Registering, Paired, Ended),
    quiet(Role::Asking, Received, UnderReview),
    quiet(Role::Asking, UnderReview, Received),
    quiet(Role::Asking, Received, Ended),
    quiet(Role::Asking, UnderReview, Ended),
    quiet(Role::Asking, Ended, UnderReview),
    quiet(Role::Suggesting, Received, UnderReview),
    quiet(Role::Suggesting, UnderReview, Received),
    quiet(Role::Suggesting, Received, Ended),
    quiet(Role::Suggesting, UnderReview, Ended),
    quiet(Role::Suggesting, Ended, UnderReview),
];

/// The ways on from a standing, in the order in which they are offered.
pub fn moves(role: Role, from: Standing) -> impl Iterator<Item = &'static Move> {
    MOVES.iter().filter(move |one| one.role == role && one.from == from)
}

impl Standing {
    pub const ALL: [Self; 11] =
        [Received, UnderReview, WithMentor, AgreedByMentor, Listed, Paired, Ended, Declined, NoMatch, Told, Withdrawn];

    pub const fn key(self) -> &'static str {
        match self {
            Received => "received",
            UnderReview => "under-review",
            WithMentor => "with-mentor",
            AgreedByMentor => "agreed-by-mentor",
            Listed => "listed",
            Paired => "paired",
            Ended => "ended",
            Declined => "declined",
            NoMatch => "no-match",
            Told => "told",
            Withdrawn => "withdrawn",
        }
    }

    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.key() == key)
    }

    /// Whether nothing more happens, unless staff take it up again.
    pub const fn is_end(self) -> bool {
        matches!(self, Ended | Declined | NoMatch | Told | Withdrawn)
    }

    /// Whether the person still waits for word by the day that was promised.
    pub const fn waits_for_staff(self) -> bool {
        matches!(self, Received | UnderReview)
    }

    /// Whether the person of that role's form may take it back. What is of a pair concerns others too.
    pub const fn may_be_withdrawn(self, role: Role) -> bool {
        match role {
            Role::Mentee => matches!(self, Received | UnderReview | WithMentor | AgreedByMentor),
            Role::Mentor => matches!(self, Received | UnderReview | Listed),
            Role::Waiting | Role::Asking | Role::Suggesting | Role::Registering => matches!(self, Received),
            Role::Framework => false,
        }
    }

    /// Whether the person may change what they answered: nobody has taken it up yet.
    pub const fn may_be_changed(self, role: Role) -> bool {
        matches!(self, Received) && Self::is_of_one_who_is_answered(role)
    }

    /// Whether what was taken back may stand again. Whoever waited for an opening asks anew: it may be open by now.
    pub const fn may_return(self, role: Role) -> bool {
        matches!(self, Withdrawn) && Self::is_of_one_who_is_answered(role)
    }

    const fn is_of_one_who_is_answered(role: Role) -> bool {
        !matches!(role, Role::Waiting | Role::Framework)
    }

    /// Where that stands again which was taken back from here. What a mentor was asked, or has said, is asked anew.
    #[must_use]
    pub const fn returns_to(self) -> Self {
        match self {
            Received | Listed => self,
            _ => UnderReview,
        }
    }

    /// The way that staff may take from here to there; to [`Self::Paired`] only what [`crate::ledger::decide`] lets.
    pub fn move_to(self, role: Role, next: Self) -> Option<&'static Move> {
        moves(role, self).find(|one| one.to == next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_move_stands_twice_and_none_leads_nowhere() {
        for (index, one) in MOVES.iter().enumerate() {
            let same = |other: &&Move| (other.role, other.from, other.to) == (one.role, one.from, one.to);
            assert_eq!(MOVES.iter().filter(same).count(), 1, "{index}");
            assert_ne!(one.from, one.to);
        }
    }

    #[test]
    fn what_came_in_can_be_taken_up_and_nobody_leaves_what_the_person_took_back() {
        for role in [Role::Mentee, Role::Mentor, Role::Registering, Role::Asking, Role::Suggesting] {
            assert!(Received.move_to(role, UnderReview).is_some(), "{role:?}");
        }
        for from in [Told, Withdrawn] {
            assert!(MOVES.iter().all(|one| one.from != from));
        }
        assert!(MOVES.iter().all(|one| !matches!(one.role, Role::Waiting | Role::Framework)));
    }

    #[test]
    fn what_can_be_taken_back_can_stand_again_and_never_where_somebody_else_had_a_say() {
        for role in [Role::Mentee, Role::Mentor, Role::Registering, Role::Asking, Role::Suggesting] {
            assert!(Received.may_be_withdrawn(role) && Received.may_be_changed(role) && Withdrawn.may_return(role));
            for standing in Standing::ALL.into_iter().filter(|standing| standing.may_be_withdrawn(role)) {
                assert!(!standing.is_end() && matches!(standing.returns_to(), Received | UnderReview | Listed));
            }
            for standing in Standing::ALL.into_iter().filter(|standing| *standing != Received) {
                assert!(!standing.may_be_changed(role) && !Paired.may_be_withdrawn(role));
            }
        }
        assert!(!Withdrawn.may_return(Role::Waiting) && !Received.may_be_changed(Role::Waiting));
        assert!(Standing::ALL.iter().all(|standing| !standing.may_be_withdrawn(Role::Framework)));
    }

    #[test]
    fn a_no_has_a_reason_and_a_letter() {
        for one in MOVES.iter().filter(|one| one.to == Declined) {
            assert!(one.letter && one.reason);
        }
        for standing in Standing::ALL {
            assert_eq!(Standing::parse(standing.key()), Some(standing));
        }
    }
}
