//! The words of mentors who were asked for a mentee, at the desk.

use crate::desk::call::DeskRequest;
use crate::fill::fill;
use crate::request::{Question, Stage, Why};
use crate::text::{Language, Text};
use crate::words::date;
use crate::words::form::request::reason;

pub const TITLE: Text = Text::new("Tillfrågade mentorer", "Mentors who were asked");
/// The button beside a suggested mentor.
pub const ASK: Text = Text::new("Fråga mentorn", "Ask the mentor");
/// `{name}`; what the button is for, read aloud.
pub const ASK_NAME: Text = Text::new("Fråga mentorn: {name}", "Ask the mentor: {name}");
pub const ASK_HINT: Text = Text::new(
    "Frågar du en mentor får båda mejl om tio minuter. Fram till dess går det att ångra.",
    "If you ask a mentor, both are written to in ten minutes. Until then it can be undone.",
);
/// Whom a mentee wishes for.
pub const WISHES: Text = Text::new("Önskade mentorer", "Mentors wished for");
pub const NO_WISHES: Text = Text::new("Ingen mentor är önskad.", "No mentor is wished for.");
pub const WISH_ASKED: Text = Text::new("Har redan fått frågan.", "Has been asked already.");
/// Over whom the mentee rather does not want; mentors never see it.
pub const AVOID: Text =
    Text::new("Vill helst inte ha (visas bara för personalen)", "Would rather not have (shown to staff alone)");
/// At one who is not asked in turn.
pub const WISH_PASSED_OVER: Text = Text::new(
    "Hoppas över: utesluts av programmets regler eller av vad den sökande har skrivit.",
    "Passed over: ruled out by the programme’s rules or by what the applicant has written.",
);
pub const ASK_IN_TURN: Text = Text::new("Fråga de önskade i tur och ordning", "Ask those wished for in turn");
pub const ASK_IN_TURN_HINT: Text = Text::new(
    "Den första som kan få frågan, och den sökande, får mejl om tio minuter. Fram till dess går det att ångra. Säger en mentor ”inte nu”, eller kommer inget svar i tid, får nästa frågan utan att du gör något.",
    "The first who can be asked, and the applicant, are written to in ten minutes. Until then it can be undone. If a mentor says “not now”, or does not answer in time, the next one is asked without you doing anything.",
);
/// At a suggested mentor who may be among whom the mentee rather does not want.
pub const MAY_BE_AVOIDED: Text = Text::new(
    "Kan vara någon som den sökande helst inte vill ha",
    "May be someone whom the applicant would rather not have",
);
/// Before the mentee's word to a mentor who is wished for, and in place of the mentors of a file: `{place}`, `{reference}`.
pub const WISH: Text = Text::new("Önskemål {place}: {reference}", "Wish {place}: {reference}");

/// In the place of a mentor who was erased, or is of a programme that is not one's own.
pub const UNKNOWN: Text = Text::new("En mentor som inte visas här", "A mentor who is not shown here");
/// `{time}`; the mentor is written to ten minutes later.
const ASKED: Text = Text::new("Förfrågan {time}.", "Request of {time}.");

/// As [`said`], to the mentee, who is not told why a mentor said no: only the staff are.
pub fn said_to_the_mentee(request: &DeskRequest, language: Language) -> String {
    said(&DeskRequest { reason: None, ..request.clone() }, language)
}

/// A request in two sentences: when the mentor was asked, and how far it is.
pub fn said(request: &DeskRequest, language: Language) -> String {
    let (asked, since) = (date::time(request.asked_at, language), date::time(request.since, language));
    let values = [("date", date::long(&request.answer_by, language)), ("time", since)];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let stage = fill(stage(request.stage).say(language), &values);
    let mut said = format!("{} {stage}", fill(ASKED.say(language), &[("time", &asked)]));
    if let Some(Question { text, reply }) = &request.question {
        said.extend([" ", &fill(QUESTION.say(language), &[("question", text)])]);
        said.extend(reply.iter().flat_map(|reply| [" ".to_owned(), fill(REPLY.say(language), &[("reply", reply)])]));
    }
    if let Some(why) = request.reason {
        let why = reason(why).say(language);
        said.extend([" ", &fill(REASON.say(language), &[("reason", why)])]);
    }
    said
}

/// `{question}` of the mentor's, `{reply}` of the mentee's.
const QUESTION: Text = Text::new("Mentorn frågade: ”{question}”.", "The mentor asked: “{question}”.");
const REPLY: Text = Text::new("Svar: ”{reply}”.", "Reply: “{reply}”.");
/// `{reason}` in the mentor's words.
const REASON: Text = Text::new("Skäl: ”{reason}”.", "Reason: “{reason}”.");

/// How far it is; `{date}` where an answer is waited for, `{time}` since when.
const fn stage(stage: Stage) -> Text {
    match stage {
        Stage::Wondering => Text::new(
            "Mentorn har en fråga först. Den sökande svarar senast {date}.",
            "The mentor has a question first. The applicant replies by {date}.",
        ),
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
