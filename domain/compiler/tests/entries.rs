//! Every kind of mistake in an entry of a listing is refused at its line, with what to write instead.

use programme_compiler::{Mistake, read};

const GOOD: &str = include_str!("good.toml");

const ENTRY: &str = "[[entries]]
name = { sv = \"Namn\", en = \"Name\" }
what = { sv = \"Vad\", en = \"What\" }
for_whom = { sv = \"Vem\", en = \"Whom\" }
address = \"https://example.org/one\"
checked = \"2026-03-03\"
contact = \"one@example.org\"
";

/// The good file as a listing with these entries.
fn listing(entries: &str) -> String {
    GOOD.replacen("mode = \"choice\"", "mode = \"listing\"", 1).replacen("[notice]", &format!("{entries}\n[notice]"), 1)
}

fn mistakes(text: &str) -> Vec<Mistake> {
    read("programmes/good.toml", text).err().unwrap_or_default()
}

/// Expects exactly one mistake, at the line of `at`, that says `remedy`.
#[track_caller]
fn refused_file(text: &str, at: &str, remedy: &str) {
    let line = text.lines().position(|line| line.contains(at)).expect("the line is there") + 1;
    match mistakes(text).as_slice() {
        [only] => {
            assert!(only.what.contains(remedy), "{only}");
            assert_eq!(only.line, line, "{only}");
        }
        others => panic!("expected one mistake, got {others:#?}"),
    }
}

/// The same for one entry with `from` (which must be there) replaced.
#[track_caller]
fn refused(from: &str, to: &str, at: &str, remedy: &str) {
    assert!(ENTRY.contains(from), "the good entry has no {from:?}");
    refused_file(&listing(&ENTRY.replacen(from, to, 1)), at, remedy);
}

#[test]
fn a_listing_with_and_without_an_entry_is_good() {
    assert_eq!(mistakes(&listing("")), []);
    assert_eq!(mistakes(&listing(ENTRY)), []);
    assert_eq!(mistakes(&listing(&ENTRY.replacen("contact = \"one@example.org\"\n", "", 1))), []);
    assert_eq!(mistakes(&listing(&ENTRY.replacen("2026-03-03", "2024-02-29", 1))), []);
}

#[test]
fn an_entry_of_a_programme_that_is_no_listing() {
    let text = listing(ENTRY).replacen("mode = \"listing\"", "mode = \"choice\"", 1);
    refused_file(&text, "checked =", "only a programme of mode \"listing\" has entries");
}

#[test]
fn an_entry_that_lacks_something_or_has_more() {
    refused("checked = \"2026-03-03\"\n", "", "[[entries]]", "missing field `checked`");
    refused("contact =", "telephone =", "telephone =", "unknown field `telephone`");
    refused("en = \"What\"", "en = \" \"", "what =", "write the sentence in English");
}

#[test]
fn an_entry_that_says_more_than_anyone_reads() {
    refused("en = \"Name\"", &format!("en = \"{}\"", "n".repeat(121)), "name =", "name must be at most 120 characters");
    refused("sv = \"Vad\"", &format!("sv = \"{}\"", "å".repeat(301)), "what =", "what must be at most 300 characters");
    refused("sv = \"Vem\"", &format!("sv = \"{}\"", "å".repeat(301)), "for_whom =", "for_whom must be at most 300");
}

#[test]
fn an_address_that_is_not_whole_or_too_long_or_there_twice() {
    refused("https://example.org/one", "example.org", "address =", "must begin with https://");
    let long = format!("https://example.org/{}", "a".repeat(300));
    refused("https://example.org/one", &long, "address =", "at most 300 characters");
    let second = ENTRY.replacen("checked", "# second\nchecked", 1).replacen("/one\"", "/one\" # again", 1);
    refused_file(&listing(&format!("{ENTRY}{second}")), "# again", "two entries have this address");
}

#[test]
fn a_day_of_the_check_that_the_calendar_does_not_have() {
    for wrong in ["3 March", "2026-02-30", "2027-02-29", "2026-3-3", "2026-03-03T10:00:00", "1999-12-31"] {
        refused("2026-03-03", wrong, "checked =", "checked must be a day written YYYY-MM-DD");
    }
}

#[test]
fn a_contact_that_nobody_can_write_to() {
    refused("one@example.org", "the office", "contact = \"the office\"", "contact must be an email address");
    let long = format!("{}@example.org", "a".repeat(250));
    refused("one@example.org", &long, "contact = \"aaa", "at most 254 characters");
}

#[test]
fn more_entries_than_a_page_lists() {
    let many: Vec<String> = (0..51)
        .map(|number| {
            let entry = ENTRY.replacen("/one", &format!("/{number}"), 1);
            entry.replacen("checked = \"2026-03-03\"", &format!("checked = \"2026-03-03\" # {number}."), 1)
        })
        .collect();
    refused_file(&listing(&many.join("")), "# 50.", "at most 50 programmes");
    assert_eq!(mistakes(&listing(&many[..50].join(""))), []);
}
