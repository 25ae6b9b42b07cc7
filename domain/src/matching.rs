//! From answers to fit: what speaks for a mentor and a mentee, and what rules the two out, by the rules that the programme's file
//! names on its questions.
//!
//! Points are small whole numbers that a person can count after: they order a list and are no measure of anybody. What fits and
//! what does not is said in words: [`crate::words::matching`].

use crate::programme::MATCHING;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// How one answer of a mentee and one of a mentor fit.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// The question of the mentee.
    pub mentee: &'static str,
    /// The question of the mentor.
    pub mentor: &'static str,
    pub how: How,
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The same answer rules the two out.
    MustDiffer,
    /// No option in common rules the two out.
    MustShare,
    /// Each option in common counts; the rarer it is among the mentors, the more.
    Share,
    /// One of `options` each, in an order; those of `anything` fit with any.
    Close { options: &'static [&'static str], anything: &'static [&'static str] },
}

/// The rules of a programme; none where its file names none.
pub fn rules(slug: &str) -> &'static [Rule] {
    MATCHING.iter().find(|(of, _)| *of == slug).map_or(&[], |(_, rules)| rules)
}

/// Question id and values, as a record's answers come.
pub type Given = [(String, Vec<String>)];

fn values<'a>(given: &'a Given, question: &str) -> &'a [String] {
    given.iter().find(|(id, _)| id == question).map_or(&[], |(_, values)| values)
}

/// How many of the mentors gave each answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Crowd {
    mentors: usize,
    counts: BTreeMap<(String, String), usize>,
}

impl Crowd {
    pub fn of<'a>(mentors: impl IntoIterator<Item = &'a Given>) -> Self {
        let mut crowd = Self::default();
        for given in mentors {
            crowd.mentors = crowd.mentors.saturating_add(1);
            for (question, values) in given {
                for value in values {
                    let count = crowd.counts.entry((question.clone(), value.clone())).or_default();
                    *count = count.saturating_add(1);
                }
            }
        }
        crowd
    }

    /// What an option in common counts: 3 where at most a quarter of the mentors have it, 2 where at most half, else 1.
    fn weight(&self, question: &str, value: &str) -> u32 {
        let count = self.counts.get(&(question.to_owned(), value.to_owned())).copied().unwrap_or_default();
        match (count.saturating_mul(4) <= self.mentors, count.saturating_mul(2) <= self.mentors) {
            (true, _) => 3,
            (_, true) => 2,
            _ => 1,
        }
    }
}

/// What a rule found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// These are in common.
    Shares(Vec<String>),
    /// Nothing is.
    SharesNothing,
    /// The same, where it has to be another.
    Same,
    /// The same option.
    Alike,
    /// One that fits with any.
    FitsWithAny,
    /// Neighbours in the order.
    Near,
    Apart,
}

/// What one rule says of the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub rule: &'static Rule,
    pub says: Says,
    /// 0 where nothing speaks for it.
    pub points: u32,
    /// Whether it rules the two out.
    pub bars: bool,
}

/// What all rules say, in the order of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    pub findings: Vec<Finding>,
    pub points: u32,
    pub is_ruled_out: bool,
}

impl Fit {
    /// What two people's answers make of each other. A rule about a question that one of them was not asked says nothing.
    pub fn of(rules: &'static [Rule], mentee: &Given, mentor: &Given, crowd: &Crowd) -> Self {
        let findings: Vec<Finding> = rules.iter().filter_map(|rule| finding(rule, mentee, mentor, crowd)).collect();
        let points = findings.iter().fold(0_u32, |sum, finding| sum.saturating_add(finding.points));
        let is_ruled_out = findings.iter().any(|finding| finding.bars);
        Self { findings, points, is_ruled_out }
    }

    /// The best first; who is ruled out comes last.
    pub fn compare(&self, other: &Self) -> Ordering {
        (self.is_ruled_out, other.points).cmp(&(other.is_ruled_out, self.points))
    }
}

fn finding(rule: &'static Rule, mentee: &Given, mentor: &Given, crowd: &Crowd) -> Option<Finding> {
    let (theirs, others) = (values(mentee, rule.mentee), values(mentor, rule.mentor));
    let (first, other) = (theirs.first()?, others.first()?);
    let (says, points, bars) = match rule.how {
        How::MustDiffer => {
            if !is_same(first, other) {
                return None;
            }
            (Says::Same, 0, true)
        }
        How::MustShare | How::Share => {
            let shared: Vec<String> = theirs.iter().filter(|value| others.contains(value)).cloned().collect();
            let weigh = |sum: u32, value: &String| sum.saturating_add(crowd.weight(rule.mentor, value));
            let points = shared.iter().fold(0, weigh);
            let bars = shared.is_empty() && rule.how == How::MustShare;
            (if shared.is_empty() { Says::SharesNothing } else { Says::Shares(shared) }, points, bars)
        }
        How::Close { options, anything } => {
            let place = |value: &String| options.iter().position(|option| option == value);
            let is_open = |value: &String| anything.contains(&value.as_str());
            match place(first)?.abs_diff(place(other)?) {
                0 => (Says::Alike, 2, false),
                _ if is_open(first) || is_open(other) => (Says::FitsWithAny, 1, false),
                1 => (Says::Near, 1, false),
                _ => (Says::Apart, 0, false),
            }
        }
    };
    Some(Finding { rule, says, points, bars })
}

/// Whether two short texts say the same, whatever their case and spaces.
fn is_same(one: &str, other: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    plain(one) == plain(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFTEN: How = How::Close { options: &["monthly", "quarterly", "yearly", "together"], anything: &["together"] };
    static RULES: &[Rule] = &[
        Rule { mentee: "department", mentor: "workplace", how: How::MustDiffer },
        Rule { mentee: "language", mentor: "languages", how: How::MustShare },
        Rule { mentee: "topics", mentor: "topics", how: How::Share },
        Rule { mentee: "often", mentor: "often", how: OFTEN },
    ];

    fn given(answers: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
        let owned = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect();
        answers.iter().map(|(id, values)| ((*id).to_owned(), owned(values))).collect()
    }

    fn fit(mentee: &[(&str, &[&str])], mentor: &[(&str, &[&str])]) -> Fit {
        let mentor = given(mentor);
        Fit::of(RULES, &given(mentee), &mentor, &Crowd::of([mentor.as_slice()]))
    }

    #[test]
    fn what_must_differ_or_be_shared_rules_out_whatever_else_fits() {
        let same = fit(&[("department", &["Institutionen för  X"])], &[("workplace", &["institutionen för x "])]);
        assert!(same.is_ruled_out && same.findings[0].says == Says::Same);
        let other = fit(&[("department", &["X"])], &[("workplace", &["Y"])]);
        assert!(!other.is_ruled_out && other.findings.is_empty(), "nothing to say");
        let none = fit(&[("language", &["sv"])], &[("languages", &["en", "fi"])]);
        assert!(none.is_ruled_out && none.findings[0].says == Says::SharesNothing);
        assert!(!fit(&[("language", &["sv"])], &[("languages", &["en", "sv"])]).is_ruled_out);
    }

    #[test]
    fn a_topic_that_few_mentors_have_counts_more() {
        let mentors: Vec<_> = (0..8)
            .map(|number| {
                let topics: &[&str] = match number {
                    0 => &["common", "half", "rare"],
                    1..4 => &["common", "half"],
                    _ => &["common"],
                };
                given(&[("topics", topics)])
            })
            .collect();
        let crowd = Crowd::of(mentors.iter().map(Vec::as_slice));
        let points = |topic: &str| {
            let fit = Fit::of(RULES, &given(&[("topics", &[topic, "other"])]), &mentors[0], &crowd);
            (fit.points, fit.findings[0].says.clone())
        };
        assert_eq!(points("rare"), (3, Says::Shares(vec!["rare".to_owned()])));
        assert_eq!(points("half").0, 2);
        assert_eq!(points("common").0, 1);
        assert_eq!(points("nobodys"), (0, Says::SharesNothing));
    }

    #[test]
    fn closeness_follows_the_order_and_who_is_open_fits_with_any() {
        let says = |mentee: &str, mentor: &str| {
            let found = fit(&[("often", &[mentee])], &[("often", &[mentor])]);
            found.findings.first().map(|finding| (finding.says.clone(), finding.points))
        };
        assert_eq!(says("monthly", "monthly"), Some((Says::Alike, 2)));
        assert_eq!(says("monthly", "quarterly"), Some((Says::Near, 1)));
        assert_eq!(says("monthly", "yearly"), Some((Says::Apart, 0)));
        assert_eq!(says("monthly", "together"), Some((Says::FitsWithAny, 1)));
        assert_eq!(says("together", "together"), Some((Says::Alike, 2)));
        assert_eq!(says("monthly", "an option that is gone"), None);
    }

    #[test]
    fn the_best_come_first_and_who_is_ruled_out_last() {
        let of = |points, is_ruled_out| Fit { findings: Vec::new(), points, is_ruled_out };
        let mut all = [of(1, false), of(9, true), of(4, false), of(0, true)];
        all.sort_by(Fit::compare);
        assert_eq!(all.map(|fit| (fit.points, fit.is_ruled_out)), [(4, false), (1, false), (9, true), (0, true)]);
    }

    #[test]
    fn who_was_not_asked_is_not_compared() {
        assert_eq!(fit(&[], &[("topics", &["a"])]).findings, []);
    }

    #[test]
    fn the_real_programme_compares_what_both_are_asked() {
        use crate::programme::{Role, programme};
        let alumni = programme("ki-alumni").unwrap();
        let rules = rules("ki-alumni");
        assert!(rules.iter().any(|rule| rule.how == How::Share && rule.mentee == "topics"));
        for rule in rules {
            assert!(alumni.form(Role::Mentee).unwrap().question(rule.mentee).is_some());
            assert!(alumni.form(Role::Mentor).unwrap().question(rule.mentor).is_some());
        }
        assert_eq!(super::rules("outside"), []);
    }
}
