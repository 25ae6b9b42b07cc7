//! A record in words, wherever it is read: at the desk, and in a file for its person.

use super::call::DeskRecord;
use super::row::{Marks, Row};
use crate::fill::fill;
use crate::ledger::retention::{self, Kept};
use crate::ledger::{Event, Happening};
use crate::programme::{Role, programme};
use crate::question::Question;
use crate::text::{Language, Text};
use crate::words::desk::{self as desk_words, mentors, person as own, record as said, records};
use crate::words::form::{answer_text, shown_to};
use crate::words::{self, QuestionWords, date, standing};

/// An answer beside its question.
#[derive(Clone, Debug)]
pub struct SaidAnswer<'a> {
    pub id: &'a str,
    pub values: &'a [String],
    /// What was asked, in a few words; the id, where a release has taken the question away.
    pub label: String,
    pub text: String,
    pub question: Option<&'static Question>,
    /// Besides the person who gave it; not known of a question that is gone.
    pub who_sees: Option<&'static str>,
}

/// Answers in words, in the order in which they come.
pub fn answers<'a>(row: &Row, answers: &'a [(String, Vec<String>)], language: Language) -> Vec<SaidAnswer<'a>> {
    let asked = questions(row);
    let said_of = |(id, values): &'a (String, Vec<String>)| {
        let asked = asked(id);
        let (label, text) = match asked {
            Some((question, words)) => {
                (words.short.say(language).to_owned(), answer_text(question, words, values, language))
            }
            None => (id.clone(), values.join(", ")),
        };
        let question = asked.map(|(question, _)| question);
        let who_sees = question.map(|question| shown_to(question, role(row)).say(language));
        SaidAnswer { id, values, label, text, question, who_sees }
    };
    answers.iter().map(said_of).collect()
}

/// The questions of a record's form by their id, each with its words.
pub(super) fn questions(row: &Row) -> impl Fn(&str) -> Option<(&'static Question, &'static QuestionWords)> + use<> {
    let form = programme(&row.programme).zip(Role::parse(&row.role)).and_then(|(programme, role)| programme.form(role));
    let words = words::programme(&row.programme).zip(form).and_then(|(words, form)| words.form(form.role));
    move |id| form.zip(words)?.1.questions_with(form?).find(|(question, _)| question.id == id)
}

/// What a record's form is for; one that a release has taken away is like a question.
pub(super) fn role(row: &Row) -> Role {
    Role::parse(&row.role).unwrap_or(Role::Asking)
}

/// The programme's title; its slug, where a release has taken it away.
pub fn programme_title(row: &Row, language: Language) -> &str {
    words::programme(&row.programme).map_or(row.programme.as_str(), |words| words.title.say(language))
}

/// What stands of a record, in one line each; what is not known is left out.
pub fn facts(record: &DeskRecord, language: Language) -> Vec<(Text, String)> {
    let row = &record.row;
    let facts = [
        (records::STANDING, standing::title(row.standing, role(row)).say(language).to_owned()),
        (records::PROGRAMME, programme_title(row, language).to_owned()),
        (records::ROLE, desk_words::role(role(row)).say(language).to_owned()),
        (records::RECEIVED, date::time(row.received_at, language)),
        (records::ANSWER_BY, promised(record, language).filter(|_| row.is_promised()).unwrap_or_default()),
        (said::REGISTRY, record.registry.clone().unwrap_or_default()),
    ];
    facts.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// The day by which an answer was promised.
fn promised(record: &DeskRecord, language: Language) -> Option<String> {
    record.promised.as_deref().map(|day| date::long(day, language))
}

/// What else whoever asks what is held about them wants to know.
pub fn more_facts(record: &DeskRecord, language: Language) -> Vec<(Text, String)> {
    let protected = record.row.marks.has(Marks::PROTECTED).then_some(records::MARK_PROTECTED);
    let marks = marks(record.row.marks).into_iter().chain(protected);
    let marks: Vec<&str> = marks.map(|text| text.say(language)).collect();
    let more = [
        // While it is owed it stands among the facts.
        (own::PROMISED, promised(record, language).filter(|_| !record.row.is_promised()).unwrap_or_default()),
        (own::KEPT, kept(record, language)),
        (records::MARKS, marks.join(", ")),
        (own::NOTICE, record.notice.clone()),
    ];
    let of_mentor = record.mentor.as_ref().and_then(|mentor| mentor.kept.as_ref()).into_iter().flat_map(|kept| {
        let pause = kept.paused_until.as_deref().map(|day| date::day(day, language)).unwrap_or_default();
        [(mentors::CHECKED, kept.checked.clone()), (mentors::FREE, kept.free.to_string()), (mentors::PAUSED, pause)]
    });
    more.into_iter().chain(of_mentor).filter(|(_, value)| !value.is_empty()).collect()
}

/// How long a record is kept.
pub fn kept(record: &DeskRecord, language: Language) -> String {
    let kept = retention::kept(&record.row.programme, record.row.standing, &record.history);
    let (name, value) = match &kept {
        Kept::Undecided(who) => ("who", (*who).to_owned()),
        Kept::ProgrammeHasLeft => ("", String::new()),
        Kept::AfterEnd(days) => ("days", days.to_string()),
        Kept::Until(day) => ("date", date::day(day, language)),
    };
    fill(own::kept(&kept).say(language), &[(name, &value)])
}

/// What there is to note of a record, beside that it is protected: then its name is not known either.
pub fn marks(marks: Marks) -> Vec<Text> {
    let noted = [
        (marks.has(Marks::SUSPECT), records::MARK_SUSPECT),
        (!marks.has(Marks::CONFIRMED), records::MARK_UNCONFIRMED),
        (marks.has(Marks::LETTER_FAILED), records::MARK_FAILED),
        (marks.has(Marks::LETTER_UNKNOWN), records::MARK_UNKNOWN),
        (marks.has(Marks::RESTRICTED), records::MARK_RESTRICTED),
        (marks.has(Marks::ASKED), records::MARK_ASKED),
        (marks.has(Marks::WENT_WITHOUT), records::MARK_WENT_WITHOUT),
    ];
    noted.into_iter().filter(|(is_so, _)| *is_so).map(|(_, text)| text).collect()
}

/// What happened to a record.
pub fn happened(event: &Event, row: &Row, language: Language) -> String {
    let to = match event.what {
        Happening::Became(to) | Happening::Undone(to) => standing::title(to, role(row)).say(language),
        _ => "",
    };
    fill(said::happening(event.what).say(language), &[("standing", to)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::sample;
    use crate::standing::Standing;

    #[test]
    fn the_day_of_an_answer_is_a_fact_while_it_is_owed_and_is_told_all_the_same_once_it_is_not() {
        let mut record = sample::record("AB3CD4EF", Role::Mentor, Language::Sv);
        record.row.marks = Marks::CONFIRMED;
        for (standing, is_owed) in [(Standing::UnderReview, true), (Standing::Listed, false)] {
            record.row.standing = standing;
            let has = |facts: Vec<(Text, String)>, label| facts.contains(&(label, "måndag 7 december 2026".to_owned()));
            assert_eq!(has(facts(&record, Language::Sv), records::ANSWER_BY), is_owed);
            assert_eq!(has(more_facts(&record, Language::Sv), own::PROMISED), !is_owed);
        }
    }
}
