//! What a person reads and does on their own page: takes something back and lets it stand again, changes answers, reads what is held, and
//! says that a letter reached the wrong person.

use super::{
    Book, Decided, Event, Happening, LinkKind, Names, Record, Session, StorageFailed, agree, change, links, reading,
    requests, wishes,
};
use crate::asked::{Ask, Asked};
use crate::calendar;
use crate::call::{
    ChangeRequest, DisownRequest, Millis, OwnOther, OwnPage, ReadOwnRequest, SpeakRequest, TurnRequest, WithdrawRequest,
};
use crate::desk::call::DeskPerson;
use crate::directory;
use crate::draft::Draft;
use crate::framework::Side;
use crate::mentor::willing;
use crate::outbox::{Fact, Subject, Task, TaskState};
use crate::problem::Problem;
use crate::programme::Role;
use crate::question::{Kind, Question};
use crate::standing::Standing;
use crate::words::form::own as words;
use std::cmp::Reverse;

/// How often a person may change one thing they sent, or take it back and let it stand again: of the 80 events that a record
/// holds, as many stay for staff.
pub const CHANGES_MAX: usize = 20;

/// Other things of the same person that their page leads to: as many as it has places for.
pub const OTHERS_MAX: usize = 8;

/// What the person of a session sees. Whoever came by a link in a letter reads that address, and sees what else was sent from it.
pub fn page(book: &impl Book, names: &impl Names, request: &ReadOwnRequest) -> Decided<OwnPage> {
    let (record, session) = match links::own_session(book, &request.session)? {
        Ok(found) => found,
        Err(problem) => return Ok(Err(problem)),
    };
    let mut page = links::page_of(book, &record, session.kind.side())?;
    page.requests = requests::own(book, &record, session.kind)?;
    let today = calendar::day(book.now());
    page.willing = willing::on_page(&record, &today);
    page.card = directory::own(&record, &today);
    page.may_wish = wishes::has_page(&record, session.kind);
    let others = others(book, names, &record, &session)?;
    page.others = others.iter().map(|other| OwnOther { receipt: other.receipt(), standing: other.standing }).collect();
    Ok(Ok(page))
}

/// The newest first. Nothing for whoever came by the receipt's link: anybody can type any address.
fn others(
    book: &impl Book,
    names: &impl Names,
    record: &Record,
    session: &Session,
) -> Result<Vec<Record>, StorageFailed> {
    if session.kind != LinkKind::Mailed {
        return Ok(Vec::new());
    }
    let (mut others, _) = reading::others(book, names, record)?;
    // The page of a framework leads nowhere else: its own link opens it.
    others.retain(|other| !other.is_closed(book.now()) && other.role() != Some(Role::Framework));
    others.sort_by_key(|other| (Reverse(other.received_at), other.reference.as_str().to_owned()));
    others.truncate(OTHERS_MAX);
    Ok(others)
}

/// The person of a session goes on to something else that they have sent; the session stays as long as it was.
pub fn turn(book: &impl Book, names: &impl Names, request: &TurnRequest) -> Decided<OwnPage> {
    let (record, session) = match links::own_session(book, &request.session)? {
        Ok(found) => found,
        Err(problem) => return Ok(Err(problem)),
    };
    if record.reference != request.to {
        let others = others(book, names, &record, &session)?;
        let Some(other) = others.into_iter().find(|other| other.reference == request.to) else {
            return Ok(Err(Problem::Changed));
        };
        let next = Session { record: other.id.clone(), ..session };
        links::begin(book, &other, &request.session, &next)?;
    }
    page(book, names, &ReadOwnRequest { session: request.session.clone() })
}

/// The person of a session takes back what they sent.
pub fn withdraw(book: &impl Book, request: &WithdrawRequest) -> Decided<OwnPage> {
    let record = match links::shown_record(book, &request.session, &request.of)? {
        Ok((record, _)) => record,
        Err(problem) => return Ok(Err(problem)),
    };
    if record.standing.is_end() {
        // Twice is the same as once.
        return Ok(Ok(record.own_page()));
    }
    if !record.role().is_some_and(|role| record.standing.may_be_withdrawn(role)) {
        return Ok(Err(Problem::Changed));
    }
    let mut next = record.became(Standing::Withdrawn, book.now()).released(book.now());
    // What a letter would have told of is over, and can be undone no more.
    next.decision = None;
    if let Err(problem) = requests::follow(book, &record, &next)? {
        return Ok(Err(problem));
    }
    book.put_changed(&next)?;
    let next = requests::left(book, &record, next)?;
    let subject = Subject::Record(record.id);
    for fact in [Fact::ApplicantLetter, Fact::OpenedLetter, Fact::DecisionLetter] {
        book.leave_waiting(&subject, fact)?;
    }
    Ok(Ok(next.own_page()))
}

/// What was taken back stands again, and the letter that had not gone goes now.
pub fn come_back(book: &impl Book, request: &WithdrawRequest) -> Decided<OwnPage> {
    let record = match links::shown_record(book, &request.session, &request.of)? {
        Ok((record, _)) => record,
        Err(problem) => return Ok(Err(problem)),
    };
    if record.standing != Standing::Withdrawn {
        // Twice is the same as once; what staff have ended does not come back.
        let is_done = record.has(Happening::Became(Standing::Withdrawn)) && !record.standing.is_end();
        return Ok(if is_done { Ok(record.own_page()) } else { Err(Problem::Changed) });
    }
    if !record.role().is_some_and(|role| record.standing.may_return(role)) {
        return Ok(Err(Problem::Changed));
    }
    if changes(&record) >= CHANGES_MAX {
        return Ok(Err(Problem::ChangedTooOften));
    }
    let next = record.became(stood(&record).returns_to(), book.now());
    book.put_changed(&next)?;
    let subject = Subject::Record(record.id.clone());
    if !record.draft.is_suspect() && book.task(&subject, Fact::ApplicantLetter)?.is_none() {
        book.put_task(&subject, &Task::new(Fact::ApplicantLetter, book.now()))?;
    }
    Ok(Ok(next.own_page()))
}

/// Where it stood when it was taken back.
fn stood(record: &Record) -> Standing {
    let mut events = record.history.iter().rev().filter_map(|event| match event.what {
        Happening::Became(standing) | Happening::Undone(standing) => Some(standing),
        _ => None,
    });
    events.find(|standing| *standing != Standing::Withdrawn).unwrap_or(Standing::Received)
}

/// How often its person has changed it or taken it back.
pub(super) fn changes(record: &Record) -> usize {
    let is_theirs = |event: &&Event| {
        event.by.is_none()
            && matches!(
                event.what,
                Happening::Edited
                    | Happening::LanguageChosen(_)
                    | Happening::LetterTurned(..)
                    | Happening::Became(Standing::Withdrawn)
            )
    };
    record.history.iter().filter(is_theirs).count()
}

/// Whether a person changes the answer by themself. An address is proven by its letter, and what was acknowledged stays so.
pub fn is_changed_by_its_person(question: &Question) -> bool {
    !matches!(question.kind, Kind::Email | Kind::Acknowledgement)
}

/// The person of a session changes their answers. What arrived is kept beside them.
pub fn change(book: &impl Book, request: &ChangeRequest) -> Decided<OwnPage> {
    let record = match links::shown_record(book, &request.session, &request.of)? {
        Ok((record, _)) => record,
        Err(problem) => return Ok(Err(problem)),
    };
    let Some(draft) = changed(&record, request) else { return Ok(Err(Problem::Changed)) };
    if draft.check_answers().is_ok_and(|application| application.to_draft().answers == record.draft.answers) {
        // Changed, the answer lost, and sent again; or nothing was changed.
        return Ok(Ok(record.own_page()));
    }
    let may = record.role().is_some_and(|role| record.standing.may_be_changed(role)) && !record.restricted;
    if !may || record.edits() != request.seen {
        return Ok(Err(Problem::Changed));
    }
    if changes(&record) >= CHANGES_MAX {
        return Ok(Err(Problem::ChangedTooOften));
    }
    Ok(change::edit(book, &record.id, record.version, &draft)?.map(|record| record.own_page()))
}

/// The draft with what was typed. Answers to questions that are gone since stay in what arrived.
fn changed(record: &Record, request: &ChangeRequest) -> Option<Draft> {
    let (_, form) = record.draft.form().ok()?;
    let answers = form.questions().filter_map(|question| {
        let typed = if is_changed_by_its_person(question) { &request.answers } else { &record.draft.answers };
        typed.get_key_value(question.id).map(|(id, values)| (id.clone(), values.clone()))
    });
    Some(Draft { answers: answers.collect(), ..record.draft.clone() })
}

/// Letters to the person come in another language from now on.
pub fn speak(book: &impl Book, request: &SpeakRequest) -> Decided<OwnPage> {
    let record = match links::shown_record(book, &request.session, &request.of)? {
        Ok((record, _)) if record.role() != Some(Role::Framework) => record,
        // Its two people read the same letters.
        Ok(_) => return Ok(Err(Problem::NotTheCall)),
        Err(problem) => return Ok(Err(problem)),
    };
    if record.draft.language == request.language {
        return Ok(Ok(record.own_page()));
    }
    if changes(&record) >= CHANGES_MAX {
        return Ok(Err(Problem::ChangedTooOften));
    }
    let mut next = record.with(Happening::LanguageChosen(request.language), book.now());
    next.draft.language = request.language;
    book.put_changed(&next)?;
    Ok(Ok(next.own_page()))
}

/// Everything held about what the session is of, but for what staff wrote.
pub fn held(book: &impl Book, request: &ReadOwnRequest) -> Decided<DeskPerson> {
    let (record, kind) = match links::own_session(book, &request.session)? {
        Ok((record, session)) if record.role() != Some(Role::Framework) => (record, session.kind),
        Ok(_) => return Ok(Err(Problem::NotTheCall)),
        Err(problem) => return Ok(Err(problem)),
    };
    let mut held = reading::alone(book, &record, false)?;
    for asked in &mut held.requests {
        asked.reason = None;
    }
    if kind != LinkKind::Mailed {
        // Anybody can have typed the address; what was written since is for whoever reads its letters.
        held.wishes = None;
        held.requests.iter_mut().for_each(|asked| asked.question = None);
    }
    for event in &mut held.history {
        event.reason = None;
        event.by = event.by.as_ref().map(|_| String::new());
    }
    for answer in held.asked.iter_mut().filter_map(|asked| asked.answer.as_mut()) {
        answer.by.clear();
    }
    if let Some(kept) = held.mentor.as_mut().and_then(|mentor| mentor.kept.as_mut()) {
        kept.checked.clear();
        kept.checked_by.clear();
    }
    let is_not_told = |task: &Task| task.fact == Fact::DecisionLetter && task.state == TaskState::Waiting;
    if held.letters.iter().any(is_not_told) {
        held.letter = None;
    }
    Ok(Ok(DeskPerson { records: vec![held], elsewhere: 0, frameworks: 0, has_more: false }))
}

/// Whoever holds a link has not sent what it is about: links like it open nothing any more, and staff are told.
pub fn disown(book: &impl Book, request: &DisownRequest) -> Decided<()> {
    let Some((id, link)) = book.link(&request.link)? else {
        // It may be a link to the desk; any other opens nothing as it is.
        return book.remove_staff_links(Some(&request.link), Millis::MIN).map(Ok);
    };
    let Some(record) = book.record(&id)?.filter(|record| !record.is_cancelled(link.kind)) else { return Ok(Ok(())) };
    let now = book.now();
    let mut next = record.with(Happening::LinksCancelled(link.kind), now);
    if link.kind.side() == Side::Mentee && record.role() != Some(Role::Framework) {
        let text = words::DISOWNED.say(record.draft.language).to_owned();
        next.asked.push(Asked { what: Ask::Report, text: Some(text), at: now, answer: None });
    }
    cancel(book, &record, link.kind)?;
    if link.kind == LinkKind::Mentor {
        agree::went_astray(book, &record)?;
    }
    book.put_changed(&next)?;
    Ok(Ok(()))
}

/// The receipt's link stays known: by it a repeated send is told from a stranger's ([`Record::is_cancelled`]).
fn cancel(book: &impl Book, record: &Record, kind: LinkKind) -> Result<(), StorageFailed> {
    if kind != LinkKind::Receipt {
        book.remove_links(&record.id, kind)?;
    }
    book.remove_sessions(&record.id, kind)
}
