//! The list of staff: whom a sign-in link is sent to, and what each may do.

use crate::answer;
use crate::problem::{Fault, FaultKind, Problem};
use crate::programme::programme;
use crate::question::Kind;
use crate::text::Language;
use serde::{Deserialize, Serialize};

/// What somebody at the desk may do; each may all that the one before may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Authority {
    /// Sees records of the programmes they serve.
    Reader,
    /// Decides about them too, and opens and closes those programmes.
    Coordinator,
    /// All programmes, the list of staff, erasing and deleting.
    Administrator,
}

impl Authority {
    pub const ALL: [Self; 3] = [Self::Reader, Self::Coordinator, Self::Administrator];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::Coordinator => "coordinator",
            Self::Administrator => "administrator",
        }
    }

    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|authority| authority.key() == key)
    }
}

/// One of the staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Lower-case; whoever reads it is this person.
    pub address: String,
    /// Shown beside what they did.
    pub name: String,
    pub authority: Authority,
    /// Slugs of the programmes they serve; an administrator serves all.
    pub programmes: Vec<String>,
    /// Whether the daily letter goes to them.
    pub daily_letter: bool,
    pub language: Language,
}

impl Member {
    pub fn serves(&self, programme: &str) -> bool {
        self.authority == Authority::Administrator || self.programmes.iter().any(|slug| slug == programme)
    }
}

/// People on the list: several career services together have fewer.
pub const MEMBERS_MAX: usize = 100;
/// As long as a full name in a form.
pub const NAME_MAX: u16 = 120;

/// The list as it is stored: normalised, or every fault with its place, such as `2.address`.
pub fn check(members: &[Member]) -> Result<Vec<Member>, Problem> {
    let mut faults = Vec::new();
    let mut checked: Vec<Member> = Vec::new();
    if members.len() > MEMBERS_MAX {
        let max = u32::try_from(MEMBERS_MAX).unwrap_or(u32::MAX);
        return Err(vec![Fault::of("members", FaultKind::TooMany { max })].into());
    }
    for (index, member) in members.iter().enumerate() {
        let mut wrong = |field: &str, kind| faults.push(Fault::of(&format!("{index}.{field}"), kind));
        let address = answer::check_text(Kind::Email, &member.address).map(|address| normal(&address));
        let address = address.unwrap_or_else(|kind| {
            wrong("address", kind);
            String::new()
        });
        if !address.is_empty() && checked.iter().any(|other| other.address == address) {
            wrong("address", FaultKind::SameAddress);
        }
        let name = answer::check_text(Kind::FullName { max: NAME_MAX }, &member.name).unwrap_or_else(|kind| {
            wrong("name", kind);
            String::new()
        });
        if member.programmes.iter().any(|slug| programme(slug).is_none()) {
            wrong("programmes", FaultKind::UnknownProgramme);
        }
        checked.push(Member { address, name, ..member.clone() });
    }
    if faults.is_empty() { Ok(checked) } else { Err(faults.into()) }
}

/// An address as it is compared: nobody means another person by another case.
pub fn normal(address: &str) -> String {
    address.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(address: &str, authority: Authority, programmes: &[&str]) -> Member {
        Member {
            address: address.to_owned(),
            name: "Å. Öberg".to_owned(),
            authority,
            programmes: programmes.iter().map(|slug| (*slug).to_owned()).collect(),
            daily_letter: false,
            language: Language::Sv,
        }
    }

    #[test]
    fn an_administrator_serves_all_and_others_what_is_named() {
        let coordinator = member("a@example.org", Authority::Coordinator, &["ki-alumni"]);
        assert!(coordinator.serves("ki-alumni") && !coordinator.serves("doctoral"));
        assert!(member("a@example.org", Authority::Administrator, &[]).serves("doctoral"));
        assert!(!member("a@example.org", Authority::Reader, &[]).serves("ki-alumni"));
    }

    #[test]
    fn every_fault_is_named_by_its_line() {
        let good = member(" Staff@Example.ORG", Authority::Reader, &["ki-alumni"]);
        assert_eq!(check(std::slice::from_ref(&good)).unwrap()[0].address, "staff@example.org");
        let bad = [good.clone(), good, member("nobody", Authority::Reader, &["unknown"])];
        let Err(Problem::Faults { faults }) = check(&bad) else { panic!("faults expected") };
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, ["1.address", "2.address", "2.programmes"]);
        let many: Vec<Member> =
            (0..=MEMBERS_MAX).map(|n| member(&format!("a{n}@example.org"), Authority::Reader, &[])).collect();
        assert!(check(&many).is_err());
    }
}
