//! What a form's document shows of a draft, of its faults and of a receipt: which of its places are filled with what. The Worker
//! puts it into a document where the browser's program is absent, the program into the page that stands.

use crate::call::Receipt;
use crate::draft::Answers;
use crate::fills::Fills;
use crate::form_post::date_fields;
use crate::programme::Form;
use crate::question::{Kind, Question};
use crate::text::Language;
use crate::words::date;

/// The facts of a receipt, on its page and on the own page. `received_at` is its moment, in words.
pub fn show_receipt(fills: &mut Fills, receipt: &Receipt, received_at: String, language: Language) {
    fills.show("receipt");
    fills.text("reference", receipt.reference.as_str());
    fills.text("received-at", received_at);
    if let Some(day) = &receipt.answer_by {
        fills.show("promise");
        fills.text("answer-by", date::long(day, language));
    }
    if receipt.spooled {
        fills.show("spooled");
    }
}

/// The rows of the answers. A question that is not asked has no row; the words of options stand in the document.
pub fn show_answers(fills: &mut Fills, form: &'static Form, answers: &Answers, language: Language) {
    for question in form.questions().filter(|question| question.is_asked(answers)) {
        let id = question.id;
        fills.show(place("row", id));
        let values = answers.get(id).map_or(&[][..], Vec::as_slice);
        let Some(first) = values.iter().find(|value| !value.trim().is_empty()) else {
            fills.show(place("empty", id));
            continue;
        };
        match question.kind {
            Kind::OneChoice { .. } | Kind::SeveralChoices { .. } | Kind::YesNo | Kind::Acknowledgement => {
                for value in values {
                    fills.show(format!("option-{id}-{value}"));
                }
            }
            Kind::RankedChoice { .. } => show_places(fills, id, values),
            Kind::Date { .. } => fills.text(place("answer", id), date::day(first, language)),
            _ => fills.text(place("answer", id), first.trim()),
        }
    }
}

/// A ranked choice where it is made: its places, and what can still be chosen, which is nothing when there is no room.
pub fn show_ranking(fills: &mut Fills, question: &str, options: &[&str], max: u16, values: &[String]) {
    show_places(fills, question, values);
    let is_full = values.len() >= usize::from(max);
    if is_full {
        fills.show(place("full", question));
    }
    if !values.is_empty() {
        fills.hide(place("unplaced", question));
    }
    for option in options.iter().filter(|option| is_full || values.iter().any(|value| value == **option)) {
        fills.hide(format!("offer-{question}.{option}"));
    }
}

/// The places of a ranked choice that are taken, each with the words of its option; at each but the last a button down.
fn show_places(fills: &mut Fills, question: &str, values: &[String]) {
    for (place, value) in (1_usize..).zip(values) {
        fills.show(format!("place-{question}.{place}"));
        fills.show(format!("place-{question}.{place}.{value}"));
        if place < values.len() {
            fills.show(format!("down-{question}.{place}"));
        }
    }
}

/// The note on what a release has changed since the answers were given, and what was typed and fits no more.
pub fn show_changes(fills: &mut Fills, form: &'static Form, answers: &Answers, changed: &[String], aside: &[String]) {
    let named = changed.iter().filter_map(|id| form.question(id));
    for question in named.filter(|question| question.is_asked(answers)) {
        fills.show("changes");
        fills.show("changed");
        fills.show(place("changed", question.id));
    }
    if !aside.is_empty() {
        fills.show("changes");
        fills.show("aside");
        fills.text("aside-text", aside.join("\n"));
    }
}

/// What is wrong with an answer, in the summary, at its question and in every field of it.
pub fn show_fault(fills: &mut Fills, question: &Question, sentence: String) {
    fills.fault(question.id, sentence);
    if matches!(question.kind, Kind::Date { .. }) {
        for (name, _) in &date_fields(question.id, &[]) {
            fills.faulty_field(name);
        }
    }
}

fn place(kind: &str, id: &str) -> String {
    [kind, "-", id].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::{Role, programme};

    fn chosen(values: &[&str]) -> Fills {
        let mut fills = Fills::default();
        let values: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
        show_ranking(&mut fills, "q", &["a", "b", "c"], 2, &values);
        fills
    }

    #[test]
    fn what_is_chosen_stands_in_its_place_and_is_offered_no_more() {
        let fills = chosen(&["b"]);
        assert!(fills.at("place-q.1").is_some() && fills.at("place-q.1.b").is_some());
        assert!(fills.at("place-q.1.a").is_none() && fills.at("place-q.2").is_none() && fills.at("down-q.1").is_none());
        assert!(fills.is_hidden("offer-q.b") && !fills.is_hidden("offer-q.a") && fills.is_hidden("unplaced-q"));
    }

    #[test]
    fn when_there_is_no_room_nothing_more_is_offered() {
        let fills = chosen(&["b", "a"]);
        assert!(fills.at("full-q").is_some() && fills.at("down-q.1").is_some() && fills.at("down-q.2").is_none());
        assert!(["a", "b", "c"].iter().all(|option| fills.is_hidden(&format!("offer-q.{option}"))));
        assert!(!chosen(&[]).is_hidden("unplaced-q"));
    }

    #[test]
    fn an_answer_is_shown_in_its_row_and_what_is_only_blank_is_none() {
        let form = programme("ki-alumni").unwrap().form(Role::Mentee).unwrap();
        let mut answers = Answers::new();
        answers.insert("name".to_owned(), vec![" Åsa ".to_owned()]);
        answers.insert("goals".to_owned(), vec!["  \n".to_owned()]);
        let mut fills = Fills::default();
        show_answers(&mut fills, form, &answers, Language::Sv);
        assert_eq!((fills.at("row-name"), fills.at("answer-name")), (Some(""), Some("Åsa")));
        assert_eq!(
            (fills.at("row-goals"), fills.at("empty-goals"), fills.at("answer-goals")),
            (Some(""), Some(""), None)
        );
    }

    #[test]
    fn a_change_is_named_while_its_question_is_asked() {
        let form = programme("ki-alumni").unwrap().form(Role::Mentee).unwrap();
        let mut fills = Fills::default();
        show_changes(&mut fills, form, &Answers::new(), &["goals".to_owned(), "gone".to_owned()], &[]);
        assert!(["changes", "changed", "changed-goals"].iter().all(|place| fills.at(place).is_some()));
        assert!(fills.at("changed-gone").is_none() && fills.at("aside").is_none());
    }
}
