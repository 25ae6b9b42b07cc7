//! The words of "still willing?" on a mentor's own page.

use crate::ledger::Happening;
use crate::text::Text;

pub const TITLE: Text = Text::new("Vill du fortfarande vara mentor?", "Are you still willing to be a mentor?");
pub const TEXT: Text = Text::new(
    "Vi frågar alla mentorer två gånger om året. Så länge vi inte vet om du vill fortsätta kan det hända att du inte visas för dem som söker. Vill du hellre ta en paus eller sluta gör du det här på sidan.",
    "We ask every mentor twice a year. As long as we do not know whether you want to go on, you may not be shown to those who look for a mentor. If you would rather pause or stop, do so here on the page.",
);
pub const YES: Text = Text::new("Ja, jag vill fortfarande vara mentor", "Yes, I am still willing");
/// That button's value.
pub const YES_VALUE: &str = "willing";
/// `{date}`.
pub const SAID: Text = Text::new(
    "Tack. Du har svarat att du fortfarande vill vara mentor ({date}). Vi frågar igen om ungefär ett halvår.",
    "Thank you. You have said that you are still willing to be a mentor ({date}). We will ask again in about half a year.",
);

/// In the history.
pub const fn happened(what: Happening) -> Option<Text> {
    Some(match what {
        Happening::RequestAnswered => {
            Text::new("Du svarade på en fråga om att bli mentor", "You answered a request to be a mentor")
        }
        Happening::WillingAsked => {
            Text::new("Vi frågade om du fortfarande vill vara mentor", "We asked whether you are still willing")
        }
        Happening::SaidWilling => {
            Text::new("Du svarade att du fortfarande vill vara mentor", "You said that you are still willing")
        }
        _ => return None,
    })
}
