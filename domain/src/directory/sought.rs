//! What is looked for in a directory, as an address says it.

use super::{filters, mentors};
use crate::programme::programme;

/// The longest search, in Unicode scalar values; what is longer is cut.
pub const SEARCH_MAX: usize = 80;
/// Choices by which a directory can be narrowed: as many as a page has room for.
pub const FILTERS_MAX: usize = 6;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    pub text: String,
    /// Question and option.
    pub chosen: Vec<(&'static str, &'static str)>,
    /// 1 is the first.
    pub page: usize,
}

impl Sought {
    /// What an address asks for: the first value of a name, if it has any.
    pub fn of(slug: &str, value: impl Fn(&str) -> Option<String>) -> Self {
        let form = programme(slug).and_then(mentors);
        let chosen = form.into_iter().flat_map(filters).filter_map(|question| {
            let wanted = value(question.id)?;
            question.kind.options().iter().find(|option| **option == wanted).map(|option| (question.id, *option))
        });
        Self {
            text: value("q").unwrap_or_default().trim().chars().take(SEARCH_MAX).collect(),
            chosen: chosen.collect(),
            page: value("page").and_then(|page| page.parse().ok()).filter(|page| *page > 0).unwrap_or(1),
        }
    }

    /// Names and values of its address; empty where everything is shown.
    pub fn query(&self) -> Vec<(&str, String)> {
        let text = (!self.text.is_empty()).then(|| ("q", self.text.clone()));
        let chosen = self.chosen.iter().map(|(question, option)| (*question, (*option).to_owned()));
        let page = (self.page > 1).then(|| ("page", self.page.to_string()));
        text.into_iter().chain(chosen).chain(page).collect()
    }

    /// The same as one text, for an address.
    pub fn query_text(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(self.query()).finish()
    }

    /// Whether not everything is shown.
    pub fn is_narrowed(&self) -> bool {
        !self.text.is_empty() || !self.chosen.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_is_sought_and_what_is_unknown_in_it_is_nothing() {
        let of = |pairs: &[(&str, &str)]| {
            Sought::of("ki-alumni", |name| {
                pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
            })
        };
        let some = of(&[("q", " läkare "), ("topics", "research"), ("languages", "klingon"), ("page", "3")]);
        assert_eq!(some, Sought { text: "läkare".to_owned(), chosen: vec![("topics", "research")], page: 3 });
        assert_eq!(some.query_text(), "q=l%C3%A4kare&topics=research&page=3");
        assert_eq!(of(&[("page", "0")]), Sought { page: 1, ..Sought::default() });
        assert_eq!(of(&[]).query_text(), "");
        assert_eq!(of(&[("q", &"x".repeat(200))]).text.len(), SEARCH_MAX);
    }
}
