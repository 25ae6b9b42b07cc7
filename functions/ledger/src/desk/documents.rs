//! The desk's calls about what is kept of the whole university: the list of staff, the closed days.

use super::{Staffed, staffed};
use crate::call::Asked;
use domain::call::Call;
use domain::desk::call::{ReadClosures, ReadMembers, SetClosures, SetMembers};
use domain::ledger::{documents, log, members};

pub fn read(path: &str, body: &[u8]) -> Asked<Staffed> {
    match path {
        SetMembers::PATH => staffed::<SetMembers>(body, |desk, wanted| {
            let set = members::set(desk.rows, desk.staff.address(), &wanted)?;
            if set.is_ok() {
                log::write(desk.rows, desk.staff, "members", "")?;
            }
            Ok(set)
        }),
        ReadMembers::PATH => staffed::<ReadMembers>(body, |desk, ()| members::read(desk.rows).map(Ok)),
        SetClosures::PATH => staffed::<SetClosures>(body, |desk, wanted| {
            let set = documents::set_closures(desk.rows, desk.staff.address(), &wanted)?;
            if set.is_ok() {
                log::write(desk.rows, desk.staff, "closures", "")?;
            }
            Ok(set)
        }),
        _ => staffed::<ReadClosures>(body, |desk, ()| documents::closures(desk.rows).map(Ok)),
    }
}
