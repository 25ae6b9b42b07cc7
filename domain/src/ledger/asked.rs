//! What a person asks of staff on their own page is kept in the record, and staff answer it there.

use super::{Book, Decided, Event, Happening, Record, links};
use crate::answer;
use crate::asked::{ASK_TEXT_MAX, ASKED_MAX, Asked, AskedAnswer, check};
use crate::call::{AskRequest, DraftId, OwnPage};
use crate::desk::call::AnswerAskedRequest;
use crate::problem::{Fault, Problem};
use crate::programme::Role;
use crate::question::Kind;

/// The person of a session asks for something. The same once more is the same as once; something else of a kind that still
/// waits for its answer is refused, so that nothing of it is lost unseen.
pub fn ask(book: &impl Book, request: &AskRequest) -> Decided<OwnPage> {
    let record = match links::shown_record(book, &request.session, &request.of)? {
        Ok((record, _)) => record,
        Err(problem) => return Ok(Err(problem)),
    };
    if record.role() == Some(Role::Framework) {
        // It is between the two, and no staff see it; its page does not ask.
        return Ok(Err(Problem::NotTheCall));
    }
    let (what, text) = match check(&request.what, &request.text) {
        Ok(checked) => checked,
        Err(faults) => return Ok(Err(faults.into())),
    };
    if let Some(open) = record.asked.iter().find(|asked| asked.is_open() && asked.what == what) {
        let says_no_more = text.is_none() || text == open.text;
        return Ok(if says_no_more { Ok(record.own_page()) } else { Err(Problem::AskedAlready) });
    }
    if record.asked.len() >= ASKED_MAX {
        return Ok(Err(Problem::AskedTooOften));
    }
    let now = book.now();
    let mut next = record.with(Happening::Asked(what), now);
    next.asked.push(Asked { what, text, at: now, answer: None });
    book.put_changed(&next)?;
    Ok(Ok(next.own_page()))
}

/// Staff answer something that was asked, which closes it. What is asked for they carry out by itself.
pub fn answer(book: &impl Book, id: &DraftId, by: &str, request: &AnswerAskedRequest) -> Decided<Record> {
    let text = match answer::check_text(Kind::LongText { max: ASK_TEXT_MAX }, &request.answer) {
        Ok(text) => text,
        Err(kind) => return Ok(Err(vec![Fault::of("answer", kind)].into())),
    };
    let Some(record) = book.record(id)? else { return Ok(Err(Problem::NotFound)) };
    let asked = (1..).zip(&record.asked).find(|(number, _)| *number == request.number).map(|(_, asked)| asked);
    let Some(asked) = asked else { return Ok(Err(Problem::Changed)) };
    let now = book.now();
    let given = AskedAnswer { at: now, by: by.to_owned(), is_done: request.is_done, text };
    if let Some(known) = &asked.answer {
        // Answered, the reply lost, and sent again; or somebody else was first.
        let is_same = AskedAnswer { at: known.at, ..given } == *known;
        return Ok(if is_same { Ok(record) } else { Err(Problem::Changed) });
    }
    if record.version != request.seen {
        return Ok(Err(Problem::Changed));
    }
    let mut next = record.after(Event::by(Happening::Answered(asked.what), now, by, None));
    for (_, asked) in (1..).zip(&mut next.asked).filter(|(number, _)| *number == request.number) {
        asked.answer = Some(given.clone());
    }
    book.put_changed(&next)?;
    Ok(Ok(next))
}
