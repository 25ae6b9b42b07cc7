//! A mentor as staff keep them beside their answers: who was checked and how, free places, a pause; and the one rule that says
//! whether a mentor can be asked.

use crate::answer;
use crate::call::Millis;
use crate::desk::call::SetMentorRequest;
use crate::ledger::Record;
use crate::problem::{Fault, FaultKind};
use crate::programme::Role;
use crate::question::Kind;
use crate::standing::Standing;
use serde::{Deserialize, Serialize};

/// The longest text of who was checked and how, in Unicode scalar values: two or three sentences.
pub const CHECKED_MAX: u16 = 300;
/// The most free places: twice as many as a form asks about.
pub const FREE_MAX: u32 = 10;
/// The question of how many people a mentor can be a mentor for, in the forms that ask it.
pub const PLACES: &str = "places";
/// The question of how a mentor wants to be shown, in the forms that ask it, and the answer of whoever agrees to be named.
pub const SHOWN: &str = "shown";
pub const SHOWN_BY_NAME: &str = "name";
/// Fields of the form at the desk, and of its faults.
pub const CHECKED_FIELD: &str = "checked";
pub const FREE_FIELD: &str = "free";
pub const PAUSED_FIELD: &str = "paused_until";
/// The hidden field of the mentor's own form: how many free places it showed.
pub const SEEN_FREE_FIELD: &str = "_free";

/// What staff keep of a mentor beside the answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mentor {
    /// Who the mentor is and how that was checked, in staff's words; masked where the record is.
    pub checked: String,
    /// The address of whoever of the staff wrote that.
    pub checked_by: String,
    pub checked_at: Millis,
    /// How many more people the mentor can take. Staff count: no record of a mentee names a mentor.
    pub free: u32,
    /// The last day of a pause, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paused_until: Option<String>,
}

impl Mentor {
    /// The last day of a pause that is not over on a day (`YYYY-MM-DD`).
    pub fn pause(&self, today: &str) -> Option<&str> {
        self.paused_until.as_deref().filter(|last| today <= *last)
    }

    /// What is kept once staff have said this. Whoever writes the same text again has not checked anew.
    pub fn after(known: Option<&Self>, wanted: Wanted, by: &str, now: Millis) -> Self {
        let Wanted { checked, free, paused_until } = wanted;
        match known.filter(|known| known.checked == checked) {
            Some(known) => Self { free, paused_until, ..known.clone() },
            None => Self { checked, checked_by: by.to_owned(), checked_at: now, free, paused_until },
        }
    }
}

/// Whether a mentor can be asked, or why not. In the order in which a list has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Offer {
    /// Nobody has checked who it is, or staff have not decided yet.
    ToReview,
    /// At least one more can be taken.
    Takes,
    Paused,
    Full,
    Left,
    /// Nothing is done with the record but keeping it.
    Restricted,
    /// Declined, or taken back by the person.
    NotListed,
}

impl Offer {
    pub const ALL: [Self; 7] =
        [Self::ToReview, Self::Takes, Self::Paused, Self::Full, Self::Left, Self::Restricted, Self::NotListed];

    pub const fn key(self) -> &'static str {
        match self {
            Self::ToReview => "to-review",
            Self::Takes => "takes",
            Self::Paused => "paused",
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
        (Standing::Listed, Some(mentor)) if mentor.free == 0 => Offer::Full,
        (Standing::Listed, Some(_)) => Offer::Takes,
        (Standing::Received | Standing::UnderReview | Standing::Listed, _) => Offer::ToReview,
        _ => Offer::NotListed,
    })
}

/// What staff say of a mentor, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub checked: String,
    pub free: u32,
    pub paused_until: Option<String>,
}

/// What was typed about a mentor, checked against what stands; every fault at once, at [`CHECKED_FIELD`], [`FREE_FIELD`] and
/// [`PAUSED_FIELD`]. `today` is `YYYY-MM-DD`.
pub fn check(typed: &SetMentorRequest, stands: Option<&Mentor>, today: &str) -> Result<Wanted, Vec<Fault>> {
    let checked = answer::check_text(Kind::LongText { max: CHECKED_MAX }, &typed.checked).map_err(|kind| match kind {
        FaultKind::Missing => FaultKind::NotChecked,
        other => other,
    });
    match (checked, check_offer(&typed.free, &typed.paused_until, stands, today)) {
        (Ok(checked), Ok((free, paused_until))) => Ok(Wanted { checked, free, paused_until }),
        (checked, offer) => {
            let first = checked.err().map(|kind| Fault::of(CHECKED_FIELD, kind));
            Err(first.into_iter().chain(offer.err().unwrap_or_default()).collect())
        }
    }
}

/// Free places and the last day of a pause, as staff or the mentor themself type them, at [`FREE_FIELD`] and [`PAUSED_FIELD`].
pub fn check_offer(
    free: &str,
    paused_until: &str,
    stands: Option<&Mentor>,
    today: &str,
) -> Result<(u32, Option<String>), Vec<Fault>> {
    let free = answer::whole_number(free.trim(), 0, FREE_MAX);
    let stands = stands.and_then(|stands| stands.paused_until.as_deref());
    match (free, last_day(paused_until.trim(), stands, today)) {
        (Ok(free), Ok(paused_until)) => Ok((free, paused_until)),
        (free, paused_until) => {
            let faults = [(FREE_FIELD, free.err()), (PAUSED_FIELD, paused_until.err())];
            Err(faults.into_iter().filter_map(|(field, kind)| Some(Fault::of(field, kind?))).collect())
        }
    }
}

/// The last day of a pause, or none. One that has passed may stand, and not be set.
fn last_day(typed: &str, stands: Option<&str>, today: &str) -> Result<Option<String>, FaultKind> {
    if typed.is_empty() {
        return Ok(None);
    }
    // As three fields give it, `2027-3-1`, or as it is stored.
    let day = answer::date(typed, 1, 9999).map_err(|_| FaultKind::NotADate)?;
    if stands != Some(day.as_str()) && day.as_str() < today { Err(FaultKind::HasPassed) } else { Ok(Some(day)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::sample;

    const TODAY: &str = "2026-11-29";
    const YESTERDAY: &str = "2026-11-28";

    fn kept(free: u32, paused_until: Option<&str>) -> Mentor {
        Mentor {
            checked: "Talade med arbetsplatsen.".to_owned(),
            checked_by: "staff@example.org".to_owned(),
            checked_at: 1,
            free,
            paused_until: paused_until.map(str::to_owned),
        }
    }

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

    fn typed(checked: &str, free: &str, paused_until: &str) -> SetMentorRequest {
        SetMentorRequest {
            reference: String::new(),
            seen: 1,
            checked: checked.to_owned(),
            free: free.to_owned(),
            paused_until: paused_until.to_owned(),
        }
    }

    #[test]
    fn every_fault_is_told_at_once_at_its_field() {
        let faults = |typed: &SetMentorRequest| check(typed, Some(&kept(1, Some(YESTERDAY))), TODAY).unwrap_err();
        let all = [
            Fault::of("checked", FaultKind::NotChecked),
            Fault::of("free", FaultKind::NotANumber),
            Fault::of("paused_until", FaultKind::NotADate),
        ];
        assert_eq!(faults(&typed(" ", "", "mars")), all);
        let long = typed(&"å".repeat(302), "11", "2026-11-27");
        let all = [
            Fault::of("checked", FaultKind::TooLong { max: 300, over: 2 }),
            Fault::of("free", FaultKind::TooLarge { max: 10 }),
            Fault::of("paused_until", FaultKind::HasPassed),
        ];
        assert_eq!(faults(&long), all);
    }

    #[test]
    fn what_is_right_is_kept_without_blanks_and_a_pause_that_is_over_may_stand() {
        let wanted = check(&typed(" Ringde. ", " 3 ", " 2026-11-29 "), None, TODAY).unwrap();
        assert_eq!((wanted.checked.as_str(), wanted.free), ("Ringde.", 3));
        assert_eq!(wanted.paused_until.as_deref(), Some(TODAY));
        assert_eq!(check(&typed("Ringde.", "0", ""), None, TODAY).unwrap().paused_until, None);
        let short = check(&typed("Ringde.", "0", "2027-3-1"), None, TODAY).unwrap();
        assert_eq!(short.paused_until.as_deref(), Some("2027-03-01"));
        let over = typed("Ringde.", "3", YESTERDAY);
        assert!(check(&over, Some(&kept(1, Some(YESTERDAY))), TODAY).is_ok());
        assert!(check(&over, Some(&kept(1, None)), TODAY).is_err());
    }

    #[test]
    fn who_checked_stands_until_another_check_is_written() {
        let first = kept(1, None);
        let wanted = |checked: &str| Wanted { checked: checked.to_owned(), free: 0, paused_until: None };
        let fuller = Mentor::after(Some(&first), wanted(&first.checked), "other@example.org", 2);
        assert_eq!(fuller, kept(0, None));
        let anew = Mentor::after(Some(&first), wanted("Ringde igen."), "other@example.org", 2);
        assert_eq!((anew.checked_by.as_str(), anew.checked_at, anew.free), ("other@example.org", 2, 0));
    }
}
