//! A directory is refused where no mentor could say how they want to be shown, with what to write instead.

use programme_compiler::{Mistake, read};

const GOOD: &str = include_str!("good.toml");

/// A form of mentors who are asked how they want to be shown.
const MENTOR: &str = r#"
[mentor]
title = { sv = "Bli", en = "Become" }
intro = { sv = "I", en = "I" }
next = { sv = "N", en = "N" }

[[mentor.pages]]
id = "all"
title = { sv = "T", en = "T" }

[[mentor.pages.questions]]
id = "mail"
kind = "email"
shown_to = "staff"
label = { sv = "L", en = "L" }
short = { sv = "S", en = "S" }
missing = { sv = "M", en = "M" }

[[mentor.pages.questions]]
id = "shown"
kind = "one-choice"
shown_to = "staff"
label = { sv = "L", en = "L" }
short = { sv = "S", en = "S" }
missing = { sv = "M", en = "M" }
options = [ { id = "name", sv = "A", en = "A" }, { id = "without-name", sv = "B", en = "B" }, { id = "staff-only", sv = "C", en = "C" } ]

[[mentor.pages.questions]]
id = "read"
kind = "acknowledgement"
shown_to = "staff"
label = { sv = "L", en = "L" }
short = { sv = "S", en = "S" }
missing = { sv = "M", en = "M" }
"#;

fn mistakes(directory: &str, mentor: &str) -> Vec<Mistake> {
    let line = format!("mode = \"choice\"\n{directory}");
    let text = GOOD.replacen("mode = \"choice\"\n", &line, 1) + mentor;
    read("programmes/good.toml", &text).err().unwrap_or_default()
}

#[track_caller]
fn refused(found: &[Mistake], remedy: &str) {
    assert!(found.len() == 1 && found[0].what.contains(remedy), "{found:#?}");
}

#[test]
fn a_directory_is_open_or_for_confirmed_addresses() {
    for directory in ["", "directory = \"open\"\n", "directory = \"confirmed\"\n"] {
        assert_eq!(mistakes(directory, MENTOR), [], "{directory}");
    }
    refused(&mistakes("directory = \"secret\"\n", MENTOR), "expected `open` or `confirmed`");
}

#[test]
fn a_directory_of_mentors_who_are_not_asked_how_they_want_to_be_shown() {
    refused(&mistakes("directory = \"open\"\n", ""), "has a directory");
    let asked_otherwise = MENTOR.replace("id = \"shown\"", "id = \"visible\"");
    refused(&mistakes("directory = \"open\"\n", &asked_otherwise), "has a directory");
}

#[test]
fn an_address_that_everybody_could_read() {
    let public = MENTOR.replacen("shown_to = \"staff\"", "shown_to = \"public\"", 1);
    refused(&mistakes("directory = \"open\"\n", &public), "for nobody who reads about mentors");
}

#[test]
fn a_mentor_who_could_not_say_no_or_whose_no_would_not_be_understood() {
    let no_way_out = MENTOR.replace(", { id = \"staff-only\", sv = \"C\", en = \"C\" }", "");
    refused(&mistakes("", &no_way_out), "name, without-name and staff-only");
    refused(&mistakes("", &MENTOR.replace("\"staff-only\"", "\"nobody\"")), "name, without-name and staff-only");
}
