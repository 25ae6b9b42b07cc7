//! What needs a person, most overdue first: one thing about a record or programme, with what to do about it.

use super::row::{Marks, Row};
use crate::calendar;
use crate::call::Millis;
use crate::day;
use crate::live::LiveVersion;
use crate::programme::{Role, programme};
use crate::standing::Standing;

/// Why somebody must look. In the order in which they come where nothing is overdue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// The day that was promised has passed.
    Overdue,
    /// It is at most [`NEAR_DAYS`] away.
    Near,
    LetterFailed,
    LetterUnknown,
    /// Erasure, correction or the like was asked for.
    Asked,
    /// Both have said yes to each other.
    Confirm,
    /// A mentor was asked, and nothing came of it.
    AskAgain,
    New,
    /// A mentor who waits to be reviewed.
    Mentor,
    /// A mentor who has not said whether they are still willing.
    Silent,
    /// Nobody has opened a letter in [`UNCONFIRMED_DAYS`].
    Unconfirmed,
    Suspect,
    /// The facts of a programme were read more than a year ago.
    Review,
}

impl Need {
    pub const ALL: [Self; 13] = [
        Self::Overdue,
        Self::Near,
        Self::LetterFailed,
        Self::LetterUnknown,
        Self::Asked,
        Self::Confirm,
        Self::AskAgain,
        Self::New,
        Self::Mentor,
        Self::Silent,
        Self::Unconfirmed,
        Self::Suspect,
        Self::Review,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Near => "near",
            Self::LetterFailed => "letter-failed",
            Self::LetterUnknown => "letter-unknown",
            Self::Asked => "asked",
            Self::Confirm => "confirm",
            Self::AskAgain => "ask-again",
            Self::New => "new",
            Self::Mentor => "mentor",
            Self::Silent => "silent",
            Self::Unconfirmed => "unconfirmed",
            Self::Suspect => "suspect",
            Self::Review => "review",
        }
    }
}

/// Two working days and a weekend.
pub const NEAR_DAYS: i64 = 4;
/// A week: who has not opened the first letter by then has probably mistyped the address.
pub const UNCONFIRMED_DAYS: i64 = 7;
/// A text is read again every year.
pub const REVIEW_DAYS: i64 = 365;

/// What the thing is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// A record by its reference.
    Record(String),
    /// A programme by its slug.
    Programme(String),
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub need: Need,
    pub about: About,
    /// Days past the promised day; 0 where none has passed.
    pub late_days: i64,
    /// Whether it is a mentee's who went without a mentor last time: among those of the same need they come first.
    pub went_without: bool,
    /// Since when it is so, as far as is known.
    pub since: Millis,
}

/// Everything that needs a person at `now`: at most one thing a record, the most pressing one.
pub fn queue<'a>(
    rows: impl IntoIterator<Item = &'a Row>,
    programmes: impl IntoIterator<Item = &'a LiveVersion>,
    now: Millis,
) -> Vec<Item> {
    let today = calendar::day(now);
    let mut items: Vec<Item> = rows.into_iter().filter_map(|row| of_row(row, &today, now)).collect();
    items.extend(programmes.into_iter().filter_map(|version| of_programme(version, &today)));
    items.sort_by_key(|item| (-item.late_days, item.need, !item.went_without, item.since));
    items
}

/// What is most pressing about a record.
fn of_row(row: &Row, today: &str, now: Millis) -> Option<Item> {
    let late_days = late_days(row, today);
    let need = if row.marks.has(Marks::RESTRICTED) {
        // It rests, but for what its person asks.
        row.marks.has(Marks::ASKED).then_some(Need::Asked)?
    } else {
        need(row, late_days, now)?
    };
    let about = About::Record(row.reference.clone());
    let went_without = row.marks.has(Marks::WENT_WITHOUT);
    Some(Item { need, about, late_days: late_days.unwrap_or(0).max(0), went_without, since: row.received_at })
}

/// Days from the promised day to today, where somebody still waits for it; negative before that day.
pub fn late_days(row: &Row, today: &str) -> Option<i64> {
    let waits = row.is_promised() || row.marks.has(Marks::ASKED);
    row.answer_by.as_deref().filter(|_| waits).and_then(|day| day::days_between(day, today))
}

fn need(row: &Row, late_days: Option<i64>, now: Millis) -> Option<Need> {
    let role = Role::parse(&row.role)?;
    let age_days = now.saturating_sub(row.received_at) / crate::outbox::DAY_MS;
    let is_of_staff = role.is_for_staff() && role != Role::Waiting;
    let is_new = row.standing == Standing::Received && is_of_staff;
    let is_unconfirmed = !row.marks.has(Marks::CONFIRMED) && !row.standing.is_end() && age_days >= UNCONFIRMED_DAYS;
    let candidates = [
        (Need::Overdue, row.is_promised() && late_days.is_some_and(|days| days > 0)),
        (Need::Near, row.is_promised() && late_days.is_some_and(|days| -NEAR_DAYS <= days)),
        (Need::LetterFailed, row.marks.has(Marks::LETTER_FAILED)),
        (Need::LetterUnknown, row.marks.has(Marks::LETTER_UNKNOWN)),
        (Need::Asked, row.marks.has(Marks::ASKED)),
        (Need::Confirm, row.marks.has(Marks::TO_CONFIRM)),
        (Need::AskAgain, row.marks.has(Marks::ASK_AGAIN)),
        (Need::Suspect, row.marks.has(Marks::SUSPECT) && is_new),
        (Need::Mentor, role == Role::Mentor && row.standing.waits_for_staff()),
        (Need::Silent, row.marks.has(Marks::SILENT)),
        (Need::New, is_new),
        (Need::Unconfirmed, is_unconfirmed && is_of_staff),
    ];
    candidates.into_iter().find(|(_, is_so)| *is_so).map(|(need, _)| need)
}

/// Whether a programme's facts are to be read again.
fn of_programme(version: &LiveVersion, today: &str) -> Option<Item> {
    programme(&version.programme)?;
    let age_days = day::days_between(&version.live.reviewed, today)?;
    (age_days > REVIEW_DAYS).then(|| Item {
        need: Need::Review,
        about: About::Programme(version.programme.clone()),
        late_days: 0,
        went_without: false,
        since: calendar::start_of(&version.live.reviewed).unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::live::Live;
    use crate::outbox::DAY_MS;

    /// Saturday 2026-11-28, noon in Stockholm.
    const NOW: Millis = 1_795_863_600_000;

    fn row(standing: Standing, answer_by: Option<&str>, marks: Marks) -> Row {
        Row {
            reference: "AAAA2222".to_owned(),
            programme: "ki-alumni".to_owned(),
            role: "mentee".to_owned(),
            standing,
            version: 1,
            received_at: NOW - DAY_MS,
            answer_by: answer_by.map(str::to_owned),
            name: "Å".to_owned(),
            marks,
        }
    }

    fn needs(rows: &[Row]) -> Vec<(Need, i64)> {
        queue(rows, [], NOW).into_iter().map(|item| (item.need, item.late_days)).collect()
    }

    #[test]
    fn the_most_overdue_comes_first_and_a_record_stands_once() {
        assert_eq!(calendar::day(NOW), "2026-11-28");
        let confirmed = Marks::CONFIRMED;
        let rows = [
            row(Standing::Received, Some("2026-12-10"), confirmed),
            row(Standing::UnderReview, Some("2026-11-27"), confirmed.with(Marks::LETTER_FAILED, true)),
            row(Standing::Received, Some("2026-11-20"), confirmed),
            row(Standing::Received, Some("2026-11-30"), confirmed),
            row(Standing::Paired, Some("2026-11-01"), confirmed),
        ];
        assert_eq!(needs(&rows), [(Need::Overdue, 8), (Need::Overdue, 1), (Need::Near, 0), (Need::New, 0)]);
    }

    #[test]
    fn what_is_not_a_persons_is_never_overdue_and_what_is_restricted_rests() {
        let suspect = Marks::default().with(Marks::SUSPECT, true);
        assert_eq!(needs(&[row(Standing::Received, Some("2026-11-01"), suspect)]), [(Need::Suspect, 0)]);
        let restricted = Marks::default().with(Marks::RESTRICTED, true);
        assert_eq!(needs(&[row(Standing::Received, Some("2026-11-01"), restricted)]), []);
        let asked = restricted.with(Marks::ASKED, true);
        assert_eq!(needs(&[row(Standing::Received, Some("2026-11-29"), asked)]), [(Need::Asked, 0)]);
    }

    #[test]
    fn what_a_person_asks_comes_before_what_is_new_and_also_of_what_has_ended() {
        let asked = Marks::CONFIRMED.with(Marks::ASKED, true);
        assert_eq!(needs(&[row(Standing::Received, None, asked)]), [(Need::Asked, 0)]);
        assert_eq!(needs(&[row(Standing::Withdrawn, None, asked)]), [(Need::Asked, 0)]);
        assert_eq!(needs(&[row(Standing::Withdrawn, None, Marks::CONFIRMED)]), []);
        let rows = [
            row(Standing::Received, Some("2026-11-26"), Marks::CONFIRMED),
            row(Standing::Withdrawn, Some("2026-11-20"), asked),
            row(Standing::Paired, Some("2026-11-27"), asked.with(Marks::RESTRICTED, true)),
        ];
        assert_eq!(needs(&rows), [(Need::Asked, 8), (Need::Overdue, 2), (Need::Asked, 1)], "late is late");
    }

    #[test]
    fn a_pair_to_confirm_and_a_mentee_to_ask_for_again_need_a_person() {
        let confirmed = |mark| Marks::CONFIRMED.with(mark, true);
        assert_eq!(needs(&[row(Standing::AgreedByMentor, None, confirmed(Marks::TO_CONFIRM))]), [(Need::Confirm, 0)]);
        assert_eq!(needs(&[row(Standing::UnderReview, None, confirmed(Marks::ASK_AGAIN))]), [(Need::AskAgain, 0)]);
        assert_eq!(needs(&[row(Standing::AgreedByMentor, None, Marks::CONFIRMED)]), []);
    }

    #[test]
    fn who_went_without_last_time_comes_first_among_those_who_need_the_same_and_not_before_what_is_late() {
        let first = Marks::CONFIRMED.with(Marks::WENT_WITHOUT, true);
        let of = |reference: &str, answer_by, marks, received_at| Row {
            reference: reference.to_owned(),
            received_at,
            ..row(Standing::Received, answer_by, marks)
        };
        let rows = [
            of("OLDEST", None, Marks::CONFIRMED, NOW - 3 * DAY_MS),
            of("FIRST", None, first, NOW - DAY_MS),
            of("NEAR", Some("2026-11-30"), Marks::CONFIRMED, NOW),
            of("LATE", Some("2026-11-27"), Marks::CONFIRMED, NOW),
        ];
        let order: Vec<About> = queue(&rows, [], NOW).into_iter().map(|item| item.about).collect();
        assert_eq!(order, ["LATE", "NEAR", "FIRST", "OLDEST"].map(|reference| About::Record(reference.to_owned())));
    }

    #[test]
    fn a_mentor_who_has_not_said_whether_they_are_still_willing_needs_a_person() {
        let mentor = |marks| Row { role: "mentor".to_owned(), ..row(Standing::Listed, None, marks) };
        assert_eq!(needs(&[mentor(Marks::CONFIRMED.with(Marks::SILENT, true))]), [(Need::Silent, 0)]);
        assert_eq!(needs(&[mentor(Marks::CONFIRMED)]), []);
    }

    #[test]
    fn an_address_that_nobody_confirmed_within_a_week_is_told() {
        let waiting =
            |days: i64| Row { received_at: NOW - days * DAY_MS, ..row(Standing::WithMentor, None, Marks::default()) };
        assert_eq!(needs(&[waiting(6)]), []);
        assert_eq!(needs(&[waiting(7)]), [(Need::Unconfirmed, 0)]);
        let mentor = Row { role: "mentor".to_owned(), ..row(Standing::UnderReview, None, Marks::default()) };
        assert_eq!(needs(&[mentor]), [(Need::Mentor, 0)]);
    }

    #[test]
    fn a_text_that_was_read_over_a_year_ago_is_to_be_read_again() {
        let live = |reviewed: &str| LiveVersion {
            programme: "ki-alumni".to_owned(),
            version: 1,
            at: 0,
            by: None,
            live: Live { reviewed: reviewed.to_owned(), ..Live::of_file(programme("ki-alumni").unwrap(), true) },
        };
        let (old, fresh) = (live("2025-11-27"), live("2025-11-28"));
        let items = queue([], [&old, &fresh], NOW);
        assert_eq!(items.len(), 1);
        assert_eq!((items[0].need, &items[0].about), (Need::Review, &About::Programme("ki-alumni".to_owned())));
    }
}
