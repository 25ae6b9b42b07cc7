//! The desk's calls about everything held about a person: reading it, and that a file was made of it.

use super::{Staffed, staffed};
use crate::call::Asked;
use domain::call::Call;
use domain::desk::call::{ExportPerson, ReadPerson};
use domain::ledger::person;

pub fn read(path: &str, body: &[u8]) -> Asked<Staffed> {
    match path {
        ReadPerson::PATH => {
            staffed::<ReadPerson>(body, |desk, wanted| person::read(desk.rows, desk.names, desk.staff, &wanted))
        }
        _ => staffed::<ExportPerson>(body, |desk, wanted| person::export(desk.rows, desk.names, desk.staff, &wanted)),
    }
}
