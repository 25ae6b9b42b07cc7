//! The desk's calls about one record: decisions, what belongs to them, notes, what its person asks, entering.

use super::{Desk, staffed};
use crate::answer::refuse;
use crate::object::Ledger;
use domain::call::Call;
use domain::desk::call::{
    Allow, AnswerAsked, AskMentor, AskWishes, Comment, Correct, Decide, DeskRecord, Enter, EnterRequest, SetMark,
    SetMentor, SetRegistry, Undo,
};
use domain::ledger::decide::{self, Deciding};
use domain::ledger::staff::Who;
use domain::ledger::{Decided, Record, annotate, asked, change, log, mentors, reading, requests};
use domain::problem::Problem;
use worker::{Request, Response, Result};

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

pub async fn call(ledger: &Ledger, path: &str, who: Who, request: &mut Request) -> Result<Response> {
    match path {
        Decide::PATH => {
            staffed::<Decide>(ledger, who, request, |desk, wanted| {
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
            })
            .await
        }
        AskMentor::PATH => {
            staffed::<AskMentor>(ledger, who, request, |desk, wanted| {
                changing(desk, &wanted.reference, "ask-mentor", |record| {
                    requests::ask(desk.rows, record, desk.staff.address(), &wanted)
                })
            })
            .await
        }
        AskWishes::PATH => {
            staffed::<AskWishes>(ledger, who, request, |desk, wanted| {
                changing(desk, &wanted.reference, "ask-wishes", |record| {
                    requests::ask_in_turn(desk.rows, record, desk.staff.address(), &wanted)
                })
            })
            .await
        }
        Undo::PATH | Comment::PATH | Allow::PATH => on_a_decision(ledger, path, who, request).await,
        SetMark::PATH | SetRegistry::PATH | Correct::PATH | AnswerAsked::PATH | SetMentor::PATH => {
            noted(ledger, path, who, request).await
        }
        Enter::PATH => staffed::<Enter>(ledger, who, request, |desk, wanted| entered(desk, &wanted)).await,
        _ => {
            let _ = request.bytes().await;
            refuse(&Problem::NotFound)
        }
    }
}

/// What belongs to a decision: taking it back, a comment, allowing a pair.
async fn on_a_decision(ledger: &Ledger, path: &str, who: Who, request: &mut Request) -> Result<Response> {
    match path {
        Undo::PATH => {
            staffed::<Undo>(ledger, who, request, |desk, wanted| {
                settling(desk, &wanted.reference, "undo", |record| {
                    decide::undo(desk.rows, &record.id, wanted.seen, desk.staff.address())
                })
            })
            .await
        }
        Comment::PATH => {
            staffed::<Comment>(ledger, who, request, |desk, wanted| {
                changing(desk, &wanted.reference, "comment", |record| {
                    decide::comment(desk.rows, &record.id, wanted.seen, desk.staff.address(), &wanted.reason)
                })
            })
            .await
        }
        _ => {
            staffed::<Allow>(ledger, who, request, |desk, wanted| {
                changing(desk, &wanted.reference, "allow", |record| {
                    change::allow(desk.rows, &record.id, wanted.seen, desk.staff.address(), &wanted.reason)
                })
            })
            .await
        }
    }
}

/// What is noted about a record.
async fn noted(ledger: &Ledger, path: &str, who: Who, request: &mut Request) -> Result<Response> {
    match path {
        SetMark::PATH => {
            staffed::<SetMark>(ledger, who, request, |desk, wanted| {
                changing(desk, &wanted.reference, "mark", |record| {
                    annotate::mark(desk.rows, &record.id, desk.staff.address(), &wanted)
                })
            })
            .await
        }
        SetRegistry::PATH => {
            staffed::<SetRegistry>(ledger, who, request, |desk, wanted| {
                changing(desk, &wanted.reference, "registry", |record| {
                    annotate::register(desk.rows, &record.id, desk.staff.address(), &wanted)
                })
            })
            .await
        }
        SetMentor::PATH => {
            staffed::<SetMentor>(ledger, who, request, |desk, wanted| {
                changing(desk, &wanted.reference, "mentor", |record| {
                    mentors::set(desk.rows, &record.id, desk.staff.address(), &wanted)
                })
            })
            .await
        }
        AnswerAsked::PATH => {
            staffed::<AnswerAsked>(ledger, who, request, |desk, wanted| {
                settling(desk, &wanted.reference, "answer-asked", |record| {
                    asked::answer(desk.rows, &record.id, desk.staff.address(), &wanted)
                })
            })
            .await
        }
        _ => {
            staffed::<Correct>(ledger, who, request, |desk, wanted| {
                changing(desk, &wanted.reference, "correct", |record| {
                    annotate::correct(desk.rows, desk.names, &record.id, desk.staff.address(), &wanted)
                })
            })
            .await
        }
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
