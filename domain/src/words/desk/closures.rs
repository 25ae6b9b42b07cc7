//! The words of the closed days.

use super::programme;
use crate::problem::FaultKind;
use crate::text::Text;

pub const TITLE: Text = Text::new("Stängda dagar", "Closed days");
pub const LEAD: Text = Text::new(
    "Inget svar utlovas till en dag i listan. Helger, helgdagar, midsommarafton, julafton och nyårsafton räknas redan bort. Dagar som redan är utlovade ändras inte.",
    "No answer is promised for a day listed here. Weekends, public holidays, Midsummer Eve, Christmas Eve and New Year’s Eve are already left out. Days already promised do not change.",
);
pub const NONE: Text = Text::new("Inga dagar är stängda ännu.", "No days are closed yet.");
/// `{number}`.
pub const LINE: Text = Text::new("Rad {number}", "Line {number}");
pub const FIRST: Text = Text::new("Första stängda dag", "First closed day");
pub const LAST: Text = Text::new("Sista stängda dag", "Last closed day");
pub const SAID_SV: Text = Text::new("Namn på svenska (frivilligt)", "Name in Swedish (optional)");
pub const SAID_EN: Text = Text::new("Namn på engelska (frivilligt)", "Name in English (optional)");
pub const ADD: Text = Text::new("Lägg till stängda dagar", "Add closed days");

/// What to say about a fault of [`crate::desk::closure::check`] at one of its places.
pub fn fault(place: &str, kind: FaultKind) -> Text {
    let is_of_name = matches!(place.rsplit_once('.'), Some((_, "sv" | "en")));
    match kind {
        FaultKind::TooMany { .. } => Text::new(
            "Högst {max} rader får plats. Ta bort några som har passerat.",
            "There is room for {max} lines. Remove some that have passed.",
        ),
        FaultKind::NotADate => Text::new(
            "Skriv ett datum som finns, till exempel 2026-12-21",
            "Write a date that exists, such as 2026-12-21",
        ),
        FaultKind::TooSmall { .. } => Text::new(
            "Sista dagen kan inte ligga före den första. Ändra den ena.",
            "The last day cannot be before the first. Change one of them.",
        ),
        FaultKind::TooLarge { .. } => Text::new(
            "Högst {max} dagar får plats på en rad. Dela upp dem på flera rader.",
            "One line has room for {max} days. Split them into several lines.",
        ),
        FaultKind::Missing if is_of_name => programme::BOTH,
        other => super::fault(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_is_missing_is_to_be_filled_in_and_a_name_in_the_other_language_too_or_in_neither() {
        let [day, name] = ["0.first", "0.sv"].map(|place| fault(place, FaultKind::Missing));
        assert_eq!((day, name), (super::super::fault(FaultKind::Missing), programme::BOTH));
    }
}
