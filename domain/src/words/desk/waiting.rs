//! The words of mentees whom a mentor may suit.

use crate::text::Text;

pub const TITLE: Text = Text::new("Sökande som kan passa", "Applicants who may suit");
pub const OPEN: Text = Text::new("Jämför med dem som väntar", "Compare with those who wait");
pub const LEAD: Text = Text::new(
    "De som väntar på en mentor: först de som gick utan förra gången, sedan de som passar bäst. Öppna en ansökan för att fråga mentorn. Där står också vilka mentorer den sökande önskar sig och helst inte vill ha, och det kan ändra saken.",
    "Those who wait for a mentor: first those who went without last time, then those who fit best. Open an application to ask the mentor. There it also says which mentors the applicant wishes for and would rather not have, which may change the matter.",
);
pub const NOBODY: Text =
    Text::new("Ingen som väntar kan få mentorn just nu.", "Nobody who waits can get the mentor right now.");
/// `{count}`.
pub const FURTHER: Text = Text::new("Fler som väntar: {count}.", "More who wait: {count}.");
