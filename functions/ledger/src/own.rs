//! What a person reads and does on their own page, whatever it is about; and whoever got its link by mistake.

use crate::answer::{answer, read, refuse};
use crate::object::Ledger;
use domain::call::{
    AskStaff, Call, ChangeOwn, Disown, ReadHeld, ReadOwn, ReadOwnRequest, Return, Speak, Turn, TurnRequest, Withdraw,
};
use domain::ledger::{Office, asked, own};
use domain::problem::Problem;
use worker::{Request, Response, Result};

/// Whether a call is one of these.
pub fn is_one(path: &str) -> bool {
    path.starts_with("/ledger/own/")
}

pub async fn call(ledger: &Ledger, path: &str, request: &mut Request) -> Result<Response> {
    match path {
        ReadOwn::PATH | Turn::PATH => shown(ledger, path, request).await,
        Withdraw::PATH => match read(request).await {
            Some(call) => answer(ledger.atomically(move |rows| own::withdraw(rows, &call)).await, path),
            None => refuse(&Problem::NotTheCall),
        },
        Return::PATH => match read(request).await {
            Some(call) => answer(ledger.atomically(move |rows| own::come_back(rows, &call)).await, path),
            None => refuse(&Problem::NotTheCall),
        },
        ChangeOwn::PATH => match read(request).await {
            Some(call) => answer(ledger.atomically(move |rows| own::change(rows, &call)).await, path),
            None => refuse(&Problem::NotTheCall),
        },
        Speak::PATH => match read(request).await {
            Some(call) => answer(ledger.atomically(move |rows| own::speak(rows, &call)).await, path),
            None => refuse(&Problem::NotTheCall),
        },
        ReadHeld::PATH => match read(request).await {
            Some(call) => answer(ledger.look(|rows| own::held(rows, &call)), path),
            None => refuse(&Problem::NotTheCall),
        },
        AskStaff::PATH => match read(request).await {
            Some(call) => answer(ledger.atomically(move |rows| asked::ask(rows, &call)).await, path),
            None => refuse(&Problem::NotTheCall),
        },
        Disown::PATH => match read(request).await {
            Some(call) => answer(ledger.atomically(move |rows| own::disown(rows, &call)).await, path),
            None => refuse(&Problem::NotTheCall),
        },
        _ => {
            // What is left unread spoils the connection for the next request.
            let _ = request.bytes().await;
            refuse(&Problem::NotFound)
        }
    }
}

/// The page, of this or of something else that the person has sent: what else there is is found by the address.
async fn shown(ledger: &Ledger, path: &str, request: &mut Request) -> Result<Response> {
    let Some(names) = ledger.names().cloned() else {
        let _ = request.bytes().await;
        return refuse(&Problem::Unreachable);
    };
    if path == ReadOwn::PATH {
        return match read::<ReadOwnRequest>(request).await {
            Some(call) => answer(ledger.look(|rows| own::page(rows, &names, &call)), path),
            None => refuse(&Problem::NotTheCall),
        };
    }
    match read::<TurnRequest>(request).await {
        Some(call) => answer(ledger.atomically(move |rows| own::turn(rows, &names, &call)).await, path),
        None => refuse(&Problem::NotTheCall),
    }
}
