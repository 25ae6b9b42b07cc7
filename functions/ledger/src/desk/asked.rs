//! Staff's answer to what a person has asked.

use super::one::settling;
use super::staffed;
use crate::object::Ledger;
use domain::desk::call::AnswerAsked;
use domain::ledger::asked;
use domain::ledger::staff::Who;
use worker::{Request, Response, Result};

pub async fn answered(ledger: &Ledger, who: Who, request: &mut Request) -> Result<Response> {
    staffed::<AnswerAsked>(ledger, who, request, |desk, wanted| {
        settling(desk, &wanted.reference, "answer-asked", |record| {
            asked::answer(desk.rows, &record.id, desk.staff.address(), &wanted)
        })
    })
    .await
}
