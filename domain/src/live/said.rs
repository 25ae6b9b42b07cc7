//! What a page says of a live half: the Worker puts it into the marked places, the desk shows it before it is saved.

use super::{Live, Said, Sentence};
use crate::fill::fill;
use crate::programme::Programme;
use crate::text::Language;
use crate::words::date;
use crate::words::page::programme as words;

impl Live {
    /// A sentence as it reads on that day (`YYYY-MM-DD`); nothing where it is not said.
    pub fn says(&self, sentence: Sentence, programme: &Programme, day: &str, language: Language) -> Option<String> {
        let is_open = self.is_open(day);
        let said = |said: &Said| said.say(language).to_owned();
        let dated = |template: &str, day: &str| fill(template, &[("date", &date::long(day, language))]);
        match sentence {
            Sentence::Because => self.closed_because.as_ref().filter(|_| !is_open).map(said),
            Sentence::Opens => self.first_day(day).map(|day| dated(words::OPENS_ON.say(language), day)),
            Sentence::Closes => {
                let last = self.closes_on.as_deref().filter(|_| is_open);
                last.map(|day| dated(words::LAST_DAY.say(language), day))
            }
            Sentence::News => self.notice.as_ref().map(said),
            Sentence::Review => Some(words::reviewed(programme, self.reviewer.as_deref(), &self.reviewed, language)),
        }
    }
}
