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
