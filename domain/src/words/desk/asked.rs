//! What staff read of a person's own requests, and how they answer them.

use crate::asked::Ask;
use crate::text::Text;

pub const TITLE: Text = Text::new("Personen har bett om något", "The person has asked for something");
/// `{what}`, `{time}`, `{date}`.
pub const OPEN: Text =
    Text::new("{what}. Kom in {time}. Svar senast {date}.", "{what}. Received {time}. Answer by {date}.");
pub const MASKED: Text = Text::new(
    "Vad personen skrev visas tillsammans med svaren.",
    "What the person wrote is shown together with the answers.",
);
pub const ANSWER: Text = Text::new("Svar till personen", "Answer to the person");
/// `{max}`.
pub const HINT: Text = Text::new(
    "Gör först det som begärs, under Personuppgifter och diarium. Svaret står sedan på personens egen sida. Avslår du, skriv varför. Högst {max} tecken.",
    "First do what is asked for, under Personal data and registry. The answer then stands on the person’s own page. If you refuse, write why. At most {max} characters.",
);
pub const HINT_ERASURE: Text = Text::new(
    "Raderas ärendet försvinner också det här och personens sida. Svara då personen på annat sätt.",
    "If the record is erased, this and the person’s own page go with it. Then answer the person in another way.",
);
/// `{outcome}`.
pub const SEND: Text = Text::new("Svara: {outcome}", "Answer: {outcome}");
pub const ANSWERED_TITLE: Text = Text::new("Besvarat", "Answered");
/// `{what}`, `{time}`, `{outcome}`, `{answered}`, `{by}`.
pub const ANSWERED: Text = Text::new(
    "{what}. Kom in {time}. {outcome} {answered}, {by}.",
    "{what}. Received {time}. {outcome} {answered}, {by}.",
);

/// That it was asked, in the history.
pub const fn asked(ask: Ask) -> Text {
    match ask {
        Ask::Correction => Text::new("Personen bad om rättelse", "The person asked for correction"),
        Ask::Restriction => Text::new("Personen bad om begränsning", "The person asked for restriction"),
        Ask::Erasure => Text::new("Personen bad om radering", "The person asked for erasure"),
        Ask::Objection => Text::new("Personen invände", "The person objected"),
        Ask::Report => Text::new("Personen berättade om ett problem", "The person reported a problem"),
    }
}

/// That it was answered, in the history.
pub const fn answered(ask: Ask) -> Text {
    match ask {
        Ask::Correction => Text::new("Begäran om rättelse besvarades", "The request for correction was answered"),
        Ask::Restriction => Text::new("Begäran om begränsning besvarades", "The request for restriction was answered"),
        Ask::Erasure => Text::new("Begäran om radering besvarades", "The request for erasure was answered"),
        Ask::Objection => Text::new("Invändningen besvarades", "The objection was answered"),
        Ask::Report => Text::new("Problemet besvarades", "The problem was answered"),
    }
}
