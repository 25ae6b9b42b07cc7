//! How answers of a mentee and of a mentor fit: each rule names a question of the other form that it can be compared with.

use super::{Found, at};
use crate::file::{Fits, FormFile, How, Kind, ProgrammeFile, QuestionFile};
use toml::Spanned;

pub fn check_fits(file: &ProgrammeFile, found: &mut Vec<Found>) {
    for (question, fits) in rules(file.mentor.as_ref()) {
        found.push(at(
            fits,
            format!("`fits` stands at a question of the mentee; delete it at \"{}\"", question.id.get_ref()),
        ));
    }
    for (question, fits) in rules(file.mentee.as_ref()) {
        check_one(question, fits, file.mentor.as_ref(), found);
    }
}

/// No form that programmes share is a mentee's.
pub fn check_no_fits(form: &FormFile, found: &mut Vec<Found>) {
    for (_, fits) in rules(Some(form)) {
        found.push(at(fits, "a form that programmes share has no `fits`; delete it".into()));
    }
}

fn rules(form: Option<&FormFile>) -> impl Iterator<Item = (&QuestionFile, &Spanned<Fits>)> {
    let questions = form.into_iter().flat_map(|form| &form.pages).flat_map(|page| &page.questions);
    questions.filter_map(|question| Some((question, question.fits.as_ref()?)))
}

fn check_one(question: &QuestionFile, fits: &Spanned<Fits>, mentor: Option<&FormFile>, found: &mut Vec<Found>) {
    let wanted = fits.get_ref();
    let mut questions = mentor.into_iter().flat_map(|form| &form.pages).flat_map(|page| &page.questions);
    let Some(other) = questions.find(|other| *other.id.get_ref() == wanted.with) else {
        found.push(at(fits, format!("the form of mentors has no question \"{}\"; name one that it has", wanted.with)));
        return;
    };
    let kinds = [question, other].map(|question| *question.kind.get_ref());
    let is_comparable = match wanted.how {
        How::MustDiffer => kinds.iter().all(|kind| matches!(kind, Kind::ShortText | Kind::OneChoice)),
        How::MustShare | How::Share => {
            kinds.iter().all(|kind| matches!(kind, Kind::OneChoice | Kind::SeveralChoices | Kind::RankedChoice))
        }
        How::Close => kinds == [Kind::OneChoice; 2],
    };
    if !is_comparable {
        let remedy = match wanted.how {
            How::MustDiffer => {
                "\"must-differ\" compares two texts of one line, or two questions of kind \"one-choice\""
            }
            How::MustShare | How::Share => "what is shared is compared between two questions with options",
            How::Close => "\"close\" compares two questions of kind \"one-choice\"",
        };
        found.push(at(fits, remedy.into()));
        return;
    }
    let ids =
        |question: &QuestionFile| question.options.iter().map(|option| option.id.get_ref().clone()).collect::<Vec<_>>();
    if wanted.how == How::Close && ids(question) != ids(other) {
        found.push(at(fits, format!("\"close\" needs the same options in the same order as \"{}\"", wanted.with)));
    }
    if wanted.how != How::Close && !wanted.anything.is_empty() {
        found.push(at(fits, "`anything` belongs to \"close\"; delete it".into()));
        return;
    }
    for option in wanted.anything.iter().filter(|option| !ids(question).contains(option)) {
        found.push(at(fits, format!("\"{option}\" is not an option of \"{}\"", question.id.get_ref())));
    }
}
