//! How long one record is kept: counted in whole days from its last end, by what its programme has decided.

use crate::calendar;
use crate::call::Millis;
use crate::day::Day;
use crate::ledger::{Event, Happening, Record};
use crate::programme::{Decision, programme};
use crate::standing::Standing;

impl Record {
    /// When it last came to an end, where it is at one.
    pub fn ended_at(&self) -> Option<Millis> {
        ended_at(self.standing, &self.history)
    }
}

fn ended_at(standing: Standing, history: &[Event]) -> Option<Millis> {
    let ends = history.iter().filter(|event| match event.what {
        Happening::Became(standing) | Happening::Undone(standing) => standing.is_end(),
        _ => false,
    });
    ends.map(|event| event.at).max().filter(|_| standing.is_end())
}

/// How long a record is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Nobody knows yet, and nothing is erased; who has to decide.
    Undecided(&'static str),
    /// Its programme is no longer in the portal, and what it had decided went with it.
    ProgrammeHasLeft,
    /// So many days after its end.
    AfterEnd(u16),
    /// It has ended; `YYYY-MM-DD` is the first day on which it may be erased.
    Until(String),
}

/// How long a record of that programme is kept, by its standing and history.
pub fn kept(slug: &str, standing: Standing, history: &[Event]) -> Kept {
    kept_since(slug, ended_at(standing, history))
}

/// How long a record of that programme is kept, by when it came to an end.
pub fn kept_since(slug: &str, ended_at: Option<Millis>) -> Kept {
    let Some(programme) = programme(slug) else { return Kept::ProgrammeHasLeft };
    match programme.retention_days {
        Decision::Undecided { who, .. } => Kept::Undecided(who),
        Decision::Decided(days) => {
            let ended_on = ended_at.map(calendar::day);
            ended_on.and_then(|day| first_day_after(&day, days)).map_or(Kept::AfterEnd(days), Kept::Until)
        }
    }
}

/// The first day on which what ended then may be erased: more than so many whole days have passed.
pub(super) fn first_day_after(ended_on: &str, days: u16) -> Option<String> {
    let first_day = Day::parse(ended_on)?.number().saturating_add(i64::from(days)).saturating_add(1);
    Day::of_number(first_day).map(Day::written)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Just before midnight in Stockholm: 2026-11-28 there.
    const ENDED: Millis = 1_795_906_740_000;

    #[test]
    fn who_asks_how_long_is_told_the_day_from_which_it_may_be_erased() {
        let ended = [Event::of(Happening::Became(Standing::Ended), ENDED)];
        assert_eq!(kept("everything", Standing::Received, &[]), Kept::AfterEnd(30));
        assert_eq!(kept("everything", Standing::Ended, &ended), Kept::Until("2026-12-29".to_owned()));
        assert_eq!(kept("everything", Standing::UnderReview, &ended), Kept::AfterEnd(30), "it was taken up again");
        assert_eq!(kept("ki-alumni", Standing::Ended, &ended), Kept::Undecided("Karolinska Institutet"));
        assert_eq!(kept("gone", Standing::Ended, &ended), Kept::ProgrammeHasLeft);
    }
}
