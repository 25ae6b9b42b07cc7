//! The desk's calls: who makes each is found out first, then `domain` decides, in one transaction.

mod documents;
mod erasing;
mod person;
mod record;

use crate::answer::{answer, refuse};
use crate::call::{self, Asked, Ready, as_text};
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
use domain::ledger::{Decided, DeskBook, Office, log, mentors, opening, reading, restore};
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
pub fn who(request: &Request) -> Option<Who> {
    let header = |name: &str| request.headers().get(name).ok().flatten();
    let session = header(SESSION_HEADER).and_then(|hash| LinkHash::parse(&hash)).map(Who::Session);
    header(ACCESS_HEADER).map(Who::Access).or(session)
}

/// One of the desk's calls, of whoever may make it.
pub fn ready(ledger: &Ledger, path: &str, who: Option<Who>, body: &[u8]) -> Asked<Ready> {
    let who = who.ok_or(Problem::NotSignedIn)?;
    let read = match path {
        ReadDesk::PATH
        | ReadRows::PATH
        | ReadAnswers::PATH
        | ReadMentors::PATH
        | ReadRecord::PATH
        | ReadVersions::PATH => reads(path, body),
        SetLive::PATH | ReadLog::PATH | LogExport::PATH | SignOut::PATH => about_all(path, body),
        SetMembers::PATH | ReadMembers::PATH | SetClosures::PATH | ReadClosures::PATH => documents::read(path, body),
        ReadPerson::PATH | ExportPerson::PATH => person::read(path, body),
        Erase::PATH | ReadDue::PATH | EraseDue::PATH => erasing::read(path, body),
        _ => record::read(path, body),
    };
    may(ledger, who, read?)
}

/// Everything a decision of the desk is made with.
struct Desk<'a> {
    rows: &'a Rows,
    names: &'a ReferenceKey,
    who: &'a Who,
    staff: &'a Staff,
    samples: bool,
}

/// What a call does for whoever may make it; its reply as JSON.
type Work = Box<dyn FnOnce(&Desk<'_>) -> Decided<String>>;

/// A call with its request read, before it is known who makes it.
struct Staffed {
    path: &'static str,
    needs: Authority,
    work: Work,
}

fn staffed<C: DeskCall>(
    body: &[u8],
    work: impl FnOnce(&Desk<'_>, C::Request) -> Decided<C::Reply> + 'static,
) -> Asked<Staffed>
where
    C::Request: 'static,
{
    let wanted = call::read::<C>(body)?;
    let work = move |desk: &Desk<'_>| as_text(work(desk, wanted)?);
    Ok(Staffed { path: C::PATH, needs: C::NEEDS, work: Box::new(work) })
}

/// Who makes a call is found out first, in the same transaction.
fn may(ledger: &Ledger, who: Who, call: Staffed) -> Asked<Ready> {
    let Staffed { path, needs, work } = call;
    let names = ledger.names().cloned().ok_or(Problem::Unreachable)?;
    let (first, samples) = (ledger.first_administrator(), ledger.samples());
    let work = move |rows: &Rows| match staff::signed_in(rows, first.as_deref(), &who, needs)? {
        Ok(staff) => work(&Desk { rows, names: &names, who: &who, staff: &staff, samples }),
        Err(problem) => Ok(Err(problem)),
    };
    Ok(Ready { path, changes: true, work: Box::new(work) })
}

/// Who makes a call that is more than one transaction.
pub async fn signed_in(ledger: &Ledger, who: Option<Who>, needs: Authority) -> Decided<Staff> {
    let Some(who) = who else { return Ok(Err(Problem::NotSignedIn)) };
    let first = ledger.first_administrator();
    ledger.atomically(move |rows| staff::signed_in(rows, first.as_deref(), &who, needs)).await
}

/// Brings a lost ledger back, by an administrator: one page of copies with each call.
pub async fn restore(ledger: &Ledger, who: Option<Who>, body: &[u8]) -> Result<Response> {
    let wanted = match call::read::<Restore>(body) {
        Ok(wanted) => wanted,
        Err(problem) => return refuse(&problem),
    };
    match signed_in(ledger, who, Restore::NEEDS).await {
        Ok(Ok(staff)) => answer(restore::step(ledger, wanted.from, Some(staff)).await, Restore::PATH),
        other => answer(other.map(|decided| decided.map(drop)), Restore::PATH),
    }
}

fn reads(path: &str, body: &[u8]) -> Asked<Staffed> {
    match path {
        ReadDesk::PATH => staffed::<ReadDesk>(body, |desk, ()| reading::desk(desk.rows, desk.staff, desk.samples)),
        ReadRows::PATH => {
            staffed::<ReadRows>(body, |desk, after| reading::rows(desk.rows, desk.names, desk.staff, &after))
        }
        ReadAnswers::PATH => {
            staffed::<ReadAnswers>(body, |desk, after| reading::answers(desk.rows, desk.staff, &after))
        }
        ReadMentors::PATH => staffed::<ReadMentors>(body, |desk, after| mentors::read(desk.rows, desk.staff, &after)),
        ReadRecord::PATH => {
            staffed::<ReadRecord>(body, |desk, wanted| reading::record(desk.rows, desk.names, desk.staff, &wanted))
        }
        _ => staffed::<ReadVersions>(body, |desk, wanted| {
            if !desk.staff.serves(&wanted.programme) {
                return Ok(Err(Problem::NotFound));
            }
            desk.rows.lives(&wanted.programme, VERSIONS_MAX).map(Ok)
        }),
    }
}

fn about_all(path: &str, body: &[u8]) -> Asked<Staffed> {
    match path {
        SetLive::PATH => staffed::<SetLive>(body, |desk, wanted| {
            if !desk.staff.serves(&wanted.programme) || programme(&wanted.programme).is_none() {
                return Ok(Err(Problem::NotFound));
            }
            let set = opening::set(desk.rows, Some(desk.staff.address()), &wanted, desk.samples)?;
            if set.is_ok() {
                log::write(desk.rows, desk.staff, "live", &wanted.programme)?;
            }
            Ok(set)
        }),
        ReadLog::PATH => staffed::<ReadLog>(body, |desk, wanted| log::read(desk.rows, &wanted)),
        LogExport::PATH => staffed::<LogExport>(body, |desk, wanted| {
            log::write(desk.rows, desk.staff, "export", &wanted.rows.to_string()).map(Ok)
        }),
        _ => staffed::<SignOut>(body, |desk, ()| staff::sign_out(desk.rows, desk.who)),
    }
}
