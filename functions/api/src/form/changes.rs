//! The note on a form that a release has changed under a draft, and the fields that carry what it needs.

use domain::draft::Answers;
use domain::fills::Fills;
use domain::form_post::{FormPost, field};
use domain::journey::Place;
use domain::programme::Form;
use domain::release;

/// Shows what has changed since the answers were given, and carries on how the questions are asked now.
pub fn show(fills: &mut Fills, form: &'static Form, posted: &FormPost, place: Place) {
    let answers = &posted.draft.answers;
    let (changes, mut asked) = (&posted.changes, answered(answers));
    if let Place::Page(page) = place {
        // What is about to be answered is answered as it stands here.
        asked.extend(page.questions.iter().map(|question| (question.id.to_owned(), Vec::new())));
    }
    fills.field(field::ASKED, vec![release::asked(form, &asked)]);
    fills.field(field::ASIDE, vec![changes.aside.join("\n")]);
    let named = changes.questions.iter().filter_map(|id| form.question(id));
    for question in named.filter(|question| question.is_asked(answers)) {
        fills.show("changes");
        fills.show("changed");
        fills.show(format!("changed-{}", question.id));
    }
    if !changes.aside.is_empty() {
        fills.show("changes");
        fills.show("aside");
        fills.text("aside-text", changes.aside.join("\n"));
    }
}

/// Only what is answered: every post carries every question.
fn answered(answers: &Answers) -> Answers {
    let is_answered = |values: &[String]| values.iter().any(|value| !value.trim().is_empty());
    answers.iter().filter(|(_, values)| is_answered(values)).map(|(id, values)| (id.clone(), values.clone())).collect()
}
