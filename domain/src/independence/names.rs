//! Two names compared with care for spelling, initials, order and å, ä, ö.

use super::spelling::{Likeness, Part, is_large, spelt_alike, words};

/// How much alike two names are; an empty name is like no other.
pub fn likeness(one: &str, other: &str) -> Likeness {
    let (one, other) = (parts(one), parts(other));
    let (short, mut long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let has_word = |name: &[Part]| name.iter().any(|part| !part.is_initial());
    if short.is_empty() || !has_word(&short) || !has_word(&long) {
        return Likeness::None;
    }
    let is_half = short.len() == 1 && long.len() > 1;
    let mut likeness = if is_half { Likeness::Perhaps } else { Likeness::Same };
    let mut words = 0_usize;
    // Whole words first, so that an initial never takes the word that another word is equal to.
    let (initials, whole): (Vec<Part>, Vec<Part>) = short.into_iter().partition(Part::is_initial);
    for part in whole.into_iter().chain(initials) {
        let Some((index, found)) = best(&part, &long) else { return Likeness::None };
        words += usize::from(found.is_word);
        likeness = likeness.min(found.likeness);
        long.remove(index);
    }
    if words == 0 { Likeness::None } else { likeness }
}

/// Which of `names`, one on each line or between semicolons, may be the person named `mentor`, in the order given. A comma
/// parts two people where each side is more than one word (`Exempel E, Provsson B`), else a family name from its first.
pub fn like_any<'a>(mentor: &str, names: &'a str) -> Vec<(&'a str, Likeness)> {
    let of_line = |line: &'a str| {
        let is_several = line.contains(',') && line.split(',').all(|part| part.split_whitespace().nth(1).is_some());
        line.split(move |letter| is_several && letter == ',')
    };
    let each = names.split(['\n', ';']).flat_map(of_line).map(str::trim).filter(|name| !name.is_empty());
    each.map(|name| (name, likeness(mentor, name))).filter(|(_, likeness)| *likeness > Likeness::None).collect()
}

/// Titles say nothing about who it is.
const TITLES: [&str; 8] = ["dr", "prof", "professor", "docent", "doktor", "phd", "md", "med"];

/// The longest row of capitals that is taken for initials (`Andersson JE`, as authors are listed).
const INITIALS_MAX: usize = 3;

fn parts(name: &str) -> Vec<Part> {
    let words = words(name);
    let is_shouted = |word: &str| word.chars().all(is_large);
    let all_shouted = words.iter().all(|word| is_shouted(word));
    let mut parts = Vec::new();
    for word in words {
        let letters = word.chars().count();
        if !all_shouted && letters <= INITIALS_MAX && is_shouted(word) {
            parts.extend(word.chars().map(|letter| Part::of(letter.encode_utf8(&mut [0; 4]))));
            continue;
        }
        let part = Part::of(word);
        if !part.is_empty() && !TITLES.contains(&part.plain()) {
            parts.push(part);
        }
    }
    parts
}

/// What two parts have in common.
struct Found {
    likeness: Likeness,
    /// Both are whole words: initials alone tell nobody apart.
    is_word: bool,
}

fn best(part: &Part, others: &[Part]) -> Option<(usize, Found)> {
    let mut best: Option<(usize, Found)> = None;
    for (index, other) in others.iter().enumerate() {
        if let Some(found) = compare(part, other) {
            let is_better =
                |(_, known): &(usize, Found)| (found.likeness, found.is_word) > (known.likeness, known.is_word);
            if best.as_ref().is_none_or(is_better) {
                best = Some((index, found));
            }
        }
    }
    best
}

fn compare(one: &Part, other: &Part) -> Option<Found> {
    if one.is_initial() || other.is_initial() {
        let is_same = one.plain().chars().next() == other.plain().chars().next();
        return is_same.then_some(Found { likeness: Likeness::Perhaps, is_word: false });
    }
    let likeness = spelt_alike(one, other);
    (likeness > Likeness::None).then_some(Found { likeness, is_word: true })
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
    fn the_same_name_is_the_same_in_any_order_case_and_spelling() {
        all(
            Likeness::Same,
            &[
                ("Åsa Öberg", "Asa Oberg"),
                ("Åsa Öberg", "AASA OEBERG"),
                ("Åsa Öberg", "A\u{30a}sa O\u{308}berg"),
                ("Åsa Öberg", "Öberg, Åsa"),
                ("Anna-Karin Exempel", "anna karin exempel"),
                ("Prof. Anna Exempel, MD, PhD", "Anna Exempel"),
                ("Anna Exempel", "Anna Exempel Provsson"),
                ("José O’Example", "Jose OExample"),
                ("陳 大文", "陳 大文"),
                ("Łucja Przykład", "Lucja Przyklad"),
                ("Jürgen Größe", "Juergen Groesse"),
            ],
        );
    }

    #[test]
    fn an_initial_a_slip_or_half_a_name_is_a_question() {
        all(
            Likeness::Perhaps,
            &[
                ("Anna Exempel", "A. Exempel"),
                ("Anna Exempel", "Exempel A"),
                ("Anna Karin Exempel", "Exempel AK"),
                ("Anna Exempel", "Exempel"),
                ("Anna Karlsson", "Anna Carlsson"),
                ("Anna Exempel", "Anna Exmepel"),
                ("Anna Exempel", "Anna Exempell"),
            ],
        );
    }

    #[test]
    fn other_people_are_other_people() {
        all(
            Likeness::None,
            &[
                ("Anna Exempel", "Erik Exempel"),
                ("Anna Exempel", "E. Exempel"),
                ("Anna Exempel", "Anna Provsson"),
                ("Anna Exempel", "AE"),
                ("A. E.", "Anna Exempel"),
                ("Eva Exempel", "Ewa Exempel"),
                ("Anna Exempel", ""),
                ("", ""),
                (".,- ", "Anna"),
                ("Dr", "Dr"),
            ],
        );
    }

    #[test]
    fn of_many_names_those_that_may_be_the_mentor_are_named_in_their_order() {
        let found = like_any("Anna Exempel", "Erik Exempel\n A. Exempel ; Exempel Anna\n\n");
        assert_eq!(found, [("A. Exempel", Likeness::Perhaps), ("Exempel Anna", Likeness::Same)]);
        assert_eq!(like_any("Anna Exempel", "Anna Provsson, Bo Exempel"), []);
        assert_eq!(like_any("Anna Exempel", "Provsson B, Exempel A"), [("Exempel A", Likeness::Perhaps)]);
        assert_eq!(like_any("Anna Exempel", "Exempel, Anna"), [("Exempel, Anna", Likeness::Same)]);
    }

    proptest! {
        #[test]
        fn any_two_texts_are_compared_alike_from_both_sides(one in "\\PC{0,40}", other in "\\PC{0,40}") {
            prop_assert_eq!(likeness(&one, &other) > Likeness::None, likeness(&other, &one) > Likeness::None);
        }

        #[test]
        fn a_name_of_words_is_the_same_as_itself_turned_round(words in prop::collection::vec("[A-ZÅÄÖ][a-zåäö]{4,9}", 2..4)) {
            let turned: Vec<&str> = words.iter().rev().map(String::as_str).collect();
            prop_assert_eq!(likeness(&words.join(" "), &turned.join(", ")), Likeness::Same);
        }
    }
}
