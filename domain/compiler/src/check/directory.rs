//! How the directory of mentors is read, and that each mentor is asked how they want to be shown there.

use super::{Found, at};
use crate::file::{Kind, Mode, ProgrammeFile, ShownTo};

/// The question, and its options: `domain::directory` goes by them.
const SHOWN: &str = "shown";
const OPTIONS: [&str; 3] = ["name", "staff-only", "without-name"];

pub fn check_directory(file: &ProgrammeFile, found: &mut Vec<Found>) {
    let mut questions = file.mentor.iter().flat_map(|form| &form.pages).flat_map(|page| &page.questions);
    for question in questions.clone() {
        if *question.kind.get_ref() == Kind::Email && matches!(question.shown_to, ShownTo::Public) {
            found.push(at(
                &question.kind,
                "an email address is for nobody who reads about mentors: write shown_to = \"staff\" or \"mentor\""
                    .into(),
            ));
        }
    }
    let shown = questions.find(|question| question.id.get_ref() == SHOWN);
    if let Some(question) = shown {
        let mut ids: Vec<&str> = question.options.iter().map(|option| option.id.get_ref().as_str()).collect();
        ids.sort_unstable();
        if *question.kind.get_ref() != Kind::OneChoice || ids != OPTIONS {
            found.push(at(
                &question.id,
                "the mentors' question \"shown\" is of kind \"one-choice\" with the options name, without-name and \
                 staff-only"
                    .into(),
            ));
        }
    }
    let is_shown = file.mode == Mode::Choice && file.mentee.is_some() && shown.is_some();
    if let Some(directory) = &file.directory
        && !is_shown
    {
        found.push(at(
            directory,
            "only a programme of mode \"choice\" with two forms, whose mentors are asked \"shown\", has a directory; \
             delete it"
                .into(),
        ));
    }
}
