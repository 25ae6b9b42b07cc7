//! The one table of all measures: sections that share their columns, so that everything stands in line.

use std::fmt::Write as _;

const GAP: &str = "  ";

/// What one part found.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Section {
    title: String,
    /// Names of the figures.
    heads: Vec<&'static str>,
    /// What the ratio is of.
    ratio_head: &'static str,
    rows: Vec<Row>,
    /// Sentences below the rows.
    notes: Vec<String>,
}

#[derive(Debug, PartialEq, Eq)]
struct Row {
    name: String,
    figures: Vec<String>,
    ratio: String,
    /// Such as `aim 0.60 or more`.
    aim: String,
}

impl Section {
    pub fn new(heads: &[&'static str], ratio_head: &'static str) -> Self {
        Self { heads: heads.to_vec(), ratio_head, ..Self::default() }
    }

    /// The place of a part that could not be measured.
    pub fn failed(problem: &anyhow::Error) -> Self {
        let words = format!("{problem:#}");
        let first = words.lines().next().unwrap_or_default();
        Self { notes: vec![format!("not measured: {first}")], ..Self::default() }
    }

    pub fn title(&mut self, title: &str) {
        title.clone_into(&mut self.title);
    }

    pub fn row(&mut self, name: impl Into<String>, figures: Vec<String>, ratio: Option<f64>) {
        self.row_with_aim(name, figures, ratio, "");
    }

    pub fn row_with_aim(
        &mut self,
        name: impl Into<String>,
        figures: Vec<String>,
        ratio: Option<f64>,
        aim: impl Into<String>,
    ) {
        let ratio = ratio.map(|ratio| format!("{ratio:.2}")).unwrap_or_default();
        self.rows.push(Row { name: name.into(), figures, ratio, aim: aim.into() });
    }

    pub fn note(&mut self, words: impl Into<String>) {
        self.notes.push(words.into());
    }
}

/// All sections below each other, numbers to the right of their columns.
pub fn written(sections: &[Section]) -> String {
    let width_of = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(0);
    let name = width_of(&mut sections.iter().flat_map(|section| {
        let rows = section.rows.iter().map(|row| letters(&row.name) + GAP.len());
        rows.chain([letters(&section.title)])
    }));
    let figures = width_of(&mut sections.iter().flat_map(|section| {
        let rows = section.rows.iter().map(|row| row.figures.len());
        rows.chain([section.heads.len()])
    }));
    let mut columns: Vec<usize> = (0..figures)
        .map(|column| {
            width_of(&mut sections.iter().flat_map(|section| {
                let rows = section.rows.iter().map(move |row| letters(cell(&row.figures, column)));
                rows.chain([letters(cell(&section.heads, column))])
            }))
        })
        .collect();
    columns.push(width_of(&mut sections.iter().flat_map(|section| {
        let rows = section.rows.iter().map(|row| letters(&row.ratio));
        rows.chain([letters(section.ratio_head)])
    })));
    let mut text = String::new();
    for section in sections {
        let head = line(&section.title, &section.heads, section.ratio_head, "", name, &columns);
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{head}");
        for row in &section.rows {
            let title = format!("{GAP}{}", row.name);
            let _ = writeln!(text, "{}", line(&title, &row.figures, &row.ratio, &row.aim, name, &columns));
        }
        for note in &section.notes {
            let _ = writeln!(text, "{GAP}{note}");
        }
        text.push('\n');
    }
    text
}

/// A row with fewer figures leaves the last columns empty.
fn cell<T: AsRef<str>>(figures: &[T], column: usize) -> &str {
    figures.get(column).map_or("", AsRef::as_ref)
}

/// The ratio is in the last column.
fn line<T: AsRef<str>>(title: &str, figures: &[T], ratio: &str, aim: &str, name: usize, columns: &[usize]) -> String {
    let mut line = format!("{title:<name$}");
    for (column, width) in columns.iter().enumerate() {
        let text = if column + 1 == columns.len() { ratio } else { cell(figures, column) };
        let _ = write!(line, "{GAP}{text:>width$}");
    }
    if !aim.is_empty() {
        let _ = write!(line, "{GAP}{aim}");
    }
    line.trim_end().to_owned()
}

fn letters(text: &str) -> usize {
    text.chars().count()
}

/// A whole number with commas: `18,402`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// How many times `of` the number is, for numbers far below 2^52.
#[allow(clippy::cast_precision_loss, reason = "bytes of files, which f64 holds exactly")]
pub fn ratio(number: u64, of: u64) -> f64 {
    number as f64 / of as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_in_line_over_all_sections() {
        let mut sizes = Section::new(&["document", "js"], "of home");
        sizes.title("Sizes");
        sizes.row("home", vec![grouped(5312), "0".to_owned()], Some(1.0));
        let mut speed = Section::new(&["a second"], "of plain");
        speed.title("Speed");
        speed.row_with_aim("portal", vec!["71.3".to_owned()], Some(0.625), "aim 0.60 or more");
        speed.note("32 connections.");
        let expected = "\
Sizes     document  js   of home
  home       5,312   0      1.00

Speed     a second      of plain
  portal      71.3          0.62  aim 0.60 or more
  32 connections.

";
        assert_eq!(written(&[sizes, speed]), expected);
    }

    #[test]
    fn every_figure_is_there_however_many_there_are() {
        let mut times = Section::new(&["a", "b", "c", "d", "e", "f", "g"], "of the aim");
        times.row("page", (1..=7).map(|number| number.to_string()).collect(), Some(0.5));
        let text = written(&[times]);
        let row: Vec<&str> = text.lines().nth(1).unwrap().split_whitespace().collect();
        assert_eq!(row, ["page", "1", "2", "3", "4", "5", "6", "7", "0.50"]);
    }

    #[test]
    fn what_could_not_be_measured_is_told_in_its_place() {
        let mut failed = Section::failed(&anyhow::anyhow!("no such file\nand more").context("cannot build"));
        failed.title("Sizes");
        assert_eq!(written(&[failed]), "Sizes\n  not measured: cannot build: no such file\n\n");
    }

    #[test]
    fn thousands_are_grouped() {
        assert_eq!([0, 999, 1000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }
}
