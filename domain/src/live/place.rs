//! The places of a live half in the prerendered pages: the page names them, the Worker fills them.

use crate::text::Language;

/// A place that is the same in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Shown while it takes applications.
    Open,
    /// Shown while it does not.
    Closed,
    /// The contact address, and the link to it.
    Contact,
    Mail,
}

impl Place {
    pub fn of(self, slug: &str) -> String {
        let name = match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Contact => "contact",
            Self::Mail => "mail",
        };
        format!("live-{name}-{slug}")
    }
}

/// A place with a sentence in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sentence {
    /// Why it is closed.
    Because,
    /// The first day, while it lies ahead.
    Opens,
    /// The last day, while it is open.
    Closes,
    /// The staff's notice.
    News,
    /// Who reviewed the facts and when.
    Review,
}

impl Sentence {
    /// In the order in which a page says them.
    pub const ALL: [Self; 5] = [Self::Because, Self::Opens, Self::Closes, Self::News, Self::Review];

    pub fn of(self, slug: &str, language: Language) -> String {
        let name = match self {
            Self::Because => "because",
            Self::Opens => "opens",
            Self::Closes => "closes",
            Self::News => "news",
            Self::Review => "review",
        };
        format!("live-{name}-{slug}-{}", language.tag())
    }
}
