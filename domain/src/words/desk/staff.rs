//! The words of the list of staff and of the log.

use crate::text::Text;

pub const LEAD: Text = Text::new(
    "Den som står här kan be om en länk till skrivbordet. Tas någon bort gäller det genast.",
    "Whoever stands here can ask for a link to the desk. Removing somebody counts at once.",
);
pub const ADDRESS: Text = Text::new("E-postadress", "Email address");
pub const NAME: Text = Text::new("Namn", "Name");
pub const AUTHORITY: Text = Text::new("Behörighet", "Authority");
pub const SERVES: Text = Text::new("Program", "Programmes");
pub const SERVES_ALL: Text = Text::new("Alla", "All");
pub const DAILY: Text = Text::new("Dagligt mejl", "Daily letter");
pub const LANGUAGE: Text = Text::new("Språk", "Language");
pub const ADD: Text = Text::new("Lägg till en person", "Add a person");
pub const REMOVE: Text = Text::new("Ta bort", "Remove");
pub const NOBODY: Text = Text::new("Ingen står på listan ännu.", "Nobody is on the list yet.");

pub const LOG_LEAD: Text = Text::new(
    "Vem som har läst, hämtat ut och beslutat. Varje rad bygger på den före, så att ingen kan tas bort utan att det märks.",
    "Who has read, exported and decided. Each line builds on the one before, so that none can be removed unseen.",
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
        "export" => Text::new("laddade ner tabellen (rader)", "downloaded the table (rows)"),
        "export-readable" => Text::new("laddade ner uppgifter att läsa", "downloaded information to read"),
        "export-json" => Text::new("laddade ner uppgifter för datorer", "downloaded information for computers"),
        "decide" => Text::new("beslutade", "decided"),
        "undo" => Text::new("ångrade ett beslut", "undid a decision"),
        "comment" => Text::new("kommenterade", "commented"),
        "allow" => Text::new("tillät ett par", "allowed a pair"),
        "correct" => Text::new("rättade svar", "corrected answers"),
        "enter" => Text::new("lade in en ansökan", "entered an application"),
        "mark" => Text::new("ändrade skydd eller begränsning", "changed protection or restriction"),
        "registry" => Text::new("ändrade diarienummer", "changed a registry number"),
        "mentor" => Text::new("ändrade om en mentor", "changed what is kept of a mentor"),
        "answer-asked" => Text::new("svarade på en begäran", "answered a request"),
        "ask-mentor" => Text::new("frågade en mentor", "asked a mentor"),
        "ask-wishes" => Text::new("lät fråga de önskade", "had those wished for asked"),
        "erase" => Text::new("raderade ett ärende", "erased a record"),
        "erase-due" => Text::new("gallrade (nummer/antal)", "erased what was due (number/count)"),
        "live" => Text::new("ändrade ett program", "changed a programme"),
        "members" => Text::new("ändrade listan över personal", "changed the list of staff"),
        "closures" => Text::new("ändrade stängda dagar", "changed closed days"),
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
