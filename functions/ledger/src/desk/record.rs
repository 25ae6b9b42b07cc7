//! The desk's calls about one record: decisions, what belongs to them, notes, what its person asks, entering.

use super::{Desk, Staffed, staffed};
use crate::call::Asked;
use domain::call::Call;
use domain::desk::call::{
    Allow, AnswerAsked, AskMentor, AskWishes, Comment, Correct, Decide, DeskRecord, Enter, EnterRequest, SetMark,
    SetMentor, SetRegistry, Undo,
};
use domain::ledger::decide::{self, Deciding};
use domain::ledger::{Decided, Record, annotate, asked, change, log, mentors, reading, requests};
use domain::problem::Problem;

/// A change to one record: the person must serve its programme, and the log says what was done.
fn changing(
    desk: &Desk<'_>,
    reference: &str,
    what: &str,
    work: impl FnOnce(&Record) -> Decided<Record>,
) -> Decided<DeskRecord> {
    match reading::to_change(desk.rows, desk.staff, reference)? {
        Ok(record) => changed(desk, &record, what, work),
        Err(problem) => Ok(Err(problem)),
    }
}

/// As [`changing`], also of a record that holds as many events as it can: for what there can only be a few of.
fn settling(
    desk: &Desk<'_>,
    reference: &str,
    what: &str,
    work: impl FnOnce(&Record) -> Decided<Record>,
) -> Decided<DeskRecord> {
    match reading::seen(desk.rows, desk.staff, reference)? {
        Ok(record) => changed(desk, &record, what, work),
        Err(problem) => Ok(Err(problem)),
    }
}

fn changed(
    desk: &Desk<'_>,
    record: &Record,
    what: &str,
    work: impl FnOnce(&Record) -> Decided<Record>,
) -> Decided<DeskRecord> {
    match work(record)? {
        Ok(next) => {
            if next.version != record.version {
                log::write(desk.rows, desk.staff, what, record.reference.as_str())?;
            }
            reading::shown(desk.rows, desk.names, desk.staff, &next, next.protected).map(Ok)
        }
        Err(problem) => Ok(Err(problem)),
    }
}

pub fn read(path: &str, body: &[u8]) -> Asked<Staffed> {
    match path {
        Decide::PATH => staffed::<Decide>(body, |desk, wanted| {
            changing(desk, &wanted.reference, "decide", |record| {
                let deciding = Deciding {
                    id: &record.id,
                    seen: wanted.seen,
                    standing: wanted.standing,
                    by: desk.staff.address(),
                    comment: wanted.comment.as_deref(),
                    letter: wanted.letter.as_deref(),
                };
                decide::decide(desk.rows, &deciding)
            })
        }),
        AskMentor::PATH => staffed::<AskMentor>(body, |desk, wanted| {
            changing(desk, &wanted.reference, "ask-mentor", |record| {
                requests::ask(desk.rows, record, desk.staff.address(), &wanted)
            })
        }),
        AskWishes::PATH => staffed::<AskWishes>(body, |desk, wanted| {
            changing(desk, &wanted.reference, "ask-wishes", |record| {
                requests::ask_in_turn(desk.rows, record, desk.staff.address(), &wanted)
            })
        }),
        Undo::PATH | Comment::PATH | Allow::PATH => on_a_decision(path, body),
        SetMark::PATH | SetRegistry::PATH | Correct::PATH | AnswerAsked::PATH | SetMentor::PATH => noted(path, body),
        Enter::PATH => staffed::<Enter>(body, |desk, wanted| entered(desk, &wanted)),
        _ => Err(Problem::NotFound),
    }
}

/// What belongs to a decision: taking it back, a comment, allowing a pair.
fn on_a_decision(path: &str, body: &[u8]) -> Asked<Staffed> {
    match path {
        Undo::PATH => staffed::<Undo>(body, |desk, wanted| {
            settling(desk, &wanted.reference, "undo", |record| {
                decide::undo(desk.rows, &record.id, wanted.seen, desk.staff.address())
            })
        }),
        Comment::PATH => staffed::<Comment>(body, |desk, wanted| {
            changing(desk, &wanted.reference, "comment", |record| {
                decide::comment(desk.rows, &record.id, wanted.seen, desk.staff.address(), &wanted.reason)
            })
        }),
        _ => staffed::<Allow>(body, |desk, wanted| {
            changing(desk, &wanted.reference, "allow", |record| {
                change::allow(desk.rows, &record.id, wanted.seen, desk.staff.address(), &wanted.reason)
            })
        }),
    }
}

/// What is noted about a record.
fn noted(path: &str, body: &[u8]) -> Asked<Staffed> {
    match path {
        SetMark::PATH => staffed::<SetMark>(body, |desk, wanted| {
            changing(desk, &wanted.reference, "mark", |record| {
                annotate::mark(desk.rows, &record.id, desk.staff.address(), &wanted)
            })
        }),
        SetRegistry::PATH => staffed::<SetRegistry>(body, |desk, wanted| {
            changing(desk, &wanted.reference, "registry", |record| {
                annotate::register(desk.rows, &record.id, desk.staff.address(), &wanted)
            })
        }),
        SetMentor::PATH => staffed::<SetMentor>(body, |desk, wanted| {
            changing(desk, &wanted.reference, "mentor", |record| {
                mentors::set(desk.rows, &record.id, desk.staff.address(), &wanted)
            })
        }),
        AnswerAsked::PATH => staffed::<AnswerAsked>(body, |desk, wanted| {
            settling(desk, &wanted.reference, "answer-asked", |record| {
                asked::answer(desk.rows, &record.id, desk.staff.address(), &wanted)
            })
        }),
        _ => staffed::<Correct>(body, |desk, wanted| {
            changing(desk, &wanted.reference, "correct", |record| {
                annotate::correct(desk.rows, desk.names, &record.id, desk.staff.address(), &wanted)
            })
        }),
    }
}

fn entered(desk: &Desk<'_>, wanted: &EnterRequest) -> Decided<DeskRecord> {
    if !desk.staff.serves(&wanted.draft.programme) {
        return Ok(Err(Problem::NotFound));
    }
    match annotate::enter(desk.rows, desk.names, desk.staff.address(), wanted, desk.samples)? {
        Ok(record) => {
            log::write(desk.rows, desk.staff, "enter", record.reference.as_str())?;
            reading::shown(desk.rows, desk.names, desk.staff, &record, record.protected).map(Ok)
        }
        Err(problem) => Ok(Err(problem)),
    }
}
