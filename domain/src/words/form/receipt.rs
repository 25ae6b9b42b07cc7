//! The words of a receipt: said only when the application is kept.

use crate::programme::Role;
use crate::text::Text;

pub const fn title(role: Role) -> Text {
    match role {
        Role::Mentee => Text::new("Din ansökan har kommit in", "Your application has been received"),
        Role::Mentor => Text::new("Din anmälan har kommit in", "Your sign-up has been received"),
        Role::Waiting => Text::new("Vi säger till när det öppnar", "We will tell you when it opens"),
        Role::Asking => Text::new("Ditt meddelande har kommit in", "Your message has been received"),
        Role::Framework => Text::new(
            "Bekräfta adressen, så skriver vi till din mentor",
            "Confirm your address, and we write to your mentor",
        ),
        Role::Suggesting => Text::new("Ditt förslag har kommit in", "Your suggestion has been received"),
        Role::Registering => Text::new("Din registrering har kommit in", "Your registration has been received"),
    }
}

pub const REFERENCE: Text = Text::new("Din referens", "Your reference");
pub const REFERENCE_HINT: Text = Text::new(
    "Uppge den när du hör av dig. Den går bra att läsa upp.",
    "Give it when you contact us. It can be read out loud.",
);
/// `{time}` is [`crate::words::date::moment`] of the time it was kept.
pub const RECEIVED_AT: Text = Text::new("Kom in {time}", "Received {time}");
pub const NEXT_TITLE: Text = Text::new("Vad händer nu?", "What happens next?");
/// `{date}` is [`crate::words::date::long`] of the day promised, where one is.
pub const fn answer_by(role: Role) -> Text {
    match role {
        Role::Asking => Text::new("Senast {date} får du svar.", "You will have an answer by {date}."),
        Role::Mentee | Role::Mentor | Role::Waiting | Role::Framework | Role::Suggesting | Role::Registering => {
            Text::new("Senast {date} får du veta hur det går vidare.", "You will hear what happens next by {date}.")
        }
    }
}

/// Kept, though the part that writes emails and shows own pages could not be reached at that moment.
pub const SPOOLED: Text = Text::new(
    "Det du skickade är sparat. Din egen sida och mejlet dröjer några minuter och kommer automatiskt. Du behöver inte skicka igen.",
    "What you sent has been saved. Your own page and the email take a few minutes and come automatically. You do not need to send again.",
);
/// What the email is for, and what holds without it.
pub const fn letter(role: Role) -> Text {
    match role {
        Role::Framework => Text::new(
            "Har mejlet inte kommit? Titta bland skräpposten. Innan du har tryckt på knappen bakom länken skriver vi inte till din mentor.",
            "Has the email not come? Look among your junk mail. Until you have pressed the button behind the link we do not write to your mentor.",
        ),
        _ => Text::new(
            "Vi skickar också ett mejl med referensen och en länk till din egen sida, om portalen kan nå adressen som du angav. Kommer det inget mejl gäller kvittot ändå.",
            "We also send an email with the reference and a link to your own page, if the portal can reach the address you gave. If no email comes, the receipt still stands.",
        ),
    }
}
pub const BACK_TITLE: Text = Text::new("Så kommer du tillbaka", "How to come back");
pub const BACK_TEXT: Text = Text::new(
    "Länken öppnar din egen sida. Där ser du dina svar och hur det går. Dela inte länken: den som har den kan läsa dina svar.",
    "The link opens your own page, where you see your answers and how it is going. Do not share the link: whoever has it can read your answers.",
);
/// The words of the link to the own page.
pub const LINK: Text = Text::new("Öppna min sida", "Open my page");
pub const COPY: Text = Text::new("Kopiera länken", "Copy the link");
pub const COPIED: Text = Text::new("Länken är kopierad", "The link is copied");
pub const KEEP_TITLE: Text = Text::new("Behåll en kopia", "Keep a copy");
pub const KEEP_TEXT: Text = Text::new(
    "Spara kvittot som en fil, skriv ut sidan eller ta en skärmbild.",
    "Save the receipt as a file, print the page or take a screenshot.",
);
pub const KEEP_FILE: Text = Text::new("Spara kvittot som en fil", "Save the receipt as a file");
pub const PRINT: Text = Text::new("Skriv ut", "Print");
/// Under the receipt where it is kept on the phone.
pub const KEPT: Text =
    Text::new("Kvittot finns kvar på den här telefonen i 30 dagar.", "The receipt stays on this phone for 30 days.");
pub const QUESTIONS_TITLE: Text = Text::new("Frågor eller något att ändra?", "Questions, or something to change?");
/// `{contact}`.
pub const fn questions(role: Role) -> Text {
    match role {
        Role::Mentee | Role::Mentor => Text::new(
            "Skriv till {contact} och ange referensen. På din egen sida tar du tillbaka det du har skickat, och där ändrar du dina svar så länge ingen har börjat läsa dem.",
            "Write to {contact} and give the reference. On your own page you withdraw what you sent, and there you change your answers as long as nobody has begun to read them.",
        ),
        Role::Framework => Text::new(
            "Skriv till {contact} och ange referensen. Vill du ändra eller avsluta gör du det på din egen sida.",
            "Write to {contact} and give the reference. If you want to change or end it, do so on your own page.",
        ),
        Role::Waiting | Role::Asking | Role::Suggesting | Role::Registering => Text::new(
            "Skriv till {contact} och ange referensen. Vill du ångra dig gör du det på din egen sida.",
            "Write to {contact} and give the reference. If you want to cancel, do so on your own page.",
        ),
    }
}
/// For a receipt page that is opened where no receipt is kept.
pub const NONE_TITLE: Text =
    Text::new("Det finns inget kvitto på den här telefonen", "There is no receipt on this phone");
pub const NONE_TEXT: Text = Text::new(
    "Kvitton tas bort efter 30 dagar. Har du sparat länken till din egen sida, eller fått den med mejl, fungerar den fortfarande.",
    "Receipts are removed after 30 days. If you kept the link to your own page, or got it by email, it still works.",
);
