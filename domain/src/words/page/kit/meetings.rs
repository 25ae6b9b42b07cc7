//! Planning the meetings: the series, the calendar file, what to write to the other one.

use super::{Section, TextPage};
use crate::text::Text;

pub const MEETINGS: TextPage = TextPage {
    path: "/doctoral/meetings",
    title: Text::new("Planera mötena", "Plan the meetings"),
    description: Text::new(
        "Räkna ut när ni ses, spara mötena i kalendern och få hjälp att skriva om dem.",
        "Work out when you meet, save the meetings in your calendar and get help writing about them.",
    ),
    sections: &[Section {
        paragraphs: &[
            Text::new(
                "Bestäm det första mötet, så räknar sidan ut resten. Du får en fil till kalendern, som du också kan skicka till din mentor.",
                "Decide on the first meeting, and the page works out the rest. You get a file for your calendar, which you can also send to your mentor.",
            ),
            Text::new(
                "Klockslagen är svensk tid, sommar som vinter. Bor mentorn i en annan tidszon visar kalendern rätt tid där också.",
                "The times are Swedish time, summer and winter. If the mentor lives in another time zone, the calendar shows the right time there too.",
            ),
        ],
        ..Section::NONE
    }],
};

pub const FIRST: Text = Text::new("Vilken dag är det första mötet?", "On what day is the first meeting?");
pub const CLOCK: Text = Text::new("Hur dags?", "At what time?");
pub const CLOCK_HINT: Text =
    Text::new("Svensk tid, till exempel 15 eller 15.30.", "Swedish time, for example 15 or 15.30.");
pub const NO_CLOCK: Text = Text::new("Skriv ett klockslag, som 15 eller 15.30.", "Write a time, like 15 or 15.30.");
pub const OFTEN: Text = Text::new("Hur ofta ses ni?", "How often do you meet?");
/// Id of the field, weeks or months, its words.
pub const RHYTHMS: [(&str, Text); 6] = [
    ("weeks-2", Text::new("Varannan vecka", "Every other week")),
    ("months-1", Text::new("En gång i månaden", "Once a month")),
    ("months-2", Text::new("Varannan månad", "Every second month")),
    ("months-3", Text::new("Var tredje månad", "Every third month")),
    ("months-6", Text::new("Två gånger om året", "Twice a year")),
    ("months-12", Text::new("En gång om året", "Once a year")),
];
/// The one that is chosen at first.
pub const USUAL_RHYTHM: &str = "months-3";
pub const LONG: Text = Text::new("Hur länge varje gång?", "How long each time?");
pub const LENGTHS: [(&str, Text); 4] = [
    ("minutes-30", Text::new("30 minuter", "30 minutes")),
    ("minutes-45", Text::new("45 minuter", "45 minutes")),
    ("minutes-60", Text::new("En timme", "One hour")),
    ("minutes-90", Text::new("En och en halv timme", "An hour and a half")),
];
pub const USUAL_LENGTH: &str = "minutes-60";
pub const PLACE: Text = Text::new("Var ses ni?", "Where do you meet?");
pub const BOOKS: Text = Text::new("Vem bokar mötena?", "Who books the meetings?");
/// Id of the field: `books-` and the answer of a framework.
pub const BOOKERS: [(&str, Text); 3] = [
    ("books-mentee", Text::new("Studenten", "The student")),
    ("books-mentor", Text::new("Mentorn", "The mentor")),
    ("books-turns", Text::new("Varannan gång, studenten först", "In turns, the student first")),
];
pub const USUAL_BOOKER: &str = "books-mentee";
pub const LAST: Text = Text::new("Till och med vilken dag?", "Until which day?");
pub const LAST_HINT: Text = Text::new("Lämnar du det tomt blir det ett år.", "If you leave it empty, it is a year.");
pub const NO_LAST: Text = Text::new(
    "Skriv en dag som finns och som inte är före det första mötet.",
    "Write a day that exists and is not before the first meeting.",
);
pub const ZONE: Text = Text::new("Var är din mentor?", "Where is your mentor?");
/// Of the zone database, and the words; the first is Sweden's own.
pub const ZONES: [(&str, Text); 11] = [
    ("", Text::new("I samma tidszon som Sverige", "In the same time zone as Sweden")),
    ("Europe/London", Text::new("Storbritannien, Irland, Portugal", "The UK, Ireland, Portugal")),
    ("Europe/Helsinki", Text::new("Finland, Baltikum, Grekland", "Finland, the Baltics, Greece")),
    ("America/New_York", Text::new("Boston och New York", "Boston and New York")),
    ("America/Chicago", Text::new("Chicago och Houston", "Chicago and Houston")),
    ("America/Los_Angeles", Text::new("Kalifornien och Seattle", "California and Seattle")),
    ("America/Sao_Paulo", Text::new("Sydöstra Brasilien", "South-eastern Brazil")),
    ("Africa/Nairobi", Text::new("Östafrika", "East Africa")),
    ("Asia/Kolkata", Text::new("Indien", "India")),
    ("Asia/Shanghai", Text::new("Kina, Singapore", "China, Singapore")),
    ("Asia/Tokyo", Text::new("Japan, Sydkorea", "Japan, South Korea")),
];
pub const NAME: Text = Text::new("Ditt namn", "Your name");
pub const BUTTON: Text = Text::new("Räkna ut mötena", "Work out the meetings");
pub const RESULT: Text = Text::new("{count} möten", "{count} meetings");
pub const RESULT_ONE: Text = Text::new("Ett möte", "One meeting");
/// `{date}`, `{clock}`.
pub const LINE: Text = Text::new("{date} kl. {clock}", "{date} at {clock}");
/// `{there}`: day and clock where the mentor is.
pub const THERE: Text = Text::new("{line}, hos mentorn {there}", "{line}, for the mentor {there}");
pub const MORE: Text = Text::new("… och {count} till, till och med {date}.", "… and {count} more, until {date}.");
pub const SAVE: Text = Text::new("Spara mötena i kalendern", "Save the meetings in the calendar");
pub const EVENT: Text = Text::new("Möte med mentor", "Mentor meeting");
pub const FILE: Text = Text::new("mentorsmoten", "mentor-meetings");

// What to write to the other one, in the language that was chosen.
pub const SUBJECT: Text = Text::new("Våra möten", "Our meetings");
pub const LETTER: Text = Text::new("Att skicka nu, med kalenderfilen", "To send now, with the calendar file");
/// `{times}`, a line each; `{name}`.
pub const LETTER_TEXT: Text = Text::new(
    "Hej,\n\nHär är tiderna som jag föreslår (svensk tid):\n{times}\n\nJag bifogar en fil som går att öppna i kalendern. Passar någon av tiderna inte? Säg till, så hittar vi en annan.\n\nHälsningar\n{name}",
    "Hello,\n\nThese are the times I suggest (Swedish time):\n{times}\n\nI attach a file that opens in a calendar. Does one of them not suit you? Tell me, and we will find another.\n\nKind regards\n{name}",
);

// What whoever books sends a week before a meeting: over its field, and the text with `{time}` and, in the student's own,
// `{name}`.
pub const BY_STUDENT: Text =
    Text::new("Studenten skickar en vecka före det första mötet", "The student sends a week before the first meeting");
pub const BY_MENTOR: Text =
    Text::new("Mentorn skickar en vecka före det första mötet", "The mentor sends a week before the first meeting");
pub const LATER_BY_STUDENT: Text =
    Text::new("Studenten skickar en vecka före ett senare möte", "The student sends a week before a later meeting");
pub const LATER_BY_MENTOR: Text =
    Text::new("Mentorn skickar en vecka före ett senare möte", "The mentor sends a week before a later meeting");
pub const LATER_HINT: Text = Text::new(
    "Här står dagen för det andra mötet. Byt den inför varje möte.",
    "The day is that of the second meeting. Change it for each meeting.",
);
pub const FIRST_OF_STUDENT: Text = Text::new(
    "Hej,\n\nVi ses {time} (svensk tid). Det här vill jag gärna prata om:\n– \n\nPassar tiden fortfarande? Annars flyttar vi mötet.\n\nHälsningar\n{name}",
    "Hello,\n\nWe meet on {time} (Swedish time). This is what I would like to talk about:\n– \n\nDoes the time still suit you? If not, we move the meeting.\n\nKind regards\n{name}",
);
pub const LATER_OF_STUDENT: Text = Text::new(
    "Hej,\n\nVi ses {time} (svensk tid). Det här har hänt sedan sist:\n– \n\nDet här vill jag gärna prata om:\n– \n\nPassar tiden fortfarande? Annars flyttar vi mötet.\n\nHälsningar\n{name}",
    "Hello,\n\nWe meet on {time} (Swedish time). This has happened since last time:\n– \n\nThis is what I would like to talk about:\n– \n\nDoes the time still suit you? If not, we move the meeting.\n\nKind regards\n{name}",
);
pub const FIRST_OF_MENTOR: Text = Text::new(
    "Hej,\n\nVi ses {time} (svensk tid). Skriv gärna några rader innan om vad du vill prata om.\n\nPassar tiden fortfarande? Annars flyttar vi mötet.\n\nHälsningar\n",
    "Hello,\n\nWe meet on {time} (Swedish time). Please write me a few lines beforehand about what you would like to talk about.\n\nDoes the time still suit you? If not, we move the meeting.\n\nKind regards\n",
);
pub const LATER_OF_MENTOR: Text = Text::new(
    "Hej,\n\nVi ses {time} (svensk tid). Skriv gärna några rader innan om hur det har gått sedan sist och vad du vill prata om.\n\nPassar tiden fortfarande? Annars flyttar vi mötet.\n\nHälsningar\n",
    "Hello,\n\nWe meet on {time} (Swedish time). Please write me a few lines beforehand about how it has gone since last time and what you would like to talk about.\n\nDoes the time still suit you? If not, we move the meeting.\n\nKind regards\n",
);
