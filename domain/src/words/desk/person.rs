//! The words of the page of everything held about a person.

pub mod file;

use crate::ledger::retention::Kept;
use crate::text::Text;

pub const TITLE: Text = Text::new("Allt om personen", "Everything about the person");
/// `{reference}`.
pub const BACK: Text = Text::new("Till ärendet {reference}", "To the record {reference}");
/// `{reference}`.
pub const LEAD: Text = Text::new(
    "Allt som har skickats från samma e-postadress som ärende {reference}, i de program som du arbetar med. Det loggas att du läser det.",
    "Everything sent from the same email address as record {reference}, in the programmes that you work with. It is logged that you read it.",
);
pub const NOT_FOUND_HERE: Text = Text::new(
    "Här finns inte det som personen har skickat från en annan adress. Inte heller det som andra har skrivit, till exempel om personen som mentor.",
    "What the person has sent from another address is not here. Nor is what others have written, for example about the person as a mentor.",
);
/// `{count}`.
pub const ELSEWHERE: Text = Text::new(
    "{count} till i program som du inte arbetar med.",
    "{count} more in programmes that you do not work with.",
);
/// `{count}`.
pub const FRAMEWORKS: Text = Text::new(
    "Överenskommelser med en mentor: {count}. Dem läser bara de två, på sina egna sidor.",
    "Frameworks with a mentor: {count}. Only the two read them, on their own pages.",
);
pub const MORE: Text = Text::new(
    "Adressen har fler ärenden än det går att visa på en gång. Sök efter namnet bland ärendena.",
    "The address has more records than can be shown at once. Search for the name among the records.",
);

pub const ASKED: Text = Text::new("Vad personen har bett om", "What the person has asked for");
/// Of an answer that is not owed any more, or not while the record rests.
pub const PROMISED: Text = Text::new("Svar var utlovat senast", "An answer was promised by");
pub const NOTICE: Text =
    Text::new("Version av informationen om personuppgifter", "Version of the notice on personal data");
pub const KEPT: Text = Text::new("Hur länge det sparas", "How long it is kept");

/// `{who}`, `{days}` or `{date}`.
pub const fn kept(kept: &Kept) -> Text {
    match kept {
        Kept::Undecided(_) => Text::new(
            "Det är inte beslutat. {who} ska besluta, och till dess raderas inget.",
            "That is not decided. It is for {who} to decide, and until then nothing is erased.",
        ),
        Kept::ProgrammeHasLeft => Text::new(
            "Programmet finns inte längre i portalen, och inget raderas utan ett beslut.",
            "The programme is no longer in the portal, and nothing is erased without a decision.",
        ),
        Kept::AfterEnd(_) => Text::new(
            "Till {days} dagar efter att ärendet har avslutats. Därefter raderas det enligt ett beslut.",
            "Until {days} days after the record has ended. After that it is erased under a decision.",
        ),
        Kept::Until(_) => {
            Text::new("Får raderas från {date}, enligt ett beslut.", "May be erased from {date}, under a decision.")
        }
    }
}

pub const FILES: Text = Text::new("Filer till personen", "Files for the person");
pub const FILES_HINT: Text = Text::new(
    "Den läsbara filen öppnas i en webbläsare och kan mejlas eller skrivas ut. JSON-filen är för datorer. Läs igenom dem innan du lämnar ut dem, eftersom en kommentar kan nämna någon annan. Personalens namn står inte i filerna.",
    "The readable file opens in a browser and can be emailed or printed. The JSON file is for computers. Read them through before you hand them out, because a comment may name somebody else. Staff names are not in the files.",
);
pub const FILES_MASKED: Text = Text::new(
    "Filerna går att ladda ner när de skyddade svaren visas.",
    "The files can be downloaded once the protected answers are shown.",
);
pub const DOWNLOAD_READABLE: Text = Text::new("Ladda ner läsbar fil", "Download a readable file");
pub const DOWNLOAD_JSON: Text = Text::new("Ladda ner JSON-fil", "Download a JSON file");
pub const DOWNLOADED: Text =
    Text::new("Filen är nedladdad, och det är loggat.", "The file is downloaded, and that is logged.");
/// The files' name, before the reference.
pub const FILE: Text = Text::new("uppgifter", "data");
