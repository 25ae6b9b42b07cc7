//! What of the table is shown and in which order: a view, which stands in the address so that it can be kept and shared.

mod sieve;

pub use sieve::{Searched, Sieve};

use super::row::Row;
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// What the table is sorted by; the newest or most pressing first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Received,
    AnswerBy,
    Name,
    Standing,
}

impl Sort {
    pub const ALL: [Self; 4] = [Self::Received, Self::AnswerBy, Self::Name, Self::Standing];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::AnswerBy => "answer-by",
            Self::Name => "name",
            Self::Standing => "standing",
        }
    }
}

/// A view of the table. Empty texts filter nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Every word of it stands somewhere in the record.
    pub text: String,
    pub programme: String,
    pub role: String,
    pub standing: String,
    /// The first and the last day on which it came in, `YYYY-MM-DD`; what is no day filters nothing.
    pub from: String,
    pub to: String,
    /// Only what has passed its promised day.
    pub late: bool,
    /// Question and chosen option; all must fit.
    pub choices: Vec<(String, String)>,
    pub sort: Sort,
    pub reversed: bool,
    /// 0 is the first.
    pub page: usize,
    /// All on one page, for reading from top to bottom and for the browser's own search.
    pub all: bool,
}

/// Of the rows that were picked, by reference, those that are still shown. As in a mailbox, what a search, a filter or another
/// page hides is picked no more: nothing is done to a row that nobody sees.
pub fn still_picked<'a>(picked: &BTreeSet<String>, shown: impl IntoIterator<Item = &'a Row>) -> BTreeSet<String> {
    shown.into_iter().map(|row| &row.reference).filter(|reference| picked.contains(*reference)).cloned().collect()
}

/// Before a question's id in an address.
const CHOICE: &str = "q.";

impl View {
    /// Of an address' query. What is not known is left out.
    pub fn parse(query: &str) -> Self {
        let mut view = Self::default();
        for (name, value) in form_urlencoded::parse(query.trim_start_matches('?').as_bytes()) {
            match name.as_ref() {
                "text" => view.text = value.into_owned(),
                "programme" => view.programme = value.into_owned(),
                "role" => view.role = value.into_owned(),
                "standing" => view.standing = value.into_owned(),
                "from" => view.from = value.into_owned(),
                "to" => view.to = value.into_owned(),
                "late" => view.late = true,
                "sort" => {
                    view.sort = Sort::ALL.into_iter().find(|sort| sort.key() == value).unwrap_or_default();
                }
                "reversed" => view.reversed = true,
                "page" => view.page = value.parse::<usize>().unwrap_or(1).saturating_sub(1),
                "all" => view.all = true,
                name => {
                    if let Some(question) = name.strip_prefix(CHOICE) {
                        view.choices.push((question.to_owned(), value.into_owned()));
                    }
                }
            }
        }
        view
    }

    /// The query without `?`; empty where nothing is filtered.
    pub fn query(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let texts = [
            ("text", &self.text),
            ("programme", &self.programme),
            ("role", &self.role),
            ("standing", &self.standing),
            ("from", &self.from),
            ("to", &self.to),
        ];
        query.extend_pairs(texts.into_iter().filter(|(_, value)| !value.is_empty()));
        for (question, option) in self.choices.iter().filter(|(_, option)| !option.is_empty()) {
            query.append_pair(&format!("{CHOICE}{question}"), option);
        }
        if self.sort != Sort::default() {
            query.append_pair("sort", self.sort.key());
        }
        for (name, is_so) in [("late", self.late), ("reversed", self.reversed), ("all", self.all)] {
            if is_so {
                query.append_pair(name, "1");
            }
        }
        if self.page > 0 {
            query.append_pair("page", &self.page.saturating_add(1).to_string());
        }
        query.finish()
    }

    /// In the order of the view.
    pub fn compare(&self, one: &Row, other: &Row) -> Ordering {
        let newest = || other.received_at.cmp(&one.received_at);
        let last = "~".to_owned();
        let order = match self.sort {
            Sort::Received => newest(),
            Sort::AnswerBy => one.answer_by.as_ref().unwrap_or(&last).cmp(other.answer_by.as_ref().unwrap_or(&last)),
            Sort::Name => one.name.to_lowercase().cmp(&other.name.to_lowercase()),
            Sort::Standing => one.standing.cmp(&other.standing),
        };
        let order = if self.reversed { order.reverse() } else { order };
        order.then_with(newest).then_with(|| one.reference.cmp(&other.reference))
    }
}

#[cfg(test)]
mod tests {
    use super::super::row::Marks;
    use super::*;
    use crate::standing::Standing;

    pub(super) fn row(reference: &str, name: &str, received_at: i64) -> Row {
        Row {
            reference: reference.to_owned(),
            programme: "ki-alumni".to_owned(),
            role: "mentee".to_owned(),
            standing: Standing::Received,
            version: 1,
            received_at,
            answer_by: Some("2026-12-01".to_owned()),
            name: name.to_owned(),
            marks: Marks::default(),
        }
    }

    #[test]
    fn a_view_survives_its_address() {
        let view = View {
            text: "Åsa & Öst=1".to_owned(),
            programme: "ki-alumni".to_owned(),
            standing: "under-review".to_owned(),
            from: "2026-11-01".to_owned(),
            to: "2026-11-30".to_owned(),
            late: true,
            choices: vec![("connection".to_owned(), "master".to_owned())],
            sort: Sort::Name,
            reversed: true,
            page: 3,
            ..View::default()
        };
        assert_eq!(View::parse(&view.query()), view);
        assert_eq!(View::parse("?x=1&page=abc&sort=no"), View::default());
        assert_eq!(View::default().query(), "");
    }

    #[test]
    fn what_is_hidden_is_picked_no_more_and_what_is_shown_is_not_picked_by_that() {
        let picked = BTreeSet::from(["A", "B"].map(str::to_owned));
        let shown = [row("B", "Bo", 1), row("C", "Åsa", 2)];
        assert_eq!(still_picked(&picked, &shown), BTreeSet::from(["B".to_owned()]));
        assert_eq!(still_picked(&picked, []), BTreeSet::new());
    }

    #[test]
    fn the_newest_comes_first_unless_turned() {
        let mut rows = [row("A", "Bo", 1), row("B", "Åsa", 3), row("C", "Al", 2)];
        let sorted = |view: &View, rows: &mut [Row]| -> String {
            rows.sort_by(|one, other| view.compare(one, other));
            rows.iter().map(|row| row.reference.as_str()).collect()
        };
        assert_eq!(sorted(&View::default(), &mut rows), "BCA");
        assert_eq!(sorted(&View { reversed: true, ..View::default() }, &mut rows), "ACB");
        assert_eq!(sorted(&View { sort: Sort::Name, ..View::default() }, &mut rows), "CAB");
    }
}
