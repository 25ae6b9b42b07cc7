//! What a file must be beyond its shape: each mistake with its place and its remedy.

use crate::file::{Decision, FormFile, Kind, ProgrammeFile, QuestionFile, Words};
use std::collections::BTreeSet;
use toml::Spanned;

/// Byte offset in the file, and what is wrong.
type Found = (usize, String);

/// The most options a choice may have, as many as a draft may carry values in one field (`domain::draft::VALUES_MAX`).
const OPTIONS_MAX: usize = 40;
/// The longest text a question may allow, so that a form's texts at their limits stay under the body's 64 KiB.
const TEXT_MAX: u32 = 4000;

/// Every mistake in the file.
pub fn mistakes(file: &ProgrammeFile, stem: &str) -> Vec<Found> {
    let mut found = Vec::new();
    if file.slug.get_ref() != stem {
        found.push(at(
            &file.slug,
            format!("the slug must be the file's name: write slug = \"{stem}\", or rename the file"),
        ));
    }
    check_id(&file.slug, "slug", &mut found);
    let live = &file.live;
    if !live.contact.get_ref().contains('@') {
        found.push(at(
            &live.contact,
            "contact must be an address people can write to, like career-service@ki.se".into(),
        ));
    }
    if !is_date(live.reviewed.get_ref()) {
        found.push(at(&live.reviewed, "reviewed must be a day written YYYY-MM-DD, like \"2025-09-17\"".into()));
    }
    if let Decision::Undecided(open) = live.reviewer.get_ref() {
        check_who(&open.undecided, live.reviewer.span().start, &mut found);
    }
    for decision in [&file.decisions.answer_days, &file.decisions.retention_days] {
        match decision.get_ref() {
            Decision::Undecided(open) => check_who(&open.undecided, decision.span().start, &mut found),
            Decision::Decided(0) => found.push(at(decision, "write at least 1 day".into())),
            Decision::Decided(_) => {}
        }
    }
    if file.notice.version.get_ref().is_empty() {
        found.push(at(
            &file.notice.version,
            "write the notice's version, like \"2026-11-23\"; it is kept with each application".into(),
        ));
    }
    for list in [&file.about, &file.eligible, &file.steps, &file.notice.text] {
        check_all_words(list, &mut found);
    }
    check_all_words([&file.title, &file.summary], &mut found);
    for (_, form) in file.forms() {
        check_form(form, &mut found);
    }
    found.sort();
    found
}

fn at<T>(place: &Spanned<T>, what: String) -> Found {
    (place.span().start, what)
}

fn check_who(who: &str, offset: usize, found: &mut Vec<Found>) {
    if who.trim().is_empty() {
        found.push((offset, "say who decides: undecided = \"who decides\"".into()));
    }
}

fn check_id(id: &Spanned<String>, what: &str, found: &mut Vec<Found>) {
    let text = id.get_ref();
    let fits = (1..=40).contains(&text.len())
        && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
        && !text.starts_with('-');
    if !fits {
        found.push(at(
            id,
            format!("the {what} \"{text}\" must be 1 to 40 of the characters a–z, 0–9 and -, like \"how-often\""),
        ));
    }
}

fn check_all_words<'a>(all: impl IntoIterator<Item = &'a Words>, found: &mut Vec<Found>) {
    for words in all {
        check_sentence(&words.sv, "Swedish", found);
        check_sentence(&words.en, "English", found);
    }
}

fn check_sentence(text: &Spanned<String>, language: &str, found: &mut Vec<Found>) {
    if text.get_ref().trim().is_empty() {
        found.push(at(text, format!("write the sentence in {language}: every sentence stands in both languages")));
    }
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: Option<&&str>, digits: usize, range: std::ops::RangeInclusive<u16>| {
        part.is_some_and(|part| part.len() == digits && part.parse().is_ok_and(|number| range.contains(&number)))
    };
    parts.len() == 3
        && number(parts.first(), 4, 2000..=2999)
        && number(parts.get(1), 2, 1..=12)
        && number(parts.get(2), 2, 1..=31)
}

fn check_form(form: &FormFile, found: &mut Vec<Found>) {
    check_all_words([&form.title, &form.intro, &form.next], found);
    let mut page_ids = BTreeSet::new();
    let mut question_ids = BTreeSet::new();
    let mut earlier: Vec<&QuestionFile> = Vec::new();
    for page in &form.pages {
        check_id(&page.id, "page id", found);
        let id = page.id.get_ref();
        if ["check", "receipt"].contains(&id.as_str()) {
            found.push(at(
                &page.id,
                format!("\"{id}\" is the address of a page that every form has; choose another id"),
            ));
        }
        if !page_ids.insert(id.clone()) {
            found.push(at(&page.id, format!("two pages have the id \"{id}\"; give one of them another")));
        }
        if page.questions.is_empty() {
            found.push(at(&page.id, format!("the page \"{id}\" asks nothing; add [[…pages.questions]] or delete it")));
        }
        check_all_words([&page.title], found);
        for question in &page.questions {
            check_question(question, &earlier, found);
            if !question_ids.insert(question.id.get_ref().clone()) {
                found.push(at(
                    &question.id,
                    format!("two questions have the id \"{}\"; give one of them another", question.id.get_ref()),
                ));
            }
            earlier.push(question);
        }
    }
    check_needed(form, &earlier, found);
}

/// What every form must ask: exactly one address, asked always, and the notice read.
fn check_needed(form: &FormFile, questions: &[&QuestionFile], found: &mut Vec<Found>) {
    let start = form.title.sv.span().start;
    for (kind, remedy) in [
        (
            Kind::Email,
            "a form needs exactly one question of kind \"email\", neither optional nor with `when`: the receipt goes there",
        ),
        (
            Kind::Acknowledgement,
            "a form needs exactly one question of kind \"acknowledgement\", neither optional nor with `when`: the notice on personal data",
        ),
    ] {
        let fitting = questions.iter().filter(|question| *question.kind.get_ref() == kind);
        let always = fitting.clone().filter(|question| !question.optional && question.when.is_none());
        if (fitting.count(), always.count()) != (1, 1) {
            found.push((start, remedy.into()));
        }
    }
}

fn check_question(question: &QuestionFile, earlier: &[&QuestionFile], found: &mut Vec<Found>) {
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
        Kind::Number | Kind::SeveralChoices => (true, true),
        Kind::Email | Kind::OneChoice | Kind::Acknowledgement => (false, false),
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
    if kind == Kind::SeveralChoices && *max.get_ref() as usize > question.options.len() {
        found.push(at(max, format!("max is more than the {} options there are", question.options.len())));
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
        asked.id.get_ref() == &wanted.question && *asked.kind.get_ref() == Kind::OneChoice && asked.when.is_none()
    });
    let Some(asked) = asked else {
        found.push(at(
            when,
            format!(
                "`when` must name an earlier question of kind \"one-choice\" that is always asked; \"{}\" is not one",
                wanted.question
            ),
        ));
        return;
    };
    if wanted.is.is_empty() {
        found.push(at(when, "`when` needs at least one option: is = [\"…\"]".into()));
    }
    for option in &wanted.is {
        if !asked.options.iter().any(|known| known.id.get_ref() == option) {
            found.push(at(when, format!("\"{option}\" is not an option of \"{}\"", wanted.question)));
        }
    }
}
