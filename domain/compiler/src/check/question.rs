//! What a question of a form must be: its limits, its options, and when it is asked.

use super::{Found, at, check_all_words, check_id, check_sentence};
use crate::file::{Kind, QuestionFile};
use std::collections::BTreeSet;

/// The most options a choice may have, as many as a draft may carry values in one field (`domain::draft::VALUES_MAX`).
const OPTIONS_MAX: usize = 40;
/// The longest text a question may allow, so that a form's texts at their limits stay under the body's 64 KiB.
const TEXT_MAX: u32 = 4000;
/// The most options a person ranks: more places than that is work, and no wish.
const RANKED_MAX: u32 = 5;
/// Years that a question may allow: people and plans alive today.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2200;

pub fn check_question(question: &QuestionFile, earlier: &[&QuestionFile], found: &mut Vec<Found>) {
    check_id(&question.id, "question id", found);
    if question.id.get_ref() == "website" {
        found.push(at(&question.id, "\"website\" is the field that catches programs; choose another id".into()));
    }
    check_all_words([&question.label, &question.short, &question.missing], found);
    check_all_words(&question.hint, found);
    check_limits(question, found);
    check_options(question, found);
    check_when(question, earlier, found);
}

fn check_limits(question: &QuestionFile, found: &mut Vec<Found>) {
    let kind = *question.kind.get_ref();
    let (takes_min, needs_max) = match kind {
        Kind::FullName | Kind::ShortText | Kind::LongText => (false, true),
        Kind::Number | Kind::Year | Kind::Date | Kind::SeveralChoices | Kind::RankedChoice => (true, true),
        Kind::Email | Kind::OneChoice | Kind::YesNo | Kind::Acknowledgement => (false, false),
    };
    let (min, max) = (question.min.as_ref(), question.max.as_ref());
    match (takes_min, min) {
        (false, Some(min)) => found.push(at(min, format!("kind \"{}\" has no min; delete it", kind.word()))),
        (true, None) => {
            found.push(at(&question.kind, format!("kind \"{}\" needs min and max, like min = 1", kind.word())));
        }
        _ => {}
    }
    match (needs_max, max) {
        (false, Some(max)) => found.push(at(max, format!("kind \"{}\" has no max; delete it", kind.word()))),
        (true, None) => found.push(at(&question.kind, format!("kind \"{}\" needs a max, like max = 120", kind.word()))),
        _ => {}
    }
    let Some(max) = max.filter(|_| needs_max) else { return };
    if min.is_some_and(|min| min.get_ref() > max.get_ref()) {
        found.push(at(max, "max must not be smaller than min".into()));
    }
    let text = !takes_min;
    if *max.get_ref() == 0 || (text && *max.get_ref() > TEXT_MAX) {
        found.push(at(max, format!("max must be 1 to {TEXT_MAX} characters")));
    }
    if matches!(kind, Kind::SeveralChoices | Kind::RankedChoice) && *max.get_ref() as usize > question.options.len() {
        found.push(at(max, format!("max is more than the {} options there are", question.options.len())));
    }
    if kind == Kind::RankedChoice && *max.get_ref() > RANKED_MAX {
        found.push(at(max, format!("at most {RANKED_MAX} options can be ranked")));
    }
    if matches!(kind, Kind::Year | Kind::Date) {
        for year in min.into_iter().chain([max]).filter(|year| !YEARS.contains(year.get_ref())) {
            found.push(at(year, format!("write a year from {} to {}, like min = 2020", YEARS.start(), YEARS.end())));
        }
    }
}

fn check_options(question: &QuestionFile, found: &mut Vec<Found>) {
    let kind = *question.kind.get_ref();
    let count = question.options.len();
    if kind.is_choice() && !(2..=OPTIONS_MAX).contains(&count) {
        found.push(at(&question.kind, format!("kind \"{}\" needs 2 to {OPTIONS_MAX} options, like options = [ {{ id = \"yes\", sv = \"Ja\", en = \"Yes\" }}, … ]", kind.word())));
    }
    if !kind.is_choice() && count > 0 {
        found.push(at(
            &question.kind,
            format!("kind \"{}\" has no options; delete them, or write kind = \"one-choice\"", kind.word()),
        ));
    }
    let mut ids = BTreeSet::new();
    for option in &question.options {
        check_id(&option.id, "option id", found);
        check_sentence(&option.sv, "Swedish", found);
        check_sentence(&option.en, "English", found);
        if !ids.insert(option.id.get_ref()) {
            found.push(at(
                &option.id,
                format!("two options have the id \"{}\"; give one of them another", option.id.get_ref()),
            ));
        }
    }
}

fn check_when(question: &QuestionFile, earlier: &[&QuestionFile], found: &mut Vec<Found>) {
    let Some(when) = &question.when else { return };
    let wanted = when.get_ref();
    let asked = earlier.iter().find(|asked| {
        let one = matches!(asked.kind.get_ref(), Kind::OneChoice | Kind::YesNo);
        asked.id.get_ref() == &wanted.question && one && asked.when.is_none()
    });
    let Some(asked) = asked else {
        found.push(at(
            when,
            format!(
                "`when` must name an earlier question of kind \"one-choice\" or \"yes-no\" that is always asked; \"{}\" is not one",
                wanted.question
            ),
        ));
        return;
    };
    if wanted.is.is_empty() {
        found.push(at(when, "`when` needs at least one option: is = [\"…\"]".into()));
    }
    for option in &wanted.is {
        let of_yes_no = *asked.kind.get_ref() == Kind::YesNo && ["yes", "no"].contains(&option.as_str());
        if !of_yes_no && !asked.options.iter().any(|known| known.id.get_ref() == option) {
            found.push(at(when, format!("\"{option}\" is not an option of \"{}\"", wanted.question)));
        }
    }
}
