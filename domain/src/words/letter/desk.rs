//! The words of letters to the staff: the link that signs in, and the daily letter.

use crate::text::Text;

pub const SIGN_IN_TITLE: Text = Text::new("Din länk till mentorskapsportalen", "Your link to the mentorship portal");
pub const SIGN_IN: Text = Text::new(
    "Länken loggar in dig på portalens skrivbord. Den gäller i 15 minuter och fungerar en gång.",
    "The link signs you in at the portal’s desk. It is good for 15 minutes and works once.",
);
pub const SIGN_IN_BUTTON: Text = Text::new("Logga in", "Sign in");
pub const SIGN_IN_NOT_YOU: Text = Text::new(
    "Var det inte du som bad om länken? Då behöver du inte göra något. Öppna den inte och skicka den inte vidare.",
    "Did you not ask for the link? Then there is nothing to do. Do not open it and do not pass it on.",
);

/// `{date}`.
pub const DAILY_SUBJECT: Text = Text::new("Mentorskapsportalen {date}", "The mentorship portal, {date}");
pub const DAILY_BUTTON: Text = Text::new("Öppna skrivbordet", "Open the desk");
pub const NO_OVERDUE: Text = Text::new("Inget är försenat.", "Nothing is overdue.");
pub const ONE_OVERDUE: Text =
    Text::new("Ett ärende har passerat dagen för utlovat svar.", "One record has passed its promised day.");
/// `{count}`.
pub const OVERDUE: Text = Text::new(
    "{count} ärenden har passerat dagen för utlovat svar.",
    "{count} records have passed their promised day.",
);
pub const NONE_ASKED: Text =
    Text::new("Ingen väntar på svar på en begäran.", "Nobody waits for an answer to a request.");
/// `{date}`.
pub const ONE_ASKED: Text =
    Text::new("En begäran väntar på svar, senast {date}.", "One request waits for an answer, by {date}.");
/// `{count}`, `{date}`.
pub const ASKED: Text = Text::new(
    "{count} begäranden väntar på svar, den första senast {date}.",
    "{count} requests wait for an answer, the first by {date}.",
);
pub const NO_LETTERS: Text =
    Text::new("Alla mejl har gått fram så vitt vi vet.", "All letters have gone, as far as we know.");
pub const ONE_LETTER: Text = Text::new(
    "Ett mejl har inte gått fram, eller så vet vi inte om det har gjort det.",
    "One letter has not gone, or nobody knows whether it has.",
);
/// `{count}`.
pub const LETTERS: Text = Text::new(
    "{count} mejl har inte gått fram, eller så vet vi inte om de har gjort det.",
    "{count} letters have not gone, or nobody knows whether they have.",
);
pub const ONE_UNREADABLE: Text = Text::new(
    "Ett ärende går inte att läsa. Ingenting är raderat: säg till den som driver portalen, som kan återställa det.",
    "One record cannot be read. Nothing is erased: tell whoever runs the portal, who can restore it.",
);
/// `{count}`.
pub const UNREADABLE: Text = Text::new(
    "{count} ärenden går inte att läsa. Ingenting är raderat: säg till den som driver portalen, som kan återställa dem.",
    "{count} records cannot be read. Nothing is erased: tell whoever runs the portal, who can restore them.",
);
/// What is said of so many records that cannot be read; nothing of none.
pub const fn unreadable(count: u32) -> Option<Text> {
    match count {
        0 => None,
        1 => Some(ONE_UNREADABLE),
        _ => Some(UNREADABLE),
    }
}

pub const ARRIVED_TITLE: Text = Text::new("Nytt sedan förra arbetsdagen", "New since the last working day");
pub const NONE_ARRIVED: Text = Text::new("Inget nytt har kommit in.", "Nothing new has arrived.");
pub const ONE_ARRIVED: Text = Text::new("Ett ärende har kommit in.", "One record has arrived.");
/// `{count}`.
pub const ARRIVED: Text = Text::new("{count} ärenden har kommit in.", "{count} records have arrived.");
pub const NUMBERS: Text = Text::new("Löpnummer och referens", "Number and reference");
pub const GAPS: Text = Text::new(
    "Numren följer på varandra över alla program. Saknas ett nummer som inte hör till ett annat program eller har raderats, kontakta den som driver portalen.",
    "The numbers follow on each other across all programmes. If one is missing that belongs to no other programme and was not erased, contact whoever runs the portal.",
);
/// `{hash}`.
pub const LOG: Text = Text::new("Loggens senaste kontrollsumma: {hash}", "The log’s latest checksum: {hash}");
