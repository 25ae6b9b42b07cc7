//! The desk's calls: who makes each is found out first, then `domain` decides in one transaction.

mod documents;
mod erasing;
mod person;
mod record;
mod restoring;

use crate::answer::{answer, json_text, read, refuse, refuse_unread};
use crate::object::Ledger;
use crate::rows::Rows;
use domain::call::Call;
use domain::desk::call::{
    ACCESS_HEADER, DeskCall, Erase, EraseDue, ExportPerson, LogExport, ReadAnswers, ReadClosures, ReadDesk, ReadDue,
    ReadLog, ReadMembers, ReadMentors, ReadPerson, ReadRecord, ReadRows, ReadVersions, Restore, SESSION_HEADER,
    SetClosures, SetLive, SetMembers, SignOut,
};
use domain::desk::member::Authority;
use domain::ledger::staff::{self, Staff, Who};
use domain::ledger::{Decided, DeskBook, Office, log, mentors, opening, reading};
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
    let Some(who) = who(request) else { return refuse_unread(request, &Problem::NotSignedIn).await };
    match path {
        ReadDesk::PATH
        | ReadRows::PATH
        | ReadAnswers::PATH
        | ReadMentors::PATH
        | ReadRecord::PATH
        | ReadVersions::PATH => reads(ledger, path, who, request).await,
        SetLive::PATH | ReadLog::PATH | LogExport::PATH | SignOut::PATH => about_all(ledger, path, who, request).await,
        SetMembers::PATH | ReadMembers::PATH | SetClosures::PATH | ReadClosures::PATH => {
            documents::call(ledger, path, who, request).await
        }
        Restore::PATH => restoring::call(ledger, who, request).await,
        ReadPerson::PATH | ExportPerson::PATH => person::call(ledger, path, who, request).await,
        Erase::PATH | ReadDue::PATH | EraseDue::PATH => erasing::call(ledger, path, who, request).await,
        _ => record::call(ledger, path, who, request).await,
    }
}

/// A lost ledger says so to whoever is signed in, and is restored.
pub async fn call_when_lost(ledger: &Ledger, path: &str, request: &mut Request) -> Result<Response> {
    let Some(who) = who(request) else { return refuse_unread(request, &Problem::NotSignedIn).await };
    match path {
        Restore::PATH => restoring::call(ledger, who, request).await,
        SignOut::PATH => about_all(ledger, path, who, request).await,
        _ => {
            let known = restoring::signed_in(ledger, who, Authority::Reader).await;
            let problem = known.map_or(Problem::Unreachable, |known| known.err().unwrap_or(Problem::Lost));
            refuse_unread(request, &problem).await
        }
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
    let work = move |desk: &Desk<'_>| Ok(work(desk, wanted)?.map(|reply| serde_json::to_string(&reply)));
    carried_out(ledger, who, (C::PATH, C::NEEDS), Box::new(work)).await
}

/// What a call does; its reply as text.
type Work = Box<dyn FnOnce(&Desk<'_>) -> Decided<serde_json::Result<String>>>;

/// One function for every call: made anew for each it would only make the program larger.
async fn carried_out(ledger: &Ledger, who: Who, (path, needs): (&str, Authority), work: Work) -> Result<Response> {
    let Some(names) = ledger.names().cloned() else { return refuse(&Problem::Unreachable) };
    let (first, samples) = (ledger.first_administrator(), ledger.samples());
    let decided = ledger
        .atomically(move |rows| match staff::signed_in(rows, first.as_deref(), &who, needs)? {
            Ok(staff) => work(&Desk { rows, names: &names, staff: &staff, samples }),
            Err(problem) => Ok(Err(problem)),
        })
        .await;
    match decided {
        Ok(Ok(text)) => json_text(text?, 200),
        other => answer(other.map(|decided| decided.map(drop)), path),
    }
}

async fn reads(ledger: &Ledger, path: &str, who: Who, request: &mut Request) -> Result<Response> {
    match path {
        ReadDesk::PATH => {
            staffed::<ReadDesk>(ledger, who, request, |desk, ()| reading::desk(desk.rows, desk.staff, desk.samples))
                .await
        }
        ReadRows::PATH => {
            staffed::<ReadRows>(ledger, who, request, |desk, after| {
                reading::rows(desk.rows, desk.names, desk.staff, &after)
            })
            .await
        }
        ReadAnswers::PATH => {
            staffed::<ReadAnswers>(ledger, who, request, |desk, after| reading::answers(desk.rows, desk.staff, &after))
                .await
        }
        ReadMentors::PATH => {
            staffed::<ReadMentors>(ledger, who, request, |desk, after| mentors::read(desk.rows, desk.staff, &after))
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
