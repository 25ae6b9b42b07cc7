//! The words of a programme's page at the desk, and of entering an application.

use crate::text::Text;

pub const OPEN: Text = Text::new("Tar emot ansökningar", "Takes applications");
pub const OPENS_ON: Text = Text::new("Första dag", "First day");
pub const CLOSES_ON: Text = Text::new("Sista dag", "Last day");
pub const DAY_HINT: Text = Text::new(
    "År-månad-dag, till exempel 2027-01-15. Lämna tomt om det inte finns någon gräns.",
    "Year-month-day, such as 2027-01-15. Leave empty if there is no limit.",
);
pub const CONTACT: Text = Text::new("Kontaktadress", "Contact address");
pub const REVIEWER: Text = Text::new("Texterna granskades av", "Texts reviewed by");
pub const REVIEWED: Text = Text::new("Texterna granskades den", "Texts reviewed on");
pub const BECAUSE_SV: Text = Text::new("Varför det är stängt, på svenska", "Why it is closed, in Swedish");
pub const BECAUSE_EN: Text = Text::new("Varför det är stängt, på engelska", "Why it is closed, in English");
pub const NOTICE_SV: Text = Text::new("Meddelande på sidorna, på svenska", "Notice on the pages, in Swedish");
pub const NOTICE_EN: Text = Text::new("Meddelande på sidorna, på engelska", "Notice on the pages, in English");
pub const BOTH: Text = Text::new("Skriv på båda språken eller inte alls.", "Write in both languages or not at all.");
pub const PREVIEW: Text = Text::new("Se sidan", "See the page");
pub const PREVIEW_HINT: Text =
    Text::new("Ändringar syns på sidorna inom en minut.", "Changes show on the pages within a minute.");
/// What is written, before it is saved.
pub const AS_IT_READS: Text = Text::new("Så kommer det att stå på sidorna", "This is how the pages will read");
pub const IN_SWEDISH: Text = Text::new("På svenska", "In Swedish");
pub const IN_ENGLISH: Text = Text::new("På engelska", "In English");
/// Of the round that its dates say, or all.
pub const ITS_RECORDS: Text = Text::new("Ärenden i den här omgången", "Records of this round");
pub const VERSIONS: Text = Text::new("Tidigare versioner", "Earlier versions");
pub const OF_FILE: Text = Text::new("Inget har ändrats.", "Nothing has been changed.");
pub const OPEN_NOW: Text = Text::new("Öppet", "Open");
pub const CLOSED_NOW: Text = Text::new("Stängt", "Closed");
/// `{date}`.
pub const OPENS: Text = Text::new("Öppnar {date}", "Opens on {date}");
pub const UNDECIDED: Text = Text::new("Inte beslutat ännu:", "Not decided yet:");

/// What the university has yet to decide, by its name in the programme's file.
pub fn undecided(what: &str) -> Text {
    match what {
        "answer_days" => Text::new("hur snart svar utlovas", "how soon an answer is promised"),
        "retention_days" => Text::new("hur länge ärenden sparas", "how long records are kept"),
        "reviewer" => Text::new("vem som granskar texterna", "who reviews the texts"),
        _ => Text::new("något annat", "something else"),
    }
}

pub const ENTER_LEAD: Text = Text::new(
    "Lägg in en ansökan som kom på papper eller per telefon. Den behandlas som alla andra, och personen får samma bekräftelse.",
    "Enter an application that came on paper or by telephone. It is handled like any other, and the person gets the same confirmation.",
);
pub const ENTER_FORM: Text = Text::new("Formulär", "Form");
pub const ENTER_HOW: Text = Text::new("Hur kom ansökan in?", "How did it reach you?");
pub const ENTER_BUTTON: Text = Text::new("Lägg in ansökan", "Enter the application");
pub const ENTERED: Text = Text::new("Ansökan är inlagd.", "The application has been entered.");
/// Above the questions of a form, which are put to whoever sent it.
pub const AS_ASKED: Text = Text::new(
    "Frågorna står som personen själv läser dem: ”du” är alltså den personen. Svara med personens egna ord.",
    "The questions stand as the person reads them, so “you” is that person. Answer in the person’s own words.",
);
pub const DATE_HINT: Text = Text::new("År-månad-dag", "Year-month-day");
/// `{number}`.
pub const RANK: Text = Text::new("Val {number}", "Choice {number}");
