//! The words of the table of records.

use crate::desk::view::Sort;
use crate::text::Text;

pub const SEARCH: Text = Text::new("Sök i alla svar", "Search all answers");
pub const SEARCHING_NAMES: Text = Text::new(
    "Hämtar svaren. Så länge söks bara i namn och referens.",
    "Fetching the answers. Until then only names and references are searched.",
);
pub const PROGRAMME: Text = Text::new("Program", "Programme");
pub const ROLE: Text = Text::new("Typ", "Kind");
pub const STANDING: Text = Text::new("Läge", "Standing");
pub const ALL: Text = Text::new("Alla", "All");
/// The first and last day on which records came in.
pub const FROM: Text = Text::new("Kom in från och med", "Received from");
pub const TO: Text = Text::new("Kom in till och med", "Received until");
/// How a day is written.
pub const DAY: Text = Text::new("ÅÅÅÅ-MM-DD", "YYYY-MM-DD");
pub const LATE: Text = Text::new("Bara försenade", "Overdue only");
pub const SORT: Text = Text::new("Ordning", "Order");
pub const REVERSED: Text = Text::new("Omvänd ordning", "Reverse order");
pub const CLEAR: Text = Text::new("Rensa filtren", "Clear the filters");

pub const fn sort(sort: Sort) -> Text {
    match sort {
        Sort::Received => Text::new("Senast inkommet", "Newest first"),
        Sort::AnswerBy => Text::new("Utlovat svar", "Promised day"),
        Sort::Name => Text::new("Namn", "Name"),
        Sort::Standing => Text::new("Läge", "Standing"),
    }
}

/// `{count}`, `{all}`.
pub const SHOWN: Text = Text::new("{count} av {all} ärenden", "{count} of {all} records");
/// While not all have come.
pub const COMING: Text = Text::new("Fler hämtas …", "Fetching more …");
/// `{page}`, `{pages}`.
pub const PAGE: Text = Text::new("Sida {page} av {pages}", "Page {page} of {pages}");
pub const EARLIER: Text = Text::new("Föregående sida", "Previous page");
pub const LATER: Text = Text::new("Nästa sida", "Next page");
pub const ON_ONE_PAGE: Text = Text::new("Visa alla på en sida", "Show all on one page");
pub const IN_PAGES: Text = Text::new("Dela upp på sidor", "Split into pages");
pub const EXPORT: Text = Text::new("Ladda ner det som visas (CSV)", "Download what is shown (CSV)");
/// The file's name, without its ending.
pub const FILE: Text = Text::new("arenden", "records");
/// What a keyboard does in the table.
pub const KEYS: Text = Text::new(
    "Med tangentbord: pilarna flyttar mellan raderna, blanksteg markerar, Enter öppnar.",
    "By keyboard: the arrows move between rows, space selects, Enter opens.",
);
pub const NONE: Text = Text::new("Inget ärende stämmer med filtren.", "No record matches the filters.");

pub const REFERENCE: Text = Text::new("Referens", "Reference");
pub const NAME: Text = Text::new("Namn", "Name");
pub const RECEIVED: Text = Text::new("Kom in", "Received");
pub const ANSWER_BY: Text = Text::new("Svar senast", "Answer by");
pub const MARKS: Text = Text::new("Att tänka på", "To note");
pub const NO_NAME: Text = Text::new("Inget namn", "No name");
pub const PROTECTED_NAME: Text = Text::new("Skyddad", "Protected");

pub const MARK_SUSPECT: Text = Text::new("kanske inte en människa", "may not be a person");
pub const MARK_UNCONFIRMED: Text = Text::new("e-postadressen är inte bekräftad", "address not confirmed");
pub const MARK_FAILED: Text = Text::new("mejl gick inte fram", "letter did not go");
pub const MARK_UNKNOWN: Text = Text::new("osäkert om mejl gick fram", "letter’s fate unknown");
pub const MARK_ASKED: Text = Text::new("har bett om något", "has asked for something");
pub const MARK_WENT_WITHOUT: Text =
    Text::new("utan mentor förra gången, kommer först", "no mentor last time, comes first");
pub const MARK_PROTECTED: Text = Text::new("skyddade uppgifter", "protected details");
pub const MARK_RESTRICTED: Text = Text::new("begränsad behandling", "restricted");
/// `{days}`.
pub const LATE_DAYS: Text = Text::new("{days} dagar sen", "{days} days late");
pub const LATE_ONE_DAY: Text = Text::new("en dag sen", "one day late");

/// Several records at once.
pub const PICK: Text = Text::new("Välj {reference}", "Select {reference}");
pub const PICKED: Text = Text::new("Valda", "Selected");
pub const CLEAR_PICKED: Text = Text::new("Avmarkera alla", "Clear selection");
pub const BRING: Text = Text::new("Nästa steg för alla valda", "Next step for all selected");
/// `{count}`, `{standing}`, `{letters}`.
pub const CONFIRM: Text = Text::new(
    "Ärenden som flyttas till läget ”{standing}”: {count}. Mejl som går om tio minuter: {letters}.",
    "Records that will be moved to “{standing}”: {count}. Letters that go in ten minutes: {letters}.",
);
pub const CONFIRM_BUTTON: Text = Text::new("Ja, flytta dem", "Yes, move them");
pub const NO_COMMON_WAY: Text =
    Text::new("De valda har inget nästa steg gemensamt.", "Those selected have no next step in common.");
/// `{count}`.
pub const DONE: Text = Text::new("{count} är flyttade.", "{count} have been moved.");
pub const NOT_DONE: Text = Text::new(
    "{count} gick inte att flytta. De har ändrats, något fattas i dem eller servern svarade inte.",
    "{count} could not be moved. They have changed, something is missing in them, or the server did not answer.",
);
