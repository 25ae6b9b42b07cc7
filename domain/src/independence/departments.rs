//! Two departments or workplaces compared by the words that tell one from another, whatever stands around them.

use super::spelling::{Likeness, Part, is_large, spelt_alike, words};

/// What many departments have in their names, as [`Part`] spells it: it tells none from another.
const COMMON: [&str; 34] = [
    "institutionen",
    "institution",
    "inst",
    "avdelningen",
    "avdelning",
    "avd",
    "enheten",
    "enhet",
    "sektionen",
    "sektion",
    "kliniken",
    "department",
    "dept",
    "dep",
    "division",
    "div",
    "unit",
    "section",
    "karolinska",
    "institutet",
    "institute",
    "ki",
    "universitetet",
    "universitet",
    "university",
    "the",
    "of",
    "for",
    "and",
    "at",
    "och",
    "vid",
    "i",
    "pa",
];

/// The longest row of capitals that is taken for an abbreviation (`MTC`, `CLINTEC`).
const ABBREVIATION_MAX: usize = 7;

/// How much alike two are: the same words, all words of the shorter among those of the longer, or a common abbreviation.
pub fn likeness(one: &str, other: &str) -> Likeness {
    let (one, other) = (telling(one), telling(other));
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let mut likeness = if short.len() == long.len() { Likeness::Same } else { Likeness::Perhaps };
    let mut left: Vec<&Word> = long.iter().collect();
    for word in &short {
        let alike = |other: &&Word| spelt_alike(&word.part, &other.part);
        let best = (0..left.len()).max_by_key(|index| left.get(*index).map(alike));
        let found = best.map_or(Likeness::None, |index| alike(&left.remove(index)));
        likeness = likeness.min(found);
    }
    let is_shared = |word: &Word| long.iter().any(|other| word.is_abbreviation_of_both(other));
    if short.is_empty() {
        Likeness::None
    } else if likeness == Likeness::None && short.iter().any(is_shared) {
        Likeness::Perhaps
    } else {
        likeness
    }
}

struct Word {
    part: Part,
    is_abbreviation: bool,
}

impl Word {
    fn of(word: &str) -> Self {
        let is_short = (2..=ABBREVIATION_MAX).contains(&word.chars().count());
        Self { part: Part::of(word), is_abbreviation: is_short && word.chars().all(is_large) }
    }

    fn is_abbreviation_of_both(&self, other: &Self) -> bool {
        (self.is_abbreviation || other.is_abbreviation) && spelt_alike(&self.part, &other.part) == Likeness::Same
    }
}

/// The words that tell this one from another; all, where none does.
fn telling(department: &str) -> Vec<Word> {
    let all = || words(department).into_iter().map(Word::of).filter(|word| !word.part.is_empty());
    let telling: Vec<Word> = all().filter(|word| !COMMON.contains(&word.part.plain())).collect();
    if telling.is_empty() { all().collect() } else { telling }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn all(expected: Likeness, pairs: &[(&str, &str)]) {
        for (one, other) in pairs {
            assert_eq!(likeness(one, other), expected, "{one} / {other}");
            assert_eq!(likeness(other, one), expected, "{other} / {one}");
        }
    }

    #[test]
    fn the_same_department_is_the_same_whatever_stands_around_its_name() {
        all(
            Likeness::Same,
            &[
                ("Neurovetenskap", "Institutionen för neurovetenskap"),
                ("MTC", "mtc, Karolinska Institutet"),
                ("Fysiologi och farmakologi", "FARMAKOLOGI OCH FYSIOLOGI (KI)"),
                ("Department of Medicine, Solna", "medicine solna"),
                ("Påhittade mätmetoder", "Pahittade maetmetoder"),
                ("Women’s and Children’s Health", "Womens and Childrens Health"),
            ],
        );
    }

    #[test]
    fn a_part_of_the_name_an_abbreviation_or_a_slip_is_a_question() {
        all(
            Likeness::Perhaps,
            &[
                ("MTC", "MTC, Solna"),
                ("MTC, Biomedicum", "Karolinska Institutet, MTC, Solna"),
                ("Klinisk neurovetenskap", "Neurovetenskap"),
                ("Neurovetenskap", "Neurovetenskpa"),
            ],
        );
    }

    #[test]
    fn other_departments_are_other_departments() {
        all(
            Likeness::None,
            &[
                ("Medicin, Solna", "Medicin, Huddinge"),
                ("Institutionen för neurovetenskap", "Institutionen för klinisk vetenskap"),
                ("MTC", "CNS"),
                ("Karolinska Institutet, MTC", "Karolinska Institutet, CNS"),
                ("A", "Avdelningen för anatomi"),
                ("KI", "KI, MTC"),
                ("MTC", ""),
                ("", ""),
            ],
        );
    }

    proptest! {
        #[test]
        fn any_two_texts_are_compared_alike_from_both_sides(one in "\\PC{0,40}", other in "\\PC{0,40}") {
            prop_assert_eq!(likeness(&one, &other) > Likeness::None, likeness(&other, &one) > Likeness::None);
        }
    }
}
