//! How answers fit is refused where nothing can be compared, at its line and with what to write instead.

use programme_compiler::{Mistake, read};

/// The good file with a form of mentors; `RULE` and `MENTORS` are put in.
const MENTOR: &str = "
[mentor]
title = { sv = \"Bli\", en = \"Become\" }
intro = { sv = \"I\", en = \"I\" }
next = { sv = \"N\", en = \"N\" }

[[mentor.pages]]
id = \"all\"
title = { sv = \"T\", en = \"T\" }

[[mentor.pages.questions]]
id = \"mail\"
kind = \"email\"
shown_to = \"staff\"
label = { sv = \"L\", en = \"L\" }
short = { sv = \"S\", en = \"S\" }
missing = { sv = \"M\", en = \"M\" }

[[mentor.pages.questions]]
id = \"read\"
kind = \"acknowledgement\"
shown_to = \"staff\"
label = { sv = \"L\", en = \"L\" }
short = { sv = \"S\", en = \"S\" }
missing = { sv = \"M\", en = \"M\" }

[[mentor.pages.questions]]
id = \"enrolled\"
kind = \"one-choice\"
shown_to = \"staff\"
MENTORS
label = { sv = \"L\", en = \"L\" }
short = { sv = \"S\", en = \"S\" }
missing = { sv = \"M\", en = \"M\" }
options = [ { id = \"no\", sv = \"Nej\", en = \"No\" }, { id = \"yes\", sv = \"Ja\", en = \"Yes\" } ]
";

/// Every mistake where the mentee's question `id` has that rule.
fn mistakes(id: &str, rule: &str, mentors: &str) -> Vec<Mistake> {
    let good = include_str!("good.toml");
    let place = format!("id = \"{id}\"\n");
    assert!(good.contains(&place), "the good file asks {id}");
    let text =
        format!("{}{}", good.replacen(&place, &format!("{place}{rule}\n"), 1), MENTOR.replace("MENTORS", mentors));
    read("programmes/good.toml", &text).err().unwrap_or_default()
}

#[track_caller]
fn refused(id: &str, rule: &str, remedy: &str) {
    let found = mistakes(id, rule, "");
    assert!(found.len() == 1 && found[0].what.contains(remedy), "{found:#?}");
}

#[test]
fn what_can_be_compared_is_good() {
    assert_eq!(mistakes("enrolled", "fits = { with = \"enrolled\", how = \"must-differ\" }", ""), []);
    assert_eq!(mistakes("topics", "fits = { with = \"enrolled\", how = \"share\" }", ""), []);
}

#[test]
fn a_question_that_mentors_are_not_asked() {
    refused("topics", "fits = { with = \"themes\", how = \"share\" }", "has no question \"themes\"");
}

#[test]
fn kinds_that_cannot_be_compared() {
    refused("year", "fits = { with = \"enrolled\", how = \"must-share\" }", "two questions with options");
    refused("name", "fits = { with = \"enrolled\", how = \"must-differ\" }", "two texts of one line");
    refused("topics", "fits = { with = \"enrolled\", how = \"close\" }", "kind \"one-choice\"");
}

#[test]
fn closeness_without_the_same_order() {
    refused("enrolled", "fits = { with = \"enrolled\", how = \"close\" }", "the same options in the same order");
}

#[test]
fn options_that_fit_with_anything_where_nothing_is_close() {
    let rule = "fits = { with = \"enrolled\", how = \"share\", anything = [\"yes\"] }";
    refused("topics", rule, "belongs to \"close\"");
}

#[test]
fn an_unknown_way_to_fit() {
    refused("topics", "fits = { with = \"enrolled\", how = \"roughly\" }", "unknown variant `roughly`");
}

#[test]
fn a_rule_at_a_question_of_mentors() {
    let found = mistakes("topics", "", "fits = { with = \"topics\", how = \"share\" }");
    assert!(found.len() == 1 && found[0].what.contains("stands at a question of the mentee"), "{found:#?}");
}
