//! Which page of the desk an address is. The address is the state: a page can be kept, shared and gone back to.

use domain::desk::view::View;
use domain::mentor::Offer;

/// A page of the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Queue,
    Records(View),
    /// By its reference.
    Record(String),
    /// Of whom that is so, or all.
    Mentors(Option<Offer>),
    /// Everything held about whoever sent the record of that reference.
    Person(String),
    Programmes,
    /// By its slug.
    Programme(String),
    Enter,
    Members,
    Log,
    Closures,
    /// What has been kept long enough; one comes to it from the log.
    Retention,
    Unknown,
}

/// Before what is shown of the mentors.
const SHOW: &str = "?show=";

impl Place {
    /// Of a path without language, and its query.
    pub fn parse(path: &str, query: &str) -> Self {
        let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
        match parts.as_slice() {
            ["desk"] => Self::Queue,
            ["desk", "records"] => Self::Records(View::parse(query)),
            ["desk", "records", reference] => Self::Record((*reference).to_owned()),
            ["desk", "mentors"] => Self::Mentors(query.strip_prefix(SHOW).and_then(Offer::parse)),
            ["desk", "person", reference] => Self::Person((*reference).to_owned()),
            ["desk", "programmes"] => Self::Programmes,
            ["desk", "programmes", slug] => Self::Programme((*slug).to_owned()),
            ["desk", "enter"] => Self::Enter,
            ["desk", "staff"] => Self::Members,
            ["desk", "log"] => Self::Log,
            ["desk", "closures"] => Self::Closures,
            ["desk", "retention"] => Self::Retention,
            _ => Self::Unknown,
        }
    }

    /// Its path without language.
    pub fn path(&self) -> String {
        match self {
            Self::Queue | Self::Unknown => "/desk".to_owned(),
            Self::Records(view) if view.query().is_empty() => "/desk/records".to_owned(),
            Self::Records(view) => format!("/desk/records?{}", view.query()),
            Self::Record(reference) => format!("/desk/records/{reference}"),
            Self::Mentors(None) => "/desk/mentors".to_owned(),
            Self::Mentors(Some(offer)) => format!("/desk/mentors{SHOW}{}", offer.key()),
            Self::Person(reference) => format!("/desk/person/{reference}"),
            Self::Programmes => "/desk/programmes".to_owned(),
            Self::Programme(slug) => format!("/desk/programmes/{slug}"),
            Self::Enter => "/desk/enter".to_owned(),
            Self::Members => "/desk/staff".to_owned(),
            Self::Log => "/desk/log".to_owned(),
            Self::Closures => "/desk/closures".to_owned(),
            Self::Retention => "/desk/retention".to_owned(),
        }
    }

    /// Whether both stand under the same heading of the navigation.
    pub fn is_under(&self, heading: &Self) -> bool {
        matches!(
            (heading, self),
            (Self::Queue, Self::Queue)
                | (Self::Records(_), Self::Records(_) | Self::Record(_) | Self::Person(_))
                | (Self::Mentors(_), Self::Mentors(_))
                | (Self::Programmes, Self::Programmes | Self::Programme(_) | Self::Closures)
                | (Self::Enter, Self::Enter)
                | (Self::Members, Self::Members)
                | (Self::Log, Self::Log | Self::Retention)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found_again_by_its_address() {
        let view = View { text: "åsa".to_owned(), late: true, ..View::default() };
        for place in [
            Place::Queue,
            Place::Records(View::default()),
            Place::Records(view),
            Place::Record("AB3CD4EF".to_owned()),
            Place::Mentors(None),
            Place::Mentors(Some(Offer::ToReview)),
            Place::Person("AB3CD4EF".to_owned()),
            Place::Programmes,
            Place::Programme("ki-alumni".to_owned()),
            Place::Enter,
            Place::Members,
            Place::Log,
            Place::Closures,
            Place::Retention,
        ] {
            let address = place.path();
            // A browser gives the query with its mark.
            let (path, query) = address.split_at(address.find('?').unwrap_or(address.len()));
            assert_eq!(Place::parse(path, query), place);
        }
        assert_eq!(Place::parse("/desk/x/y/z", ""), Place::Unknown);
    }
}
