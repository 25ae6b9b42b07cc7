//! Putting numbers and names into a sentence: `{name}` becomes the value of that name.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_replaced_and_what_was_put_in_is_not_read_again() {
        assert_eq!(fill("{a} och {b}", &[("a", "{b}"), ("b", "2")]), "{b} och 2");
        assert_eq!(fill("{unknown} {", &[]), "{unknown} {");
        assert_eq!(fill_numbers("{over} tecken för långt", &[("max", 5), ("over", 3)]), "3 tecken för långt");
    }
}
