//! The desk's calls about everything held about a person: reading it, and that a file was made of it.

use super::staffed;
use crate::object::Ledger;
use domain::call::Call;
use domain::desk::call::{ExportPerson, ReadPerson};
use domain::ledger::person;
use domain::ledger::staff::Who;
use worker::{Request, Response, Result};

pub async fn call(ledger: &Ledger, path: &str, who: Who, request: &mut Request) -> Result<Response> {
    match path {
        ReadPerson::PATH => {
            staffed::<ReadPerson>(ledger, who, request, |desk, wanted| {
                person::read(desk.rows, desk.names, desk.staff, &wanted)
            })
            .await
        }
        _ => {
            staffed::<ExportPerson>(ledger, who, request, |desk, wanted| {
                person::export(desk.rows, desk.names, desk.staff, &wanted)
            })
            .await
        }
    }
}
