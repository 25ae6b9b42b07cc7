//! The desk's calls: who makes each is found out first, then `domain` decides in one transaction.

mod asked;

use crate::answer::{answer, read, refuse};
use crate::object::Ledger;
use crate::rows::Rows;
use domain::call::Call;
use domain::desk::call::{
    ACCESS_HEADER, Allow, AnswerAsked, Comment, Correct, Decide, DeskCall, DeskRecord, Enter, Erase, LogExport,
    ReadAnswers, ReadDesk, ReadLog, ReadMembers, ReadRecord, ReadRows, ReadVersions, SESSION_HEADER, SetLive, SetMark,
    SetMembers, SetRegistry, SignOut, Undo,
};
use domain::ledger::decide::{self, Deciding};
use domain::ledger::staff::{self, Staff, Who};
use domain::ledger::{Decided, DeskBook, Office, Record, annotate, change, log, members, opening, reading};
use domain::link::LinkHash;
use domain::problem::Problem;
use domain::programme::programme;
use vault::ReferenceKey;
use worker::{Request, Response, Result};

/// Versions of a live half that are shown.
const VERSIONS_MAX: usize = 50;

/// Whether a path is one of the desk's.
pub fn is_one(path: &str) -> bool {
    path.starts_with("/desk/api/")
}

/// Who makes a call; only `api` reaches this object and sets these.
fn who(request: &Request) -> Option<Who> {
    let header = |name: &str| request.headers().get(name).ok().flatten();
    let session = header(SESSION_HEADER).and_then(|hash| LinkHash::parse(&hash)).map(Who::Session);
    header(ACCESS_HEADER).map(Who::Access).or(session)
}

pub async fn call(ledger: &Ledger, path: &str, request: &mut Request) -> Result<Response> {
    let Some(who) = who(request) else {
        // What is left unread spoils the connection for the next request.
        let _ = request.bytes().await;
        return refuse(&Problem::NotSignedIn);
    };
    match path {
        ReadDesk::PATH | ReadRows::PATH | ReadAnswers::PATH | ReadRecord::PATH | ReadVersions::PATH => {
            reads(ledger, path, who, request).await
        }
        SetLive::PATH | SetMembers::PATH | ReadMembers::PATH | ReadLog::PATH | LogExport::PATH | SignOut::PATH => {
            about_all(ledger, path, who, request).await
        }
        _ => about_one(ledger, path, who, request).await,
    }
}

/// Everything a decision of the desk is made with.
struct Desk<'a> {
    rows: &'a Rows,
    names: &'a ReferenceKey,
    staff: &'a Staff,
    samples: bool,
}

/// Does a call for whoever may make it.
async fn staffed<C: DeskCall>(
    ledger: &Ledger,
    who: Who,
    request: &mut Request,
    work: impl FnOnce(&Desk<'_>, C::Request) -> Decided<C::Reply> + 'static,
) -> Result<Response>
where
    C::Request: 'static,
    C::Reply: 'static,
{
    let Some(wanted) = read::<C::Request>(request).await else { return refuse(&Problem::NotTheCall) };
    let Some(names) = ledger.names().cloned() else { return refuse(&Problem::Unreachable) };
    let (first, samples) = (ledger.first_administrator(), ledger.samples());
    let decided = ledger
        .atomically(move |rows| match staff::signed_in(rows, first.as_deref(), &who, C::NEEDS)? {
            Ok(staff) => work(&Desk { rows, names: &names, staff: &staff, samples }, wanted),
            Err(problem) => Ok(Err(problem)),
        })
        .await;
    answer(decided, C::PATH)
}

async fn reads(ledger: &Ledger, path: &str, who: Who, request: &mut Request) -> Result<Response> {
    match path {
        ReadDesk::PATH => {
            staffed::<ReadDesk>(ledger, who, request, |desk, ()| reading::desk(desk.rows, desk.staff, desk.samples))
                .await
        }
        ReadRows::PATH => {
            staffed::<ReadRows>(ledger, who, request, |desk, after| reading::rows(desk.rows, desk.staff, &after)).await
        }
        ReadAnswers::PATH => {
            staffed::<ReadAnswers>(ledger, who, request, |desk, after| reading::answers(desk.rows, desk.staff, &after))
                .await
        }
        ReadRecord::PATH => {
            staffed::<ReadRecord>(ledger, who, request, |desk, wanted| {
                reading::record(desk.rows, desk.names, desk.staff, &wanted)
            })
            .await
        }
        _ => {
            staffed::<ReadVersions>(ledger, who, request, |desk, wanted| {
                if !desk.staff.serves(&wanted.programme) {
                    return Ok(Err(Problem::NotFound));
                }
                desk.rows.lives(&wanted.programme, VERSIONS_MAX).map(Ok)
            })
            .await
        }
    }
}

async fn about_all(ledger: &Ledger, path: &str, who: Who, request: &mut Request) -> Result<Response> {
    match path {
        SetLive::PATH => {
            staffed::<SetLive>(ledger, who, request, |desk, wanted| {
                if !desk.staff.serves(&wanted.programme) || programme(&wanted.programme).is_none() {
                    return Ok(Err(Problem::NotFound));
                }
                let set = opening::set(desk.rows, Some(desk.staff.address()), &wanted, desk.samples)?;
                if set.is_ok() {
                    log::write(desk.rows, desk.staff, "live", &wanted.programme)?;
                }
                Ok(set)
            })
            .await
        }
        SetMembers::PATH => {
            staffed::<SetMembers>(ledger, who, request, |desk, wanted| {
                let set = members::set(desk.rows, desk.staff.address(), &wanted)?;
                if set.is_ok() {
                    log::write(desk.rows, desk.staff, "members", "")?;
                }
                Ok(set)
            })
            .await
        }
        ReadMembers::PATH => {
            staffed::<ReadMembers>(ledger, who, request, |desk, ()| members::read(desk.rows).map(Ok)).await
        }
        ReadLog::PATH => staffed::<ReadLog>(ledger, who, request, |desk, wanted| log::read(desk.rows, &wanted)).await,
        LogExport::PATH => {
            staffed::<LogExport>(ledger, who, request, |desk, wanted| {
                log::write(desk.rows, desk.staff, "export", &wanted.rows.to_string()).map(Ok)
            })
            .await
        }
        _ => {
            let ending = who.clone();
            staffed::<SignOut>(ledger, who, request, move |desk, ()| staff::sign_out(desk.rows, &ending)).await
        }
    }
}

/// A change to one record: the person must serve its programme, and the log says what was done.
fn changing(
    desk: &Desk<'_>,
    reference: &str,
    what: &str,
    work: impl FnOnce(&Record) -> Decided<Record>,
) -> Decided<DeskRecord> {
    let record = match reading::seen(desk.rows, desk.staff, reference)? {
        Ok(record) => record,
        Err(problem) => return Ok(Err(problem)),
    };
    match work(&record)? {
        Ok(next) => {
            if next.version != record.version {
                log::write(desk.rows, desk.staff, what, reference)?;
            }
            reading::shown(desk.rows, desk.names, desk.staff, &next, next.protected).map(Ok)
        }
        Err(problem) => Ok(Err(problem)),
    }
}

async fn about_one(ledger: &Ledger, path: &str, who: Who, request: &mut Request) -> Result<Response> {
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
        Undo::PATH | Comment::PATH | Allow::PATH => on_a_decision(ledger, path, who, request).await,
        SetMark::PATH | SetRegistry::PATH | Correct::PATH => noted(ledger, path, who, request).await,
        Enter::PATH => staffed::<Enter>(ledger, who, request, |desk, wanted| entered(desk, &wanted)).await,
        AnswerAsked::PATH => asked::answered(ledger, who, request).await,
        Erase::PATH => staffed::<Erase>(ledger, who, request, |desk, wanted| erased(desk, &wanted)).await,
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
                changing(desk, &wanted.reference, "undo", |record| {
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

fn entered(desk: &Desk<'_>, wanted: &domain::desk::call::EnterRequest) -> Decided<DeskRecord> {
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

/// The reason is judged and then gone with the record: the log says that it was erased, and by whom.
fn erased(desk: &Desk<'_>, wanted: &domain::desk::call::ReasonRequest) -> Decided<()> {
    let record = match reading::seen(desk.rows, desk.staff, &wanted.reference)? {
        Ok(record) => record,
        Err(problem) => return Ok(Err(problem)),
    };
    if let Err(problem) = change::check_reason(&wanted.reason) {
        return Ok(Err(problem));
    }
    if record.version != wanted.seen {
        return Ok(Err(Problem::Changed));
    }
    log::write(desk.rows, desk.staff, "erase", &wanted.reference)?;
    change::erase(desk.rows, desk.names, &record.id)
}
