//! The shape of the file for computers.

use crate::ledger::Happening;
use crate::request::Stage;
use crate::text::Language;
use serde::Serialize;

#[derive(Serialize)]
pub struct File<'a> {
    pub format: &'static str,
    pub version: u32,
    pub made_at: String,
    pub time_zone: &'static str,
    pub language: Language,
    pub records: Vec<Record<'a>>,
    /// What is held and is not in this file.
    pub not_included: NotIncluded,
}

#[derive(Serialize)]
pub struct NotIncluded {
    pub records_in_other_programmes: u32,
    pub frameworks: u32,
    pub has_more_records: bool,
}

#[derive(Serialize)]
pub struct Record<'a> {
    pub reference: &'a str,
    pub version: u32,
    pub programme: Named<'a>,
    pub form: Form<'a>,
    pub standing: Named<'a>,
    pub received_at: String,
    pub answer_by: Option<&'a str>,
    pub kept: String,
    pub registry_number: Option<&'a str>,
    /// What staff keep of a mentor.
    pub mentor: Option<Mentor<'a>>,
    /// Those that are so of [`super::MARKS`].
    pub marks: Vec<&'static str>,
    pub answers: Vec<Answer<'a>>,
    /// Where answers were changed since.
    pub answers_as_they_arrived: Option<Vec<Answer<'a>>>,
    pub asked: Vec<Request<'a>>,
    /// The mentors who were asked, without who they are.
    pub mentors_asked: Vec<MentorAsked<'a>>,
    /// What a mentee wishes.
    pub wishes: Option<Wishes<'a>>,
    pub history: Vec<Happened<'a>>,
    pub letters: Vec<Sent>,
    /// What the letter of the last decision says.
    pub decision_letter: Option<&'a str>,
}

#[derive(Serialize)]
pub struct Wishes<'a> {
    /// Best first.
    pub mentors: Vec<Wish<'a>>,
    pub rather_not: &'a str,
}

#[derive(Serialize)]
pub struct Wish<'a> {
    /// The mentor's; nothing where the record was erased.
    pub reference: Option<&'a str>,
    /// To the mentor.
    pub word: &'a str,
    pub was_asked: bool,
}

#[derive(Serialize)]
pub struct MentorAsked<'a> {
    pub at: String,
    pub stage: Stage,
    pub since: String,
    pub answer_by: &'a str,
    pub words: String,
}

#[derive(Serialize)]
pub struct Mentor<'a> {
    /// Who it is and how that was checked, in the words of staff.
    pub checked: &'a str,
    pub checked_at: String,
    pub free_places: u32,
    pub paused_until: Option<&'a str>,
    /// Within how many days they answered when they were asked, the last time last.
    pub answered_in_days: &'a [u32],
}

/// A key, and how it is called.
#[derive(Serialize)]
pub struct Named<'a> {
    pub key: &'a str,
    pub words: &'a str,
}

#[derive(Serialize)]
pub struct Form<'a> {
    pub key: &'a str,
    pub words: &'a str,
    /// In which it was filled in.
    pub language: Language,
    /// Of the notice on personal data that was shown.
    pub notice_version: &'a str,
}

#[derive(Serialize)]
pub struct Answer<'a> {
    pub question: &'a str,
    pub revision: Option<&'static str>,
    pub asked: String,
    pub values: &'a [String],
    pub words: String,
    /// `staff`, `mentor` or `public`.
    pub shown_to: Option<&'static str>,
    pub who_sees_it: Option<&'a str>,
}

#[derive(Serialize)]
pub struct Request<'a> {
    pub what: &'static str,
    pub words: &'static str,
    pub at: String,
    pub text: Option<&'a str>,
    pub answer_by: String,
    pub answer: Option<Reply<'a>>,
}

#[derive(Serialize)]
pub struct Reply<'a> {
    pub at: String,
    pub is_done: bool,
    pub text: &'a str,
}

#[derive(Serialize)]
pub struct Happened<'a> {
    pub at: String,
    pub what: Happening,
    pub words: String,
    pub is_by_staff: bool,
    /// In the words of staff.
    pub reason: Option<&'a str>,
}

#[derive(Serialize)]
pub struct Sent {
    pub what: &'static str,
    pub words: &'static str,
    pub state: &'static str,
    pub at: String,
}
