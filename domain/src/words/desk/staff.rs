//! The words of the list of staff and of the log.

use crate::text::Text;

pub const LEAD: Text = Text::new(
    "De som står här kan få en inloggningslänk hit. Den som tas bort förlorar åtkomsten direkt.",
    "People listed here can get a sign-in link. Anyone removed loses access at once.",
);
pub const ADDRESS: Text = Text::new("E-postadress", "Email address");
pub const NAME: Text = Text::new("Namn", "Name");
pub const AUTHORITY: Text = Text::new("Behörighet", "Access");
pub const SERVES: Text = Text::new("Program", "Programmes");
pub const SERVES_ALL: Text = Text::new("Alla", "All");
pub const DAILY: Text = Text::new("Dagligt mejl", "Daily letter");
pub const LANGUAGE: Text = Text::new("Språk", "Language");
pub const ADD: Text = Text::new("Lägg till en person", "Add a person");
pub const REMOVE: Text = Text::new("Ta bort", "Remove");
pub const NOBODY: Text = Text::new("Ingen är tillagd här ännu.", "Nobody has been added here yet.");

pub const LOG_LEAD: Text = Text::new(
    "Vem som har läst, laddat ner och beslutat vad. Varje rad bygger på den föregående, så att ingen rad kan tas bort utan att det märks.",
    "Who has read, downloaded and decided what. Each line builds on the one before, so none can be removed without it being noticed.",
);
pub const LOG_NUMBER: Text = Text::new("Nr", "No.");
pub const LOG_AT: Text = Text::new("När", "When");
pub const LOG_WHO: Text = Text::new("Vem", "Who");
pub const LOG_WHAT: Text = Text::new("Vad", "What");
pub const LOG_ABOUT: Text = Text::new("Om", "About");
pub const LOG_MORE: Text = Text::new("Visa äldre", "Show older");
pub const LOG_GONE: Text = Text::new("någon som inte står på listan", "somebody not on the list");

/// What a line of the log says was done, by its kind ([`crate::desk::call::LogEntry::what`]).
pub fn logged(kind: &str) -> Option<Text> {
    Some(match kind {
        "record" => Text::new("öppnade ett ärende", "opened a record"),
        "protected-record" => Text::new("läste skyddade svar", "read protected answers"),
        "person" => Text::new("läste allt om en person", "read everything about a person"),
        "export" => Text::new("laddade ner tabellen (antal rader)", "downloaded the table (number of rows)"),
        "export-readable" => {
            Text::new("laddade ner en läsbar fil om en person", "downloaded a readable file about a person")
        }
        "export-json" => Text::new("laddade ner en JSON-fil om en person", "downloaded a JSON file about a person"),
        "decide" => Text::new("fattade ett beslut", "made a decision"),
        "undo" => Text::new("ångrade ett beslut", "undid a decision"),
        "comment" => Text::new("skrev en kommentar", "wrote a comment"),
        "allow" => Text::new("tillät ett par trots hinder", "allowed a pair in spite of a tie"),
        "correct" => Text::new("rättade svar i ett ärende", "corrected answers in a record"),
        "enter" => Text::new("lade in en ansökan", "entered an application"),
        "mark" => {
            Text::new("ändrade ett ärendes skydd eller begränsning", "changed a record’s protection or restriction")
        }
        "registry" => Text::new("ändrade ett diarienummer", "changed a registry number"),
        "mentor" => Text::new("ändrade uppgifter om en mentor", "changed a mentor’s details"),
        "answer-asked" => Text::new("svarade på en persons begäran", "answered a person’s request"),
        "ask-mentor" => Text::new("frågade en mentor", "asked a mentor"),
        "ask-wishes" => Text::new("lät fråga önskade mentorer", "had the mentors wished for asked"),
        "erase" => Text::new("raderade ett ärende", "erased a record"),
        "erase-due" => Text::new("gallrade ärenden (nummer/antal)", "erased records that were due (number/count)"),
        "live" => Text::new("ändrade ett program", "changed a programme"),
        "members" => Text::new("ändrade listan över personal", "changed the list of staff"),
        "closures" => Text::new("ändrade listan över stängda dagar", "changed the list of closed days"),
        "restore" => Text::new("återställde allt från kopiorna", "restored everything from the copies"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::call::ROUTES;
    use crate::desk::member::Authority;

    /// Calls that need more than reading and change nothing of a record, or are logged by another name.
    const OTHERS: [&str; 5] = ["members", "set-members", "log", "due", "set-closures"];

    #[test]
    fn everything_that_is_done_at_the_desk_has_words_in_the_log() {
        let done = ROUTES.iter().filter(|(_, needs)| *needs != Authority::Reader);
        for (path, _) in done {
            let kind = path.rsplit('/').next().unwrap();
            assert!(OTHERS.contains(&kind) || logged(kind).is_some(), "{kind}");
        }
    }
}
