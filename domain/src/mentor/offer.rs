//! The one rule that says whether a mentor can be asked.

use super::willing;
use crate::ledger::Record;
use crate::programme::Role;
use crate::standing::Standing;
use serde::{Deserialize, Serialize};

/// Whether a mentor can be asked, or why not. In the order in which a list has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Offer {
    /// Nobody has checked who it is, or staff have not decided yet.
    ToReview,
    /// At least one more can be taken.
    Takes,
    Paused,
    /// Was asked whether they are still willing, and has not said so.
    Silent,
    Full,
    Left,
    /// Nothing is done with the record but keeping it.
    Restricted,
    /// Declined, or taken back by the person.
    NotListed,
}

impl Offer {
    pub const ALL: [Self; 8] = [
        Self::ToReview,
        Self::Takes,
        Self::Paused,
        Self::Silent,
        Self::Full,
        Self::Left,
        Self::Restricted,
        Self::NotListed,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            Self::ToReview => "to-review",
            Self::Takes => "takes",
            Self::Paused => "paused",
            Self::Silent => "silent",
            Self::Full => "full",
            Self::Left => "left",
            Self::Restricted => "restricted",
            Self::NotListed => "not-listed",
        }
    }

    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|offer| offer.key() == key)
    }
}

/// What a mentor's record offers on a day (`YYYY-MM-DD`, Stockholm); nothing where it is not a mentor's.
pub fn offer(record: &Record, today: &str) -> Option<Offer> {
    if record.role() != Some(Role::Mentor) {
        return None;
    }
    Some(match (record.standing, record.mentor.as_deref()) {
        (Standing::Ended, _) => Offer::Left,
        _ if record.restricted => Offer::Restricted,
        // What is probably not a person is asked nothing.
        _ if record.draft.is_suspect() => Offer::ToReview,
        (Standing::Listed, Some(mentor)) if mentor.pause(today).is_some() => Offer::Paused,
        (Standing::Listed, Some(_)) if willing::is_silent(record, today) => Offer::Silent,
        (Standing::Listed, Some(mentor)) if mentor.free == 0 => Offer::Full,
        (Standing::Listed, Some(_)) => Offer::Takes,
        (Standing::Received | Standing::UnderReview | Standing::Listed, _) => Offer::ToReview,
        _ => Offer::NotListed,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::sample;
    use crate::mentor::{Mentor, kept};

    const TODAY: &str = "2026-11-29";
    const YESTERDAY: &str = "2026-11-28";

    fn record(role: Role, standing: Standing, mentor: Option<Mentor>) -> Record {
        let mut record = Record { mentor: mentor.map(Box::new), ..sample(standing, &[]) };
        record.draft.role = role.slug().to_owned();
        record
    }

    fn offered(standing: Standing, mentor: Option<Mentor>) -> Option<Offer> {
        offer(&record(Role::Mentor, standing, mentor), TODAY)
    }

    #[test]
    fn a_mentor_who_is_listed_and_checked_takes_as_many_as_are_free() {
        assert_eq!(offered(Standing::Listed, Some(kept(1, None))), Some(Offer::Takes));
        assert_eq!(offered(Standing::Listed, Some(kept(0, None))), Some(Offer::Full));
    }

    #[test]
    fn a_pause_holds_through_its_last_day_and_is_said_before_full() {
        assert_eq!(offered(Standing::Listed, Some(kept(0, Some(TODAY)))), Some(Offer::Paused));
        assert_eq!(offered(Standing::Listed, Some(kept(2, Some("2027-03-01")))), Some(Offer::Paused));
        assert_eq!(offered(Standing::Listed, Some(kept(2, Some(YESTERDAY)))), Some(Offer::Takes));
        assert_eq!(offered(Standing::Listed, Some(kept(0, Some(YESTERDAY)))), Some(Offer::Full));
    }

    #[test]
    fn nobody_is_asked_before_they_were_checked_and_listed() {
        let mut suspect = record(Role::Mentor, Standing::Listed, Some(kept(2, None)));
        "filled".clone_into(&mut suspect.draft.website);
        assert_eq!(offer(&suspect, TODAY), Some(Offer::ToReview), "what is probably not a person");
        for standing in [Standing::Received, Standing::UnderReview] {
            assert_eq!(offered(standing, None), Some(Offer::ToReview));
            assert_eq!(offered(standing, Some(kept(2, None))), Some(Offer::ToReview), "{standing:?}");
        }
        assert_eq!(offered(Standing::Listed, None), Some(Offer::ToReview), "listed before there were checks");
        for standing in [Standing::Declined, Standing::Withdrawn] {
            assert_eq!(offered(standing, Some(kept(2, None))), Some(Offer::NotListed));
        }
    }

    #[test]
    fn who_has_left_has_left_and_what_is_restricted_rests_whatever_else_is_so() {
        let restricted =
            |standing, mentor| offer(&Record { restricted: true, ..record(Role::Mentor, standing, mentor) }, TODAY);
        assert_eq!(offered(Standing::Ended, Some(kept(2, Some(TODAY)))), Some(Offer::Left));
        assert_eq!(restricted(Standing::Ended, None), Some(Offer::Left));
        for standing in [Standing::Received, Standing::Listed, Standing::Declined] {
            assert_eq!(restricted(standing, Some(kept(2, None))), Some(Offer::Restricted), "{standing:?}");
        }
    }

    #[test]
    fn only_a_mentors_record_offers_anything() {
        assert_eq!(offer(&record(Role::Mentee, Standing::Listed, Some(kept(2, None))), TODAY), None);
        for offer in Offer::ALL {
            assert_eq!(Offer::parse(offer.key()), Some(offer));
            assert_eq!(serde_json::to_string(&offer).unwrap(), format!("\"{}\"", offer.key()));
        }
        assert_eq!(Offer::parse("x"), None);
    }
}
