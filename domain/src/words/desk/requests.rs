//! The words of mentors who were asked for a mentee, at the desk.

use crate::desk::call::DeskRequest;
use crate::fill::fill;
use crate::request::{Stage, Why};
use crate::text::{Language, Text};
use crate::words::date;

pub const TITLE: Text = Text::new("Tillfrågade mentorer", "Mentors who were asked");
/// The button beside a suggested mentor.
pub const ASK: Text = Text::new("Fråga mentorn", "Ask the mentor");
/// `{name}`; what the button is for, read aloud.
pub const ASK_NAME: Text = Text::new("Fråga mentorn: {name}", "Ask the mentor: {name}");
pub const ASK_HINT: Text = Text::new(
    "Frågar du en mentor får båda mejl om tio minuter. Fram till dess går det att ångra.",
    "If you ask a mentor, both are written to in ten minutes. Until then it can be undone.",
);
/// In the place of a mentor who was erased, or is of a programme that is not one's own.
pub const UNKNOWN: Text = Text::new("En mentor som inte visas här", "A mentor who is not shown here");
/// `{time}`.
const ASKED: Text = Text::new("Fick frågan {time}.", "Asked {time}.");

/// A request in two sentences: when the mentor was asked, and how far it is.
pub fn said(request: &DeskRequest, language: Language) -> String {
    let (asked, since) = (date::time(request.asked_at, language), date::time(request.since, language));
    let values = [("date", date::long(&request.answer_by, language)), ("time", since)];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let stage = fill(stage(request.stage).say(language), &values);
    format!("{} {stage}", fill(ASKED.say(language), &[("time", &asked)]))
}

/// How far it is; `{date}` where an answer is waited for, `{time}` since when.
const fn stage(stage: Stage) -> Text {
    match stage {
        Stage::Asked => Text::new("Mentorn svarar senast {date}.", "The mentor answers by {date}."),
        Stage::Agreed => Text::new(
            "Mentorn sa ja {time}. Den sökande svarar senast {date}.",
            "The mentor said yes {time}. The applicant answers by {date}.",
        ),
        Stage::Accepted => Text::new("Båda har sagt ja ({time}).", "Both have said yes ({time})."),
        Stage::Over(Why::NotNow) => Text::new("Mentorn svarade ”inte nu” {time}.", "The mentor said “not now” {time}."),
        Stage::Over(Why::NoAnswer) => Text::new("Mentorn svarade inte i tid.", "The mentor did not answer in time."),
        Stage::Over(Why::OtherMentor) => {
            Text::new("Den sökande ville ha någon annan ({time}).", "The applicant wanted someone else ({time}).")
        }
        Stage::Over(Why::NoChoice) => {
            Text::new("Den sökande svarade inte i tid.", "The applicant did not answer in time.")
        }
        Stage::Over(Why::NotReached) => {
            Text::new("Mejlet till mentorn gick inte fram.", "The letter to the mentor could not be delivered.")
        }
        Stage::Over(Why::MentorGone) => {
            Text::new("Mentorn kan inte längre tillfrågas.", "The mentor can no longer be asked.")
        }
        Stage::Over(Why::Released) => Text::new("Frågan drogs tillbaka {time}.", "The request was taken back {time}."),
    }
}
