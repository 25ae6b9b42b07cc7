//! Whether a mentor is still willing: when they are asked, what counts as a word of theirs, and from when they are silent.

use super::{Offer, offer};
use crate::calendar;
use crate::call::Millis;
use crate::day;
use crate::ledger::{Event, Happening, Record};
use crate::standing::Standing;
use serde::{Deserialize, Serialize};

/// Half a year after the last word of a mentor's they are asked: twice a year, as PRODUCT.md has it.
pub const ASKED_AFTER_DAYS: i64 = 182;
/// So long they have for an answer: a whole month of holidays, and some days at home after it.
pub const SILENT_AFTER_DAYS: i64 = 30;

/// What a mentor's own page has of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Willing {
    /// The page asks.
    Asked,
    /// The last word of the mentor's was their yes, then.
    Said(Millis),
}

/// Whether an event shows that the mentor takes part: by what they did, or because staff looked at them. What staff change of
/// their places is no word of theirs.
fn is_word(event: &Event) -> bool {
    match event.what {
        Happening::Became(Standing::Listed)
        | Happening::Checked
        | Happening::PlaceTaken
        | Happening::RequestAnswered
        | Happening::SaidWilling => true,
        Happening::OfferSet | Happening::Edited => event.by.is_none(),
        _ => false,
    }
}

/// When the mentor was last heard of.
pub fn heard_at(record: &Record) -> Millis {
    record.history.iter().rev().find(|event| is_word(event)).map_or(record.received_at, |event| event.at)
}

/// When they were asked, if no word of theirs has come since: by the order of events, whatever the clock did.
fn asked_at(record: &Record) -> Option<Millis> {
    let mut newest = record.history.iter().rev();
    let last = newest.find(|event| event.what == Happening::WillingAsked || is_word(event))?;
    (last.what == Happening::WillingAsked).then_some(last.at)
}

fn days_since(at: Millis, today: &str) -> i64 {
    day::days_between(&calendar::day(at), today).unwrap_or_default()
}

/// Whether half a year has passed since then.
pub fn is_long_ago(at: Millis, today: &str) -> bool {
    days_since(at, today) >= ASKED_AFTER_DAYS
}

/// Whether a mentor was asked and has not answered in time.
pub fn is_silent(record: &Record, today: &str) -> bool {
    asked_at(record).is_some_and(|at| days_since(at, today) >= SILENT_AFTER_DAYS)
}

/// Whether the letter is to go to a mentor: one who can be asked, or is full, and has not been heard of in half a year. Who has
/// not answered it is asked no more; that is for staff then.
pub fn is_due(record: &Record, today: &str) -> bool {
    let is_here = matches!(offer(record, today), Some(Offer::Takes | Offer::Full));
    is_here && asked_at(record).is_none() && is_long_ago(heard_at(record), today)
}

/// What the page of a mentor who is listed and checked has of it: also where nobody knows whether the letter arrived.
pub fn on_page(record: &Record, today: &str) -> Option<Willing> {
    if !is_here(record, today) {
        return None;
    }
    if asked_at(record).is_some() || is_long_ago(heard_at(record), today) {
        return Some(Willing::Asked);
    }
    let last = record.history.iter().rev().find(|event| is_word(event))?;
    (last.what == Happening::SaidWilling).then_some(Willing::Said(last.at))
}

/// Whether it can be said of a mentor that they are willing.
pub fn is_here(record: &Record, today: &str) -> bool {
    matches!(offer(record, today), Some(Offer::Takes | Offer::Paused | Offer::Silent | Offer::Full))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::sample;
    use crate::mentor::Mentor;
    use crate::outbox::DAY_MS;
    use crate::programme::Role;

    /// Saturday 2026-11-28, noon in Stockholm.
    const NOW: Millis = 1_795_863_600_000;

    fn mentor(history: &[(Happening, i64)]) -> Record {
        let history: Vec<_> = history.iter().map(|(what, days_ago)| (*what, NOW - days_ago * DAY_MS)).collect();
        let kept = Mentor {
            checked: "Ringde.".to_owned(),
            checked_by: "staff@example.org".to_owned(),
            checked_at: 0,
            free: 1,
            paused_until: None,
            answered_in: Vec::new(),
        };
        let mut record = Record { mentor: Some(Box::new(kept)), ..sample(Standing::Listed, &history) };
        Role::Mentor.slug().clone_into(&mut record.draft.role);
        record
    }

    fn today() -> String {
        calendar::day(NOW)
    }

    const LISTED: Happening = Happening::Became(Standing::Listed);

    #[test]
    fn half_a_year_after_the_last_word_of_a_mentors_they_are_asked() {
        assert!(!is_due(&mentor(&[(LISTED, 181)]), &today()));
        assert!(is_due(&mentor(&[(LISTED, 182)]), &today()));
        for word in [Happening::SaidWilling, Happening::RequestAnswered, Happening::PlaceTaken, Happening::OfferSet] {
            assert!(!is_due(&mentor(&[(LISTED, 900), (word, 181)]), &today()), "{word:?}");
            assert!(is_due(&mentor(&[(LISTED, 900), (word, 182)]), &today()), "{word:?}");
        }
        assert!(is_due(&mentor(&[(LISTED, 900), (Happening::AddressConfirmed, 1)]), &today()));
    }

    #[test]
    fn what_staff_change_of_their_places_is_no_word_of_theirs_and_a_new_check_is() {
        let mut record = mentor(&[(LISTED, 900), (Happening::OfferSet, 1)]);
        record.history[1].by = Some("staff@example.org".to_owned());
        assert!(is_due(&record, &today()));
        record.history[1].what = Happening::Checked;
        assert!(!is_due(&record, &today()));
    }

    #[test]
    fn only_who_is_listed_and_checked_and_does_not_pause_is_asked() {
        let asked = mentor(&[(LISTED, 900)]);
        let with = |change: fn(&mut Record)| {
            let mut record = asked.clone();
            change(&mut record);
            is_due(&record, &today())
        };
        assert!(with(|record| record.mentor.as_mut().unwrap().free = 0), "who is full is still a mentor");
        assert!(!with(|record| record.mentor.as_mut().unwrap().paused_until = Some("2026-11-28".to_owned())));
        assert!(!with(|record| record.mentor = None));
        assert!(!with(|record| record.restricted = true));
        assert!(!with(|record| "x".clone_into(&mut record.draft.website)));
        for standing in [Standing::UnderReview, Standing::Withdrawn, Standing::Ended] {
            assert!(!is_due(&Record { standing, ..asked.clone() }, &today()), "{standing:?}");
        }
    }

    #[test]
    fn who_was_asked_is_silent_after_thirty_days_and_asked_no_more_until_a_word_comes() {
        let asked = |days| mentor(&[(LISTED, 900), (Happening::WillingAsked, days)]);
        assert_eq!(offer(&asked(29), &today()), Some(Offer::Takes));
        assert_eq!(offer(&asked(30), &today()), Some(Offer::Silent));
        assert!(!is_due(&asked(29), &today()) && !is_due(&asked(800), &today()));
        let mut answered = asked(30);
        answered.history.push(Event::of(Happening::SaidWilling, 0));
        assert_eq!(offer(&answered, &today()), Some(Offer::Takes), "whatever the clock said");
    }

    #[test]
    fn a_clock_that_was_set_back_asks_nobody_and_makes_nobody_silent() {
        assert!(!is_long_ago(NOW + 400 * DAY_MS, &today()) && is_long_ago(NOW - 182 * DAY_MS, &today()));
        assert!(!is_due(&mentor(&[(LISTED, -400)]), &today()));
        assert_eq!(offer(&mentor(&[(LISTED, 0), (Happening::WillingAsked, -400)]), &today()), Some(Offer::Takes));
    }

    #[test]
    fn nobody_is_silent_who_was_never_asked() {
        assert_eq!(offer(&mentor(&[(LISTED, 9000)]), &today()), Some(Offer::Takes));
        assert_eq!(offer(&mentor(&[]), &today()), Some(Offer::Takes));
    }

    #[test]
    fn the_page_asks_from_half_a_year_on_and_shows_a_yes_until_then() {
        let page = |history: &[(Happening, i64)]| on_page(&mentor(history), &today());
        assert_eq!(page(&[(LISTED, 182)]), Some(Willing::Asked));
        assert_eq!(page(&[(LISTED, 200), (Happening::WillingAsked, 1)]), Some(Willing::Asked));
        assert_eq!(page(&[(LISTED, 200), (Happening::SaidWilling, 0)]), Some(Willing::Said(NOW)));
        assert_eq!(page(&[(LISTED, 200), (Happening::SaidWilling, 2), (Happening::PlaceTaken, 1)]), None);
        let left = Record { standing: Standing::Ended, ..mentor(&[(LISTED, 200)]) };
        assert_eq!(on_page(&left, &today()), None);
    }
}
