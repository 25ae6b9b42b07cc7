//! A sentence in every language the portal speaks, and the languages.

use serde::{Deserialize, Serialize};

/// A language the portal speaks. Swedish is the authority's language and the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    #[default]
    Sv,
    En,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::Sv, Self::En];

    /// BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Sv => "sv",
            Self::En => "en",
        }
    }

    pub fn parse(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// The other language, for the switch.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Sv => Self::En,
            Self::En => Self::Sv,
        }
    }

    /// An address in this language: `path` begins with `/`; Swedish stands at the root, English under `/en`.
    pub fn address(self, path: &str) -> String {
        match (self, path) {
            (Self::Sv, path) => path.to_owned(),
            (Self::En, "/") => "/en".to_owned(),
            (Self::En, path) => format!("/en{path}"),
        }
    }

    /// The language of an address, and the rest of it as [`Self::address`] takes it.
    pub fn of_address(address: &str) -> (Self, &str) {
        match address.strip_prefix("/en") {
            Some("") => (Self::En, "/"),
            Some(rest) if rest.starts_with('/') => (Self::En, rest),
            _ => (Self::Sv, address),
        }
    }
}

/// One sentence in each language; a missing one does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    pub sv: &'static str,
    pub en: &'static str,
}

impl Text {
    pub const fn new(sv: &'static str, en: &'static str) -> Self {
        Self { sv, en }
    }

    pub const fn say(&self, language: Language) -> &'static str {
        match language {
            Language::Sv => self.sv,
            Language::En => self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_keeps_its_path_through_both_languages() {
        for path in ["/", "/ki-alumni", "/ki-alumni/mentee/goals", "/english"] {
            for language in Language::ALL {
                assert_eq!(Language::of_address(&language.address(path)), (language, path));
            }
        }
    }
}
