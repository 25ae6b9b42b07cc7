//! Who reviewed a page and when, or honestly nobody.

use domain::fill::fill;
use domain::programme::Programme;
use domain::text::Language;
use domain::words::{date, page};

/// Of a page that belongs to no programme.
pub fn of_text(language: Language) -> String {
    fill(page::NOT_REVIEWED.say(language), &[("date", &date::day(page::WRITTEN, language))])
}

/// Of a programme's pages.
pub fn of_programme(language: Language, programme: &Programme, samples: bool) -> String {
    let day = date::day(programme.reviewed, language);
    match (programme.reviewer.undecided_by(), programme.reviewer.value(samples)) {
        (None, Some(reviewer)) => fill(page::REVIEWED_BY.say(language), &[("reviewer", reviewer), ("date", &day)]),
        (Some(_), Some(sample)) => {
            let marked = format!("{sample} ({})", page::SAMPLE.say(language));
            fill(page::REVIEWED_BY.say(language), &[("reviewer", &marked), ("date", &day)])
        }
        (who, None) => {
            fill(page::REVIEWER_UNDECIDED.say(language), &[("who", who.unwrap_or_default()), ("date", &day)])
        }
    }
}
