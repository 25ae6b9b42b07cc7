//! Putting numbers and names into a sentence: `{name}` becomes the value of that name.

use crate::text::Language;

/// `template` with every `{name}` replaced. A name without a value stays as it is, so that a mistake is seen in a test.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        if let Some((name, tail)) = after.split_once('}') {
            match values.iter().find(|(known, _)| *known == name) {
                Some((_, value)) => filled.push_str(value),
                None => filled.extend(["{", name, "}"]),
            }
            rest = tail;
        } else {
            filled.push('{');
            rest = after;
        }
    }
    filled.push_str(rest);
    filled
}

/// As [`fill`], for the numbers of a fault.
pub fn fill_numbers(template: &str, numbers: &[(&'static str, u32)]) -> String {
    let texts: Vec<(&str, String)> = numbers.iter().map(|(name, number)| (*name, number.to_string())).collect();
    let values: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    fill(template, &values)
}

/// As [`fill_numbers`], with long numbers in groups.
pub fn fill_counts(template: &str, numbers: &[(&'static str, u32)], language: Language) -> String {
    let texts: Vec<(&str, String)> = numbers.iter().map(|(name, number)| (*name, grouped(*number, language))).collect();
    let values: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    fill(template, &values)
}

/// A number as the language writes it: from five digits on in groups of three, so that years and small counts stay whole.
pub fn grouped(number: u32, language: Language) -> String {
    let mark = match language {
        Language::Sv => "\u{a0}",
        Language::En => ",",
    };
    match number {
        0..10_000 => number.to_string(),
        10_000..1_000_000 => format!("{}{mark}{:03}", number / 1000, number % 1000),
        _ => format!("{}{mark}{:03}{mark}{:03}", number / 1_000_000, number / 1000 % 1000, number % 1000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_replaced_and_what_was_put_in_is_not_read_again() {
        assert_eq!(fill("{a} och {b}", &[("a", "{b}"), ("b", "2")]), "{b} och 2");
        assert_eq!(fill("{unknown} {", &[]), "{unknown} {");
        assert_eq!(fill_numbers("{over} tecken för långt", &[("max", 5), ("over", 3)]), "3 tecken för långt");
    }

    #[test]
    fn long_numbers_stand_in_groups_and_years_do_not() {
        let said = |number| Language::ALL.map(|language| grouped(number, language));
        assert_eq!(said(9999), ["9999", "9999"]);
        assert_eq!(said(10_000), ["10\u{a0}000", "10,000"]);
        assert_eq!(said(999_999), ["999\u{a0}999", "999,999"]);
        assert_eq!(said(1_234_005), ["1\u{a0}234\u{a0}005", "1,234,005"]);
    }
}
