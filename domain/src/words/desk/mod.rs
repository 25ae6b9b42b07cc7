//! The words of the desk: Swedish first, English beside it.

pub mod asked;
pub mod closures;
pub mod lost;
pub mod mentors;
pub mod person;
pub mod programme;
pub mod queue;
pub mod record;
pub mod records;
pub mod requests;
pub mod retention;
pub mod staff;
pub mod suggest;
pub mod waiting;

use crate::desk::member::Authority;
use crate::problem::FaultKind;
use crate::programme::Role;
use crate::text::Text;
use crate::words::fault::general;

/// What is wrong with a field of the desk, which asks nothing.
pub const fn fault(kind: FaultKind) -> Text {
    match kind {
        FaultKind::Missing => Text::new("Fyll i det här", "Fill this in"),
        other => general(other),
    }
}

pub const TITLE: Text = Text::new("Skrivbordet", "The desk");
pub const NAVIGATION: Text = Text::new("Skrivbordets sidor", "Pages of the desk");
pub const LOADING: Text = Text::new("Hämtar …", "Fetching …");
pub const NEEDS_PROGRAM: Text = Text::new(
    "Skrivbordet behöver JavaScript. Kan du inte slå på det, skriv till den som driver portalen.",
    "The desk needs JavaScript. If you cannot turn it on, write to whoever runs the portal.",
);
pub const QUEUE: Text = Text::new("Att göra", "To do");
pub const RECORDS: Text = Text::new("Ärenden", "Records");
pub const MENTORS: Text = Text::new("Mentorer", "Mentors");
pub const PROGRAMMES: Text = Text::new("Program", "Programmes");
pub const ENTER: Text = Text::new("Lägg in", "Enter");
pub const STAFF: Text = Text::new("Personal", "Staff");
pub const LOG: Text = Text::new("Logg", "Log");
pub const RETENTION: Text = Text::new("Gallring", "Retention");
pub const SIGN_OUT: Text = Text::new("Logga ut", "Sign out");

pub const SIGN_IN_TITLE: Text = Text::new("Logga in på skrivbordet", "Sign in at the desk");
pub const SIGN_IN_LEAD: Text = Text::new(
    "Skriv din e-postadress. Står du på listan över personal får du en länk som gäller i 15 minuter.",
    "Write your email address. If you are on the list of staff you will get a link that is good for 15 minutes.",
);
pub const SIGN_IN_EMAIL: Text = Text::new("Din e-postadress", "Your email address");
pub const SIGN_IN_BUTTON: Text = Text::new("Skicka länken", "Send the link");
pub const SENT_TITLE: Text = Text::new("Titta i din inkorg", "Look in your inbox");
pub const SENT: Text = Text::new(
    "Står adressen på listan över personal har vi skickat en länk dit. Den fungerar en gång och gäller i 15 minuter. Kommer inget mejl inom några minuter: kontrollera adressen, eller fråga den som sköter listan.",
    "If the address is on the list of staff, we have sent a link to it. It works once and is good for 15 minutes. If no email comes within a few minutes, check the address, or ask whoever keeps the list.",
);
pub const SENT_AGAIN: Text = Text::new("Skriv adressen igen", "Write the address again");

/// Something did not reach the server.
pub const UNREACHED: Text = Text::new(
    "Servern svarade inte. Inget har gått förlorat: försök igen.",
    "The server did not answer. Nothing is lost: try again.",
);
pub const TRY_AGAIN: Text = Text::new("Försök igen", "Try again");
/// The session ended while something was being written.
pub const SIGNED_OUT: Text = Text::new(
    "Du är utloggad. Det du har skrivit står kvar här. Logga in i en ny flik och försök sedan igen.",
    "You are signed out. What you have written is still here. Sign in in a new tab, then try again.",
);
pub const SIGN_IN_AGAIN: Text = Text::new("Logga in i en ny flik", "Sign in in a new tab");
pub const IDLE: Text = Text::new(
    "Du loggas snart ut, eftersom inget har hänt på en stund. Det du har skrivit står kvar.",
    "You will soon be signed out, because nothing has happened for a while. What you have written stays.",
);
pub const STAY: Text = Text::new("Fortsätt vara inloggad", "Stay signed in");

pub const SAVE: Text = Text::new("Spara", "Save");
pub const SAVED: Text = Text::new("Sparat.", "Saved.");
pub const CANCEL: Text = Text::new("Avbryt", "Cancel");
pub const CHOOSE: Text = Text::new("Välj", "Choose");
pub const UNKNOWN_PAGE: Text = Text::new("Sidan finns inte.", "There is no such page.");

/// What a form is about, in a word.
pub const fn role(role: Role) -> Text {
    match role {
        Role::Mentee => Text::new("Söker mentor", "Applies for a mentor"),
        Role::Mentor => Text::new("Vill vara mentor", "Wants to be a mentor"),
        Role::Waiting => Text::new("Vill veta när det öppnar", "Wants to know when it opens"),
        Role::Asking => Text::new("Fråga", "Question"),
        Role::Framework => Text::new("Överenskommelse", "Framework"),
        Role::Suggesting => Text::new("Förslag", "Suggestion"),
        Role::Registering => Text::new("Registrerar par", "Registers a pair"),
    }
}

pub const fn authority(authority: Authority) -> Text {
    match authority {
        Authority::Reader => Text::new("Läsare", "Reader"),
        Authority::Coordinator => Text::new("Samordnare", "Coordinator"),
        Authority::Administrator => Text::new("Administratör", "Administrator"),
    }
}
