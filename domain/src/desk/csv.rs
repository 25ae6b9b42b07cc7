//! A table as a file for a spreadsheet: UTF-8 with a byte order mark, semicolons, no cell that is a formula.

/// Rows of cells as they are shown; the first is the heading.
pub fn file(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer("\u{feff}".as_bytes().to_vec());
    for row in rows {
        // Writing into memory does not fail.
        let _ = writer.write_record(row.iter().map(|cell| disarmed(cell)));
    }
    writer.into_inner().unwrap_or_default()
}

/// What a spreadsheet would take for a formula begins with an apostrophe instead (OWASP, CSV injection).
fn disarmed(cell: &str) -> String {
    let first = cell.trim_start_matches(' ').chars().next();
    let is_formula = first
        .is_some_and(|first| matches!(first, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'));
    if is_formula { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_disarmed_and_the_rest_is_as_it_was() {
        for bad in ["=1+1", "+46", "-1", "@SUM(A1)", "\tx", "\rx", " =1", "＝1"] {
            assert_eq!(disarmed(bad), format!("'{bad}"), "{bad}");
        }
        for good in ["Åsa", "a=b", "2026-11-28", ""] {
            assert_eq!(disarmed(good), good);
        }
    }

    #[test]
    fn a_cell_with_semicolon_quote_and_line_break_comes_back_whole() {
        let rows = [vec!["Namn".to_owned(), "Mål".to_owned()], vec!["Å; \"B\"".to_owned(), "en\nrad".to_owned()]];
        let bytes = file(&rows);
        assert!(bytes.starts_with("\u{feff}Namn;Mål\r\n".as_bytes()));
        let text = &bytes["\u{feff}".len()..];
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text);
        let back: Vec<Vec<String>> =
            reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        assert_eq!(back, rows);
    }
}
