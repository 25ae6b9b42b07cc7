//! Days and meetings as a calendar takes them: an `.ics` file (RFC 5545) for one day to remember, or for a meeting that
//! comes again at the same time in Stockholm, summer and winter, wherever the other person is.

mod file;
mod times;

pub use times::{clock, day_of, days, moment};

use crate::day::Day;
use file::{File, ZONE};

/// What comes with every file.
#[derive(Clone, Copy, Debug)]
pub struct Event<'a> {
    /// Tells this event from every other; the same in a later version of it.
    pub id: &'a str,
    pub title: &'a str,
    pub description: &'a str,
    /// The day on which the file is made, `YYYY-MM-DD`.
    pub made_on: &'a str,
}

/// How often a meeting comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// Every so many weeks, on the same day of the week.
    Weeks(u8),
    /// Every so many months, on the same day of the same week of the month: the second Tuesday stays a Tuesday.
    Months(u8),
}

/// A meeting that comes again.
#[derive(Clone, Copy, Debug)]
pub struct Series<'a> {
    pub event: Event<'a>,
    /// Where the two meet; may be empty.
    pub place: &'a str,
    /// The first meeting, `YYYY-MM-DD`.
    pub first: &'a str,
    /// When it begins in Stockholm, as [`clock`] reads it.
    pub clock: &'a str,
    pub minutes: u16,
    pub rhythm: Rhythm,
    /// The last day on which one may be, `YYYY-MM-DD`.
    pub until: &'a str,
}

/// A file with one whole day and a reminder `days_before` it. `None` for what is not a day written `YYYY-MM-DD`.
pub fn day_to_remember(event: &Event<'_>, day: &str, days_before: u16) -> Option<String> {
    Day::parse(day)?;
    let mut file = File::begin(event);
    file.line(&format!("DTSTART;VALUE=DATE:{}", basic(day)));
    file.line("TRANSP:TRANSPARENT");
    file.reminder(event.title, &format!("-P{days_before}D"));
    Some(file.end())
}

/// A file with the meetings. `None` where a day or the clock is not one, or the last day is before the first.
pub fn meetings(series: &Series<'_>) -> Option<String> {
    let first = Day::parse(series.first)?;
    let clock = clock(series.clock)?;
    let (hour, minute) = clock.split_once(':')?;
    if Day::parse(series.until)? < first {
        return None;
    }
    let mut file = File::begin(&series.event);
    file.line(&format!("DTSTART;TZID={ZONE}:{}T{hour}{minute}00", basic(series.first)));
    file.line(&format!("DURATION:PT{}M", series.minutes));
    // RFC 5545, 3.3.10: in UTC where the start has a zone. Stockholm is one or two hours ahead, so these two moments lie
    // after every meeting of the last day and before any of the next, without asking which of the two it is.
    let end = if hour < "12" { "120000Z" } else { "235959Z" };
    file.line(&format!("RRULE:{};UNTIL={}T{end}", rule(series.rhythm, first), basic(series.until)));
    if !series.place.is_empty() {
        file.text("LOCATION", series.place);
    }
    file.reminder(series.event.title, "-P1D");
    Some(file.end())
}

const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

fn rule(rhythm: Rhythm, first: Day) -> String {
    let day = DAYS.get(first.weekday()).copied().unwrap_or_default();
    match rhythm {
        Rhythm::Weeks(every) => format!("FREQ=WEEKLY;INTERVAL={every};BYDAY={day}"),
        Rhythm::Months(every) => {
            let [.., of_month] = first.parts();
            // Not every month has a fifth: then the last is meant.
            let week = match of_month.div_ceil(7) {
                5 => "-1".to_owned(),
                week => week.to_string(),
            };
            format!("FREQ=MONTHLY;INTERVAL={every};BYDAY={week}{day}")
        }
    }
}

/// `YYYYMMDD` of `YYYY-MM-DD`.
fn basic(day: &str) -> String {
    day.replace('-', "")
}

#[cfg(test)]
mod tests {
    use super::file::LINE_BYTES_MAX;
    use super::*;
    use icalendar::parser::{Component, read_calendar, unfold};
    use proptest::prelude::*;
    use rrule::{RRuleSet, Tz};

    const EVENT: Event<'_> =
        Event { id: "kit-1@mentor.example.org", title: "Möte med mentor", description: "", made_on: "2026-11-24" };

    pub(super) fn series(first: &'static str, rhythm: Rhythm) -> Series<'static> {
        Series { event: EVENT, place: "", first, clock: "15:00", minutes: 60, rhythm, until: "2027-06-30" }
    }

    /// A property of the event, with its parameters, as an independent parser reads it.
    fn property(file: &str, name: &str) -> String {
        let text = unfold(file);
        let calendar = read_calendar(&text).unwrap();
        let is_event = |component: &&Component<'_>| component.name == "VEVENT";
        let event = calendar.components.iter().find(is_event).expect("one event");
        event.properties.iter().find(|one| one.name == name).map_or_else(String::new, |one| one.val.to_string())
    }

    /// When each meeting begins, in Stockholm and in Boston, as an independent reader of the rule has it.
    pub(super) fn occurrences(file: &str) -> Vec<[String; 2]> {
        let set = format!("DTSTART;TZID={ZONE}:{}\nRRULE:{}", property(file, "DTSTART"), property(file, "RRULE"));
        assert!(file.contains(&format!("DTSTART;TZID={ZONE}:")));
        let all = set.parse::<RRuleSet>().unwrap().all(200);
        assert!(!all.limited);
        let written = |at: &chrono::DateTime<Tz>, zone: Tz| at.with_timezone(&zone).format("%F %H:%M").to_string();
        all.dates
            .iter()
            .map(|at| [Tz::Europe__Stockholm, Tz::America__New_York].map(|zone| written(at, zone)))
            .collect()
    }

    #[test]
    fn a_meeting_stays_at_its_time_in_stockholm_when_the_clocks_change_and_is_right_in_boston() {
        let file = meetings(&series("2026-10-20", Rhythm::Weeks(1))).unwrap();
        let autumn = ["2026-10-20 09:00", "2026-10-27 10:00", "2026-11-03 09:00"];
        let found = occurrences(&file);
        assert_eq!(found.iter().map(|[_, boston]| boston.as_str()).take(3).collect::<Vec<_>>(), autumn);
        assert!(found.iter().all(|[stockholm, _]| stockholm.ends_with("15:00")), "{found:?}");
        // In 2027 the United States change on 14 March, Sweden on the 28th.
        for day in ["2027-03-09 09:00", "2027-03-16 10:00", "2027-03-23 10:00", "2027-03-30 09:00"] {
            assert!(found.iter().any(|[_, boston]| boston == day), "{day} in {found:?}");
        }
        assert_eq!(found.last().unwrap()[0], "2027-06-29 15:00");
    }

    #[test]
    fn a_monthly_meeting_keeps_its_day_of_the_week() {
        let days = |first, months| {
            let file = meetings(&series(first, Rhythm::Months(months))).unwrap();
            occurrences(&file).into_iter().map(|[stockholm, _]| stockholm[..10].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(days("2026-12-08", 3), ["2026-12-08", "2027-03-09", "2027-06-08"]);
        assert_eq!(days("2027-01-29", 1)[..3], ["2027-01-29", "2027-02-26", "2027-03-26"]);
    }

    #[test]
    fn a_last_meeting_on_the_last_day_is_still_there_and_one_the_day_after_is_not() {
        let ends = |until| {
            meetings(&Series { until, ..series("2026-10-20", Rhythm::Weeks(1)) }).map(|file| occurrences(&file).len())
        };
        assert_eq!(ends("2026-10-27"), Some(2));
        assert_eq!(ends("2026-10-26"), Some(1));
        assert_eq!(ends("2026-10-19"), None);
        for clock in ["00:00", "00:30", "11:59", "12:00", "23:59"] {
            for (first, until) in [("2026-06-02", "2026-06-09"), ("2026-12-01", "2026-12-08")] {
                let daily = Series { clock, until, ..series(first, Rhythm::Weeks(1)) };
                assert_eq!(occurrences(&meetings(&daily).unwrap()).len(), 2, "{clock} {until}");
                let eve = if until == "2026-06-09" { "2026-06-08" } else { "2026-12-07" };
                let eve = meetings(&Series { until: eve, ..daily }).unwrap();
                assert_eq!(occurrences(&eve).len(), 1, "{clock} the day before {until}");
            }
        }
    }

    #[test]
    fn what_is_typed_arrives_and_no_line_is_too_long() {
        let title =
            "Möte; med, mentor\\ åäö\nnästa rad – 陳大文 med ett långt namn som inte får plats på en rad i filen";
        let event = Event { title, ..EVENT };
        let file = day_to_remember(&event, "2027-02-28", 30).unwrap();
        assert!(file.split("\r\n").all(|line| line.len() <= LINE_BYTES_MAX), "{file}");
        assert_eq!(
            property(&file, "SUMMARY")
                .replace("\\n", "\n")
                .replace("\\;", ";")
                .replace("\\,", ",")
                .replace("\\\\", "\\"),
            title
        );
        assert_eq!(property(&file, "DTSTART"), "20270228");
        assert_eq!(property(&file, "DTSTAMP"), "20261124T000000Z");
    }

    #[test]
    fn what_is_no_time_or_day_makes_no_file() {
        for clock in ["24:00", "15:60", "1500", "", "+1:00", "15:5", "x", ":30"] {
            assert!(meetings(&Series { clock, ..series("2026-10-20", Rhythm::Weeks(1)) }).is_none(), "{clock}");
        }
        assert!(meetings(&series("2026-02-30", Rhythm::Weeks(1))).is_none());
        assert!(day_to_remember(&EVENT, "", 30).is_none());
    }

    proptest! {
        #[test]
        fn whatever_is_typed_stays_in_its_line(title in "\\PC{0,80}", place in any::<String>()) {
            let file = meetings(&Series { event: Event { title: &title, ..EVENT }, place: &place, ..series("2026-10-20", Rhythm::Months(1)) }).unwrap();
            prop_assert_eq!(file.matches("\r\nBEGIN:").count(), 5);
            prop_assert!(file.split("\r\n").all(|line| line.len() <= LINE_BYTES_MAX && !line.contains(['\r', '\n'])));
            prop_assert!(read_calendar(&unfold(&file)).is_ok());
        }
    }
}
