//! Which rows a view keeps: its filters, and its words searched in what is known of a record so far.

use super::View;
use crate::calendar;
use crate::call::Millis;
use crate::day::Day;
use crate::desk::queue::late_days;
use crate::desk::row::Row;
use crate::desk::said;
use crate::text::Language;
use crate::words::form::answer_text;

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
        let asked = said::questions(row);
        for (id, values) in &answers {
            text.push('\n');
            match asked(id) {
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

impl View {
    /// What it keeps. `today` is `YYYY-MM-DD`.
    pub fn sieve<'a>(&'a self, today: &'a str) -> Sieve<'a> {
        let day = |text: &str| Day::parse(text).map(Day::number);
        let start = |number: i64| calendar::start_of(&Day::of_number(number)?.written());
        Sieve {
            view: self,
            today,
            words: self.words(),
            from: day(&self.from).and_then(start),
            until: day(&self.to).and_then(|last| start(last.saturating_add(1))),
        }
    }

    /// The same for rows that `before` has kept, in the order that it gave them: only what was typed since is searched for.
    /// Nothing where this one may keep others too.
    pub fn sieve_on<'a>(&'a self, before: &Self, today: &'a str) -> Option<Sieve<'a>> {
        let rest = |view: &Self| Self { text: String::new(), page: 0, all: false, ..view.clone() };
        let (mut sieve, known) = (self.sieve(today), before.words());
        let goes_on = known
            .iter()
            .enumerate()
            .all(|(place, word)| sieve.words.get(place).is_some_and(|longer| longer.starts_with(word.as_str())));
        sieve.words.retain(|word| !known.contains(word));
        (goes_on && rest(self) == rest(before)).then_some(sieve)
    }

    /// What is searched for, lower-case.
    fn words(&self) -> Vec<String> {
        self.text.to_lowercase().split_whitespace().map(str::to_owned).collect()
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
    use super::super::tests::row;
    use super::*;

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
    fn what_is_typed_on_is_searched_for_in_what_was_found() {
        let view = |text: &str| View { text: text.to_owned(), ..View::default() };
        let rows = ["Åsa Öberg", "Åke Öst", "Bo Ek"].map(|name| row("AB3CD4EF", name, 1));
        let kept = |sieve: &Sieve<'_>, rows: &[Row]| -> Vec<Row> {
            rows.iter().filter(|row| sieve.keeps(row, None)).cloned().collect()
        };
        let today = "2026-11-28";
        for [before, after] in
            [["", "å"], ["å", "Å"], ["å", "ås"], ["å", "å ö"], ["öb", "öb å"], ["åk ö", "åke öst"], ["bo", "bob"]]
        {
            let (before, after) = (view(before), view(after));
            let found = kept(&before.sieve(today), &rows);
            let narrowed = kept(&after.sieve_on(&before, today).unwrap(), &found);
            assert_eq!(narrowed, kept(&after.sieve(today), &rows), "{before:?} {after:?}");
        }
        let other = View { late: true, ..view("åsa") };
        for (before, after) in
            [(view("ås"), view("å")), (view("å ö"), view("ö")), (view("a"), view("ba")), (view("å"), other)]
        {
            assert!(after.sieve_on(&before, today).is_none(), "{before:?} {after:?}");
        }
        let page = View { page: 2, ..view("å") };
        assert!(
            page.sieve_on(&view("å"), today).is_some_and(|sieve| sieve.words.is_empty()),
            "nothing new is searched for"
        );
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
}
