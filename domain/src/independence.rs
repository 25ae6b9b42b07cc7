//! Whether a proposed mentor is independent of a doctoral student and the supervisors, as far as typed names can tell. Runs
//! where they are typed: nobody's name is sent anywhere.

mod departments;
mod names;
mod spelling;

pub use names::like_any;
pub use spelling::Likeness;

use crate::draft::Draft;
use serde::{Deserialize, Serialize};

/// The question of `programmes/forms/register.toml` that says what this found, and its answer where that was nothing.
pub const FOUND: &str = "found";
pub const NOTHING: &str = "nothing";
/// The question that says which ties; its options are [`Tie::slug`].
pub const TIES: &str = "ties";

/// Whether something speaks against a registered pair. What does not clearly say that nothing was found does.
pub fn speaks_against(registration: &Draft) -> bool {
    registration.answers.get(FOUND).is_none_or(|values| values.as_slice() != [NOTHING])
}

/// What the student types.
#[derive(Clone, Debug, Default)]
pub struct Named {
    pub mentor: String,
    pub mentor_department: String,
    pub own_department: String,
    /// One on each line, as are the co-authors.
    pub supervisors: String,
    pub co_authors: String,
    pub manager: String,
    /// Family, friends, or any other tie.
    pub is_close: bool,
}

/// What the mentor may be to the student.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tie {
    Supervisor,
    CoAuthor,
    Manager,
    Department,
    Close,
}

impl Tie {
    pub const ALL: [Self; 5] = [Self::Supervisor, Self::CoAuthor, Self::Manager, Self::Department, Self::Close];

    /// KI's own rule; every other tie is a question to consider.
    pub fn is_rule(self) -> bool {
        self == Self::Supervisor
    }

    pub fn slug(self) -> &'static str {
        match self {
            Self::Supervisor => "supervisor",
            Self::CoAuthor => "co-author",
            Self::Manager => "manager",
            Self::Department => "department",
            Self::Close => "close",
        }
    }
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub tie: Tie,
    /// The name as it was typed, of a department the student's own; empty where no name is compared.
    pub name: String,
    pub likeness: Likeness,
}

/// Everything that speaks against it, KI's rule first.
pub fn check(named: &Named) -> Vec<Finding> {
    let people =
        [(Tie::Supervisor, &named.supervisors), (Tie::CoAuthor, &named.co_authors), (Tie::Manager, &named.manager)];
    let mut findings: Vec<Finding> = Vec::new();
    for (tie, names) in people {
        let found = like_any(&named.mentor, names).into_iter();
        findings.extend(found.map(|(name, likeness)| Finding { tie, name: name.to_owned(), likeness }));
    }
    let departments = departments::likeness(&named.mentor_department, &named.own_department);
    if departments > Likeness::None {
        let name = named.own_department.trim().to_owned();
        findings.push(Finding { tie: Tie::Department, name, likeness: departments });
    }
    if named.is_close {
        findings.push(Finding { tie: Tie::Close, name: String::new(), likeness: Likeness::Same });
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::Role;

    fn named() -> Named {
        Named {
            mentor: "Åsa Öberg".to_owned(),
            mentor_department: "Neurovetenskap".to_owned(),
            own_department: "Institutionen för kliniska prov".to_owned(),
            supervisors: "Erik Exempel\nBo Provsson".to_owned(),
            co_authors: "Exempel E, Provsson B".to_owned(),
            manager: "Eva Exempel".to_owned(),
            is_close: false,
        }
    }

    #[test]
    fn a_registration_asks_what_was_found_by_the_names_that_are_here() {
        let form = crate::programme::programme("doctoral").and_then(|rules| rules.form(Role::Registering)).unwrap();
        assert_eq!(form.question(FOUND).unwrap().kind.options().first(), Some(&NOTHING));
        assert_eq!(form.question(TIES).unwrap().kind.options(), Tie::ALL.map(Tie::slug));
        let found = |values: &[&str]| {
            let answers = [(FOUND.to_owned(), values.iter().map(|value| (*value).to_owned()).collect())].into();
            speaks_against(&Draft { answers, ..Draft::default() })
        };
        assert!(!found(&[NOTHING]));
        assert!(found(&["something"]) && found(&[]) && found(&[NOTHING, "something"]));
        assert!(speaks_against(&Draft::default()), "a registration from before it was asked is looked at");
    }

    #[test]
    fn nothing_in_common_is_nothing_found() {
        assert_eq!(check(&named()), []);
        assert_eq!(check(&Named::default()), []);
    }

    #[test]
    fn each_tie_is_found_and_the_rule_comes_first() {
        let entangled = Named {
            own_department: "Institutionen för neurovetenskap".to_owned(),
            supervisors: "Erik Exempel\n  oberg, asa".to_owned(),
            co_authors: "Exempel E; Öberg Å".to_owned(),
            manager: "Åsa Öberg".to_owned(),
            is_close: true,
            ..named()
        };
        let found = check(&entangled);
        let ties: Vec<Tie> = found.iter().map(|finding| finding.tie).collect();
        assert_eq!(ties, Tie::ALL);
        assert_eq!(found[0], Finding { tie: Tie::Supervisor, name: "oberg, asa".to_owned(), likeness: Likeness::Same });
        assert_eq!(found[1].likeness, Likeness::Perhaps);
        assert_eq!(found.iter().filter(|finding| finding.tie.is_rule()).count(), 1);
    }

    #[test]
    fn a_department_is_compared_as_one_and_named_as_the_student_wrote_their_own() {
        let named = |mentors: &str, own: &str| Named {
            mentor_department: mentors.to_owned(),
            own_department: own.to_owned(),
            ..named()
        };
        let found = check(&named("MTC, Solna", " MTC "));
        let wanted = Finding { tie: Tie::Department, name: "MTC".to_owned(), likeness: Likeness::Perhaps };
        assert_eq!(found, [wanted]);
        assert_eq!(check(&named("Medicin, Solna", "Medicin, Huddinge")), []);
    }
}
