//! What stands in a letter, as blocks that become plain text and HTML.

use crate::text::Language;
use html_escape::{encode_double_quoted_attribute, encode_text};

/// One thing under another, in a single column.
pub enum Block {
    Title(String),
    Heading(String),
    Paragraph(String),
    /// Something that must not be overlooked: a few words, then a sentence.
    Mark(String, String),
    /// A label with something to read out or copy.
    Fact(String, String),
    /// A label with the day by which something must be done.
    Day(String, String),
    /// Question and answer; an answer may have several lines.
    Answer(String, String),
    /// A button, and how to say its bare address.
    Button {
        words: String,
        or_copy: String,
        address: String,
    },
}

/// The plain half: paragraphs with a blank line between them, lines as they are.
pub fn text(blocks: &[Block]) -> String {
    let mut text = blocks.iter().map(block_text).collect::<Vec<_>>().join("\n\n");
    text.push('\n');
    text
}

fn block_text(block: &Block) -> String {
    match block {
        Block::Title(words) | Block::Paragraph(words) => words.clone(),
        // Underlined, so that it is found in a text without sizes.
        Block::Heading(words) => format!("{words}\n{}", "-".repeat(words.chars().count())),
        Block::Mark(words, sentence) => format!("*** {words} ***\n{sentence}"),
        Block::Fact(label, value) | Block::Day(label, value) => format!("{label}: {value}"),
        Block::Answer(label, value) => format!("{label}:\n  {}", value.replace('\n', "\n  ")),
        Block::Button { words, address, .. } => format!("{words}:\n{address}"),
    }
}

/// Inline, since mail programs drop style sheets. No colours of text or ground: with `color-scheme` each program puts its
/// own light or dark ones. The bar and the edge of a mark are seen on both (3:1 or more on white and on #121212); the button
/// carries the plum with white on it (15:1), and a white edge, which shows where it ends on a dark ground and is not seen on
/// a light one. With its edge it is 48 pixels high.
const PAGE: &str = "margin:0;padding:24px 16px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";
/// An address or a checksum is broken rather than let scroll sideways; older mail programs know only `word-break`.
const COLUMN: &str = "max-width:600px;margin:0 auto;border-top:6px solid #A04A7D;padding-top:16px;\
                      word-break:break-word;overflow-wrap:anywhere";
const TITLE: &str = "font-size:24px;line-height:1.25;margin:0 0 16px";
const HEADING: &str = "font-size:18px;line-height:1.3;margin:32px 0 8px";
const PARAGRAPH: &str = "margin:0 0 16px";
const MARK: &str = "margin:0 0 16px;padding:12px 16px;border:2px solid #D0342C";
const VALUE: &str = "font:600 22px/1.3 ui-monospace,Menlo,Consolas,monospace;letter-spacing:1px";
const DAY: &str = "font-size:18px;font-weight:600";
const ANSWER: &str = "margin:0 0 16px;white-space:pre-wrap";
const BUTTON: &str = "display:inline-block;padding:10px 22px;border:2px solid #FFFFFF;background:#4F0433;color:#FFFFFF;\
                      font-weight:600;text-decoration:none;border-radius:4px";
const COPY: &str = "margin:0 0 16px;font-size:14px";

/// The HTML half: a whole document; everything that was typed is escaped.
pub fn html(title: &str, blocks: &[Block], language: Language) -> String {
    document(title, blocks, language, "div")
}

/// As [`html`], for a browser, which knows what the main part of a page is; mail programs drop an element that they do not know.
pub fn page(title: &str, blocks: &[Block], language: Language) -> String {
    document(title, blocks, language, "main")
}

fn document(title: &str, blocks: &[Block], language: Language, column: &str) -> String {
    let blocks: String = blocks.iter().map(block_html).collect();
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"supported-color-schemes\" content=\"light dark\">\n<title>{}</title>\n</head>\n\
         <body style=\"{PAGE}\">\n<{column} style=\"{COLUMN}\">\n{blocks}</{column}>\n</body>\n</html>\n",
        language.tag(),
        encode_text(title),
    )
}

fn block_html(block: &Block) -> String {
    match block {
        Block::Title(words) => format!("<h1 style=\"{TITLE}\">{}</h1>\n", encode_text(words)),
        Block::Heading(words) => format!("<h2 style=\"{HEADING}\">{}</h2>\n", encode_text(words)),
        Block::Paragraph(words) => format!("<p style=\"{PARAGRAPH}\">{}</p>\n", encode_text(words)),
        Block::Mark(words, sentence) => {
            format!("<p style=\"{MARK}\"><strong>{}</strong><br>{}</p>\n", encode_text(words), encode_text(sentence))
        }
        Block::Fact(label, value) => labelled(label, value, VALUE),
        Block::Day(label, value) => labelled(label, value, DAY),
        // One line of source: `pre-wrap` shows every break that stands in it.
        Block::Answer(label, value) => {
            format!("<p style=\"{ANSWER}\"><strong>{}</strong><br>{}</p>\n", encode_text(label), encode_text(value))
        }
        Block::Button { words, or_copy, address } => format!(
            "<p style=\"{PARAGRAPH}\"><a href=\"{}\" style=\"{BUTTON}\">{}</a></p>\n<p style=\"{COPY}\">{}<br>{}</p>\n",
            encode_double_quoted_attribute(address),
            encode_text(words),
            encode_text(or_copy),
            encode_text(address)
        ),
    }
}

fn labelled(label: &str, value: &str, style: &str) -> String {
    let (label, value) = (encode_text(label), encode_text(value));
    format!("<p style=\"{PARAGRAPH}\">{label}<br><span style=\"{style}\">{value}</span></p>\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_never_markup() {
        let typed = "<script>alert('x')</script> & \"y\"\n<b>";
        let blocks = [
            Block::Answer("Mål".to_owned(), typed.to_owned()),
            Block::Button {
                words: "x".to_owned(),
                or_copy: "y".to_owned(),
                address: "https://x/\"onclick=".to_owned(),
            },
        ];
        let html = html(typed, &blocks, Language::Sv);
        assert!(!html.contains("<script") && !html.contains("<b>") && !html.contains("https://x/\"onclick=\" style"));
        assert!(text(&blocks).contains(&typed.replace('\n', "\n  ")));
    }
}
