//! Answers and receipts as they are shown: which places of a document are filled with what.

use domain::call::Receipt;
use domain::draft::Answers;
use domain::fills::Fills;
use domain::programme::Form;
use domain::question::Kind;
use domain::text::Language;
use domain::{calendar, words};

/// The facts of a receipt, on its page and on the own page.
pub fn show_receipt(fills: &mut Fills, receipt: &Receipt, language: Language) {
    let (day, clock) = (calendar::day(receipt.received_at), calendar::clock(receipt.received_at));
    fills.show("receipt");
    fills.text("reference", receipt.reference.as_str());
    fills.text("received-at", words::date::moment(&day, &clock, language));
    if let Some(day) = &receipt.answer_by {
        fills.show("promise");
        fills.text("answer-by", words::date::long(day, language));
    }
    if receipt.spooled {
        fills.show("spooled");
    }
}

/// The rows of the answers, in words. A question that is not asked has no row.
pub fn show_answers(fills: &mut Fills, slug: &str, form: &'static Form, answers: &Answers, language: Language) {
    let Some(form_words) = words::programme(slug).and_then(|words| words.form(form.role)) else { return };
    for (question, question_words) in form_words.questions_with(form).filter(|(question, _)| question.is_asked(answers))
    {
        let id = question.id;
        fills.show(format!("row-{id}"));
        let values = answers.get(id).map_or(&[][..], Vec::as_slice);
        if values.iter().all(|value| value.trim().is_empty()) {
            fills.show(format!("empty-{id}"));
            continue;
        }
        match question.kind {
            Kind::OneChoice { .. } | Kind::SeveralChoices { .. } | Kind::YesNo => {
                for value in values {
                    fills.show(format!("option-{id}-{value}"));
                }
            }
            Kind::RankedChoice { .. } => show_places(fills, id, values),
            _ => {
                fills
                    .text(format!("answer-{id}"), words::form::answer_text(question, question_words, values, language));
            }
        }
    }
}

/// The places of a ranked choice that are taken, each with the words of its option; at each but the last a button down.
pub fn show_places(fills: &mut Fills, question: &str, values: &[String]) {
    for (place, value) in (1_usize..).zip(values) {
        fills.show(format!("place-{question}.{place}"));
        fills.show(format!("place-{question}.{place}.{value}"));
        if place < values.len() {
            fills.show(format!("down-{question}.{place}"));
        }
    }
}

/// The options that can still be chosen: none when there is no room for more.
pub fn show_offers(fills: &mut Fills, question: &str, options: &[&str], max: u16, values: &[String]) {
    let is_full = values.len() >= usize::from(max);
    if is_full {
        fills.show(format!("full-{question}"));
    }
    if !values.is_empty() {
        fills.hide(format!("unplaced-{question}"));
    }
    for option in options.iter().filter(|option| is_full || values.iter().any(|value| value == **option)) {
        fills.hide(format!("offer-{question}.{option}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(values: &[&str]) -> Fills {
        let mut fills = Fills::default();
        let values: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
        show_places(&mut fills, "q", &values);
        show_offers(&mut fills, "q", &["a", "b", "c"], 2, &values);
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
}
