//! What a person reads and does on their own page, whatever it is about; and whoever got its link by mistake.

use crate::answer::refuse_unread;
use crate::object::Ledger;
use domain::call::{
    AnswerMentorRequest, AskStaff, Call, ChangeOwn, ChooseLetters, Disown, ExplainNo, ReadHeld, ReadOwn, ReadRequest,
    ReadWishes, Return, SayWilling, SetOffer, SetWishes, Speak, Talk, Turn, Withdraw,
};
use domain::ledger::{Office, asked, letters, mentors, own, requests, willing, wishes};
use domain::problem::Problem;
use worker::{Request, Response, Result};

/// Whether a call is one of these.
pub fn is_one(path: &str) -> bool {
    path.starts_with("/ledger/own/")
}

pub async fn call(ledger: &Ledger, path: &str, request: &mut Request) -> Result<Response> {
    match path {
        ReadOwn::PATH | Turn::PATH | ReadWishes::PATH => shown(ledger, path, request).await,
        Withdraw::PATH => ledger.decided::<Withdraw>(request, own::withdraw).await,
        Return::PATH => ledger.decided::<Return>(request, own::come_back).await,
        ChangeOwn::PATH => ledger.decided::<ChangeOwn>(request, own::change).await,
        SetOffer::PATH => ledger.decided::<SetOffer>(request, mentors::offer).await,
        ChooseLetters::PATH => ledger.decided::<ChooseLetters>(request, letters::choose).await,
        SayWilling::PATH => ledger.decided::<SayWilling>(request, willing::say).await,
        ReadRequest::PATH => ledger.seen::<ReadRequest>(request, requests::read).await,
        AnswerMentorRequest::PATH => ledger.decided::<AnswerMentorRequest>(request, requests::answer).await,
        SetWishes::PATH => ledger.decided::<SetWishes>(request, wishes::set).await,
        ExplainNo::PATH => ledger.decided::<ExplainNo>(request, requests::explain).await,
        Talk::PATH => ledger.decided::<Talk>(request, requests::talk).await,
        Speak::PATH => ledger.decided::<Speak>(request, own::speak).await,
        ReadHeld::PATH => ledger.seen::<ReadHeld>(request, own::held).await,
        AskStaff::PATH => ledger.decided::<AskStaff>(request, asked::ask).await,
        Disown::PATH => ledger.decided::<Disown>(request, own::disown).await,
        _ => refuse_unread(request, &Problem::NotFound).await,
    }
}

/// The page, of this or of something else that the person has sent: what else there is is found by the address.
async fn shown(ledger: &Ledger, path: &str, request: &mut Request) -> Result<Response> {
    let Some(names) = ledger.names().cloned() else { return refuse_unread(request, &Problem::Unreachable).await };
    match path {
        ReadOwn::PATH => ledger.seen::<ReadOwn>(request, |rows, call| own::page(rows, &names, call)).await,
        ReadWishes::PATH => ledger.seen::<ReadWishes>(request, |rows, call| wishes::read(rows, &names, call)).await,
        _ => ledger.decided::<Turn>(request, move |rows, call| own::turn(rows, &names, call)).await,
    }
}
