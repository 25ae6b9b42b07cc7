//! A mentor as staff keep them beside their answers: who was checked and how, free places, a pause. Whether a mentor can be asked is
//! one rule: [`offer`].

mod answering;
mod offer;
pub mod willing;

pub use answering::REMEMBERED_MAX;
pub use offer::{Offer, offer};

use crate::answer;
use crate::call::Millis;
use crate::desk::call::SetMentorRequest;
use crate::problem::{Fault, FaultKind};
use crate::question::Kind;
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
    /// Within how many days they answered when they were asked, the last time last; at most [`REMEMBERED_MAX`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answered_in: Vec<u32>,
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
            None => Self {
                checked,
                checked_by: by.to_owned(),
                checked_at: now,
                free,
                paused_until,
                answered_in: known.map_or_else(Vec::new, |known| known.answered_in.clone()),
            },
        }
    }
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

/// What is kept of a made-up mentor, for tests.
#[cfg(test)]
fn kept(free: u32, paused_until: Option<&str>) -> Mentor {
    Mentor {
        checked: "Talade med arbetsplatsen.".to_owned(),
        checked_by: "staff@example.org".to_owned(),
        checked_at: 1,
        free,
        paused_until: paused_until.map(str::to_owned),
        answered_in: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: &str = "2026-11-29";
    const YESTERDAY: &str = "2026-11-28";

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
