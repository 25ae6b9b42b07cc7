//! The desk's calls about what is kept of the whole university: the list of staff, the closed days.

use super::staffed;
use crate::object::Ledger;
use domain::call::Call;
use domain::desk::call::{ReadClosures, ReadMembers, SetClosures, SetMembers};
use domain::ledger::staff::Who;
use domain::ledger::{documents, log, members};
use worker::{Request, Response, Result};

pub async fn call(ledger: &Ledger, path: &str, who: Who, request: &mut Request) -> Result<Response> {
    match path {
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
        SetClosures::PATH => {
            staffed::<SetClosures>(ledger, who, request, |desk, wanted| {
                let set = documents::set_closures(desk.rows, desk.staff.address(), &wanted)?;
                if set.is_ok() {
                    log::write(desk.rows, desk.staff, "closures", "")?;
                }
                Ok(set)
            })
            .await
        }
        _ => staffed::<ReadClosures>(ledger, who, request, |desk, ()| documents::closures(desk.rows).map(Ok)).await,
    }
}
