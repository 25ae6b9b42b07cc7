//! What of the table is shown and in which order: a view, which stands in the address so that it can be kept and shared.

use super::queue::late_days;
use super::row::Row;
use crate::calendar;
use crate::call::Millis;
use crate::day::Day;
use crate::programme::{Role, programme};
use crate::text::Language;
use crate::words;
use crate::words::form::answer_text;
use std::cmp::Ordering;

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

/// What of a record is searched and filtered beside its row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Searched {
    /// Lower-case: reference, name and every answer.
    pub text: String,
    pub answers: Vec<(String, Vec<String>)>,
}

impl Searched {
    /// Chosen options are searched by their words.
    pub fn of(row: &Row, answers: Vec<(String, Vec<String>)>, language: Language) -> Self {
        let mut text = format!("{} {}", row.reference, row.name);
        let form =
            programme(&row.programme).zip(Role::parse(&row.role)).and_then(|(programme, role)| programme.form(role));
        let said = words::programme(&row.programme).zip(form).and_then(|(words, form)| words.form(form.role));
        for (id, values) in &answers {
            let asked =
                form.zip(said).and_then(|(form, said)| said.questions_with(form).find(|(asked, _)| asked.id == id));
            text.push('\n');
            match asked {
                Some((question, words)) => text.push_str(&answer_text(question, words, values, language)),
                None => text.push_str(&values.join("\n")),
            }
        }
        Self { text: text.to_lowercase(), answers }
    }

    fn has(&self, question: &str, option: &str) -> bool {
        self.answers.iter().any(|(id, values)| id == question && values.iter().any(|value| value == option))
    }
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

    /// What it keeps. `today` is `YYYY-MM-DD`.
    pub fn sieve<'a>(&'a self, today: &'a str) -> Sieve<'a> {
        let day = |text: &str| Day::parse(text).map(Day::number);
        let start = |number: i64| calendar::start_of(&Day::of_number(number)?.written());
        Sieve {
            view: self,
            today,
            words: self.text.to_lowercase().split_whitespace().map(str::to_owned).collect(),
            from: day(&self.from).and_then(start),
            until: day(&self.to).and_then(|last| start(last.saturating_add(1))),
        }
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

/// A view made ready for many rows.
pub struct Sieve<'a> {
    view: &'a View,
    today: &'a str,
    /// Lower-case.
    words: Vec<String>,
    from: Option<Millis>,
    until: Option<Millis>,
}

impl Sieve<'_> {
    /// Whether a record is shown; the text is searched in what is known of the record so far.
    pub fn keeps(&self, row: &Row, searched: Option<&Searched>) -> bool {
        let view = self.view;
        let is = |wanted: &str, value: &str| wanted.is_empty() || wanted == value;
        is(&view.programme, &row.programme)
            && is(&view.role, &row.role)
            && is(&view.standing, row.standing.key())
            && self.from.is_none_or(|from| from <= row.received_at)
            && self.until.is_none_or(|until| row.received_at < until)
            && (!view.late || late_days(row, self.today).is_some_and(|days| days > 0))
            && view.choices.iter().all(|(question, option)| {
                option.is_empty() || searched.is_some_and(|searched| searched.has(question, option))
            })
            && self.finds(row, searched)
    }

    fn finds(&self, row: &Row, searched: Option<&Searched>) -> bool {
        let mut words = self.words.iter();
        if let Some(searched) = searched {
            return words.all(|word| searched.text.contains(word));
        }
        if self.words.is_empty() {
            return true;
        }
        let (name, reference) = (row.name.to_lowercase(), row.reference.to_lowercase());
        words.all(|word| name.contains(word) || reference.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use super::super::row::Marks;
    use super::*;
    use crate::standing::Standing;

    fn row(reference: &str, name: &str, received_at: i64) -> Row {
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
    fn every_word_must_be_found_whatever_its_case() {
        let (row, today) = (row("AB3CD4EF", "Åsa Öberg", 1), "2026-11-28");
        let searched = Searched::of(&row, vec![("goals".to_owned(), vec!["Forska i Lund".to_owned()])], Language::Sv);
        let keeps = |text: &str, searched: Option<&Searched>| {
            View { text: text.to_owned(), ..View::default() }.sieve(today).keeps(&row, searched)
        };
        assert!(keeps("öberg LUND", Some(&searched)) && keeps("ab3cd4ef", Some(&searched)) && keeps("", None));
        assert!(!keeps("öberg uppsala", Some(&searched)));
        assert!(keeps("åsa ab3", None) && !keeps("lund", None), "before the answers have come");
    }

    #[test]
    fn filters_hold_together() {
        let row = row("AB3CD4EF", "Åsa", 1);
        let searched = Searched::of(&row, vec![("connection".to_owned(), vec!["master".to_owned()])], Language::Sv);
        assert!(searched.text.contains("student på masterprogram"), "by its words");
        let keeps = |view: View, today: &str| view.sieve(today).keeps(&row, Some(&searched));
        let choice =
            |option: &str| View { choices: vec![("connection".to_owned(), option.to_owned())], ..View::default() };
        assert!(keeps(choice("master"), "2026-11-28") && !keeps(choice("doctoral"), "2026-11-28"));
        let late = || View { late: true, ..View::default() };
        assert!(!keeps(late(), "2026-12-01") && keeps(late(), "2026-12-02"));
        let other = View { standing: "paired".to_owned(), ..View::default() };
        assert!(!keeps(other, "2026-11-28"));
    }

    #[test]
    fn a_round_is_from_its_first_day_to_the_end_of_its_last_in_stockholm() {
        // 2026-11-29T23:30 in Stockholm.
        let row = row("AB3CD4EF", "Åsa", 1_795_991_400_000);
        assert_eq!(calendar::day(row.received_at), "2026-11-29");
        let keeps = |from: &str, to: &str| {
            View { from: from.to_owned(), to: to.to_owned(), ..View::default() }.sieve("2026-12-01").keeps(&row, None)
        };
        assert!(keeps("2026-11-29", "2026-11-29") && keeps("", "2026-11-30") && keeps("2026-11-01", ""));
        assert!(!keeps("2026-11-30", "") && !keeps("", "2026-11-28"));
        assert!(keeps("29/11", "soon"), "what is no day filters nothing");
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
