//! Writes checked files as Rust: one table of rules, one of words, in the same order.

use crate::file::{
    Answered, Decision, Directory, EntryFile, Fits, FormFile, How, Kind, Link, Mode, PageFile, ProgrammeFile,
    QuestionFile, ShownTo, StaffLetter, StandardForms, Words,
};
use std::fmt::Write;
use toml::Spanned;

/// `rules.rs`, included by `domain::programme`.
pub fn rules(files: &[ProgrammeFile], standard: &StandardForms) -> String {
    let programmes = list(files, |file| programme_rules(file, standard));
    let matching = list(files.iter().filter(|file| fits(file).next().is_some()), matching_rules);
    let entries = list(files.iter().filter(|file| !file.entries.is_empty()), entry_rules);
    format!(
        "/// Every programme, in the order of lists.\npub static PROGRAMMES: &[Programme] = {programmes};\n\
         /// How answers of two people fit, in the programmes that say so. A table of its own, as the next.\n\
         pub static MATCHING: &[(&str, &[crate::matching::Rule])] = {matching};\n\
         /// The entries of the programmes that have some. A table of its own, so that the portal's program carries none.\n\
         pub static ENTRIES: &[(&str, &[crate::listing::Entry])] = {entries};\n"
    )
}

fn fits(file: &ProgrammeFile) -> impl Iterator<Item = (&QuestionFile, &Fits)> {
    let questions = file.mentee.iter().flat_map(|form| &form.pages).flat_map(|page| &page.questions);
    questions.filter_map(|question| Some((question, question.fits.as_ref()?.get_ref())))
}

fn matching_rules(file: &ProgrammeFile) -> String {
    let one = |(question, fits): (&QuestionFile, &Fits)| {
        let how = match fits.how {
            How::MustDiffer => "MustDiffer".to_owned(),
            How::MustShare => "MustShare".to_owned(),
            How::Share => "Share".to_owned(),
            How::Close => {
                let options = list(&question.options, |option| format!("{:?}", option.id.get_ref()));
                format!(
                    "Close {{ options: {options}, anything: {} }}",
                    list(&fits.anything, |option| format!("{option:?}"))
                )
            }
        };
        format!(
            "crate::matching::Rule {{ mentee: {:?}, mentor: {:?}, how: crate::matching::How::{how} }}",
            question.id.get_ref(),
            fits.with
        )
    };
    format!("({:?}, {})", file.slug.get_ref(), list(fits(file), one))
}

fn entry_rules(file: &ProgrammeFile) -> String {
    let one = |entry: &EntryFile| format!("crate::listing::Entry {{ checked: {:?} }}", entry.checked.get_ref());
    format!("({:?}, {})", file.slug.get_ref(), list(&file.entries, one))
}

fn programme_rules(file: &ProgrammeFile, standard: &StandardForms) -> String {
    let mode = match file.mode {
        Mode::Choice => "Choice",
        Mode::Cohort => "Cohort",
        Mode::Own => "Own",
        Mode::Listing => "Listing",
    };
    let letter = match file.staff_letter {
        Some(StaffLetter::Full) => "Full",
        Some(StaffLetter::Notice) | None => "Notice",
    };
    let decisions = file.decisions.as_ref();
    let days = |days: Option<&Decision<u16>>| days.map_or("Decision::Decided(0)".to_owned(), decision);
    let forms = list(file.forms(standard), |(role, form)| form_rules(role, form));
    format!(
        "Programme {{ slug: {:?}, mode: Mode::{mode}, staff_letter: StaffLetter::{letter}, notice_version: {:?}, answer_days: {}, \
         retention_days: {}, open: {}, contact: {:?}, reviewer: {}, reviewed: {:?}, independence: {}, open_directory: {}, forms: {forms} }}",
        file.slug.get_ref(),
        file.notice.as_ref().map_or("", |notice| notice.version.get_ref()),
        days(decisions.map(|decisions| decisions.answer_days.get_ref())),
        days(decisions.map(|decisions| decisions.retention_days.get_ref())),
        file.live.open.get_ref(),
        file.live.contact.get_ref(),
        decision(file.live.reviewer.get_ref()),
        file.live.reviewed.get_ref(),
        file.independence,
        file.directory.as_ref().is_some_and(|directory| *directory.get_ref() == Directory::Open),
    )
}

/// `words.rs`, included by `domain::words`.
pub fn words(files: &[ProgrammeFile], standard: &StandardForms) -> String {
    let words = list(files, |file| programme_words(file, standard));
    let texts = list(files, programme_texts);
    format!(
        "/// The words of every programme, in the order of the rules.\npub static PROGRAMME_WORDS: &[ProgrammeWords] = {words};\n\
         /// What only pages say of every programme, in the same order.\npub static PROGRAMME_TEXTS: &[ProgrammeTexts] = {texts};\n"
    )
}

fn programme_words(file: &ProgrammeFile, standard: &StandardForms) -> String {
    format!(
        "ProgrammeWords {{ slug: {:?}, title: {}, closed_because: {}, forms: {} }}",
        file.slug.get_ref(),
        text(&file.title),
        file.live.closed_because.as_ref().map_or("None".to_owned(), |because| format!("Some({})", text(because))),
        list(file.forms(standard), |(role, form)| form_words(role, form)),
    )
}

fn programme_texts(file: &ProgrammeFile) -> String {
    format!(
        "ProgrammeTexts {{ slug: {:?}, summary: {}, about: {}, eligible: {}, steps: {}, answers: {}, links: {}, entries: {}, notice: {} }}",
        file.slug.get_ref(),
        text(&file.summary),
        list(&file.about, text),
        list(&file.eligible, text),
        list(&file.steps, text),
        list(&file.answers, answered),
        list(&file.links, link),
        list(&file.entries, entry_words),
        list(file.notice.iter().flat_map(|notice| &notice.text), text),
    )
}

fn answered(answered: &Answered) -> String {
    let link = answered.link.as_ref().map_or("None".to_owned(), |found| format!("Some({})", link(found)));
    format!(
        "AnsweredWords {{ question: {}, text: {}, link: {link} }}",
        text(&answered.question),
        list(&answered.text, text)
    )
}

fn entry_words(entry: &EntryFile) -> String {
    format!(
        "EntryWords {{ name: {}, what: {}, for_whom: {}, address: {:?}, contact: {:?} }}",
        text(&entry.name),
        text(&entry.what),
        text(&entry.for_whom),
        entry.address.get_ref(),
        entry.contact.as_ref().map(Spanned::get_ref),
    )
}

fn link(link: &Link) -> String {
    format!("LinkWords {{ words: {}, address: {:?} }}", text(&link.words), link.address.get_ref())
}

fn list<T>(items: impl IntoIterator<Item = T>, one: impl Fn(T) -> String) -> String {
    let mut all = String::from("&[");
    for item in items {
        all.push_str(&one(item));
        all.push_str(", ");
    }
    all.push(']');
    all
}

fn text(words: &Words) -> String {
    format!("Text::new({:?}, {:?})", words.sv.get_ref(), words.en.get_ref())
}

fn decision<T: std::fmt::Debug>(decision: &Decision<T>) -> String {
    match decision {
        Decision::Decided(value) => format!("Decision::Decided({value:?})"),
        Decision::Undecided(open) => {
            format!("Decision::Undecided {{ who: {:?}, sample: {:?} }}", open.undecided, open.sample)
        }
    }
}

fn form_rules(role: &str, form: &FormFile) -> String {
    let pages = list(&form.pages, |page: &PageFile| {
        format!("Page {{ id: {:?}, questions: {} }}", page.id.get_ref(), list(&page.questions, question_rules))
    });
    format!("Form {{ role: Role::{role}, pages: {pages} }}")
}

fn question_rules(question: &QuestionFile) -> String {
    let min = question.min.as_ref().map_or(0, |min| *min.get_ref());
    let max = question.max.as_ref().map_or(0, |max| *max.get_ref());
    let options = list(&question.options, |option| format!("{:?}", option.id.get_ref()));
    let kind = match question.kind.get_ref() {
        Kind::FullName => format!("FullName {{ max: {max} }}"),
        Kind::Email => "Email".to_owned(),
        Kind::ShortText => format!("ShortText {{ max: {max} }}"),
        Kind::LongText => format!("LongText {{ max: {max} }}"),
        Kind::OneChoice => format!("OneChoice {{ options: {options} }}"),
        Kind::SeveralChoices => format!("SeveralChoices {{ options: {options}, min: {min}, max: {max} }}"),
        Kind::Number => format!("Number {{ min: {min}, max: {max} }}"),
        Kind::Year => format!("Year {{ min: {min}, max: {max} }}"),
        Kind::YesNo => "YesNo".to_owned(),
        Kind::RankedChoice => format!("RankedChoice {{ options: {options}, min: {min}, max: {max} }}"),
        Kind::Date => format!("Date {{ min: {min}, max: {max} }}"),
        Kind::Acknowledgement => "Acknowledgement".to_owned(),
    };
    let shown_to = match question.shown_to {
        ShownTo::Staff => "Staff",
        ShownTo::Mentor => "Mentor",
        ShownTo::Public => "Public",
    };
    let mut when = String::from("None");
    if let Some(condition) = &question.when {
        let condition = condition.get_ref();
        when.clear();
        let is = list(&condition.is, |option| format!("{option:?}"));
        // Writing into a String cannot fail.
        let _ = write!(when, "Some(crate::question::Condition {{ question: {:?}, is: {is} }})", condition.question);
    }
    format!(
        "Question {{ id: {:?}, kind: crate::question::Kind::{kind}, optional: {}, shown_to: crate::question::ShownTo::{shown_to}, \
         when: {when}, revision: {:?} }}",
        question.id.get_ref(),
        question.optional,
        revision(question),
    )
}

/// What tells a question from an earlier release's: its kind's word and eight hex digits over everything it says and allows
/// (FNV-1a of 32 bits; two versions of one question meet once in four thousand million).
fn revision(question: &QuestionFile) -> String {
    let limits = (question.min.as_ref().map(|min| *min.get_ref()), question.max.as_ref().map(|max| *max.get_ref()));
    let when = question.when.as_ref().map(|when| (&when.get_ref().question, &when.get_ref().is));
    let content = format!("{limits:?} {when:?} {} {}", question.optional, question_words(question));
    let hash = content.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{}.{hash:08x}", question.kind.get_ref().word())
}

fn form_words(role: &str, form: &FormFile) -> String {
    let pages = list(&form.pages, |page: &PageFile| {
        format!("PageWords {{ title: {}, questions: {} }}", text(&page.title), list(&page.questions, question_words))
    });
    format!(
        "FormWords {{ role: Role::{role}, title: {}, intro: {}, next: {}, pages: {pages} }}",
        text(&form.title),
        text(&form.intro),
        text(&form.next)
    )
}

fn question_words(question: &QuestionFile) -> String {
    let hint = question.hint.as_ref().map_or("None".to_owned(), |hint| format!("Some({})", text(hint)));
    let options =
        list(&question.options, |option| format!("Text::new({:?}, {:?})", option.sv.get_ref(), option.en.get_ref()));
    format!(
        "QuestionWords {{ label: {}, short: {}, hint: {hint}, missing: {}, options: {options} }}",
        text(&question.label),
        text(&question.short),
        text(&question.missing)
    )
}
