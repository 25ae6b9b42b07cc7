//! The words of letters that a person can turn off, on their own page.

use crate::outbox::Fact;
use crate::text::Text;

pub const TITLE: Text = Text::new("Vilka mejl vill du ha?", "Which emails do you want?");
/// Which letter, as far as it can be turned off.
pub const fn kind(fact: Fact) -> Text {
    match fact {
        Fact::WillingLetter => Text::new(
            "Frågan, två gånger om året, om jag fortfarande vill vara mentor",
            "The question, twice a year, whether I am still willing to be a mentor",
        ),
        _ => Text::new("En påminnelse när någon väntar på mitt svar", "A reminder when someone waits for my answer"),
    }
}
pub const ALWAYS: Text = Text::new(
    "Bekräftelser, beslut, förfrågningar och besked om den du är i par med kommer alltid. Utan dem får du inte veta vad som händer eller vad någon väntar på.",
    "Confirmations, decisions, requests and word of the person you are paired with always come. Without them you would not know what happens, or what someone is waiting for.",
);
pub const SAVE: Text = Text::new("Spara valet av mejl", "Save the choice of emails");
/// That button's value.
pub const SAVE_VALUE: &str = "letters";
/// The field of the letters that are wanted.
pub const FIELD: &str = "letters";

/// In the history.
pub const fn turned(is_on: bool) -> Text {
    if is_on {
        Text::new("Du valde att få ett slags mejl igen", "You turned a kind of email on again")
    } else {
        Text::new("Du valde bort ett slags mejl", "You turned off a kind of email")
    }
}
