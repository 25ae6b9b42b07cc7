//! The words of fields that are more than one control: a date, a ranked choice.

use crate::text::Text;

pub const DAY: Text = Text::new("Dag", "Day");
pub const MONTH: Text = Text::new("Månad", "Month");
pub const YEAR: Text = Text::new("År", "Year");

/// Heading of the list of what was chosen, best first.
pub const ORDER: Text = Text::new("Din ordning", "Your order");
/// In that list while nothing is chosen.
pub const NOTHING_CHOSEN: Text = Text::new("Du har inte valt något ännu.", "You have not chosen anything yet.");
/// Buttons at an option that is chosen; a screen reader says the option after each.
pub const UP: Text = Text::new("Upp", "Up");
pub const DOWN: Text = Text::new("Ner", "Down");
pub const REMOVE: Text = Text::new("Ta bort", "Remove");
/// Button at an option that is not chosen, before its words.
pub const CHOOSE: Text = Text::new("Välj", "Choose");
/// Instead of those buttons when there is no room for more; `{max}`.
pub const FULL: Text = Text::new(
    "Fler än {max} får inte plats. Ta bort ett val om du vill välja något annat.",
    "There is room for no more than {max}. Remove one if you want to choose another.",
);
/// Said to screen readers after a change; `{order}` is the whole list.
pub const NEW_ORDER: Text = Text::new("Din ordning nu: {order}", "Your order now: {order}");
