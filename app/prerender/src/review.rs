//! Who reviewed a page and when, or honestly nobody.

use domain::fill::fill;
use domain::live::Sentence;
use domain::programme::Programme;
use domain::text::Language;
use domain::words::page::programme::reviewed;
use domain::words::{date, page};

/// The line in the foot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    pub text: String,
    /// Where staff can say something else.
    pub place: Option<String>,
}

/// Of a page that belongs to no programme.
pub fn of_text(language: Language) -> Review {
    let text = fill(page::NOT_REVIEWED.say(language), &[("date", &date::day(page::WRITTEN, language))]);
    Review { text, place: None }
}

/// Of a programme's pages.
pub fn of_programme(language: Language, programme: &Programme, samples: bool) -> Review {
    let text = reviewed(programme, programme.reviewer.value(samples), programme.reviewed, language);
    Review { text, place: Some(Sentence::Review.of(programme.slug, language)) }
}
