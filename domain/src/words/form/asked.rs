//! The words of "Your information" on the own page: what a person can ask of staff, and what came of it.

use crate::asked::{ASK_FIELD, Ask, Asked, TEXT_FIELD};
use crate::calendar;
use crate::fill::{fill, fill_numbers};
use crate::problem::{Fault, FaultKind};
use crate::text::{Language, Text};
use crate::words::date;

pub const TITLE: Text = Text::new("Dina uppgifter", "Your information");
/// What no promise can change.
pub const PUBLIC_RECORDS: Text = Text::new(
    "KI är en myndighet. Det som har blivit en allmän handling kan behöva sparas, också när du ber att det raderas eller invänder. Personalen avgör varje begäran och svarar dig.",
    "KI is a public authority. What has become a public record may have to be kept, even when you ask for it to be erased or object. Staff decide each request and answer you.",
);
pub const ANSWERED_HERE: Text = Text::new(
    "Svaret står här på din sida inom en månad. Du får inget mejl om det, så spara länken hit.",
    "The answer is on this page of yours within a month. You get no email about it, so keep the link to it.",
);

pub const ASKED_TITLE: Text = Text::new("Det här har du bett om", "What you have asked for");
/// `{what}`, `{time}`.
pub const ASKED: Text = Text::new("{what}. Kom in {time}.", "{what}. Received {time}.");
/// `{text}`.
pub const WROTE: Text = Text::new("Du skrev: {text}", "You wrote: {text}");
/// `{date}`.
pub const WAITS: Text = Text::new("Väntar på svar. Svar senast {date}.", "Waiting for an answer. Answer by {date}.");
/// `{date}`, `{outcome}`.
pub const ANSWERED: Text = Text::new("{outcome} den {date}.", "{outcome} on {date}.");
/// `{text}`.
pub const ANSWER: Text = Text::new("Svar: {text}", "Answer: {text}");
/// Once something was refused.
pub const COMPLAIN: Text = Text::new(
    "Är du inte nöjd med ett svar? Du kan klaga hos Integritetsskyddsmyndigheten, imy.se.",
    "Not content with an answer? You can complain to the Swedish Authority for Privacy Protection, imy.se.",
);

pub const ASK_TITLE: Text = Text::new("Be personalen om något", "Ask the staff for something");
pub const ASK_LABEL: Text = Text::new("Vad gäller det?", "What is it about?");
pub const TEXT_LABEL: Text = Text::new("Beskriv det", "Describe it");
/// `{max}`.
pub const TEXT_HINT: Text = Text::new(
    "Behövs när något ska rättas och när du berättar om ett problem. Skriv vad som är fel och hur det ska vara, men inte mer om dig eller andra än så. Högst {max} tecken.",
    "Needed when something is to be corrected and when you report a problem. Write what is wrong and how it should be, but no more than that about you or others. At most {max} characters.",
);
pub const SEND: Text = Text::new("Skicka till personalen", "Send to the staff");
/// The button's value in a post of the own page.
pub const SEND_VALUE: &str = "ask";

/// What a person chooses.
pub const fn choice(ask: Ask) -> Text {
    match ask {
        Ask::Correction => Text::new("Något är fel och ska rättas", "Something is wrong and should be corrected"),
        Ask::Restriction => Text::new(
            "Uppgifterna ska tills vidare bara sparas, inte användas",
            "For now the data should only be kept, not used",
        ),
        Ask::Erasure => Text::new("Uppgifterna ska raderas", "The data should be erased"),
        Ask::Objection => Text::new("Jag invänder mot att de används", "I object to their use"),
        Ask::Report => Text::new("Jag vill berätta om ett problem", "I want to report a problem"),
    }
}

/// What was asked for, in a word.
pub const fn name(ask: Ask) -> Text {
    match ask {
        Ask::Correction => Text::new("Rättelse", "Correction"),
        Ask::Restriction => Text::new("Begränsning", "Restriction"),
        Ask::Erasure => Text::new("Radering", "Erasure"),
        Ask::Objection => Text::new("Invändning", "Objection"),
        Ask::Report => Text::new("Problem", "A problem"),
    }
}

/// How staff answered.
pub const fn outcome(ask: Ask, is_done: bool) -> Text {
    match (ask, is_done) {
        (Ask::Report, true) => Text::new("Åtgärdat", "Dealt with"),
        (Ask::Report, false) => Text::new("Lämnat utan åtgärd", "Left as it is"),
        (_, true) => Text::new("Genomfört", "Done"),
        (_, false) => Text::new("Avslaget", "Refused"),
    }
}

const NOTHING_CHOSEN: Text = Text::new("Välj vad det gäller", "Choose what it is about");
const NOTHING_WRITTEN: Text = Text::new("Beskriv vad som är fel", "Describe what is wrong");
const TOO_LONG: Text = Text::new(
    "Korta beskrivningen med {over} tecken. Högst {max} får plats.",
    "Shorten the description, which is {over} over the limit of {max} characters.",
);

/// What to say about a fault of the form ([`crate::asked::check`]).
pub fn fault(fault: &Fault, language: Language) -> String {
    let text = match (fault.field.as_str(), fault.kind) {
        (ASK_FIELD, _) => NOTHING_CHOSEN,
        (TEXT_FIELD, FaultKind::Missing) => NOTHING_WRITTEN,
        (TEXT_FIELD, FaultKind::TooLong { .. }) => TOO_LONG,
        (_, kind) => crate::words::fault::general(kind),
    };
    fill_numbers(text.say(language), &fault.kind.numbers())
}

/// Another page of the same person was opened in the same browser.
pub const OTHER_OPENED: Text = Text::new(
    "Inget har skickats. En annan av dina sidor har öppnats i en annan flik, och det är den som visas här. Det du skrev står kvar. Gällde det den förra? Öppna den rätta länken igen.",
    "Nothing has been sent. Another of your pages has been opened in another tab, and that is the one shown here. What you wrote is still here. Did you mean the one before? Use the right link again.",
);

/// One thing that was asked and what was answered, in lines to the person. Who of the staff answered is not among them.
pub fn said(asked: &Asked, language: Language) -> Vec<String> {
    let time = date::time(asked.at, language);
    let what = name(asked.what).say(language);
    let mut lines = vec![fill(ASKED.say(language), &[("what", what), ("time", &time)])];
    lines.extend(asked.text.as_ref().map(|text| fill(WROTE.say(language), &[("text", text)])));
    match &asked.answer {
        None => {
            let by = date::long(&asked.answer_by(), language);
            lines.push(fill(WAITS.say(language), &[("date", &by)]));
        }
        Some(answer) => {
            let day = date::day(&calendar::day(answer.at), language);
            let answered = [("outcome", outcome(asked.what, answer.is_done).say(language)), ("date", day.as_str())];
            lines.push(fill(ANSWERED.say(language), &answered));
            lines.push(fill(ANSWER.say(language), &[("text", &answer.text)]));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asked::AskedAnswer;

    #[test]
    fn what_was_asked_is_said_with_its_day_and_what_was_answered_without_who_answered() {
        // Monday 2026-11-30, noon in Stockholm.
        let mut asked = Asked {
            what: Ask::Correction,
            text: Some("Fel {date} här.".to_owned()),
            at: 1_796_036_400_000,
            answer: None,
        };
        let waits = said(&asked, Language::Sv);
        let first = ["Rättelse. Kom in 30 november 2026 kl.\u{a0}12.00.", "Du skrev: Fel {date} här."];
        assert_eq!(waits.get(..2).unwrap(), first);
        assert!(waits.last().unwrap().ends_with("Svar senast onsdag 30 december 2026."), "{waits:?}");
        let (by, text) = ("staff@example.org".to_owned(), "Det är rättat.".to_owned());
        asked.answer = Some(AskedAnswer { at: 1_796_036_400_000, by, is_done: true, text });
        let answered = said(&asked, Language::En);
        assert!(answered.ends_with(&["Done on 30 November 2026.".to_owned(), "Answer: Det är rättat.".to_owned()]));
        assert!(!answered.concat().contains("staff@"));
    }
}
