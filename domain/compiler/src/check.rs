//! What a file must be beyond its shape: each mistake with its place and its remedy.

mod directory;
mod entry;
mod fits;
mod question;

use crate::file::{Decision, FormFile, Kind, Mode, ProgrammeFile, QuestionFile, Words};
use directory::check_directory;
use entry::check_entries;
use fits::{check_fits, check_no_fits};
use question::check_question;
use std::collections::BTreeSet;
use toml::Spanned;

/// Byte offset in the file, and what is wrong.
type Found = (usize, String);

/// The longest note on a programme's state, as at the desk (`domain::live::NOTE_MAX`).
const NOTE_MAX: usize = 300;

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
    check_live(file, &mut found);
    check_reception(file, &mut found);
    check_all_words([&file.title, &file.summary], &mut found);
    for list in [&file.about, &file.eligible, &file.steps] {
        check_all_words(list, &mut found);
    }
    for answered in &file.answers {
        check_all_words([&answered.question], &mut found);
        check_all_words(&answered.text, &mut found);
    }
    for link in file.links.iter().chain(file.answers.iter().filter_map(|answered| answered.link.as_ref())) {
        check_all_words([&link.words], &mut found);
        if !link.address.get_ref().starts_with("https://") {
            found.push(at(&link.address, "the address of a link must begin with https://".into()));
        }
    }
    check_entries(file, &mut found);
    check_fits(file, &mut found);
    check_directory(file, &mut found);
    for form in [&file.mentee, &file.mentor].into_iter().flatten() {
        check_form(form, &mut found);
    }
    found.sort();
    found
}

/// Every mistake in a form that programmes share.
pub fn form_mistakes(form: &FormFile) -> Vec<Found> {
    let mut found = Vec::new();
    check_form(form, &mut found);
    check_no_fits(form, &mut found);
    found.sort();
    found
}

fn check_live(file: &ProgrammeFile, found: &mut Vec<Found>) {
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
        check_who(&open.undecided, live.reviewer.span().start, found);
    }
    let takes_applications = matches!(file.mode, Mode::Choice | Mode::Cohort);
    match &live.closed_because {
        None if takes_applications && !live.open.get_ref() => {
            found.push(at(&live.open, "say why it is closed: closed_because = { sv = \"…\", en = \"…\" }".into()));
        }
        None => {}
        Some(because) => {
            check_all_words([because], found);
            for text in [&because.sv, &because.en] {
                if text.get_ref().chars().count() > NOTE_MAX {
                    found.push(at(text, format!("closed_because must be at most {NOTE_MAX} characters")));
                }
            }
        }
    }
}

/// What must be there where people send something in, and must not where they do not.
fn check_reception(file: &ProgrammeFile, found: &mut Vec<Found>) {
    let has_form = file.has_form();
    for (what, is_there) in [
        ("[notice]", file.notice.is_some()),
        ("[decisions]", file.decisions.is_some()),
        ("staff_letter", file.staff_letter.is_some()),
    ] {
        match (has_form, is_there) {
            (true, false) => found.push(at(&file.slug, format!("a programme with a form needs {what}"))),
            (false, true) => found.push(at(&file.slug, format!("a programme without a form has no {what}; delete it"))),
            _ => {}
        }
    }
    for decision in file.decisions.iter().flat_map(|decisions| [&decisions.answer_days, &decisions.retention_days]) {
        match decision.get_ref() {
            Decision::Undecided(open) => check_who(&open.undecided, decision.span().start, found),
            Decision::Decided(0) => found.push(at(decision, "write at least 1 day".into())),
            Decision::Decided(_) => {}
        }
    }
    let Some(notice) = &file.notice else { return };
    if notice.version.get_ref().is_empty() {
        found.push(at(
            &notice.version,
            "write the notice's version, like \"2026-11-23\"; it is kept with each application".into(),
        ));
    }
    check_all_words(&notice.text, found);
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

/// A day of the calendar written `YYYY-MM-DD`, from the year 2000 on.
fn is_date(text: &str) -> bool {
    let day = text.parse::<toml::value::Datetime>().ok().filter(|read| read.time.is_none() && read.offset.is_none());
    day.and_then(|read| read.date).is_some_and(|date| (2000..=2999).contains(&date.year)) && text.len() == 10
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

/// What every form must ask: an address, the first one asked always, and the notice read.
fn check_needed(form: &FormFile, questions: &[&QuestionFile], found: &mut Vec<Found>) {
    let start = form.title.sv.span().start;
    for (kind, remedy) in [
        (
            Kind::Email,
            "a form needs a question of kind \"email\", the first of them neither optional nor with `when`: the receipt goes there",
        ),
        (
            Kind::Acknowledgement,
            "a form needs exactly one question of kind \"acknowledgement\", neither optional nor with `when`: the notice on personal data",
        ),
    ] {
        let mut fitting = questions.iter().filter(|question| *question.kind.get_ref() == kind);
        let is_asked = fitting.next().is_some_and(|question| !question.optional && question.when.is_none());
        if !is_asked || (kind == Kind::Acknowledgement && fitting.next().is_some()) {
            found.push((start, remedy.into()));
        }
    }
}
