//! The words of the page where what has been kept long enough is erased.

use crate::text::Text;

pub const LEAD: Text = Text::new(
    "Här visas avslutade ärenden som har sparats så länge som beslutats. Inget raderas av sig självt: du raderar och anger vilket beslut som gäller.",
    "These records have ended and have been kept as long as was decided. Nothing is erased by itself: you erase, and name the decision.",
);
/// On the page of the log.
pub const WAY: Text = Text::new("Gallring", "Retention");
pub const NONE: Text = Text::new("Inget ärende ska gallras nu.", "No record is due for erasing now.");
pub const ENDED_ON: Text = Text::new("Avslutades", "Ended");
pub const DUE_ON: Text = Text::new("Får raderas från", "May be erased from");
/// `{count}`.
pub const MORE: Text = Text::new(
    "Listan visar de äldsta. När de är raderade kommer nästa: {count} till.",
    "The list shows the oldest. When they are erased the next ones follow: {count} more.",
);

pub const UNDECIDED: Text = Text::new("Program där tiden inte är beslutad", "Programmes with no period decided");
pub const UNDECIDED_LEAD: Text = Text::new(
    "Inga ärenden i dem gallras förrän det är beslutat hur länge de ska sparas.",
    "None of their records are erased until it is decided how long they are kept.",
);
/// `{who}`.
pub const DECIDES: Text = Text::new("beslutas av {who}", "for {who} to decide");
pub const HAS_LEFT: Text =
    Text::new("programmet finns inte längre i portalen", "the programme is no longer in the portal");

pub const DECISION: Text = Text::new("Enligt vilket beslut?", "Under which decision?");
pub const DECISION_HINT: Text = Text::new(
    "Diarienummer och datum, till exempel 1-234/2026 av den 20 november 2026. Det sparas med vilka ärenden som raderades.",
    "Registry number and date, such as 1-234/2026 of 20 November 2026. It is kept with which records were erased.",
);
pub const CANNOT_BE_UNDONE: Text = Text::new(
    "Alla versioner raderas, och det går inte att ångra. Data för återställning kan finnas kvar i 30 dagar. Mejl som redan har gått raderas inte.",
    "Every version is erased, and this cannot be undone. Recovery data may remain for 30 days. Letters that have already gone are not erased.",
);
/// `{count}`.
pub const ERASE: Text = Text::new("Radera {count} ärenden", "Erase {count} records");
pub const ERASE_ONE: Text = Text::new("Radera ett ärende", "Erase one record");
/// `{count}`.
pub const ERASED: Text = Text::new("Raderade ärenden: {count}.", "Records erased: {count}.");
pub const KEPT: Text = Text::new(
    "De här raderades inte nu. De har ändrats sedan du såg listan, väntar på ett mejl eller är redan raderade:",
    "These were not erased now. They have changed since you saw the list, wait for a letter, or are erased already:",
);

pub const RUNS: Text = Text::new("Tidigare gallringar", "Earlier erasing");
