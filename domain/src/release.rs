//! A draft that was begun under an earlier release of its form: what has changed since, and nothing typed is lost.

use crate::draft::{Answers, Draft};
use crate::programme::Form;
use crate::question::Question;

/// The questions that are answered, with their revisions: `name=full-name.0a1b2c3d,email=…`. Kept beside a draft.
pub fn asked(form: &Form, answers: &Answers) -> String {
    let answered = form.questions().filter(|question| answers.contains_key(question.id));
    answered.map(|question| format!("{}={}", question.id, question.revision)).collect::<Vec<_>>().join(",")
}

/// What a release has changed under a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Ids of answered questions that are not what they were, in form order.
    pub questions: Vec<String>,
    /// What was typed for questions that are not asked any more, or asked in another way.
    pub aside: Vec<String>,
}

impl Changes {
    pub fn is_empty(&self) -> bool {
        self.questions.is_empty() && self.aside.is_empty()
    }
}

/// Fits a draft to today's form. `asked` is what [`asked`] said when the answers were given; without it only what cannot
/// stay is found.
pub fn fit(draft: &mut Draft, form: &'static Form, asked: &str) -> Changes {
    let revision = |id: &str| asked.split(',').filter_map(|pair| pair.split_once('=')).find(|(known, _)| *known == id);
    let mut changes = Changes::default();
    let answers = std::mem::take(&mut draft.answers);
    let mut put_aside = |values: Vec<String>, kind: Option<&str>| {
        // What was chosen from a list that is gone has no words any more.
        if kind.is_none_or(is_typed) {
            changes.aside.extend(values.into_iter().filter(|value| !value.trim().is_empty()));
        }
    };
    for (id, values) in answers {
        let before = revision(&id).map(|(_, revision)| revision);
        let kind = before.map(kind_of);
        match form.question(&id) {
            None => put_aside(values, kind),
            Some(question) if kind.is_some_and(|kind| kind != kind_of(question.revision)) => {
                changes.questions.push(id);
                put_aside(values, kind);
            }
            Some(question) => {
                let (kept, gone) = still_offered(question, values);
                if gone || before.is_some_and(|before| before != question.revision) {
                    changes.questions.push(id.clone());
                }
                draft.answers.insert(id, kept);
            }
        }
    }
    let found = std::mem::take(&mut changes.questions);
    let in_order = form.questions().filter(|question| found.iter().any(|id| id == question.id));
    changes.questions = in_order.map(|question| question.id.to_owned()).collect();
    changes
}

/// The values that the question still offers, and whether others were dropped.
fn still_offered(question: &Question, values: Vec<String>) -> (Vec<String>, bool) {
    let options = question.kind.options();
    if options.is_empty() {
        return (values, false);
    }
    let count = values.len();
    let kept: Vec<String> = values.into_iter().filter(|value| options.contains(&value.as_str())).collect();
    let gone = kept.len() < count;
    (kept, gone)
}

/// The kind's word in a revision.
fn kind_of(revision: &str) -> &str {
    revision.split('.').next().unwrap_or_default()
}

fn is_typed(kind: &str) -> bool {
    !matches!(kind, "one-choice" | "several-choices" | "ranked-choice" | "yes-no" | "acknowledgement")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::{Role, programme};
    use crate::text::Language;

    fn form() -> &'static Form {
        programme("ki-alumni").unwrap().form(Role::Mentee).unwrap()
    }

    fn draft(answers: &[(&str, &[&str])]) -> Draft {
        let answers = answers
            .iter()
            .map(|(id, values)| ((*id).to_owned(), values.iter().map(|value| (*value).to_owned()).collect()));
        let programme = programme("ki-alumni").unwrap();
        Draft { answers: answers.collect(), ..Draft::new(programme, Role::Mentee, Language::Sv) }
    }

    #[test]
    fn under_the_same_release_nothing_changes() {
        let mut kept = draft(&[("name", &["Åsa"]), ("topics", &["network"])]);
        let before = kept.clone();
        let known = asked(form(), &kept.answers);
        assert_eq!(fit(&mut kept, form(), &known), Changes::default());
        assert_eq!(kept, before);
    }

    #[test]
    fn a_changed_question_is_named_and_keeps_its_answer() {
        let mut kept = draft(&[("goals", &["Bli läkare"]), ("name", &["Åsa"])]);
        let known = asked(form(), &kept.answers);
        let goals = form().question("goals").unwrap().revision;
        let earlier = known.replace(goals, "long-text.00000000");
        let changes = fit(&mut kept, form(), &earlier);
        assert_eq!(changes, Changes { questions: vec!["goals".to_owned()], aside: Vec::new() });
        assert_eq!(kept.answers["goals"], ["Bli läkare"]);
    }

    #[test]
    fn what_was_typed_for_a_question_that_is_gone_or_asked_in_another_way_is_put_aside_and_not_lost() {
        let mut kept =
            draft(&[("hobby", &["Orgel"]), ("colour", &["red"]), ("places", &["3"]), ("field", &["Kirurgi"])]);
        let earlier = "hobby=short-text.1,colour=one-choice.1,places=number.1,field=number.1";
        let changes = fit(&mut kept, form(), earlier);
        assert_eq!(changes.questions, ["field"]);
        assert_eq!(changes.aside, ["Kirurgi", "Orgel", "3"]);
        assert!(kept.answers.is_empty());
    }

    #[test]
    fn an_option_that_is_gone_makes_its_question_a_changed_one() {
        let mut kept = draft(&[("topics", &["network", "astrology"])]);
        let changes = fit(&mut kept, form(), "");
        assert_eq!((changes.questions, changes.aside), (vec!["topics".to_owned()], Vec::new()));
        assert_eq!(kept.answers["topics"], ["network"]);
    }
}
