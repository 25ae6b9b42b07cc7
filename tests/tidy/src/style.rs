//! Style from tokens: every colour and every size of text has its name in `:root`, so that one place decides how all looks.

use crate::checkout::File;

/// Units of length: a size of text with one of these is a size of its own.
const UNITS: [&str; 7] = ["rem", "em", "px", "pt", "vw", "vh", "%"];

/// Colours and sizes of text that stand outside `:root`. Paper has its own: ink is black and sizes are points.
pub fn outside_tokens(files: &[File]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.is_in("app") && file.ends_with(".css")) {
        for declaration in declarations(&without_comments(&file.text)).into_iter().filter(|one| !one.is_free) {
            let Declaration { line, property, value, .. } = &declaration;
            if has_colour(value) {
                findings.push(file.at(*line, &format!("`{value}` is a colour: name it in :root")));
            }
            if matches!(property.as_str(), "font" | "font-size") && has_length(value) {
                findings.push(file.at(*line, &format!("`{property}: {value}` has a size: name it in :root")));
            }
        }
    }
    findings
}

struct Declaration {
    line: usize,
    property: String,
    value: String,
    /// In `:root`, or on paper.
    is_free: bool,
}

fn declarations(text: &str) -> Vec<Declaration> {
    let mut found = Vec::new();
    let mut blocks: Vec<String> = Vec::new();
    let (mut start, mut line) = (0, 1);
    for (index, letter) in text.char_indices().filter(|(_, letter)| matches!(letter, '{' | '}' | ';' | '\n')) {
        if letter == '\n' {
            line += 1;
            continue;
        }
        let words = text[start..index].trim();
        start = index + 1;
        if letter == '{' {
            blocks.push(words.to_owned());
            continue;
        }
        if let Some((property, value)) = words.split_once(':') {
            let is_free = blocks.iter().any(|block| block == ":root" || block.starts_with("@media print"));
            let (property, value) = (property.trim().to_owned(), value.trim().to_owned());
            found.push(Declaration { line, property, value, is_free });
        }
        if letter == '}' {
            blocks.pop();
        }
    }
    found
}

/// With every line where it was.
fn without_comments(text: &str) -> String {
    let mut parts = text.split("/*");
    let mut code = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (comment, after) = part.split_once("*/").unwrap_or((part, ""));
        code.extend(comment.chars().filter(|letter| *letter == '\n'));
        code.push_str(after);
    }
    code
}

fn has_colour(value: &str) -> bool {
    let is_mixed = ["rgb(", "rgba(", "hsl(", "hsla(", "oklch("].iter().any(|name| value.contains(name));
    let is_hex = value.split('#').skip(1).any(|rest| {
        let digits = rest.chars().take_while(char::is_ascii_hexdigit).count();
        matches!(digits, 3 | 4 | 6 | 8)
    });
    is_mixed || is_hex
}

/// A number with a unit: `1.2rem`, and not the 3 of `var(--h3)`.
fn has_length(value: &str) -> bool {
    UNITS.iter().any(|unit| {
        value.match_indices(unit).any(|(at, _)| value[..at].ends_with(|letter: char| letter.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assert_tidy;
    use crate::checkout::files;

    fn found(style: &str) -> usize {
        outside_tokens(&[File::new("app/portal/style.css", style)]).len()
    }

    #[test]
    fn every_colour_and_size_of_text_has_its_name_in_one_place() {
        assert_tidy(&outside_tokens(&files()));
        assert!(files().iter().any(|file| file.is_in("app") && file.ends_with(".css")), "there is style to look at");
    }

    #[test]
    fn a_colour_or_size_of_its_own_is_found_and_named_by_its_line() {
        assert_eq!(found("a { color: #fff; }"), 1);
        assert_eq!(found("a { border: 1px solid #ffffff70 }"), 1);
        assert_eq!(found("a { color: rgb(0 0 0); }"), 1);
        assert_eq!(found("a { font-size: 1.2rem; }"), 1);
        assert_eq!(found("@media (min-width: 48rem) { a { font: 600 clamp(1rem, 2vw, 2rem)/1.3 serif; } }"), 1);
        let at = outside_tokens(&[File::new("app/a.css", "/* one\ntwo */\na {\n  color: #fff;\n}")]);
        assert!(at[0].starts_with("app/a.css:4:"), "{at:?}");
    }

    #[test]
    fn tokens_paper_ids_and_other_lengths_are_not() {
        assert_eq!(found(":root { --page: #fff; --size-small: 1rem; }"), 0);
        assert_eq!(found("@media screen { :root { --page: #181116; } }"), 0);
        assert_eq!(found("@media print { body { color: #000; font-size: 12pt; } }"), 0);
        assert_eq!(found("#facade a { padding: 1rem; font: 600 var(--size-h3)/1.3 var(--serif); }"), 0);
        assert_eq!(found("a { color: var(--on-plum); font: inherit; } /* #fff */"), 0);
    }
}
