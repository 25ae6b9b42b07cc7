//! Answers to any form, made from its rules alone: such as it takes, and such as it does not.

use crate::chance::Chance;
use domain::draft::Draft;
use domain::programme::{Form, PROGRAMMES, Programme, Role};
use domain::question::{Kind, Question, YES, YES_NO};
use domain::text::Language;

/// Stands in everything that is typed, so that it is found wherever it does not belong.
pub const MARK: &str = "zq7typed";

/// A form of any programme; a registration a little more often, because only there staff must say why.
pub fn any_form(chance: &mut Chance) -> Option<(&'static Programme, &'static Form)> {
    // What two people share has the longest way to go.
    let wanted = match chance.below(100) {
        0..24 => Some(Role::Framework),
        24..35 => Some(Role::Registering),
        35..47 => Some(Role::Waiting),
        _ => None,
    };
    let forms: Vec<_> = PROGRAMMES
        .iter()
        .flat_map(|programme| programme.forms.iter().map(move |form| (programme, form)))
        .filter(|(_, form)| wanted.is_none_or(|role| form.role == role))
        .collect();
    chance.pick(&forms).copied()
}

/// A form of whoever seeks a mentor or is one, of one programme: so that they meet.
pub fn of_a_pair(chance: &mut Chance) -> Option<(&'static Programme, &'static Form)> {
    let programme = PROGRAMMES.iter().find(|programme| programme.slug == "ki-alumni")?;
    Some((programme, programme.form(if chance.half() { Role::Mentor } else { Role::Mentee })?))
}

/// A draft that passes its check.
pub fn valid(programme: &Programme, form: &Form, chance: &mut Chance) -> Draft {
    let language = if chance.half() { Language::Sv } else { Language::En };
    let mut draft = Draft::new(programme, form.role, language);
    for question in form.questions() {
        if !question.optional || chance.half() {
            draft.answers.insert(question.id.to_owned(), answer(question, chance));
        }
    }
    if chance.per_mille(60) {
        MARK.clone_into(&mut draft.website);
    }
    draft
}

/// A fitting answer.
fn answer(question: &Question, chance: &mut Chance) -> Vec<String> {
    let kind = question.kind;
    let number = chance.below(1000);
    let between = |min: u32, max: u32, chance: &mut Chance| chance.between(i64::from(min), i64::from(max));
    match kind {
        Kind::FullName { max } | Kind::ShortText { max } | Kind::LongText { max } => {
            let text = format!("{MARK} Åsa {number}");
            vec![text.chars().take(usize::from(max)).collect()]
        }
        Kind::Email => vec![format!("{MARK}-{}-{number}@example.org", question.id)],
        Kind::OneChoice { options } => chance.pick(options).iter().map(|option| (**option).to_owned()).collect(),
        Kind::YesNo => chance.pick(YES_NO).iter().map(|option| (**option).to_owned()).collect(),
        Kind::SeveralChoices { options, min, max } | Kind::RankedChoice { options, min, max } => {
            some_of(options, usize::from(min.max(1)), usize::from(max), chance)
        }
        Kind::Number { min, max } | Kind::Year { min, max } => vec![between(min, max, chance).to_string()],
        Kind::Date { min, max } => {
            vec![format!("{}-{}-{}", between(min, max, chance), chance.between(1, 12), chance.between(1, 28))]
        }
        Kind::Acknowledgement => vec![YES.to_owned()],
    }
}

fn some_of(options: &[&str], min: usize, max: usize, chance: &mut Chance) -> Vec<String> {
    let mut left: Vec<&str> = options.to_vec();
    let count = (min + chance.below(max.min(options.len()) - min + 1)).min(left.len());
    (0..count).map(|_| left.swap_remove(chance.below(left.len())).to_owned()).collect()
}

/// Puts other valid answers in the place of some.
pub fn change(draft: &mut Draft, form: &Form, chance: &mut Chance) {
    let questions: Vec<&Question> = form.questions().collect();
    for _ in 0..2 {
        if let Some(question) = chance.pick(&questions) {
            draft.answers.insert(question.id.to_owned(), answer(question, chance));
        }
    }
    // What is asked because of the change is answered too.
    for question in questions {
        if !question.optional && !draft.answers.contains_key(question.id) {
            draft.answers.insert(question.id.to_owned(), answer(question, chance));
        }
    }
}

/// Breaks one answer.
pub fn spoil(draft: &mut Draft, form: &Form, chance: &mut Chance) {
    let asked: Vec<&Question> =
        form.questions().filter(|question| !question.optional && question.is_asked(&draft.answers)).collect();
    let Some(question) = chance.pick(&asked) else { return };
    let wrong = match (question.kind, chance.below(3)) {
        (_, 0) => Vec::new(),
        (Kind::FullName { .. } | Kind::ShortText { .. }, 1) => vec![format!("{MARK}\r\nBcc: x@example.org")],
        (kind, 1) => {
            vec![kind.length_max().map_or_else(|| "none-of-these".to_owned(), |max| "å".repeat(usize::from(max) + 1))]
        }
        _ => vec![format!("{MARK}\u{202e}")],
    };
    draft.answers.insert(question.id.to_owned(), wrong);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_every_programme_is_filled_in_rightly_and_wrongly() {
        let mut chance = Chance::of(1);
        for programme in PROGRAMMES {
            for form in programme.forms {
                for _ in 0..100 {
                    let mut draft = valid(programme, form, &mut chance);
                    assert_eq!(draft.check().err(), None, "{} {:?}", programme.slug, form.role);
                    change(&mut draft, form, &mut chance);
                    assert_eq!(draft.check().err(), None, "{} {:?} changed", programme.slug, form.role);
                    spoil(&mut draft, form, &mut chance);
                    assert!(draft.check().is_err(), "{} {:?} spoilt", programme.slug, form.role);
                }
            }
        }
    }
}
