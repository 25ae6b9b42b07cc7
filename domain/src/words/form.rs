//! The words of a form's way: its pages, what is kept on the phone, check your answers, and what became of the sending.
//!
//! `{name}` in a sentence is filled by [`crate::fill`]. "This phone" is the device the person holds, whatever its size.

pub mod asked;
pub mod changes;
pub mod fields;
pub mod framework;
pub mod letters;
pub mod own;
pub mod receipt;
pub mod request;
pub mod willing;
pub mod wishes;

use crate::programme::Role;
use crate::question::{Kind, Question, ShownTo, YES as YES_VALUE};
use crate::text::{Language, Text};
use crate::words::{QuestionWords, date};

/// Before the title of a page that has faults.
pub const TITLE_PREFIX: Text = Text::new("Fel: ", "Error: ");
pub const CONTINUE: Text = Text::new("Fortsätt", "Continue");
pub const BACK: Text = Text::new("Tillbaka", "Back");
/// Where in the form: `{page}` and `{pages}`.
pub const PROGRESS: Text = Text::new("Sida\u{a0}{page} av\u{a0}{pages}", "Page\u{a0}{page} of\u{a0}{pages}");
/// After the label of a question that need not be answered.
pub const OPTIONAL: Text = Text::new("(frivilligt)", "(optional)");
/// Heading of the list of faults at the top of a page.
pub const PROBLEM_TITLE: Text = Text::new("Något behöver ändras", "There is a problem");
/// Before a fault at its field, for screen readers.
pub const FAULT_PREFIX: Text = Text::new("Fel: ", "Error: ");
/// Label of the field that no person sees.
pub const HONEYPOT: Text = Text::new("Lämna det här fältet tomt", "Leave this field empty");
/// Above the questions, for a browser that never starts the program of the page.
pub const WITHOUT_PROGRAM: Text = Text::new(
    "Formuläret fungerar sida för sida även utan JavaScript, men då sparas inget på telefonen. Gå tillbaka med knappen i formuläret, inte med webbläsarens, och skicka innan du stänger sidan.",
    "The form works page by page without JavaScript too, but then nothing is saved on the phone. Go back with the button in the form, not the browser’s, and send before you close the page.",
);

/// Under a long text; `{left}` is 0 or more than 1.
pub const CHARACTERS_LEFT: Text = Text::new("Du har {left} tecken kvar", "You have {left} characters left");
/// Under a long text; `{left}` is 1.
pub const CHARACTER_LEFT: Text = Text::new("Du har {left} tecken kvar", "You have {left} character left");
/// Under a long text; `{over}` is more than 1.
pub const CHARACTERS_OVER: Text =
    Text::new("Texten är {over} tecken för lång", "The text is {over} characters too long");
/// Under a long text; `{over}` is 1.
pub const CHARACTER_OVER: Text = Text::new("Texten är {over} tecken för lång", "The text is {over} character too long");

/// The answers of a yes-no question, and a ticked box.
pub const YES: Text = Text::new("Ja", "Yes");
pub const NO: Text = Text::new("Nej", "No");

pub const CHECK_TITLE: Text = Text::new("Kontrollera dina svar", "Check your answers");
pub const CHECK_LEAD: Text = Text::new(
    "Ändra det som inte stämmer. Ingenting skickas förrän du trycker på Skicka.",
    "Change whatever is not right. Nothing is sent until you press Send.",
);
pub const SEND: Text = Text::new("Skicka", "Send");
pub const CHANGE: Text = Text::new("Ändra", "Change");
/// The whole link for screen readers; `{question}` is the question's short words.
pub const CHANGE_QUESTION: Text = Text::new("Ändra: {question}", "Change: {question}");
/// In a summary, where a question that need not be answered was left.
pub const NOT_ANSWERED: Text = Text::new("Inget svar", "Not answered");

/// What is kept on the phone and what became of the sending.
pub const SAVED: Text = Text::new("Sparat på den här telefonen", "Saved on this phone");
pub const STORAGE_REFUSED: Text = Text::new(
    "Webbläsaren låter oss inte spara på den här telefonen. Det du skriver finns kvar så länge sidan är öppen.",
    "The browser does not let us save on this phone. What you write stays for as long as the page is open.",
);
/// The next page was not fetched yet and there is no network to fetch it.
pub const NEXT_PAGE_NEEDS_NETWORK: Text = Text::new(
    "Nästa sida kunde inte hämtas, eftersom du inte är uppkopplad. Det du har skrivit finns kvar. Försök igen när du är uppkopplad.",
    "The next page could not be fetched because you are offline. What you have written is still here. Try again when you are back online.",
);
pub const SENDING: Text = Text::new("Skickar …", "Sending …");
pub const NOT_YET_SENT: Text = Text::new(
    "Sparat på den här telefonen, ännu inte skickat. Det skickas automatiskt när du är uppkopplad igen och sidan är öppen.",
    "Kept on this phone, not yet sent. It will be sent automatically when you are back online and the page is open.",
);
pub const SEND_NOW: Text = Text::new("Försök igen nu", "Try again now");
pub const OUTCOME_UNKNOWN: Text = Text::new(
    "Vi vet inte om dina svar kom fram. Vi frågar igen tills vi vet. Under tiden är svaren låsta, och de kan inte komma in två gånger.",
    "We do not know whether your answers arrived. We keep asking until we know. Meanwhile your answers are locked, and they cannot arrive twice.",
);
pub const SENT_BY_ITSELF: Text = Text::new(
    "Du är uppkopplad igen. Dina svar har skickats automatiskt och kommit fram.",
    "You are back online. Your answers were sent automatically and have arrived.",
);
/// `{minutes}` is at least 2.
pub const WAITS_MINUTES: Text = Text::new(
    "Det har skickats många formulär härifrån på kort tid. Dina svar är sparade på den här telefonen och skickas automatiskt om {minutes} minuter.",
    "Many forms have been sent from here in a short time. Your answers are kept on this phone and will be sent automatically in {minutes} minutes.",
);
pub const WAITS_MINUTE: Text = Text::new(
    "Det har skickats många formulär härifrån på kort tid. Dina svar är sparade på den här telefonen och skickas automatiskt om en minut.",
    "Many forms have been sent from here in a short time. Your answers are kept on this phone and will be sent automatically in one minute.",
);
/// The id is known with other answers: what arrived first stands. `{contact}`, `{reference}`.
pub const ALREADY_RECEIVED: Text = Text::new(
    "Vi har redan tagit emot det här formuläret, men med andra svar än dem du skickade nu. De svar som kom in först gäller. Vill du ändra något? Skriv till {contact} och ange referensen {reference}.",
    "We have already received this form, but with different answers from those you sent now. The answers that arrived first apply. Do you want to change something? Write to {contact} and give the reference {reference}.",
);
/// Another tab of the same browser has changed the draft.
pub const CHANGED_ELSEWHERE: Text = Text::new(
    "Svaren ändrades i en annan flik. Här ser du de senaste.",
    "The answers were changed in another tab. You see the latest here.",
);

/// On pages about what the phone keeps, and below every form.
/// Over what a phone keeps.
pub const KEPT_NOW: Text = Text::new("Sparat just nu", "Saved right now");
pub const ERASE: Text = Text::new("Radera allt på den här telefonen", "Erase everything on this phone");
pub const ERASE_HINT: Text = Text::new(
    "Raderar utkast, kvitton och sparade mentorer på den här telefonen. Det du redan har skickat påverkas inte.",
    "Erases drafts, receipts and saved mentors on this phone. What you have already sent is not affected.",
);
pub const ERASED: Text = Text::new("Allt är raderat på den här telefonen.", "Everything on this phone is erased.");

/// Beside a question: who sees the answer.
pub const fn shown_to(question: &Question, role: Role) -> Text {
    match (question.shown_to, role) {
        (ShownTo::Public, _) if matches!(question.kind, Kind::FullName { .. }) => Text::new(
            "Namnet visas för den som söker en mentor bara om du väljer det",
            "The name is shown to people who look for a mentor only if you choose that",
        ),
        (ShownTo::Staff | ShownTo::Mentor, Role::Framework) => {
            Text::new("Ni två ser svaret", "The two of you see the answer")
        }
        (ShownTo::Staff, Role::Asking) => {
            Text::new("Den som tar hand om meddelandet ser svaret", "Whoever takes care of the message sees the answer")
        }
        (ShownTo::Staff, Role::Suggesting) => Text::new(
            "Den som tar hand om förslaget ser svaret",
            "Whoever takes care of the suggestion sees the answer",
        ),
        (ShownTo::Staff, _) => Text::new("Programmets personal ser svaret", "The programme’s staff see the answer"),
        (ShownTo::Mentor, Role::Mentee | Role::Waiting | Role::Asking | Role::Suggesting | Role::Registering) => {
            Text::new(
                "Programmets personal och den mentor som tillfrågas ser svaret",
                "The programme’s staff and the mentor who is asked see the answer",
            )
        }
        (ShownTo::Mentor, Role::Mentor) => Text::new(
            "Programmets personal och den du kan bli mentor för ser svaret",
            "The programme’s staff and the person you may be a mentor for see the answer",
        ),
        (ShownTo::Public, _) => Text::new(
            "Svaret kan visas för den som söker en mentor",
            "The answer may be shown to people who look for a mentor",
        ),
    }
}

/// An answer as it is read: choices by their words, a ticked box as a yes, everything else as it was typed.
pub fn answer_text(question: &Question, words: &QuestionWords, values: &[String], language: Language) -> String {
    answer_said(question, values, language, |value| Some(words.option(question, value)?.say(language)))
}

/// The same where `option` has the words of an option, by its value.
pub fn answer_said<'a>(
    question: &Question,
    values: &[String],
    language: Language,
    option: impl Fn(&str) -> Option<&'a str>,
) -> String {
    let said = |value: &String| match question.kind {
        Kind::YesNo | Kind::Acknowledgement => (if value == YES_VALUE { YES } else { NO }).say(language).to_owned(),
        Kind::Date { .. } => date::day(value, language),
        _ => option(value).unwrap_or(value).to_owned(),
    };
    let said = values.iter().map(said);
    if matches!(question.kind, Kind::RankedChoice { .. }) {
        return (1..).zip(said).map(|(place, option)| format!("{place}. {option}")).collect::<Vec<_>>().join("\n");
    }
    said.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUESTION: Question = Question {
        id: "topics",
        kind: Kind::SeveralChoices { options: &["a", "b"], min: 1, max: 2 },
        optional: false,
        shown_to: ShownTo::Mentor,
        when: None,
        revision: "",
    };
    const WORDS: QuestionWords = QuestionWords {
        label: Text::new("Ämnen", "Topics"),
        short: Text::new("Ämnen", "Topics"),
        hint: None,
        missing: Text::new("Välj", "Choose"),
        options: &[Text::new("Nätverk", "Network"), Text::new("Forskning", "Research")],
    };

    #[test]
    fn none_one_and_two_are_said_rightly_in_both_languages() {
        let said = |text: Text, number: &str| {
            let values = [("left", number), ("over", number), ("minutes", number)];
            Language::ALL.map(|language| crate::fill::fill(text.say(language), &values))
        };
        assert_eq!(said(CHARACTERS_LEFT, "0"), ["Du har 0 tecken kvar", "You have 0 characters left"]);
        assert_eq!(said(CHARACTER_LEFT, "1"), ["Du har 1 tecken kvar", "You have 1 character left"]);
        assert_eq!(said(CHARACTERS_LEFT, "2"), ["Du har 2 tecken kvar", "You have 2 characters left"]);
        assert_eq!(said(CHARACTER_OVER, "1"), ["Texten är 1 tecken för lång", "The text is 1 character too long"]);
        assert_eq!(said(CHARACTERS_OVER, "2"), ["Texten är 2 tecken för lång", "The text is 2 characters too long"]);
        let ends = |text, number, [sv, en]: [&str; 2]| {
            let said = said(text, number);
            assert!(said[0].ends_with(sv) && said[1].ends_with(en), "{said:#?}");
        };
        ends(WAITS_MINUTE, "1", ["automatiskt om en minut.", "automatically in one minute."]);
        ends(WAITS_MINUTES, "2", ["automatiskt om 2 minuter.", "automatically in 2 minutes."]);
    }

    #[test]
    fn choices_are_read_by_their_words() {
        let values = ["a".to_owned(), "b".to_owned()];
        assert_eq!(answer_text(&QUESTION, &WORDS, &values, Language::Sv), "Nätverk, Forskning");
        assert_eq!(answer_text(&QUESTION, &WORDS, &[], Language::En), "");
    }

    #[test]
    fn a_ticked_box_is_read_as_yes_and_a_text_as_it_was_typed() {
        let box_to_tick = Question { kind: Kind::Acknowledgement, ..QUESTION };
        assert_eq!(answer_text(&box_to_tick, &WORDS, &["yes".to_owned()], Language::Sv), "Ja");
        let text = Question { kind: Kind::LongText { max: 10 }, ..QUESTION };
        assert_eq!(answer_text(&text, &WORDS, &["王\nx".to_owned()], Language::En), "王\nx");
    }
}
