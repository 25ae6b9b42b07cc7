//! Every kind of mistake in a programme file is refused at its line, with what to write instead.

use programme_compiler::{Mistake, read};

const GOOD: &str = include_str!("good.toml");

fn mistakes(text: &str) -> Vec<Mistake> {
    read("programmes/good.toml", text).err().unwrap_or_default()
}

/// Replaces `from` (which must be there) and expects exactly one mistake, at the line of `at`, that says `remedy`.
#[track_caller]
fn refused(from: &str, to: &str, at: &str, remedy: &str) {
    assert!(GOOD.contains(from), "the good file has no {from:?}");
    let text = GOOD.replacen(from, to, 1);
    let line = text.lines().position(|line| line.contains(at)).expect("the line is there") + 1;
    match mistakes(&text).as_slice() {
        [only] => {
            assert!(only.what.contains(remedy), "{only}");
            assert_eq!(only.line, line, "{only}");
            assert!(only.to_string().starts_with(&format!("programmes/good.toml:{line}: ")));
        }
        others => panic!("expected one mistake, got {others:#?}"),
    }
}

#[test]
fn the_good_file_is_good() {
    assert_eq!(mistakes(GOOD), []);
}

#[test]
fn broken_toml() {
    refused("mode = \"choice\"", "mode = choice\"", "mode = choice", "");
}

#[test]
fn an_unknown_key() {
    refused("mode = \"choice\"", "mode = \"choice\"\ncolour = \"red\"", "colour", "unknown field `colour`");
}

#[test]
fn an_unknown_mode() {
    refused(
        "mode = \"choice\"",
        "mode = \"lottery\"",
        "lottery",
        "expected one of `choice`, `cohort`, `own`, `listing`",
    );
}

#[test]
fn an_unknown_kind() {
    refused("kind = \"email\"", "kind = \"post\"", "\"post\"", "unknown variant `post`");
}

#[test]
fn a_sentence_missing_in_one_language() {
    refused(
        "title = { sv = \"Bra\", en = \"Good\" }",
        "title = { sv = \"Bra\" }",
        "title = { sv = \"Bra\" }",
        "missing field `en`",
    );
    refused("sv = \"Bra\", en = \"Good\"", "sv = \"Bra\", en = \" \"", "en = \" \"", "write the sentence in English");
}

#[test]
fn a_slug_that_is_not_the_files_name() {
    refused("slug = \"good\"", "slug = \"other\"", "slug =", "write slug = \"good\"");
}

#[test]
fn an_id_with_other_characters() {
    refused("id = \"name\"", "id = \"Namn å\"", "Namn å", "must be 1 to 40 of the characters");
}

#[test]
fn an_id_twice() {
    refused("id = \"mail\"", "id = \"name\"", "id = \"name\" # second", "two questions have the id");
    refused("id = \"last\"", "id = \"first\"", "id = \"first\" # second", "two pages have the id");
    refused("{ id = \"b\"", "{ id = \"a\"", "{ id = \"a\", sv = \"B\"", "two options have the id");
}

#[test]
fn an_id_that_every_form_has() {
    refused("id = \"first\"", "id = \"check\"", "id = \"check\"", "choose another id");
    refused("id = \"name\"", "id = \"website\"", "id = \"website\"", "choose another id");
}

#[test]
fn a_limit_missing_or_in_excess() {
    refused("max = 120\n", "", "kind = \"full-name\"", "needs a max, like max = 120");
    refused("min = 1\nmax = 5\n", "max = 5\n", "kind = \"number\"", "needs min and max");
    refused("kind = \"email\"", "kind = \"email\"\nmax = 5", "max = 5", "has no max; delete it");
    refused("kind = \"email\"", "kind = \"email\"\nmin = 5", "min = 5", "has no min; delete it");
}

#[test]
fn limits_that_cannot_be() {
    refused("min = 1\nmax = 5", "min = 6\nmax = 5", "max = 5", "max must not be smaller than min");
    refused("max = 120", "max = 9000", "max = 9000", "1 to 4000 characters");
    refused("min = 1\nmax = 2", "min = 1\nmax = 9", "max = 9", "more than the 2 options");
}

#[test]
fn options_missing_or_in_excess() {
    refused(
        "kind = \"several-choices\"\nmin = 1\nmax = 2",
        "kind = \"short-text\"\nmax = 9",
        "kind = \"short-text\"",
        "has no options",
    );
    refused(
        "options = [ { id = \"yes\", sv = \"Ja\", en = \"Yes\" }, { id = \"no\", sv = \"Nej\", en = \"No\" } ]",
        "options = [ { id = \"yes\", sv = \"Ja\", en = \"Yes\" } ]",
        "kind = \"one-choice\"",
        "needs 2 to 40 options",
    );
}

#[test]
fn a_condition_on_what_is_not_asked_earlier() {
    refused("question = \"enrolled\"", "question = \"colour\"", "question = \"colour\"", "earlier question");
    refused("is = [\"yes\"]", "is = [\"maybe\"]", "is = [\"maybe\"]", "not an option");
    refused("is = [\"yes\"]", "is = []", "is = []", "at least one option");
}

#[test]
fn a_form_without_an_address_or_notice() {
    refused("kind = \"email\"", "kind = \"short-text\"\nmax = 9", "title = { sv = \"Sök\"", "kind \"email\"");
    refused(
        "kind = \"acknowledgement\"",
        "kind = \"short-text\"\nmax = 9",
        "title = { sv = \"Sök\"",
        "kind \"acknowledgement\"",
    );
    refused(
        "id = \"mail\" # second\n",
        "id = \"mail\" # second\noptional = true\n",
        "title = { sv = \"Sök\"",
        "kind \"email\"",
    );
}

#[test]
fn a_page_that_asks_nothing() {
    refused(
        "[[mentee.pages]]\nid = \"first\"",
        "[[mentee.pages]]\nid = \"empty\"\ntitle = { sv = \"T\", en = \"E\" }\nquestions = []\n[[mentee.pages]]\nid = \"first\"",
        "id = \"empty\"",
        "asks nothing",
    );
}

#[test]
fn live_values_that_cannot_be() {
    refused("contact = \"a@example.org\"", "contact = \"the office\"", "contact =", "an address people can write to");
    refused("reviewed = \"2026-01-31\"", "reviewed = \"31 January\"", "reviewed =", "YYYY-MM-DD");
}

#[test]
fn an_undecided_value_without_saying_who_decides() {
    refused(
        "{ undecided = \"the board\", sample = 10 }",
        "{ undecided = \"\", sample = 10 }",
        "answer_days",
        "who decides",
    );
    refused(
        "{ undecided = \"the board\", sample = 10 }",
        "{ undecided = \"the board\" }",
        "answer_days",
        "who decides",
    );
    refused("retention_days = 30", "retention_days = 0", "retention_days", "at least 1 day");
}

#[test]
fn a_notice_without_a_version() {
    refused("version = \"1\"", "version = \"\"", "version =", "notice's version");
}

#[test]
fn a_year_or_date_outside_what_people_live() {
    let year = "kind = \"number\"\nmin = 1\nmax = 5";
    refused(year, "kind = \"year\"\nmin = 20\nmax = 2030", "min = 20", "write a year from 1900 to 2200");
    refused(year, "kind = \"date\"\nmin = 2020\nmax = 9999", "max = 9999", "write a year from 1900 to 2200");
    refused(year, "kind = \"year\"\nmax = 2030", "kind = \"year\"", "needs min and max");
}

#[test]
fn a_ranking_of_more_than_there_is_or_than_anyone_ranks() {
    let several = "kind = \"several-choices\"\nmin = 1\nmax = 2";
    refused(several, "kind = \"ranked-choice\"\nmin = 1\nmax = 3", "max = 3", "more than the 2 options");
    let six = "options = [ { id = \"a\", sv = \"A\", en = \"A\" }, { id = \"b\", sv = \"B\", en = \"B\" } ]";
    let options: Vec<String> = ('a'..='g').map(|id| format!("{{ id = \"{id}\", sv = \"S\", en = \"E\" }}")).collect();
    let many = GOOD.replacen(six, &format!("options = [ {} ]", options.join(", ")), 1);
    let text = many.replacen(several, "kind = \"ranked-choice\"\nmin = 1\nmax = 6", 1);
    let found = mistakes(&text);
    assert!(matches!(found.as_slice(), [only] if only.what.contains("at most 5 options can be ranked")), "{found:#?}");
}

#[test]
fn options_of_a_question_that_has_its_own() {
    refused("kind = \"one-choice\"", "kind = \"yes-no\"", "kind = \"yes-no\"", "kind \"yes-no\" has no options");
}

#[test]
fn a_condition_may_follow_a_yes_no_question() {
    let options =
        "options = [ { id = \"yes\", sv = \"Ja\", en = \"Yes\" }, { id = \"no\", sv = \"Nej\", en = \"No\" } ]\n";
    let text = GOOD.replacen("kind = \"one-choice\"", "kind = \"yes-no\"", 1).replacen(options, "", 1);
    assert_eq!(mistakes(&text), []);
    let wrong = text.replacen("is = [\"yes\"]", "is = [\"maybe\"]", 1);
    assert!(matches!(mistakes(&wrong).as_slice(), [only] if only.what.contains("not an option")));
}

#[test]
fn a_closed_programme_without_saying_why() {
    refused("open = true", "open = false", "open = false", "say why it is closed");
    let long = format!("open = true\nclosed_because = {{ sv = \"{}\", en = \"E\" }}", "å".repeat(301));
    refused("open = true", &long, "closed_because", "at most 300 characters");
}

#[test]
fn what_a_form_needs_missing_or_without_a_form() {
    let staff_letter = "staff_letter = \"full\"\n";
    refused(staff_letter, "", "slug =", "a programme with a form needs staff_letter");
    let start = GOOD.find("[mentee]").expect("the good file has a form");
    let without = GOOD[..start].to_owned();
    let found: Vec<String> = mistakes(&without).into_iter().map(|mistake| mistake.what).collect();
    assert_eq!(found.len(), 3, "{found:#?}");
    assert!(found.iter().all(|what| what.contains("a programme without a form has no")), "{found:#?}");
}

#[test]
fn a_link_that_is_not_a_whole_address() {
    refused(
        "staff_letter = \"full\"\n",
        "staff_letter = \"full\"\nlinks = [ { words = { sv = \"L\", en = \"L\" }, address = \"ki.se\" } ]\n",
        "ki.se",
        "must begin with https://",
    );
}

#[test]
fn an_answered_question_in_one_language() {
    refused(
        "staff_letter = \"full\"\n",
        "staff_letter = \"full\"\nanswers = [ { question = { sv = \"F\", en = \"\" }, text = [] } ]\n",
        "answers =",
        "write the sentence in English",
    );
}

#[test]
fn a_missing_rank() {
    refused("rank = 1\n", "", "slug", "missing field `rank`");
}

#[test]
fn a_mistake_in_a_form_that_programmes_share() {
    let form = GOOD[GOOD.find("[mentee]").expect("a form")..].replace("[mentee]\n", "").replace("mentee.", "");
    assert!(programme_compiler::read_form("programmes/forms/x.toml", &form).is_ok());
    let wrong = form.replacen("kind = \"email\"", "kind = \"email\"\nmax = 5", 1);
    let found = programme_compiler::read_form("programmes/forms/x.toml", &wrong).err().unwrap_or_default();
    assert!(
        matches!(found.as_slice(), [only] if only.to_string().contains("x.toml:") && only.what.contains("has no max"))
    );
}
