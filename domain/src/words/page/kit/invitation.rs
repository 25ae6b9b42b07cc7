//! Advice on finding one's own mentor, and the words of a letter to that person.

use super::{Section, TextPage};
use crate::text::Text;

pub const INVITATION: TextPage = TextPage {
    path: "/doctoral/invitation",
    title: Text::new("Fråga den du vill ha som mentor", "Ask the person you want as your mentor"),
    description: Text::new(
        "Få hjälp att skriva till den du vill ha som mentor under doktorandtiden, på svenska eller engelska.",
        "Get help writing to the person you want as a mentor during your doctoral studies, in Swedish or English.",
    ),
    sections: &[Section {
        paragraphs: &[Text::new(
            "Det är du som frågar. Skriv några rader om vad du vill, så blir det en text som du kan ändra, kopiera eller dela. Ingenting skickas härifrån.",
            "It is you who asks. Write a few lines about what you want, and they become a text that you can change, copy or share. Nothing is sent from here.",
        )],
        ..Section::NONE
    }],
};

pub const OWN_INVITATION: TextPage = TextPage {
    path: "/own-mentor/invitation",
    title: Text::new("Fråga någon att bli din mentor", "Ask someone to be your mentor"),
    description: Text::new(
        "Få hjälp att skriva till den du vill ha som mentor, på svenska eller engelska.",
        "Get help writing to the person you want as a mentor, in Swedish or English.",
    ),
    ..INVITATION
};

pub const WRITE: Text = Text::new("Skriv till mentorn", "Write to the mentor");
pub const MENTOR: Text = Text::new("Vem frågar du?", "Whom do you ask?");
pub const WHY: Text = Text::new("Varför just den personen?", "Why this person in particular?");
pub const GOALS: Text = Text::new("Vad vill du ha hjälp med?", "What do you want help with?");
pub const OFTEN: Text = Text::new("Hur ofta vill du att ni ses?", "How often do you want to meet?");
pub const OFTEN_HINT: Text = Text::new("Till exempel: två gånger per termin.", "For example: twice a semester.");
pub const NAME: Text = Text::new("Ditt namn", "Your name");
pub const LANGUAGE: Text = Text::new("Språk i texten", "Language of the text");
/// Each language in its own words.
pub const LANGUAGE_NAME: Text = Text::new("Svenska", "English");
pub const BUTTON: Text = Text::new("Skriv texten", "Write the text");
pub const NO_GOALS: Text =
    Text::new("Skriv något om vad du vill ha hjälp med.", "Write something about what you want help with.");
pub const TITLE: Text = Text::new("Din text", "Your text");
pub const LETTER: Text = Text::new("Ändra som du vill", "Change it as you like");
pub const SHARE: Text = Text::new("Dela", "Share");
pub const MAIL: Text = Text::new("Öppna i mejlen", "Open in your mail");
pub const COPY: Text = Text::new("Kopiera", "Copy");
pub const COPIED: Text = Text::new("Kopierad", "Copied");
pub const SUBJECT: Text = Text::new("Vill du bli min mentor?", "Would you be my mentor?");

// The text itself, a paragraph each. What is left empty is left out.
pub const GREETING: Text = Text::new("Hej {mentor},", "Dear {mentor},");
pub const GREETING_NOBODY: Text = Text::new("Hej,", "Hello,");
pub const DOCTORAL: Text = Text::new(
    "Jag är doktorand vid Karolinska Institutet. Alla doktorander här ska ha en mentor som inte är handledare: någon utanför projekten att diskutera med. Jag skulle gärna vilja ha dig som mentor.",
    "I am a doctoral student at Karolinska Institutet. All doctoral students here must have a mentor who is not their supervisor: someone outside the projects to discuss with. I would very much like you to be my mentor.",
);
pub const ANYBODY: Text = Text::new(
    "Jag letar efter en mentor och tänkte på dig. Vill du vara det?",
    "I am looking for a mentor and thought of you. Would you be willing?",
);
pub const HELP: Text =
    Text::new("Det här vill jag gärna prata om:\n{goals}", "This is what I would like to talk about:\n{goals}");
pub const MEET: Text =
    Text::new("Så här ofta tänker jag mig att vi ses: {often}.", "How often I imagine that we meet: {often}.");
pub const EASE: Text = Text::new(
    "Det är jag som bokar mötena och kommer förberedd. Vi kan börja med ett möte och se om det passar. Ett nej är också helt i sin ordning.",
    "I book the meetings and come prepared. We can begin with one meeting and see whether it suits us. A no is perfectly all right too.",
);
pub const CLOSING: Text = Text::new("Hälsningar\n{name}", "Kind regards\n{name}");
