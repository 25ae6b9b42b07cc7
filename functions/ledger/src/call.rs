//! A call that was read and waits to be carried out: what it does with the rows, and its reply as text. Nothing here waits
//! for anything, so one function carries out every call; made anew for each it would only make the program larger.

use crate::book::text;
use crate::rows::Rows;
use domain::call::Call;
use domain::json::{self, NotRead};
use domain::ledger::Decided;
use domain::problem::Problem;
use serde::Serialize;

/// What a call does with the rows; its reply as JSON.
type Work = Box<dyn FnOnce(&Rows) -> Decided<String>>;

/// A call with its request read, or why there is none.
pub type Asked<T> = Result<T, Problem>;

/// A call that may be made.
pub struct Ready {
    pub path: &'static str,
    /// What changes nothing needs no transaction.
    pub changes: bool,
    pub work: Work,
}

/// The request of a call; `api` has limited its size.
pub fn read<C: Call>(body: &[u8]) -> Asked<C::Request> {
    json::read(body).map_err(|NotRead| Problem::NotTheCall)
}

/// A call that is decided in one transaction.
pub fn decided<C: Call>(
    body: &[u8],
    decide: impl FnOnce(&Rows, &C::Request) -> Decided<C::Reply> + 'static,
) -> Asked<Ready>
where
    C::Request: 'static,
{
    let call = read::<C>(body)?;
    Ok(Ready { path: C::PATH, changes: true, work: Box::new(move |rows| as_text(decide(rows, &call)?)) })
}

/// As [`decided`], of what changes nothing.
pub fn seen<C: Call>(body: &[u8], look: impl FnOnce(&Rows, &C::Request) -> Decided<C::Reply> + 'static) -> Asked<Ready>
where
    C::Request: 'static,
{
    Ok(Ready { changes: false, ..decided::<C>(body, look)? })
}

/// A reply as it travels.
pub fn as_text<T: Serialize>(reply: Result<T, Problem>) -> Decided<String> {
    match reply {
        Ok(reply) => text(&reply).map(Ok),
        Err(problem) => Ok(Err(problem)),
    }
}
