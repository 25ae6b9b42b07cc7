//! The words of the letters: to the programme's own address, and to the person who sent a form.

pub mod decision;
pub mod desk;
pub mod framework;
pub mod request;

use crate::programme::Role;
use crate::text::{Language, Text};

/// Subject of the letter to the programme; `{reference}`, `{programme}`.
pub const fn staff_subject(role: Role) -> Text {
    match role {
        Role::Mentee => Text::new("Ny ansökan {reference}: {programme}", "New application {reference}: {programme}"),
        Role::Mentor => Text::new("Ny mentor {reference}: {programme}", "New mentor {reference}: {programme}"),
        Role::Waiting => Text::new("Ny på listan {reference}: {programme}", "New on the list {reference}: {programme}"),
        Role::Asking => Text::new("Nytt meddelande {reference}: {programme}", "New message {reference}: {programme}"),
        Role::Framework => {
            Text::new("Ny överenskommelse {reference}: {programme}", "New framework {reference}: {programme}")
        }
        Role::Registering => {
            Text::new("Ny registrering {reference}: {programme}", "New registration {reference}: {programme}")
        }
        Role::Suggesting => {
            Text::new("Nytt förslag {reference}: {programme}", "New suggestion {reference}: {programme}")
        }
    }
}

pub const fn staff_title(role: Role) -> Text {
    match role {
        Role::Mentee => Text::new("Någon söker en mentor", "Someone is applying for a mentor"),
        Role::Mentor => Text::new("Någon vill bli mentor", "Someone wants to become a mentor"),
        Role::Waiting => {
            Text::new("Någon vill veta när programmet öppnar", "Someone wants to know when the programme opens")
        }
        Role::Asking => Text::new("Någon har skrivit ett meddelande", "Someone has written a message"),
        Role::Framework => Text::new("Två personer delar en överenskommelse", "Two people share a framework"),
        Role::Registering => {
            Text::new("Någon har registrerat sig och sin mentor", "Someone has registered with their mentor")
        }
        Role::Suggesting => Text::new("Någon har föreslagit ett program", "Someone has suggested a programme"),
    }
}

/// `{time}`.
pub const RECEIVED: Text = Text::new("Kom in {time}.", "Received {time}.");
/// `{date}`; what the person was told.
pub const PROMISED: Text = Text::new(
    "Personen har fått veta att svar kommer senast {date}.",
    "The person has been told to expect word by {date}.",
);
pub const REFERENCE: Text = Text::new("Referens", "Reference");
pub const PROGRAMME: Text = Text::new("Program", "Programme");

/// The language in which an answer is expected.
pub const fn written_in(language: Language) -> Text {
    match language {
        Language::Sv => Text::new("Skrivet på svenska.", "Written in Swedish."),
        Language::En => Text::new("Skrivet på engelska.", "Written in English."),
    }
}

pub const ANSWERS: Text = Text::new("Svaren", "The answers");
pub const NO_ANSWER: Text = Text::new("Inget svar", "No answer");
pub const REPLY: Text = Text::new(
    "Svara på det här mejlet så når du den som skickade formuläret. Adressen är inte bekräftad.",
    "Reply to this email to reach the person who sent the form. The address is not confirmed.",
);
pub const NO_LETTER: Text = Text::new(
    "Den som skickade formuläret har inte fått något mejl, eftersom adressen kan tillhöra någon annan.",
    "No email has gone to the person who sent the form, because the address may belong to somebody else.",
);
/// Where a programme's file says that letters to staff hold no answers.
pub const NOTICE_ONLY: Text = Text::new(
    "I det här programmet skickas inga svar med e-post.",
    "In this programme, answers are not sent by email.",
);

/// Before the subject, and as a sentence.
pub const SUSPECT_MARK: Text = Text::new("Möjligen inte en människa", "Possibly not a person");
pub const SUSPECT: Text = Text::new(
    "Ett fält som ingen människa ser var ifyllt. Läs svaren med det i åtanke.",
    "A field that no person sees was filled in. Read the answers with that in mind.",
);
pub const DUPLICATE_MARK: Text = Text::new("Möjlig dubblett", "Possible duplicate");
pub const DUPLICATE: Text = Text::new(
    "Vi vet inte om det förra mejlet om samma referens kom fram. Har du redan fått det behöver du inte göra något.",
    "We do not know whether the previous email about the same reference arrived. If you have it already, there is nothing to do.",
);

/// Subject of the letter to the person; `{reference}`.
pub const fn applicant_subject(role: Role) -> Text {
    match role {
        Role::Mentee => {
            Text::new("Vi har tagit emot din ansökan: {reference}", "We have received your application: {reference}")
        }
        Role::Mentor => {
            Text::new("Vi har tagit emot din anmälan: {reference}", "We have received your sign-up: {reference}")
        }
        Role::Waiting => {
            Text::new("Vi säger till när det öppnar: {reference}", "We will tell you when it opens: {reference}")
        }
        Role::Asking => {
            Text::new("Vi har tagit emot ditt meddelande: {reference}", "We have received your message: {reference}")
        }
        Role::Framework => Text::new(
            "Bekräfta adressen, så skriver vi till din mentor: {reference}",
            "Confirm your address, and we write to your mentor: {reference}",
        ),
        Role::Registering => Text::new(
            "Vi har tagit emot din registrering: {reference}",
            "We have received your registration: {reference}",
        ),
        Role::Suggesting => {
            Text::new("Vi har tagit emot ditt förslag: {reference}", "We have received your suggestion: {reference}")
        }
    }
}

pub const fn applicant_title(role: Role) -> Text {
    match role {
        Role::Mentee => Text::new("Vi har tagit emot din ansökan", "We have received your application"),
        Role::Mentor => Text::new("Vi har tagit emot din anmälan", "We have received your sign-up"),
        Role::Waiting => Text::new("Vi säger till när det öppnar", "We will tell you when it opens"),
        Role::Asking => Text::new("Vi har tagit emot ditt meddelande", "We have received your message"),
        Role::Framework => Text::new(
            "Bekräfta adressen, så skriver vi till din mentor",
            "Confirm your address, and we write to your mentor",
        ),
        Role::Registering => Text::new("Vi har tagit emot din registrering", "We have received your registration"),
        Role::Suggesting => Text::new("Vi har tagit emot ditt förslag", "We have received your suggestion"),
    }
}

pub const NEXT: Text = Text::new("Vad händer nu?", "What happens next?");
pub const OWN_PAGE: Text = Text::new(
    "På din egen sida ser du dina svar och hur det går. Dela inte länken: den som har den kan läsa dina svar.",
    "On your own page you see your answers and how it is going. Do not share the link: whoever has it can read your answers.",
);
pub const OPEN: Text = Text::new("Öppna min sida", "Open my page");
/// Before the bare address, for mail programs that show no buttons.
pub const OR_COPY: Text = Text::new("Eller kopiera länken:", "Or copy the link:");
/// `{contact}`.
pub const QUESTIONS: Text = Text::new(
    "Har du frågor? Skriv till {contact} och ange referensen.",
    "Do you have questions? Write to {contact} and give the reference.",
);
/// Where the person can do that by themself.
pub const CHANGES: Text = Text::new(
    "Så länge ingen har börjat läsa det du har skickat kan du ändra dina svar på sidan. Där kan du också ta tillbaka det.",
    "As long as nobody has begun to read what you sent, you can change your answers on the page. You can also withdraw it there.",
);
/// On the own page of who waits or asks, the link leads to a button that cancels.
pub const CANCEL: Text = Text::new(
    "Vill du inte längre att vi hör av oss? Öppna din sida och tryck på Ångra.",
    "Do you no longer want to hear from us? Open your page and press Cancel.",
);

/// Subject of the letter that a programme has opened; `{programme}`, `{reference}`.
pub const OPENED_SUBJECT: Text =
    Text::new("Nu är det öppet: {programme} ({reference})", "It is open now: {programme} ({reference})");
pub const OPENED_TITLE: Text = Text::new("Nu är det öppet", "It is open now");
pub const OPENED: Text = Text::new(
    "Du bad oss säga till när programmet öppnar för ansökan. Nu tar det emot ansökningar.",
    "You asked us to tell you when the programme opens for applications. It is now taking applications.",
);
/// `{date}`: the last day, where it is known.
pub const OPENED_UNTIL: Text = Text::new("Sista dagen att ansöka är {date}.", "The last day to apply is {date}.");
pub const OPENED_LAST: Text = Text::new("Vi skriver inte igen om det här.", "We will not write again about this.");
/// `{link}`: the own page's.
pub const OPENED_OWN: Text = Text::new(
    "Vad vi har sparat om din begäran ser du på din egen sida: {link}",
    "What we have saved about your request is on your own page: {link}",
);
pub const OPENED_BUTTON: Text = Text::new("Till programmet", "Go to the programme");

/// The address is not proven: a stranger may have typed it.
pub const NOT_YOU: Text = Text::new(
    "Är det inte du som har skickat formuläret? Då har någon angett fel adress. Följ länken, välj ”Var det inte du?” och stäng av den, eller skriv till {contact}.",
    "Did you not send the form? Then someone has typed the wrong address. Follow the link, choose “Was this not you?” and cancel it, or write to {contact}.",
);
