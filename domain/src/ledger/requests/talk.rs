//! One question of the mentor's before they answer, and the mentee's reply: meanwhile the mentor's days do not pass.

use super::super::{Book, Decided, Record, willing};
use super::page::{Seen, seen};
use super::{moved, place};
use crate::answer;
use crate::call::{ReadRequestRequest, TalkRequest};
use crate::problem::{Fault, Problem};
use crate::programme::Role;
use crate::question::Kind;
use crate::request::{QUESTION_MAX, Question, REPLY_MAX, Stage, TALK_FIELD};

/// The mentor asks, or the mentee replies. Twice is the same as once; what was decided meanwhile stands.
pub fn talk(book: &impl Book, request: &TalkRequest) -> Decided<()> {
    let wanted = ReadRequestRequest { session: request.session.clone(), of: request.of.clone() };
    let seen = match seen(book, &wanted)? {
        Ok(seen) if seen.request.asked_at == request.asked_at => seen,
        // Another mentor was asked since the page was opened.
        Ok(_) => return Ok(Err(Problem::Changed)),
        Err(problem) => return Ok(Err(problem)),
    };
    let max = if seen.reader == Role::Mentor { QUESTION_MAX } else { REPLY_MAX };
    let text = match answer::check_text(Kind::LongText { max }, &request.text) {
        Ok(text) => text,
        Err(kind) => return Ok(Err(vec![Fault::of(TALK_FIELD, kind)].into())),
    };
    let Seen { mentee, mentor, reader, request: asked } = seen;
    let known = asked.clone();
    match (reader, asked.stage, asked.question) {
        (Role::Mentor, Stage::Asked, None) => {
            let said = said(book, mentee, Question { text, reply: None }, Stage::Wondering)?;
            if said.is_ok() {
                willing::heard(book, &mentor.id)?;
                place::answered(book, &mentor.id, &known)?;
            }
            Ok(said)
        }
        (Role::Mentee, Stage::Wondering, Some(question)) => {
            said(book, mentee, Question { reply: Some(text), ..question }, Stage::Asked)
        }
        // Said, the answer lost, and said again.
        (Role::Mentor, _, Some(known)) if known.text == text => Ok(Ok(())),
        (Role::Mentee, _, Some(known)) if known.reply.as_deref() == Some(text.as_str()) => Ok(Ok(())),
        _ => Ok(Err(Problem::Changed)),
    }
}

fn said(book: &impl Book, mentee: Record, question: Question, stage: Stage) -> Decided<()> {
    let mut with = mentee;
    if let Some(last) = with.requests.last_mut() {
        last.question = Some(question);
    }
    Ok(moved(book, &with, stage)?.map(drop))
}
