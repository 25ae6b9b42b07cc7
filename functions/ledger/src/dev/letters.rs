//! Every letter that was handed over, kept so that it can be read at `/dev/letters`.

use super::sample_pages::LIST;
use crate::answer::json;
use crate::object::Ledger;
use crate::rows::{Rows, Stored};
use domain::call::Millis;
use domain::ledger::Office;
use domain::letter::Letter;
use serde::{Deserialize, Serialize};
use worker::{Error, Response, Result};

const TABLE: &str = "
CREATE TABLE IF NOT EXISTS dev_letter (
  number INTEGER PRIMARY KEY, at INTEGER NOT NULL, recipient TEXT NOT NULL, subject TEXT NOT NULL,
  text TEXT NOT NULL, html TEXT NOT NULL, mime TEXT NOT NULL
)";

#[derive(Serialize, Deserialize)]
struct Kept {
    number: u32,
    at: Millis,
    to: String,
    subject: String,
    text: String,
    html: String,
    mime: String,
}

/// Keeps a letter that was handed over.
pub async fn keep_letter(ledger: &Ledger, letter: &Letter, mime: &str, at: Millis) {
    let values = vec![
        at.into(),
        letter.to.as_str().into(),
        letter.subject.as_str().into(),
        letter.text.as_str().into(),
        letter.html.as_str().into(),
        mime.into(),
    ];
    let kept = ledger.atomically(move |rows| {
        rows.run(TABLE, vec![])?;
        rows.run("INSERT INTO dev_letter (at, recipient, subject, text, html, mime) VALUES (?, ?, ?, ?, ?, ?)", values)
    });
    if kept.await.is_err() {
        worker::console_error!("dev: a letter was not kept for reading");
    }
}

/// The list, one letter, its HTML part, or everything as JSON.
pub fn answer(ledger: &Ledger, path: &str) -> Result<Response> {
    let letters = ledger.look(letters).map_err(|_| Error::from("storage failed"))?;
    let numbered = |end: &str| {
        let number: u32 = path.strip_prefix("/dev/letters/")?.strip_suffix(end)?.parse().ok()?;
        letters.iter().find(|letter| letter.number == number)
    };
    if path == "/dev/letters.json" {
        return json(&letters, 200);
    }
    if path == "/dev/letters" {
        return page(&list(&letters));
    }
    match (numbered(".html"), numbered("")) {
        (Some(letter), _) => page(&letter.html),
        (None, Some(letter)) => page(&view(letter)),
        (None, None) => json(&"no such route", 404),
    }
}

fn letters(rows: &Rows) -> Stored<Vec<Kept>> {
    rows.run(TABLE, vec![])?;
    rows.all(
        "SELECT number, at, recipient AS \"to\", subject, text, html, mime FROM dev_letter ORDER BY number",
        vec![],
    )
}

fn list(letters: &[Kept]) -> String {
    let rows = letters.iter().rev().map(|letter| {
        let (number, to, subject) = (letter.number, escape(&letter.to), escape(&letter.subject));
        format!("<li><a href=\"/dev/letters/{number}\">{subject}</a><br>{to}</li>")
    });
    let rows: String = rows.collect();
    let rows = if rows.is_empty() { "<li>No letter yet.</li>".to_owned() } else { rows };
    document(
        "Letters",
        &format!(
            "<h1>Letters</h1><p><a href=\"{LIST}\">Every kind of letter</a></p><p>Newest first.</p><ol reversed>{rows}</ol>"
        ),
    )
}

fn view(letter: &Kept) -> String {
    let body = format!(
        "<p><a href=\"/dev/letters\">All letters</a></p><h1>{subject}</h1><p>To {to}</p>\
         <p><a href=\"/dev/letters/{number}.html\">The HTML part</a></p><h2>The text part</h2><pre>{text}</pre>\
         <h2>As it was sent</h2><pre>{mime}</pre>",
        subject = escape(&letter.subject),
        to = escape(&letter.to),
        number = letter.number,
        text = linked(&letter.text),
        mime = escape(&letter.mime),
    );
    document(&letter.subject, &body)
}

/// Escaped text in which the portal's own links can be followed.
fn linked(text: &str) -> String {
    let line = |line: &str| match line.trim() {
        address if address.starts_with("http") && !address.contains(' ') => {
            format!("<a href=\"{0}\">{0}</a>", escape(address))
        }
        _ => escape(line),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

pub fn document(title: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>{}</title><style>body{{font:1rem/1.5 system-ui;max-width:50rem;margin:2rem auto;padding:0 1rem}}\
         pre{{white-space:pre-wrap;overflow-wrap:anywhere}}:root{{color-scheme:light dark}}</style><body>{body}</body></html>",
        escape(title)
    )
}

pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

pub fn page(html: &str) -> Result<Response> {
    let response = Response::ok(html)?;
    response.headers().set("content-type", "text/html; charset=utf-8")?;
    response.headers().set(
        "content-security-policy",
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'",
    )?;
    Ok(response)
}
