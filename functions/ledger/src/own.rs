//! What a person reads and does on their own page, whatever it is about; and whoever got its link by mistake.

use crate::call::{Asked, Ready, decided, seen};
use crate::object::Ledger;
use domain::call::{
    AnswerMentorRequest, AskStaff, Call, ChangeOwn, ChooseLetters, Disown, ExplainNo, ReadHeld, ReadOwn, ReadRequest,
    ReadWishes, Return, SayWilling, SetOffer, SetWishes, Speak, Talk, Turn, Withdraw,
};
use domain::ledger::{Office, asked, letters, mentors, own, requests, willing, wishes};
use domain::problem::Problem;

/// Whether a call is one of these.
pub fn is_one(path: &str) -> bool {
    path.starts_with("/ledger/own/")
}

pub fn ready(ledger: &Ledger, path: &str, body: &[u8]) -> Asked<Ready> {
    match path {
        ReadOwn::PATH | Turn::PATH | ReadWishes::PATH => shown(ledger, path, body),
        Withdraw::PATH => decided::<Withdraw>(body, own::withdraw),
        Return::PATH => decided::<Return>(body, own::come_back),
        ChangeOwn::PATH => decided::<ChangeOwn>(body, own::change),
        SetOffer::PATH => decided::<SetOffer>(body, mentors::offer),
        ChooseLetters::PATH => decided::<ChooseLetters>(body, letters::choose),
        SayWilling::PATH => decided::<SayWilling>(body, willing::say),
        ReadRequest::PATH => seen::<ReadRequest>(body, requests::read),
        AnswerMentorRequest::PATH => decided::<AnswerMentorRequest>(body, requests::answer),
        SetWishes::PATH => decided::<SetWishes>(body, wishes::set),
        ExplainNo::PATH => decided::<ExplainNo>(body, requests::explain),
        Talk::PATH => decided::<Talk>(body, requests::talk),
        Speak::PATH => decided::<Speak>(body, own::speak),
        ReadHeld::PATH => seen::<ReadHeld>(body, own::held),
        AskStaff::PATH => decided::<AskStaff>(body, asked::ask),
        Disown::PATH => decided::<Disown>(body, own::disown),
        _ => Err(Problem::NotFound),
    }
}

/// The page, of this or of something else that the person has sent: what else there is is found by the address.
fn shown(ledger: &Ledger, path: &str, body: &[u8]) -> Asked<Ready> {
    let names = ledger.names().cloned().ok_or(Problem::Unreachable)?;
    match path {
        ReadOwn::PATH => seen::<ReadOwn>(body, move |rows, call| own::page(rows, &names, call)),
        ReadWishes::PATH => seen::<ReadWishes>(body, move |rows, call| wishes::read(rows, &names, call)),
        _ => decided::<Turn>(body, move |rows, call| own::turn(rows, &names, call)),
    }
}
